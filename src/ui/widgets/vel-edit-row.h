/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-inline-text.h"

G_BEGIN_DECLS

#define VEL_TYPE_EDIT_ROW (vel_edit_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (VelEditRow, vel_edit_row, VEL, EDIT_ROW, AdwPreferencesRow)

struct _VelEditRowClass
{
  AdwPreferencesRowClass parent_class;
};

VelInlineText *vel_edit_row_build      (VelEditRow *self,
                                        gboolean    multiline);
VelInlineText *vel_edit_row_get_inline (VelEditRow *self);
void           vel_edit_row_add_below  (VelEditRow *self,
                                        GtkWidget  *widget);
void           vel_edit_row_add_suffix (VelEditRow *self,
                                        GtkWidget  *widget);
void           vel_edit_row_set_marks  (VelEditRow *self,
                                        const char *good);

G_END_DECLS
