/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "vel-text.h"
#include "vel-when.h"

#include "naughty.h"

/* Sunday, 22 November 2026, 14:20 in the local zone. */
static gint64
get_now (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_local (2026, 11, 22, 14, 20, 0);

  return g_date_time_to_unix (now);
}

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    const char *local;  /* NULL where it is refused */
  } cases[] = {
    { "now", "2026-11-22 14:20" },
    { "Şimdi", "2026-11-22 14:20" },
    { "9:05", "2026-11-22 09:05" },
    { "9.05", "2026-11-22 09:05" },
    { "saat 9", "2026-11-22 09:00" },
    { "today", "2026-11-22 12:00" },
    { "bugün 08:30", "2026-11-22 08:30" },
    { "BUGÜN, saat 8", "2026-11-22 08:00" },
    { "dün", "2026-11-21 12:00" },
    { "dün 15:00", "2026-11-21 15:00" },
    { "  Yesterday  at 15:00 ", "2026-11-21 15:00" },
    { "evvelsi gün", "2026-11-20 12:00" },
    { "cuma 10:30", "2026-11-20 10:30" },
    { "Cumartesi günü 10:30", "2026-11-21 10:30" },
    { "pazartesi", "2026-11-16 12:00" },
    { "pazar", "2026-11-15 12:00" },
    { "Sunday", "2026-11-15 12:00" },
    { "Tuesday at 9", "2026-11-17 09:00" },
    { "3 gün önce", "2026-11-19 14:20" },
    { "3 days ago", "2026-11-19 14:20" },
    { "2 saat önce", "2026-11-22 12:20" },
    { "45 dk önce", "2026-11-22 13:35" },
    { "1 hafta önce", "2026-11-15 14:20" },
    { "2 months ago", "2026-09-22 14:20" },
    { "12.11.2026", "2026-11-12 12:00" },
    { "12.11.2026 10:00", "2026-11-12 10:00" },
    { "12 Kasım 2026 10:00", "2026-11-12 10:00" },
    { "2026-11-12 00:00", "2026-11-12 00:00" },
    { "", NULL },
    { "9", NULL },
    { "25:00", NULL },
    { "dün 25:00", NULL },
    { "dünya", NULL },
    { "3 gün", NULL },
    { "99999999999999999999 gün önce", NULL },
    { "cumaya", NULL },
    { "31.11.2026", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GDateTime) time = NULL;
      g_autofree char *local = NULL;
      gint64 utc = 0;

      if (vel_when_parse (cases[i].text, get_now (), &utc, &error))
        {
          time = g_date_time_new_from_unix_local (utc);
          local = g_date_time_format (time, "%Y-%m-%d %H:%M");
        }
      else
        {
          g_assert_true (error != NULL && error->domain == VEL_TEXT_ERROR);
        }
      if (g_strcmp0 (local, cases[i].local) != 0)
        g_test_message ("“%s” was read as %s", cases[i].text, local != NULL ? local : error->message);
      g_assert_cmpstr (local, ==, cases[i].local);
    }
}

/* Before noon "today" is not a time to come. */
static void
test_today_is_not_later (void)
{
  g_autoptr(GDateTime) morning = g_date_time_new_local (2026, 11, 22, 9, 0, 0);
  gint64 utc;

  g_assert_true (vel_when_parse ("bugün", g_date_time_to_unix (morning), &utc, NULL));
  g_assert_cmpint (utc, ==, g_date_time_to_unix (morning));
}

static void
check_any (const char *text)
{
  g_autoptr(GError) error = NULL;
  gint64 utc;

  g_assert_true (vel_when_parse (text, get_now (), &utc, &error) == (error == NULL));
}

static void
test_naughty (void)
{
  check_naughty (check_any);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/when/words", test_words);
  g_test_add_func ("/when/today-is-not-later", test_today_is_not_later);
  g_test_add_func ("/when/naughty", test_naughty);
  return g_test_run ();
}
