/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-task-drag.h"

#include "vel-drag-escape.h"
#include "vel-task-deeds.h"

/* Tasks that are dragged to another day, from a list or a calendar to either. */

#define DROP_STYLE "vel-drop"

G_DEFINE_BOXED_TYPE (VelTaskDrag, vel_task_drag, vel_task_drag_ref, vel_task_drag_unref)

/**
 * vel_task_drag_new:
 * @book: a book
 * @ids: (transfer full) (element-type gint64): tasks of it
 *
 * Returns: (transfer full): what can be dragged
 */
VelTaskDrag *
vel_task_drag_new (VelBook *book,
                   GArray  *ids)
{
  VelTaskDrag *self = g_atomic_rc_box_new0 (VelTaskDrag);

  self->book = g_object_ref (book);
  self->ids = ids;
  return self;
}

/**
 * vel_task_drag_ref:
 * @self: tasks in the air
 *
 * Returns: (transfer full): the same
 */
VelTaskDrag *
vel_task_drag_ref (VelTaskDrag *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  VelTaskDrag *self = data;

  g_object_unref (self->book);
  g_array_unref (self->ids);
}

/**
 * vel_task_drag_unref:
 * @self: (transfer full): tasks in the air
 */
void
vel_task_drag_unref (VelTaskDrag *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            gpointer       user_data)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr(VelTaskDrag) dragged = ((VelTaskDragged) user_data) (widget);
  g_autoptr(GdkPaintable) picture = NULL;
  g_autoptr(GdkPaintable) still = NULL;

  if (dragged == NULL || dragged->ids->len == 0)
    return NULL;
  /* As it is now: while it is in the air the widget may show another. */
  picture = gtk_widget_paintable_new (widget);
  still = gdk_paintable_get_current_image (picture);
  gtk_drag_source_set_icon (source, still, (int) x, (int) y);
  return gdk_content_provider_new_typed (VEL_TYPE_TASK_DRAG, dragged);
}

static void
begin_cb (GtkDragSource *source,
          GdkDrag       *drag)
{
  vel_drag_escape_watch (drag);
}

/**
 * vel_task_drag_add_source:
 * @widget: shows a task
 * @dragged: tells which tasks go with it: its own, or all that are selected
 *
 * Lets the widget be dragged.
 */
void
vel_task_drag_add_source (GtkWidget      *widget,
                          VelTaskDragged  dragged)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), dragged);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), NULL);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
}

static GdkDragAction
enter_cb (GtkDropTarget *target,
          double         x,
          double         y,
          gpointer       user_data)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  g_autofree char *day = ((VelTaskDropDay) user_data) (widget);

  if (day == NULL)
    return 0;
  gtk_widget_add_css_class (widget, DROP_STYLE);
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target)
{
  gtk_widget_remove_css_class (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), DROP_STYLE);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  g_autofree char *day = ((VelTaskDropDay) user_data) (widget);
  const VelTaskDrag *dragged = g_value_get_boxed (value);

  leave_cb (target);
  if (day == NULL)
    return FALSE;
  vel_task_deeds_move (window, dragged->book, dragged->ids, day);
  return TRUE;
}

/**
 * vel_task_drag_add_target:
 * @widget: stands for a day
 * @day: tells which
 *
 * Lets tasks be dropped on the widget, which moves them to that day.
 */
void
vel_task_drag_add_target (GtkWidget      *widget,
                          VelTaskDropDay  day)
{
  GtkDropTarget *target = gtk_drop_target_new (VEL_TYPE_TASK_DRAG, GDK_ACTION_MOVE);

  g_signal_connect (target, "enter", G_CALLBACK (enter_cb), day);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), day);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
