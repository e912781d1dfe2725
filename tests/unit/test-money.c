/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "vel-money.h"
#include "vel-number.h"
#include "vel-text.h"

#include "naughty.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gint64      amount;
    const char *currency; /* NULL where it is refused */
    int         code;
  } cases[] = {
    { "1.234,56", 123456, "TRY" },
    { "1,234.56", 123456, "TRY" },
    { "1234,56", 123456, "TRY" },
    { "1234.56", 123456, "TRY" },
    { "1 234,56", 123456, "TRY" },
    { "1\xc2\xa0" "234,56", 123456, "TRY" },
    { "1'234.56", 123456, "TRY" },
    { "1.234.567,89", 123456789, "TRY" },
    { "1,234,567.89", 123456789, "TRY" },
    { "1.234.567", 123456700, "TRY" },
    { "1.234", 123400, "TRY" },
    { "1,234", 123400, "TRY" },
    { "12.5", 1250, "TRY" },
    { "12,5", 1250, "TRY" },
    { "0,5", 50, "TRY" },
    { ",5", 50, "TRY" },
    { "0", 0, "TRY" },
    { "0,00", 0, "TRY" },
    { "007", 700, "TRY" },
    { "12,5000", 1250, "TRY" },
    { "1234.5600", 123456, "TRY" },
    { "50", 5000, "TRY" },
    { "-50", -5000, "TRY" },
    { "\xe2\x88\x92" "50", -5000, "TRY" },
    { "- 50 TL", -5000, "TRY" },
    { "-₺50", -5000, "TRY" },
    { "₺-50", -5000, "TRY" },
    { "50-", -5000, "TRY" },
    { "(50)", -5000, "TRY" },
    { "(₺50)", -5000, "TRY" },
    { "+50", 5000, "TRY" },
    { "50,-", 5000, "TRY" },
    { "50.- €", 5000, "EUR" },
    { "₺1.234", 123400, "TRY" },
    { "1.234 TL", 123400, "TRY" },
    { "1.234TL", 123400, "TRY" },
    { "1.234,00 Türk Lirası", 123400, "TRY" },
    { "TRY 1.234", 123400, "TRY" },
    { "12.500 TL.", 1250000, "TRY" },
    { "12 bin", 1200000, "TRY" },
    { "12bin TL", 1200000, "TRY" },
    { "25bin₺", 2500000, "TRY" },
    { "25b tl", 2500000, "TRY" },
    { "25k", 2500000, "TRY" },
    { "1,5 bin", 150000, "TRY" },
    { "1,234 bin", 123400, "TRY" },
    { "1.234 bin", 123400000, "TRY" },
    { "2,5 milyon TL", 250000000, "TRY" },
    { "1 milyar", 100000000000, "TRY" },
    { "$1,234.56", 123456, "USD" },
    { "1.234,56 USD", 123456, "USD" },
    { "100 dolar", 10000, "USD" },
    { "us$ 100", 10000, "USD" },
    { "€ 99,90", 9990, "EUR" },
    { "99.90 EUR", 9990, "EUR" },
    { "£5", 500, "GBP" },
    { "¥1.000", 1000, "JPY" },
    { "1000 JPY", 1000, "JPY" },
    { "1,5 KWD", 1500, "KWD" },
    { "1,234 KWD", 1234, "KWD" },
    { "1.234 KWD", 1234000, "KWD" },
    { "5 chf", 500, "CHF" },
    { "9.999.999.999.999,99", 999999999999999, "TRY" },
    { "", 0, NULL, VEL_TEXT_ERROR_EMPTY },
    { " ", 0, NULL, VEL_TEXT_ERROR_EMPTY },
    { "TL", 0, NULL, VEL_TEXT_ERROR_EMPTY },
    { "abc", 0, NULL, VEL_TEXT_ERROR_INVALID },
    { "-", 0, NULL, VEL_TEXT_ERROR_INVALID },
    { "1.2.3", 0, NULL, VEL_TEXT_ERROR_INVALID },
    { "1,23,456", 0, NULL, VEL_TEXT_ERROR_INVALID },
    { "12,34,567.89", 0, NULL, VEL_TEXT_ERROR_INVALID },
    { "1234.567,89", 0, NULL, VEL_TEXT_ERROR_INVALID },
    { "1.234,567.89", 0, NULL, VEL_TEXT_ERROR_INVALID },
    { "1.23 4", 0, NULL, VEL_TEXT_ERROR_INVALID },
    { "5,", 0, NULL, VEL_TEXT_ERROR_INVALID },
    { "1..2", 0, NULL, VEL_TEXT_ERROR_INVALID },
    { "--5", 0, NULL, VEL_TEXT_ERROR_INVALID },
    { "-(5)", 0, NULL, VEL_TEXT_ERROR_INVALID },
    { "(-5)", 0, NULL, VEL_TEXT_ERROR_INVALID },
    { "(5", 0, NULL, VEL_TEXT_ERROR_INVALID },
    { "5)", 0, NULL, VEL_TEXT_ERROR_INVALID },
    { "1e5", 0, NULL, VEL_TEXT_ERROR_INVALID },
    { "1.2E+05", 0, NULL, VEL_TEXT_ERROR_INVALID },
    { "0x10", 0, NULL, VEL_TEXT_ERROR_INVALID },
    { "5 XQZ", 0, NULL, VEL_TEXT_ERROR_INVALID },
    { "5 elma", 0, NULL, VEL_TEXT_ERROR_INVALID },
    { "5-6", 0, NULL, VEL_TEXT_ERROR_INVALID },
    { "5 TL 6", 0, NULL, VEL_TEXT_ERROR_INVALID },
    { "%50", 0, NULL, VEL_TEXT_ERROR_INVALID },
    { "=1+1", 0, NULL, VEL_TEXT_ERROR_INVALID },
    { "$5 TL", 0, NULL, VEL_TEXT_ERROR_AMBIGUOUS },
    { "1234.567", 0, NULL, VEL_TEXT_ERROR_RANGE },
    { "0,123", 0, NULL, VEL_TEXT_ERROR_RANGE },
    { "19.98999999", 0, NULL, VEL_TEXT_ERROR_RANGE },
    { "¥1,5", 0, NULL, VEL_TEXT_ERROR_RANGE },
    { "10.000.000.000.000", 0, NULL, VEL_TEXT_ERROR_RANGE },
    { "99999999999999999999", 0, NULL, VEL_TEXT_ERROR_RANGE },
    { "1000000 milyar", 0, NULL, VEL_TEXT_ERROR_RANGE },
  };

  vel_language_set ("tr");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *currency = NULL;
      gint64 amount = 0;
      gboolean read = vel_money_parse (cases[i].text, "TRY", &amount, &currency, &error);

      if (g_strcmp0 (currency, cases[i].currency) != 0 || amount != cases[i].amount)
        g_test_message ("\"%s\" was read wrongly: %" G_GINT64_FORMAT " %s", cases[i].text, amount,
                        error != NULL ? error->message : currency);
      g_assert_cmpstr (currency, ==, cases[i].currency);
      g_assert_cmpint (amount, ==, cases[i].amount);
      g_assert_cmpint (read, ==, cases[i].currency != NULL);
      if (read)
        g_assert_no_error (error);
      else
        g_assert_error (error, VEL_TEXT_ERROR, cases[i].code);
    }
}

/* Where nothing but the language can tell. */
static void
test_parse_english (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *currency = NULL;
  gint64 amount = 0;

  vel_language_set ("en");
  g_assert_true (vel_money_parse ("1.234", "TRY", &amount, NULL, NULL));
  g_assert_cmpint (amount, ==, 123400);
  g_assert_true (vel_money_parse ("1.234 KWD", "TRY", &amount, &currency, NULL));
  g_assert_cmpint (amount, ==, 1234);
  g_assert_cmpstr (currency, ==, "KWD");
  g_assert_true (vel_money_parse ("1,234 million", "TRY", &amount, NULL, NULL));
  g_assert_cmpint (amount, ==, 123400000000);
  g_assert_false (vel_money_parse ("25b", "TRY", &amount, NULL, &error));
  g_assert_error (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_AMBIGUOUS);
  vel_language_set ("tr");
}

static void
assert_text (char       *text,
             const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_format (void)
{
  vel_language_set ("tr");
  assert_text (vel_money_format (1250000, "TRY"), "₺12.500,00");
  assert_text (vel_money_format (-5050, "TRY"), "-₺50,50");
  assert_text (vel_money_format (0, "TRY"), "₺0,00");
  assert_text (vel_money_format (123456, "USD"), "$1.234,56");
  assert_text (vel_money_format (123456, "EUR"), "€1.234,56");
  assert_text (vel_money_format (1234, "KWD"), "KWD\xc2\xa0" "1,234");
  assert_text (vel_money_format (999999999999999, "TRY"), "₺9.999.999.999.999,99");
  assert_text (vel_money_format (G_MININT64, "TRY"), "-₺92.233.720.368.547.758,08");
  assert_text (vel_number_format (1234567), "1.234.567");
  assert_text (vel_number_format (G_MININT64), "-9.223.372.036.854.775.808");

  vel_language_set ("en");
  assert_text (vel_money_format (1250000, "TRY"), "₺12,500.00");
  assert_text (vel_money_format (123456, "USD"), "$1,234.56");
  assert_text (vel_money_format (1234, "JPY"), "¥1,234");
  assert_text (vel_money_format (5, "lira"), "0.05");
  assert_text (vel_number_format (-1234), "-1,234");
  assert_text (vel_number_format (0), "0");
  vel_language_set ("tr");
}

static void
test_decimal (void)
{
  assert_text (vel_money_to_decimal (1250000, "TRY"), "12500.00");
  assert_text (vel_money_to_decimal (-5, "TRY"), "-0.05");
  assert_text (vel_money_to_decimal (0, "TRY"), "0.00");
  assert_text (vel_money_to_decimal (1234, "JPY"), "1234");
  assert_text (vel_money_to_decimal (-1234, "KWD"), "-1.234");
  assert_text (vel_money_to_decimal (G_MININT64, "TRY"), "-92233720368547758.08");
  assert_text (vel_money_to_decimal (G_MAXINT64, "TRY"), "92233720368547758.07");
}

static void
test_currency (void)
{
  g_assert_true (vel_currency_is_known ("TRY"));
  g_assert_true (vel_currency_is_known ("TRL"));
  g_assert_false (vel_currency_is_known ("try"));
  g_assert_false (vel_currency_is_known ("QQQ"));
  g_assert_false (vel_currency_is_known (""));
  g_assert_false (vel_currency_is_known ("TRYY"));
  g_assert_cmpint (vel_currency_get_digits ("TRY"), ==, 2);
  g_assert_cmpint (vel_currency_get_digits ("JPY"), ==, 0);
  g_assert_cmpint (vel_currency_get_digits ("KWD"), ==, 3);
  g_assert_cmpint (vel_currency_get_digits ("CLF"), ==, 4);
}

/* What is shown is read back as what it was, in every currency and language. */
static void
test_round_trip (void)
{
  static const char *const languages[] = { "tr", "en" };
  static const char *const currencies[] = { "TRY", "USD", "EUR", "GBP", "JPY", "KWD", "CHF", "ISK" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      vel_language_set (languages[i]);
      for (guint j = 0; j < 4000; j++)
        {
          const char *currency = currencies[j % G_N_ELEMENTS (currencies)];
          gint64 amount = ((gint64) g_test_rand_int_range (0, G_MAXINT32) * 465661) >> g_test_rand_int_range (0, 50);
          g_autofree char *shown = NULL;
          g_autofree char *back_currency = NULL;
          gint64 back = 0;

          amount = j % 2 == 0 ? amount : -amount;
          shown = vel_money_format (amount, currency);
          if (!vel_money_parse (shown, "TRY", &back, &back_currency, NULL) || back != amount)
            g_test_message ("%s", shown);
          g_assert_cmpint (back, ==, amount);
          g_assert_cmpstr (back_currency, ==, currency);
        }
    }
  vel_language_set ("tr");
}

static void
test_number (void)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  g_assert_true (vel_number_parse ("1.234", 0, &value, NULL));
  g_assert_cmpint (value, ==, 1234);
  g_assert_true (vel_number_parse (" -7 ", 0, &value, NULL));
  g_assert_cmpint (value, ==, -7);
  g_assert_true (vel_number_parse ("5,00", 0, &value, NULL));
  g_assert_cmpint (value, ==, 5);
  g_assert_true (vel_number_parse ("1,2345", 4, &value, NULL));
  g_assert_cmpint (value, ==, 12345);
  g_assert_false (vel_number_parse ("1,5", 0, &value, &error));
  g_assert_error (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_RANGE);
  g_clear_error (&error);
  g_assert_false (vel_number_parse ("5 TL", 0, &value, &error));
  g_assert_error (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_INVALID);
  g_assert_cmpint (value, ==, 12345);
}

static void
check_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *currency = NULL;
  gint64 amount = 0;

  if (vel_money_parse (text, "TRY", &amount, &currency, &error))
    {
      g_assert_true (vel_currency_is_known (currency));
      g_assert_cmpint (ABS (amount), <=, 999999999999999);
    }
  else
    g_assert_true (error->domain == VEL_TEXT_ERROR);
  vel_number_parse (text, 0, NULL, NULL);
}

static void
test_naughty (void)
{
  check_naughty (check_text);
}

static void
test_random (void)
{
  static const char *const parts[] = {
    "1", "12", "000", "999", ".", ",", " ", "'", "-", "(", ")", "₺", "TL", "$", "USD", "bin", "k", "b",
    "\xff", "₿", "½",
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
  g_test_init (&argc, &argv, NULL);
  vel_language_set ("tr");

  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/parse/english", test_parse_english);
  g_test_add_func ("/money/format", test_format);
  g_test_add_func ("/money/decimal", test_decimal);
  g_test_add_func ("/money/currency", test_currency);
  g_test_add_func ("/money/round-trip", test_round_trip);
  g_test_add_func ("/money/number", test_number);
  g_test_add_func ("/money/naughty", test_naughty);
  g_test_add_func ("/money/random", test_random);

  return g_test_run ();
}
