/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days by the week, the month or the year around them: "hafta sonu", "haftaya salı",
 * "gelecek ay", "end of the year".
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-capture-private.h"

static const char *const next_words[] = { "gelecek", "next", NULL };

/* "hafta sonu", "this weekend", "gelecek hafta sonu", "hafta başı" */
static gboolean
take_weekend (VelCaptureReader *reader,
              guint            *at,
              VelCaptureDate   *date,
              VelCase          *kase)
{
  guint i = *at;
  gboolean next;
  gboolean begun;

  vel_capture_take (reader, &i, "the");
  next = vel_capture_take_any (reader, &i, next_words);
  if (!next && !vel_capture_take (reader, &i, "bu") && !vel_capture_take (reader, &i, "this"))
    vel_capture_take (reader, &i, "onumuzdeki");
  *kase = VEL_CASE_NONE;
  if (vel_capture_take (reader, &i, "hafta"))
    {
      if (vel_capture_take_stem (reader, &i, "basi", kase))
        {
          date->day = vel_capture_day_coming (reader->today, 1);
          *at = i;
          return date->day != 0;
        }
      if (!vel_capture_take_stem (reader, &i, "sonu", kase))
        return FALSE;
    }
  else if (!vel_capture_take_stem (reader, &i, "haftasonu", kase) && !vel_capture_take (reader, &i, "weekend"))
    {
      return FALSE;
    }
  /* On a Saturday or a Sunday it has begun. */
  begun = vel_capture_day_weekday (reader->today) >= 6;
  if (next)
    date->day = vel_capture_day_next_week (reader->today, 6);
  else
    date->day = begun ? reader->today : vel_capture_day_coming (reader->today, 6);
  *at = i;
  return date->day != 0;
}

/* "haftaya", "haftaya salı", "gelecek hafta", "next week on Tuesday", "haftaya bugün" */
static gboolean
take_week (VelCaptureReader *reader,
           guint            *at,
           VelCaptureDate   *date,
           VelCase          *kase)
{
  static const char *const weeks[] = { "next week", "gelecek hafta", "onumuzdeki hafta", NULL };
  static const char *const same_day[] = { "bugun", "ayni gun", NULL };
  guint i = *at;
  guint j;
  gboolean one_week = FALSE;
  int weekday;

  *kase = VEL_CASE_NONE;
  if (vel_capture_take (reader, &i, "haftaya") || vel_capture_take (reader, &i, "gelecek haftaya"))
    {
      one_week = TRUE;
      if (vel_capture_is (reader, i, "kadar"))
        *kase = VEL_CASE_DATIVE;
    }
  else if (!vel_capture_take_any (reader, &i, weeks))
    {
      return FALSE;
    }
  if (*kase == VEL_CASE_NONE && vel_capture_take_any (reader, &i, same_day))
    one_week = TRUE;
  j = i;
  vel_capture_take (reader, &j, "on");
  if (*kase == VEL_CASE_NONE && vel_capture_take_weekday (reader, &j, &weekday, kase))
    {
      date->day = vel_capture_day_next_week (reader->today, weekday);
      i = j;
    }
  else
    {
      date->day = one_week ? vel_capture_day_add (reader->today, 1, VEL_UNIT_WEEK)
                           : vel_capture_day_next_week (reader->today, 1);
    }
  if (date->day == 0)
    date->problem = VEL_PROBLEM_RANGE;
  *at = i;
  return TRUE;
}

/* "gelecek ay", "next year", "yıl sonu", "end of the year", "seneye", "end of the week" */
static gboolean
take_month_or_year (VelCaptureReader *reader,
                    guint            *at,
                    VelCaptureDate   *date,
                    VelCase          *kase)
{
  static const char *const months[] = { "gelecek ay", "onumuzdeki ay", "next month", NULL };
  static const char *const years[] = {
    "gelecek yil", "gelecek sene", "onumuzdeki yil", "onumuzdeki sene", "next year", NULL,
  };
  static const char *const week_ends[] = { "end of the week", "end of week", "end of this week", "eow", NULL };
  static const char *const year_ends[] = {
    "end of the year", "end of year", "end of this year", "the end of the year", "the end of this year", "eoy", NULL,
  };
  guint i = *at;

  *kase = VEL_CASE_NONE;
  if (vel_capture_take_any (reader, &i, months))
    {
      const int next = reader->year * 12 + reader->month;

      date->day = vel_capture_day (next / 12, next % 12 + 1, 1);
    }
  else if (vel_capture_take_any (reader, &i, years))
    {
      date->day = vel_capture_day (reader->year + 1, 1, 1);
    }
  else if (vel_capture_take (reader, &i, "seneye"))
    {
      date->day = vel_capture_day_add (reader->today, 1, VEL_UNIT_YEAR);
    }
  else if (vel_capture_take_any (reader, &i, week_ends))
    {
      date->day = vel_capture_day_weekday (reader->today) == 5 ? reader->today
                                                               : vel_capture_day_coming (reader->today, 5);
    }
  else if (vel_capture_take_any (reader, &i, year_ends))
    {
      date->day = vel_capture_day (reader->year, 12, 31);
    }
  else
    {
      vel_capture_take (reader, &i, "bu");
      if (vel_capture_take_stem (reader, &i, "yilsonu", kase))
        date->day = vel_capture_day (reader->year, 12, 31);
      else if (!vel_capture_take (reader, &i, "yil") && !vel_capture_take (reader, &i, "sene") &&
               !vel_capture_take (reader, &i, "yilin") && !vel_capture_take (reader, &i, "senenin"))
        return FALSE;
      else if (vel_capture_take_stem (reader, &i, "sonu", kase))
        date->day = vel_capture_day (reader->year, 12, 31);
      else if (vel_capture_take_stem (reader, &i, "basi", kase))
        date->day = vel_capture_day (reader->year + 1, 1, 1);
      else
        return FALSE;
    }
  if (date->day == 0)
    date->problem = VEL_PROBLEM_RANGE;
  *at = i;
  return TRUE;
}

/*
 * vel_capture_take_period:
 *
 * Takes a day that is said by the week, the month or the year around it.
 */
gboolean
vel_capture_take_period (VelCaptureReader *reader,
                         guint            *at,
                         VelCaptureDate   *date,
                         VelCase          *kase)
{
  return take_weekend (reader, at, date, kase) || take_week (reader, at, date, kase) ||
         take_month_or_year (reader, at, date, kase);
}
