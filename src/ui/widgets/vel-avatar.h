/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VEL_TYPE_AVATAR (vel_avatar_get_type ())
G_DECLARE_FINAL_TYPE (VelAvatar, vel_avatar, VEL, AVATAR, GtkWidget)

GtkWidget *vel_avatar_new      (int         size);
void       vel_avatar_set_name (VelAvatar  *self,
                                const char *name);

G_END_DECLS
