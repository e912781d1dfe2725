/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VEL_STAGE_N_COLOURS 8

const char *vel_stage_colour_key   (guint       index);
const char *vel_stage_colour_name  (guint       index);
guint       vel_stage_colour_find  (const char *key);
void        vel_stage_colour_paint (GtkWidget  *widget,
                                    const char *key);

G_END_DECLS
