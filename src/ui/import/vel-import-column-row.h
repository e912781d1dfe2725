/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vel-import.h"

G_BEGIN_DECLS

#define VEL_TYPE_IMPORT_COLUMN_ROW (vel_import_column_row_get_type ())
G_DECLARE_FINAL_TYPE (VelImportColumnRow, vel_import_column_row, VEL, IMPORT_COLUMN_ROW, GtkListBoxRow)

GtkWidget *vel_import_column_row_new    (VelImport          *import,
                                         guint               column,
                                         const char * const *own_fields);
void       vel_import_column_row_update (VelImportColumnRow *self);

G_END_DECLS
