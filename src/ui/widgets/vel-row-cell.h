/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vel-row.h"

G_BEGIN_DECLS

#define VEL_TYPE_ROW_CELL (vel_row_cell_get_type ())
G_DECLARE_DERIVABLE_TYPE (VelRowCell, vel_row_cell, VEL, ROW_CELL, GtkWidget)

/**
 * VelRowCellClass:
 * @fill: shows @record; called whenever the row points to another record, and
 *   when the record changes
 */
struct _VelRowCellClass
{
  GtkWidgetClass parent_class;

  void (*fill) (VelRowCell *self,
                VelRow     *row,
                VelRecord  *record);
};

void       vel_row_cell_set_row    (VelRowCell *self,
                                    VelRow     *row);
VelRow    *vel_row_cell_get_row    (VelRowCell *self);
VelRecord *vel_row_cell_get_record (VelRowCell *self);

VelRow    *vel_row_cell_find_row   (GtkWidget  *widget);

G_END_DECLS
