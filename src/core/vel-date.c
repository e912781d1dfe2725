/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-date.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "vel-date-scan.h"
#include "vel-text.h"

/* The Gregorian calendar begins in 1582; four digits end in 9999. */
#define YEAR_MIN 1583
#define YEAR_MAX 9999

/* A year of two digits lies in the hundred years from this one on. */
#define SHORT_YEAR_FROM 1950

static gboolean
is_leap (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* @year is -1 for a birthday without one, which may be the 29th of February. */
static int
count_days (int year,
            int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return days[month - 1] + (month == 2 && (year < 0 || is_leap (year)));
}

static gboolean
exists (int year,
        int month,
        int day)
{
  return (year < 0 || (year >= YEAR_MIN && year <= YEAR_MAX)) &&
         month >= 1 && month <= 12 && day >= 1 && day <= count_days (year, month);
}

static int
complete_year (const VelDateScan *scan)
{
  if (!scan->short_year)
    return scan->year;
  return SHORT_YEAR_FROM + (scan->year + 100 - SHORT_YEAR_FROM % 100) % 100;
}

/* "00.00.0000" and its like are how some programs write that there is no date. */
static gboolean
is_void (const VelDateScan *scan)
{
  return scan->first == 0 && scan->second == 0 && scan->year <= 0;
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text++)
    if (!g_ascii_isspace (*text))
      return FALSE;
  return TRUE;
}

/**
 * vel_date_detector_add:
 * @detector: what is known of a column so far
 * @text: one more value of it
 *
 * Looks at a value of a column, with or without a time of day. Empty ones count
 * for nothing.
 */
void
vel_date_detector_add (VelDateDetector *detector,
                       const char      *text)
{
  VelDateScan scan;
  int year;
  gboolean day_first;
  gboolean month_first;

  g_return_if_fail (detector != NULL);
  g_return_if_fail (text != NULL);

  if (is_blank (text))
    return;
  if (!vel_date_scan (text, &scan))
    {
      detector->n_other++;
      return;
    }
  if (is_void (&scan))
    return;

  year = complete_year (&scan);
  day_first = exists (year, scan.second, scan.first);
  month_first = exists (year, scan.first, scan.second);
  if (scan.clear && day_first)
    detector->n_clear++;
  else if (scan.clear || !(day_first || month_first))
    detector->n_other++;
  else if (day_first && month_first)
    detector->n_either++;
  else if (day_first)
    detector->n_day_first++;
  else
    detector->n_month_first++;
}

/**
 * vel_date_detector_get_order:
 * @detector: what is known of a column after its last value
 *
 * Decides for the whole column how its dates in numbers are read: the day first,
 * unless some value exists with the month first only and none with the day
 * first only. So a column of both has the day first, and those of its values that
 * need the month first are errors, to be shown to the user; no value is ever
 * read in another order than the rest.
 *
 * Returns: the order
 */
VelDateOrder
vel_date_detector_get_order (const VelDateDetector *detector)
{
  g_return_val_if_fail (detector != NULL, VEL_DATE_ORDER_DAY_FIRST);

  return detector->n_month_first > 0 && detector->n_day_first == 0
           ? VEL_DATE_ORDER_MONTH_FIRST
           : VEL_DATE_ORDER_DAY_FIRST;
}

/* Puts day and month in their places, completes the year and asks whether there
 * is such a day. */
static gboolean
resolve (const char   *text,
         VelDateOrder  order,
         VelDateScan  *scan,
         GError      **error)
{
  if (is_blank (text))
    {
      g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_EMPTY, _("The date is empty."));
      return FALSE;
    }
  if (!vel_date_scan (text, scan))
    {
      g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_INVALID,
                           _("This is not a date, such as 31.12.2026."));
      return FALSE;
    }
  if (is_void (scan))
    {
      g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_EMPTY, _("The date is empty."));
      return FALSE;
    }

  if (!scan->clear && order == VEL_DATE_ORDER_MONTH_FIRST)
    {
      int month = scan->first;

      scan->first = scan->second;
      scan->second = month;
    }
  scan->year = complete_year (scan);
  scan->short_year = FALSE;

  if (scan->year >= 0 && (scan->year < YEAR_MIN || scan->year > YEAR_MAX))
    g_set_error (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_RANGE,
                 _("There are no dates here before the year %d."), YEAR_MIN);
  else if ((scan->second < 1 || scan->second > 12) && !scan->clear && order == VEL_DATE_ORDER_DAY_FIRST)
    g_set_error (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_RANGE,
                 _("There is no month %d; the dates here are read with the day first."), scan->second);
  else if ((scan->second < 1 || scan->second > 12) && !scan->clear)
    g_set_error (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_RANGE,
                 _("There is no month %d; the dates here are read with the month first."), scan->second);
  else if (scan->second < 1 || scan->second > 12)
    g_set_error (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_RANGE, _("There is no month %d."), scan->second);
  else if (!exists (scan->year, scan->second, scan->first) && scan->year < 0)
    /* Translators: a month of any year, by its number, and a day */
    g_set_error (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_RANGE, _("Month %1$d has no day %2$d."),
                 scan->second, scan->first);
  else if (!exists (scan->year, scan->second, scan->first))
    /* Translators: a month by its number, a year, and a day */
    g_set_error (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_RANGE, _("Month %1$d of %2$d has no day %3$d."),
                 scan->second, scan->year, scan->first);
  else if (scan->hour > 23 || scan->minute > 59 || scan->second_of_minute > 59)
    g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_RANGE, _("There is no such time of day."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
require_year (const VelDateScan  *scan,
              GError            **error)
{
  if (scan->year >= 0)
    return TRUE;
  g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_AMBIGUOUS, _("This date has no year."));
  return FALSE;
}

/**
 * vel_date_parse:
 * @text: a date as people and programs write it
 * @order: how a date in numbers is read
 * @iso: (out) (transfer full) (optional): the date as it is stored, "2026-12-31"
 * @error: return location for a #GError of the domain %VEL_TEXT_ERROR
 *
 * Reads a date: 31.12.2026, 31/12/26, 31-12-2026, 2026-12-31, 20261231,
 * 31 Aralık 2026 Perşembe, Dec 31, 2026. Names are known in Turkish and English.
 * A year of two digits lies from 1950 to 2049. A time of day may follow; the
 * date is then the one that is written, in whatever zone. A day that is not in
 * the calendar is an error, and so is a bare number: what a spreadsheet counts
 * as 46387 days is no date in the text of a file.
 *
 * Returns: %FALSE with @error set if the text is not a date
 */
gboolean
vel_date_parse (const char    *text,
                VelDateOrder   order,
                char         **iso,
                GError       **error)
{
  VelDateScan scan;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!resolve (text, order, &scan, error) || !require_year (&scan, error))
    return FALSE;
  if (iso != NULL)
    *iso = g_strdup_printf ("%04d-%02d-%02d", scan.year, scan.second, scan.first);
  return TRUE;
}

/**
 * vel_birthday_parse:
 * @text: a birthday as people and programs write it
 * @order: how a date in numbers is read
 * @iso: (out) (transfer full) (optional): the date as it is stored, "1980-12-31" or
 *   "--12-31"
 * @error: return location for a #GError of the domain %VEL_TEXT_ERROR
 *
 * As vel_date_parse(), but the year may be missing (31.12, 12 Mart, --12-31),
 * and one of two digits is the last such year that has begun, for nobody is born
 * in years to come.
 *
 * Returns: %FALSE with @error set if the text is not a day
 */
gboolean
vel_birthday_parse (const char    *text,
                    VelDateOrder   order,
                    char         **iso,
                    GError       **error)
{
  VelDateScan scan;
  gboolean short_year;

  g_return_val_if_fail (text != NULL, FALSE);

  short_year = vel_date_scan (text, &scan) && scan.short_year;
  if (!resolve (text, order, &scan, error))
    return FALSE;
  if (short_year)
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
      int this_year = g_date_time_get_year (now);

      scan.year = this_year - (this_year - scan.year % 100) % 100;
      if (!exists (scan.year, scan.second, scan.first))
        {
          g_set_error (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_RANGE,
                       _("Month %1$d of %2$d has no day %3$d."), scan.second, scan.year, scan.first);
          return FALSE;
        }
    }
  if (iso != NULL)
    *iso = scan.year < 0
             ? g_strdup_printf ("--%02d-%02d", scan.second, scan.first)
             : g_strdup_printf ("%04d-%02d-%02d", scan.year, scan.second, scan.first);
  return TRUE;
}

/**
 * vel_date_time_parse:
 * @text: a date, perhaps with a time of day and a distance from UTC
 * @order: how a date in numbers is read
 * @utc: (out) (optional): the instant, in seconds since 1970 in UTC
 * @error: return location for a #GError of the domain %VEL_TEXT_ERROR
 *
 * Reads an instant: "15.07.2009 14:30", "2010-10-14T12:00:00.000Z",
 * "07/15/2009 02:14:45+0800", "31 Aralık 2026 saat 9:05". Where no distance from
 * UTC is written it is the time of the local zone on that day; a date alone is its
 * midnight there.
 *
 * Returns: %FALSE with @error set if the text is not a date
 */
gboolean
vel_date_time_parse (const char    *text,
                     VelDateOrder   order,
                     gint64        *utc,
                     GError       **error)
{
  VelDateScan scan;
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) time = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!resolve (text, order, &scan, error) || !require_year (&scan, error))
    return FALSE;

  zone = scan.has_offset ? g_time_zone_new_offset (scan.offset) : g_time_zone_new_local ();
  time = g_date_time_new (zone, scan.year, scan.second, scan.first,
                          scan.hour, scan.minute, scan.second_of_minute);
  if (time == NULL)
    {
      g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_RANGE, _("There is no such time of day."));
      return FALSE;
    }
  if (utc != NULL)
    *utc = g_date_time_to_unix (time);
  return TRUE;
}

static gboolean
read_fixed (const char *text,
            guint       n_digits,
            int        *number)
{
  *number = 0;
  for (guint i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *number = *number * 10 + (text[i] - '0');
    }
  return TRUE;
}

/**
 * vel_date_split:
 * @iso: a date as it is stored, "2026-11-22", or a birthday without year, "--11-22"
 * @year: (out) (optional): the year, -1 if it has none
 * @month: (out) (optional): the month, from 1
 * @day: (out) (optional): the day of the month
 *
 * Takes a stored date apart.
 *
 * Returns: %FALSE, with nothing written, if @iso is not of that form or no such
 *   day exists
 */
gboolean
vel_date_split (const char *iso,
                int        *year,
                int        *month,
                int        *day)
{
  int y = -1;
  int m;
  int d;
  const char *rest;

  g_return_val_if_fail (iso != NULL, FALSE);

  if (g_str_has_prefix (iso, "--"))
    rest = iso + 2;
  else if (read_fixed (iso, 4, &y) && iso[4] == '-')
    rest = iso + 5;
  else
    return FALSE;
  if (!read_fixed (rest, 2, &m) || rest[2] != '-' || !read_fixed (rest + 3, 2, &d) || rest[5] != '\0' ||
      !exists (y, m, d))
    return FALSE;

  if (year != NULL)
    *year = y;
  if (month != NULL)
    *month = m;
  if (day != NULL)
    *day = d;
  return TRUE;
}

/**
 * vel_date_time_to_iso:
 * @utc: an instant, in seconds since 1970 in UTC
 *
 * Writes an instant for programs, in no locale: "2026-11-22T11:20:00Z".
 *
 * Returns: (transfer full): the instant by ISO 8601; empty for one before the year 1
 *   or after 9999
 */
char *
vel_date_time_to_iso (gint64 utc)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (utc);

  if (time == NULL)
    return g_strdup ("");
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ",
                          g_date_time_get_year (time), g_date_time_get_month (time),
                          g_date_time_get_day_of_month (time), g_date_time_get_hour (time),
                          g_date_time_get_minute (time), g_date_time_get_second (time));
}

/**
 * vel_date_time_from_iso:
 * @iso: an instant by ISO 8601, "2026-11-22T11:20:00Z"
 * @utc: (out) (optional): the instant, in seconds since 1970 in UTC
 *
 * Reads what vel_date_time_to_iso() writes, and any other instant by ISO 8601 with
 * date and time; where no distance from UTC is written, it is UTC.
 *
 * Returns: %FALSE, with nothing written, if @iso is no such instant
 */
gboolean
vel_date_time_from_iso (const char *iso,
                        gint64     *utc)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) time = NULL;

  g_return_val_if_fail (iso != NULL, FALSE);

  zone = g_time_zone_new_utc ();
  time = g_date_time_new_from_iso8601 (iso, zone);
  if (time == NULL)
    return FALSE;
  if (utc != NULL)
    *utc = g_date_time_to_unix (time);
  return TRUE;
}
