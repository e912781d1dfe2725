/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib.h>

#include "vel-due.h"
#include "vel-task.h"
#include "vel-text.h"

/* Monday, 23 November 2026, 10:00 in Istanbul. */
#define NOW G_GINT64_CONSTANT (1795417200)

static void
test_split (void)
{
  static const char * const right[] = { "2026-11-24", "2026-11-24T00:00", "9999-12-31T23:59", "1583-01-01", "2028-02-29" };
  static const char * const wrong[] = {
    "", "2026", "2026-11", "2026-02-31", "2027-02-29", "2026-11-24T", "2026-11-24T25:00", "2026-11-24T10:60", "2026-11-24 10:00",
    "2026-11-24T1:00", "2026-11-24T10:000", "0001-01-01", "10000-01-01", "--11-24", "2026-13-01", "x", "2026-11-24T10:0x",
  };

  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_autofree char *joined = NULL;
      VelDue due;

      g_assert_true (vel_due_split (right[i], &due));
      joined = vel_due_join (&due);
      g_assert_cmpstr (joined, ==, right[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (vel_due_split (wrong[i], NULL));
}

static void
test_parse (void)
{
  static const char * const rows[][2] = {
    { "10m", "2026-11-23T10:10" }, { "in 90 minutes", "2026-11-23T11:30" }, { "2 saat sonra", "2026-11-23T12:00" },
    { "15 dk", "2026-11-23T10:15" }, { "20h", "2026-11-24T06:00" }, { "3 gün sonra", "2026-11-26" }, { "3d", "2026-11-26" },
    { "2 hafta", "2026-12-07" }, { "1 ay", "2026-12-23" }, { "in 1 year", "2027-11-23" },
    { "today", "2026-11-23" }, { "BUGÜN 17.30", "2026-11-23T17:30" }, { "tomorrow 09:00", "2026-11-24T09:00" },
    { "yarın 9:00", "2026-11-24T09:00" }, { "Yarın saat 9", "2026-11-24T09:00" }, { "tomorrow at 9", "2026-11-24T09:00" },
    { "tomorrow 9am", "2026-11-24T09:00" }, { "tomorrow 9:30 pm", "2026-11-24T21:30" }, { "tomorrow 12am", "2026-11-24T00:00" },
    { "öbür gün", "2026-11-25" }, { "day after tomorrow 8:05", "2026-11-25T08:05" },
    { "Monday", "2026-11-30" }, { "friday 14:00", "2026-11-27T14:00" }, { "cuma günü 14:00", "2026-11-27T14:00" },
    { "next monday", "2026-11-30" }, { "gelecek salı", "2026-11-24" }, { "haftaya", "2026-11-30" },
    { "haftaya salı 9:30", "2026-12-01T09:30" }, { "haftaya pazartesi", "2026-11-30" }, { "pazar", "2026-11-29" },
    { "14:30", "2026-11-23T14:30" }, { "09:30", "2026-11-24T09:30" }, { "10:00", "2026-11-24T10:00" }, { "saat 9", "2026-11-24T09:00" },
    { "31.12.2026", "2026-12-31" }, { "31.12.2026 14:30", "2026-12-31T14:30" }, { "2026-12-31T14:30", "2026-12-31T14:30" },
    { "2026-12-31", "2026-12-31" }, { "31 Aralık 2026 saat 9:05", "2026-12-31T09:05" }, { "9999-12-31", "9999-12-31" },
    { "2026-11-24T09:00:00Z", "2026-11-24T12:00" }, { "2026-11-24T23:30:00-05:00", "2026-11-25T07:30" },
  };
  static const char * const wrong[] = {
    "", "  ", "31 şubat 2026", "31.02.2026", "2026-02-31T10:00", "25:00", "2026-11-24 25:00", "tomorrow 25:00", "yarın 9:75",
    "tomorrow at", "0001-01-01", "0001-01-01T10:00", "10000-01-01", "99999999999999999999m", "10 parsecs", "5", "someday", "tomorrow 13pm",
    "10001 weeks", "9000 years", "\xff",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *due = NULL;

      g_assert_true (vel_due_parse (rows[i][0], NOW, &due, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (due, ==, rows[i][1]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_false (vel_due_parse (wrong[i], NOW, NULL, &error));
      g_assert_cmpuint (error->domain, ==, VEL_TEXT_ERROR);
    }
}

static void
test_add (void)
{
  static const struct
  {
    const char *from;
    gint64      minutes;
    const char *to;
  } rows[] = {
    { "2026-11-24T09:00", -30, "2026-11-24T08:30" }, { "2026-11-24T00:10", -30, "2026-11-23T23:40" },
    { "2026-11-24", -1440, "2026-11-23" }, { "2026-11-24", -30, "2026-11-23T23:30" }, { "2026-12-31T23:59", 1, "2027-01-01T00:00" },
    { "9999-12-31T23:59", 1, NULL }, { "9999-12-31", 1440, NULL }, { "2026-03-29T01:30", 60, "2026-03-29T02:30" },
    { "2026-11-24", G_MAXINT64, NULL }, { "nonsense", 1, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *to = vel_due_add_minutes (rows[i].from, rows[i].minutes);

      g_assert_cmpstr (to, ==, rows[i].to);
    }
}

static void
test_days (void)
{
  static const struct
  {
    const char  *from;
    int          days;
    const char  *to;
    GDateWeekday weekday;
  } rows[] = {
    { "2026-11-24", 1, "2026-11-25", G_DATE_TUESDAY }, { "2028-02-28T09:30", 1, "2028-02-29T09:30", G_DATE_MONDAY },
    { "2026-01-01", -1, "2025-12-31", G_DATE_THURSDAY }, { "9999-12-31", 1, NULL, G_DATE_FRIDAY },
    { "2026-11-24", G_MAXINT, NULL, G_DATE_TUESDAY }, { "2026-02-30", 1, NULL, G_DATE_BAD_WEEKDAY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *to = vel_due_add_days (rows[i].from, rows[i].days);

      g_assert_cmpstr (to, ==, rows[i].to);
      g_assert_cmpint (vel_due_get_weekday (rows[i].from), ==, rows[i].weekday);
    }
}

/* Where the clocks are changed: skipped is later, twice is the first. */
static void
test_zones (void)
{
  static const struct
  {
    const char *zone;
    const char *due;
    const char *utc;
    gboolean    is_skipped;
  } rows[] = {
    { "Europe/Berlin", "2026-03-29T01:59", "2026-03-29T00:59:00Z", FALSE },
    { "Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:30:00Z", TRUE },
    { "Europe/Berlin", "2026-03-29T03:00", "2026-03-29T01:00:00Z", FALSE },
    { "Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30:00Z", FALSE },
    { "Europe/Berlin", "2026-10-25T03:00", "2026-10-25T02:00:00Z", FALSE },
    { "America/New_York", "2026-03-08T02:15", "2026-03-08T07:15:00Z", TRUE },
    { "America/New_York", "2026-11-01T01:30", "2026-11-01T05:30:00Z", FALSE },
    { "Europe/Istanbul", "2015-03-29T03:30", "2015-03-29T01:30:00Z", TRUE },
    { "Europe/Istanbul", "2026-03-29T03:30", "2026-03-29T00:30:00Z", FALSE },
    { "Europe/Istanbul", "2026-11-24", "2026-11-24T06:00:00Z", FALSE },
    { "Pacific/Apia", "2011-12-30T10:00", "2011-12-30T20:00:00Z", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (rows[i].zone);
      g_autoptr(GDateTime) expected = g_date_time_new_from_iso8601 (rows[i].utc, NULL);
      gint64 utc;

      if (zone == NULL)
        continue;
      g_test_message ("%s %s", rows[i].zone, rows[i].due);
      g_assert_true (vel_due_to_utc (rows[i].due, "09:00", zone, &utc));
      g_assert_cmpint (utc, ==, g_date_time_to_unix (expected));
      g_assert_cmpint (vel_due_is_skipped (rows[i].due, zone), ==, rows[i].is_skipped);
    }
}

static void
test_reminder (void)
{
  static const char * const rows[][2] = {
    { "none", "none" }, { "YOK", "none" }, { "0", "0" }, { "30", "30" }, { "30m", "30" }, { "2h", "120" }, { "1 gün", "1440" },
    { "2 hafta", "20160" }, { "10w", "100800" },
  };
  static const char * const wrong[] = { "", "soon", "-5", "11w", "99999999999", "5 parsecs", "1.5h" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *reminder = NULL;

      g_assert_true (vel_task_parse_reminder (rows[i][0], &reminder, NULL));
      g_assert_cmpstr (reminder, ==, rows[i][1]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *reminder = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_false (vel_task_parse_reminder (wrong[i], &reminder, &error));
      g_assert_error (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_INVALID);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "Europe/Istanbul", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/due/split", test_split);
  g_test_add_func ("/due/parse", test_parse);
  g_test_add_func ("/due/add", test_add);
  g_test_add_func ("/due/days", test_days);
  g_test_add_func ("/due/zones", test_zones);
  g_test_add_func ("/due/reminder", test_reminder);
  return g_test_run ();
}
