/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When something was, in the words in which people remember it.
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-when.h"

#include <string.h>

#include "vel-date.h"
#include "vel-text.h"

/* Noon stands for a day without a time: it is that day in every zone nearby. */
#define NOON 12

typedef enum
{
  UNIT_MINUTE,
  UNIT_HOUR,
  UNIT_DAY,
  UNIT_WEEK,
  UNIT_MONTH,
  UNIT_YEAR
} Unit;

/* All words are folded, as the text is. */
static const struct
{
  const char *words;
  int         days;
} days[] = {
  { "today", 0 },
  { "bugun", 0 },
  { "yesterday", -1 },
  { "dun", -1 },
  { "the day before yesterday", -2 },
  { "day before yesterday", -2 },
  { "evvelsi gun", -2 },
  { "evvelki gun", -2 },
  { "onceki gun", -2 },
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

static const struct
{
  const char *word;
  Unit        unit;
} units[] = {
  { "minutes", UNIT_MINUTE },
  { "minute", UNIT_MINUTE },
  { "min", UNIT_MINUTE },
  { "dakika", UNIT_MINUTE },
  { "dk", UNIT_MINUTE },
  { "hours", UNIT_HOUR },
  { "hour", UNIT_HOUR },
  { "saat", UNIT_HOUR },
  { "days", UNIT_DAY },
  { "day", UNIT_DAY },
  { "gun", UNIT_DAY },
  { "weeks", UNIT_WEEK },
  { "week", UNIT_WEEK },
  { "hafta", UNIT_WEEK },
  { "months", UNIT_MONTH },
  { "month", UNIT_MONTH },
  { "ay", UNIT_MONTH },
  { "years", UNIT_YEAR },
  { "year", UNIT_YEAR },
  { "yil", UNIT_YEAR },
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

/* "14:30", "9.05", "saat 9", "at 9"; nothing at all is noon */
static gboolean
read_time (const char *text,
           int        *hour,
           int        *minute)
{
  const char *digits = text;
  gboolean announced;
  char *end;

  *hour = NOON;
  *minute = 0;
  if (*text == '\0')
    return TRUE;
  announced = begins_with (text, "saat", &digits) || begins_with (text, "at", &digits);
  if (!g_ascii_isdigit (*digits))
    return FALSE;
  *hour = (int) MIN (g_ascii_strtoull (digits, &end, 10), 99);
  if (*end == ':' || *end == '.')
    {
      if (!g_ascii_isdigit (end[1]) || !g_ascii_isdigit (end[2]) || end[3] != '\0')
        return FALSE;
      *minute = (end[1] - '0') * 10 + end[2] - '0';
    }
  else if (*end != '\0' || !announced)
    {
      return FALSE;
    }
  return *hour < 24 && *minute < 60;
}

static gboolean
at_day (GDateTime  *now,
        int         distance,
        const char *time,
        gint64     *utc)
{
  g_autoptr(GDateTime) day = g_date_time_add_days (now, distance);
  g_autoptr(GDateTime) at = NULL;
  int hour;
  int minute;

  if (day == NULL || !read_time (time, &hour, &minute))
    return FALSE;
  at = g_date_time_new_local (g_date_time_get_year (day), g_date_time_get_month (day),
                              g_date_time_get_day_of_month (day), hour, minute, 0);
  if (at == NULL)
    return FALSE;
  *utc = g_date_time_to_unix (at);
  /* Nobody writes down at nine what will be at noon. */
  if (*time == '\0' && distance == 0)
    *utc = MIN (*utc, g_date_time_to_unix (now));
  return TRUE;
}

static gboolean
go_back (GDateTime *now,
         int        amount,
         Unit       unit,
         gint64    *utc)
{
  g_autoptr(GDateTime) at = NULL;

  switch (unit)
    {
    case UNIT_MINUTE:
      at = g_date_time_add_minutes (now, -amount);
      break;

    case UNIT_HOUR:
      at = g_date_time_add_hours (now, -amount);
      break;

    case UNIT_DAY:
      at = g_date_time_add_days (now, -amount);
      break;

    case UNIT_WEEK:
      at = g_date_time_add_weeks (now, -amount);
      break;

    case UNIT_MONTH:
      at = g_date_time_add_months (now, -amount);
      break;

    case UNIT_YEAR:
      at = g_date_time_add_years (now, -amount);
      break;

    default:
      g_return_val_if_reached (FALSE);
    }
  if (at == NULL)
    return FALSE;
  *utc = g_date_time_to_unix (at);
  return TRUE;
}

/* "3 days ago", "3 gün önce", "2 saat evvel" */
static gboolean
read_distance (const char *text,
               GDateTime  *now,
               gint64     *utc)
{
  char *end;
  const guint64 amount = g_ascii_isdigit (*text) ? g_ascii_strtoull (text, &end, 10) : 0;
  const char *rest;

  if (!g_ascii_isdigit (*text) || amount > 10000)
    return FALSE;
  while (*end == ' ')
    end++;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (begins_with (end, units[i].word, &rest) &&
        (g_str_equal (rest, "ago") || g_str_equal (rest, "once") || g_str_equal (rest, "evvel")))
      return go_back (now, (int) amount, units[i].unit, utc);
  return FALSE;
}

static gboolean
read_words (const char *text,
            GDateTime  *now,
            gint64     *utc)
{
  const char *rest;
  int hour;
  int minute;

  if (g_str_equal (text, "now") || g_str_equal (text, "simdi"))
    {
      *utc = g_date_time_to_unix (now);
      return TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    if (begins_with (text, days[i].words, &rest))
      return at_day (now, days[i].days, rest, utc);
  for (gsize i = 0; i < G_N_ELEMENTS (weekdays); i++)
    if (begins_with (text, weekdays[i].word, &rest))
      {
        const int back = (g_date_time_get_day_of_week (now) - weekdays[i].day + 7) % 7;

        /* On a Friday "Friday" is the one a week ago; today is called today. */
        begins_with (rest, "gunu", &rest);
        return at_day (now, back == 0 ? -7 : -back, rest, utc);
      }
  /* A time alone is of today. */
  if (*text != '\0' && read_time (text, &hour, &minute))
    return at_day (now, 0, text, utc);
  return read_distance (text, now, utc);
}

/**
 * vel_when_parse:
 * @text: what somebody typed
 * @now: the present instant, in seconds since 1970 in UTC
 * @utc: (out) (optional): the instant, in seconds since 1970 in UTC
 * @error: return location for a #GError of the domain %VEL_TEXT_ERROR
 *
 * Reads when something was, in Turkish and English words: "now", "14:30" (of
 * today), "dün 15:00", "yesterday", "cuma 10:30" (the last one), "3 gün önce",
 * "2 hours ago", or whatever vel_date_time_parse() reads with the day first. A day
 * without a time is its noon in the local zone.
 *
 * Returns: %FALSE with @error set if the text says no time
 */
gboolean
vel_when_parse (const char  *text,
                gint64       now,
                gint64      *utc,
                GError     **error)
{
  g_autofree char *fold = NULL;
  g_autoptr(GDateTime) time = NULL;
  g_autoptr(GDateTime) at = NULL;
  g_autoptr(GDateTime) noon = NULL;
  gint64 found;

  g_return_val_if_fail (text != NULL, FALSE);

  fold = g_strstrip (vel_text_fold (text));
  time = g_date_time_new_from_unix_local (now);
  if (!read_words (fold, time, &found))
    {
      if (!vel_date_time_parse (text, VEL_DATE_ORDER_DAY_FIRST, &found, error))
        return FALSE;
      /* Midnight is what is read where no time is written. */
      at = g_date_time_new_from_unix_local (found);
      if (at != NULL && strchr (text, ':') == NULL && g_date_time_get_hour (at) == 0 && g_date_time_get_minute (at) == 0)
        {
          noon = g_date_time_add_hours (at, NOON);
          found = g_date_time_to_unix (noon);
        }
    }
  if (utc != NULL)
    *utc = found;
  return TRUE;
}
