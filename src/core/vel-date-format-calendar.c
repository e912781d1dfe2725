/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands above the days of a calendar. It is written so seldom that no
 * formatter is kept for it.
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-date-format.h"

#include <unicode/udat.h>
#include <unicode/udateintervalformat.h>

#include "vel-date.h"
#include "vel-text.h"

/* A day, as ICU counts: its noon by the clocks of UTC. */
static gboolean
split_to_icu (const char *iso,
              UDate      *date)
{
  g_autoptr(GDateTime) noon = NULL;
  int year;
  int month;
  int day;

  if (!vel_date_split (iso, &year, &month, &day) || year < 0)
    return FALSE;
  noon = g_date_time_new_utc (year, month, day, 12, 0, 0);
  *date = (double) g_date_time_to_unix (noon) * 1000.0;
  return TRUE;
}

/**
 * vel_date_format_days:
 * @from: an ISO 8601 day
 * @to: the last day, not before @from
 *
 * Writes the days from one to another, and only once what they have in common:
 * "23–29 Kasım 2026", "30 Kasım – 6 Aralık 2026".
 *
 * Returns: (transfer full): the text to show
 */
char *
vel_date_format_days (const char *from,
                      const char *to)
{
  UErrorCode status = U_ZERO_ERROR;
  UDateIntervalFormat *format = udtitvfmt_open (vel_language_get (), u"yMMMMd", -1, u"UTC", -1, &status);
  UChar text[128];
  UDate first;
  UDate last;
  int32_t length = 0;

  if (split_to_icu (from, &first) && split_to_icu (to, &last))
    length = udtitvfmt_format (format, first, last, text, G_N_ELEMENTS (text), NULL, &status);
  udtitvfmt_close (format);
  return length > 0 && U_SUCCESS (status)
           ? g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL)
           : g_strdup_printf ("%s – %s", from, to);
}

/**
 * vel_date_format_weekday_name:
 * @weekday: from Monday, 1, to Sunday, 7
 *
 * Returns: (transfer full): its short name in the language of the interface: "Pzt"
 */
char *
vel_date_format_weekday_name (int weekday)
{
  const char *language = vel_language_get ();
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = udat_open (UDAT_NONE, UDAT_NONE, language, u"UTC", -1, NULL, 0, &status);
  UChar name[64];
  char *text = NULL;

  g_return_val_if_fail (weekday >= 1 && weekday <= 7, NULL);

  if (U_SUCCESS (status))
    {
      /* ICU counts from Sunday, and from 1. */
      const int32_t length = udat_getSymbols (format, UDAT_STANDALONE_SHORT_WEEKDAYS, weekday % 7 + 1,
                                              name, G_N_ELEMENTS (name), &status);

      if (U_SUCCESS (status))
        text = g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, NULL, NULL);
    }
  udat_close (format);
  return text != NULL ? text : g_strdup_printf ("%d", weekday);
}
