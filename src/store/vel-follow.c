/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-follow.h"

#include "vel-changeset.h"
#include "vel-rings.h"
#include "vel-task.h"
#include "vel-text.h"

/* What follows from the rows of entities and lies in tables of its own: the
 * order of names, the index of long texts, and when tasks ring. They are brought
 * up to date from the changeset of a change, in its transaction, forwards and
 * backwards alike; none is recorded in history. */

typedef struct
{
  VelDatabase *database;
  VelCollator *collator;
  gboolean     with_inserts;
} Follow;

static gboolean
write_order (Follow          *self,
             const char      *verb,
             const char      *rest,
             const VelEntity *entity,
             gint64           id,
             const char      *name,
             GError         **error)
{
  g_autofree char *sql = g_strconcat (verb, " ", entity->name, "_order ", rest, NULL);
  g_autoptr(VelStatement) statement = vel_database_prepare (self->database, sql, error);
  g_autofree guint8 *key = NULL;
  gsize length;

  if (statement == NULL)
    return FALSE;
  key = vel_collator_key (self->collator, name, &length);
  sqlite3_bind_blob (statement, 1, key, length, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, id);
  return vel_database_run (self->database, statement, error);
}

static gboolean
follow_order (Follow              *self,
              const VelRowChange  *row,
              GError             **error)
{
  const guint field = vel_entity_field_index (row->entity, row->entity->name_field);
  g_auto(VelValue) before = VEL_VALUE_INIT;
  g_auto(VelValue) after = VEL_VALUE_INIT;

  if (vel_row_change_field (row, field, FALSE, &before) &&
      !write_order (self, "DELETE FROM", "WHERE key = ?1 AND id = ?2", row->entity, row->id, before.text, error))
    return FALSE;
  if (vel_row_change_field (row, field, TRUE, &after) &&
      !write_order (self, "INSERT OR IGNORE INTO", "(key, id) VALUES (?1, ?2)",
                    row->entity, row->id, after.text, error))
    return FALSE;
  return TRUE;
}

static gboolean
write_long_text (Follow      *self,
                 const char  *sql,
                 gint64       id,
                 const char  *text,
                 GError     **error)
{
  g_autoptr(VelStatement) statement = NULL;
  g_autofree char *fold = NULL;

  if (text == NULL || *text == '\0')
    return TRUE;
  statement = vel_database_prepare (self->database, sql, error);
  if (statement == NULL)
    return FALSE;
  fold = vel_text_fold (text);
  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_text (statement, 2, fold, -1, SQLITE_STATIC);
  return vel_database_run (self->database, statement, error);
}

static gboolean
follow_long_text (Follow              *self,
                  const VelRowChange  *row,
                  guint                field,
                  GError             **error)
{
  g_auto(VelValue) before = VEL_VALUE_INIT;
  g_auto(VelValue) after = VEL_VALUE_INIT;

  if (vel_row_change_field (row, field, FALSE, &before) &&
      !write_long_text (self, "INSERT INTO long_text (long_text, rowid, text) VALUES ('delete', ?1, ?2)",
                        row->id, before.text, error))
    return FALSE;
  if (vel_row_change_field (row, field, TRUE, &after) &&
      !write_long_text (self, "INSERT INTO long_text (rowid, text) VALUES (?1, ?2)", row->id, after.text, error))
    return FALSE;
  return TRUE;
}

static gboolean
follow_row (const VelRowChange  *row,
            gpointer             user_data,
            GError             **error)
{
  Follow *self = user_data;

  if (row->operation == SQLITE_INSERT && !self->with_inserts)
    return TRUE;
  if (row->entity->is_sorted && !follow_order (self, row, error))
    return FALSE;
  for (guint i = 0; i < row->entity->n_fields; i++)
    if (row->entity->fields[i].type == VEL_FIELD_LONG_TEXT && !follow_long_text (self, row, i, error))
      return FALSE;
  return row->entity != &vel_task_entity || vel_rings_follow (self->database, row->id, error);
}

/**
 * vel_follow_insert:
 * @database: a connection, in the transaction of the change
 * @collator: the order of names
 * @entity: what was added
 * @id: the new record
 * @values: (array): its values, one a field
 * @error: (out): a #VelStoreError
 *
 * As vel_follow_changeset(), for one record at once, so that what a change adds
 * is found within it.
 *
 * Returns: whether what lies in tables of its own has followed
 */
gboolean
vel_follow_insert (VelDatabase      *database,
                   VelCollator      *collator,
                   const VelEntity  *entity,
                   gint64            id,
                   const VelValue   *values,
                   GError          **error)
{
  Follow self = { database, collator, TRUE };

  if (entity->is_sorted &&
      !write_order (&self, "INSERT OR IGNORE INTO", "(key, id) VALUES (?1, ?2)", entity, id,
                    values[vel_entity_field_index (entity, entity->name_field)].text, error))
    return FALSE;
  for (guint i = 0; i < entity->n_fields; i++)
    if (entity->fields[i].type == VEL_FIELD_LONG_TEXT &&
        !write_long_text (&self, "INSERT INTO long_text (rowid, text) VALUES (?1, ?2)", id, values[i].text, error))
      return FALSE;
  return entity != &vel_task_entity || vel_rings_follow (database, id, error);
}

/**
 * vel_follow_changeset:
 * @database: a connection, in the transaction of the change
 * @collator: the order of names
 * @changeset: (array length=size): what the change did
 * @size: its length in bytes
 * @with_inserts: whether rows that were added have not been followed yet, one by one
 * @error: (out): a #VelStoreError
 *
 * Returns: whether what lies in tables of its own has followed
 */
gboolean
vel_follow_changeset (VelDatabase    *database,
                      VelCollator    *collator,
                      gconstpointer   changeset,
                      int             size,
                      gboolean        with_inserts,
                      GError        **error)
{
  Follow self = { database, collator, with_inserts };

  return vel_changeset_each (database, changeset, size, follow_row, &self, error);
}

static gboolean
rebuild_order (Follow          *self,
               const VelEntity *entity,
               GError         **error)
{
  g_autofree char *clear = g_strdup_printf ("DELETE FROM %s_order", entity->name);
  g_autofree char *select = g_strdup_printf ("SELECT id, %s FROM %s", entity->name_field, entity->name);
  g_autoptr(VelStatement) statement = NULL;
  gboolean row;

  if (!vel_database_exec (self->database, clear, error) ||
      (statement = vel_database_prepare (self->database, select, error)) == NULL)
    return FALSE;
  while (TRUE)
    {
      if (!vel_database_step (self->database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (!write_order (self, "INSERT INTO", "(key, id) VALUES (?1, ?2)", entity,
                        sqlite3_column_int64 (statement, 0),
                        (const char *) sqlite3_column_text (statement, 1), error))
        return FALSE;
    }
}

/**
 * vel_follow_rebuild:
 * @database: a connection, in a transaction
 * @collator: the order of names
 * @error: (out): a #VelStoreError
 *
 * Makes the order of names anew, in the order of @collator.
 *
 * Returns: whether it was made
 */
gboolean
vel_follow_rebuild (VelDatabase  *database,
                    VelCollator  *collator,
                    GError      **error)
{
  Follow self = { database, collator, TRUE };
  guint n_entities;
  const VelEntity * const *entities = vel_entity_list (&n_entities);

  for (guint i = 0; i < n_entities; i++)
    if (entities[i]->is_sorted && !rebuild_order (&self, entities[i], error))
      return FALSE;
  return TRUE;
}
