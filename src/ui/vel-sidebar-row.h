/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vel-sidebar-item.h"

G_BEGIN_DECLS

#define VEL_TYPE_SIDEBAR_ROW (vel_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (VelSidebarRow, vel_sidebar_row, VEL, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget      *vel_sidebar_row_new      (VelSidebarItem *item);
VelSidebarItem *vel_sidebar_row_get_item (VelSidebarRow  *self);

G_END_DECLS
