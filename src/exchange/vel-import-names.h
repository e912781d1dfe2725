/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-import-writer.h"

G_BEGIN_DECLS

/**
 * VelImportNames:
 *
 * The records of an entity by their names, blanks and the size of letters
 * apart: "GTXPro" is "GTX Pro".
 */
typedef struct _VelImportNames VelImportNames;

char           *vel_import_names_key    (const char       *name);

VelImportNames *vel_import_names_new    (VelImportWriter  *writer,
                                         const VelEntity  *entity,
                                         GError          **error);
void            vel_import_names_free   (VelImportNames   *self);
gint64          vel_import_names_find   (VelImportNames   *self,
                                         const char       *name);
void            vel_import_names_add    (VelImportNames   *self,
                                         const char       *name,
                                         gint64            id);
gint64          vel_import_names_ensure (VelImportNames   *self,
                                         const char       *name,
                                         GPtrArray        *added);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelImportNames, vel_import_names_free)

G_END_DECLS
