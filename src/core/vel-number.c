/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-number.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <unicode/unumberformatter.h>
#include <unicode/ustring.h>

#include "vel-text.h"

/* No book holds more, and every one of them is exact in every program that
 * reads our files, even in those that know floating point numbers only. */
#define MAX_DIGITS 15

#define MAX_TEXT 120

static const struct
{
  const char *word; /* folded */
  int         zeros;
} multipliers[] = {
  { "bin", 3 },
  { "k", 3 },
  { "thousand", 3 },
  { "milyon", 6 },
  { "mn", 6 },
  { "mio", 6 },
  { "million", 6 },
  { "milyar", 9 },
  { "billion", 9 },
};

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_INVALID,
                       _("This is not a number, such as 1,234.56."));
  return FALSE;
}

static gboolean
refuse_empty (GError **error)
{
  g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_EMPTY, _("There is no number."));
  return FALSE;
}

/* Which of the marks in a number parts its decimals, or 0 if none does. */
static char
find_decimal_mark (const char *number,
                   int         n_decimals)
{
  const char *dot = strrchr (number, '.');
  const char *comma = strrchr (number, ',');
  const char *last = dot == NULL || (comma != NULL && comma > dot) ? comma : dot;
  char mark;

  if (last == NULL)
    return 0;
  mark = *last;
  if (dot != NULL && comma != NULL)
    return mark;
  if (strchr (number, mark) != last)
    return 0;
  /* One mark and three digits after it: thousands, for which there may be one to
   * three digits before it, none of them a leading zero... */
  if (strspn (last + 1, "0123456789") != 3 || last[4] != '\0' ||
      last == number || *number == '0' || last - number > 3)
    return mark;
  /* ...unless three decimals make sense, when only the language can tell. */
  if (n_decimals < 3)
    return 0;
  return mark == (g_str_equal (vel_language_get (), "tr") ? ',' : '.') ? mark : 0;
}

/* Copies the digits of a number to @digits, and says how many of them are
 * decimals. Thousands must stand in groups of three, with one kind of mark. */
static gboolean
read_number (const char *number,
             int         n_decimals,
             char       *digits,
             int        *n_read_decimals)
{
  char decimal = find_decimal_mark (number, n_decimals);
  char group = 0;
  int n = 0;
  int n_group = 0;
  int n_groups = 1;
  gboolean after = FALSE;

  for (const char *p = number; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        {
          digits[n++] = *p;
          n_group++;
          continue;
        }
      /* The end of a group: a first one of up to three digits, then three each. */
      if (after || (*p != decimal && (n_group == 0 || n_group > 3)) || (n_groups > 1 && n_group != 3))
        return FALSE;
      if (*p == decimal)
        after = TRUE;
      else if (group != 0 && *p != group)
        return FALSE;
      else
        {
          group = *p;
          n_groups++;
        }
      n_group = 0;
    }
  digits[n] = '\0';
  *n_read_decimals = after ? n_group : 0;
  if (after)
    return n_group > 0;
  return n_groups == 1 || n_group == 3;
}

/* Shifts the digits so that @n_decimals of them are decimals. */
static gboolean
scale (const char *digits,
       int         n_read_decimals,
       int         zeros,
       int         n_decimals,
       gint64     *value,
       GError    **error)
{
  int shift = n_decimals + zeros - n_read_decimals;
  gsize length;

  while (*digits == '0')
    digits++;
  length = strlen (digits);
  while (shift < 0 && length > 0 && digits[length - 1] == '0')
    {
      length--;
      shift++;
    }
  if (length > 0 && shift < 0)
    {
      if (n_decimals == 0)
        g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_RANGE,
                             _("There must be no decimals here."));
      else
        g_set_error (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_RANGE,
                     ngettext ("There can be %d decimal at most.",
                               "There can be %d decimals at most.", n_decimals), n_decimals);
      return FALSE;
    }
  if (length > 0 && (int) length + shift > MAX_DIGITS)
    {
      g_set_error (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_RANGE,
                   ngettext ("This number is too large: it can have %d digit at most.",
                             "This number is too large: it can have %d digits at most.", MAX_DIGITS),
                   MAX_DIGITS);
      return FALSE;
    }

  *value = 0;
  for (gsize i = 0; i < length; i++)
    *value = *value * 10 + (digits[i] - '0');
  for (; length > 0 && shift > 0; shift--)
    *value *= 10;
  return TRUE;
}

/* Reads what stands after the digits: "bin", ",-", "-", ")". */
static gboolean
read_rest (const char *rest,
           int        *zeros,
           gboolean   *minus,
           GError    **error)
{
  gsize length;

  if (g_str_has_prefix (rest, ",-") || g_str_has_prefix (rest, ".-"))
    rest += 2;
  else if (*rest == '-' && !*minus)
    {
      *minus = TRUE;
      rest++;
    }
  rest += strspn (rest, " ");
  for (length = 0; g_ascii_isalpha (rest[length]);)
    length++;
  if (length == 0)
    return rest[strspn (rest, " .")] == '\0' ? TRUE : refuse (error);
  if (rest[length + strspn (rest + length, " .")] != '\0')
    return refuse (error);

  for (guint i = 0; i < G_N_ELEMENTS (multipliers); i++)
    if (strlen (multipliers[i].word) == length && strncmp (rest, multipliers[i].word, length) == 0)
      {
        *zeros = multipliers[i].zeros;
        return TRUE;
      }
  if (length == 1 && *rest == 'b')
    {
      if (g_str_equal (vel_language_get (), "tr"))
        {
          *zeros = 3;
          return TRUE;
        }
      g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_AMBIGUOUS,
                           _("“b” can be a thousand or a billion: please write it out."));
      return FALSE;
    }
  return refuse (error);
}

/**
 * vel_number_parse:
 * @text: a number as people write it
 * @n_decimals: how many decimals it may have
 * @value: (out) (optional): the number times ten to the power of @n_decimals
 * @error: return location for a #GError of the domain %VEL_TEXT_ERROR
 *
 * Reads a number exactly, in the Turkish writing and the English: 1.234,56,
 * 1,234.56, 1 234,56, 1234.5, -50, (50) and 50- below zero, 50,-, 12 bin, 1,5 milyon.
 *
 * Where both marks occur, the last one parts the decimals; a mark that occurs twice
 * parts thousands. A single mark followed by three digits parts thousands too
 * (1.234 and 1,234 are both 1234), for two decimals are all that money has; where
 * three decimals are possible, the language of the interface decides. Nothing
 * is rounded: more decimals than there may be are an error unless they are zeros,
 * and so are more than 15 digits.
 *
 * Returns: %FALSE with @error set if the text is no such number
 */
gboolean
vel_number_parse (const char  *text,
                  int          n_decimals,
                  gint64      *value,
                  GError     **error)
{
  g_autofree char *normal = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *number = NULL;
  char digits[MAX_TEXT];
  char *at;
  gboolean minus = FALSE;
  gboolean brackets;
  int n_read_decimals = 0;
  int zeros = 0;
  gint64 result;
  gsize length;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (n_decimals >= 0 && n_decimals <= 9, FALSE);

  if (strnlen (text, MAX_TEXT) == MAX_TEXT)
    return refuse (error);
  normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  if (normal == NULL)
    return refuse (error);
  folded = vel_text_fold (normal);
  at = g_strstrip (folded);
  if (*at == '\0')
    return refuse_empty (error);

  brackets = *at == '(';
  if (brackets)
    {
      length = strlen (at);
      if (at[length - 1] != ')')
        return refuse (error);
      at[length - 1] = '\0';
      at++;
      minus = TRUE;
    }
  at += strspn (at, " ");
  if (*at == '+' || *at == '-')
    {
      if (brackets)
        return refuse (error);
      minus = *at == '-';
      at++;
      at += strspn (at, " ");
    }

  /* The number reaches from here to its last digit. */
  length = strspn (at, "0123456789.,' ");
  while (length > 0 && !g_ascii_isdigit (at[length - 1]))
    length--;
  if (length == 0)
    return refuse (error);
  number = g_strndup (at, length);
  if (!read_rest (at + length, &zeros, &minus, error))
    return FALSE;
  if (!read_number (number, n_decimals + zeros, digits, &n_read_decimals))
    return refuse (error);
  if (!scale (digits, n_read_decimals, zeros, n_decimals, &result, error))
    return FALSE;
  if (value != NULL)
    *value = minus ? -result : result;
  return TRUE;
}

/**
 * vel_number_format_as:
 * @decimal: a number in ASCII digits, with a point before its decimals
 * @skeleton: how to write it, an ICU number skeleton
 *
 * Writes a number of any size exactly, in the language of the interface. May be
 * called from any thread.
 *
 * Returns: (transfer full): the text to show
 */
char *
vel_number_format_as (const char *decimal,
                      const char *skeleton)
{
  static GMutex lock;
  static GHashTable *formatters; /* language and skeleton to UNumberFormatter, for good */
  const char *language = vel_language_get ();
  g_autofree char *key = g_strconcat (language, " ", skeleton, NULL);
  UNumberFormatter *formatter;
  UFormattedNumber *result;
  UErrorCode status = U_ZERO_ERROR;
  UChar text[128];
  int32_t length;

  g_mutex_lock (&lock);
  if (formatters == NULL)
    formatters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  formatter = g_hash_table_lookup (formatters, key);
  if (formatter == NULL)
    {
      g_autofree UChar *wide = g_new (UChar, strlen (skeleton) + 1);

      u_uastrcpy (wide, skeleton);
      formatter = unumf_openForSkeletonAndLocale (wide, -1, language, &status);
      if (U_SUCCESS (status))
        g_hash_table_insert (formatters, g_steal_pointer (&key), formatter);
      else
        g_clear_pointer (&formatter, unumf_close);
    }
  g_mutex_unlock (&lock);

  result = unumf_openResult (&status);
  unumf_formatDecimal (formatter, decimal, -1, result, &status);
  length = unumf_resultToString (result, text, G_N_ELEMENTS (text), &status);
  unumf_closeResult (result);
  if (U_FAILURE (status))
    return g_strdup (decimal);
  return g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL);
}

/**
 * vel_number_format:
 * @value: a whole number
 *
 * Writes a number in the language of the interface: "12.500" in Turkish, "12,500"
 * in English.
 *
 * Returns: (transfer full): the text to show
 */
char *
vel_number_format (gint64 value)
{
  char decimal[24];

  g_snprintf (decimal, sizeof decimal, "%" G_GINT64_FORMAT, value);
  return vel_number_format_as (decimal, "");
}
