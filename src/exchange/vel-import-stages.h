/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-import-writer.h"

G_BEGIN_DECLS

/**
 * VelImportStages:
 *
 * The pipelines of a book and their stages, by name.
 */
typedef struct _VelImportStages VelImportStages;

VelImportStages *vel_import_stages_new           (VelImportWriter  *writer,
                                                  GError          **error);
void             vel_import_stages_free          (VelImportStages  *self);
gint64           vel_import_stages_find_pipeline (VelImportStages  *self,
                                                  const char       *name);
gint64           vel_import_stages_pipeline_of   (VelImportStages  *self,
                                                  gint64            stage);
gboolean         vel_import_stages_has_pipeline  (VelImportStages  *self,
                                                  gint64            pipeline);
const char      *vel_import_stages_name_pipeline (VelImportStages  *self,
                                                  gint64            pipeline);
gint64           vel_import_stages_find          (VelImportStages  *self,
                                                  gint64            pipeline,
                                                  const char       *name);
gint64           vel_import_stages_ensure        (VelImportStages  *self,
                                                  gint64            pipeline,
                                                  const char       *name);
gint64           vel_import_stages_get_first     (VelImportStages  *self,
                                                  gint64            pipeline);
gint64           vel_import_stages_get_last      (VelImportStages  *self,
                                                  gint64            pipeline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelImportStages, vel_import_stages_free)

G_END_DECLS
