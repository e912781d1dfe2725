/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include <glib.h>

G_GNUC_BEGIN_IGNORE_DEPRECATIONS
#include <libebook-contacts/libebook-contacts.h>
G_GNUC_END_IGNORE_DEPRECATIONS

#include "vel-phone-turkish.h"
#include "vel-phone.h"
#include "vel-text.h"

#include "naughty.h"

#define REFUSED(code) NULL, (code)

static void
test_normalise (void)
{
  static const struct
  {
    const char *text;
    const char *number;
    int         code;
  } cases[] = {
    { "0532 123 45 67", "+905321234567" },
    { "+90 (532) 123-4567", "+905321234567" },
    { "905321234567", "+905321234567" },
    { "90 532 123 45 67", "+905321234567" },
    { "5321234567", "+905321234567" },
    { "0090 532 123 45 67", "+905321234567" },
    { "+90(0)532 123 45 67", "+905321234567" },
    { "+90 0532 123 45 67", "+905321234567" },
    { "0 (532) 123 45 67", "+905321234567" },
    { "(0532)1234567", "+905321234567" },
    { "0532.123.45.67", "+905321234567" },
    { "0532/123 45 67", "+905321234567" },
    { "0532\xc2\xa0" "123\xe2\x80\x91" "45\xe2\x80\x93" "67", "+905321234567" },
    { "\xe2\x80\xaa+90 532 123 45 67\xe2\x80\xac", "+905321234567" },
    { "٠٥٣٢١٢٣٤٥٦٧", "+905321234567" },
    { "＋９０５３２１２３４５６７", "+905321234567" },
    { "  0532 123 45 67\n", "+905321234567" },
    { "Tel: 0212 123 45 67", "+902121234567" },
    { "GSM 0532 123 45 67", "+905321234567" },
    { "tel:+90-532-123-45-67", "+905321234567" },
    { "0216 345 67 89", "+902163456789" },
    { "0850 222 0 600", "+908502220600" },
    { "444 0 333", "+904440333" },
    { "0444 0 333", "+904440333" },
    { "90 444 0 333", "+904440333" },
    { "9004440333", "+909004440333" },
    { "0900 123 45 67", "+909001234567" },
    { "0800 123 456789", "+90800123456789" },
    { "0800 123 4567890", "+908001234567890" },
    { "+90 850 222 0 600 x12", "+908502220600;ext=12" },
    { "+4915112345678", "+4915112345678" },
    { "+1 (650) 253-0000", "+16502530000" },
    { "001 650 253 0000", "+16502530000" },
    { "+39 06 1234567", "+39061234567" },
    { "+7 495 123 45 67", "+74951234567" },
    { "0212 123 45 67 dahili 12", "+902121234567;ext=12" },
    { "0212 123 45 67 Dahili: 12", "+902121234567;ext=12" },
    { "0212 123 45 67 DAHİLİ 12", "+902121234567;ext=12" },
    { "0212 123 45 67 (dahili 12)", "+902121234567;ext=12" },
    { "0212 123 45 67 dah. 12", "+902121234567;ext=12" },
    { "0212 123 45 67 ext. 12", "+902121234567;ext=12" },
    { "0212 123 45 67 x12", "+902121234567;ext=12" },
    { "0212 123 45 67 #12", "+902121234567;ext=12" },
    { "tel:+90-212-123-45-67;ext=12", "+902121234567;ext=12" },
    { "+902121234567;ext=12", "+902121234567;ext=12" },
    { "", REFUSED (VEL_TEXT_ERROR_EMPTY) },
    { " \t\n", REFUSED (VEL_TEXT_ERROR_EMPTY) },
    { "abc", REFUSED (VEL_TEXT_ERROR_INVALID) },
    { "Ali 0532 123 45 67", REFUSED (VEL_TEXT_ERROR_INVALID) },
    { "0532 123 45 67 Ayşe'nin", REFUSED (VEL_TEXT_ERROR_INVALID) },
    { "ali@example.com", REFUSED (VEL_TEXT_ERROR_INVALID) },
    { "5.32123E+09", REFUSED (VEL_TEXT_ERROR_INVALID) },
    { "1-800-FLOWERS", REFUSED (VEL_TEXT_ERROR_INVALID) },
    { "-", REFUSED (VEL_TEXT_ERROR_INVALID) },
    { "+", REFUSED (VEL_TEXT_ERROR_INVALID) },
    { "()", REFUSED (VEL_TEXT_ERROR_INVALID) },
    { "+90", REFUSED (VEL_TEXT_ERROR_RANGE) },
    { "+4", REFUSED (VEL_TEXT_ERROR_RANGE) },
    { "0", REFUSED (VEL_TEXT_ERROR_RANGE) },
    { "00", REFUSED (VEL_TEXT_ERROR_RANGE) },
    { "0000000000", REFUSED (VEL_TEXT_ERROR_RANGE) },
    { "155", REFUSED (VEL_TEXT_ERROR_RANGE) },
    { "532 123", REFUSED (VEL_TEXT_ERROR_RANGE) },
    { "1234567", REFUSED (VEL_TEXT_ERROR_RANGE) },
    { "1234567890", REFUSED (VEL_TEXT_ERROR_RANGE) },
    { "+9053212345678", REFUSED (VEL_TEXT_ERROR_RANGE) },
    { "0090 532 123 45 6", REFUSED (VEL_TEXT_ERROR_RANGE) },
    { "0800 123 45678", REFUSED (VEL_TEXT_ERROR_RANGE) },
    { "0532 123 45 6 dahili 12", REFUSED (VEL_TEXT_ERROR_RANGE) },
    { "0212 123 45 67/12", REFUSED (VEL_TEXT_ERROR_RANGE) },
    { "0532 111 22 33 / 0533 444 55 66", REFUSED (VEL_TEXT_ERROR_RANGE) },
    { "0532 111 22 33, 0533 444 55 66", REFUSED (VEL_TEXT_ERROR_INVALID) },
    { "12345678901234567890", REFUSED (VEL_TEXT_ERROR_RANGE) },
    { "+999 123456789", REFUSED (VEL_TEXT_ERROR_RANGE) },
    { "+1 650 253", REFUSED (VEL_TEXT_ERROR_RANGE) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *number = vel_phone_normalise (cases[i].text, NULL, &error);

      if (g_strcmp0 (number, cases[i].number) != 0)
        g_test_message ("\"%s\" was read wrongly", cases[i].text);
      g_assert_cmpstr (number, ==, cases[i].number);
      if (cases[i].number == NULL)
        g_assert_error (error, VEL_TEXT_ERROR, cases[i].code);
      else
        {
          g_autofree char *again = vel_phone_normalise (number, NULL, &error);

          g_assert_no_error (error);
          g_assert_cmpstr (again, ==, number);
        }
    }
}

static void
test_region (void)
{
  g_autofree char *by_argument = vel_phone_normalise ("030 123456", "DE", NULL);
  g_autofree char *by_default = NULL;
  g_autofree char *at_home = NULL;
  g_autofree char *turkish = NULL;

  g_assert_cmpstr (by_argument, ==, "+4930123456");
  g_assert_cmpstr (vel_phone_get_default_region (), ==, "TR");

  g_assert_false (vel_phone_set_default_region (""));
  g_assert_false (vel_phone_set_default_region ("XX"));
  g_assert_false (vel_phone_set_default_region ("TURKEY"));
  g_assert_false (vel_phone_set_default_region ("Ç"));
  g_assert_cmpstr (vel_phone_get_default_region (), ==, "TR");

  g_assert_true (vel_phone_set_default_region ("de"));
  g_assert_cmpstr (vel_phone_get_default_region (), ==, "DE");
  by_default = vel_phone_normalise ("030 123456", NULL, NULL);
  at_home = vel_phone_format ("+4930123456");
  turkish = vel_phone_format ("+905321234567");
  g_assert_cmpstr (by_default, ==, "+4930123456");
  g_assert_cmpstr (at_home, ==, "030 123456");
  g_assert_cmpstr (turkish, ==, "+90 532 123 45 67");
  g_assert_true (vel_phone_set_default_region ("TR"));
}

static char *
normalise_by_library (const char *text,
                      const char *region)
{
  EPhoneNumber *parsed = e_phone_number_from_string (text, region, NULL);
  char *number;

  if (parsed == NULL)
    return NULL;
  number = e_phone_number_to_string (parsed, E_PHONE_NUMBER_FORMAT_E164);
  e_phone_number_free (parsed);
  /* A number of nothing but zeros it writes as it was written. */
  if (number != NULL && (number[0] != '+' || number[1 + strspn (number + 1, "0123456789")] != '\0'))
    g_clear_pointer (&number, g_free);
  return number;
}

/* What is decided without the library is what the library says: numbers of all
 * beginnings and lengths, in random writings, at home and abroad. */
static void
test_agrees_with_library (void)
{
  static const char *const prefixes[] = { "", "0", "90", "+90", "0090", "+900", "900", "00", "+", "9",
                                          "00900", "000", "009", "+9", "++90", "+0090" };
  static const char *const beginnings[] = { "", "", "", "444", "800", "900", "850", "90" };
  static const char *const marks[] = { "", "", "", "", " ", "-", ".", "(", ")", "  ", "/" };
  guint n_read = 0;
  guint n_refused = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const char *region = i % 5 == 4 ? "DE" : "TR";
      const char *beginning = beginnings[g_test_rand_int_range (0, G_N_ELEMENTS (beginnings))];
      guint n_digits = i % 2 == 0 ? g_test_rand_int_range (1, 18) : 10 - (int) strlen (beginning);
      g_autofree char *ours = NULL;
      g_autofree char *theirs = NULL;
      VelPhoneTurkish turkish;

      g_string_append (text, prefixes[g_test_rand_int_range (0, G_N_ELEMENTS (prefixes))]);
      g_string_append (text, beginning);
      for (guint j = 0; j < n_digits; j++)
        {
          g_string_append (text, marks[g_test_rand_int_range (0, G_N_ELEMENTS (marks))]);
          g_string_append_c (text, '0' + g_test_rand_int_range (0, 10));
        }

      turkish = vel_phone_turkish_read (text->str, g_str_equal (region, "TR"), &ours);
      if (turkish == VEL_PHONE_TURKISH_OTHER)
        continue;
      theirs = normalise_by_library (text->str, region);
      if (turkish == VEL_PHONE_TURKISH_NONE)
        {
          if (theirs != NULL && (!g_str_has_prefix (theirs, "+90") || vel_phone_turkish_is_possible (theirs + 3)))
            g_error ("\"%s\" in %s is %s", text->str, region, theirs);
          n_refused++;
          continue;
        }
      if (g_strcmp0 (ours, theirs) != 0)
        g_test_message ("\"%s\" in %s", text->str, region);
      g_assert_cmpstr (ours, ==, theirs);
      n_read++;
    }
  g_test_message ("%u numbers compared, %u of them read", n_read + n_refused, n_read);
  g_assert_cmpuint (n_read, >, 2000);
  g_assert_cmpuint (n_refused, >, 2000);
}

static void
test_format (void)
{
  static const struct
  {
    const char *number;
    const char *shown;
  } cases[] = {
    { "+905321234567", "0532 123 45 67" },
    { "+902121234567", "0212 123 45 67" },
    { "+902121234567;ext=12", "0212 123 45 67 ext. 12" },
    { "+904440333", "444 0 333" },
    { "+908502220600", "0850 222 0600" },
    { "+909001234567", "0900 123 4567" },
    { "+90800123456789", "0800 123 456789" },
    { "+908001234567890", "0800 123 4567890" },
    { "+90444033", "444033" },
    { "+4915112345678", "+49 1511 2345678" },
    { "+16502530000", "+1 650-253-0000" },
    { "155", "155" },
    { "Ayşe'nin telefonu\n0532", "Ayşe'nin telefonu 0532" },
    { "+90 532 123 45 67", "+90 532 123 45 67" },
    { "+9053212345670000", "+9053212345670000" },
    { "+905321234567;ext=", "+905321234567;ext=" },
    { "+905321234567;x", "+905321234567;x" },
    { "+99999999", "+99999999" },
    { "", "" },
    { "+", "+" },
  };

  vel_language_set ("en");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = vel_phone_format (cases[i].number);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
  vel_language_set (NULL);
}

/* What is shown for a Turkish number is what the library shows, but for brackets,
 * for the groups of a few and for the 0 before codes that it does not know; and
 * it reads back as the same number. */
static void
test_format_agrees (void)
{
  static const struct
  {
    const char *beginning;
    guint       length;
  } forms[] = {
    { "2", 10 }, { "3", 10 }, { "4", 10 }, { "5", 10 }, { "8", 10 }, { "900", 10 }, { "444", 7 },
    { "800", 12 }, { "800", 13 },
  };

  for (guint i = 0; i < 2700; i++)
    {
      guint form = i % G_N_ELEMENTS (forms);
      g_autoptr (GString) number = g_string_new ("+90");
      g_autofree char *theirs = NULL;
      g_autofree char *ours = NULL;
      g_autofree char *back = NULL;
      g_autofree char *their_digits = NULL;
      g_autofree char *our_digits = NULL;
      EPhoneNumber *parsed;

      g_string_append (number, forms[form].beginning);
      while (number->len < strlen ("+90") + forms[form].length)
        g_string_append_c (number, '0' + g_test_rand_int_range (0, 10));

      parsed = e_phone_number_from_string (number->str, "TR", NULL);
      theirs = e_phone_number_to_string (parsed, E_PHONE_NUMBER_FORMAT_NATIONAL);
      ours = vel_phone_format (number->str);
      back = vel_phone_normalise (ours, NULL, NULL);
      their_digits = vel_phone_digits (theirs);
      our_digits = vel_phone_digits (ours);

      g_assert_cmpstr (back, ==, number->str);
      g_assert_cmpstr (our_digits, ==, their_digits);
      e_phone_number_free (parsed);
    }
}

static void
test_digits (void)
{
  static const struct
  {
    const char *text;
    const char *digits;
  } cases[] = {
    { "+905321234567", "905321234567" },
    { "0532 123 45 67", "5321234567" },
    { "0090 (532) 1", "905321" },
    { "5321234", "5321234" },
    { "4567", "4567" },
    { "0", "0" },
    { "00", "00" },
    { "05", "5" },
    { "+0", "0" },
    { "٠٥٣٢", "532" },
    { "Ayşe", "" },
    { "", "" },
    { "a\xff" "1", "1" },
  };
  g_autofree char *stored = vel_phone_digits ("+905321234567");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *digits = vel_phone_digits (cases[i].text);

      g_assert_cmpstr (digits, ==, cases[i].digits);
      if (i < 5)
        g_assert_true (strstr (stored, digits) != NULL || i == 2);
    }
}

static void
test_uri (void)
{
  static const struct
  {
    const char *number;
    const char *tel;
    const char *whatsapp;
  } cases[] = {
    { "+905321234567", "tel:+905321234567", "https://wa.me/905321234567" },
    { "+902121234567;ext=12", "tel:+902121234567;ext=12", NULL },
    { "155", "tel:155", NULL },
    { "0532 12", "tel:053212", NULL },
    { "+1 (650) 2", "tel:+16502", NULL },
    { "", NULL, NULL },
    { "-", NULL, NULL },
    { "abc", NULL, NULL },
    { "0532;phone-context=evil", NULL, NULL },
    { "+905321234567;ext=12?x=y", NULL, NULL },
    { "12345678901234567", NULL, NULL },
    { "*#06#", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *tel = vel_phone_tel_uri (cases[i].number);
      g_autofree char *whatsapp = vel_phone_whatsapp_uri (cases[i].number);

      g_assert_cmpstr (tel, ==, cases[i].tel);
      g_assert_cmpstr (whatsapp, ==, cases[i].whatsapp);
    }
}

static void
check_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *number = vel_phone_normalise (text, NULL, &error);
  g_autofree char *shown = vel_phone_format (text);
  g_autofree char *digits = vel_phone_digits (text);
  g_autofree char *tel = vel_phone_tel_uri (text);
  g_autofree char *whatsapp = vel_phone_whatsapp_uri (text);

  if (number == NULL)
    {
      g_assert_true (error->domain == VEL_TEXT_ERROR);
      g_assert_cmpstr (error->message, !=, "");
    }
  else
    g_assert_no_error (error);
  g_assert_true (g_utf8_validate (shown, -1, NULL));
  g_assert_true (tel == NULL || g_str_is_ascii (tel));
  g_assert_true (whatsapp == NULL || g_str_is_ascii (whatsapp));
  g_assert_cmpuint (strspn (digits, "0123456789"), ==, strlen (digits));
}

static void
test_naughty (void)
{
  check_naughty (check_text);
}

static gpointer
normalise_often (gpointer data)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *number = vel_phone_normalise ("+49 1511 2345678", NULL, NULL);

      g_assert_cmpstr (number, ==, "+4915112345678");
    }
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("phone", normalise_often, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
measure (const char *what,
         const char *text)
{
  const guint rounds = 5000;
  gint64 start = g_get_monotonic_time ();
  double each;

  for (guint i = 0; i < rounds; i++)
    {
      g_autofree char *number = vel_phone_normalise (text, NULL, NULL);

      g_assert_nonnull (number);
    }
  each = (g_get_monotonic_time () - start) / (double) rounds;
  g_test_minimized_result (each, "%s: %.2f us", what, each);
}

static void
test_speed (void)
{
  if (!g_test_perf ())
    {
      g_test_skip ("a measurement, for --benchmark");
      return;
    }
  measure ("a Turkish number", "0532 123 45 67");
  measure ("a foreign number", "+49 1511 2345678");
  measure ("a number with an extension", "0212 123 45 67 dahili 12");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/phone/normalise", test_normalise);
  g_test_add_func ("/phone/region", test_region);
  g_test_add_func ("/phone/agrees-with-library", test_agrees_with_library);
  g_test_add_func ("/phone/format", test_format);
  g_test_add_func ("/phone/format/agrees-with-library", test_format_agrees);
  g_test_add_func ("/phone/digits", test_digits);
  g_test_add_func ("/phone/uri", test_uri);
  g_test_add_func ("/phone/threads", test_threads);
  g_test_add_func ("/phone/naughty", test_naughty);
  g_test_add_func ("/phone/speed", test_speed);

  return g_test_run ();
}
