/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "vel-due.h"
#include "vel-repeat.h"
#include "vel-text.h"

static gboolean is_turkish;

static VelRepeat *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  VelRepeat *repeat = vel_repeat_parse (text, &error);

  g_assert_no_error (error);
  return repeat;
}

/* The days that follow, up to so many, as one text. */
static char *
list_next (const char *rule,
           const char *from,
           int         n)
{
  g_autoptr(VelRepeat) repeat = parse (rule);
  g_autoptr(GString) list = g_string_new (NULL);
  g_autofree char *due = g_strdup (from);

  for (int i = 0; i < n; i++)
    {
      char *next = vel_repeat_next (repeat, due, NULL, NULL);

      if (next == NULL)
        {
          g_string_append (list, " end");
          break;
        }
      g_string_append_printf (list, "%s%s", i > 0 ? " " : "", next);
      g_free (due);
      due = next;
    }
  return g_strdup (list->str);
}

static void
test_next (void)
{
  static const struct
  {
    const char *rule;
    const char *from;
    const char *next;
  } rows[] = {
    { "FREQ=DAILY", "2026-11-23", "2026-11-24 2026-11-25 2026-11-26" },
    { "FREQ=DAILY;INTERVAL=3", "2026-12-30T09:05", "2027-01-02T09:05 2027-01-05T09:05 2027-01-08T09:05" },
    { "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-11-27", "2026-11-30 2026-12-01 2026-12-02" },
    { "FREQ=WEEKLY", "2026-11-27T14:00", "2026-12-04T14:00 2026-12-11T14:00 2026-12-18T14:00" },
    { "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", "2026-11-23", "2026-11-25 2026-12-07 2026-12-09" },
    { "FREQ=MONTHLY;BYMONTHDAY=5", "2026-11-23", "2026-12-05 2027-01-05 2027-02-05" },
    { "FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-31", "2026-03-31 2026-05-31 2026-07-31" },
    { "FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31", "2026-02-28 2026-03-31 2026-04-30" },
    { "FREQ=MONTHLY;BYDAY=1MO", "2026-11-02", "2026-12-07 2027-01-04 2027-02-01" },
    { "FREQ=MONTHLY;BYDAY=-1FR", "2026-11-01", "2026-11-27 2026-12-25 2027-01-29" },
    { "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-11-01", "2026-11-30 2026-12-31 2027-01-29" },
    { "FREQ=YEARLY", "2024-02-29", "2028-02-29 2032-02-29 2036-02-29" },
    { "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=23", "2026-11-23", "2027-04-23 2028-04-23 2029-04-23" },
    { "FREQ=YEARLY;INTERVAL=99", "2000-01-01", "2099-01-01 2198-01-01 2297-01-01" },
    { "FREQ=DAILY;UNTIL=20261125", "2026-11-23T14:00", "2026-11-24T14:00 2026-11-25T14:00 end" },
    { "FREQ=DAILY;UNTIL=20261125T120000", "2026-11-23T14:00", "2026-11-24T14:00 end" },
    { "FREQ=DAILY;COUNT=1", "2026-11-23", " end" },
    /* The ends of the calendar: nothing before it, nothing beyond it. */
    { "FREQ=DAILY", "9999-12-30", "9999-12-31 end" },
    { "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "9990-01-01", "9992-02-29 9996-02-29 end" },
    { "FREQ=WEEKLY;INTERVAL=999", "9980-01-01", "9999-02-23 end" },
    { "FREQ=DAILY", "1583-01-01", "1583-01-02 1583-01-03 1583-01-04" },
    { "FREQ=MONTHLY;BYDAY=5SA", "2582-12-31", "2583-03-29 2583-05-31 2583-08-30" },
    { "FREQ=DAILY", "0001-01-01", " end" },
    { "FREQ=DAILY", "nonsense", " end" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *next = list_next (rows[i].rule, rows[i].from, 3);

      g_test_message ("%s from %s", rows[i].rule, rows[i].from);
      g_assert_cmpstr (g_strstrip (next), ==, *rows[i].next == ' ' ? rows[i].next + 1 : rows[i].next);
    }
}

static void
test_after (void)
{
  static const struct
  {
    const char *rule;
    const char *from;
    const char *after;
    const char *next;
    int         n_passed;
  } rows[] = {
    { "FREQ=DAILY;COUNT=10", "2026-11-20T09:00", "2026-11-23T08:59", "2026-11-23T09:00", 3 },
    { "FREQ=DAILY;COUNT=10", "2026-11-20T09:00", "2026-11-23T09:00", "2026-11-24T09:00", 4 },
    { "FREQ=DAILY;COUNT=10", "2026-11-20", "2026-11-23T00:00", "2026-11-24", 4 },
    { "FREQ=DAILY;COUNT=4", "2026-11-20", "2026-11-23T00:00", NULL, 0 },
    { "FREQ=MONTHLY;BYMONTHDAY=5", "2026-01-05", "2026-11-23T08:00", "2026-12-05", 11 },
    /* Done before it was due. */
    { "FREQ=WEEKLY", "2026-11-27", "2026-11-20T08:00", "2026-12-04", 1 },
  };
  static const char * const leaps[][4] = {
    { "FREQ=DAILY", "1600-01-01", "2026-11-23T08:00", "2026-11-24" },
    { "FREQ=DAILY;INTERVAL=2", "2000-01-01", "2026-11-23T08:00", "2026-11-24" },
    { "FREQ=DAILY;INTERVAL=2", "2000-01-02", "2026-11-23T08:00", "2026-11-25" },
    { "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "2000-01-03", "2026-11-23T08:00", "2026-11-30" },
  };
  gint64 began;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(VelRepeat) repeat = parse (rows[i].rule);
      int n_passed = 0;
      g_autofree char *next = vel_repeat_next (repeat, rows[i].from, rows[i].after, &n_passed);

      g_assert_cmpstr (next, ==, rows[i].next);
      g_assert_cmpint (n_passed, ==, rows[i].n_passed);
    }
  began = g_get_monotonic_time ();
  for (guint i = 0; i < G_N_ELEMENTS (leaps); i++)
    {
      g_autoptr(VelRepeat) repeat = parse (leaps[i][0]);
      g_autofree char *next = vel_repeat_next (repeat, leaps[i][1], leaps[i][2], NULL);

      g_assert_cmpstr (next, ==, leaps[i][3]);
    }
  g_test_message ("centuries passed in %d microseconds", (int) (g_get_monotonic_time () - began));
}

static void
test_first (void)
{
  g_autoptr(VelRepeat) fifth = parse ("FREQ=MONTHLY;BYMONTHDAY=5");
  g_autoptr(VelRepeat) over = parse ("FREQ=DAILY;UNTIL=20261122");
  g_autofree char *today = vel_repeat_first (fifth, "2026-11-05T10:00");
  g_autofree char *later = vel_repeat_first (fifth, "2026-11-06");

  g_assert_cmpstr (today, ==, "2026-11-05T10:00");
  g_assert_cmpstr (later, ==, "2026-12-05");
  g_assert_null (vel_repeat_first (over, "2026-11-23"));
}

static void
test_refused (void)
{
  static const char * const wrong[] = {
    "", "daily", "FREQ=", "FREQ=SOMETIMES", "INTERVAL=2", "FREQ=DAILY;FREQ=WEEKLY", "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;INTERVAL=1000", "FREQ=DAILY;INTERVAL=-1", "FREQ=DAILY;INTERVAL=2x", "FREQ=DAILY;COUNT=0",
    "FREQ=DAILY;COUNT=99999999999999999999", "FREQ=DAILY;UNTIL=20260231", "FREQ=DAILY;UNTIL=2026", "FREQ=DAILY;UNTIL=",
    "FREQ=DAILY;UNTIL=20261231T250000", "FREQ=DAILY;UNTIL=00010101", "FREQ=DAILY;COUNT=2;UNTIL=20261231", "FREQ=HOURLY",
    "FREQ=SECONDLY;COUNT=3", "FREQ=DAILY;BYHOUR=9", "FREQ=WEEKLY;BYDAY=1MO", "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;BYDAY=",
    "FREQ=WEEKLY;BYMONTHDAY=5", "FREQ=MONTHLY;BYDAY=6MO", "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=MONTHLY;BYMONTHDAY=0",
    "FREQ=MONTHLY;BYYEARDAY=5", "FREQ=MONTHLY;BYSETPOS=1", "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=1", "FREQ=YEARLY;BYMONTH=13",
    "FREQ=YEARLY;BYMONTH=-1", "FREQ=YEARLY;BYWEEKNO=1", "FREQ=YEARLY;INTERVAL=100", "FREQ=DAILY;RSCALE=HEBREW",
    "FREQ=DAILY;;INTERVAL=2", "FREQ=DAILY;BYDAY=MO;BYDAY=TU", "FREQ=DAILY;WKST=XX", "FREQ=DAILY;BYMONTHDAY=5,-1", "FREQ=DAILY;BYDAY", "=;=", ";", "RRULE:",
    "FREQ=DAILY\nFREQ=DAILY", "\xff\xfe",
    /* Days that are in no year. */
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,4,6,9,11",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30,31", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
  };
  static const char * const right[] = {
    "rrule:freq=daily", " FREQ=DAILY; ", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO", "FREQ=YEARLY;BYYEARDAY=366",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;INTERVAL=99", "FREQ=MONTHLY;BYMONTHDAY=31;INTERVAL=12",
    "FREQ=YEARLY;BYDAY=53FR;WKST=SU;COUNT=9999",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_false (vel_repeat_check (wrong[i], &error));
      g_assert_error (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_true (vel_repeat_check (right[i], &error));
      g_assert_no_error (error);
    }
}

static void
test_text (void)
{
  static const char * const rows[][2] = {
    { "rrule:count=3;byday=fr,+1mo,-1su;freq=monthly;interval=2", "FREQ=MONTHLY;INTERVAL=2;BYDAY=FR,1MO,-1SU;COUNT=3" },
    { "FREQ=DAILY;INTERVAL=1;WKST=MO", "FREQ=DAILY" },
    { "UNTIL=20261231T143015;FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2,12", "FREQ=YEARLY;BYMONTH=2,12;BYMONTHDAY=-1;UNTIL=20261231T143000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(VelRepeat) repeat = parse (rows[i][0]);
      g_autofree char *text = vel_repeat_to_text (repeat);
      g_autoptr(VelRepeat) again = parse (text);
      g_autofree char *second = vel_repeat_to_text (again);

      g_assert_cmpstr (text, ==, rows[i][1]);
      g_assert_cmpstr (second, ==, text);
    }
}

/* In English, or in Turkish where the locale is. */
static void
test_words (void)
{
  static const struct
  {
    const char *rule;
    const char *due;
    const char *words[2];
  } rows[] = {
    { "FREQ=DAILY", NULL, { "every day", "her gün" } },
    { "FREQ=DAILY;INTERVAL=3", NULL, { "every 3 days", "3 günde bir" } },
    { "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", NULL, { "every weekday", "hafta içi her gün" } },
    { "FREQ=DAILY;BYDAY=SA,SU", NULL, { "every weekend", "her hafta sonu" } },
    { "FREQ=WEEKLY", NULL, { "every week", "her hafta" } },
    { "FREQ=WEEKLY", "2026-11-27T14:00", { "every Friday", "her cuma" } },
    { "FREQ=WEEKLY;BYDAY=FR,MO,WE", NULL, { "every Monday, Wednesday and Friday", "her pazartesi, çarşamba ve cuma" } },
    { "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", NULL, { "every 2 weeks on Monday", "2 haftada bir, pazartesi" } },
    { "FREQ=MONTHLY", NULL, { "every month", "her ay" } },
    { "FREQ=MONTHLY", "2026-11-22", { "every month on the 22nd", "her ayın 22’si" } },
    { "FREQ=MONTHLY;BYMONTHDAY=5", NULL, { "every month on the 5th", "her ayın 5’i" } },
    { "FREQ=MONTHLY;BYMONTHDAY=5,20", "2026-11-22", { "every month on the 5th and 20th", "her ayın 5’i ve 20’si" } },
    { "FREQ=MONTHLY;BYMONTHDAY=-1;INTERVAL=3", NULL, { "every 3 months on the last day", "3 ayda bir, ayın son günü" } },
    { "FREQ=MONTHLY;BYDAY=1MO", NULL, { "every month on the first Monday", "her ayın ilk pazartesisi" } },
    { "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1", NULL, { "every month on the last Friday", "her ayın son cuması" } },
    { "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", NULL, { "every month on the last workday", "her ayın son iş günü" } },
    { "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15", NULL, { "every year on March 15", "her yıl 15 Mart" } },
    { "FREQ=YEARLY;INTERVAL=2", NULL, { "every 2 years", "2 yılda bir" } },
    { "FREQ=DAILY;COUNT=10", NULL, { "every day, 10 times", "her gün, 10 kez" } },
    { "FREQ=DAILY;UNTIL=20261231", NULL, { "every day, until December 31, 2026", "her gün, 31 Aralık 2026 tarihine kadar" } },
    { "FREQ=MONTHLY;BYMONTHDAY=-2", NULL, { "by a rule of its own (FREQ=MONTHLY;BYMONTHDAY=-2)",
                                            "kendine özgü bir kuralla (FREQ=MONTHLY;BYMONTHDAY=-2)" } },
    { "FREQ=YEARLY;BYDAY=20MO", NULL, { "by a rule of its own (FREQ=YEARLY;BYDAY=20MO)",
                                        "kendine özgü bir kuralla (FREQ=YEARLY;BYDAY=20MO)" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(VelRepeat) repeat = parse (rows[i].rule);
      g_autofree char *words = vel_repeat_say (repeat, rows[i].due);

      g_assert_cmpstr (words, ==, rows[i].words[is_turkish]);
    }
}

static int
pick (GRand *random,
      int    from,
      int    to)
{
  return g_rand_int_range (random, from, to + 1);
}

static const char * const weekday_names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

static char *
make_rule (GRand *random)
{
  g_autoptr(GString) rule = g_string_new (NULL);
  const int unit = pick (random, 0, 3);
  static const char * const units[] = { "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };

  g_string_append_printf (rule, "FREQ=%s;INTERVAL=%d", units[unit], pick (random, 1, 5));
  if (unit == 3 && pick (random, 0, 1))
    g_string_append_printf (rule, ";BYMONTH=%d", pick (random, 1, 12));
  switch (pick (random, 0, 2))
    {
    case 0:
      if (unit != 1)
        g_string_append_printf (rule, ";BYMONTHDAY=%d", unit == 0 || pick (random, 0, 1) ? pick (random, 1, 28) : -pick (random, 1, 28));
      break;

    case 1:
      if (unit >= 2)
        g_string_append_printf (rule, ";BYDAY=%d%s", pick (random, 0, 1) ? pick (random, 1, 4) : -pick (random, 1, 4),
                                weekday_names[pick (random, 0, 6)]);
      else
        g_string_append_printf (rule, ";BYDAY=%s", weekday_names[pick (random, 0, 6)]);
      break;

    default:
      break;
    }
  return g_strdup (rule->str);
}

/* What a rule asks of a day, by arithmetic that is not that of the program. */
static void
assert_matches (const VelRepeat *repeat,
                const char      *day)
{
  VelDue due;
  GDate date;
  int last;

  g_assert_true (vel_due_split (day, &due));
  g_date_set_dmy (&date, due.day, due.month, due.year);
  last = g_date_get_days_in_month (due.month, due.year);
  if (repeat->parts[VEL_REPEAT_MONTH] != NULL)
    g_assert_cmpint (due.month, ==, g_array_index (repeat->parts[VEL_REPEAT_MONTH], int, 0));
  if (repeat->parts[VEL_REPEAT_MONTH_DAY] != NULL)
    {
      const int wanted = g_array_index (repeat->parts[VEL_REPEAT_MONTH_DAY], int, 0);

      g_assert_cmpint (due.day, ==, wanted > 0 ? wanted : last + 1 + wanted);
    }
  if (repeat->parts[VEL_REPEAT_WEEKDAY] != NULL)
    {
      const int wanted = g_array_index (repeat->parts[VEL_REPEAT_WEEKDAY], int, 0);

      g_assert_cmpint ((int) g_date_get_weekday (&date), ==, ABS (wanted) % 10);
      if (wanted / 10 > 0 && (repeat->unit == VEL_REPEAT_MONTHS || repeat->parts[VEL_REPEAT_MONTH] != NULL))
        g_assert_cmpint ((due.day - 1) / 7 + 1, ==, wanted / 10);
      if (wanted / 10 < 0 && (repeat->unit == VEL_REPEAT_MONTHS || repeat->parts[VEL_REPEAT_MONTH] != NULL))
        g_assert_cmpint ((last - due.day) / 7 + 1, ==, -(wanted / 10));
    }
}

/* Each is later than the one before, as the rule says, and at the interval. */
static void
test_random (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (20261123);
  guint n_next = 0;

  for (int round = 0; round < 500; round++)
    {
      g_autofree char *rule = make_rule (random);
      g_autoptr(VelRepeat) repeat = parse (rule);
      g_autofree char *day = g_strdup_printf ("%04d-%02d-%02d%s", pick (random, 1583, 9000), pick (random, 1, 12),
                                              pick (random, 1, 28), pick (random, 0, 1) ? "T09:30" : "");

      g_test_message ("%s from %s", rule, day);
      for (int i = 0; i < 5; i++)
        {
          g_autofree char *next = vel_repeat_next (repeat, day, NULL, NULL);
          VelDue from;
          VelDue to;

          g_assert_nonnull (next);
          n_next++;
          g_assert_cmpint (strcmp (next, day), >, 0);
          g_assert_cmpuint (strlen (next), ==, strlen (day));
          assert_matches (repeat, next);
          vel_due_split (day, &from);
          vel_due_split (next, &to);
          if (repeat->unit == VEL_REPEAT_MONTHS)
            g_assert_cmpint (((to.year - from.year) * 12 + to.month - from.month) % repeat->interval, ==, 0);
          if (repeat->unit == VEL_REPEAT_YEARS)
            g_assert_cmpint ((to.year - from.year) % repeat->interval, ==, 0);
          if (repeat->unit == VEL_REPEAT_DAYS)
            {
              GDate a;
              GDate b;

              g_date_set_dmy (&a, from.day, from.month, from.year);
              g_date_set_dmy (&b, to.day, to.month, to.year);
              g_assert_cmpint (g_date_days_between (&a, &b) % repeat->interval, ==, 0);
            }
          g_free (day);
          day = g_steal_pointer (&next);
        }
    }
  g_assert_cmpuint (n_next, ==, 2500);
}

int
main (int   argc,
      char *argv[])
{
  is_turkish = g_str_has_prefix (g_getenv ("LC_ALL") != NULL ? g_getenv ("LC_ALL") : "", "tr");
  if (is_turkish)
    g_setenv ("LANGUAGE", "tr", TRUE);
  /* Any locale but the plain one will do, and this one is everywhere. */
  setlocale (LC_ALL, "C.UTF-8");
  if (g_getenv ("VEL_LOCALEDIR") != NULL)
    bindtextdomain (GETTEXT_PACKAGE, g_getenv ("VEL_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  vel_language_set (is_turkish ? "tr" : "en");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/repeat/next", test_next);
  g_test_add_func ("/repeat/after", test_after);
  g_test_add_func ("/repeat/first", test_first);
  g_test_add_func ("/repeat/refused", test_refused);
  g_test_add_func ("/repeat/text", test_text);
  g_test_add_func ("/repeat/words", test_words);
  g_test_add_func ("/repeat/random", test_random);
  return g_test_run ();
}
