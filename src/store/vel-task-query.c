/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which tasks the places of the program show, all in the order in which they are due.
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-task-query.h"

#include "vel-due.h"
#include "vel-task.h"

static void
take (VelFilter   *all,
      VelFilterOp  op,
      const char  *field,
      const char  *value)
{
  const char * const values[] = { value, NULL };

  vel_filter_take (all, vel_filter_new (op, field, value != NULL ? values : NULL));
}

static VelQuery *
new_query (const VelFilter *filter)
{
  return vel_query_new (&vel_task_entity, filter, NULL, "due", FALSE);
}

static void
take_link (VelFilter  *all,
           const char *link,
           gint64      id)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  take (all, VEL_FILTER_IS, link, value);
}

/* The last midnight of this zone, as text. */
static char *
dup_midnight (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) midnight = g_date_time_new_local (g_date_time_get_year (now), g_date_time_get_month (now),
                                                         g_date_time_get_day_of_month (now), 0, 0, 0);

  return g_strdup_printf ("%" G_GINT64_FORMAT, g_date_time_to_unix (midnight));
}

/**
 * vel_task_query_section:
 * @section: overdue, today, tomorrow, without a date, or done, which is done today
 *
 * Returns: (transfer full): the query for those tasks as of today: it is made
 *   anew when another day has begun
 */
VelQuery *
vel_task_query_section (VelTaskSection section)
{
  g_autoptr(VelFilter) all = vel_filter_new_join (VEL_FILTER_ALL);
  g_autofree char *midnight = NULL;

  if (section == VEL_TASK_DONE)
    {
      midnight = dup_midnight ();
      take (all, VEL_FILTER_NOT_EMPTY, "done", NULL);
      take (all, VEL_FILTER_FROM, "done", midnight);
      return new_query (all);
    }
  take (all, VEL_FILTER_EMPTY, "done", NULL);
  switch (section)
    {
    case VEL_TASK_OVERDUE:
      take (all, VEL_FILTER_BEFORE, "due", "today");
      break;

    case VEL_TASK_TODAY:
      take (all, VEL_FILTER_FROM, "due", "today");
      take (all, VEL_FILTER_BEFORE, "due", "today+1");
      break;

    case VEL_TASK_TOMORROW:
      take (all, VEL_FILTER_FROM, "due", "today+1");
      take (all, VEL_FILTER_BEFORE, "due", "today+2");
      break;

    case VEL_TASK_NO_DATE:
      take (all, VEL_FILTER_EMPTY, "due", NULL);
      break;

    case VEL_TASK_THIS_WEEK:
    case VEL_TASK_LATER:
    case VEL_TASK_DONE:
    case VEL_TASK_N_SECTIONS:
    default:
      g_return_val_if_reached (NULL);
    }
  return new_query (all);
}

/**
 * vel_task_query_open:
 * @link: (nullable): "customer" or "deal", or %NULL for the tasks of all and of nobody
 * @id: the id of that record
 *
 * Returns: (transfer full): the query for what is to be done for it
 */
VelQuery *
vel_task_query_open (const char *link,
                     gint64      id)
{
  g_autoptr(VelFilter) all = vel_filter_new_join (VEL_FILTER_ALL);

  if (link != NULL)
    take_link (all, link, id);
  take (all, VEL_FILTER_EMPTY, "done", NULL);
  return new_query (all);
}

/**
 * vel_task_query_done_of:
 * @link: "customer" or "deal"
 * @id: the id of that record
 *
 * Returns: (transfer full): the query for what was done for it, the latest first
 */
VelQuery *
vel_task_query_done_of (const char *link,
                        gint64      id)
{
  g_autoptr(VelFilter) all = vel_filter_new_join (VEL_FILTER_ALL);

  take_link (all, link, id);
  take (all, VEL_FILTER_NOT_EMPTY, "done", NULL);
  return new_query (all);
}

/**
 * vel_task_query_due:
 *
 * Returns: (transfer full): the query for what is to be done today, also what
 *   should have been done before
 */
VelQuery *
vel_task_query_due (void)
{
  g_autoptr(VelFilter) all = vel_filter_new_join (VEL_FILTER_ALL);

  take (all, VEL_FILTER_EMPTY, "done", NULL);
  take (all, VEL_FILTER_BEFORE, "due", "today+1");
  return new_query (all);
}

/**
 * vel_task_query_day:
 * @day: a day, "2026-11-24"
 *
 * Returns: (transfer full): the query for what is due on that day, done or not
 */
VelQuery *
vel_task_query_day (const char *day)
{
  g_autoptr(VelFilter) all = vel_filter_new_join (VEL_FILTER_ALL);
  g_autofree char *next = vel_due_add_days (day, 1);

  take (all, VEL_FILTER_FROM, "due", day);
  if (next != NULL)
    take (all, VEL_FILTER_BEFORE, "due", next);
  return new_query (all);
}
