/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-text.h"

#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "vel-fold-rules.h"
#include "vel-fold-table.h"

/* ICU moves the rest of the text at every replacement, so a long text is given
 * to it in pieces, or a megabyte of Chinese would take minutes. */
#define ICU_PIECE 512

G_DEFINE_QUARK (vel-text-error-quark, vel_text_error)

static GMutex fold_lock;
static const char *language_override; /* (interned), read and written atomically */

/**
 * vel_text_fail:
 * @error: (out): becomes a %VEL_TEXT_ERROR_INVALID
 * @sentence: what is wrong, in the language of the interface
 *
 * Returns: %FALSE
 */
gboolean
vel_text_fail (GError     **error,
               const char  *sentence)
{
  g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_INVALID, sentence);
  return FALSE;
}

static guint
find_place (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (vel_fold_ranges); i++)
    if (c >= vel_fold_ranges[i].first && c <= vel_fold_ranges[i].last)
      return vel_fold_places[vel_fold_ranges[i].base + (c - vel_fold_ranges[i].first)];
  return VEL_FOLD_ASK_ICU;
}

/* Lower-cases ASCII up to the first other byte, eight bytes at a time, and
 * returns how many bytes that were. Both ends have room for @length bytes. */
static gsize
fold_ascii (char       *out,
            const char *text,
            gsize       length)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  gsize i = 0;

  for (; i + sizeof (guint64) <= length; i += sizeof (guint64))
    {
      guint64 word;

      memcpy (&word, text + i, sizeof word);
      if ((word & (ones * 0x80)) != 0)
        break;

      /* The top bit of each byte: at least 'A', and not beyond 'Z'. */
      guint64 from_a = word + ones * (0x80 - 'A');
      guint64 past_z = word + ones * (0x80 - 'Z' - 1);
      word |= ((from_a & ~past_z) & (ones * 0x80)) >> 2;
      memcpy (out + i, &word, sizeof word);
    }
  for (; i < length && (guchar) text[i] < 0x80; i++)
    out[i] = g_ascii_tolower (text[i]);
  return i;
}

/* Folds valid UTF-8 by the table; returns FALSE, with nothing appended, at the
 * first character that only ICU can fold. */
static gboolean
fold_by_table (GString    *out,
               const char *text,
               gsize       length)
{
  gsize start = out->len;
  const char *end = text + length;
  char *to;

  /* A character of two bytes or more becomes VEL_FOLD_MAX_BYTES at most. */
  g_string_set_size (out, start + length * (VEL_FOLD_MAX_BYTES / 2));
  to = out->str + start;

  while (text < end)
    {
      gsize plain = fold_ascii (to, text, end - text);
      const char *next;
      guint place;

      text += plain;
      to += plain;
      if (text == end)
        break;

      next = g_utf8_next_char (text);
      place = find_place (g_utf8_get_char (text));
      if (place == VEL_FOLD_ASK_ICU)
        {
          g_string_truncate (out, start);
          return FALSE;
        }
      if (place == VEL_FOLD_COPY)
        {
          while (text < next)
            *to++ = *text++;
        }
      else
        {
          guint8 n = vel_fold_pool[place];

          for (guint i = 1; i <= n; i++)
            *to++ = vel_fold_pool[place + i];
          text = next;
        }
    }

  g_string_set_size (out, to - out->str);
  return TRUE;
}

static const UTransliterator *
get_transliterator (void)
{
  static gsize once;
  static UTransliterator *transliterator;

  if (g_once_init_enter (&once))
    {
      UErrorCode status = U_ZERO_ERROR;
      UChar id[256];

      u_uastrcpy (id, VEL_FOLD_RULES);
      transliterator = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
      if (U_FAILURE (status))
        {
          g_warning ("ICU cannot fold text: %s", u_errorName (status));
          transliterator = NULL;
        }
      g_once_init_leave (&once, 1);
    }
  return transliterator;
}

static void
append_utf16 (GString     *out,
              const UChar *text,
              int32_t      length)
{
  UErrorCode status = U_ZERO_ERROR;
  gsize start = out->len;
  int32_t written = 0;

  g_string_set_size (out, start + 3 * (gsize) length);
  u_strToUTF8WithSub (out->str + start, 3 * length + 1, &written,
                      text, length, 0xfffd, NULL, &status);
  g_string_set_size (out, start + (U_SUCCESS (status) ? written : 0));
}

static void
fold_piece (GString     *out,
            const UChar *text,
            int32_t      length)
{
  const UTransliterator *transliterator = get_transliterator ();
  int32_t capacity = 8 * length + 64;

  while (transliterator != NULL && capacity < G_MAXINT32 / 16)
    {
      g_autofree UChar *buffer = g_new (UChar, capacity);
      UErrorCode status = U_ZERO_ERROR;
      int32_t buffer_length = length;
      int32_t limit = length;

      memcpy (buffer, text, length * sizeof *text);
      g_mutex_lock (&fold_lock);
      utrans_transUChars (transliterator, buffer, &buffer_length, capacity, 0, &limit, &status);
      g_mutex_unlock (&fold_lock);

      if (U_SUCCESS (status))
        {
          append_utf16 (out, buffer, buffer_length);
          return;
        }
      if (status != U_BUFFER_OVERFLOW_ERROR)
        break;
      capacity *= 4;
    }

  append_utf16 (out, text, length);
}

static void
fold_by_icu (GString    *out,
             const char *text,
             gsize       length)
{
  g_autofree UChar *wide = NULL;
  UErrorCode status = U_ZERO_ERROR;
  int32_t wide_length = 0;
  int32_t start = 0;

  if (length >= G_MAXINT32 / 8)
    {
      g_string_append_len (out, text, length);
      return;
    }
  wide = g_new (UChar, length + 1);
  u_strFromUTF8WithSub (wide, length + 1, &wide_length, text, length, 0xfffd, NULL, &status);
  if (U_FAILURE (status))
    {
      g_string_append_len (out, text, length);
      return;
    }

  while (start < wide_length)
    {
      int32_t end = MIN (start + ICU_PIECE, wide_length);

      /* A piece ends after a space where there is one, for a script may write a
       * letter otherwise at the end of a word; else between two characters. */
      if (end < wide_length)
        {
          int32_t space = end;

          while (space > start && wide[space - 1] != ' ' && wide[space - 1] != '\n')
            space--;
          if (space > start)
            end = space;
          else
            while (end > start + 1 && U16_IS_TRAIL (wide[end]))
              end--;
        }
      fold_piece (out, wide + start, end - start);
      start = end;
    }
}

/**
 * vel_text_fold_append:
 * @out: where the folded text is appended
 * @text: text in UTF-8
 *
 * As vel_text_fold(), for those who fold many texts into one buffer. May be
 * called from any thread.
 */
void
vel_text_fold_append (GString    *out,
                      const char *text)
{
  g_autofree char *valid = NULL;
  gsize length;

  g_return_if_fail (out != NULL);
  g_return_if_fail (text != NULL);

  length = strlen (text);
  if (!g_utf8_validate_len (text, length, NULL))
    {
      valid = g_utf8_make_valid (text, length);
      text = valid;
      length = strlen (text);
    }
  if (!fold_by_table (out, text, length))
    fold_by_icu (out, text, length);
}

/**
 * vel_text_fold:
 * @text: text in UTF-8
 *
 * Folds text for search and for the comparison of names: small letters without
 * marks, in ASCII where the letter has an ASCII form, other scripts in Latin
 * letters. "Işık", "IŞIK", "ışık" and "isik" fold to the one text "isik", in
 * every locale. Bytes that are not UTF-8 become U+FFFD. Folding a folded text
 * changes nothing. May be called from any thread.
 *
 * Returns: (transfer full): the folded text
 */
char *
vel_text_fold (const char *text)
{
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  out = g_string_sized_new (strlen (text) + 1);
  vel_text_fold_append (out, text);
  return g_string_free (out, FALSE);
}

static gboolean
is_direction_control (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/**
 * vel_text_clean_line:
 * @text: text in UTF-8, as it is stored
 *
 * Makes text fit to stand on one line, or inside a sentence, on screen: line
 * breaks, tabs and runs of spaces become one space, spaces at both ends go,
 * control characters go, and so do the controls that embed, override or isolate
 * a direction (U+202A to U+202E, U+2066 to U+2069), which would turn around the
 * words beside it. Everything else stays.
 *
 * This is for display alone. What is stored is what was typed or read; only
 * bytes that are not UTF-8, and NUL, are replaced by U+FFFD on the way in
 * (g_utf8_make_valid() with a length does both).
 *
 * Returns: (transfer full): the line, valid UTF-8, perhaps empty
 */
char *
vel_text_clean_line (const char *text)
{
  g_autofree char *valid = NULL;
  GString *line;
  gboolean space = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  line = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029)
        {
          space = TRUE;
          continue;
        }
      if (g_unichar_iscntrl (c) || is_direction_control (c))
        continue;
      if (space && line->len > 0)
        g_string_append_c (line, ' ');
      space = FALSE;
      g_string_append_unichar (line, c);
    }
  return g_string_free (line, FALSE);
}

static void
append_initial (GString    *out,
                const char *letter)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar small[4];
  UChar capital[16];
  int32_t small_length = 0;
  int32_t length;

  U16_APPEND_UNSAFE (small, small_length, g_utf8_get_char (letter));
  length = u_strToUpper (capital, G_N_ELEMENTS (capital), small, small_length,
                         vel_language_get (), &status);
  if (U_SUCCESS (status))
    append_utf16 (out, capital, length);
}

/**
 * vel_text_initials:
 * @name: the name of a person or an organisation
 *
 * The first letters of the first and the last word, in capitals as the language
 * of the interface writes them ("ilker ışık" is "İI" in Turkish). A word
 * without a letter or digit does not count.
 *
 * Returns: (transfer full): two initials, one, or an empty text
 */
char *
vel_text_initials (const char *name)
{
  g_autofree char *line = NULL;
  const char *first = NULL;
  const char *last = NULL;
  gboolean in_word = FALSE;
  GString *initials;

  g_return_val_if_fail (name != NULL, NULL);

  line = vel_text_clean_line (name);
  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        in_word = FALSE;
      else if (!in_word && g_unichar_isalnum (c))
        {
          in_word = TRUE;
          if (first == NULL)
            first = p;
          else
            last = p;
        }
    }

  initials = g_string_new (NULL);
  if (first != NULL)
    append_initial (initials, first);
  if (last != NULL)
    append_initial (initials, last);
  return g_string_free (initials, FALSE);
}

/* The catalogues there are: Turkish, and the English of the sources. */
static const char *
find_language (const char *locale)
{
  if (g_str_equal (locale, "C") || g_str_equal (locale, "POSIX"))
    return "en";
  for (guint i = 0; i < 2; i++)
    {
      const char *known = i == 0 ? "tr" : "en";

      if (g_str_has_prefix (locale, known) && !g_ascii_isalpha (locale[2]))
        return known;
    }
  return NULL;
}

/**
 * vel_language_get:
 *
 * The language of the interface: "tr" or "en". It is the first of the user's
 * languages that Velinimet speaks, unless vel_language_set() has chosen.
 * Numbers, money and dates are shown in it. May be called from any thread.
 *
 * Returns: (transfer none): the language, never %NULL
 */
const char *
vel_language_get (void)
{
  const char *chosen = g_atomic_pointer_get (&language_override);

  if (chosen != NULL)
    return chosen;
  for (const char * const *names = g_get_language_names (); *names != NULL; names++)
    {
      const char *language = find_language (*names);

      if (language != NULL)
        return language;
    }
  return "en";
}

/**
 * vel_language_set:
 * @language: (nullable): "tr" or "en"; %NULL to follow the user's languages
 *
 * Chooses the language of the interface. Called by a program at its start, and
 * by tests, which must not depend on the machine.
 */
void
vel_language_set (const char *language)
{
  const char *known = language != NULL ? find_language (language) : NULL;

  g_return_if_fail (language == NULL || known != NULL);

  g_atomic_pointer_set (&language_override, known);
}
