/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-changeset.h"

/* The number of the column of a stored field: the tables hold the id, then the
 * stored fields, but migrations may have added columns in another order than
 * the field table has them. So the columns are looked up by name, once an
 * entity and connection. */
static int
column_of (VelDatabase     *database,
           const VelEntity *entity,
           guint            field)
{
  static GHashTable *columns = NULL;  /* (owned): entity -> int[] */
  static GMutex mutex;
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);
  int *found;

  if (columns == NULL)
    columns = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  found = g_hash_table_lookup (columns, entity);
  if (found == NULL)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT name, cid FROM pragma_table_info ('%s')", entity->name);
      g_autoptr(VelStatement) statement = vel_database_prepare (database, sql, NULL);

      found = g_new (int, entity->n_fields);
      for (guint i = 0; i < entity->n_fields; i++)
        found[i] = -1;
      while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
        {
          guint index = vel_entity_field_index (entity, (const char *) sqlite3_column_text (statement, 0));

          if (index != VEL_NO_FIELD)
            found[index] = sqlite3_column_int (statement, 1);
        }
      g_hash_table_insert (columns, (gpointer) entity, found);
    }
  return found[field];
}

/**
 * vel_changeset_each:
 * @database: a connection to the book
 * @changeset: (array length=size): what one change did, as the engine recorded it
 * @size: its length in bytes
 * @func: (scope call): called for each row
 * @user_data: given to @func
 * @error: (out): what @func reports, or a #VelStoreError
 *
 * Returns: whether all rows were visited
 */
gboolean
vel_changeset_each (VelDatabase       *database,
                    gconstpointer      changeset,
                    int                size,
                    VelRowChangeFunc   func,
                    gpointer           user_data,
                    GError           **error)
{
  VelRowChange row = { .database = database };
  gboolean done = TRUE;
  int code;

  if (size == 0)
    return TRUE;
  code = sqlite3changeset_start (&row.iter, size, (void *) changeset);
  if (code != SQLITE_OK)
    return vel_database_fail (database, code, error);
  while (done && (code = sqlite3changeset_next (row.iter)) == SQLITE_ROW)
    {
      const char *table;
      int n_columns;
      sqlite3_value *id;

      sqlite3changeset_op (row.iter, &table, &n_columns, &row.operation, NULL);
      if (row.entity == NULL || !g_str_equal (row.entity->name, table))
        row.entity = vel_entity_find (table);
      if (row.entity == NULL)
        continue;
      if (row.operation == SQLITE_INSERT)
        sqlite3changeset_new (row.iter, 0, &id);
      else
        sqlite3changeset_old (row.iter, 0, &id);
      row.id = sqlite3_value_int64 (id);
      done = func (&row, user_data, error);
    }
  code = sqlite3changeset_finalize (row.iter);
  if (done && code != SQLITE_OK)
    return vel_database_fail (database, code, error);
  return done;
}

/**
 * vel_row_change_field:
 * @row: a row in a changeset
 * @field: the index of a stored field
 * @after: whether to read the new value; the old one otherwise
 * @value: (out caller-allocates): an initialised value
 *
 * Returns: whether the changeset tells: an update tells only of what it
 *   changed, an insert has nothing old and a deletion nothing new
 */
gboolean
vel_row_change_field (const VelRowChange *row,
                      guint               field,
                      gboolean            after,
                      VelValue           *value)
{
  sqlite3_value *found = NULL;
  const int column = column_of (row->database, row->entity, field);

  if (column < 0)
    return FALSE;
  if (after && row->operation != SQLITE_DELETE)
    sqlite3changeset_new (row->iter, column, &found);
  else if (!after && row->operation != SQLITE_INSERT)
    sqlite3changeset_old (row->iter, column, &found);
  if (found == NULL)
    return FALSE;

  switch (sqlite3_value_type (found))
    {
    case SQLITE_NULL:
      vel_value_clear (value);
      break;

    case SQLITE_INTEGER:
      vel_value_set_integer (value, sqlite3_value_int64 (found));
      break;

    default:
      vel_database_take_text (sqlite3_value_text (found), value);
      break;
    }
  return TRUE;
}
