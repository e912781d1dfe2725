/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-edit-row.h"
#include "vel-entity.h"
#include "vel-item.h"

G_BEGIN_DECLS

#define VEL_TYPE_ITEM_ROW (vel_item_row_get_type ())
G_DECLARE_FINAL_TYPE (VelItemRow, vel_item_row, VEL, ITEM_ROW, VelEditRow)

GtkWidget *vel_item_row_new       (const char    *list);
void       vel_item_row_set_item  (VelItemRow    *self,
                                   const VelItem *item);
const VelField *
           vel_item_row_get_field (VelItemRow    *self);
const char *
           vel_item_row_guess_label (VelItemRow  *self,
                                   const char    *value);
GtkWidget *vel_item_menu_new      (const char    *list);
void       vel_item_menu_set_label (GtkWidget    *menu,
                                   const char    *label);

G_END_DECLS
