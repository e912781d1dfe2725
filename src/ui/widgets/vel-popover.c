/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-popover.h"

/* Popovers that are made for one use, and go when they have had it. */

/* A window whose focus is in what has gone takes no key any more. */
static void
take_focus_out (GtkWidget *popover)
{
  GtkRoot *root = gtk_widget_get_root (popover);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || (focus != popover && !gtk_widget_is_ancestor (focus, popover)))
    return;
  for (GtkWidget *widget = gtk_widget_get_parent (popover); widget != NULL; widget = gtk_widget_get_parent (widget))
    if (gtk_widget_grab_focus (widget))
      return;
  gtk_root_set_focus (root, NULL);
}

static void
unparent (GtkWidget *popover)
{
  if (gtk_widget_get_parent (popover) == NULL)
    return;
  take_focus_out (popover);
  gtk_widget_unparent (popover);
}

static gboolean
discard_cb (gpointer data)
{
  unparent (data);
  return G_SOURCE_REMOVE;
}

/**
 * vel_popover_discard:
 * @popover: a popover that closes, or has closed
 *
 * Takes it from its parent as soon as it has done so, after what was chosen in it
 * is done. The keys go back to where it was shown.
 */
void
vel_popover_discard (GtkPopover *popover)
{
  g_return_if_fail (GTK_IS_POPOVER (popover));

  /* At once: text that waits for GTK to do it in the next frame goes on blinking. */
  take_focus_out (GTK_WIDGET (popover));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, discard_cb, g_object_ref (popover), g_object_unref);
}

/**
 * vel_popover_show_once:
 * @popover: (transfer floating): a new popover
 * @parent: beside what it is shown
 *
 * Shows it until it is closed, or @parent goes, and discards it then.
 */
void
vel_popover_show_once (GtkPopover *popover,
                       GtkWidget  *parent)
{
  g_return_if_fail (GTK_IS_POPOVER (popover));
  g_return_if_fail (GTK_IS_WIDGET (parent));

  gtk_widget_set_parent (GTK_WIDGET (popover), parent);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (unparent), popover, G_CONNECT_SWAPPED);
  g_signal_connect_after (popover, "closed", G_CALLBACK (vel_popover_discard), NULL);
  gtk_popover_popup (popover);
}
