/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days and times by how far away they are: "3 gün sonra", "iki hafta içinde", "in an
 * hour and a half", "two weeks from Friday".
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-capture-private.h"

static void
add_units (VelCaptureDate *date,
           guint32         from,
           int             amount,
           VelUnit         unit)
{
  date->day = vel_capture_day_add (from, amount, unit);
  if (date->day == 0)
    date->problem = VEL_PROBLEM_RANGE;
}

/* Holidays are not known here; Saturday and Sunday are no days of work. */
static void
add_work_days (VelCaptureDate *date,
               guint32         from,
               int             amount)
{
  date->day = from;
  while (amount > 0 && date->day != 0)
    {
      date->day = vel_capture_day_add (date->day, 1, VEL_UNIT_DAY);
      if (date->day != 0 && vel_capture_day_weekday (date->day) <= 5)
        amount--;
    }
  if (date->day == 0)
    date->problem = VEL_PROBLEM_RANGE;
}

static void
add_minutes (VelCaptureReader *reader,
             VelCaptureDate   *date,
             int               minutes)
{
  g_autoptr(GDateTime) at = g_date_time_add_minutes (reader->now, minutes);
  int year;
  int month;
  int day;

  if (at == NULL)
    {
      date->problem = VEL_PROBLEM_RANGE;
      return;
    }
  g_date_time_get_ymd (at, &year, &month, &day);
  date->day = vel_capture_day (year, month, day);
  date->minutes = g_date_time_get_hour (at) * 60 + g_date_time_get_minute (at);
}

static gboolean
take_after (VelCaptureReader *reader,
            guint            *at,
            VelCase           kase)
{
  static const char *const words[] = {
    "sonra", "sonraya", "sonrasi", "sonrasina", "sonrasinda", "icinde", "later", "from now", "from today", NULL,
  };

  if (kase == VEL_CASE_NONE)
    return vel_capture_take_any (reader, at, words);
  return kase == VEL_CASE_DATIVE && vel_capture_take (reader, at, "kadar");
}

static gboolean
take_work_day (VelCaptureReader *reader,
               guint            *at)
{
  static const char *const words[] = {
    "is gunu", "working days", "working day", "business days", "business day", "work days", "workdays", NULL,
  };

  return vel_capture_take_any (reader, at, words);
}

/* "yarım saat", "half an hour" */
static gboolean
take_half_hour (VelCaptureReader *reader,
                guint            *at)
{
  static const char *const words[] = { "yarim saat", "half an hour", "half hour", "a half hour", NULL };

  return vel_capture_take_any (reader, at, words);
}

/* "tomorrow", "friday": the day that "two weeks from" is counted from */
static gboolean
take_base (VelCaptureReader *reader,
           guint            *at,
           guint32          *base)
{
  int weekday;
  VelCase kase;

  if (vel_capture_take (reader, at, "now") || vel_capture_take (reader, at, "today"))
    return TRUE;
  if (vel_capture_take (reader, at, "tomorrow"))
    *base = vel_capture_day_add (reader->today, 1, VEL_UNIT_DAY);
  else if (vel_capture_take_weekday (reader, at, &weekday, &kase) && kase == VEL_CASE_NONE)
    *base = vel_capture_day_coming (reader->today, weekday);
  else
    return FALSE;
  return *base != 0;
}

/* "3 gün sonra", "iki hafta içinde", "1,5 saat sonra", "in 3 days", "2 hours later" */
gboolean
vel_capture_take_distance (VelCaptureReader *reader,
                           guint            *at,
                           VelCaptureDate   *date)
{
  static const char *const in_words[] = { "in", "within", "in about", NULL };
  guint i = *at;
  const gboolean in = vel_capture_take_any (reader, &i, in_words);
  VelCaptureNumber number = { 0 };
  VelCaptureNumber more = { 0 };
  guint32 base = reader->today;
  VelUnit unit;
  VelUnit lesser;
  VelCase kase = VEL_CASE_NONE;
  guint j;

  if (take_half_hour (reader, &i))
    {
      if (!in && !take_after (reader, &i, kase))
        return FALSE;
      add_minutes (reader, date, 30);
      *at = i;
      return TRUE;
    }
  if (!vel_capture_take_number (reader, &i, &number) || number.kase != VEL_CASE_NONE)
    return FALSE;
  if (!number.half && take_work_day (reader, &i))
    {
      if (!in && !take_after (reader, &i, kase))
        return FALSE;
      add_work_days (date, reader->today, number.value);
      *at = i;
      return TRUE;
    }
  if (!vel_capture_take_unit (reader, &i, &unit, &kase) || (number.half && unit != VEL_UNIT_HOUR))
    return FALSE;
  j = i;
  if (unit == VEL_UNIT_HOUR && !number.half && kase == VEL_CASE_NONE)
    {
      vel_capture_take (reader, &j, "and");
      if (vel_capture_take (reader, &j, "a half"))
        {
          number.half = TRUE;
          i = j;
        }
      else if (vel_capture_take_number (reader, &j, &more) && !more.half && more.kase == VEL_CASE_NONE &&
               vel_capture_take_unit (reader, &j, &lesser, &kase) && lesser == VEL_UNIT_MINUTE)
        {
          i = j;
        }
      else
        {
          more.value = 0;
          kase = VEL_CASE_NONE;
        }
    }
  j = i;
  if (unit >= VEL_UNIT_DAY && vel_capture_take (reader, &j, "from") && take_base (reader, &j, &base))
    i = j;
  else if (!in && !take_after (reader, &i, kase))
    return FALSE;
  if (unit == VEL_UNIT_HOUR || unit == VEL_UNIT_MINUTE)
    add_minutes (reader, date, unit == VEL_UNIT_MINUTE ? number.value
                                                       : number.value * 60 + (number.half ? 30 : 0) + more.value);
  else
    add_units (date, base, number.value, unit);
  *at = i;

  /* "2 hafta sonra salı" */
  if (unit == VEL_UNIT_WEEK && date->day != 0)
    {
      int weekday;

      vel_capture_take (reader, &i, "on");
      if (vel_capture_take_weekday (reader, &i, &weekday, &kase) && kase == VEL_CASE_NONE)
        {
          date->day += weekday - vel_capture_day_weekday (date->day);
          *at = i;
        }
    }
  return TRUE;
}
