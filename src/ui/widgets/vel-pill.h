/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VEL_TYPE_PILL (vel_pill_get_type ())
G_DECLARE_FINAL_TYPE (VelPill, vel_pill, VEL, PILL, GtkWidget)

GtkWidget  *vel_pill_new       (void);
void        vel_pill_set       (VelPill    *self,
                                const char *text,
                                const char *style);
const char *vel_pill_get_text  (VelPill    *self);
int         vel_pill_get_width (VelPill    *self);

G_END_DECLS
