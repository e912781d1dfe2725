/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-due.h"

#include <string.h>

#include "vel-date-format.h"
#include "vel-date.h"

#define DAY_LENGTH 10   /* "2026-11-24" */
#define TIME_LENGTH 5   /* "14:00" */

static gboolean
split_time (const char *text,
            int        *hour,
            int        *minute)
{
  if (strlen (text) != TIME_LENGTH || text[2] != ':')
    return FALSE;
  for (guint i = 0; i < TIME_LENGTH; i++)
    if (i != 2 && !g_ascii_isdigit (text[i]))
      return FALSE;
  *hour = (text[0] - '0') * 10 + text[1] - '0';
  *minute = (text[3] - '0') * 10 + text[4] - '0';
  return *hour < 24 && *minute < 60;
}

/**
 * vel_due_split:
 * @text: a moment as it is stored, "2026-11-24" or "2026-11-24T14:00"
 * @due: (out caller-allocates) (optional): its parts
 *
 * Returns: whether @text is of that form, and such a moment is in the calendar
 */
gboolean
vel_due_split (const char *text,
               VelDue     *due)
{
  VelDue found = { 0 };
  char day[DAY_LENGTH + 1];

  g_return_val_if_fail (text != NULL, FALSE);

  g_strlcpy (day, text, sizeof day);
  if (!g_ascii_isdigit (*text) || !vel_date_split (day, &found.year, &found.month, &found.day))
    return FALSE;
  found.has_time = text[DAY_LENGTH] != '\0';
  if (found.has_time &&
      (text[DAY_LENGTH] != 'T' || !split_time (text + DAY_LENGTH + 1, &found.hour, &found.minute)))
    return FALSE;
  if (due != NULL)
    *due = found;
  return TRUE;
}

/**
 * vel_due_join:
 * @due: a moment
 *
 * Returns: (transfer full): the moment as it is stored
 */
char *
vel_due_join (const VelDue *due)
{
  return due->has_time ? g_strdup_printf ("%04d-%02d-%02dT%02d:%02d", due->year, due->month, due->day,
                                          due->hour, due->minute)
                       : g_strdup_printf ("%04d-%02d-%02d", due->year, due->month, due->day);
}

/* The same numbers on the clock of Greenwich, where no hour is ever skipped. */
static GDateTime *
to_plain (const VelDue *due)
{
  return g_date_time_new_utc (due->year, due->month, due->day, due->hour, due->minute, 0);
}

/**
 * vel_due_format:
 * @text: a moment as it is stored
 *
 * Returns: (transfer full): the moment as the interface shows it, in its
 *   language; @text itself where it is none
 */
char *
vel_due_format (const char *text)
{
  g_autoptr(GDateTime) plain = NULL;
  VelDue due;

  if (!vel_due_split (text, &due))
    return g_strdup (text);
  if (!due.has_time)
    return vel_date_format (text);
  plain = to_plain (&due);
  return vel_date_time_format_wall (g_date_time_to_unix (plain));
}

/**
 * vel_due_format_clock:
 * @text: a moment as it is stored
 *
 * Returns: (transfer full) (nullable): its time of day as the interface shows it,
 *   in its language; %NULL where it has none
 */
char *
vel_due_format_clock (const char *text)
{
  VelDue due;

  return vel_due_split (text, &due) && due.has_time ? vel_date_format_clock (due.hour, due.minute) : NULL;
}

/**
 * vel_due_from_utc:
 * @utc: an instant, in seconds since 1970 in UTC
 *
 * Returns: (transfer full): what the clock on the wall shows then, with the time of day
 */
char *
vel_due_from_utc (gint64 utc)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (utc);
  VelDue due = { 0 };

  if (time == NULL)
    return g_strdup ("");
  g_date_time_get_ymd (time, &due.year, &due.month, &due.day);
  due.has_time = TRUE;
  due.hour = g_date_time_get_hour (time);
  due.minute = g_date_time_get_minute (time);
  return vel_due_join (&due);
}

/**
 * vel_due_set_hour:
 * @text: a moment as it is stored
 * @hour: a time of day, "09:00"
 *
 * Returns: (transfer full): the moment, at @hour where it has no time of its own
 */
char *
vel_due_set_hour (const char *text,
                  const char *hour)
{
  VelDue due;

  if (!vel_due_split (text, &due) || due.has_time || !split_time (hour, &due.hour, &due.minute))
    return g_strdup (text);
  due.has_time = TRUE;
  return vel_due_join (&due);
}

/**
 * vel_due_add_minutes:
 * @text: a moment as it is stored
 * @minutes: how much later, or earlier where it is negative
 *
 * Reckons on the clock on the wall, as if no clock were ever changed. A day
 * begins at midnight, unless whole days are added to it: then it stays a day.
 *
 * Returns: (transfer full) (nullable): the moment, or %NULL where it is outside the calendar
 */
char *
vel_due_add_minutes (const char *text,
                     gint64      minutes)
{
  g_autoptr(GDateTime) plain = NULL;
  g_autoptr(GDateTime) moved = NULL;
  const gint64 a_day = 24 * 60;
  VelDue due;

  if (!vel_due_split (text, &due) || ABS (minutes) > 10000 * 366 * a_day)
    return NULL;
  plain = to_plain (&due);
  moved = g_date_time_add_days (plain, minutes / a_day);
  if (moved != NULL)
    {
      g_autoptr(GDateTime) whole = g_steal_pointer (&moved);

      moved = g_date_time_add_minutes (whole, minutes % a_day);
    }
  if (moved == NULL)
    return NULL;
  g_date_time_get_ymd (moved, &due.year, &due.month, &due.day);
  due.has_time = due.has_time || minutes % a_day != 0;
  due.hour = g_date_time_get_hour (moved);
  due.minute = g_date_time_get_minute (moved);
  return vel_due_join (&due);
}

/**
 * vel_due_add_days:
 * @text: a moment as it is stored
 * @days: how much later, or earlier where it is negative
 *
 * Returns: (transfer full) (nullable): the same time of another day, or %NULL
 *   where that is outside the calendar
 */
char *
vel_due_add_days (const char *text,
                  int         days)
{
  return vel_due_add_minutes (text, (gint64) days * 24 * 60);
}

/**
 * vel_due_get_weekday:
 * @text: a moment as it is stored
 *
 * Returns: its day of the week, or %G_DATE_BAD_WEEKDAY where it is no moment
 */
GDateWeekday
vel_due_get_weekday (const char *text)
{
  VelDue due;
  GDate date;

  if (!vel_due_split (text, &due))
    return G_DATE_BAD_WEEKDAY;
  g_date_set_dmy (&date, (GDateDay) due.day, (GDateMonth) due.month, (GDateYear) due.year);
  return g_date_get_weekday (&date);
}

/**
 * vel_due_to_utc:
 * @text: a moment as it is stored
 * @hour: the time of day of one that has none, "09:00"
 * @zone: where the clock hangs
 * @utc: (out): the instant, in seconds since 1970 in UTC
 *
 * Where the clocks are put forward over the moment it is so much later: 02:30
 * is 03:30. Where they are put back, and it comes twice, it is the first.
 *
 * Returns: whether @text is a moment
 */
gboolean
vel_due_to_utc (const char *text,
                const char *hour,
                GTimeZone  *zone,
                gint64     *utc)
{
  g_autofree char *whole = vel_due_set_hour (text, hour);
  g_autoptr(GDateTime) plain = NULL;
  VelDue due;
  gint64 wall;
  int interval;

  if (!vel_due_split (whole, &due))
    return FALSE;
  plain = to_plain (&due);
  wall = g_date_time_to_unix (plain);
  /* The offset that held on the day before: with it a moment that is skipped
   * comes out later, and one that comes twice the first time. */
  interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, wall - 24 * 60 * 60);
  *utc = wall - g_time_zone_get_offset (zone, interval);
  interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, *utc);
  if (*utc + g_time_zone_get_offset (zone, interval) != wall)
    {
      const gint64 other = wall - g_time_zone_get_offset (zone, interval);

      interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, other);
      if (other + g_time_zone_get_offset (zone, interval) == wall)
        *utc = other;
    }
  return TRUE;
}

/**
 * vel_due_is_skipped:
 * @text: a moment as it is stored
 * @zone: where the clock hangs
 *
 * Returns: whether the clocks are put forward over it, so that no clock ever shows it
 */
gboolean
vel_due_is_skipped (const char *text,
                    GTimeZone  *zone)
{
  g_autoptr(GDateTime) plain = NULL;
  VelDue due;
  gint64 utc;
  int interval;

  if (!vel_due_split (text, &due) || !due.has_time || !vel_due_to_utc (text, "00:00", zone, &utc))
    return FALSE;
  plain = to_plain (&due);
  interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, utc);
  return utc + g_time_zone_get_offset (zone, interval) != g_date_time_to_unix (plain);
}
