/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days as numbers, and days that are written out: "15.03.2027", "15 mart", "March 15".
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-capture-private.h"

/* Twice the eight years that 29 February is absent around 2100, to be safe. */
#define LEAP_YEARS 16

/* The day, or 0 if there is none, or none here. */
guint32
vel_capture_day (int year,
                 int month,
                 int day)
{
  GDate date;

  if (year < 1 || year > VEL_CAPTURE_YEAR_MAX || month < 1 || month > 12 || day < 1 || day > 31 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

static GDate
to_date (guint32 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return date;
}

void
vel_capture_day_split (guint32  day,
                       int     *year,
                       int     *month,
                       int     *day_of_month)
{
  GDate date = to_date (day);

  *year = g_date_get_year (&date);
  *month = g_date_get_month (&date);
  *day_of_month = g_date_get_day (&date);
}

/* From Monday, 1, to Sunday, 7. */
int
vel_capture_day_weekday (guint32 day)
{
  return (int) ((day - 1) % 7) + 1;
}

/* A month after the 31st is the last day of the next month; 0 if it is too far. */
guint32
vel_capture_day_add (guint32 day,
                     int     amount,
                     VelUnit unit)
{
  int year;
  int month;
  int day_of_month;
  gint64 months;

  if (unit == VEL_UNIT_DAY || unit == VEL_UNIT_WEEK)
    {
      const gint64 sum = (gint64) day + (gint64) amount * (unit == VEL_UNIT_WEEK ? 7 : 1);

      return sum >= 1 && sum <= vel_capture_day (VEL_CAPTURE_YEAR_MAX, 12, 31) ? (guint32) sum : 0;
    }
  vel_capture_day_split (day, &year, &month, &day_of_month);
  months = (gint64) year * 12 + month - 1 + (gint64) amount * (unit == VEL_UNIT_YEAR ? 12 : 1);
  if (months < 12 || months / 12 > VEL_CAPTURE_YEAR_MAX)
    return 0;
  year = (int) (months / 12);
  month = (int) (months % 12) + 1;
  return vel_capture_day (year, month,
                          MIN (day_of_month, g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year)));
}

/* The first of @days in the month that is not before @not_before, or 0. */
guint32
vel_capture_day_in_month (const VelCaptureMonthDays *days,
                          int                        year,
                          int                        month,
                          guint32                    not_before)
{
  const guint32 first = vel_capture_day (year, month, 1);
  const int length = first != 0 ? g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year) : 0;

  for (int i = 1; i <= length; i++)
    {
      const guint32 day = first + (guint32) i - 1;

      if (day < not_before)
        continue;
      if (days->nth == 0)
        {
          if ((days->days & (1u << i)) != 0 || (i == length && (days->days & VEL_CAPTURE_LAST_DAY) != 0))
            return day;
        }
      else if (vel_capture_day_weekday (day) == days->weekday &&
               (days->nth > 0 ? (i - 1) / 7 + 1 == days->nth : i + 7 > length))
        {
          return day;
        }
    }
  return 0;
}

/* The next such day; today is called today. */
guint32
vel_capture_day_coming (guint32 today,
                        int     weekday)
{
  const int distance = (weekday - vel_capture_day_weekday (today) + 7) % 7;

  return vel_capture_day_add (today, distance == 0 ? 7 : distance, VEL_UNIT_DAY);
}

/* Such a day of the week that begins next Monday. */
guint32
vel_capture_day_next_week (guint32 today,
                           int     weekday)
{
  return vel_capture_day_add (today, 7 - vel_capture_day_weekday (today) + weekday, VEL_UNIT_DAY);
}

/* A day without a year is the next one there is. */
static void
find_year (VelCaptureReader *reader,
           VelCaptureDate   *date,
           int               month,
           int               day)
{
  for (int i = 0; i <= LEAP_YEARS && date->day == 0; i++)
    {
      date->day = vel_capture_day (reader->year + i, month, day);
      if (date->day < reader->today)
        date->day = 0;
    }
  if (date->day == 0)
    date->problem = VEL_PROBLEM_NO_DAY;
}

static void
set_day (VelCaptureReader *reader,
         VelCaptureDate   *date,
         int               year,
         int               month,
         int               day)
{
  if (year < 0)
    {
      find_year (reader, date, month, day);
      return;
    }
  date->day = vel_capture_day (year, month, day);
  if (year < VEL_CAPTURE_YEAR_MIN || year > VEL_CAPTURE_YEAR_MAX)
    date->problem = VEL_PROBLEM_RANGE;
  else if (date->day == 0)
    date->problem = VEL_PROBLEM_NO_DAY;
}

/* Takes a number of @n digits or fewer that is glued on both sides as dates are. */
static gboolean
take_digits (VelCaptureReader *reader,
             guint            *at,
             guint             n,
             int              *number)
{
  const VelToken *token = vel_capture_token (reader, *at);

  if (token->kind != VEL_TOKEN_NUMBER || token->n_digits > n)
    return FALSE;
  *number = token->number;
  (*at)++;
  return TRUE;
}

static gboolean
take_glued (VelCaptureReader *reader,
            guint            *at,
            char              c)
{
  return vel_capture_token (reader, *at)->glued && vel_capture_token (reader, *at + 1)->glued &&
         vel_capture_take_char (reader, at, c);
}

/* "T14:00" or "T14:00:30" after a day of ISO 8601 */
static gboolean
take_iso_time (VelCaptureReader *reader,
               guint            *at,
               VelCaptureDate   *date)
{
  guint i = *at + 1;
  int hour;
  int minute;
  int second = 0;

  if (!vel_capture_token (reader, *at)->glued || !vel_capture_is (reader, *at, "t"))
    return TRUE;
  if (!take_digits (reader, &i, 2, &hour) || !take_glued (reader, &i, ':') || !take_digits (reader, &i, 2, &minute))
    return FALSE;
  if (take_glued (reader, &i, ':') && !take_digits (reader, &i, 2, &second))
    return FALSE;
  *at = i;
  if (hour > 23 || minute > 59 || second > 59)
    date->problem = VEL_PROBLEM_NO_TIME;
  else
    date->minutes = hour * 60 + minute;
  return TRUE;
}

static gboolean
take_year_first (VelCaptureReader *reader,
                 guint            *at,
                 VelCaptureDate   *date)
{
  guint i = *at;
  const char separator = *vel_capture_token (reader, i + 1)->fold;
  int year;
  int month;
  int day;

  if (vel_capture_token (reader, i)->n_digits != 4 || !take_digits (reader, &i, 4, &year) ||
      (separator != '-' && separator != '/' && separator != '.') || !take_glued (reader, &i, separator) ||
      !take_digits (reader, &i, 2, &month) || !take_glued (reader, &i, separator) ||
      !take_digits (reader, &i, 2, &day))
    return FALSE;
  set_day (reader, date, year, month, day);
  if (separator == '-' && !take_iso_time (reader, &i, date))
    return FALSE;
  *at = i;
  return TRUE;
}

/* Takes "2027-03-15", "15.03.2027", "15/3/27", "15.03" or "15/3", with the day first
 * unless it can only be the month that is. "3.5" and "1/2" are numbers. */
gboolean
vel_capture_take_numeric (VelCaptureReader *reader,
                          guint            *at,
                          VelCaptureDate   *date)
{
  guint i = *at;
  const char separator = *vel_capture_token (reader, i + 1)->fold;
  const VelToken *second = vel_capture_token (reader, i + 2);
  int day;
  int month;
  int year = -1;

  if (!vel_capture_starts (reader, i))
    return FALSE;
  if (take_year_first (reader, at, date))
    return TRUE;
  if ((separator != '.' && separator != '/' && separator != '-') || !take_digits (reader, &i, 2, &day) ||
      !take_glued (reader, &i, separator) || !take_digits (reader, &i, 2, &month))
    return FALSE;
  if (take_glued (reader, &i, separator))
    {
      const guint n_digits = vel_capture_token (reader, i)->n_digits;

      if ((n_digits != 2 && n_digits != 4) || !take_digits (reader, &i, 4, &year))
        return FALSE;
      if (n_digits == 2)
        year += reader->year / 100 * 100;
      if (separator == '/' && month > 12 && day <= 12)
        {
          const int swap = day;

          day = month;
          month = swap;
        }
      set_day (reader, date, year, month, day);
    }
  else
    {
      if (separator == '-' || month < 1 || month > 12 || day < 1 || day > 31 ||
          (vel_capture_is_measure (reader, i) && !vel_capture_is (reader, i, "saat")) ||
          (separator == '.' ? second->n_digits != 2 : second->n_digits + vel_capture_token (reader, *at)->n_digits < 3))
        return FALSE;
      if (separator == '.' && vel_capture_is_char (reader, i, '.') && vel_capture_token (reader, i)->glued &&
          vel_capture_token (reader, i + 1)->kind != VEL_TOKEN_END && !vel_capture_token (reader, i + 1)->glued)
        i++;
      else
        date->loose = separator == '.' && day < 24;
      set_day (reader, date, -1, month, day);
    }
  *at = i;
  return TRUE;
}

/* A number of four digits after a month is its year unless it rather counts something. */
static void
take_year (VelCaptureReader *reader,
           guint            *at,
           int              *year)
{
  guint i = *at;
  const gboolean comma = vel_capture_take_char (reader, &i, ',');
  const VelToken *token = vel_capture_token (reader, i);
  guint after = i + 1;
  VelCase kase;

  if (token->kind != VEL_TOKEN_NUMBER || token->n_digits != 4 || token->glued ||
      !vel_capture_take_ending (reader, &after, &kase) || !vel_capture_ends (reader, after))
    return;
  /* "2000 TL", but "2027 saat 9" goes on with the hour. */
  if (vel_capture_is_measure (reader, i + 1) && !vel_capture_is (reader, i + 1, "saat"))
    return;
  if ((token->number >= VEL_CAPTURE_YEAR_MIN && token->number < 2200) || token->number < 1000 ||
      (!comma && vel_capture_token (reader, i + 1)->kind == VEL_TOKEN_END))
    {
      *year = token->number;
      *at = i + 1;
    }
}

static gboolean
take_month_first (VelCaptureReader *reader,
                  guint            *at,
                  int              *month,
                  int              *day,
                  int              *year)
{
  static const char *const hours[] = { "am", "pm", "a", "p", NULL };
  guint i = *at;
  VelCase kase;
  gboolean english;

  if (!vel_capture_take_month (reader, &i, month, &english, &kase) || !english)
    return FALSE;
  vel_capture_take_char (reader, &i, '.');
  vel_capture_take (reader, &i, "the");
  if (!vel_capture_take_ordinal (reader, &i, day))
    {
      if (!vel_capture_starts (reader, i) || !take_digits (reader, &i, 2, day))
        return FALSE;
      if (vel_capture_is_measure (reader, i) || vel_capture_is_char (reader, i, ':') || !vel_capture_ends (reader, i))
        return FALSE;
      for (guint j = 0; hours[j] != NULL; j++)
        if (vel_capture_is (reader, i, hours[j]))
          return FALSE;
    }
  take_year (reader, &i, year);
  *at = i;
  return TRUE;
}

/* Takes "15 mart", "on beş mart 2027", "15-17 mart", "5th of March", "March 15, 2027". */
gboolean
vel_capture_take_day_month (VelCaptureReader *reader,
                            guint            *at,
                            VelCaptureDate   *date,
                            int              *month,
                            int              *day,
                            VelCase          *kase)
{
  guint i = *at;
  guint name;
  int year = -1;
  gboolean english;
  gboolean words = FALSE;
  VelCaptureNumber number;

  *kase = VEL_CASE_NONE;
  if (take_month_first (reader, &i, month, day, &year))
    {
      if (year >= 0 && !vel_capture_take_ending (reader, &i, kase))
        return FALSE;
      set_day (reader, date, year, *month, *day);
      *at = i;
      return TRUE;
    }

  i = *at;
  vel_capture_take (reader, &i, "the");
  if (vel_capture_take_ordinal (reader, &i, day))
    {
      vel_capture_take (reader, &i, "of");
    }
  else
    {
      const guint start = *at;
      guint j;

      i = start;
      if (!vel_capture_take_number (reader, &i, &number) || number.half || number.kase != VEL_CASE_NONE ||
          number.english || (!number.words && vel_capture_token (reader, start)->n_digits > 2))
        return FALSE;
      *day = number.value;
      words = number.words;
      j = i;
      if (!words && vel_capture_take_dash (reader, &j) && take_digits (reader, &j, 2, &year))
        {
          i = j;
          year = -1;
          date->stays = TRUE;
        }
      else if (!words)
        {
          vel_capture_take (reader, &i, "of");
        }
    }
  name = i;
  /* "On March" is not the tenth, nor "a May" the first. */
  if (!vel_capture_take_month (reader, &i, month, &english, kase) || vel_capture_is_in_name (reader, name, i) ||
      (words && english))
    return FALSE;
  if (*kase == VEL_CASE_NONE)
    {
      take_year (reader, &i, &year);
      if (!vel_capture_take_ending (reader, &i, kase))
        return FALSE;
      if (!english)
        vel_capture_take_apart (reader, &i, kase);
    }
  set_day (reader, date, year, *month, *day);
  *at = i;
  return TRUE;
}
