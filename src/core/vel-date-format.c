/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates for people, as ICU writes them in the language of the interface. The
 * local zone is GLib's business: ICU is only ever given wall-clock time.
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-date-format.h"

#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/ureldatefmt.h>
#include <unicode/ustring.h>

#include "vel-date.h"
#include "vel-text.h"

#define DAY_SECONDS (24 * 60 * 60)

/* The second day of the year 1 and the last but one of 9999: between them, every
 * instant has a date in every zone. */
#define EARLIEST (G_GINT64_CONSTANT (-62135510400))
#define LATEST (G_GINT64_CONSTANT (253402214399))

typedef enum
{
  STYLE_DATE,
  STYLE_BIRTHDAY,
  STYLE_SHORT,
  STYLE_SHORT_YEAR,
  STYLE_NUMBERS,
  STYLE_FULL,
  STYLE_WEEKDAY,
  STYLE_MONTH,
  STYLE_DATE_TIME,
  STYLE_TIME,
  N_STYLES,
} Style;

/* What shall be in it; ICU knows the order and the marks of each language. */
static const char *const skeletons[N_STYLES] = {
  [STYLE_DATE] = "yMMMMd",
  [STYLE_BIRTHDAY] = "MMMMd",
  [STYLE_SHORT] = "MMMd",
  [STYLE_SHORT_YEAR] = "yMMMd",
  [STYLE_NUMBERS] = "yMMdd",
  [STYLE_FULL] = "yMMMMEEEEd",
  [STYLE_WEEKDAY] = "MMMMEEEEd",
  [STYLE_MONTH] = "yMMMM",
  [STYLE_DATE_TIME] = "yMMMMdjmm",
  [STYLE_TIME] = "jmm",
};

/* To open a formatter takes longer than to draw a row, so they are kept; they
 * may be used by one thread at a time. */
typedef struct
{
  UDateFormat               *dates[N_STYLES];
  URelativeDateTimeFormatter *relative;
} Formatters;

static GMutex lock;
static Formatters turkish;
static Formatters english;

static Formatters *
get_formatters (const char *language)
{
  return language[0] == 't' ? &turkish : &english;
}

static UDateFormat *
open_style (const char *language,
            Style       style)
{
  UErrorCode status = U_ZERO_ERROR;
  UDateTimePatternGenerator *generator = udatpg_open (language, &status);
  UDateFormat *format = NULL;
  UChar skeleton[16];
  UChar pattern[64];
  UChar zone[8];
  int32_t length;

  u_uastrcpy (skeleton, skeletons[style]);
  u_uastrcpy (zone, "UTC");
  length = udatpg_getBestPattern (generator, skeleton, -1, pattern, G_N_ELEMENTS (pattern), &status);
  if (U_SUCCESS (status))
    format = udat_open (UDAT_PATTERN, UDAT_PATTERN, language, zone, -1, pattern, length, &status);
  udatpg_close (generator);
  if (U_FAILURE (status))
    {
      g_warning ("ICU cannot write dates in \"%s\": %s", language, u_errorName (status));
      return NULL;
    }
  return format;
}

static char *
to_utf8 (const UChar *text,
         int32_t      length)
{
  return g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL);
}

/* Writes seconds since 1970 as if the clocks here were those of UTC. */
static char *
format_wall_clock (gint64 seconds,
                   Style  style)
{
  const char *language = vel_language_get ();
  Formatters *formatters = get_formatters (language);
  UErrorCode status = U_ZERO_ERROR;
  UChar text[128];
  int32_t length = 0;

  g_mutex_lock (&lock);
  if (formatters->dates[style] == NULL)
    formatters->dates[style] = open_style (language, style);
  if (formatters->dates[style] != NULL)
    length = udat_format (formatters->dates[style], seconds * 1000.0, text, G_N_ELEMENTS (text), NULL, &status);
  g_mutex_unlock (&lock);

  return length > 0 && U_SUCCESS (status) ? to_utf8 (text, length) : NULL;
}

/* The days from 1 January 1970 to a day of the Gregorian calendar. */
static gint64
count_days_since_1970 (int year,
                       int month,
                       int day)
{
  GDate epoch;
  GDate date;

  g_date_clear (&epoch, 1);
  g_date_clear (&date, 1);
  g_date_set_dmy (&epoch, 1, 1, 1970);
  g_date_set_dmy (&date, day, month, year);
  return g_date_days_between (&epoch, &date);
}

static char *
format_iso (const char *iso,
            Style       style)
{
  char *text = NULL;
  int year;
  int month;
  int day;

  if (vel_date_split (iso, &year, &month, &day))
    {
      /* A birthday without year is written as a day of a leap year. */
      gint64 days = count_days_since_1970 (year < 0 ? 2000 : year, month, day);

      text = format_wall_clock (days * DAY_SECONDS, year < 0 ? STYLE_BIRTHDAY : style);
    }
  return text != NULL ? text : vel_text_clean_line (iso);
}

/**
 * vel_date_format:
 * @iso: a date as it is stored
 *
 * Writes a date in the language of the interface: "22 Kasım 2026",
 * "November 22, 2026"; a birthday without year as "22 Kasım". vel_date_parse()
 * and vel_birthday_parse() read it back. A text that is no date by
 * vel_date_split() is returned as it is, but on one line.
 *
 * Returns: (transfer full): the text to show
 */
char *
vel_date_format (const char *iso)
{
  g_return_val_if_fail (iso != NULL, NULL);

  return format_iso (iso, STYLE_DATE);
}

/**
 * vel_date_format_full:
 * @iso: a date as it is stored
 *
 * As vel_date_format(), with the day of the week: "22 Kasım 2026 Pazar",
 * "Sunday, November 22, 2026". A birthday without year has none.
 *
 * Returns: (transfer full): the text to show
 */
char *
vel_date_format_full (const char *iso)
{
  g_return_val_if_fail (iso != NULL, NULL);

  return format_iso (iso, STYLE_FULL);
}

/**
 * vel_date_format_numbers:
 * @iso: an ISO 8601 day
 *
 * Writes a day in numbers, for labels that are full of them: "22.11.2026".
 *
 * Returns: (transfer full): the text to show
 */
char *
vel_date_format_numbers (const char *iso)
{
  g_return_val_if_fail (iso != NULL, NULL);

  return format_iso (iso, STYLE_NUMBERS);
}

/**
 * vel_date_format_short:
 * @iso: an ISO 8601 day
 *
 * Writes a day where there is little room: the year only where it is another
 * than this one.
 *
 * Returns: (transfer full): the text to show
 */
char *
vel_date_format_short (const char *iso)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  int year;
  int month;
  int day;

  g_return_val_if_fail (iso != NULL, NULL);

  return format_iso (iso, vel_date_split (iso, &year, &month, &day) && year != g_date_time_get_year (now)
                            ? STYLE_SHORT_YEAR : STYLE_SHORT);
}

/**
 * vel_date_format_weekday:
 * @iso: an ISO 8601 day
 *
 * Writes a day with the day of the week: "24 Kasım Salı", "Tuesday, November 24";
 * the year only where it is another than this one.
 *
 * Returns: (transfer full): the text to show
 */
char *
vel_date_format_weekday (const char *iso)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  int year;
  int month;
  int day;

  g_return_val_if_fail (iso != NULL, NULL);

  return format_iso (iso, vel_date_split (iso, &year, &month, &day) && year != g_date_time_get_year (now)
                            ? STYLE_FULL : STYLE_WEEKDAY);
}

/**
 * vel_date_format_clock:
 * @hour: the hour
 * @minute: the minute
 *
 * Writes a time of day: "14:00", "2:00 PM".
 *
 * Returns: (transfer full): the text to show
 */
char *
vel_date_format_clock (int hour,
                       int minute)
{
  char *text = format_wall_clock ((hour * 60 + minute) * 60, STYLE_TIME);

  return text != NULL ? text : g_strdup_printf ("%02d:%02d", hour, minute);
}

/* What the clocks of the local zone show at an instant, in seconds as if they
 * were those of UTC. */
static gint64
get_wall_clock (gint64 utc)
{
  g_autoptr (GDateTime) time = NULL;

  utc = CLAMP (utc, EARLIEST, LATEST);
  time = g_date_time_new_from_unix_local (utc);
  return utc + g_date_time_get_utc_offset (time) / G_TIME_SPAN_SECOND;
}

/**
 * vel_date_time_format:
 * @utc: an instant, in seconds since 1970 in UTC
 *
 * Writes an instant in the local zone and the language of the interface:
 * "22 Kasım 2026 14:20".
 *
 * Returns: (transfer full): the text to show
 */
char *
vel_date_time_format (gint64 utc)
{
  char *text = format_wall_clock (get_wall_clock (utc), STYLE_DATE_TIME);

  return text != NULL ? text : vel_date_time_to_iso (utc);
}

/**
 * vel_date_time_format_wall:
 * @wall: what a clock on a wall shows, in seconds since 1970 as if it were that of UTC
 *
 * As vel_date_time_format(), of a moment that belongs to no zone.
 *
 * Returns: (transfer full): the text to show
 */
char *
vel_date_time_format_wall (gint64 wall)
{
  char *text = format_wall_clock (CLAMP (wall, EARLIEST, LATEST), STYLE_DATE_TIME);

  return text != NULL ? text : vel_date_time_to_iso (wall);
}

/**
 * vel_date_format_month:
 * @utc: an instant, in seconds since 1970 in UTC
 *
 * Writes the month in which an instant lies, in the local zone and the
 * language of the interface: "Kasım 2026".
 *
 * Returns: (transfer full): the text to show
 */
char *
vel_date_format_month (gint64 utc)
{
  char *text = format_wall_clock (get_wall_clock (utc), STYLE_MONTH);

  return text != NULL ? text : vel_date_time_to_iso (utc);
}

/* "3 gün önce", "dün", "yarın"; with @time, "bugün 14:20" */
static char *
format_distance (int                     amount,
                 URelativeDateTimeUnit   unit,
                 const char             *time)
{
  const char *language = vel_language_get ();
  Formatters *formatters = get_formatters (language);
  UErrorCode status = U_ZERO_ERROR;
  UChar text[128];
  UChar joined[160];
  int32_t length = 0;

  g_mutex_lock (&lock);
  if (formatters->relative == NULL)
    formatters->relative = ureldatefmt_open (language, NULL, UDAT_STYLE_LONG,
                                             UDISPCTX_CAPITALIZATION_NONE, &status);
  if (U_SUCCESS (status))
    length = ABS (amount) <= 1 && unit == UDAT_REL_UNIT_DAY
               ? ureldatefmt_format (formatters->relative, amount, unit, text, G_N_ELEMENTS (text), &status)
               : ureldatefmt_formatNumeric (formatters->relative, amount, unit, text, G_N_ELEMENTS (text), &status);
  if (U_SUCCESS (status) && time != NULL)
    {
      UChar clock[64];
      int32_t clock_length = 0;

      u_strFromUTF8 (clock, G_N_ELEMENTS (clock), &clock_length, time, -1, &status);
      length = ureldatefmt_combineDateAndTime (formatters->relative, text, length, clock, clock_length,
                                               joined, G_N_ELEMENTS (joined), &status);
    }
  g_mutex_unlock (&lock);

  if (U_FAILURE (status))
    return NULL;
  return to_utf8 (time != NULL ? joined : text, length);
}

static gint64
floor_days (gint64 seconds)
{
  gint64 days = seconds / DAY_SECONDS;

  return seconds % DAY_SECONDS < 0 ? days - 1 : days;
}

/* The whole months that lie between two local days, the earlier first. */
static int
count_months (gint64 from_days,
              gint64 to_days)
{
  g_autoptr (GDateTime) from = g_date_time_new_from_unix_utc (from_days * DAY_SECONDS);
  g_autoptr (GDateTime) to = g_date_time_new_from_unix_utc (to_days * DAY_SECONDS);

  return 12 * (g_date_time_get_year (to) - g_date_time_get_year (from)) +
         g_date_time_get_month (to) - g_date_time_get_month (from) -
         (g_date_time_get_day_of_month (to) < g_date_time_get_day_of_month (from));
}

/**
 * vel_date_format_relative:
 * @utc: an instant, in seconds since 1970 in UTC
 * @now: the present instant, likewise
 *
 * Says how far an instant is from now, by the days of the local calendar: "bugün
 * 14:20", "dün", "3 gün önce" up to 13 days, "2 hafta önce" up to two months,
 * "7 ay önce" up to a year, "2 yıl önce"; and so for the future ("yarın").
 *
 * Returns: (transfer full): the text to show
 */
char *
vel_date_format_relative (gint64 utc,
                          gint64 now)
{
  gint64 then = get_wall_clock (utc);
  gint64 then_day = floor_days (then);
  gint64 today = floor_days (get_wall_clock (now));
  int days = (int) (then_day - today);
  int sign = days < 0 ? -1 : 1;
  int months = ABS (days) < 14 ? 0 : count_months (MIN (then_day, today), MAX (then_day, today));
  char *text = NULL;

  if (days == 0)
    {
      g_autofree char *clock = format_wall_clock (then, STYLE_TIME);

      text = format_distance (0, UDAT_REL_UNIT_DAY, clock);
    }
  else if (ABS (days) < 14)
    text = format_distance (days, UDAT_REL_UNIT_DAY, NULL);
  else if (months < 2)
    text = format_distance (days / 7, UDAT_REL_UNIT_WEEK, NULL);
  else if (months < 12)
    text = format_distance (sign * months, UDAT_REL_UNIT_MONTH, NULL);
  else
    text = format_distance (sign * (months / 12), UDAT_REL_UNIT_YEAR, NULL);

  return text != NULL ? text : vel_date_time_format (utc);
}
