/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the words in a cell mean: a status, a kind, the form of a company, a label.
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-column-words.h"

#include <string.h>

#include "vel-column-names.h"
#include "vel-text.h"

/* Longer cells are not looked up. */
#define MAX_WORD_LENGTH 64

/* What stands between the words of a name. */
#define WORD_ENDS " ,-&/()"

typedef struct
{
  const char *key;
  const char *words;  /* as vel_column_name_key() makes them, separated by spaces */
} Words;

static const Words statuses[] = {
  { "potential", "potential potansiyel potansiyelmusteri aday adaymusteri musteriadayi lead prospect prospective "
                 "opportunity firsat new yeni yenimusteri ilgilenen" },
  { "active", "active aktif aktifmusteri etkin faal customer client musteri mevcut mevcutmusteri current "
              "currentcustomer incontract sozlesmeli" },
  { "passive", "passive pasif pasifmusteri inactive etkindegil aktifdegil dormant durgun uyuyan" },
  { "lost", "lost kayip kaybedildi kaybedilen kaybedilmis churned former formercustomer eski eskimusteri "
            "ayrildi ayrilan" },
};

static const Words kinds[] = {
  { "person", "person kisi bireysel birey sahis gercek gercekkisi individual contact b2c" },
  { "organisation", "organisation organization kurum kurumsal kurulus firma sirket tuzel tuzelkisi company business "
                    "corporate b2b" },
};

/* Legal forms, and words that only the names of companies have. */
static const char * const company_words[] = {
  "ltd", "limited", "sti", "sirketi", "as", "anonim", "san", "sanayi", "tic", "ticaret", "holding", "kooperatifi",
  "kollektif", "komandit", "vakfi", "dernegi", "belediyesi", "universitesi", "insaat", "muhendislik", "mimarlik",
  "inc", "llc", "llp", "plc", "corp", "corporation", "co", "company", "gmbh", "ag", "kg", "bv", "sa", "sarl", "srl",
  "group", "grup", "associates", "ajans", "ajansi",
};

static const char *
find_word (const Words *lists,
           gsize        n_lists,
           const char  *text)
{
  g_autofree char *key = NULL;

  if (strlen (text) > MAX_WORD_LENGTH || !vel_column_name_is_latin (text))
    return NULL;
  key = vel_column_name_key (text, NULL);
  if (*key == '\0')
    return NULL;

  for (gsize i = 0; i < n_lists; i++)
    {
      g_auto(GStrv) words = g_strsplit (lists[i].words, " ", -1);

      if (g_strv_contains ((const char * const *) words, key))
        return lists[i].key;
    }
  return NULL;
}

/**
 * vel_column_words_find_status:
 * @text: a cell of a column of statuses, in Turkish or English
 *
 * Returns: (transfer none) (nullable): the key of the customer's status, or %NULL
 */
const char *
vel_column_words_find_status (const char *text)
{
  return find_word (statuses, G_N_ELEMENTS (statuses), text);
}

/**
 * vel_column_words_find_kind:
 * @text: a cell of a column of kinds, in Turkish or English
 *
 * Returns: (transfer none) (nullable): "person", "organisation", or %NULL
 */
const char *
vel_column_words_find_kind (const char *text)
{
  return find_word (kinds, G_N_ELEMENTS (kinds), text);
}

static gboolean
is_company_word (const char *word,
                 gsize       length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (company_words); i++)
    if (company_words[i][0] == word[0] && strncmp (company_words[i], word, length) == 0 &&
        company_words[i][length] == '\0')
      return TRUE;
  return FALSE;
}

/* Whether a word, without its dots or in a part between them, is a legal form:
 * "a.s.", "san.tic". */
static gboolean
is_form_of_company (const char *word,
                    gsize       length)
{
  const char *end = word + length;
  char joined[MAX_WORD_LENGTH];
  gsize n = 0;

  for (const char *part = word; part < end;)
    {
      const char *dot = memchr (part, '.', end - part);
      const gsize size = (dot != NULL ? dot : end) - part;

      if (size > 0 && is_company_word (part, size))
        return TRUE;
      if (n + size <= sizeof joined)
        memcpy (joined + n, part, size);
      n += size;
      part += size + 1;
    }
  return n > 0 && n <= sizeof joined && is_company_word (joined, n);
}

/**
 * vel_column_words_is_company:
 * @text: a name
 *
 * Guesses by the words in it ("Ltd. Şti.", "A.Ş.", "GmbH").
 *
 * Returns: whether this is the name of a company
 */
gboolean
vel_column_words_is_company (const char *text)
{
  g_autofree char *folded = NULL;
  char *next;

  if (strlen (text) > 4 * MAX_WORD_LENGTH || !vel_column_name_is_latin (text))
    return FALSE;

  folded = vel_text_fold (text);
  /* The first word alone makes no company: "As" is a name too. */
  for (char *word = folded + strcspn (folded, WORD_ENDS); *word != '\0'; word = next)
    {
      word += strspn (word, WORD_ENDS);
      next = word + strcspn (word, WORD_ENDS);
      if (next > word && is_form_of_company (word, next - word))
        return TRUE;
    }
  return FALSE;
}

static void
add_piece (GStrvBuilder *pieces,
           const char   *start,
           const char   *end)
{
  g_autofree char *piece = g_strstrip (g_strndup (start, end - start));

  if (*piece != '\0')
    g_strv_builder_add (pieces, piece);
}

/* Where the next separator stands: ":::", a line end, or one of @marks. */
static const char *
find_separator (const char *text,
                const char *marks,
                gsize      *length)
{
  for (; *text != '\0'; text++)
    {
      *length = text[0] == ':' && text[1] == ':' && text[2] == ':' ? 3 : 1;
      if (*length == 3 || *text == '\n' || *text == '\r' || strchr (marks, *text) != NULL)
        return text;
    }
  *length = 0;
  return text;
}

/* What parts the values of a field; NULL for a field that holds one. */
static const char *
find_marks (const char *field)
{
  if (g_str_equal (field, "phones"))
    return ";/";
  if (g_str_equal (field, "emails"))
    return ";,/ \t";
  if (g_str_equal (field, "tags") || g_str_equal (field, "interests"))
    return ";,";
  if (g_str_equal (field, "links"))
    return "; \t";
  return NULL;
}

/**
 * vel_column_words_is_one:
 * @field: the field that the cell belongs to
 * @text: a cell, without spaces around it
 *
 * Returns: whether the cell certainly holds one value, for which it need not be split
 */
gboolean
vel_column_words_is_one (const char *field,
                         const char *text)
{
  const char *marks = find_marks (field);

  return text[strcspn (text, ":\r\n")] == '\0' && (marks == NULL || text[strcspn (text, marks)] == '\0');
}

/**
 * vel_column_words_is_shortened:
 * @text: a cell, without spaces around it
 *
 * Returns: whether a spreadsheet has made a power of ten of a long number
 *   ("5,32112E+11"), whose last digits are lost
 */
gboolean
vel_column_words_is_shortened (const char *text)
{
  gsize n = strspn (text, "0123456789");

  if (n == 0)
    return FALSE;
  text += n;
  if (*text == '.' || *text == ',')
    text += 1 + strspn (text + 1, "0123456789");
  if ((*text != 'E' && *text != 'e') || text[1] != '+')
    return FALSE;
  n = strspn (text + 2, "0123456789");
  return n > 0 && text[2 + n] == '\0';
}

/**
 * vel_column_words_split:
 * @field: the field that the cell belongs to
 * @text: a cell
 *
 * Splits a cell that holds several values: phones at ; and /, e-mail addresses
 * at ; , / and spaces, tags and interests at ; and , and all of them at line
 * ends and at the ":::" of Google Contacts. A phone is not split at a slash
 * with less than seven digits behind it ("0212 555 00 11/12"). Other fields
 * hold one value.
 *
 * Returns: (transfer full): the values, without spaces around them and without
 *   empty ones
 */
GStrv
vel_column_words_split (const char *field,
                        const char *text)
{
  g_autoptr(GStrvBuilder) pieces = g_strv_builder_new ();
  const char *start = text;
  const char *marks = find_marks (field);

  if (marks == NULL)
    {
      add_piece (pieces, text, text + strlen (text));
      return g_strv_builder_end (pieces);
    }

  while (TRUE)
    {
      gsize length;
      const char *end = find_separator (text, marks, &length);

      if (*end == '/' && marks[1] == '/')
        {
          guint n_digits = 0;

          for (const char *p = end + 1; *p != '\0' && *p != '/' && *p != ';'; p++)
            n_digits += g_ascii_isdigit (*p);
          if (n_digits < 7)
            {
              text = end + 1;
              continue;
            }
        }
      add_piece (pieces, start, end);
      if (length == 0)
        break;
      text = end + length;
      start = text;
    }

  return g_strv_builder_end (pieces);
}

/**
 * vel_column_words_join_name:
 * @prefix: (nullable): Dr.
 * @first: (nullable): the given name
 * @middle: (nullable): the second given name
 * @last: (nullable): the family name
 * @suffix: (nullable): Jr.
 *
 * Returns: (transfer full): the parts that there are, with one space between them
 */
char *
vel_column_words_join_name (const char *prefix,
                            const char *first,
                            const char *middle,
                            const char *last,
                            const char *suffix)
{
  const char *parts[] = { prefix, first, middle, last, suffix };
  g_autoptr(GString) name = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *part = parts[i] != NULL ? g_strstrip (g_strdup (parts[i])) : NULL;

      if (part == NULL || *part == '\0')
        continue;
      if (name->len > 0)
        g_string_append_c (name, ' ');
      g_string_append (name, part);
    }

  return g_strdup (name->str);
}

/**
 * vel_column_words_label:
 * @text: a cell that says what kind of phone or address another one holds
 *
 * Makes a label of it: a key of the book ("work" of "* Work" or "İş"), or the
 * word itself.
 *
 * Returns: (transfer full): the label, "" if the cell says nothing
 */
char *
vel_column_words_label (const char *text)
{
  const char *key = vel_column_label_key (text);

  if (key != NULL)
    return g_strdup (key);
  while (*text == '*' || *text == ' ')
    text++;
  return g_strchomp (g_strdup (text));
}
