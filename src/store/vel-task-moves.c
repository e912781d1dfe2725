/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-task-moves.h"

#include <glib/gi18n-lib.h>

#include "vel-due.h"
#include "vel-task.h"

/* The changes that lists, cards, reminders and the command line make of tasks:
 * the same for all of them. What follows (the next one of a repeat, that it is not
 * snoozed any more) the store writes by itself, in the same change. */

static VelChange *
new_change (GPtrArray  *tasks,
            const char *one,
            const char *many)
{
  g_autofree char *count = g_strdup_printf ("%u", tasks->len);

  return tasks->len == 1 ? vel_change_new (one, vel_record_get_text (g_ptr_array_index (tasks, 0), "title"), NULL)
                         : vel_change_new (many, count, NULL);
}

/**
 * vel_task_finish:
 * @tasks: (element-type VelRecord): tasks; those that are done stay as they are
 * @now: when they were done, in seconds since 1970 in UTC
 *
 * Returns: (transfer full): the change that finishes them, and makes the next
 *   ones of those that are repeated
 */
VelChange *
vel_task_finish (GPtrArray *tasks,
                 gint64     now)
{
  VelChange *change = new_change (tasks, N_("Finish %s"), N_("Finish %s tasks"));

  for (guint i = 0; i < tasks->len; i++)
    {
      VelRecord *task = g_ptr_array_index (tasks, i);

      if (vel_record_get_integer (task, "done") == 0)
        vel_change_set_integer (change, &vel_task_entity, vel_record_get_id (task), "done", now);
    }
  return change;
}

/**
 * vel_task_reopen:
 * @task: a task that is done
 *
 * Returns: (transfer full): the change that opens it again; the next one that was
 *   made of it is taken back unless somebody has changed that
 */
VelChange *
vel_task_reopen (VelRecord *task)
{
  VelChange *change = vel_change_new (N_("Open %s again"), vel_record_get_text (task, "title"), NULL);

  vel_change_set_text (change, &vel_task_entity, vel_record_get_id (task), "done", NULL);
  return change;
}

/**
 * vel_task_snooze:
 * @tasks: (element-type VelRecord): tasks
 * @until: a day and a time, see #VelDue
 *
 * Returns: (transfer full): the change after which they do not ring before @until;
 *   when they are due stays as it is
 */
VelChange *
vel_task_snooze (GPtrArray  *tasks,
                 const char *until)
{
  VelChange *change = new_change (tasks, N_("Snooze %s"), N_("Snooze %s tasks"));

  for (guint i = 0; i < tasks->len; i++)
    vel_change_set_text (change, &vel_task_entity, vel_record_get_id (g_ptr_array_index (tasks, i)), "snoozed", until);
  return change;
}

/* The time of day that it had, on another day. */
static char *
move_day (const char *former,
          const char *due)
{
  VelDue from;
  VelDue to;

  if (due == NULL)
    return NULL;
  if (former == NULL || !vel_due_split (former, &from) || !vel_due_split (due, &to) || to.has_time || !from.has_time)
    return g_strdup (due);
  to.has_time = TRUE;
  to.hour = from.hour;
  to.minute = from.minute;
  return vel_due_join (&to);
}

/**
 * vel_task_put_off:
 * @tasks: (element-type VelRecord): tasks
 * @due: (nullable): a moment, see #VelDue; a day leaves each its time of day, %NULL takes it from them
 *
 * Returns: (transfer full): the change after which they are due then
 */
VelChange *
vel_task_put_off (GPtrArray  *tasks,
                  const char *due)
{
  VelChange *change = new_change (tasks, N_("Put off %s"), N_("Put off %s tasks"));

  for (guint i = 0; i < tasks->len; i++)
    {
      VelRecord *task = g_ptr_array_index (tasks, i);
      g_autofree char *moved = move_day (vel_record_get_text (task, "due"), due);

      vel_change_set_text (change, &vel_task_entity, vel_record_get_id (task), "due", moved);
    }
  return change;
}
