/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-import.h"

G_BEGIN_DECLS

#define VEL_TYPE_IMPORT_COLUMNS (vel_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (VelImportColumns, vel_import_columns, VEL, IMPORT_COLUMNS, AdwBin)

void vel_import_columns_show        (VelImportColumns   *self,
                                     VelImport          *import,
                                     const char * const *own_fields);
void vel_import_columns_get_options (VelImportColumns   *self,
                                     VelCsvOptions      *options);
const VelEntity *vel_import_columns_get_entity (VelImportColumns *self);

G_END_DECLS
