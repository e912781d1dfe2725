/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-long-search.h"

#include <string.h>

#include "vel-text.h"

/* The index of long texts holds their groups of three letters and nothing
 * else, so it tells which texts may match; each of these is then read and
 * looked at. */

#define MAX_TRIGRAMS 100

typedef struct
{
  const VelEntity *entity;  /* whose long text it is */
  const VelField  *field;
  const VelField  *link;    /* (nullable): what leads from it to what is searched for */
} Source;

static char *
quote (const char *trigram)
{
  g_auto(GStrv) parts = g_strsplit (trigram, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  return g_strdup_printf ("\"%s\"", doubled);
}

/* Every group of three letters of every word, each quoted, all of them wanted;
 * of a page of text that somebody has pasted the beginning is enough. */
static char *
match_expression (char **words)
{
  g_autoptr(GString) expression = g_string_new (NULL);
  guint n_trigrams = 0;

  for (guint w = 0; words[w] != NULL; w++)
    {
      const glong length = g_utf8_strlen (words[w], -1);

      for (glong i = 0; i + 3 <= length && n_trigrams < MAX_TRIGRAMS; i++, n_trigrams++)
        {
          g_autofree char *trigram = g_utf8_substring (words[w], i, i + 3);
          g_autofree char *quoted = quote (trigram);

          g_string_append_printf (expression, "%s%s", expression->len > 0 ? " AND " : "", quoted);
        }
    }
  return expression->len > 0 ? g_strdup (expression->str) : NULL;
}

static gboolean
holds_all (const char  *text,
           char       **words)
{
  g_autofree char *fold = vel_text_fold (text);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (fold, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
look (VelDatabase   *database,
      const Source  *source,
      const char    *expression,
      char         **words,
      GHashTable    *found,
      GError       **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT t.%s, t.%s FROM long_text l JOIN %s t ON t.id = l.rowid"
                                          " WHERE l.long_text MATCH ?1",
                                          source->link != NULL ? source->link->name : "id",
                                          source->field->name, source->entity->name);
  g_autoptr(VelStatement) statement = vel_database_prepare (database, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  vel_statement_bind_text (statement, 1, expression);
  while (TRUE)
    {
      gint64 id;

      if (!vel_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      id = sqlite3_column_int64 (statement, 0);
      if (!g_hash_table_contains (found, &id) &&
          holds_all ((const char *) sqlite3_column_text (statement, 1), words))
        g_hash_table_add (found, g_memdup2 (&id, sizeof id));
    }
}

static const VelField *
find_link (const VelEntity *from,
           const VelEntity *to)
{
  for (guint i = 0; i < from->n_fields; i++)
    if (from->fields[i].type == VEL_FIELD_LINK && g_str_equal (from->fields[i].target, to->name))
      return &from->fields[i];
  return NULL;
}

/**
 * vel_long_search:
 * @database: a connection
 * @entity: what is searched for
 * @text: what the user typed
 * @error: (out): a #VelStoreError or %G_IO_ERROR_CANCELLED
 *
 * Finds the records of @entity whose long texts, or those of the records that
 * point to them, hold every word of @text; of words shorter than three letters
 * alone nothing is found.
 *
 * Returns: (transfer full) (nullable): a set of ids
 */
GHashTable *
vel_long_search (VelDatabase      *database,
                 const VelEntity  *entity,
                 const char       *text,
                 GError          **error)
{
  g_autoptr(GHashTable) found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree char *fold = vel_text_fold (text);
  g_auto(GStrv) words = g_strsplit_set (fold, " \t\n", -1);
  g_autofree char *expression = match_expression (words);
  guint n_entities;
  const VelEntity * const *entities = vel_entity_list (&n_entities);

  if (expression == NULL)
    return g_steal_pointer (&found);
  for (guint e = 0; e < n_entities; e++)
    for (guint i = 0; i < entities[e]->n_fields; i++)
      {
        Source source = { entities[e], &entities[e]->fields[i], NULL };

        if (source.field->type != VEL_FIELD_LONG_TEXT)
          continue;
        if (source.entity != entity && (source.link = find_link (source.entity, entity)) == NULL)
          continue;
        if (!look (database, &source, expression, words, found, error))
          return NULL;
      }
  return g_steal_pointer (&found);
}
