/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-identity.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "vel-text.h"

#define TCKN_DIGITS 11
#define VKN_DIGITS 10

/* ISO 13616: no IBAN is longer; the shortest in use has 15, Norway's. */
#define IBAN_MAX 34
#define IBAN_MIN 15
#define IBAN_TURKEY 26

/* Whether @text is @limit digits or fewer, with what people write between
 * them. Digits of other scripts become ASCII. */
static gboolean
read_digits (const char *text,
             char       *digits,
             gsize       limit)
{
  gsize n = 0;

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        {
          if (n == limit)
            return FALSE;
          digits[n++] = '0' + g_unichar_digit_value (c);
        }
      else if (!g_unichar_isspace (c) && c != '-' && c != '.' && c != '/' &&
               g_unichar_type (c) != G_UNICODE_FORMAT)
        return FALSE;
    }
  digits[n] = '\0';
  return TRUE;
}

/* The public rule of the number: the tenth digit is 7 times the sum of the odd
 * places less that of the even ones, the eleventh is the sum of the ten, both
 * modulo 10; the first is never 0. */
static gboolean
is_tckn (const char *digits)
{
  int odd = 0;
  int even = 0;
  int all = 0;

  for (guint i = 0; i < TCKN_DIGITS - 2; i++)
    *(i % 2 == 0 ? &odd : &even) += digits[i] - '0';
  for (guint i = 0; i < TCKN_DIGITS - 1; i++)
    all += digits[i] - '0';

  /* 80 is a multiple of 10 that keeps the difference from being negative. */
  return digits[0] != '0' &&
         (7 * odd - even + 80) % 10 == digits[9] - '0' &&
         all % 10 == digits[10] - '0';
}

/* The public rule of the number: for each of the nine digits, counted i = 1 to 9
 * from the left, p = (digit + 10 - i) mod 10 adds p * 2^(10 - i) mod 9 to the sum,
 * where 9 stands for a remainder of 0 of a p that is not 0; the tenth digit fills
 * the sum up to a multiple of 10. */
static gboolean
is_vkn (const char *digits)
{
  int sum = 0;

  for (int i = 1; i < VKN_DIGITS; i++)
    {
      int p = (digits[i - 1] - '0' + 10 - i) % 10;

      if (p != 0)
        {
          int q = (p << (10 - i)) % 9;

          sum += q != 0 ? q : 9;
        }
    }
  return (10 - sum % 10) % 10 == digits[9] - '0';
}

/**
 * vel_tax_id_check:
 * @text: a tax number as it was typed
 * @digits: (out) (optional) (nullable): the number's digits alone, as it should be
 *   stored; %NULL for %VEL_IDENTITY_NONE, which is kept as it was typed
 *
 * Tells what a tax number is by its length and its check digits.
 *
 * Returns: the kind of the number
 */
VelIdentityKind
vel_tax_id_check (const char  *text,
                  char       **digits)
{
  char number[TCKN_DIGITS + 1];
  VelIdentityKind kind = VEL_IDENTITY_NONE;

  g_return_val_if_fail (text != NULL, VEL_IDENTITY_NONE);

  if (read_digits (text, number, TCKN_DIGITS))
    {
      gsize length = strlen (number);

      if (length == TCKN_DIGITS)
        kind = is_tckn (number) ? VEL_IDENTITY_TCKN : VEL_IDENTITY_DOUBTFUL;
      else if (length == VKN_DIGITS)
        kind = is_vkn (number) ? VEL_IDENTITY_VKN : VEL_IDENTITY_DOUBTFUL;
    }
  if (digits != NULL)
    *digits = kind != VEL_IDENTITY_NONE ? g_strdup (number) : NULL;
  return kind;
}

/* ISO 7064 MOD 97-10 over the IBAN with its first four characters moved to its
 * end and letters counted from A = 10. */
static gboolean
has_right_check_digits (const char *iban,
                        gsize       length)
{
  guint rest = 0;

  for (gsize i = 0; i < length; i++)
    {
      char c = iban[(i + 4) % length];

      if (g_ascii_isdigit (c))
        rest = (rest * 10 + (c - '0')) % 97;
      else
        rest = (rest * 100 + (c - 'A' + 10)) % 97;
    }
  return rest == 1;
}

/**
 * vel_iban_normalise:
 * @text: an IBAN as it was typed
 * @error: return location for a #GError of the domain %VEL_TEXT_ERROR
 *
 * Brings an IBAN into its electronic form, capitals and digits without spaces,
 * and checks it: letters of ASCII only, its length (26 in Turkey, by ISO 13616 from
 * 15 to 34 elsewhere) and its check digits.
 *
 * Returns: (transfer full) (nullable): the IBAN, or %NULL with @error set
 */
char *
vel_iban_normalise (const char  *text,
                    GError     **error)
{
  char iban[IBAN_MAX + 1];
  gsize length = 0;

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isspace (*p) || *p == '-' || *p == '.')
        continue;
      if (g_str_has_prefix (p, "\xc2\xa0")) /* a no-break space */
        {
          p++;
          continue;
        }
      if (!g_ascii_isalnum (*p))
        {
          g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_INVALID,
                               _("An IBAN has only the letters A to Z and digits in it."));
          return NULL;
        }
      if (length < IBAN_MAX)
        iban[length] = g_ascii_toupper (*p);
      length++;
    }
  if (length == 0)
    {
      g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_EMPTY, _("The IBAN is empty."));
      return NULL;
    }

  iban[MIN (length, IBAN_MAX)] = '\0';
  if (length < 4 || !g_ascii_isalpha (iban[0]) || !g_ascii_isalpha (iban[1]) ||
      !g_ascii_isdigit (iban[2]) || !g_ascii_isdigit (iban[3]))
    {
      g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_INVALID,
                           _("An IBAN begins with two letters for the country and two digits."));
      return NULL;
    }
  if (g_str_has_prefix (iban, "TR") ? length != IBAN_TURKEY : length < IBAN_MIN || length > IBAN_MAX)
    {
      if (g_str_has_prefix (iban, "TR"))
        g_set_error (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_RANGE,
                     /* Translators: %1$d is 26, %2$d any other number */
                     _("A Turkish IBAN has %1$d letters and digits; this has %2$d."),
                     IBAN_TURKEY, (int) MIN (length, G_MAXINT));
      else
        g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_RANGE,
                             _("This is too short or too long for an IBAN."));
      return NULL;
    }
  if (!has_right_check_digits (iban, length))
    {
      g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_INVALID,
                           _("The check digits of this IBAN are wrong: there must be a slip in it."));
      return NULL;
    }
  return g_strdup (iban);
}

/**
 * vel_iban_format:
 * @iban: an IBAN as it is stored
 *
 * Writes an IBAN in groups of four, as on paper. What is no IBAN in the electronic
 * form is returned as it is, but on one line.
 *
 * Returns: (transfer full): the text to show
 */
char *
vel_iban_format (const char *iban)
{
  g_autofree char *normal = NULL;
  GString *shown;

  g_return_val_if_fail (iban != NULL, NULL);

  normal = vel_iban_normalise (iban, NULL);
  if (normal == NULL || !g_str_equal (normal, iban))
    return vel_text_clean_line (iban);

  shown = g_string_new (NULL);
  for (gsize i = 0; iban[i] != '\0'; i++)
    {
      if (i > 0 && i % 4 == 0)
        g_string_append_c (shown, ' ');
      g_string_append_c (shown, iban[i]);
    }
  return g_string_free (shown, FALSE);
}
