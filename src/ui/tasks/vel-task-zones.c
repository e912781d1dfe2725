/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-task-zones.h"

#include <glib/gi18n.h>

#include "vel-task-deeds.h"
#include "vel-task-drag.h"

/**
 * VelTaskZones:
 *
 * Days that wait for tasks in the air, also where the page itself has no place
 * for them: a list in which nothing is due tomorrow, another month. They are
 * there only while a task is dragged over what they belong to.
 */
struct _VelTaskZones
{
  AdwBin       parent_instance;

  GtkRevealer *revealer;
};

typedef struct
{
  const char *deed;
  const char *label;
} Zone;

G_DEFINE_FINAL_TYPE (VelTaskZones, vel_task_zones, ADW_TYPE_BIN)

static const Zone zones[] = {
  { "today", NC_("zone", "Today") },
  { "tomorrow", NC_("zone", "Tomorrow") },
  /* Translators: the next one; short, for it stands in a narrow place */
  { "monday", NC_("zone", "Monday") },
  { "no-date", NC_("zone", "No date") },
};

static void
hide (VelTaskZones *self)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

static void
enter_cb (VelTaskZones             *self,
          double                    x,
          double                    y,
          GtkDropControllerMotion  *motion)
{
  GdkDrop *drop = gtk_drop_controller_motion_get_drop (motion);
  GdkDrag *drag = gdk_drop_get_drag (drop);

  if (drag == NULL || !gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), VEL_TYPE_TASK_DRAG))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  /* However it ends, they go. */
  g_signal_connect_object (drag, "dnd-finished", G_CALLBACK (hide), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (hide), self, G_CONNECT_SWAPPED);
}

static void
moved_cb (VelTaskZones *self)
{
  if (!gtk_revealer_get_reveal_child (self->revealer) && !gtk_revealer_get_child_revealed (self->revealer))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  const VelTaskDrag *dragged = g_value_get_boxed (value);
  GtkWidget *zone = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  /* The zone goes, and with it where it could be told. */
  vel_task_deeds_apply (GTK_WIDGET (gtk_widget_get_root (zone)), dragged->book, dragged->ids, user_data);
  return TRUE;
}

static GtkWidget *
make_zone (const Zone *zone)
{
  GtkWidget *label = gtk_label_new (g_dpgettext2 (NULL, "zone", zone->label));
  GtkDropTarget *target = gtk_drop_target_new (VEL_TYPE_TASK_DRAG, GDK_ACTION_MOVE);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "vel-zone");
  gtk_widget_add_css_class (label, "day");
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), (gpointer) zone->deed);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (target));
  return label;
}

static void
vel_task_zones_class_init (VelTaskZonesClass *klass)
{
}

static void
vel_task_zones_init (VelTaskZones *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_add_css_class (box, "vel-zones");
  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    gtk_box_append (GTK_BOX (box), make_zone (&zones[i]));
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->revealer, GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (self->revealer, box);
  g_signal_connect_object (self->revealer, "notify::child-revealed", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->revealer));
}

/**
 * vel_task_zones_new:
 * @around: over what tasks are dragged
 *
 * Returns: (transfer floating): the days that wait for them
 */
GtkWidget *
vel_task_zones_new (GtkWidget *around)
{
  VelTaskZones *self = g_object_new (VEL_TYPE_TASK_ZONES, NULL);
  GtkEventController *motion = gtk_drop_controller_motion_new ();

  g_signal_connect_object (motion, "enter", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (around, motion);
  return GTK_WIDGET (self);
}
