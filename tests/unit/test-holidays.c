/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <string.h>

#include "vel-holidays.h"
#include "vel-text.h"

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
    "{\"holidays\": [{\"day\": \"04-23\", \"name\": \" \\n\\t\"}]}",
    "{\"holidays\": [{\"day\": \"4-23\", \"name\": \"x\"}]}",
    "{\"holidays\": [{\"day\": \"--04-23\", \"name\": \"x\"}]}",
    "{\"holidays\": [{\"day\": \"23.04.2026\", \"name\": \"x\"}]}",
    "{\"holidays\": [{\"day\": \"13-01\", \"name\": \"x\"}]}",
    "{\"holidays\": [{\"day\": \"0000-01-01\", \"name\": \"x\"}]}",
    "{\"holidays\": [{\"day\": \"04-23\", \"name\": \"x\"}}",
    "{\"holidays\": [{\"day\": \"04-23\", \"name\": \"x\", \"days\": 1.5}]}",
    "{\"holidays\": [{\"day\": \"04-23\", \"name\": \"x\", \"days\": -9223372036854775808}]}",
    "{\"holidays\": [{\"day\": \"04-23\", \"name\": \"x\", \"days\": 99999999999999999999}]}",
    "{\"holidays\": [{\"day\": \"04-23\", \"name\": \"\xff\"}]}",
    "\xff\xfe{\"holidays\": []}",
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

static VelHolidays *
parse (const char *json)
{
  g_autoptr(GError) error = NULL;
  VelHolidays *holidays = vel_holidays_parse (json, -1, &error);

  g_assert_no_error (error);
  return holidays;
}

/* A parser that calls itself would run out of stack. */
static void
test_deep (void)
{
  static const char * const begins[] = { "[", "{\"holidays\": [", "{\"a\":" };

  for (gsize i = 0; i < G_N_ELEMENTS (begins); i++)
    {
      g_autoptr(GString) json = g_string_new (NULL);
      g_autoptr(VelHolidays) holidays = NULL;
      g_autoptr(GError) error = NULL;

      while (json->len < 1000000)
        g_string_append (json, begins[i]);
      holidays = vel_holidays_parse (json->str, (gssize) json->len, &error);
      g_assert_null (holidays);
      g_assert_error (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_INVALID);
    }
}

/* Brackets and quotes within a name are no lists; a mark at the begin of the file is one of Windows. */
static void
test_brackets (void)
{
  g_autoptr(GString) name = g_string_new (NULL);
  g_autofree char *json = NULL;
  g_autoptr(VelHolidays) holidays = NULL;

  for (int i = 0; i < 100; i++)
    g_string_append (name, "[{\\\"\\\\");
  json = g_strdup_printf ("\xef\xbb\xbf{\"holidays\": [{\"day\": \"04-23\", \"name\": \"%s\"}]}", name->str);
  holidays = parse (json);
  g_assert_true (g_str_has_prefix (vel_holidays_find (holidays, "2026-04-23")->name, "[{\"\\[{"));
}

/* Where it is broken is said. */
static void
test_line (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VelHolidays) holidays = vel_holidays_parse (
    "{\n\"holidays\": [\n{\"day\": \"04-23\", \"name\": \"x\"}\n{\"day\": \"05-01\", \"name\": \"x\"}\n]\n}\n", -1, &error);

  g_assert_null (holidays);
  g_assert_nonnull (strstr (error->message, " 3"));
}

/* Every begin of the file that comes with the program is a bad one or a whole one, and no crash. */
static void
test_cut (void)
{
  g_autofree char *json = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (g_getenv ("VEL_HOLIDAYS"), &json, &length, NULL));
  g_strchomp (json);
  length = strlen (json);
  for (gsize i = 0; i < length; i += 7)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(VelHolidays) holidays = vel_holidays_parse (json, (gssize) i, &error);

      g_assert_null (holidays);
      g_assert_error (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_INVALID);
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

static VelHolidayEntry
make_entry (const char *day,
            guint       n_days,
            const char *name,
            gboolean    is_half)
{
  VelHolidayEntry entry = { (char *) day, n_days, { (char *) name, NULL, is_half } };

  return entry;
}

/* What others have written into the file stays there. */
static void
test_add (void)
{
  g_autoptr(VelHolidays) none = parse ("{\"source\": \"ours\", \"holidays\": [], \"more\": {\"a\": [1]}}");
  const VelHolidayEntry once = make_entry ("2031-01-24", 3, "Ramazan Bayramı \"1\"", FALSE);
  const VelHolidayEntry yearly = make_entry ("12-31", 1, "Yılbaşı arifesi", TRUE);
  const VelHolidayEntry same = make_entry ("12-31", 2, "Başka", FALSE);
  const VelHolidayEntry wrong = make_entry ("02-30", 1, "Olmaz", FALSE);
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) wrong_error = NULL;
  g_autoptr(VelHolidays) one = vel_holidays_add (none, &once, &error);
  g_autoptr(VelHolidays) two = vel_holidays_add (one, &yearly, &error);
  g_autoptr(VelHolidays) read = NULL;
  g_autoptr(VelHolidays) left = NULL;
  g_autofree char *json = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (vel_holidays_get_n_entries (none), ==, 0);
  g_assert_cmpuint (vel_holidays_get_n_entries (one), ==, 1);
  json = vel_holidays_to_json (two);
  g_assert_nonnull (strstr (json, "ours"));
  g_assert_nonnull (strstr (json, "more"));
  read = parse (json);
  g_assert_cmpuint (vel_holidays_get_n_entries (read), ==, 2);
  g_assert_cmpuint (vel_holidays_get_entry (read, 0)->n_days, ==, 3);
  g_assert_cmpstr (vel_holidays_get_entry (read, 1)->day, ==, "12-31");
  assert_day (read, "2031-01-26", "Ramazan Bayramı \"1\"", FALSE);
  assert_day (read, "2031-01-27", NULL, FALSE);
  assert_day (read, "2044-12-31", "Yılbaşı arifesi", TRUE);

  left = vel_holidays_remove (read, 0);
  assert_day (left, "2031-01-24", NULL, FALSE);
  assert_day (left, "2044-12-31", "Yılbaşı arifesi", TRUE);

  g_assert_null (vel_holidays_add (read, &same, &error));
  g_assert_nonnull (strstr (error->message, "Yılbaşı arifesi"));
  g_assert_null (vel_holidays_add (read, &wrong, &wrong_error));
  g_assert_cmpstr (wrong_error->message, !=, "");
}

/* All of them can be taken out, one after the other, and the file stays one. */
static void
test_remove (void)
{
  g_autoptr(VelHolidays) holidays = load ();

  while (vel_holidays_get_n_entries (holidays) > 0)
    {
      VelHolidays *fewer = vel_holidays_remove (holidays, vel_holidays_get_n_entries (holidays) / 2);

      g_assert_nonnull (fewer);
      g_assert_cmpuint (vel_holidays_get_n_entries (fewer), ==, vel_holidays_get_n_entries (holidays) - 1);
      vel_holidays_free (holidays);
      holidays = fewer;
    }
}

static void
test_day (void)
{
  static const struct { const char *typed; const char *day; } days[] = {
    { "23 Nisan", "04-23" }, { "23.04", "04-23" }, { " 23.4. ", "04-23" }, { "April 23", "04-23" },
    { "29 Şubat", "02-29" }, { "20.03.2027", "2027-03-20" }, { "20.3.27", "2027-03-20" },
    { "2027-03-20", "2027-03-20" }, { "20 Mart 2027", "2027-03-20" }, { "1.1.2049", "2049-01-01" },
    { "", NULL }, { "yarın", NULL }, { "31 Nisan", NULL }, { "30.02.2027", NULL }, { "29.02.2027", NULL },
    { "29.02.27", NULL }, { "23", NULL }, { "23.04.20266", NULL }, { "04-23-", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *day = NULL;
      const gboolean is_day = vel_holiday_parse_day (days[i].typed, &day, &error);

      g_test_message ("“%s”", days[i].typed);
      g_assert_cmpstr (day, ==, days[i].day);
      g_assert_cmpint (is_day, ==, days[i].day != NULL);
      g_assert_cmpint (error == NULL, ==, is_day);
    }
}

static void
test_say (void)
{
  static const struct { const char *day; guint n_days; const char *said; } days[] = {
    { "04-23", 1, "23 Nisan" },
    { "12-31", 2, "31 Aralık – 1 Ocak" },
    { "2027-03-20", 1, "20 Mart 2027" },
    { "2026-12-31", 3, "31 Aralık 2026 – 2 Ocak 2027" },
    { "9999-12-31", 9, "31 Aralık 9999" },
  };

  vel_language_set ("tr");
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      const VelHolidayEntry entry = make_entry (days[i].day, days[i].n_days, "x", FALSE);
      g_autofree char *said = vel_holiday_entry_say_days (&entry);

      g_assert_cmpstr (said, ==, days[i].said);
    }
  vel_language_set (NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/holidays/delivered", test_delivered);
  g_test_add_func ("/holidays/bad", test_bad);
  g_test_add_func ("/holidays/deep", test_deep);
  g_test_add_func ("/holidays/brackets", test_brackets);
  g_test_add_func ("/holidays/line", test_line);
  g_test_add_func ("/holidays/cut", test_cut);
  g_test_add_func ("/holidays/own", test_own);
  g_test_add_func ("/holidays/add", test_add);
  g_test_add_func ("/holidays/remove", test_remove);
  g_test_add_func ("/holidays/day", test_day);
  g_test_add_func ("/holidays/say", test_say);

  return g_test_run ();
}
