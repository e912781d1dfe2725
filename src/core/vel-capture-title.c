/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What remains of a captured line: its title, and the names that may stand in it.
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-capture-private.h"

#include <string.h>

#include "vel-text.h"

/* Names of more words are found by fewer of them. */
#define MAX_WORDS 6

/* A line with more words than this names nobody in the rest. */
#define MAX_TOKENS 64

/* Marks that join two pieces and say nothing without them. */
#define JOINERS ",;:-/|@"

static gboolean
is_joiner (gunichar c)
{
  return (c < 0x80 && c != '\0' && strchr (JOINERS, (int) c) != NULL) || (c >= 0x2010 && c <= 0x2015);
}

static gboolean
is_only_joiners (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!is_joiner (g_utf8_get_char (text)) && !g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/* A space each where there were several, and none at the ends. */
static char *
collapse (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));
  gboolean space = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      const gunichar c = g_utf8_get_char (text);

      if (g_unichar_isspace (c) || c < 0x20 || c == 0x7f || c == 0x85)
        {
          space = out->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (out, ' ');
      space = FALSE;
      g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

static void
strip_end (GString *title)
{
  while (title->len > 0)
    {
      const char *last = g_utf8_find_prev_char (title->str, title->str + title->len);
      const gunichar c = g_utf8_get_char (last);

      if (!is_joiner (c) && !g_unichar_isspace (c))
        break;
      g_string_truncate (title, last - title->str);
    }
}

/* Puts @piece behind @title; before it, or behind the title, something was taken out. */
static void
append_piece (GString    *title,
              const char *piece,
              gboolean    cut)
{
  g_autofree char *text = collapse (piece);
  const char *rest = text;

  if (cut && (title->len == 0 || is_only_joiners (text)))
    while (is_joiner (g_utf8_get_char (rest)) || *rest == ' ')
      rest = g_utf8_next_char (rest);
  if (*rest == '\0')
    return;
  if (cut && strchr (")]}", *rest) != NULL && title->len > 0 && strchr ("([{", title->str[title->len - 1]) != NULL)
    {
      /* Brackets around nothing. */
      g_string_truncate (title, title->len - 1);
      strip_end (title);
      append_piece (title, rest + 1, cut);
      return;
    }
  if (title->len > 0 && strchr (",;.!?:)]}", *rest) == NULL && strchr ("([{", title->str[title->len - 1]) == NULL)
    g_string_append_c (title, ' ');
  g_string_append (title, rest);
}

/*
 * vel_capture_make_title:
 * @line: the line
 * @spans: (element-type VelCaptureSpan): what was understood in it
 *
 * Returns: (transfer full): the line without the spans that do not stay
 */
char *
vel_capture_make_title (const char *line,
                        GArray     *spans)
{
  GString *title = g_string_new (NULL);
  gsize at = 0;
  gboolean cut = FALSE;

  for (guint i = 0; i <= spans->len; i++)
    {
      const VelCaptureSpan *span = i < spans->len ? &g_array_index (spans, VelCaptureSpan, i) : NULL;
      g_autofree char *bytes = NULL;
      g_autofree char *text = NULL;

      if (span != NULL && span->stays)
        continue;
      bytes = span != NULL ? g_strndup (line + at, span->start - at) : g_strdup (line + at);
      text = g_utf8_make_valid (bytes, -1);
      append_piece (title, text, cut);
      if (span != NULL)
        {
          at = span->end;
          cut = TRUE;
        }
      else if (cut)
        {
          g_autofree char *tail = collapse (text);

          if (*tail == '\0' || is_only_joiners (tail))
            strip_end (title);
        }
    }
  return g_string_free (title, FALSE);
}

/* The cases a name may stand in; with an apostrophe, or without in a hurry. */
static gboolean
is_ending (const char *fold)
{
  static const char *const with[] = { "la", "le", "yla", "yle", "s", "den", "dan", "ca", "ce", NULL };
  const VelCase kase = vel_capture_case (fold);

  if (kase != VEL_CASE_NONE && kase != VEL_CASE_UNKNOWN)
    return TRUE;
  for (guint i = 0; with[i] != NULL; i++)
    if (g_str_equal (fold, with[i]))
      return TRUE;
  return FALSE;
}

/* "ayşeye" without "ye", "mimarlığı" as "mimarlık"; the longest endings first. */
static char *
strip_unmarked (const char *word)
{
  for (int n = 4; n > 0; n--)
    {
      const glong length = g_utf8_strlen (word, -1);
      const char *cut;
      g_autofree char *fold = NULL;
      g_autofree char *stem = NULL;

      if (length - n < 3)
        continue;
      cut = g_utf8_offset_to_pointer (word, length - n);
      fold = vel_text_fold (cut);
      if (vel_capture_case (fold) == VEL_CASE_UNKNOWN || vel_capture_case (fold) == VEL_CASE_PLURAL)
        continue;
      stem = g_strndup (word, cut - word);
      if (g_str_has_suffix (stem, "ğ"))
        {
          g_autofree char *hard = g_strndup (stem, strlen (stem) - strlen ("ğ"));

          return g_strconcat (hard, "k", NULL);
        }
      return g_steal_pointer (&stem);
    }
  return NULL;
}

static void
add_name (GPtrArray  *names,
          const char *text,
          gsize       start,
          gsize       end)
{
  VelCaptureName *name;

  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (((VelCaptureName *) g_ptr_array_index (names, i))->name, text))
      return;
  name = g_new0 (VelCaptureName, 1);
  name->name = g_strdup (text);
  name->start = start;
  name->end = end;
  g_ptr_array_add (names, name);
}

/* A word of a name: its bytes without an ending, and with. */
typedef struct
{
  gsize    start;
  gsize    bare;
  gsize    end;
  gboolean common;  /* a verb or a little word: no name alone */
  gboolean breaks;  /* the next word belongs to another name */
} Word;

static gboolean
is_common (VelCaptureReader *reader,
           guint             at)
{
  static const char *const words[] = {
    "ara", "arama", "gonder", "yaz", "sor", "hazirla", "kes", "iste", "ile", "icin", "ve", "bir", "bu", "ode", "al",
    "ver", "git", "yap", "et", "konus", "gorus", "toplanti", "teklif", "fatura", "call", "send", "mail", "email",
    "write", "to", "the", "a", "an", "with", "for", "and", "about", "meet", "ask", "pay", "visit", "on", "at", "of",
    "invoice", "offer", "quote", "ring", "phone", NULL,
  };

  for (guint i = 0; words[i] != NULL; i++)
    if (vel_capture_is (reader, at, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_within (const GArray *spans,
           gsize         at)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const VelCaptureSpan *span = &g_array_index (spans, VelCaptureSpan, i);

      if (at >= span->start && at < span->end)
        return TRUE;
    }
  return FALSE;
}

/* The words of the title, each with whatever is glued to it ("A.Ş.", "O'Brien"). */
static GArray *
find_words (VelCaptureReader *reader,
            const GArray     *spans)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  for (guint i = 0; i < MIN (reader->tokens->len, MAX_TOKENS);)
    {
      const VelToken *token = vel_capture_token (reader, i);
      Word word = { token->start, token->end, token->end, is_common (reader, i), FALSE };
      guint n = 1;

      if (is_within (spans, token->start))
        {
          if (words->len > 0)
            g_array_index (words, Word, words->len - 1).breaks = TRUE;
          i++;
          continue;
        }
      while (vel_capture_token (reader, i + n)->glued && !is_within (spans, vel_capture_token (reader, i + n)->start))
        {
          const VelToken *next = vel_capture_token (reader, i + n);

          if (next->kind == VEL_TOKEN_OTHER && *next->fold != '\0' && strchr (",;:!?)(\"", *next->fold) != NULL)
            break;
          word.end = word.bare = next->end;
          if (next->kind == VEL_TOKEN_WORD && vel_capture_token (reader, i + n - 1)->kind == VEL_TOKEN_APOSTROPHE &&
              !vel_capture_token (reader, i + n + 1)->glued && is_ending (next->fold))
            word.bare = vel_capture_token (reader, i + n - 1)->start;
          n++;
        }
      i += n;
      if (token->kind != VEL_TOKEN_WORD && token->kind != VEL_TOKEN_NUMBER)
        {
          /* "&" holds a name together, a comma does not. */
          if (words->len > 0 && *token->fold != '&')
            g_array_index (words, Word, words->len - 1).breaks = TRUE;
          continue;
        }
      word.common = word.common && n == 1;
      g_array_append_val (words, word);
    }
  return words;
}

/**
 * vel_capture_get_names:
 * @capture: a capture
 *
 * The words of the title that could name a customer, to be looked up in the book:
 * runs of up to six words, the longest first, and from left to right among those
 * of one length. The last word is without the ending of a Turkish case or an
 * English "'s": "Işık Mimarlık'ı ara" gives "Işık Mimarlık". Where no apostrophe
 * marks it, the word comes as it is first and then as it would be without one
 * ("ayşeye", "ayşe"). Lone verbs and little words are left out.
 *
 * Returns: (transfer full) (element-type VelCaptureName): the names, perhaps none
 */
GPtrArray *
vel_capture_get_names (const VelCapture *capture)
{
  g_autoptr(VelCaptureReader) reader = NULL;
  g_autoptr(GDateTime) any = g_date_time_new_from_unix_utc (0);
  g_autoptr(GArray) words = NULL;
  GPtrArray *names = g_ptr_array_new_with_free_func ((GDestroyNotify) vel_capture_name_free);

  g_return_val_if_fail (capture != NULL, names);

  reader = vel_capture_reader_new (capture->line, any, NULL);
  words = find_words (reader, capture->spans);
  for (guint length = MIN (MAX_WORDS, words->len); length > 0; length--)
    for (guint i = 0; i + length <= words->len; i++)
      {
        const Word *first = &g_array_index (words, Word, i);
        const Word *last = &g_array_index (words, Word, i + length - 1);
        gboolean whole = TRUE;
        g_autofree char *bytes = g_strndup (capture->line + first->start, last->bare - first->start);
        g_autofree char *valid = g_utf8_make_valid (bytes, -1);
        g_autofree char *text = NULL;

        for (guint j = i; j + 1 < i + length; j++)
          whole = whole && !g_array_index (words, Word, j).breaks;
        if (!whole || (length == 1 && first->common))
          continue;
        text = collapse (valid);
        add_name (names, text, first->start, last->end);
        if (last->bare < last->end)
          {
            g_autofree char *marked_bytes = g_strndup (capture->line + first->start, last->end - first->start);
            g_autofree char *marked = g_utf8_make_valid (marked_bytes, -1);
            g_autofree char *marked_text = collapse (marked);

            add_name (names, marked_text, first->start, last->end);
          }
        else
          {
            g_autofree char *stem = strip_unmarked (text);

            if (stem != NULL)
              add_name (names, stem, first->start, last->end);
          }
      }
  return names;
}

/**
 * vel_capture_take_customer:
 * @capture: a capture
 * @start: the first byte of a name in the line, of a #VelCaptureName
 * @end: the byte behind it
 *
 * Says that these words name the customer of the task. The title keeps them.
 *
 * Returns: %FALSE if the words are not in the line, lie over other spans, or a
 *   customer has been named already; then nothing has changed
 */
gboolean
vel_capture_take_customer (VelCapture *capture,
                           gsize       start,
                           gsize       end)
{
  const VelCaptureSpan span = { VEL_CAPTURE_CUSTOMER, start, end, TRUE };
  guint place = 0;

  g_return_val_if_fail (capture != NULL, FALSE);

  if (start >= end || end > strlen (capture->line))
    return FALSE;
  for (guint i = 0; i < capture->spans->len; i++)
    {
      const VelCaptureSpan *other = &g_array_index (capture->spans, VelCaptureSpan, i);

      if (other->kind == VEL_CAPTURE_CUSTOMER || (start < other->end && other->start < end))
        return FALSE;
      if (other->end <= start)
        place = i + 1;
    }
  g_array_insert_val (capture->spans, place, span);
  return TRUE;
}

void
vel_capture_name_free (VelCaptureName *name)
{
  if (name == NULL)
    return;
  g_free (name->name);
  g_free (name);
}
