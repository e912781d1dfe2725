/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VEL_TYPE_PILLS (vel_pills_get_type ())
G_DECLARE_FINAL_TYPE (VelPills, vel_pills, VEL, PILLS, GtkWidget)

GtkWidget *vel_pills_new       (guint               nat_chars);
void       vel_pills_set_words (VelPills           *self,
                                const char * const *words);
void       vel_pills_set_word  (VelPills           *self,
                                const char         *word,
                                const char         *style);
gboolean   vel_pills_show_all  (VelPills           *self);

G_END_DECLS
