/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When libphonenumber is loaded, and what becomes of numbers where it is not
 * there. What is loaded stays, so each of these is a process of its own.
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <string.h>

#include <glib.h>

#include "vel-customer.h"
#include "vel-entity.h"
#include "vel-field.h"
#include "vel-phone-library.h"
#include "vel-phone.h"
#include "vel-text.h"

static void
assert_loaded (gboolean is_loaded)
{
  g_autofree char *maps = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/maps", &maps, NULL, NULL));
  g_assert_cmpint (vel_phone_library_is_loaded (), ==, is_loaded);
  g_assert_cmpint (strstr (maps, "/libphonenumber") != NULL, ==, is_loaded);
  g_assert_cmpint (strstr (maps, "/libebook-contacts") != NULL, ==, is_loaded);
}

static void
check_number (const char *text,
              const char *region,
              const char *expected,
              const char *expected_shown)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *number = vel_phone_normalise (text, region, &error);
  g_autofree char *shown = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (number, ==, expected);
  shown = vel_phone_format (number);
  g_assert_cmpstr (shown, ==, expected_shown);
}

static void
check_refused (const char *text,
               int         code)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *number = vel_phone_normalise (text, NULL, &error);

  g_assert_error (error, VEL_TEXT_ERROR, code);
  g_assert_null (number);
}

static void
check_turkish_numbers (void)
{
  static const char *const broken[] = { "155", "0532 12", "+", "+9", "+90 5", "0090", "1234567",
                                        "0532 123 45 678", "Ayşe", "Ali 0532", "-", "" };
  g_autofree char *digits = NULL;
  g_autofree char *tel = NULL;
  g_autofree char *whatsapp = NULL;

  g_assert_true (vel_phone_set_default_region ("TR"));
  g_assert_true (vel_phone_set_default_region ("tr"));
  g_assert_true (vel_phone_has_region ("TR"));
  g_assert_false (vel_phone_has_region ("Türkiye"));

  check_number ("0532 123 45 67", NULL, "+905321234567", "0532 123 45 67");
  check_number ("+90 (0) 212-123.45/67", NULL, "+902121234567", "0212 123 45 67");
  check_number ("+90 532 123 45 67", "DE", "+905321234567", "0532 123 45 67");
  check_number ("٠٥٣٢١٢٣٤٥٦٧", NULL, "+905321234567", "0532 123 45 67");
  check_number ("Tel: 0212 123 45 67 dahili 12", NULL, "+902121234567;ext=12", "0212 123 45 67 ext. 12");
  check_number ("0850 222 0 600", NULL, "+908502220600", "0850 222 0600");
  check_number ("444 0 333", NULL, "+904440333", "444 0 333");
  check_number ("0900 123 45 67", NULL, "+909001234567", "0900 123 4567");
  check_number ("0800 123 456789", NULL, "+90800123456789", "0800 123 456789");
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *number = vel_phone_normalise (broken[i], NULL, NULL);
      g_autofree char *shown = vel_phone_format (broken[i]);

      g_assert_null (number);
      g_assert_cmpstr (shown, ==, broken[i]);
    }

  digits = vel_phone_digits ("+49 1511 2345678");
  tel = vel_phone_tel_uri ("+4915112345678");
  whatsapp = vel_phone_whatsapp_uri ("+4915112345678");
  g_assert_cmpstr (digits, ==, "4915112345678");
  g_assert_cmpstr (tel, ==, "tel:+4915112345678");
  g_assert_cmpstr (whatsapp, ==, "https://wa.me/4915112345678");
}

/* Nobody who lives in Türkiye waits for the numbers of other countries. */
static void
test_turkish (void)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  vel_language_set ("en");
  check_turkish_numbers ();
  assert_loaded (FALSE);
}

static gpointer
read_german_cb (gpointer data)
{
  check_number ("+49 1511 2345678", NULL, "+4915112345678", "+49 1511 2345678");
  return NULL;
}

static void
test_foreign (void)
{
  GThread *threads[4];

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  assert_loaded (FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("phone", read_german_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  assert_loaded (TRUE);

  g_assert_false (vel_phone_set_default_region ("XX"));
  g_assert_true (vel_phone_set_default_region ("DE"));
  check_number ("030 123456", NULL, "+4930123456", "030 123456");
  check_number ("+90 532 123 45 67", NULL, "+905321234567", "+90 532 123 45 67");
}

/* What a field of a customer makes of a number that is typed there. */
static void
check_kept (const char *text)
{
  const VelField *field = vel_entity_find_field (&vel_customer_entity, "phone");
  g_auto(VelValue) value = VEL_VALUE_INIT;
  g_autoptr(GError) error = NULL;
  g_autofree char *warning = NULL;
  g_autofree char *shown = NULL;

  g_assert_true (vel_field_parse (field, text, &value, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (value.text, ==, text);
  warning = vel_field_warn (field, &value);
  g_assert_null (warning);
  shown = vel_phone_format (value.text);
  g_assert_cmpstr (shown, ==, text);
}

/* Without the module, nothing is lost and nothing is refused that may be right. */
static void
test_missing (void)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      g_test_trap_assert_stderr ("*not installed completely*/nowhere/*");
      g_test_trap_assert_stderr_unmatched ("*not installed completely*not installed completely*");
      return;
    }

  g_log_set_always_fatal (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL);
  g_setenv ("VEL_MODULEDIR", "/nowhere", TRUE);
  vel_language_set ("en");

  check_turkish_numbers ();
  check_number ("+49 1511 2345678", NULL, "+4915112345678", "+4915112345678");
  check_number ("+4915112345678", NULL, "+4915112345678", "+4915112345678");
  check_number ("+4915112345678;ext=12", NULL, "+4915112345678;ext=12", "+4915112345678 ext. 12");
  check_number ("tel: +1 (650) 253-0000 x1", NULL, "+16502530000;ext=1", "+16502530000 ext. 1");
  check_refused ("+1 (650) 253-000", VEL_TEXT_ERROR_RANGE);
  check_refused ("+12345678901234567", VEL_TEXT_ERROR_RANGE);
  check_refused ("+49 (0) 1511 2345678", VEL_TEXT_ERROR_UNKNOWN);
  check_refused ("+49 01511 2345678", VEL_TEXT_ERROR_UNKNOWN);
  check_refused ("0049 1511 2345678", VEL_TEXT_ERROR_UNKNOWN);
  check_refused ("Ali +49 1511 2345678", VEL_TEXT_ERROR_INVALID);

  /* 0211 is Düsseldorf here, and no code of Istanbul. */
  g_assert_true (vel_phone_set_default_region ("de"));
  g_assert_cmpstr (vel_phone_get_default_region (), ==, "DE");
  g_assert_false (vel_phone_set_default_region ("Almanya"));
  check_refused ("0211 123 45 67", VEL_TEXT_ERROR_UNKNOWN);
  check_number ("0211 123 45 67", "TR", "+902111234567", "+902111234567");
  check_kept ("0211 123 45 67");
  check_kept ("+49 (0) 1511 2345678");
  assert_loaded (FALSE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phone-library/turkish", test_turkish);
  g_test_add_func ("/phone-library/foreign", test_foreign);
  g_test_add_func ("/phone-library/missing", test_missing);
  return g_test_run ();
}
