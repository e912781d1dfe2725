/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "vel-identity.h"
#include "vel-text.h"

#include "naughty.h"

static void
test_tax_id (void)
{
  static const struct
  {
    const char     *text;
    VelIdentityKind kind;
    const char     *digits;
  } cases[] = {
    { "10000000146", VEL_IDENTITY_TCKN, "10000000146" },
    { "17291716060", VEL_IDENTITY_TCKN, "17291716060" },
    { "172 917 160 60", VEL_IDENTITY_TCKN, "17291716060" },
    { " 17291716060\n", VEL_IDENTITY_TCKN, "17291716060" },
    { "١٧٢٩١٧١٦٠٦٠", VEL_IDENTITY_TCKN, "17291716060" },
    { "17291716050", VEL_IDENTITY_DOUBTFUL, "17291716050" },
    { "17291716061", VEL_IDENTITY_DOUBTFUL, "17291716061" },
    { "07291716092", VEL_IDENTITY_DOUBTFUL, "07291716092" },
    { "00000000000", VEL_IDENTITY_DOUBTFUL, "00000000000" },
    { "4540536920", VEL_IDENTITY_VKN, "4540536920" },
    { "454 053 6920", VEL_IDENTITY_VKN, "4540536920" },
    { "1234567890", VEL_IDENTITY_VKN, "1234567890" },
    { "4540536921", VEL_IDENTITY_DOUBTFUL, "4540536921" },
    { "123456789", VEL_IDENTITY_NONE, NULL },
    { "123456789012", VEL_IDENTITY_NONE, NULL },
    { "", VEL_IDENTITY_NONE, NULL },
    { "-", VEL_IDENTITY_NONE, NULL },
    { "DE136695976", VEL_IDENTITY_NONE, NULL },
    { "454053692O", VEL_IDENTITY_NONE, NULL },
    { "4540536920\xff", VEL_IDENTITY_NONE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *digits = NULL;

      g_assert_cmpint (vel_tax_id_check (cases[i].text, &digits), ==, cases[i].kind);
      g_assert_cmpstr (digits, ==, cases[i].digits);
      g_assert_cmpint (vel_tax_id_check (cases[i].text, NULL), ==, cases[i].kind);
    }
}

/* A slip in any one digit of a TCKN is found, and one in the check digit of a VKN. */
static void
test_one_slip (void)
{
  static const char *const valid[] = { "10000000146", "17291716060", "4540536920", "1234567890" };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    for (gsize place = strlen (valid[i]) == 11 ? 0 : 9; place < strlen (valid[i]); place++)
      for (char digit = '0'; digit <= '9'; digit++)
        {
          g_autofree char *slip = g_strdup (valid[i]);

          slip[place] = digit;
          g_assert_cmpint (vel_tax_id_check (slip, NULL) == VEL_IDENTITY_DOUBTFUL, ==,
                           digit != valid[i][place]);
        }
}

static void
test_iban (void)
{
  static const struct
  {
    const char *text;
    const char *iban;
    int         code;
    const char *shown;
  } cases[] = {
    { "TR330006100519786457841326", "TR330006100519786457841326", 0, "TR33 0006 1005 1978 6457 8413 26" },
    { "TR47 0001 0010 0001 0035 0930 001", NULL, VEL_TEXT_ERROR_RANGE },
    { "TR33 0006 1005 1978 6457 8413 26", "TR330006100519786457841326", 0, "TR33 0006 1005 1978 6457 8413 26" },
    { "tr33\xc2\xa0" "0006 1005 1978 6457 8413 26\n", "TR330006100519786457841326", 0, "TR33 0006 1005 1978 6457 8413 26" },
    { "TR470000100100000350930001", "TR470000100100000350930001", 0, "TR47 0000 1001 0000 0350 9300 01" },
    { "DE89 3704 0044 0532 0130 00", "DE89370400440532013000", 0, "DE89 3704 0044 0532 0130 00" },
    { "GB82WEST12345698765432", "GB82WEST12345698765432", 0, "GB82 WEST 1234 5698 7654 32" },
    { "NO9386011117947", "NO9386011117947", 0, "NO93 8601 1117 947" },
    { "TR330006100519786457841327", NULL, VEL_TEXT_ERROR_INVALID },
    { "TR33000610051978645784132", NULL, VEL_TEXT_ERROR_RANGE },
    { "TR3300061005197864578413266", NULL, VEL_TEXT_ERROR_RANGE },
    { "TR33000610051978645784132699999999999999999999", NULL, VEL_TEXT_ERROR_RANGE },
    { "NO938601111794", NULL, VEL_TEXT_ERROR_RANGE },
    { "TİR330006100519786457841326", NULL, VEL_TEXT_ERROR_INVALID },
    { "330006100519786457841326", NULL, VEL_TEXT_ERROR_INVALID },
    { "TR", NULL, VEL_TEXT_ERROR_INVALID },
    { "TRAB0006100519786457841326", NULL, VEL_TEXT_ERROR_INVALID },
    { "", NULL, VEL_TEXT_ERROR_EMPTY },
    { " - ", NULL, VEL_TEXT_ERROR_EMPTY },
    { "Ziraat", NULL, VEL_TEXT_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *iban = vel_iban_normalise (cases[i].text, &error);

      g_assert_cmpstr (iban, ==, cases[i].iban);
      if (iban == NULL)
        g_assert_error (error, VEL_TEXT_ERROR, cases[i].code);
      else
        {
          g_autofree char *shown = vel_iban_format (iban);

          g_assert_no_error (error);
          g_assert_cmpstr (shown, ==, cases[i].shown);
        }
    }
}

static void
test_iban_format_other (void)
{
  g_autofree char *typed = vel_iban_format ("TR33\nyarım");

  g_assert_cmpstr (typed, ==, "TR33 yarım");
}

static void
check_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *iban = vel_iban_normalise (text, &error);
  g_autofree char *shown = vel_iban_format (text);
  g_autofree char *digits = NULL;

  g_assert_true ((iban == NULL) == (error != NULL));
  g_assert_true (g_utf8_validate (shown, -1, NULL));
  vel_tax_id_check (text, &digits);
}

static void
test_naughty (void)
{
  check_naughty (check_text);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/identity/tax-id", test_tax_id);
  g_test_add_func ("/identity/tax-id/one-slip", test_one_slip);
  g_test_add_func ("/identity/iban", test_iban);
  g_test_add_func ("/identity/iban/format-other", test_iban_format_other);
  g_test_add_func ("/identity/naughty", test_naughty);

  return g_test_run ();
}
