/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean  vel_launch_is_allowed (const char *uri);
void      vel_launch_uri        (GtkWidget  *widget,
                                 const char *uri);
void      vel_launch_file       (GtkWidget  *widget,
                                 GFile      *file);
char     *vel_launch_map_uri    (const char *place);

G_END_DECLS
