/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is to be done when, as one sees it from today.
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-task-agenda.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vel-date-format.h"
#include "vel-date.h"
#include "vel-due.h"

#define DAY_LENGTH 10   /* "2026-11-24" */

static const char * const sections[VEL_TASK_N_SECTIONS] = {
  N_("Overdue"),
  N_("Today"),
  N_("Tomorrow"),
  N_("This week"),
  N_("Later"),
  N_("Without a date"),
  N_("Done"),
};

static char *
dup_day (const char *moment)
{
  return g_strndup (moment, DAY_LENGTH);
}

/**
 * vel_task_dup_today:
 *
 * Returns: (transfer full): the day it is here, "2026-11-24"
 */
char *
vel_task_dup_today (void)
{
  g_autofree char *now = vel_due_from_utc (g_get_real_time () / G_USEC_PER_SEC);

  return dup_day (now);
}

/* The Sunday on or after a day: weeks begin on Monday. */
static char *
dup_sunday (const char *today)
{
  const GDateWeekday weekday = vel_due_get_weekday (today);

  return weekday != G_DATE_BAD_WEEKDAY ? vel_due_add_days (today, G_DATE_SUNDAY - weekday) : g_strdup (today);
}

/**
 * vel_task_find_section:
 * @due: (nullable): when a task is due, see #VelDue
 * @is_done: whether it is done
 * @today: the day it is, "2026-11-24"
 *
 * Returns: where it stands
 */
VelTaskSection
vel_task_find_section (const char *due,
                       gboolean    is_done,
                       const char *today)
{
  g_autofree char *tomorrow = NULL;
  g_autofree char *sunday = NULL;
  int order;

  if (is_done)
    return VEL_TASK_DONE;
  if (due == NULL || *due == '\0')
    return VEL_TASK_NO_DATE;
  order = strncmp (due, today, DAY_LENGTH);
  if (order <= 0)
    return order < 0 ? VEL_TASK_OVERDUE : VEL_TASK_TODAY;
  tomorrow = vel_due_add_days (today, 1);
  sunday = dup_sunday (today);
  if (tomorrow != NULL && strncmp (due, tomorrow, DAY_LENGTH) == 0)
    return VEL_TASK_TOMORROW;
  return sunday != NULL && strncmp (due, sunday, DAY_LENGTH) <= 0 ? VEL_TASK_THIS_WEEK : VEL_TASK_LATER;
}

/**
 * vel_task_is_late:
 * @due: (nullable): when an open task is due, see #VelDue
 * @now: the moment it is, "2026-11-24T14:00"
 *
 * Returns: whether it should have been done: one with a time once its minute is over, one
 *   with a day alone once the day is over
 */
gboolean
vel_task_is_late (const char *due,
                  const char *now)
{
  if (due == NULL || *due == '\0')
    return FALSE;
  return strlen (due) > DAY_LENGTH ? strcmp (due, now) < 0 : strncmp (due, now, DAY_LENGTH) < 0;
}

/**
 * vel_task_say_section:
 * @section: a section
 *
 * Returns: (transfer none): its heading
 */
const char *
vel_task_say_section (VelTaskSection section)
{
  g_return_val_if_fail (section < VEL_TASK_N_SECTIONS, "");

  return _(sections[section]);
}

/**
 * vel_task_dup_pause:
 * @pause: how long
 *
 * Returns: (transfer full): when that is over, counted from now, see #VelDue
 */
char *
vel_task_dup_pause (VelTaskPause pause)
{
  g_autofree char *now = vel_due_from_utc (g_get_real_time () / G_USEC_PER_SEC);
  g_autofree char *today = dup_day (now);
  g_autofree char *day = NULL;

  if (pause == VEL_TASK_TEN_MINUTES)
    return vel_due_add_minutes (now, 10);
  if (pause == VEL_TASK_UNTIL_TOMORROW)
    {
      day = vel_due_add_days (today, 1);
    }
  else
    {
      g_autofree char *sunday = dup_sunday (today);

      day = vel_due_add_days (sunday, 1);
    }
  return vel_due_set_hour (day, "09:00");
}

static int
count_days (const char *from,
            const char *to)
{
  VelDue first;
  VelDue second;
  GDate a;
  GDate b;

  if (!vel_due_split (from, &first) || !vel_due_split (to, &second))
    return 0;
  g_date_set_dmy (&a, first.day, first.month, first.year);
  g_date_set_dmy (&b, second.day, second.month, second.year);
  return g_date_days_between (&a, &b);
}

/**
 * vel_task_say_due:
 * @due: when something is due, see #VelDue
 * @now: what the clock on the wall shows, with the time of day
 * @is_headed: whether a heading says already that it is today or tomorrow
 *
 * Says it as short as can be: how many days ago it was, or the day, and the time.
 *
 * Returns: (transfer full): "14:00", "today, 14:00", "2 days late", "4 December, 14:00";
 *   "" for what a heading has said
 */
char *
vel_task_say_due (const char *due,
                  const char *now,
                  gboolean    is_headed)
{
  g_autofree char *time = vel_due_format_clock (due);
  g_autofree char *day = dup_day (due);
  const int days = count_days (now, due);
  g_autofree char *date = NULL;

  if (days < 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day late", "%d days late", -days), -days);
  if (days <= 1 && is_headed)
    return time != NULL ? g_steal_pointer (&time) : g_strdup ("");
  if (days <= 1)
    date = g_strdup (days == 0 ? _("today") : _("tomorrow"));
  else
    date = vel_date_format_short (day);
  return time != NULL ? g_strdup_printf ("%s, %s", date, time) : g_steal_pointer (&date);
}
