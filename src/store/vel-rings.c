/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-rings.h"

#include "vel-due.h"
#include "vel-entity-sql.h"
#include "vel-store-error.h"
#include "vel-task.h"

/* When each open task rings, and which ring has been told: a table beside that of
 * the tasks. When it rings follows from the task, as the order of names follows
 * from names. That it has rung is no change that a user has made: it has no place
 * in history, for undo must not take it for the last thing done, and the undo of
 * a deletion must not forget it. So what was told stays there when the task goes. */

/**
 * vel_rings_hour:
 * @database: a connection
 * @error: (out): a #VelStoreError
 *
 * Returns: (transfer full) (nullable): the time of day at which tasks ring that
 *   have a day only, "09:00"
 */
char *
vel_rings_hour (VelDatabase  *database,
                GError      **error)
{
  g_autoptr(VelStatement) statement = vel_database_prepare (
    database, "SELECT value FROM setting WHERE name = '" VEL_TASK_HOUR_SETTING "'", error);
  g_autofree char *whole = NULL;
  const char *hour;
  gboolean row;
  VelDue due;

  if (statement == NULL || !vel_database_step (database, statement, &row, error))
    return NULL;
  hour = row ? (const char *) sqlite3_column_text (statement, 0) : NULL;
  whole = vel_due_set_hour ("2000-01-01", hour != NULL ? hour : VEL_TASK_HOUR);
  return g_strdup (vel_due_split (whole, &due) && due.has_time && hour != NULL ? hour : VEL_TASK_HOUR);
}

static gboolean
write_ring (VelDatabase  *database,
            gint64        id,
            const char   *at,
            gboolean      is_dated,
            GError      **error)
{
  /* What was told of a task that is not there, or does not ring, is kept; there is no row for nothing. */
  g_autoptr(VelStatement) statement = vel_database_prepare (
    database,
    at != NULL ? "INSERT INTO task_ring (id, at, dated) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET at = ?2, dated = ?3"
               : "UPDATE task_ring SET at = NULL WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  if (at != NULL)
    {
      vel_statement_bind_text (statement, 2, at);
      sqlite3_bind_int (statement, 3, is_dated);
    }
  return vel_database_run (database, statement, error);
}

/**
 * vel_rings_follow:
 * @database: a connection, in the transaction of a change
 * @id: a task that was added, changed or deleted
 * @error: (out): a #VelStoreError
 *
 * Returns: whether it is known again when the task rings
 */
gboolean
vel_rings_follow (VelDatabase  *database,
                  gint64        id,
                  GError      **error)
{
  g_autoptr(GError) local_error = NULL;
  VelValue *values = g_new0 (VelValue, vel_task_entity.n_fields);
  g_autofree char *at = NULL;
  gboolean is_dated = FALSE;
  const gboolean found = vel_entity_sql_read (database, &vel_task_entity, id, values, &local_error);

  if (found)
    at = vel_task_get_ring (values, &is_dated);
  for (guint i = 0; i < vel_task_entity.n_fields; i++)
    vel_value_clear (&values[i]);
  g_free (values);
  if (!found && !g_error_matches (local_error, VEL_STORE_ERROR, VEL_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return write_ring (database, id, at, is_dated, error);
}

/**
 * vel_rings_tell:
 * @database: a connection, in a transaction
 * @id: a task
 * @at: the moment that has been told, as vel_task_get_ring() gives it
 * @error: (out): a #VelStoreError
 *
 * Returns: whether it is noted that the task need not ring for that moment
 */
gboolean
vel_rings_tell (VelDatabase  *database,
                gint64        id,
                const char   *at,
                GError      **error)
{
  g_autoptr(VelStatement) statement = vel_database_prepare (
    database, "INSERT INTO task_ring (id, dated, told) VALUES (?1, 0, ?2) ON CONFLICT DO UPDATE SET told = ?2", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  vel_statement_bind_text (statement, 2, at);
  return vel_database_run (database, statement, error);
}
