/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-book.h"
#include "vel-edit-row.h"

G_BEGIN_DECLS

#define VEL_TYPE_FIELD_ROW (vel_field_row_get_type ())
G_DECLARE_FINAL_TYPE (VelFieldRow, vel_field_row, VEL, FIELD_ROW, VelEditRow)

GtkWidget  *vel_field_row_new          (VelBook     *book,
                                        VelRecord   *record,
                                        const char  *name);
const char *vel_field_row_get_name     (VelFieldRow *self);
gboolean    vel_field_row_is_empty     (VelFieldRow *self);

VelVerdict  vel_field_row_judge        (const VelField *field,
                                        const char     *text,
                                        char          **sentence);

G_END_DECLS
