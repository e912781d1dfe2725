/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VelTaskSection:
 * @VEL_TASK_OVERDUE: open, and due on a day that has passed
 * @VEL_TASK_TODAY: due today
 * @VEL_TASK_TOMORROW: due tomorrow
 * @VEL_TASK_THIS_WEEK: due later than that, but no later than the next Sunday
 * @VEL_TASK_LATER: due after that
 * @VEL_TASK_NO_DATE: open, and not due on any day
 * @VEL_TASK_DONE: done
 * @VEL_TASK_N_SECTIONS: how many sections there are
 *
 * Where a task stands in a list of them, in this order.
 */
typedef enum
{
  VEL_TASK_OVERDUE,
  VEL_TASK_TODAY,
  VEL_TASK_TOMORROW,
  VEL_TASK_THIS_WEEK,
  VEL_TASK_LATER,
  VEL_TASK_NO_DATE,
  VEL_TASK_DONE,
  VEL_TASK_N_SECTIONS
} VelTaskSection;

/**
 * VelTaskPause:
 * @VEL_TASK_TEN_MINUTES: ten minutes
 * @VEL_TASK_UNTIL_TOMORROW: until nine in the morning of tomorrow
 * @VEL_TASK_UNTIL_MONDAY: until nine in the morning of the next Monday
 *
 * How long a task that rings is left alone, as bubbles and lists offer it.
 */
typedef enum
{
  VEL_TASK_TEN_MINUTES,
  VEL_TASK_UNTIL_TOMORROW,
  VEL_TASK_UNTIL_MONDAY
} VelTaskPause;

char           *vel_task_dup_today    (void);
VelTaskSection  vel_task_find_section (const char     *due,
                                       gboolean        is_done,
                                       const char     *today);
gboolean        vel_task_is_late      (const char     *due,
                                       const char     *now);
const char     *vel_task_say_section  (VelTaskSection  section);
char           *vel_task_dup_pause    (VelTaskPause    pause);
char           *vel_task_say_due      (const char     *due,
                                       const char     *now,
                                       gboolean        is_headed);

G_END_DECLS
