/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-currency.h"
#include "vel-money.h"
#include "vel-text.h"

static void
test_list (void)
{
  g_auto(GStrv) codes = vel_currency_list ();

  g_assert_cmpuint (g_strv_length (codes), >, 100);
  g_assert_cmpstr (codes[0], ==, "TRY");
  g_assert_true (g_strv_contains ((const char * const *) codes, "JPY"));
  /* The lira before 2005 is history. */
  g_assert_false (g_strv_contains ((const char * const *) codes, "TRL"));
  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_assert_true (vel_currency_is_known (codes[i]));
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (codes[i], !=, codes[j]);
    }
}

static void
test_name (void)
{
  g_autofree char *turkish = NULL;
  g_autofree char *english = NULL;
  g_autofree char *none = NULL;

  vel_language_set ("tr");
  turkish = vel_currency_name ("TRY");
  g_assert_cmpstr (turkish, ==, "Türk Lirası");
  vel_language_set ("en");
  english = vel_currency_name ("USD");
  g_assert_cmpstr (english, ==, "US Dollar");
  none = vel_currency_name ("QQQ");
  g_assert_cmpstr (none, ==, "QQQ");
}

static void
assert_format (gint64      rate,
               const char *home,
               const char *language,
               const char *wanted)
{
  g_autofree char *said = NULL;

  vel_language_set (language);
  said = vel_exchange_format (rate, home);
  g_assert_cmpstr (said, ==, wanted);
}

static void
test_format (void)
{
  g_autofree char *plain = NULL;

  assert_format (34520000, "TRY", "tr", "₺34,52");
  assert_format (34520000, "TRY", "en", "₺34.52");
  assert_format (28970, "USD", "en", "$0.02897");
  assert_format (1234000001, "TRY", "tr", "₺1.234,000001");
  vel_language_set ("tr");
  plain = vel_exchange_plain (1234500000);
  g_assert_cmpstr (plain, ==, "1234,50");
}

static void
assert_parse (const char *text,
              gint64      wanted)
{
  g_autoptr(GError) error = NULL;
  gint64 rate = 0;

  g_assert_true (vel_exchange_parse (text, &rate, &error));
  g_assert_no_error (error);
  g_assert_cmpint (rate, ==, wanted);
}

static void
assert_wrong (const char *text)
{
  g_autoptr(GError) error = NULL;
  gint64 rate = 0;

  g_assert_false (vel_exchange_parse (text, &rate, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (g_utf8_strlen (error->message, -1), >, 10);
}

static void
test_parse (void)
{
  vel_language_set ("tr");
  assert_parse ("34,52", 34520000);
  assert_parse ("34.52", 34520000);
  assert_parse (" ₺34,520001 ", 34520001);
  assert_parse ("34,520", 34520000);
  assert_parse ("0,029", 29000);
  assert_parse ("40", 40000000);
  assert_wrong ("");
  assert_wrong ("otuz");
  assert_wrong ("0");
  assert_wrong ("-5");
  assert_wrong ("1,2345678");
  assert_wrong ("99999999999999999");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/currency/list", test_list);
  g_test_add_func ("/currency/name", test_name);
  g_test_add_func ("/exchange/format", test_format);
  g_test_add_func ("/exchange/parse", test_parse);

  return g_test_run ();
}
