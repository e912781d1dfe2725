/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Telephone numbers: those of Türkiye by rules of our own, all others by
 * libphonenumber, which is loaded when the first of them comes.
 *
 * Where it cannot be loaded, countries have no rules. Nothing is rejected for
 * that: a number with the code of its country is read as its digits say, and
 * shown in one piece; a number without one is left as it was typed; and any
 * region may be the default one, so that its numbers are not read as Turkish.
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-phone.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "vel-phone-library.h"
#include "vel-phone-turkish.h"
#include "vel-text.h"

/* No number in any writing, with label and extension, is as long. */
#define MAX_TEXT 250

/* What most numbers do not exceed, in bytes, with what people write between the digits. */
#define USUAL_TEXT 32

/* ITU-T E.164 allows 15 digits with the country code; below 7 there is no
 * number that can be called from abroad. */
#define MIN_DIGITS 7
#define MAX_DIGITS 15

/* What stands between the digits of a simplified number. */
#define MARKS " -.()"

/* The longest calling code of a country has three digits. */
#define MAX_COUNTRY_CODE 3

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

  return region != NULL ? region : VEL_PHONE_TURKEY;
}

static gboolean
is_turkey (const char *region)
{
  return g_str_equal (region, VEL_PHONE_TURKEY);
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
 * Where libphonenumber is missing, every code of two capitals is taken for one.
 *
 * Returns: whether @region is the ISO 3166-1 code ("TR") of a region that has
 *   telephones
 */
gboolean
vel_phone_has_region (const char *region)
{
  const VelPhoneLibrary *library;

  g_return_val_if_fail (region != NULL, FALSE);

  if (is_turkey (region))
    return TRUE;
  if (!is_region (region))
    return FALSE;
  library = vel_phone_library_get ();
  return library == NULL || library->get_country_code (region) != 0;
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

/* libphonenumber reads what is shaped like a number; whether there can be such
 * a number must be asked besides. No calling code begins with that of another
 * country, so a number's beginning tells whose it is. */
static gboolean
is_possible (const char *number)
{
  gsize length = strlen (number + 1);

  if (length < MIN_DIGITS || length > MAX_DIGITS)
    return FALSE;
  if (number[1] == '1') /* North American numbering plan */
    return length == 11;
  if (g_str_has_prefix (number, "+90"))
    return vel_phone_turkish_is_possible (number + 3);
  return TRUE;
}

/* What can be said of a number without the rules of its country: it is its
 * digits, if the code of the country is there, and no 0 behind it that may be
 * the one that is dialled within the country alone ("+49 (0)30"). */
static char *
read_plainly (const char *simple)
{
  g_autoptr(GString) number = NULL;
  const char *behind_code;

  if (simple[0] != '+' || !g_ascii_isdigit (simple[1]) || simple[1] == '0')
    return NULL;
  behind_code = simple + 1 + strspn (simple + 1, "0123456789");
  if (behind_code[strspn (behind_code, MARKS)] == '0')
    return NULL;

  number = g_string_new ("+");
  for (const char *p = simple + 1; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        g_string_append_c (number, *p);
      else if (strchr (MARKS, *p) == NULL)
        return NULL;
    }
  return g_strdup (number->str);
}

static guint
count_digits (const char *simple)
{
  guint n = 0;

  for (const char *p = simple; *p != '\0'; p++)
    n += g_ascii_isdigit (*p);
  return n;
}

static void
set_impossible (GError **error)
{
  g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_RANGE,
                       _("There is no phone number of these digits: too few, too many, or a wrong beginning."));
}

static void
set_invalid (GError **error)
{
  g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_INVALID,
                       _("This is not a phone number."));
}

/* Reads a number that vel_phone_turkish_read() has left to others. */
static char *
normalise_foreign (const char  *simple,
                   const char  *region,
                   GError     **error)
{
  const VelPhoneLibrary *library;
  g_autofree char *number = NULL;
  VelPhoneOutcome outcome;
  guint n_digits = count_digits (simple);

  if (n_digits == 0)
    {
      set_invalid (error);
      return NULL;
    }
  /* Nobody waits for the library to hear that somebody has only begun to type. */
  if (n_digits + (simple[0] == '+' ? 0 : MAX_COUNTRY_CODE) < MIN_DIGITS)
    {
      set_impossible (error);
      return NULL;
    }

  library = vel_phone_library_get ();
  if (library != NULL)
    outcome = library->read (simple, region, &number);
  else
    {
      number = read_plainly (simple);
      if (number == NULL)
        {
          g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_UNKNOWN,
                               _("This phone number cannot be read: Velinimet is not installed completely."));
          return NULL;
        }
      outcome = VEL_PHONE_READ;
    }

  if (outcome == VEL_PHONE_READ && is_possible (number))
    return g_steal_pointer (&number);
  if (outcome == VEL_PHONE_NO_NUMBER)
    set_invalid (error);
  else if (outcome == VEL_PHONE_NO_COUNTRY)
    g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_RANGE,
                         _("This phone number begins with the calling code of no country."));
  else
    set_impossible (error);
  return NULL;
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
 * an error: the caller then keeps the text as it was typed. Where libphonenumber
 * is missing, %VEL_TEXT_ERROR_UNKNOWN stands for a number of another country than
 * Türkiye that cannot be read without it. Normalising the result again changes
 * nothing. May be called from any thread.
 *
 * Returns: (transfer full) (nullable): the number, or %NULL with @error set
 */
char *
vel_phone_normalise (const char  *text,
                     const char  *region,
                     GError     **error)
{
  g_autofree char *simple = NULL;
  g_autofree char *main_part = NULL;
  g_autofree char *extension = NULL;
  g_autofree char *number = NULL;
  VelPhoneTurkish turkish = VEL_PHONE_TURKISH_OTHER;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (region == NULL || is_region (region), NULL);

  if (region == NULL)
    region = vel_phone_get_default_region ();

  if (strnlen (text, MAX_TEXT) < MAX_TEXT)
    {
      /* Most are plain enough to be read as they are. */
      turkish = vel_phone_turkish_read (text, is_turkey (region), &number);
      if (turkish == VEL_PHONE_TURKISH_OTHER)
        simple = simplify (text);
    }
  if (turkish == VEL_PHONE_TURKISH_OTHER)
    {
      if (simple != NULL && *simple == '\0')
        {
          g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_EMPTY,
                               _("The phone number is empty."));
          return NULL;
        }
      if (simple != NULL)
        main_part = split_extension (simple, &extension);
      if (main_part == NULL)
        {
          set_invalid (error);
          return NULL;
        }
      turkish = vel_phone_turkish_read (main_part, is_turkey (region), &number);
    }

  if (turkish == VEL_PHONE_TURKISH_NONE)
    set_impossible (error);
  else if (turkish == VEL_PHONE_TURKISH_OTHER)
    number = normalise_foreign (main_part, region, error);
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
  const VelPhoneLibrary *library;
  g_autofree char *code = NULL;
  char *formatted;

  if (is_turkey (region) && g_str_has_prefix (plain, "+90") && vel_phone_turkish_is_possible (plain + 3))
    return vel_phone_turkish_format (plain + 3);

  library = vel_phone_library_get ();
  if (library == NULL)
    return g_steal_pointer (&plain);
  code = g_strdup_printf ("+%d", library->get_country_code (region));
  formatted = library->format (plain, g_str_has_prefix (plain, code));
  return formatted != NULL ? formatted : g_steal_pointer (&plain);
}

/**
 * vel_phone_format:
 * @number: a number as it is stored: normalised, or as it was typed
 *
 * Writes a number for people: "0532 123 45 67" in its own region,
 * "+49 1511 2345678" for others. What vel_phone_normalise() did not make is
 * returned as it is, but on one line; so is what is not Turkish where
 * libphonenumber is missing.
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
