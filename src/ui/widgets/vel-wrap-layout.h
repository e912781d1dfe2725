/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VEL_TYPE_WRAP_LAYOUT (vel_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (VelWrapLayout, vel_wrap_layout, VEL, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *vel_wrap_layout_new (int spacing,
                                       int line_spacing);

G_END_DECLS
