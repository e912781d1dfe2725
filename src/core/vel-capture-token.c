/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line in pieces: words, numbers and what stands between them. Every piece
 * knows its bytes in the line, whatever folding makes of its letters.
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-capture-private.h"

#include <string.h>

#include "vel-text.h"

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == '`' || c == 0xb4 || c == 0x2bc || c == 0x2018 || c == 0x2019 || c == 0xff07;
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || (c < 0x20) || c == 0x7f || c == 0x85;
}

/* Marks, and the joiners that nobody sees, belong to the letter before them. */
static gboolean
continues_word (gunichar c)
{
  return (g_unichar_isalnum (c) && !(c >= '0' && c <= '9')) || g_unichar_ismark (c) ||
         g_unichar_type (c) == G_UNICODE_FORMAT;
}

/* The character at @at, or U+FFFD with a length of one for a byte of none. */
static gunichar
get_char (const char *line,
          gsize       at,
          gsize       length,
          gsize      *n_bytes)
{
  const gunichar c = g_utf8_get_char_validated (line + at, length - at);

  if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      *n_bytes = 1;
      return 0xfffd;
    }
  *n_bytes = g_utf8_next_char (line + at) - (line + at);
  return c;
}

/* The character of ASCII that means the same here, or NUL. */
static char
get_plain (gunichar c)
{
  if (c < 0x80)
    return (char) c;
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
    return '-';
  if (c == 0xab || c == 0xbb || (c >= 0x201c && c <= 0x201f))
    return '"';
  if (g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL)
    return '$';
  return c == 0xb0 ? '%' : '\0';
}

static gsize
find_end (const char *line,
          gsize       at,
          gsize       length,
          gboolean    digits)
{
  while (at < length)
    {
      gsize n_bytes;
      const gunichar c = get_char (line, at, length, &n_bytes);

      if (digits ? !(c < 0x80 && g_ascii_isdigit (c)) : !continues_word (c))
        break;
      at += n_bytes;
    }
  return at;
}

static void
fill_word (VelCaptureReader *reader,
           VelToken         *token)
{
  g_autofree char *word = g_strndup (reader->line + token->start, token->end - token->start);
  g_autofree char *fold = vel_text_fold (word);

  token->kind = VEL_TOKEN_WORD;
  token->fold = g_string_chunk_insert (reader->folds, fold);
}

static void
fill_number (VelCaptureReader *reader,
             VelToken         *token)
{
  token->kind = VEL_TOKEN_NUMBER;
  token->n_digits = token->end - token->start;
  token->number = token->n_digits <= 9 ? (int) g_ascii_strtoll (reader->line + token->start, NULL, 10) : -1;
}

static void
split (VelCaptureReader *reader)
{
  gboolean small = FALSE;
  gboolean glued = FALSE;
  gsize at = 0;

  while (at < reader->length)
    {
      gsize n_bytes;
      const gunichar c = get_char (reader->line, at, reader->length, &n_bytes);
      VelToken token = { .start = at, .end = at + n_bytes, .fold = "", .number = -1, .glued = glued };

      glued = !is_blank (c);
      if (!glued)
        {
          at += n_bytes;
          continue;
        }
      if (c < 0x80 && g_ascii_isdigit (c))
        {
          token.end = find_end (reader->line, at, reader->length, TRUE);
          fill_number (reader, &token);
        }
      else if (is_apostrophe (c))
        {
          token.kind = VEL_TOKEN_APOSTROPHE;
        }
      else if (continues_word (c))
        {
          token.capital = g_unichar_isupper (c) || g_unichar_istitle (c);
          token.end = find_end (reader->line, at, reader->length, FALSE);
          fill_word (reader, &token);
        }
      else
        {
          const char text[] = { get_plain (c), '\0' };

          token.kind = VEL_TOKEN_OTHER;
          token.fold = g_string_chunk_insert_const (reader->folds, text);
        }
      for (gsize i = token.start; i < token.end && !small; i++)
        small = g_ascii_islower (reader->line[i]);
      g_array_append_val (reader->tokens, token);
      at = token.end;
    }
  reader->shouting = !small;
}

static gboolean
tokens_equal (VelCaptureReader *reader,
              guint             at,
              VelCaptureReader *other)
{
  if (at + other->tokens->len > reader->tokens->len)
    return FALSE;
  for (guint i = 0; i < other->tokens->len; i++)
    {
      const VelToken *mine = &g_array_index (reader->tokens, VelToken, at + i);
      const VelToken *its = &g_array_index (other->tokens, VelToken, i);

      if (mine->kind != its->kind || mine->number != its->number || mine->n_digits != its->n_digits ||
          !g_str_equal (mine->fold, its->fold))
        return FALSE;
    }
  return TRUE;
}

/* What the user has taken off is still a word, but means nothing. */
static void
close_kept (VelCaptureReader *reader,
            const char       *kept)
{
  g_autoptr(VelCaptureReader) other = vel_capture_reader_new (kept, reader->now, NULL);

  if (other->tokens->len == 0)
    return;
  for (guint i = 0; i < reader->tokens->len; i++)
    if (tokens_equal (reader, i, other))
      {
        for (guint j = 0; j < other->tokens->len; j++)
          {
            VelToken *token = &g_array_index (reader->tokens, VelToken, i + j);

            token->kind = VEL_TOKEN_OTHER;
            token->fold = "";
          }
        i += other->tokens->len - 1;
      }
}

/*
 * vel_capture_reader_new:
 * @line: what was typed, in UTF-8 or not
 * @now: the present, in the local zone
 * @kept: (nullable) (array zero-terminated=1): pieces that are not to be understood
 *
 * Returns: (transfer full): the pieces of the line; it uses @line and @now, which
 *   must live as long
 */
VelCaptureReader *
vel_capture_reader_new (const char         *line,
                        GDateTime          *now,
                        const char * const *kept)
{
  VelCaptureReader *reader = g_new0 (VelCaptureReader, 1);
  int day;

  reader->line = line;
  reader->length = strnlen (line, VEL_CAPTURE_MAX_BYTES + 1);
  if (reader->length > VEL_CAPTURE_MAX_BYTES)
    {
      /* Not within a word. */
      reader->length = VEL_CAPTURE_MAX_BYTES;
      while (reader->length > 0 && !g_ascii_isspace (line[reader->length]))
        reader->length--;
    }
  reader->tokens = g_array_new (FALSE, FALSE, sizeof (VelToken));
  reader->folds = g_string_chunk_new (512);
  reader->now = now;
  g_date_time_get_ymd (now, &reader->year, &reader->month, &day);
  reader->today = vel_capture_day (reader->year, reader->month, day);
  split (reader);
  for (gsize i = 0; kept != NULL && kept[i] != NULL; i++)
    close_kept (reader, kept[i]);
  return reader;
}

void
vel_capture_reader_free (VelCaptureReader *reader)
{
  g_array_unref (reader->tokens);
  g_string_chunk_free (reader->folds);
  g_free (reader);
}

/* Never NULL: behind the last one stands the end of the line. */
const VelToken *
vel_capture_token (VelCaptureReader *reader,
                   guint             at)
{
  static const VelToken end = { .kind = VEL_TOKEN_END, .fold = "", .number = -1 };

  return at < reader->tokens->len ? &g_array_index (reader->tokens, VelToken, at) : &end;
}

static gboolean
is_one_of (const VelToken *token,
           const char     *characters)
{
  return token->kind == VEL_TOKEN_OTHER && *token->fold != '\0' && strchr (characters, *token->fold) != NULL;
}

/* Whether something may begin at @at: not inside of "e-pazar", "1.14:00" or "#5". */
gboolean
vel_capture_starts (VelCaptureReader *reader,
                    guint             at)
{
  const VelToken *token = vel_capture_token (reader, at);
  const VelToken *before = at > 0 ? vel_capture_token (reader, at - 1) : NULL;

  if (before == NULL || !token->glued)
    return TRUE;
  if (before->kind == VEL_TOKEN_APOSTROPHE)
    return at < 2 || !before->glued;
  if (before->kind != VEL_TOKEN_OTHER)
    return FALSE;
  if (token->kind == VEL_TOKEN_NUMBER)
    return is_one_of (before, "([{\"");
  return !is_one_of (before, "-./@#_\\+&%$=*~");
}

/* Whether something may end before @at: not inside of "salı-x", "14:00:aa" or "5%". */
gboolean
vel_capture_ends (VelCaptureReader *reader,
                  guint             at)
{
  const VelToken *token = vel_capture_token (reader, at);
  const VelToken *next = vel_capture_token (reader, at + 1);
  const gboolean joined = next->glued && (next->kind == VEL_TOKEN_WORD || next->kind == VEL_TOKEN_NUMBER);

  if (token->kind == VEL_TOKEN_END || !token->glued)
    return TRUE;
  if (token->kind == VEL_TOKEN_APOSTROPHE)
    return !joined;
  if (token->kind != VEL_TOKEN_OTHER || is_one_of (token, "%/_@#\\$+=*&~"))
    return FALSE;
  return !joined || !is_one_of (token, ".,:-");
}
