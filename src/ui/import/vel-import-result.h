/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-import-choices.h"
#include "vel-import.h"

G_BEGIN_DECLS

/**
 * VelImportStage:
 * @VEL_IMPORT_STAGE_PREVIEW: nothing has been written yet
 * @VEL_IMPORT_STAGE_DONE: it is in the book
 * @VEL_IMPORT_STAGE_UNDONE: it was taken back
 *
 * How far an import is.
 */
typedef enum
{
  VEL_IMPORT_STAGE_PREVIEW,
  VEL_IMPORT_STAGE_DONE,
  VEL_IMPORT_STAGE_UNDONE
} VelImportStage;

#define VEL_TYPE_IMPORT_RESULT (vel_import_result_get_type ())
G_DECLARE_FINAL_TYPE (VelImportResult, vel_import_result, VEL, IMPORT_RESULT, AdwBin)

void              vel_import_result_show        (VelImportResult *self,
                                                 VelImport       *import,
                                                 VelImportReport *report,
                                                 VelImportStage   stage);
VelImportChoices *vel_import_result_get_choices (VelImportResult *self);

G_END_DECLS
