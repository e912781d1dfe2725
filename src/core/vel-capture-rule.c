/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a repeat that was read comes to: its first day, and its text in RFC 5545.
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-capture-private.h"

/* 29 February is at most eight years away. */
#define DAYS_AHEAD (9 * 366)

static gboolean
matches (const VelCaptureRule *rule,
         guint32               day)
{
  int year;
  int month;
  int day_of_month;

  if (rule->weekdays != 0 && (rule->weekdays & (1u << vel_capture_day_weekday (day))) == 0)
    return FALSE;
  vel_capture_day_split (day, &year, &month, &day_of_month);
  if (rule->month != 0 && rule->month != month)
    return FALSE;
  if (rule->in_month.days == 0 && rule->in_month.nth == 0)
    return TRUE;
  return vel_capture_day_in_month (&rule->in_month, year, month, day) == day;
}

/* The first day of @rule from @from on, or 0 if there is none in sight. */
guint32
vel_capture_rule_first (const VelCaptureRule *rule,
                        guint32               from)
{
  const guint32 last = vel_capture_day (VEL_CAPTURE_YEAR_MAX, 12, 31);

  for (guint32 day = from; day <= MIN (from + DAYS_AHEAD, last); day++)
    if (matches (rule, day))
      return day;
  return 0;
}

static void
append_numbers (GString *text,
                guint32  days)
{
  const char *separator = "";

  for (int i = 1; i <= 31; i++)
    if ((days & (1u << i)) != 0)
      {
        g_string_append_printf (text, "%s%d", separator, i);
        separator = ",";
      }
  if ((days & VEL_CAPTURE_LAST_DAY) != 0)
    g_string_append_printf (text, "%s-1", separator);
}

/* The value of an RRULE without an end. */
char *
vel_capture_rule_to_string (const VelCaptureRule *rule)
{
  static const char *const frequencies[] = { "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };
  static const char *const weekdays[] = { "", "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  GString *text = g_string_new ("FREQ=");
  const char *separator = ";BYDAY=";

  g_string_append (text, frequencies[rule->unit]);
  if (rule->interval > 1)
    g_string_append_printf (text, ";INTERVAL=%d", rule->interval);
  if (rule->month != 0)
    g_string_append_printf (text, ";BYMONTH=%d", rule->month);
  if (rule->in_month.days != 0)
    {
      g_string_append (text, ";BYMONTHDAY=");
      append_numbers (text, rule->in_month.days);
    }
  if (rule->in_month.nth != 0)
    g_string_append_printf (text, ";BYDAY=%d%s", rule->in_month.nth, weekdays[rule->in_month.weekday]);
  for (int i = 1; i <= 7; i++)
    if ((rule->weekdays & (1u << i)) != 0)
      {
        g_string_append_printf (text, "%s%s", separator, weekdays[i]);
        separator = ",";
      }
  return g_string_free (text, FALSE);
}
