/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Money is a whole number of minor units (kuruş, cents) and a currency, an ISO
 * 4217 code of three capitals. It is never a floating point number.
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-money.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <unicode/ucurr.h>
#include <unicode/ustring.h>

#include "vel-number.h"
#include "vel-text.h"

/* The minor units of ISO 4217 that are not two. The table is ours, and not
 * ICU's, because books are written by it: ICU's follows custom and has changed
 * between versions, which would make another sum of what is stored. */
static const struct
{
  char currency[4];
  int  digits;
} minor_digits[] = {
  { "BHD", 3 }, { "BIF", 0 }, { "CLF", 4 }, { "CLP", 0 }, { "DJF", 0 }, { "GNF", 0 }, { "IQD", 3 },
  { "ISK", 0 }, { "JOD", 3 }, { "JPY", 0 }, { "KMF", 0 }, { "KRW", 0 }, { "KWD", 3 }, { "LYD", 3 },
  { "OMR", 3 }, { "PYG", 0 }, { "RWF", 0 }, { "TND", 3 }, { "UGX", 0 }, { "UYI", 0 }, { "UYW", 4 },
  { "VND", 0 }, { "VUV", 0 }, { "XAF", 0 }, { "XOF", 0 }, { "XPF", 0 },
};

/* The words and signs that people write for a currency, folded; ₺ folds to "tl". */
static const struct
{
  const char *word;
  char        currency[4];
} words[] = {
  { "tl", "TRY" }, { "lira", "TRY" }, { "lirasi", "TRY" }, { "turk", "TRY" },
  { "$", "USD" }, { "us", "USD" }, { "dolar", "USD" }, { "dolari", "USD" }, { "amerikan", "USD" },
  { "dollar", "USD" }, { "dollars", "USD" },
  { "€", "EUR" }, { "euro", "EUR" }, { "euros", "EUR" }, { "avro", "EUR" },
  { "£", "GBP" }, { "sterlin", "GBP" }, { "pound", "GBP" }, { "pounds", "GBP" },
  { "¥", "JPY" }, { "yen", "JPY" },
};

static gboolean
is_currency_code (const char *text)
{
  for (guint i = 0; i < 3; i++)
    if (!g_ascii_isupper (text[i]))
      return FALSE;
  return text[3] == '\0';
}

/**
 * vel_currency_is_known:
 * @currency: text that may be a currency
 *
 * Returns: whether it is the ISO 4217 code of a currency of today or of the past
 */
gboolean
vel_currency_is_known (const char *currency)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar code[4];

  g_return_val_if_fail (currency != NULL, FALSE);

  if (!is_currency_code (currency))
    return FALSE;
  u_uastrcpy (code, currency);
  return ucurr_isAvailable (code, -INFINITY, INFINITY, &status) && U_SUCCESS (status);
}

/**
 * vel_currency_get_digits:
 * @currency: an ISO 4217 code
 *
 * How many decimals the currency has by ISO 4217: 2 for TRY, 0 for JPY, 3 for KWD.
 *
 * Returns: the number of decimals, 2 for a currency that is not known
 */
int
vel_currency_get_digits (const char *currency)
{
  g_return_val_if_fail (currency != NULL, 2);

  for (guint i = 0; i < G_N_ELEMENTS (minor_digits); i++)
    if (g_str_equal (minor_digits[i].currency, currency))
      return minor_digits[i].digits;
  return 2;
}

static gboolean
is_currency_char (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return g_ascii_isalpha (*at) || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

/* The currency that a folded word of @length bytes means; empty if none. */
static gboolean
find_currency (const char *word,
               gsize       length,
               char        currency[4])
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i].word) == length && strncmp (words[i].word, word, length) == 0)
      {
        strcpy (currency, words[i].currency);
        return TRUE;
      }
  if (length != 3)
    return FALSE;
  for (guint i = 0; i < 3; i++)
    currency[i] = g_ascii_toupper (word[i]);
  currency[3] = '\0';
  return vel_currency_is_known (currency);
}

/* Blanks the currencies in a folded text, so that a number remains, and says
 * which they were. FALSE if they are more than one. */
static gboolean
take_currency (char *text,
               char  currency[4])
{
  currency[0] = '\0';
  for (char *p = text; *p != '\0';)
    {
      char found[4];
      char *end = p;
      char *start = p;

      if (!is_currency_char (p))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      if (!g_ascii_isalpha (*p))
        end = g_utf8_next_char (p);
      else
        while (g_ascii_isalpha (*end))
          end++;
      p = end;

      if (!find_currency (start, end - start, found))
        {
          /* "25bin₺" has become "25bintl". */
          if (end - start <= 2 || strncmp (end - 2, "tl", 2) != 0)
            continue;
          start = end - 2;
          strcpy (found, "TRY");
        }
      if (currency[0] != '\0' && !g_str_equal (currency, found))
        return FALSE;
      strcpy (currency, found);
      memset (start, ' ', end - start);
    }
  return TRUE;
}

/**
 * vel_money_parse:
 * @text: a sum as people write it
 * @default_currency: the currency of a sum without one
 * @amount: (out) (optional): the sum in minor units
 * @currency: (out) (transfer full) (optional): its currency
 * @error: return location for a #GError of the domain %VEL_TEXT_ERROR
 *
 * Reads a sum: 1.234,56, 1,234.56, ₺1.234, 1.234 TL, 12 bin TL, -50, (50), 50,- €,
 * 100 dolar, USD 100. How the number is read vel_number_parse() tells; a sum of
 * more than 15 digits is refused, and so is one with more decimals than its
 * currency has.
 *
 * Returns: %FALSE with @error set if the text is no sum
 */
gboolean
vel_money_parse (const char  *text,
                 const char  *default_currency,
                 gint64      *amount,
                 char       **currency,
                 GError     **error)
{
  g_autofree char *normal = NULL;
  g_autofree char *folded = NULL;
  g_autoptr (GError) local_error = NULL;
  char found[4];
  const char *result;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (default_currency != NULL && is_currency_code (default_currency), FALSE);

  normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  folded = vel_text_fold (normal != NULL ? normal : text);
  if (!take_currency (folded, found))
    {
      g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_AMBIGUOUS,
                           _("This sum names two currencies."));
      return FALSE;
    }

  result = found[0] != '\0' ? found : default_currency;
  if (!vel_number_parse (folded, vel_currency_get_digits (result), amount, &local_error))
    {
      if (g_error_matches (local_error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_INVALID))
        g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_INVALID,
                             _("This is not a sum of money, such as 1,234.56 TL."));
      else
        g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (currency != NULL)
    *currency = g_strdup (result);
  return TRUE;
}

/**
 * vel_money_to_decimal:
 * @amount: a sum in minor units
 * @currency: its currency, an ISO 4217 code
 *
 * Writes a sum for programs, in no locale and without the currency: "12500.00".
 *
 * Returns: (transfer full): the number
 */
char *
vel_money_to_decimal (gint64      amount,
                      const char *currency)
{
  guint64 size = amount < 0 ? -(guint64) amount : (guint64) amount;
  guint64 unit = 1;
  int digits;

  g_return_val_if_fail (currency != NULL, NULL);

  digits = vel_currency_get_digits (currency);
  if (digits == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, amount);
  for (int i = 0; i < digits; i++)
    unit *= 10;
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT,
                          amount < 0 ? "-" : "", size / unit, digits, size % unit);
}

static char *
format (gint64       amount,
        const char  *currency,
        const char  *whole)
{
  g_autofree char *decimal = NULL;
  g_autofree char *skeleton = NULL;
  GString *fraction;

  decimal = vel_money_to_decimal (amount, currency);
  if (!is_currency_code (currency))
    return g_strdup (decimal);

  /* The decimals are told, as ICU may think of others. The short sign of the lira
   * is the lira's alone, where that of many dollars is one and the same. */
  fraction = g_string_new (NULL);
  for (int i = 0; i < vel_currency_get_digits (currency); i++)
    g_string_append_c (fraction, '0');
  skeleton = g_strdup_printf ("currency/%s %s%s%s%s", currency,
                              fraction->len > 0 ? "." : "precision-integer", fraction->str,
                              fraction->len > 0 ? whole : "",
                              g_str_equal (currency, "TRY") ? " unit-width-narrow" : "");
  g_string_free (fraction, TRUE);
  return vel_number_format_as (decimal, skeleton);
}

/**
 * vel_money_format:
 * @amount: a sum in minor units
 * @currency: its currency, an ISO 4217 code
 *
 * Writes a sum as ICU does in the language of the interface: "₺12.500,00" in
 * Turkish, "₺12,500.00" in English.
 *
 * Returns: (transfer full): the text to show
 */
char *
vel_money_format (gint64       amount,
                  const char  *currency)
{
  g_return_val_if_fail (currency != NULL, NULL);

  return format (amount, currency, "");
}

/**
 * vel_money_format_short:
 * @amount: in minor units of @currency
 * @currency: an ISO 4217 code
 *
 * As vel_money_format(), without decimals where there are none but zeros; for
 * where there is little room.
 *
 * Returns: (transfer full): the sum as the interface shows it
 */
char *
vel_money_format_short (gint64       amount,
                        const char  *currency)
{
  g_return_val_if_fail (currency != NULL, NULL);

  return format (amount, currency, "/w");
}
