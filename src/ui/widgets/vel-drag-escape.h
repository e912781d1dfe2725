/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gulong vel_drag_escape_watch  (GdkDisplay *display,
                               GCallback   pressed,
                               gpointer    object);
void   vel_drag_escape_forget (GdkDisplay *display,
                               gulong     *watch);

G_END_DECLS
