/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vel-book.h"

G_BEGIN_DECLS

/**
 * VelTaskDrag:
 * @book: (owned): a book
 * @ids: (owned) (element-type gint64): tasks of it
 *
 * Tasks in the air. Counted by references.
 */
typedef struct
{
  VelBook *book;
  GArray  *ids;
} VelTaskDrag;

#define VEL_TYPE_TASK_DRAG (vel_task_drag_get_type ())

/**
 * VelTaskDragged:
 * @widget: what is dragged
 *
 * Returns: (transfer full) (nullable): the tasks that go with it, see vel_task_drag_new()
 */
typedef VelTaskDrag *(*VelTaskDragged) (GtkWidget *widget);

/**
 * VelTaskDropDay:
 * @widget: what they are dropped on
 *
 * Returns: (transfer full) (nullable): the day on which they are due then, "" for
 *   none; %NULL where they cannot be dropped
 */
typedef char *(*VelTaskDropDay) (GtkWidget *widget);

GType        vel_task_drag_get_type   (void);
VelTaskDrag *vel_task_drag_new        (VelBook        *book,
                                       GArray         *ids);
VelTaskDrag *vel_task_drag_ref        (VelTaskDrag    *self);
void         vel_task_drag_unref      (VelTaskDrag    *self);

void         vel_task_drag_add_source (GtkWidget      *widget,
                                       VelTaskDragged  dragged);
void         vel_task_drag_add_target (GtkWidget      *widget,
                                       VelTaskDropDay  day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelTaskDrag, vel_task_drag_unref)

G_END_DECLS
