/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "vel-date-format.h"
#include "vel-date.h"
#include "vel-text.h"

#include "naughty.h"

#define DAY_FIRST VEL_DATE_ORDER_DAY_FIRST
#define MONTH_FIRST VEL_DATE_ORDER_MONTH_FIRST

typedef struct
{
  const char  *text;
  VelDateOrder order;
  const char  *iso;  /* NULL where it is refused */
  int          code;
} DateCase;

static void
check_cases (gboolean      (*parse) (const char *, VelDateOrder, char **, GError **),
             const DateCase *cases,
             gsize           n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *iso = NULL;
      gboolean read = parse (cases[i].text, cases[i].order, &iso, &error);

      if (g_strcmp0 (iso, cases[i].iso) != 0)
        g_test_message ("\"%s\" was read wrongly: %s", cases[i].text, error != NULL ? error->message : iso);
      g_assert_cmpstr (iso, ==, cases[i].iso);
      g_assert_cmpint (read, ==, cases[i].iso != NULL);
      if (!read)
        g_assert_error (error, VEL_TEXT_ERROR, cases[i].code);
      else
        {
          g_assert_no_error (error);
          g_assert_true (parse (cases[i].text, cases[i].order, NULL, NULL));
        }
    }
}

static void
test_parse (void)
{
  static const DateCase cases[] = {
    { "31.12.2026", DAY_FIRST, "2026-12-31" },
    { "31/12/2026", DAY_FIRST, "2026-12-31" },
    { "31-12-2026", DAY_FIRST, "2026-12-31" },
    { "31 12 2026", DAY_FIRST, "2026-12-31" },
    { "31 . 12 . 2026", DAY_FIRST, "2026-12-31" },
    { "1.2.2026", DAY_FIRST, "2026-02-01" },
    { "1/2/2026", MONTH_FIRST, "2026-01-02" },
    { "12/31/2026", MONTH_FIRST, "2026-12-31" },
    { "2026-12-31", DAY_FIRST, "2026-12-31" },
    { "2026-12-31", MONTH_FIRST, "2026-12-31" },
    { "2026/2/1", MONTH_FIRST, "2026-02-01" },
    { "2026.02.01", DAY_FIRST, "2026-02-01" },
    { "20261231", DAY_FIRST, "2026-12-31" },
    { "31 Aralık 2026", DAY_FIRST, "2026-12-31" },
    { "31 ARALIK 2026", MONTH_FIRST, "2026-12-31" },
    { "31 aralik 2026", DAY_FIRST, "2026-12-31" },
    { "31 Ara. 2026", DAY_FIRST, "2026-12-31" },
    { "31 Aralık 2026 Perşembe", DAY_FIRST, "2026-12-31" },
    { "31 Aralık 2026, Perşembe", DAY_FIRST, "2026-12-31" },
    { "Perşembe, 31 Aralık 2026", DAY_FIRST, "2026-12-31" },
    { "1 Ağustos 1990", DAY_FIRST, "1990-08-01" },
    { "1 Şubat 1990", DAY_FIRST, "1990-02-01" },
    { "31Aralık2026", DAY_FIRST, "2026-12-31" },
    { "2026 Aralık 31", DAY_FIRST, "2026-12-31" },
    { "31 Dec 2026", DAY_FIRST, "2026-12-31" },
    { "31-Dec-26", DAY_FIRST, "2026-12-31" },
    { "31st December 2026", DAY_FIRST, "2026-12-31" },
    { "Dec 31, 2026", DAY_FIRST, "2026-12-31" },
    { "December 31st, 2026", DAY_FIRST, "2026-12-31" },
    { "Thursday, December 31, 2026", DAY_FIRST, "2026-12-31" },
    { "May 5 2026", DAY_FIRST, "2026-05-05" },
    { "31.12.26", DAY_FIRST, "2026-12-31" },
    { "31.12.49", DAY_FIRST, "2049-12-31" },
    { "31.12.50", DAY_FIRST, "1950-12-31" },
    { "31.12.99", DAY_FIRST, "1999-12-31" },
    { "31.12.00", DAY_FIRST, "2000-12-31" },
    { "29.02.2024", DAY_FIRST, "2024-02-29" },
    { "29.02.2000", DAY_FIRST, "2000-02-29" },
    { "  31.12.2026\n", DAY_FIRST, "2026-12-31" },
    { "31.12.2026\xc2\xa0", DAY_FIRST, "2026-12-31" },
    { "31.12.2026 00:00:00", DAY_FIRST, "2026-12-31" },
    { "2010-10-14T12:00:00.000Z", DAY_FIRST, "2010-10-14" },
    { "2010-10-14T23:59:59-08:00", DAY_FIRST, "2010-10-14" },
    { "07/15/2009 02:14:45+0800", MONTH_FIRST, "2009-07-15" },
    { "15.07.2009 14:30", DAY_FIRST, "2009-07-15" },
    { "", DAY_FIRST, NULL, VEL_TEXT_ERROR_EMPTY },
    { " \n", DAY_FIRST, NULL, VEL_TEXT_ERROR_EMPTY },
    { "0/0/00", DAY_FIRST, NULL, VEL_TEXT_ERROR_EMPTY },
    { "00.00.0000", DAY_FIRST, NULL, VEL_TEXT_ERROR_EMPTY },
    { "0000-00-00", DAY_FIRST, NULL, VEL_TEXT_ERROR_EMPTY },
    { "31.02.2026", DAY_FIRST, NULL, VEL_TEXT_ERROR_RANGE },
    { "29.02.2025", DAY_FIRST, NULL, VEL_TEXT_ERROR_RANGE },
    { "29.02.1900", DAY_FIRST, NULL, VEL_TEXT_ERROR_RANGE },
    { "31.04.2026", DAY_FIRST, NULL, VEL_TEXT_ERROR_RANGE },
    { "32.01.2026", DAY_FIRST, NULL, VEL_TEXT_ERROR_RANGE },
    { "00.01.2026", DAY_FIRST, NULL, VEL_TEXT_ERROR_RANGE },
    { "01.00.2026", DAY_FIRST, NULL, VEL_TEXT_ERROR_RANGE },
    { "12/31/2026", DAY_FIRST, NULL, VEL_TEXT_ERROR_RANGE },
    { "31/12/2026", MONTH_FIRST, NULL, VEL_TEXT_ERROR_RANGE },
    { "2026-31-12", DAY_FIRST, NULL, VEL_TEXT_ERROR_RANGE },
    { "31 Şubat 2026", DAY_FIRST, NULL, VEL_TEXT_ERROR_RANGE },
    { "01.01.1500", DAY_FIRST, NULL, VEL_TEXT_ERROR_RANGE },
    { "15.07.2009 24:30", DAY_FIRST, NULL, VEL_TEXT_ERROR_RANGE },
    { "15.07.2009 14:60", DAY_FIRST, NULL, VEL_TEXT_ERROR_RANGE },
    { "12 Mart", DAY_FIRST, NULL, VEL_TEXT_ERROR_AMBIGUOUS },
    { "12.03", DAY_FIRST, NULL, VEL_TEXT_ERROR_AMBIGUOUS },
    { "--03-12", DAY_FIRST, NULL, VEL_TEXT_ERROR_AMBIGUOUS },
    { "46387", DAY_FIRST, NULL, VEL_TEXT_ERROR_INVALID },
    { "2026", DAY_FIRST, NULL, VEL_TEXT_ERROR_INVALID },
    { "12", DAY_FIRST, NULL, VEL_TEXT_ERROR_INVALID },
    { "12 03", DAY_FIRST, NULL, VEL_TEXT_ERROR_INVALID },
    { "Aralık 2026", DAY_FIRST, NULL, VEL_TEXT_ERROR_INVALID },
    { "Aralık", DAY_FIRST, NULL, VEL_TEXT_ERROR_INVALID },
    { "Perşembe", DAY_FIRST, NULL, VEL_TEXT_ERROR_INVALID },
    { "yarın", DAY_FIRST, NULL, VEL_TEXT_ERROR_INVALID },
    { "31.12.226", DAY_FIRST, NULL, VEL_TEXT_ERROR_INVALID },
    { "31.12.20266", DAY_FIRST, NULL, VEL_TEXT_ERROR_INVALID },
    { "31.12/2026", DAY_FIRST, NULL, VEL_TEXT_ERROR_INVALID },
    { "31.12.2026 abc", DAY_FIRST, NULL, VEL_TEXT_ERROR_INVALID },
    { "31.12.2026x", DAY_FIRST, NULL, VEL_TEXT_ERROR_INVALID },
    { "31.12.2026 - 01.01.2027", DAY_FIRST, NULL, VEL_TEXT_ERROR_INVALID },
    { "31 Foo 2026", DAY_FIRST, NULL, VEL_TEXT_ERROR_INVALID },
    { "-31.12.2026", DAY_FIRST, NULL, VEL_TEXT_ERROR_INVALID },
    { "0532 123 45 67", DAY_FIRST, NULL, VEL_TEXT_ERROR_INVALID },
    { "1.234,56", DAY_FIRST, NULL, VEL_TEXT_ERROR_INVALID },
    { "15.07.2009 14", DAY_FIRST, NULL, VEL_TEXT_ERROR_INVALID },
    { "15.07.200914:30", DAY_FIRST, NULL, VEL_TEXT_ERROR_INVALID },
  };

  check_cases (vel_date_parse, cases, G_N_ELEMENTS (cases));
}

static void
test_birthday (void)
{
  static const DateCase cases[] = {
    { "12 Mart", DAY_FIRST, "--03-12" },
    { "Mart 12", DAY_FIRST, "--03-12" },
    { "12.03", DAY_FIRST, "--03-12" },
    { "12.03.", DAY_FIRST, "--03-12" },
    { "3/12", MONTH_FIRST, "--03-12" },
    { "--11-22", MONTH_FIRST, "--11-22" },
    { "--1122", DAY_FIRST, "--11-22" },
    { "29.02", DAY_FIRST, "--02-29" },
    { "31.12.1980", DAY_FIRST, "1980-12-31" },
    { "31.12.45", DAY_FIRST, "1945-12-31" },
    { "31.12.80", DAY_FIRST, "1980-12-31" },
    { "12 Mart '85", DAY_FIRST, "1985-03-12" },
    { "1990-05-12T00:00:00Z", DAY_FIRST, "1990-05-12" },
    { "30.02", DAY_FIRST, NULL, VEL_TEXT_ERROR_RANGE },
    { "12.13", DAY_FIRST, NULL, VEL_TEXT_ERROR_RANGE },
    { "--13-01", DAY_FIRST, NULL, VEL_TEXT_ERROR_RANGE },
    { "29.02.50", DAY_FIRST, NULL, VEL_TEXT_ERROR_RANGE },
    { "--11", DAY_FIRST, NULL, VEL_TEXT_ERROR_INVALID },
    { "", DAY_FIRST, NULL, VEL_TEXT_ERROR_EMPTY },
    { "0/0/00", DAY_FIRST, NULL, VEL_TEXT_ERROR_EMPTY },
  };

  check_cases (vel_birthday_parse, cases, G_N_ELEMENTS (cases));
}

static VelDateOrder
detect (const char *const *values,
        VelDateDetector   *detector)
{
  memset (detector, 0, sizeof *detector);
  for (; *values != NULL; values++)
    vel_date_detector_add (detector, *values);
  return vel_date_detector_get_order (detector);
}

static void
test_detector (void)
{
  static const char *const none[] = { NULL };
  static const char *const either[] = { "03.04.2026", "05.06.2026", NULL };
  static const char *const day[] = { "03/04/2026", "31/12/2026", "", NULL };
  static const char *const month[] = { "03/04/2026", "12/31/2026 10:00", " ", "0/0/00", NULL };
  static const char *const mixed[] = { "03/04/2026", "12/31/2026", "31/12/2026", "13/13/2026", NULL };
  static const char *const clear[] = { "2026-04-03", "3 Nisan 2026", "2026-31-12", "evet", NULL };
  static const char *const day_exists[] = { "02/29/2023", "03/04/2026", NULL };
  VelDateDetector detector;

  g_assert_cmpint (detect (none, &detector), ==, DAY_FIRST);

  g_assert_cmpint (detect (either, &detector), ==, DAY_FIRST);
  g_assert_cmpuint (detector.n_either, ==, 2);

  g_assert_cmpint (detect (day, &detector), ==, DAY_FIRST);
  g_assert_cmpuint (detector.n_either, ==, 1);
  g_assert_cmpuint (detector.n_day_first, ==, 1);

  g_assert_cmpint (detect (month, &detector), ==, MONTH_FIRST);
  g_assert_cmpuint (detector.n_month_first, ==, 1);
  g_assert_cmpuint (detector.n_other, ==, 0);

  g_assert_cmpint (detect (mixed, &detector), ==, DAY_FIRST);
  g_assert_cmpuint (detector.n_month_first, ==, 1);
  g_assert_cmpuint (detector.n_day_first, ==, 1);
  g_assert_cmpuint (detector.n_other, ==, 1);

  g_assert_cmpint (detect (clear, &detector), ==, DAY_FIRST);
  g_assert_cmpuint (detector.n_clear, ==, 2);
  g_assert_cmpuint (detector.n_other, ==, 2);

  /* A day that exists in neither order decides nothing. */
  g_assert_cmpint (detect (day_exists, &detector), ==, DAY_FIRST);
  g_assert_cmpuint (detector.n_other, ==, 1);
}

static void
test_date_time (void)
{
  static const struct
  {
    const char  *text;
    VelDateOrder order;
    const char  *iso;
  } cases[] = {
    { "2010-10-14T12:00:00.000Z", DAY_FIRST, "2010-10-14T12:00:00Z" },
    { "2010-10-14T12:00:00.123+03:00", DAY_FIRST, "2010-10-14T09:00:00Z" },
    { "2010-10-14 12:00:00 UTC", DAY_FIRST, "2010-10-14T12:00:00Z" },
    { "2010-10-14 12:00 GMT+3", DAY_FIRST, "2010-10-14T09:00:00Z" },
    { "20101014T120000Z", DAY_FIRST, "2010-10-14T12:00:00Z" },
    { "07/15/2009 02:14:45+0800", MONTH_FIRST, "2009-07-14T18:14:45Z" },
    { "07/15/2009T02:14:45-08", MONTH_FIRST, "2009-07-15T10:14:45Z" },
    { "15.07.2009 14:30", DAY_FIRST, "2009-07-15T11:30:00Z" },
    { "15.07.2009 14.30", DAY_FIRST, "2009-07-15T11:30:00Z" },
    { "15.07.2009, 14:30:05", DAY_FIRST, "2009-07-15T11:30:05Z" },
    { "15 Temmuz 2009 Çarşamba saat 9:05", DAY_FIRST, "2009-07-15T06:05:00Z" },
    { "July 15, 2009 at 2:30 PM", DAY_FIRST, "2009-07-15T11:30:00Z" },
    { "15.07.2009 12:30 AM", DAY_FIRST, "2009-07-14T21:30:00Z" },
    { "15.07.2009 12:30 ÖS", DAY_FIRST, "2009-07-15T09:30:00Z" },
    { "15.07.2009", DAY_FIRST, "2009-07-14T21:00:00Z" },
    { "15.01.2009", DAY_FIRST, "2009-01-14T22:00:00Z" }, /* Turkey had a winter time then */
    { "15.01.2026", DAY_FIRST, "2026-01-14T21:00:00Z" },
    { "01.01.1970 00:00 +0000", DAY_FIRST, "1970-01-01T00:00:00Z" },
    { "31.12.1899 12:00 Z", DAY_FIRST, "1899-12-31T12:00:00Z" },
    { "15.07.2009 25:00", DAY_FIRST, NULL },
    { "15.07.2009 14:30 PM", DAY_FIRST, NULL },
    { "15.07.2009 14:30+2500", DAY_FIRST, NULL },
    { "15.07.2009 14:30 EST", DAY_FIRST, NULL },
    { "14:30", DAY_FIRST, NULL },
    { "12 Mart 14:30", DAY_FIRST, NULL },
    { "", DAY_FIRST, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *iso = NULL;
      gint64 utc;

      if (vel_date_time_parse (cases[i].text, cases[i].order, &utc, &error))
        iso = vel_date_time_to_iso (utc);
      else
        g_assert_true (error->domain == VEL_TEXT_ERROR);
      if (g_strcmp0 (iso, cases[i].iso) != 0)
        g_test_message ("\"%s\" was read wrongly: %s", cases[i].text, error != NULL ? error->message : iso);
      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

static void
test_iso (void)
{
  static const char *const wrong[] = {
    "", "2026-11-22", "2026-11-22 11:20:00x", "2026-13-22T11:20:00Z", "abc",
  };
  g_autofree char *iso = vel_date_time_to_iso (1795346400);
  g_autofree char *early = vel_date_time_to_iso (-1);
  g_autofree char *never = vel_date_time_to_iso (G_MAXINT64);
  gint64 utc = 7;

  g_assert_cmpstr (iso, ==, "2026-11-22T11:20:00Z");
  g_assert_cmpstr (early, ==, "1969-12-31T23:59:59Z");
  g_assert_cmpstr (never, ==, "");
  g_assert_true (vel_date_time_from_iso (iso, &utc));
  g_assert_cmpint (utc, ==, 1795346400);
  g_assert_true (vel_date_time_from_iso ("2026-11-22T14:20:00+03:00", &utc));
  g_assert_cmpint (utc, ==, 1795346400);
  g_assert_true (vel_date_time_from_iso ("2026-11-22T11:20:00", &utc));
  g_assert_cmpint (utc, ==, 1795346400);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (vel_date_time_from_iso (wrong[i], &utc));
  g_assert_cmpint (utc, ==, 1795346400);
}

static void
test_split (void)
{
  static const char *const wrong[] = {
    "", "2026", "2026-11", "2026-1-22", "2026-11-2", "2026-11-31", "2026-02-29", "--02-30", "--2-03",
    "2026-11-22 ", "2026-11-22T00:00", "22.11.2026", "-2026-11-22", "---11-22", "0000-01-01", "２０２６-11-22",
  };
  int year = 0;
  int month = 0;
  int day = 0;

  g_assert_true (vel_date_split ("2026-11-22", &year, &month, &day));
  g_assert_cmpint (year, ==, 2026);
  g_assert_cmpint (month, ==, 11);
  g_assert_cmpint (day, ==, 22);
  g_assert_true (vel_date_split ("--02-29", &year, NULL, NULL));
  g_assert_cmpint (year, ==, -1);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (vel_date_split (wrong[i], NULL, NULL, NULL));
}

/* ICU parts a time from AM and PM by a narrow space of its own, and one version
 * writes "at" before a time where another writes a comma. */
static void
assert_text (char       *text,
             const char *expected)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autoptr (GString) comma = g_string_new (normal);

  g_string_replace (comma, " at ", ", ", 1);
  g_assert_cmpstr (comma->str, ==, expected);
  g_free (text);
}

static void
test_format (void)
{
  vel_language_set ("tr");
  assert_text (vel_date_format ("2026-11-22"), "22 Kasım 2026");
  assert_text (vel_date_format ("--02-29"), "29 Şubat");
  assert_text (vel_date_format_full ("2026-11-22"), "22 Kasım 2026 Pazar");
  assert_text (vel_date_format_numbers ("2026-11-02"), "02.11.2026");
  assert_text (vel_date_format_full ("--02-29"), "29 Şubat");
  assert_text (vel_date_format ("1583-01-01"), "1 Ocak 1583");
  assert_text (vel_date_time_format (1795346400), "22 Kasım 2026 14:20");
  assert_text (vel_date_format ("geçen\nyıl"), "geçen yıl");
  assert_text (vel_date_format (""), "");

  assert_text (vel_date_format_weekday ("1990-11-22"), "22 Kasım 1990 Perşembe");
  assert_text (vel_date_format_days ("2026-11-23", "2026-11-29"), "23–29 Kasım 2026");
  assert_text (vel_date_format_days ("2026-11-30", "2026-12-06"), "30 Kasım – 6 Aralık 2026");
  assert_text (vel_date_format_days ("2026-12-28", "2027-01-03"), "28 Aralık 2026 – 3 Ocak 2027");
  assert_text (vel_date_format_days ("geçen", "bu"), "geçen – bu");
  assert_text (vel_date_format_clock (14, 5), "14:05");
  assert_text (vel_date_format_clock (0, 0), "00:00");

  vel_language_set ("en");
  assert_text (vel_date_format_weekday ("1990-11-22"), "Thursday, November 22, 1990");
  assert_text (vel_date_format_days ("2026-11-23", "2026-11-29"), "November 23 – 29, 2026");
  assert_text (vel_date_format_clock (14, 5), "2:05 PM");
  assert_text (vel_date_format ("2026-11-22"), "November 22, 2026");
  assert_text (vel_date_format ("--02-29"), "February 29");
  assert_text (vel_date_format_full ("2026-11-22"), "Sunday, November 22, 2026");
  assert_text (vel_date_format_numbers ("2026-11-02"), "11/02/2026");
  assert_text (vel_date_time_format (1795346400), "November 22, 2026, 2:20 PM");
}

/* The year is told only where it is another than this one. */
static void
test_weekday (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-11-22");
  g_autofree char *year = g_date_time_format (now, "%Y");
  g_autofree char *text = NULL;

  vel_language_set ("tr");
  text = vel_date_format_weekday (day);
  g_assert_true (g_str_has_prefix (text, "22 Kasım "));
  g_assert_null (strstr (text, year));
}

/* What is shown is read back as what it was. */
static void
test_round_trip (gconstpointer language)
{
  vel_language_set (language);
  for (int month = 1; month <= 12; month++)
    for (int day = 1; day <= 28; day += 9)
      {
        g_autofree char *date = g_strdup_printf ("19%02d-%02d-%02d", 60 + day, month, day);
        g_autofree char *birthday = g_strdup_printf ("--%02d-%02d", month, day);
        g_autofree char *shown = vel_date_format (date);
        g_autofree char *shown_full = vel_date_format_full (date);
        g_autofree char *shown_birthday = vel_date_format (birthday);
        g_autofree char *back = NULL;
        g_autofree char *back_full = NULL;
        g_autofree char *back_birthday = NULL;
        gint64 utc = 1000000020 + month * 30 * 86400 + day * 3660;
        g_autofree char *shown_time = vel_date_time_format (utc);
        gint64 back_time;

        g_assert_true (vel_date_parse (shown, DAY_FIRST, &back, NULL));
        g_assert_cmpstr (back, ==, date);
        g_assert_true (vel_date_parse (shown_full, MONTH_FIRST, &back_full, NULL));
        g_assert_cmpstr (back_full, ==, date);
        g_assert_true (vel_birthday_parse (shown_birthday, DAY_FIRST, &back_birthday, NULL));
        g_assert_cmpstr (back_birthday, ==, birthday);
        g_assert_true (vel_date_time_parse (shown_time, DAY_FIRST, &back_time, NULL));
        g_assert_cmpint (back_time, ==, utc - utc % 60);
      }
}

static void
test_relative (void)
{
  static const struct
  {
    const char *when;
    const char *turkish;
    const char *english;
  } cases[] = {
    { "2026-11-22T14:20:00+03:00", "bugün 14:20", "today, 2:20 PM" },
    { "2026-11-22T00:00:00+03:00", "bugün 00:00", "today, 12:00 AM" },
    { "2026-11-22T23:59:59+03:00", "bugün 23:59", "today, 11:59 PM" },
    { "2026-11-21T23:59:59+03:00", "dün", "yesterday" },
    { "2026-11-20T23:59:59+03:00", "2 gün önce", "2 days ago" },
    { "2026-11-19T00:00:00+03:00", "3 gün önce", "3 days ago" },
    { "2026-11-09T12:00:00+03:00", "13 gün önce", "13 days ago" },
    { "2026-11-08T12:00:00+03:00", "2 hafta önce", "2 weeks ago" },
    { "2026-09-23T12:00:00+03:00", "8 hafta önce", "8 weeks ago" },
    { "2026-09-22T12:00:00+03:00", "2 ay önce", "2 months ago" },
    { "2026-04-22T12:00:00+03:00", "7 ay önce", "7 months ago" },
    { "2025-11-23T12:00:00+03:00", "11 ay önce", "11 months ago" },
    { "2025-11-22T12:00:00+03:00", "1 yıl önce", "1 year ago" },
    { "1926-11-22T12:00:00+03:00", "100 yıl önce", "100 years ago" },
    { "2026-11-23T00:00:00+03:00", "yarın", "tomorrow" },
    { "2026-11-25T08:00:00+03:00", "3 gün sonra", "in 3 days" },
    { "2026-12-22T08:00:00+03:00", "4 hafta sonra", "in 4 weeks" },
    { "2027-02-22T08:00:00+03:00", "3 ay sonra", "in 3 months" },
    { "2028-12-22T08:00:00+03:00", "2 yıl sonra", "in 2 years" },
  };
  gint64 now;

  g_assert_true (vel_date_time_from_iso ("2026-11-22T15:00:00+03:00", &now));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 utc;

      g_assert_true (vel_date_time_from_iso (cases[i].when, &utc));
      vel_language_set ("tr");
      assert_text (vel_date_format_relative (utc, now), cases[i].turkish);
      vel_language_set ("en");
      assert_text (vel_date_format_relative (utc, now), cases[i].english);
    }
}

/* Instants of which no calendar knows must not crash. */
static void
test_extremes (void)
{
  static const gint64 instants[] = {
    G_MININT64, G_MININT64 / 2, -1, 0, 1, 253402300799, 253402300800, G_MAXINT64 / 2, G_MAXINT64,
  };

  for (guint i = 0; i < G_N_ELEMENTS (instants); i++)
    for (guint j = 0; j < G_N_ELEMENTS (instants); j++)
      {
        g_autofree char *iso = vel_date_time_to_iso (instants[i]);
        g_autofree char *shown = vel_date_time_format (instants[i]);
        g_autofree char *relative = vel_date_format_relative (instants[i], instants[j]);

        g_assert_nonnull (iso);
        g_assert_true (g_utf8_validate (shown, -1, NULL));
        g_assert_true (g_utf8_validate (relative, -1, NULL));
      }
}

static void
check_text (const char *text)
{
  VelDateDetector detector = { 0, };
  g_autoptr (GError) error = NULL;
  g_autofree char *date = NULL;
  g_autofree char *birthday = NULL;
  g_autofree char *shown = vel_date_format (text);
  g_autofree char *shown_full = vel_date_format_full (text);

  g_assert_true (g_utf8_validate (shown, -1, NULL));
  g_assert_true (g_utf8_validate (shown_full, -1, NULL));
  vel_date_detector_add (&detector, text);
  if (vel_date_parse (text, DAY_FIRST, &date, &error))
    g_assert_true (vel_date_split (date, NULL, NULL, NULL));
  else
    g_assert_true (error->domain == VEL_TEXT_ERROR);
  if (vel_birthday_parse (text, MONTH_FIRST, &birthday, NULL))
    g_assert_true (vel_date_split (birthday, NULL, NULL, NULL));
  vel_date_time_parse (text, DAY_FIRST, NULL, NULL);
  vel_date_time_from_iso (text, NULL);
}

static void
test_naughty (void)
{
  check_naughty (check_text);
}

/* Any text made of what dates are made of is read or refused. */
static void
test_random (void)
{
  static const char *const parts[] = {
    "1", "12", "31", "2026", "00", "99", ".", "/", "-", " ", ":", ",", "T", "Z", "+03", "Mart", "Dec",
    "Pazar", "Mon", "PM", "'", "th", "saat", "\xff", "İ",
  };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint n = g_test_rand_int_range (1, 10);

      for (guint j = 0; j < n; j++)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      check_text (text->str);
    }
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TZ", "Europe/Istanbul", TRUE);
  g_test_init (&argc, &argv, NULL);
  vel_language_set ("tr");

  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/birthday", test_birthday);
  g_test_add_func ("/date/detector", test_detector);
  g_test_add_func ("/date/date-time", test_date_time);
  g_test_add_func ("/date/iso", test_iso);
  g_test_add_func ("/date/split", test_split);
  g_test_add_func ("/date/format", test_format);
  g_test_add_func ("/date/weekday", test_weekday);
  g_test_add_data_func ("/date/round-trip/tr", "tr", test_round_trip);
  g_test_add_data_func ("/date/round-trip/en", "en", test_round_trip);
  g_test_add_func ("/date/relative", test_relative);
  g_test_add_func ("/date/extremes", test_extremes);
  g_test_add_func ("/date/naughty", test_naughty);
  g_test_add_func ("/date/random", test_random);

  return g_test_run ();
}
