/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <string.h>

#include "vel-holidays.h"

static VelHolidays *
load (void)
{
  g_autofree char *json = NULL;
  g_autoptr(GError) error = NULL;
  VelHolidays *holidays;
  gsize length;

  g_assert_true (g_file_get_contents (g_getenv ("VEL_HOLIDAYS"), &json, &length, &error));
  holidays = vel_holidays_parse (json, length, &error);
  g_assert_no_error (error);
  return holidays;
}

static void
assert_day (VelHolidays *holidays,
            const char  *day,
            const char  *name,
            gboolean     is_half)
{
  const VelHoliday *holiday = vel_holidays_find (holidays, day);

  if (name == NULL)
    {
      g_assert_null (holiday);
      return;
    }
  g_assert_nonnull (holiday);
  g_assert_cmpstr (holiday->name, ==, name);
  g_assert_cmpint (holiday->is_half, ==, is_half);
}

/* Law 2429: 14.5 days a year, whatever the moon does. */
static void
test_delivered (void)
{
  g_autoptr(VelHolidays) holidays = load ();

  assert_day (holidays, "2026-10-28", "Cumhuriyet Bayramı arifesi", TRUE);
  assert_day (holidays, "2031-10-29", "Cumhuriyet Bayramı", FALSE);
  assert_day (holidays, "2026-03-19", "Ramazan Bayramı arifesi", TRUE);
  assert_day (holidays, "2026-03-20", "Ramazan Bayramı", FALSE);
  assert_day (holidays, "2026-03-22", "Ramazan Bayramı", FALSE);
  assert_day (holidays, "2026-03-23", NULL, FALSE);
  assert_day (holidays, "2026-05-26", "Kurban Bayramı arifesi", TRUE);
  assert_day (holidays, "2026-05-30", "Kurban Bayramı", FALSE);
  assert_day (holidays, "2026-05-31", NULL, FALSE);
  /* The eve of one feast on the day of another is no half day. */
  assert_day (holidays, "2026-11-24", NULL, FALSE);

  for (int year = 2024; year <= 2030; year++)
    {
      g_autoptr(GDateTime) first = g_date_time_new_utc (year, 1, 1, 0, 0, 0);
      double sum = 0;

      for (int i = 0; i < 366; i++)
        {
          g_autoptr(GDateTime) date = g_date_time_add_days (first, i);
          g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");
          const VelHoliday *holiday = g_date_time_get_year (date) == year ? vel_holidays_find (holidays, day) : NULL;

          if (holiday != NULL)
            sum += holiday->is_half ? 0.5 : 1;
        }
      /* A feast may meet another: in 2023 and 2027 they do. */
      g_assert_cmpfloat (sum, >=, 13.5);
      g_assert_cmpfloat (sum, <=, 15.5);
    }
}

static void
test_bad (void)
{
  static const char * const bad[] = {
    "", "{", "null", "[]", "42", "{}", "{\"holidays\": {}}", "{\"holidays\": [1]}", "{\"holidays\": [{}]}",
    "{\"holidays\": [{\"day\": \"04-23\"}]}",
    "{\"holidays\": [{\"day\": \"04-23\", \"name\": \"\"}]}",
    "{\"holidays\": [{\"day\": \"02-30\", \"name\": \"x\"}]}",
    "{\"holidays\": [{\"day\": \"2027-02-29\", \"name\": \"x\"}]}",
    "{\"holidays\": [{\"day\": \"2026-04-23T10:00\", \"name\": \"x\"}]}",
    "{\"holidays\": [{\"day\": 423, \"name\": \"x\"}]}",
    "{\"holidays\": [{\"day\": \"04-23\", \"name\": [\"x\"]}]}",
    "{\"holidays\": [{\"day\": \"04-23\", \"name\": \"x\", \"days\": 0}]}",
    "{\"holidays\": [{\"day\": \"04-23\", \"name\": \"x\", \"days\": 1000000}]}",
    "{\"holidays\": [{\"day\": \"04-23\", \"name\": \"x\", \"days\": \"many\"}]}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(VelHolidays) holidays = vel_holidays_parse (bad[i], -1, &error);

      g_assert_null (holidays);
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, !=, "");
    }
}

static void
test_own (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VelHolidays) holidays = vel_holidays_parse (
    "{\"holidays\": [{\"day\": \"02-29\", \"name\": \"Artık gün\"},"
    " {\"day\": \"9999-12-30\", \"days\": 9, \"name\": \"Son\", \"name_en\": 7, \"half\": \"yes\"}]}", -1, &error);

  g_assert_no_error (error);
  assert_day (holidays, "2028-02-29", "Artık gün", FALSE);
  assert_day (holidays, "9999-12-31", "Son", FALSE);
  assert_day (holidays, "", NULL, FALSE);
  assert_day (holidays, "04-2", NULL, FALSE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/holidays/delivered", test_delivered);
  g_test_add_func ("/holidays/bad", test_bad);
  g_test_add_func ("/holidays/own", test_own);

  return g_test_run ();
}
