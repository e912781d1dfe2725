/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When something is due, in the words in which people put it off.
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-due.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vel-date-scan.h"
#include "vel-date.h"
#include "vel-text.h"

/* Nobody puts anything off by more. */
#define MAX_AMOUNT 10000

/* All words are folded, as the text is; the longer of two that begin alike comes first. */
static const struct
{
  const char *words;
  int         days;
} days[] = {
  { "today", 0 },
  { "bugun", 0 },
  { "tonight", 0 },
  { "tomorrow", 1 },
  { "yarin", 1 },
  { "the day after tomorrow", 2 },
  { "day after tomorrow", 2 },
  { "obur gun", 2 },
  { "ertesi gun", 1 },
  { "next week", 7 },
  { "haftaya", 7 },
};

/* From Monday, 1, to Sunday, 7, as GDateTime counts. */
static const struct
{
  const char *word;
  int         day;
} weekdays[] = {
  { "monday", 1 },
  { "tuesday", 2 },
  { "wednesday", 3 },
  { "thursday", 4 },
  { "friday", 5 },
  { "saturday", 6 },
  { "sunday", 7 },
  { "pazartesi", 1 },
  { "sali", 2 },
  { "carsamba", 3 },
  { "persembe", 4 },
  { "cumartesi", 6 },
  { "cuma", 5 },
  { "pazar", 7 },
};

/* So many minutes; months are counted apart. */
static const struct
{
  const char *word;
  gint64      minutes;
  int         months;
} units[] = {
  { "minutes", 1, 0 },
  { "minute", 1, 0 },
  { "mins", 1, 0 },
  { "min", 1, 0 },
  { "dakika", 1, 0 },
  { "dk", 1, 0 },
  { "m", 1, 0 },
  { "hours", 60, 0 },
  { "hour", 60, 0 },
  { "saat", 60, 0 },
  { "sa", 60, 0 },
  { "h", 60, 0 },
  { "days", 1440, 0 },
  { "day", 1440, 0 },
  { "gun", 1440, 0 },
  { "d", 1440, 0 },
  { "g", 1440, 0 },
  { "weeks", 7 * 1440, 0 },
  { "week", 7 * 1440, 0 },
  { "hafta", 7 * 1440, 0 },
  { "w", 7 * 1440, 0 },
  { "months", 0, 1 },
  { "month", 0, 1 },
  { "ay", 0, 1 },
  { "years", 0, 12 },
  { "year", 0, 12 },
  { "yil", 0, 12 },
};

/* Whether @text begins with whole words; then @rest is what comes after them. */
static gboolean
begins_with (const char  *text,
             const char  *words,
             const char **rest)
{
  const gsize length = strlen (words);

  if (!g_str_has_prefix (text, words) || g_ascii_isalnum (text[length]))
    return FALSE;
  *rest = text + length;
  while (**rest == ' ' || **rest == ',')
    (*rest)++;
  return TRUE;
}

/* "14:30", "9.05", "saat 9", "at 9", "9am", "9:30 pm" */
static gboolean
read_time (const char *text,
           int        *hour,
           int        *minute)
{
  const char *digits = text;
  gboolean announced = begins_with (text, "saat", &digits) || begins_with (text, "at", &digits);
  gboolean halves = FALSE;
  char *end;

  if (!g_ascii_isdigit (*digits))
    return FALSE;
  *hour = (int) MIN (g_ascii_strtoull (digits, &end, 10), 99);
  *minute = 0;
  if (*end == ':' || *end == '.')
    {
      if (!g_ascii_isdigit (end[1]) || !g_ascii_isdigit (end[2]))
        return FALSE;
      *minute = (end[1] - '0') * 10 + end[2] - '0';
      announced = TRUE;
      end += 3;
    }
  while (*end == ' ')
    end++;
  if (g_str_equal (end, "am") || g_str_equal (end, "pm"))
    {
      if (*hour < 1 || *hour > 12)
        return FALSE;
      *hour = *hour % 12 + (*end == 'p' ? 12 : 0);
      halves = TRUE;
      end += 2;
    }
  return *end == '\0' && (announced || halves) && *hour < 24 && *minute < 60;
}

/* What stands where a time should be, and is none. */
#define NO_SUCH_TIME -1

/* A day so many days from @now, at the time that @time says, if it says one. */
static gboolean
at_day (GDateTime   *now,
        int          distance,
        const char  *time,
        VelDue      *due)
{
  g_autoptr(GDateTime) day = g_date_time_add_days (now, distance);

  if (day == NULL)
    return FALSE;
  g_date_time_get_ymd (day, &due->year, &due->month, &due->day);
  due->has_time = *time != '\0';
  due->hour = 0;
  due->minute = 0;
  if (!due->has_time || read_time (time, &due->hour, &due->minute))
    return TRUE;
  due->hour = NO_SUCH_TIME;
  return FALSE;
}

/* Minutes and hours lead to a time of day, longer distances to a day. */
static gboolean
go_on (GDateTime *now,
       gint64     amount,
       guint      unit,
       VelDue    *due)
{
  g_autoptr(GDateTime) at = NULL;

  if (units[unit].months > 0)
    at = g_date_time_add_months (now, amount * units[unit].months);
  else if (units[unit].minutes >= 1440)
    at = g_date_time_add_days (now, amount * (units[unit].minutes / 1440));
  else
    at = g_date_time_add_minutes (now, amount * units[unit].minutes);
  if (at == NULL)
    return FALSE;
  g_date_time_get_ymd (at, &due->year, &due->month, &due->day);
  due->has_time = units[unit].months == 0 && units[unit].minutes < 1440;
  due->hour = due->has_time ? g_date_time_get_hour (at) : 0;
  due->minute = due->has_time ? g_date_time_get_minute (at) : 0;
  return TRUE;
}

/* "10m", "in 10 minutes", "2 saat sonra", "3 gün" */
static gboolean
read_distance (const char *text,
               GDateTime  *now,
               VelDue     *due)
{
  const char *digits = text;
  const char *rest;
  char *end;
  guint64 amount;

  begins_with (text, "in", &digits);
  if (!g_ascii_isdigit (*digits))
    return FALSE;
  amount = g_ascii_strtoull (digits, &end, 10);
  while (*end == ' ')
    end++;
  for (guint i = 0; i < G_N_ELEMENTS (units) && amount <= MAX_AMOUNT; i++)
    if (begins_with (end, units[i].word, &rest) && (*rest == '\0' || g_str_equal (rest, "sonra")))
      return go_on (now, (gint64) amount, i, due);
  return FALSE;
}

static gboolean
read_words (const char *text,
            GDateTime  *now,
            VelDue     *due)
{
  const char *rest = text;
  int week = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    if (begins_with (text, days[i].words, &rest) && at_day (now, days[i].days, rest, due))
      return TRUE;
  /* "haftaya salı" is the Tuesday of the next week, "next Tuesday" the next one. */
  rest = text;
  if (begins_with (text, "haftaya", &rest))
    week = 8 - g_date_time_get_day_of_week (now);
  else if (!begins_with (text, "next", &rest) && !begins_with (text, "gelecek", &rest))
    begins_with (text, "onumuzdeki", &rest);
  for (gsize i = 0; i < G_N_ELEMENTS (weekdays); i++)
    if (begins_with (rest, weekdays[i].word, &rest))
      {
        const int ahead = (weekdays[i].day - g_date_time_get_day_of_week (now) + 7) % 7;

        /* On a Friday "Friday" is the one in a week; today is called today. */
        begins_with (rest, "gunu", &rest);
        return at_day (now, week > 0 ? week + weekdays[i].day - 1 : ahead == 0 ? 7 : ahead, rest, due);
      }
  return read_distance (text, now, due);
}

/* A time alone is the next such one. */
static gboolean
read_time_alone (const char *text,
                 GDateTime  *now,
                 VelDue     *due)
{
  int hour;
  int minute;

  if (!read_time (text, &hour, &minute))
    {
      if (strchr (text, ':') != NULL && text[strspn (text, "0123456789:")] == '\0')
        due->hour = NO_SUCH_TIME;
      return FALSE;
    }
  return at_day (now, hour * 60 + minute <= g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now), text, due);
}

/* A date in numbers or with the name of its month, as in a file. */
static gboolean
read_date (const char  *text,
           VelDue      *due,
           GError     **error)
{
  g_autofree char *day = NULL;
  VelDateScan scan;

  if (!vel_date_parse (text, VEL_DATE_ORDER_DAY_FIRST, &day, error))
    return FALSE;
  if (vel_date_scan (text, &scan) && scan.has_offset)
    {
      g_autofree char *local = NULL;
      gint64 utc;

      if (!vel_date_time_parse (text, VEL_DATE_ORDER_DAY_FIRST, &utc, error))
        return FALSE;
      local = vel_due_from_utc (utc);
      return vel_due_split (local, due);
    }
  vel_date_split (day, &due->year, &due->month, &due->day);
  due->has_time = scan.has_time;
  due->hour = scan.has_time ? scan.hour : 0;
  due->minute = scan.has_time ? scan.minute : 0;
  return TRUE;
}

/**
 * vel_due_parse:
 * @text: what somebody typed
 * @now: the present instant, in seconds since 1970 in UTC
 * @due: (out) (transfer full) (optional): the moment as it is stored
 * @error: return location for a #GError of the domain %VEL_TEXT_ERROR
 *
 * Reads when something is due, in Turkish and English words: "10m", "2 saat
 * sonra", "in 3 days", "yarın 9:00", "tomorrow", "next Monday 09:00", "cuma",
 * "14:30" (the next one), "31.12.2026 14:30", "2026-12-31T14:30". Minutes and
 * hours from now are moments; days, weeks and months from now are days. Where a
 * distance from UTC is written, it is that instant by the local clock.
 *
 * Returns: %FALSE with @error set if the text says no moment, or one that is not
 *   in the calendar
 */
gboolean
vel_due_parse (const char  *text,
               gint64       now,
               char       **due,
               GError     **error)
{
  g_autofree char *fold = NULL;
  g_autoptr(GDateTime) time = NULL;
  g_autofree char *joined = NULL;
  VelDue found = { 0 };

  g_return_val_if_fail (text != NULL, FALSE);

  fold = g_strstrip (vel_text_fold (text));
  time = g_date_time_new_from_unix_local (now);
  g_return_val_if_fail (time != NULL, FALSE);
  if (!read_words (fold, time, &found) && !read_time_alone (fold, time, &found))
    {
      if (found.hour == NO_SUCH_TIME)
        return vel_text_fail (error, _("There is no such time of day."));
      if (!read_date (text, &found, error))
        return FALSE;
    }
  joined = vel_due_join (&found);
  if (!vel_due_split (joined, NULL))
    return vel_text_fail (error, _("This day is not in the calendar."));
  if (due != NULL)
    *due = g_steal_pointer (&joined);
  return TRUE;
}
