/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-reminders-bar.h"

#include <glib/gi18n.h>

#include "vel-reminders.h"

/**
 * VelRemindersBar:
 *
 * Below the places: whether reminders arrive, and when the next one does. It
 * leads to where that is told at length, and tried.
 */
struct _VelRemindersBar
{
  AdwBin        parent_instance;

  VelReminders *reminders;  /* (owned) (nullable) */
  guint         waiting;    /* until the state is asked for */
  guint         ticking;    /* "today" becomes another day */

  GtkWidget    *button;
  GtkWidget    *icon;
  GtkWidget    *label;
};

/* After the agent has been woken, which comes after the window. */
#define WAIT_MS 2500
#define TICK_SECONDS 60

G_DEFINE_FINAL_TYPE (VelRemindersBar, vel_reminders_bar, ADW_TYPE_BIN)

static void
refresh (VelRemindersBar *self)
{
  gboolean is_well;
  g_autofree char *brief = vel_reminders_dup_brief (self->reminders, &is_well);
  g_autofree char *state = vel_reminders_dup_state (self->reminders);

  gtk_label_set_label (GTK_LABEL (self->label), brief);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), is_well ? "alarm-symbolic" : "dialog-warning-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, brief, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static gboolean
tick_cb (gpointer data)
{
  refresh (data);
  return G_SOURCE_CONTINUE;
}

static gboolean
begin_cb (gpointer data)
{
  VelRemindersBar *self = data;

  self->waiting = 0;
  self->reminders = vel_reminders_new ();
  g_signal_connect_object (self->reminders, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  self->ticking = g_timeout_add_seconds (TICK_SECONDS, tick_cb, self);
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
vel_reminders_bar_dispose (GObject *object)
{
  VelRemindersBar *self = VEL_REMINDERS_BAR (object);

  g_clear_handle_id (&self->waiting, g_source_remove);
  g_clear_handle_id (&self->ticking, g_source_remove);
  g_clear_object (&self->reminders);

  G_OBJECT_CLASS (vel_reminders_bar_parent_class)->dispose (object);
}

static void
vel_reminders_bar_class_init (VelRemindersBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vel_reminders_bar_dispose;
}

static void
vel_reminders_bar_init (VelRemindersBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->button = gtk_button_new ();
  self->icon = gtk_image_new ();
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  /* It takes the room that there is, two lines of it, and does not ask for more. */
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), 1);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_lines (GTK_LABEL (self->label), 2);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_add_css_class (self->label, "caption");
  gtk_box_append (GTK_BOX (box), self->icon);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "app.preferences");
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "vel-reminders-bar");
  adw_bin_set_child (ADW_BIN (self), self->button);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->waiting = g_timeout_add (WAIT_MS, begin_cb, self);
}
