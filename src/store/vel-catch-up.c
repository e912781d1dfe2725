/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-catch-up.h"

#include "vel-changeset.h"

/* Past this many bytes of changesets it is cheaper to look at everything anew. */
#define MANY_BYTES (4 * 1024 * 1024)

static gboolean
add_linked (VelDatabase      *database,
            VelDelta         *delta,
            const VelEntity  *via,
            const char       *wanted,
            const char       *known,
            const VelEntity  *owner,
            gint64            id,
            GError          **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE %s = ?1", wanted, via->name, known);
  g_autoptr(VelStatement) statement = vel_database_prepare (database, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  while (TRUE)
    {
      if (!vel_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      vel_delta_add (delta, owner, sqlite3_column_int64 (statement, 0));
    }
}

/* A row by which a field of another record is computed touches that record. */
static gboolean
add_owner (const VelRowChange  *row,
           const VelEntity     *owner,
           const VelField      *derived,
           VelDelta            *delta,
           GError             **error)
{
  const guint link = vel_entity_field_index (row->entity, derived->from);
  g_auto(VelValue) value = VEL_VALUE_INIT;
  gboolean told = FALSE;

  for (int after = 0; after <= 1; after++)
    if (vel_row_change_field (row, link, after, &value) && value.kind == VEL_VALUE_INTEGER)
      {
        vel_delta_add (delta, owner, value.integer);
        told = TRUE;
      }
  return told || add_linked (row->database, delta, row->entity, derived->from, "id", owner, row->id, error);
}

/* Who shows a field of another record is touched when that field is. */
static gboolean
add_linking (const VelRowChange  *row,
             const VelEntity     *entity,
             const VelField      *derived,
             VelDelta            *delta,
             GError             **error)
{
  const VelField *link = vel_entity_find_field (entity, derived->via);
  g_auto(VelValue) value = VEL_VALUE_INIT;

  if (row->operation != SQLITE_UPDATE || !g_str_equal (link->target, row->entity->name) ||
      !vel_row_change_field (row, vel_entity_field_index (row->entity, derived->to), TRUE, &value))
    return TRUE;
  return add_linked (row->database, delta, entity, "id", derived->via, entity, row->id, error);
}

static gboolean
add_row (const VelRowChange  *row,
         gpointer             user_data,
         GError             **error)
{
  VelDelta *delta = user_data;
  guint n_entities;
  const VelEntity * const *entities = vel_entity_list (&n_entities);

  vel_delta_add (delta, row->entity, row->id);
  for (guint e = 0; e < n_entities; e++)
    for (guint i = 0; i < entities[e]->n_fields; i++)
      {
        const VelField *field = &entities[e]->fields[i];
        const VelEntity *via;

        if (field->derive == VEL_DERIVE_NOT || field->derive == VEL_DERIVE_FIRST)
          continue;
        if (field->derive == VEL_DERIVE_LINKED)
          {
            if (!add_linking (row, entities[e], field, delta, error))
              return FALSE;
            continue;
          }
        via = vel_entity_find (field->via);
        if (via == row->entity && !add_owner (row, entities[e], field, delta, error))
          return FALSE;

        /* Who bears the name of another record is touched when that is. */
        if ((field->derive == VEL_DERIVE_NAME || field->derive == VEL_DERIVE_NAMES) &&
            row->operation == SQLITE_UPDATE &&
            g_str_equal (vel_entity_find_field (via, field->to)->target, row->entity->name) &&
            !add_linked (row->database, delta, via, field->from, field->to, entities[e], row->id, error))
          return FALSE;
      }
  return TRUE;
}

/**
 * vel_catch_up:
 * @database: a connection
 * @seq: (inout): the newest change that is known, and then the newest there is
 * @delta: becomes also what was touched
 * @error: (out): a #VelStoreError
 *
 * Reads from history what was done, undone and redone since @seq, by whichever
 * program.
 *
 * Returns: whether history could be read
 */
gboolean
vel_catch_up (VelDatabase  *database,
              gint64       *seq,
              VelDelta     *delta,
              GError      **error)
{
  g_autoptr(VelStatement) statement = vel_database_prepare (
    database, "SELECT seq, length (changeset), changeset, first_id FROM history WHERE seq > ?1 ORDER BY seq", error);
  gsize n_bytes = 0;
  gboolean row;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, *seq);
  while (TRUE)
    {
      if (!vel_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      *seq = sqlite3_column_int64 (statement, 0);
      n_bytes += sqlite3_column_int64 (statement, 1);
      if (n_bytes > MANY_BYTES || sqlite3_column_type (statement, 3) != SQLITE_NULL)
        vel_delta_set_all (delta);
      else if (!vel_changeset_each (database, sqlite3_column_blob (statement, 2),
                                    sqlite3_column_bytes (statement, 2), add_row, delta, error))
        return FALSE;
    }
}
