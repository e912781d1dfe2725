/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VEL_TYPE_HEADED_LIST (vel_headed_list_get_type ())
G_DECLARE_FINAL_TYPE (VelHeadedList, vel_headed_list, VEL, HEADED_LIST, GtkWidget)

GtkWidget *vel_headed_list_new       (GtkWidget     *header,
                                      GtkListView   *list);
void       vel_headed_list_to_top    (VelHeadedList *self);
void       vel_headed_list_keep_whole (VelHeadedList *self,
                                       GtkWidget     *part);
void       vel_headed_list_show_focus (VelHeadedList *self);

G_END_DECLS
