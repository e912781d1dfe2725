/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Telephone numbers, by libphonenumber through EPhoneNumber. This is the only
 * file that sees it.
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-phone.h"

#include <string.h>

#include <glib/gi18n-lib.h>
G_GNUC_BEGIN_IGNORE_DEPRECATIONS
#include <libebook-contacts/libebook-contacts.h>
G_GNUC_END_IGNORE_DEPRECATIONS

#include "vel-text.h"

/* No number in any writing, with label and extension, is as long. */
#define MAX_TEXT 250

/* What most numbers do not exceed, in bytes, with what people write between the digits. */
#define USUAL_TEXT 32

/* ITU-T E.164 allows 15 digits with the country code; below 7 there is no
 * number that can be called from abroad. */
#define MIN_DIGITS 7
#define MAX_DIGITS 15

#define TURKEY "TR"
#define TURKEY_CODE 90

static const char *default_region; /* (interned), read and written atomically */

/**
 * vel_phone_get_default_region:
 *
 * Returns: (transfer none): the region in which a number without a country
 *   code is read, "TR" unless vel_phone_set_default_region() has chosen
 */
const char *
vel_phone_get_default_region (void)
{
  const char *region = g_atomic_pointer_get (&default_region);

  return region != NULL ? region : TURKEY;
}

static gboolean
is_region (const char *region)
{
  return strlen (region) == 2 && g_ascii_isupper (region[0]) && g_ascii_isupper (region[1]);
}

/**
 * vel_phone_has_region:
 * @region: any text
 *
 * Returns: whether @region is the ISO 3166-1 code ("TR") of a region that has
 *   telephones
 */
gboolean
vel_phone_has_region (const char *region)
{
  g_return_val_if_fail (region != NULL, FALSE);

  return is_region (region) && e_phone_number_get_country_code_for_region (region, NULL) != 0;
}

/**
 * vel_phone_set_default_region:
 * @region: an ISO 3166-1 code of two letters ("TR")
 *
 * Chooses the region in which a number without a country code is read and
 * whose numbers are shown without one. The locale plays no part in it.
 *
 * Returns: %FALSE, with nothing changed, if no such region has telephones
 */
gboolean
vel_phone_set_default_region (const char *region)
{
  g_autofree char *upper = NULL;

  g_return_val_if_fail (region != NULL, FALSE);

  upper = g_ascii_strup (region, -1);
  if (!vel_phone_has_region (upper))
    return FALSE;
  g_atomic_pointer_set (&default_region, g_intern_string (upper));
  return TRUE;
}

/* Writes digits of any script, dashes, spaces and signs of any width in ASCII,
 * letters in small ASCII, and leaves out what does not show: address books of
 * telephones put direction marks around numbers. Returns NULL for a character
 * that has no place in a number. */
static char *
simplify (const char *text)
{
  g_autofree char *wide = NULL;
  GString *simple;

  if (!g_str_is_ascii (text))
    {
      wide = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
      if (wide == NULL)
        return NULL;
      text = wide;
    }
  simple = g_string_sized_new (USUAL_TEXT);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 && (g_ascii_isdigit (c) || c == ' '))
        g_string_append_c (simple, c);
      else if (g_unichar_isdigit (c))
        g_string_append_c (simple, '0' + g_unichar_digit_value (c));
      else if (g_unichar_isspace (c))
        g_string_append_c (simple, ' ');
      else if (g_unichar_isalpha (c))
        {
          /* No label has another letter beyond ASCII: one stands for all. */
          if (c >= 0x80)
            c = c == 0x130 || c == 0x131 ? 'i' : 'q';
          g_string_append_c (simple, g_ascii_tolower (c));
        }
      else if (g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION || c == 0x2212)
        g_string_append_c (simple, '-');
      else if (c < 0x80 && strchr ("+().,/:;=#", c) != NULL)
        g_string_append_c (simple, c);
      else if (g_unichar_type (c) != G_UNICODE_FORMAT && g_unichar_type (c) != G_UNICODE_CONTROL)
        {
          g_string_free (simple, TRUE);
          return NULL;
        }
    }
  g_strstrip (simple->str);
  return g_string_free (simple, FALSE);
}

/* Takes a label in front ("Tel: ") and an extension at the end ("dahili 12",
 * "ext. 12", ";ext=12", "x12", "#12") off a simplified text. */
static char *
split_extension (const char  *simple,
                 char       **extension)
{
  static GRegex *regex;
  static gsize once;
  g_autoptr (GMatchInfo) match = NULL;

  if (g_once_init_enter (&once))
    {
      regex = g_regex_new ("^(?:(?:tel|telefon|phone|gsm|cep|mobile?)[ .:]*)?"
                           "([^a-z#;=:]*?)"
                           "(?:[ ,.;(]*(?:ext|extension|dahili|dah|x|#)[ .:=]*([0-9]{1,7})\\)?)?[ .]*$",
                           G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&once, 1);
    }

  if (!g_regex_match (regex, simple, 0, &match))
    return NULL;
  *extension = g_match_info_fetch (match, 2);
  return g_match_info_fetch (match, 1);
}

/* The everyday writings of a Turkish number of ten digits, which are most of
 * what an import reads in Turkey: EPhoneNumber takes 18 µs for each, this a
 * hundredth of that. It agrees with EPhoneNumber in whatever it accepts; the
 * unit tests compare them. */
static char *
normalise_turkish (const char *simple,
                   gboolean    in_turkey)
{
  char digits[16];
  guint n = 0;
  gboolean plus = FALSE;
  const char *national = NULL;

  for (const char *p = simple; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p) && n < sizeof digits - 1)
        digits[n++] = *p;
      else if (*p == '+' && n == 0 && !plus)
        plus = TRUE;
      else if (strchr (" -.()", *p) == NULL)
        return NULL;
    }
  digits[n] = '\0';

  if (plus)
    {
      if (n == 12 && g_str_has_prefix (digits, "90"))
        national = digits + 2;
    }
  else if (!in_turkey)
    return NULL;
  else if (n == 10)
    national = digits;
  else if (n == 11 && digits[0] == '0')
    national = digits + 1;
  else if (n == 12 && g_str_has_prefix (digits, "90"))
    national = digits + 2;
  else if (n == 14 && g_str_has_prefix (digits, "0090"))
    national = digits + 4;

  if (national == NULL || national[0] < '2' || national[0] > '5')
    return NULL;
  return g_strconcat ("+90", national, NULL);
}

/* libphonenumber reads what is shaped like a number; whether there can be such
 * a number must be asked besides. The Turkish rule is that of the national
 * numbering plan: ten digits, where the first is of a region (2, 3, 4), a mobile
 * network (5) or a service (8, 900); seven of the form 444 X XXX; some of 800
 * have twelve or thirteen. */
static gboolean
is_possible (const char *number,
             int         country_code)
{
  gsize length = strlen (number + 1);
  const char *national;

  if (length < MIN_DIGITS || length > MAX_DIGITS)
    return FALSE;
  switch (country_code)
    {
    case 1: /* North American numbering plan */
      return length == 11;
    case TURKEY_CODE:
      national = number + 3;
      if (length == 12)
        return strchr ("23458", national[0]) != NULL || g_str_has_prefix (national, "900");
      return (length == 9 && g_str_has_prefix (national, "444")) ||
             (length > 12 && g_str_has_prefix (national, "800"));
    default:
      return TRUE;
    }
}

static char *
normalise_any (const char  *simple,
               const char  *region,
               GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *number = NULL;
  EPhoneNumber *parsed;
  int country_code = 0;

  parsed = e_phone_number_from_string (simple, region, &local_error);
  if (parsed != NULL)
    {
      country_code = e_phone_number_get_country_code (parsed, NULL);
      number = e_phone_number_to_string (parsed, E_PHONE_NUMBER_FORMAT_E164);
      e_phone_number_free (parsed);
    }

  if (g_error_matches (local_error, E_PHONE_NUMBER_ERROR, E_PHONE_NUMBER_ERROR_INVALID_COUNTRY_CODE))
    {
      g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_RANGE,
                           _("This phone number begins with the calling code of no country."));
      return NULL;
    }
  if (g_error_matches (local_error, E_PHONE_NUMBER_ERROR, E_PHONE_NUMBER_ERROR_TOO_LONG) ||
      g_error_matches (local_error, E_PHONE_NUMBER_ERROR, E_PHONE_NUMBER_ERROR_TOO_SHORT) ||
      (number != NULL && !is_possible (number, country_code)))
    {
      g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_RANGE,
                           _("There is no phone number of these digits: too few, too many, or a wrong beginning."));
      return NULL;
    }
  if (number == NULL || number[0] != '+')
    {
      g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_INVALID,
                           _("This is not a phone number."));
      return NULL;
    }
  return g_steal_pointer (&number);
}

/**
 * vel_phone_normalise:
 * @text: a number as people write it
 * @region: (nullable): the region of a number without a country code, an
 *   ISO 3166-1 code of two capitals; %NULL for the default region
 * @error: return location for a #GError of the domain %VEL_TEXT_ERROR
 *
 * Brings a telephone number into the form in which it is stored: E.164
 * ("+905321234567"), with an extension in the way of RFC 3966
 * ("+902121234567;ext=12"). It takes any grouping, brackets, a label in front
 * ("Tel: 0532 123 45 67") and an extension ("dahili 12"). A text with other words in
 * it, two numbers in one, or a number that cannot be called from abroad (155) is
 * an error: the caller then keeps the text as it was typed. Normalising the result
 * again changes nothing. May be called from any thread.
 *
 * Returns: (transfer full) (nullable): the number, or %NULL with @error set
 */
char *
vel_phone_normalise (const char  *text,
                     const char  *region,
                     GError     **error)
{
  g_autofree char *simple = NULL;
  g_autofree char *extension = NULL;
  g_autofree char *number = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (region == NULL || is_region (region), NULL);

  if (region == NULL)
    region = vel_phone_get_default_region ();

  if (strnlen (text, MAX_TEXT) < MAX_TEXT)
    {
      number = normalise_turkish (text, g_str_equal (region, TURKEY));
      if (number != NULL)
        return g_steal_pointer (&number);
      simple = simplify (text);
    }
  if (simple != NULL && *simple == '\0')
    {
      g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_EMPTY,
                           _("The phone number is empty."));
      return NULL;
    }
  if (simple != NULL)
    {
      number = normalise_turkish (simple, g_str_equal (region, TURKEY));
      if (number == NULL)
        {
          g_autofree char *main_part = split_extension (simple, &extension);

          g_free (simple);
          simple = g_steal_pointer (&main_part);
        }
    }
  if (simple == NULL)
    {
      g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_INVALID,
                           _("This is not a phone number."));
      return NULL;
    }

  if (number == NULL)
    number = normalise_any (simple, region, error);
  if (number == NULL)
    return NULL;
  if (extension != NULL && *extension != '\0')
    return g_strconcat (number, ";ext=", extension, NULL);
  return g_steal_pointer (&number);
}

/* Whether @number is in the stored form; then its digits are @n_digits bytes
 * from the second on. */
static gboolean
is_normalised (const char *number,
               gsize      *n_digits)
{
  const char *extension;

  if (number[0] != '+')
    return FALSE;
  *n_digits = strspn (number + 1, "0123456789");
  if (*n_digits < MIN_DIGITS || *n_digits > MAX_DIGITS)
    return FALSE;
  extension = number + 1 + *n_digits;
  return *extension == '\0' ||
         (g_str_has_prefix (extension, ";ext=") && extension[5] != '\0' &&
          extension[5 + strspn (extension + 5, "0123456789")] == '\0');
}

static char *
format_digits (const char *number,
               gsize       n_digits)
{
  g_autofree char *plain = g_strndup (number, 1 + n_digits);
  const char *region = vel_phone_get_default_region ();
  EPhoneNumber *parsed;
  char *formatted;
  int country_code;

  /* EPhoneNumber takes 16 µs for it, too long for a cell of a list, and writes
   * brackets around the code of a town. */
  if (g_str_equal (region, TURKEY) && n_digits == 12 && g_str_has_prefix (number, "+90") &&
      number[3] >= '2' && number[3] <= '5')
    return g_strdup_printf ("0%.3s %.3s %.2s %.2s", plain + 3, plain + 6, plain + 9, plain + 11);

  parsed = e_phone_number_from_string (plain, region, NULL);
  if (parsed == NULL)
    return g_steal_pointer (&plain);
  country_code = e_phone_number_get_country_code (parsed, NULL);
  formatted = e_phone_number_to_string (parsed,
                                        country_code == e_phone_number_get_country_code_for_region (region, NULL)
                                          ? E_PHONE_NUMBER_FORMAT_NATIONAL
                                          : E_PHONE_NUMBER_FORMAT_INTERNATIONAL);
  e_phone_number_free (parsed);
  return formatted != NULL ? formatted : g_steal_pointer (&plain);
}

/**
 * vel_phone_format:
 * @number: a number as it is stored: normalised, or as it was typed
 *
 * Writes a number for people: "0532 123 45 67" in its own region,
 * "+49 1511 2345678" for others. What vel_phone_normalise() did not make is
 * returned as it is, but on one line.
 *
 * Returns: (transfer full): the text to show
 */
char *
vel_phone_format (const char *number)
{
  g_autofree char *formatted = NULL;
  const char *extension;
  gsize n_digits;

  g_return_val_if_fail (number != NULL, NULL);

  if (!is_normalised (number, &n_digits))
    return vel_text_clean_line (number);

  formatted = format_digits (number, n_digits);
  extension = number + 1 + n_digits;
  if (*extension == '\0')
    return g_steal_pointer (&formatted);
  /* Translators: a phone number and its extension, as short as can be */
  return g_strdup_printf (_("%1$s ext. %2$s"), formatted, extension + strlen (";ext="));
}

/**
 * vel_phone_digits:
 * @text: a number as it is stored, or what someone searches for
 *
 * The digits by which numbers are found. Where no country code follows, the
 * prefix of the trunk or of abroad goes ("0532 12" is "53212", "0090 532"
 * is "90532"), so that any part of a number in any writing is a part of the
 * digits of the stored one.
 *
 * Returns: (transfer full): digits, perhaps none
 */
char *
vel_phone_digits (const char *text)
{
  g_autofree char *valid = NULL;
  GString *digits;
  gboolean plus = FALSE;
  guint zeros = 0;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  digits = g_string_new (NULL);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        g_string_append_c (digits, '0' + g_unichar_digit_value (c));
      else if (c == '+' && digits->len == 0)
        plus = TRUE;
    }

  while (!plus && zeros < 2 && digits->str[zeros] == '0')
    zeros++;
  if (digits->str[zeros] != '\0')
    g_string_erase (digits, 0, zeros);
  return g_string_free (digits, FALSE);
}

/**
 * vel_phone_tel_uri:
 * @number: a number as it is stored: normalised, or as it was typed
 *
 * Makes the address that calls a number (RFC 3966). A number that could not be
 * normalised but can be dialled (155) is dialled as it stands.
 *
 * Returns: (transfer full) (nullable): a "tel:" URI, or %NULL if it cannot be called
 */
char *
vel_phone_tel_uri (const char *number)
{
  g_autoptr (GString) uri = NULL;
  gsize n_digits;

  g_return_val_if_fail (number != NULL, NULL);

  if (is_normalised (number, &n_digits))
    return g_strconcat ("tel:", number, NULL);

  uri = g_string_new ("tel:");
  n_digits = 0;
  for (const char *p = number; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        n_digits++;
      if (g_ascii_isdigit (*p) || (*p == '+' && n_digits == 0 && uri->len == strlen ("tel:")))
        g_string_append_c (uri, *p);
      else if (strchr (" -.()/", *p) == NULL)
        return NULL;
    }
  if (n_digits == 0 || n_digits > MAX_DIGITS)
    return NULL;
  return g_strdup (uri->str);
}

/**
 * vel_phone_whatsapp_uri:
 * @number: a number as it is stored
 *
 * Makes the address that opens a talk in WhatsApp, which knows a number by its
 * digits with the country code.
 *
 * Returns: (transfer full) (nullable): the URI, or %NULL if the number is not
 *   normalised or has an extension
 */
char *
vel_phone_whatsapp_uri (const char *number)
{
  gsize n_digits;

  g_return_val_if_fail (number != NULL, NULL);

  if (!is_normalised (number, &n_digits) || number[1 + n_digits] != '\0')
    return NULL;
  return g_strconcat ("https://wa.me/", number + 1, NULL);
}
