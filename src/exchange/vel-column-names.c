/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the name of a column is looked up: as its letters alone, folded, for
 * "E-Posta Adresi 2" is "epostaadresi" and the number 2.
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-column-names.h"

#include <string.h>

#include "vel-column-dictionary.h"
#include "vel-customer.h"
#include "vel-deal.h"
#include "vel-product.h"
#include "vel-text.h"

/* A longer name is a sentence. */
#define MAX_NAME_LENGTH 80

/* What may stand before or after the name of a phone, an e-mail address, an address or a link. */
static const VelColumnNames label_words[] = {
  { "work", "work business office company is isyeri ofis firma sirket kurumsal" },
  { "home", "home personal private ev kisisel ozel sahsi bireysel" },
  { "mobile", "mobile cell cellular cep gsm mobil" },
  { "fax", "fax faks" },
  { "other", "other diger alternate alternative alternatif ikinci second secondary" },
  { "invoice", "billing invoice fatura" },
  { "shipping", "shipping delivery teslimat sevk sevkiyat" },
  { "", "smtp ex main primary mailing ana birincil first genel iletisim posta" },
};

/* Words that add nothing at the end. The numbers only where a value is one: an account number is
 * no account. */
static const char * const fillers[] = { "bilgisi", "bilgileri", "zorunlu", "required" };
static const char * const number_fillers[] = {
  "numbers", "number", "num", "nr", "numarasi", "numaralari", "numara", "no", "value", "hatti", "listesi",
};

/* The Turkish endings of "his": telefonu, adresi, ünvanı. */
static const char * const endings[] = { "si", "su", "i", "u" };

/* Builds a table from each word of the lists to its target. */
static GHashTable *
build_table (const VelColumnNames *lists,
             gsize                 n_lists)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < n_lists; i++)
    {
      g_auto(GStrv) keys = g_strsplit (lists[i].keys, " ", -1);

      for (char **key = keys; *key != NULL; key++)
        g_hash_table_insert (table, g_strdup (*key), (gpointer) lists[i].target);
    }

  return table;
}

static const char *
find_name (const VelColumnDictionary *dictionary,
           const char                *key)
{
  static GMutex mutex;
  static GHashTable *tables = NULL;
  GHashTable *table;

  g_mutex_lock (&mutex);
  if (tables == NULL)
    tables = g_hash_table_new (NULL, NULL);
  table = g_hash_table_lookup (tables, dictionary);
  if (table == NULL)
    {
      table = build_table (dictionary->names, dictionary->n_names);
      g_hash_table_insert (tables, (gpointer) dictionary, table);
    }
  g_mutex_unlock (&mutex);
  return g_hash_table_lookup (table, key);
}

static const char *
find_label (const char *key)
{
  static gsize once = 0;
  static GHashTable *table = NULL;

  if (g_once_init_enter (&once))
    {
      table = build_table (label_words, G_N_ELEMENTS (label_words));
      g_once_init_leave (&once, 1);
    }

  return g_hash_table_lookup (table, key);
}

static const char *
find_without_ending (const VelColumnDictionary *dictionary,
                     const char                *key)
{
  const char *target = find_name (dictionary, key);

  for (gsize i = 0; target == NULL && i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (key, endings[i]) && strlen (key) > strlen (endings[i]) + 1)
      {
        g_autofree char *stem = g_strndup (key, strlen (key) - strlen (endings[i]));

        target = find_name (dictionary, stem);
      }

  return target;
}

/* Phones, e-mail addresses, addresses and links carry labels. */
static gboolean
takes_label (const char *target)
{
  return g_str_has_prefix (target, "phones") || g_str_has_prefix (target, "emails") ||
         g_str_has_prefix (target, "addresses") || g_str_has_prefix (target, "links");
}

/* The name without one of the words at its end. */
static const char *
find_without_filler (const VelColumnDictionary *dictionary,
                     const char                *key,
                     const char * const        *words,
                     gsize                      n_words)
{
  const char *target = NULL;

  for (gsize i = 0; target == NULL && i < n_words; i++)
    if (g_str_has_suffix (key, words[i]) && strlen (key) > strlen (words[i]))
      {
        g_autofree char *rest = g_strndup (key, strlen (key) - strlen (words[i]));

        target = find_without_ending (dictionary, rest);
      }

  return target;
}

static const char *
find_plain (const VelColumnDictionary *dictionary,
            const char                *key)
{
  const char *target = find_without_ending (dictionary, key);

  if (target == NULL)
    target = find_without_filler (dictionary, key, fillers, G_N_ELEMENTS (fillers));
  if (target != NULL)
    return target;

  target = find_without_filler (dictionary, key, number_fillers, G_N_ELEMENTS (number_fillers));
  return target != NULL && (takes_label (target) || g_str_equal (target, "tax_id") || g_str_equal (target, "iban"))
           ? target
           : NULL;
}

/* A name, @key not empty, behind a label that says nothing or behind none: "(company) main phone". */
static const char *
find_behind_label (const VelColumnDictionary *dictionary,
                   const char                *key)
{
  const char *target = find_plain (dictionary, key);

  for (gsize cut = 1; target == NULL && key[cut] != '\0'; cut++)
    {
      g_autofree char *head = g_strndup (key, cut);
      const char *label = find_label (head);

      if (label != NULL && *label == '\0')
        target = find_plain (dictionary, key + cut);
    }

  return target != NULL && takes_label (target) ? target : NULL;
}

/* "workphone" and "phonework": a label and a name, in either order. */
static const char *
find_labelled (const VelColumnDictionary *dictionary,
               const char                *key,
               const char               **label)
{
  for (gsize cut = 1; key[cut] != '\0'; cut++)
    {
      g_autofree char *head = g_strndup (key, cut);
      const char *tail = key + cut;
      const char *target;

      *label = find_label (head);
      target = *label != NULL ? find_behind_label (dictionary, tail) : NULL;
      if (target != NULL)
        return target;

      *label = find_label (tail);
      target = *label != NULL ? find_behind_label (dictionary, head) : NULL;
      if (target != NULL)
        return target;
    }

  *label = NULL;
  return NULL;
}

static const char *
find_key (const VelColumnDictionary *dictionary,
          const char                *key,
          const char               **label)
{
  const char *target = find_plain (dictionary, key);

  *label = NULL;
  return target != NULL ? target : find_labelled (dictionary, key, label);
}

/**
 * vel_column_name_is_latin:
 * @text: any text
 *
 * A cheap question before a costly one: all the words that columns are known
 * by are Turkish or English, and folding other scripts takes long.
 *
 * Returns: whether @text has no letters but Latin ones
 */
gboolean
vel_column_name_is_latin (const char *text)
{
  /* What begins with C2 to C5 ends before U+0180; CC holds the accents that stand for themselves,
   * E2 80 dashes, quotes and marks of direction. */
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0xc6 && (guchar) *text != 0xcc && !g_str_has_prefix (text, "\xe2\x80"))
      return FALSE;
  return TRUE;
}

/**
 * vel_column_name_key:
 * @name: the name of a column
 * @number: (out) (optional): the number in the name, from 1 to 99, or 0
 *
 * Reduces a name to what does not depend on capitals, accents, spaces and
 * marks. A number counts apart, once.
 *
 * Returns: (transfer full): the key
 */
char *
vel_column_name_key (const char *name,
                     guint      *number)
{
  g_autofree char *folded = vel_text_fold (name);
  g_autoptr(GString) key = g_string_new (NULL);
  guint found = 0;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_ascii_isdigit (*p) && found == 0)
        {
          guint64 value = g_ascii_strtoull (p, (char **) &p, 10);

          if (value >= 1 && value <= 99)
            found = value;
          else
            g_string_append_printf (key, "%" G_GUINT64_FORMAT, value);
          p--;
        }
      else if (g_unichar_isalnum (c))
        g_string_append_unichar (key, c);
    }

  if (number != NULL)
    *number = found;
  return g_strdup (key->str);
}

/**
 * vel_column_name_lookup:
 * @entity: what the rows are
 * @name: the name of a column
 * @label: (out) (transfer none) (nullable): the label that the name adds, "" if it adds none
 * @number: (out): the number in the name, or 0
 *
 * Looks a name up.
 *
 * Returns: (transfer none) (nullable): the text of a match; one that ends with
 *   ? or ~ has another meaning beside certain other columns; %NULL if the name
 *   is not known
 */
const char *
vel_column_name_lookup (const VelEntity  *entity,
                        const char       *name,
                        const char      **label,
                        guint            *number)
{
  const VelColumnDictionary *dictionary = vel_column_dictionary_find (entity);
  g_autofree char *key = NULL;
  const char *target;

  *label = NULL;
  *number = 0;
  if (dictionary == NULL || strlen (name) > MAX_NAME_LENGTH || !vel_column_name_is_latin (name))
    return NULL;
  key = vel_column_name_key (name, number);
  if (*key == '\0')
    return NULL;

  target = find_key (dictionary, key, label);
  for (gsize i = 0; target == NULL && dictionary->owners[i] != NULL; i++)
    if (g_str_has_prefix (key, dictionary->owners[i]) && key[strlen (dictionary->owners[i])] != '\0')
      target = find_key (dictionary, key + strlen (dictionary->owners[i]), label);

  return target;
}

/**
 * vel_column_name_is_known:
 * @entity: (nullable): what the rows are, or %NULL where nobody knows
 * @name: a cell
 *
 * Returns: whether this is the name of a column that Velinimet knows
 */
gboolean
vel_column_name_is_known (const VelEntity *entity,
                          const char      *name)
{
  guint n_entities;
  const VelEntity * const *entities = vel_entity_list (&n_entities);
  const char *label;
  guint number;

  for (guint i = 0; i < n_entities; i++)
    if ((entity == NULL || entity == entities[i]) &&
        vel_column_name_lookup (entities[i], name, &label, &number) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * vel_column_label_key:
 * @word: a label as another program writes it: "* Work", "Cep", "Home Fax"
 *
 * Returns: (transfer none) (nullable): the label's key in the book, "" if it
 *   says nothing ("Main"), or %NULL if it is a word of its own
 */
const char *
vel_column_label_key (const char *word)
{
  g_autofree char *key = NULL;

  if (strlen (word) > MAX_NAME_LENGTH || !vel_column_name_is_latin (word))
    return NULL;
  key = vel_column_name_key (word, NULL);
  if (*key == '\0')
    return "";
  if (strstr (key, "fax") != NULL || strstr (key, "faks") != NULL)
    return "fax";
  return find_label (key);
}

/* Fields without which a table is of something else. */
static const struct
{
  const VelEntity *entity;
  const char      *fields;
} telling[] = {
  { &vel_deal_entity, "stage amount probability expected_close closed lost_reason" },
  { &vel_product_entity, "price" },
};

static guint
count_known (const VelEntity    *entity,
             const char * const *names,
             const char         *only)
{
  g_auto(GStrv) fields = only != NULL ? g_strsplit (only, " ", -1) : NULL;
  guint n_known = 0;

  for (gsize i = 0; names[i] != NULL; i++)
    {
      const char *label;
      guint number;
      const char *target = vel_column_name_lookup (entity, names[i], &label, &number);
      g_autofree char *field = target != NULL ? g_strndup (target, strcspn (target, ".")) : NULL;

      if (field != NULL && (fields == NULL || g_strv_contains ((const char * const *) fields, field)))
        n_known++;
    }
  return n_known;
}

/**
 * vel_column_names_fit:
 * @entity: what the rows of a table may be
 * @names: (array zero-terminated=1): what its columns are called
 *
 * Returns: how many of the columns are known, where they say that the rows are
 *   @entity rather than customers; else 0
 */
guint
vel_column_names_fit (const VelEntity    *entity,
                      const char * const *names)
{
  const guint n_known = count_known (entity, names, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (telling); i++)
    if (telling[i].entity == entity && count_known (entity, names, telling[i].fields) > 0 &&
        n_known > count_known (&vel_customer_entity, names, NULL))
      return n_known;
  return 0;
}
