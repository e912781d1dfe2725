/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-currency.h"

#include <glib/gi18n-lib.h>
#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/ustring.h>

#include "vel-collator.h"
#include "vel-number.h"
#include "vel-text.h"

/* The currencies that there are, and what one is worth in another: a whole
 * number of millionths. */

#define MILLIONTHS 1000000

/* Those that most people here look for stand first. */
static const char * const first[] = { "TRY", "USD", "EUR", "GBP", NULL };

typedef struct
{
  char *code; /* (owned) */
  char *name; /* (owned) */
} Currency;

static void
currency_free (gpointer data)
{
  Currency *currency = data;

  g_free (currency->code);
  g_free (currency->name);
  g_free (currency);
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      collator)
{
  const Currency *left = *(const Currency * const *) a;
  const Currency *right = *(const Currency * const *) b;

  return vel_collator_compare (collator, left->name, right->name);
}

/**
 * vel_currency_list:
 *
 * The currencies of today, by ISO 4217.
 *
 * Returns: (transfer full): their codes; the usual ones, then the others in the
 *   order of their names in the language of the interface
 */
GStrv
vel_currency_list (void)
{
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *codes = ucurr_openISOCurrencies (UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
  g_autoptr(VelCollator) collator = vel_collator_new (vel_language_get ());
  g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func (currency_free);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  const char *code;

  g_strv_builder_addv (builder, (const char **) first);
  while (U_SUCCESS (status) && (code = uenum_next (codes, NULL, &status)) != NULL)
    if (!g_strv_contains (first, code))
      {
        Currency *currency = g_new0 (Currency, 1);

        currency->code = g_strdup (code);
        currency->name = vel_currency_name (code);
        g_ptr_array_add (others, currency);
      }
  uenum_close (codes);
  g_ptr_array_sort_with_data (others, compare, collator);
  for (guint i = 0; i < others->len; i++)
    g_strv_builder_add (builder, ((Currency *) g_ptr_array_index (others, i))->code);
  return g_strv_builder_end (builder);
}

/**
 * vel_currency_name:
 * @currency: an ISO 4217 code
 *
 * Returns: (transfer full): the name of the currency in the language of the
 *   interface, or @currency where it is none
 */
char *
vel_currency_name (const char *currency)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar code[4];
  const UChar *name;
  UBool is_choice;
  int32_t length;

  g_return_val_if_fail (currency != NULL, NULL);

  u_uastrncpy (code, currency, 3);
  code[3] = 0;
  name = ucurr_getName (code, vel_language_get (), UCURR_LONG_NAME, &is_choice, &length, &status);
  return U_SUCCESS (status) ? g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, NULL, NULL) : g_strdup (currency);
}

static char *
to_decimal (gint64 rate)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%06" G_GINT64_FORMAT, rate / MILLIONTHS, rate % MILLIONTHS);
}

/**
 * vel_exchange_format:
 * @rate: what one unit is worth, in millionths of @home
 * @home: an ISO 4217 code
 *
 * Returns: (transfer full): the sum as the interface shows it: "₺34,52"
 */
char *
vel_exchange_format (gint64      rate,
                     const char *home)
{
  g_autofree char *decimal = to_decimal (rate);
  g_autofree char *skeleton = g_strdup_printf ("currency/%s .00####%s", home,
                                               g_str_equal (home, "TRY") ? " unit-width-narrow" : "");

  return vel_number_format_as (decimal, skeleton);
}

/**
 * vel_exchange_plain:
 * @rate: in millionths
 *
 * Returns: (transfer full): the number as it would be typed: "34,52"
 */
char *
vel_exchange_plain (gint64 rate)
{
  g_autofree char *decimal = to_decimal (rate);

  return vel_number_format_as (decimal, ".00#### group-off");
}

/**
 * vel_exchange_parse:
 * @text: a rate as people write it: "34,52", "34.52", "₺34,52"
 * @rate: (out): what it is in millionths
 * @error: (out): a sentence
 *
 * Returns: whether @text is a rate, which is more than nothing
 */
gboolean
vel_exchange_parse (const char  *text,
                    gint64      *rate,
                    GError     **error)
{
  g_autoptr(GString) number = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_type (g_utf8_get_char (p)) != G_UNICODE_CURRENCY_SYMBOL)
      g_string_append_unichar (number, g_utf8_get_char (p));
  if (!vel_number_parse (number->str, 6, rate, error))
    return FALSE;
  if (*rate <= 0)
    return vel_text_fail (error, _("A rate is greater than 0."));
  return TRUE;
}
