/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VEL_TYPE_TYPE_AREA (vel_type_area_get_type ())
G_DECLARE_FINAL_TYPE (VelTypeArea, vel_type_area, VEL, TYPE_AREA, GtkWidget)

GtkWidget *vel_type_area_new      (gboolean     multiline);
GtkWidget *vel_type_area_get_text_widget
                                  (VelTypeArea *self);
char      *vel_type_area_dup_text (VelTypeArea *self);
void       vel_type_area_put_text (VelTypeArea *self,
                                   const char  *text);
void       vel_type_area_set_hint (VelTypeArea *self,
                                   const char  *hint);
void       vel_type_area_forget   (VelTypeArea *self);

G_END_DECLS
