/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-tick-avatar.h"

/**
 * vel_tick_avatar_new:
 * @avatar: the disc of whoever a row of a list shows
 *
 * Where the row is selected, and where the pointer is over the disc, the style
 * shows a tick in its place; what a click on it does is the list's to say.
 *
 * Returns: (transfer floating): @avatar, with the tick above it
 */
GtkWidget *
vel_tick_avatar_new (VelAvatar *avatar)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_widget_add_css_class (overlay, "vel-tick");
  gtk_widget_set_halign (tick, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (overlay, GTK_ALIGN_CENTER);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (avatar));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), tick);
  return overlay;
}
