/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days in words: tomorrow, Friday, next Tuesday; and what may stand before
 * and after any day: "until", "için", "-dan itibaren", "günü".
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-capture-private.h"

static const char *const next_words[] = { "gelecek", "next", NULL };

static const struct
{
  const char *words;
  int         days;
  gboolean    inflected;
} days[] = {
  { "bugun", 0, TRUE }, { "bu gun", 0, FALSE }, { "today", 0, FALSE },
  { "yarin", 1, TRUE }, { "tomorrow", 1, FALSE }, { "tmrw", 1, FALSE },
  { "obur gun", 2, FALSE }, { "oburgun", 2, TRUE }, { "obursu gun", 2, FALSE }, { "obursugun", 2, TRUE },
  { "yarindan sonraki gun", 2, FALSE }, { "the day after tomorrow", 2, FALSE }, { "day after tomorrow", 2, FALSE },
};

static gboolean
take_named_day (VelCaptureReader *reader,
                guint            *at,
                VelCaptureDate   *date,
                VelCase          *kase)
{
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      *kase = VEL_CASE_NONE;
      if (days[i].inflected ? vel_capture_take_stem (reader, at, days[i].words, kase)
                            : vel_capture_take (reader, at, days[i].words))
        {
          date->day = vel_capture_day_add (reader->today, days[i].days, VEL_UNIT_DAY);
          if (date->day == 0)
            date->problem = VEL_PROBLEM_RANGE;
          return TRUE;
        }
    }
  return FALSE;
}

/* The day after "pazartesi" in "pazartesi 15 mart", written out. */
static gboolean
take_written_out (VelCaptureReader *reader,
                  guint            *at,
                  VelCaptureDate   *date,
                  VelCase          *kase)
{
  int month;
  int day;

  return vel_capture_take_numeric (reader, at, date)
             ? vel_capture_take_ending (reader, at, kase)
             : vel_capture_take_day_month (reader, at, date, &month, &day, kase);
}

static gboolean
is_past_or_named (VelCaptureReader *reader,
                  guint             at)
{
  static const char *const before[] = {
    "gecen", "gectigimiz", "onceki", "her", "last", "past", "previous", "the", "our", "my", "a", NULL,
  };
  guint i = at - 1;

  return at > 0 && vel_capture_take_any (reader, &i, before);
}

/* "cuma", "cumaya", "bu cuma", "önümüzdeki salı", "next tuesday", "friday next week" */
static gboolean
take_weekday (VelCaptureReader *reader,
              guint            *at,
              gboolean          announced,
              VelCaptureDate   *date,
              VelCase          *kase)
{
  static const char *const coming[] = { "bu", "onumuzdeki", "this coming", "coming", "this", "ilk", NULL };
  guint i = *at;
  const gboolean next = vel_capture_take_any (reader, &i, next_words);
  const gboolean qualified = next || vel_capture_take_any (reader, &i, coming);
  const guint word = i;
  int weekday;
  guint j;

  if ((announced || qualified) && vel_capture_is_short_weekend (reader, i))
    {
      weekday = vel_capture_is (reader, i, "sat") ? 6 : 7;
      *kase = VEL_CASE_NONE;
      i++;
    }
  else if (!vel_capture_take_weekday (reader, &i, &weekday, kase) ||
           (*kase != VEL_CASE_NONE && *kase != VEL_CASE_DATIVE && *kase != VEL_CASE_ABLATIVE))
    {
      return FALSE;
    }
  if (!qualified && *kase == VEL_CASE_NONE)
    {
      VelCase written_case;

      if (!announced && (vel_capture_is_in_name (reader, word, i) || vel_capture_is_head (reader, i) ||
                         is_past_or_named (reader, *at)))
        return FALSE;
      j = i;
      vel_capture_take_char (reader, &j, ',');
      if (take_written_out (reader, &j, date, &written_case))
        {
          if (date->day != 0 && vel_capture_day_weekday (date->day) != weekday)
            date->problem = VEL_PROBLEM_OTHER_WEEKDAY;
          *kase = written_case;
          *at = j;
          return TRUE;
        }
      *date = (VelCaptureDate) { .minutes = -1 };
    }
  j = i;
  date->day = next || (!qualified && vel_capture_take (reader, &j, "next week"))
                  ? vel_capture_day_next_week (reader->today, weekday)
                  : vel_capture_day_coming (reader->today, weekday);
  if (date->day == 0)
    date->problem = VEL_PROBLEM_RANGE;
  *at = j;
  return TRUE;
}

/* A weekday behind a day must be that of the day: "15 mart pazartesi". */
static void
take_own_weekday (VelCaptureReader *reader,
                  guint            *at,
                  VelCaptureDate   *date,
                  VelCase          *kase)
{
  guint i = *at;
  guint word;
  int weekday;
  VelCase own;

  vel_capture_take_char (reader, &i, ',');
  word = i;
  if (date->day == 0 || *kase != VEL_CASE_NONE || !vel_capture_take_weekday (reader, &i, &weekday, &own) ||
      (own != VEL_CASE_NONE && own != VEL_CASE_DATIVE && own != VEL_CASE_ABLATIVE))
    return;
  /* Another day is another thing: "yarın cuma toplantısını hazırla". */
  if (vel_capture_day_weekday (date->day) != weekday || vel_capture_is_in_name (reader, word, i) ||
      vel_capture_is_head (reader, i))
    return;
  *kase = own;
  *at = i;
}

static gboolean
read_at (VelCaptureReader *reader,
         guint             at,
         gboolean          announced,
         VelCaptureDate   *date);

/* "pazartesiden cumaya kadar": it is due on the first day, and the title says both. */
static gboolean
take_range (VelCaptureReader *reader,
            guint            *at,
            VelCaptureDate   *date)
{
  VelCaptureDate other = { .minutes = -1 };

  if (!read_at (reader, *at, TRUE, &other) || other.problem != VEL_PROBLEM_NONE || other.minutes >= 0)
    return FALSE;
  date->stays = TRUE;
  *at = other.end;
  return TRUE;
}

/* "günü", "-a kadar", "-dan itibaren", "için"; FALSE where the ending says otherwise. */
static gboolean
take_tail (VelCaptureReader *reader,
           guint            *at,
           VelCaptureDate   *date,
           VelCase           kase)
{
  static const char *const until[] = { "kadar", "dek", "degin", NULL };
  static const char *const from[] = { "itibaren", "baslayarak", "baslayip", NULL };

  if (kase == VEL_CASE_NONE && !vel_capture_take_stem (reader, at, "gunu", &kase))
    vel_capture_take_stem (reader, at, "tarihi", &kase);
  switch (kase)
    {
    case VEL_CASE_NONE:
      vel_capture_take (reader, at, "icin");
      return vel_capture_ends (reader, *at);

    case VEL_CASE_LOCATIVE:
      return vel_capture_ends (reader, *at);

    case VEL_CASE_DATIVE:
      if (vel_capture_take_any (reader, at, until))
        date->role = VEL_ROLE_UNTIL;
      return vel_capture_ends (reader, *at);

    case VEL_CASE_ABLATIVE:
      if (vel_capture_take_any (reader, at, from))
        {
          date->role = VEL_ROLE_FROM;
          return vel_capture_ends (reader, *at);
        }
      return take_range (reader, at, date) && vel_capture_is (reader, *at - 1, "kadar");

    default:
      return FALSE;
    }
}

static gboolean
read_at (VelCaptureReader *reader,
         guint             at,
         gboolean          announced,
         VelCaptureDate   *date)
{
  const VelRole role = date->role;
  VelCase kase = VEL_CASE_NONE;
  gboolean weekday = FALSE;
  int month;
  int day;

  *date = (VelCaptureDate) { .role = role, .minutes = -1 };
  if (!vel_capture_take_distance (reader, &at, date) && !take_named_day (reader, &at, date, &kase))
    {
      if (vel_capture_take_numeric (reader, &at, date))
        {
          if (!vel_capture_take_ending (reader, &at, &kase))
            return FALSE;
          vel_capture_take_apart (reader, &at, &kase);
          date->loose = date->loose && kase == VEL_CASE_NONE;
        }
      else
        {
          *date = (VelCaptureDate) { .role = role, .minutes = -1 };
          if (!vel_capture_take_day_month (reader, &at, date, &month, &day, &kase))
            {
              *date = (VelCaptureDate) { .role = role, .minutes = -1 };
              weekday = !vel_capture_take_in_month (reader, &at, date, &kase) &&
                        !vel_capture_take_period (reader, &at, date, &kase);
              if (weekday)
                *date = (VelCaptureDate) { .role = role, .minutes = -1 };
              if (weekday && !take_weekday (reader, &at, announced, date, &kase))
                return FALSE;
              date->role = role;
            }
        }
    }
  if (!weekday && date->minutes < 0)
    take_own_weekday (reader, &at, date, &kase);
  if (!take_tail (reader, &at, date, kase))
    return FALSE;
  date->end = at;
  return date->day != 0 || date->problem != VEL_PROBLEM_NONE;
}

/*
 * vel_capture_read_date:
 * @date: (out caller-allocates): the day, or the problem with it
 *
 * Returns: whether what begins at @at says a day
 */
gboolean
vel_capture_read_date (VelCaptureReader *reader,
                       guint             at,
                       VelCaptureDate   *date)
{
  static const char *const until[] = { "until", "till", "til", "through", "up to", NULL };
  static const char *const from[] = {
    "starting on", "starting from", "starting", "beginning on", "beginning", "from", "between", "as of", NULL,
  };
  static const char *const on[] = { "due on", "due by", "due", "on", "by", "for", NULL };
  guint i = at;

  *date = (VelCaptureDate) { .minutes = -1 };
  if (!vel_capture_starts (reader, at) || vel_capture_is_bound (reader, at))
    return FALSE;
  if (vel_capture_take_any (reader, &i, until))
    date->role = VEL_ROLE_UNTIL;
  else if (vel_capture_take_any (reader, &i, from))
    date->role = VEL_ROLE_FROM;
  else
    vel_capture_take_any (reader, &i, on);
  /* "On" is ten as well: "on beş mart". */
  if (vel_capture_is (reader, at, "on") && read_at (reader, at, FALSE, date))
    return TRUE;
  if (i > at && read_at (reader, i, TRUE, date))
    {
      date->loose = FALSE;
      if ((vel_capture_is (reader, at, "from") && vel_capture_is (reader, date->end, "to")) ||
          (vel_capture_is (reader, at, "between") && vel_capture_is (reader, date->end, "and")))
        {
          i = date->end + 1;
          if (take_range (reader, &i, date))
            date->end = i;
        }
      return TRUE;
    }
  *date = (VelCaptureDate) { .minutes = -1 };
  return read_at (reader, at, FALSE, date);
}
