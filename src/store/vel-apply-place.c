/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-apply-private.h"

/* Places in lists that the user arranges. Each is a number; between two there
 * is room for many, so that a record that moves is the only one to be written.
 * Where the room is used up the list is numbered anew. */
#define STEP (G_GINT64_CONSTANT (1) << 32)

/* The condition that a row is in the list: of the same scope, if there is one. */
static char *
make_condition (const VelEntity *entity)
{
  const VelField *place = vel_entity_find_field (entity, "position");

  return place->via != NULL ? g_strdup_printf ("%s = ?1", place->via) : g_strdup ("?1 IS NULL");
}

static void
bind_scope (VelStatement    *statement,
            const VelEntity *entity,
            const VelValue  *values)
{
  const VelField *place = vel_entity_find_field (entity, "position");

  if (place->via != NULL)
    vel_statement_bind (statement, 1, &values[vel_entity_field_index (entity, place->via)]);
}

static gboolean
ask (VelApply        *self,
     const VelEntity *entity,
     const VelValue  *values,
     const char      *what,
     const char      *which,
     gint64           parameter,
     gint64           id,
     gint64           before,
     gint64          *place,
     gboolean        *found,
     GError         **error)
{
  g_autofree char *condition = make_condition (entity);
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE %s AND id <> ?3 AND %s",
                                          what, entity->name, condition, which);
  g_autoptr(VelStatement) statement = vel_database_prepare (self->database, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  bind_scope (statement, entity, values);
  sqlite3_bind_int64 (statement, 2, parameter);
  sqlite3_bind_int64 (statement, 3, id);
  if (before != 0)
    sqlite3_bind_int64 (statement, 4, before);
  if (!vel_database_step (self->database, statement, &row, error))
    return FALSE;
  *found = row && sqlite3_column_type (statement, 0) != SQLITE_NULL;
  *place = *found ? sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}

static gboolean
number_anew (VelApply        *self,
             const VelEntity *entity,
             const VelValue  *values,
             GError         **error)
{
  g_autofree char *condition = make_condition (entity);
  g_autofree char *select = g_strdup_printf ("SELECT id FROM %s WHERE %s ORDER BY position, id", entity->name, condition);
  g_autofree char *update = g_strdup_printf ("UPDATE %s SET position = ?1 WHERE id = ?2", entity->name);
  g_autoptr(VelStatement) read = vel_database_prepare (self->database, select, error);
  g_autoptr(VelStatement) write = vel_database_prepare (self->database, update, error);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row;

  if (read == NULL || write == NULL)
    return FALSE;
  bind_scope (read, entity, values);
  while (TRUE)
    {
      gint64 id;

      if (!vel_database_step (self->database, read, &row, error))
        return FALSE;
      if (!row)
        break;
      id = sqlite3_column_int64 (read, 0);
      g_array_append_val (ids, id);
    }
  for (guint i = 0; i < ids->len; i++)
    {
      sqlite3_bind_int64 (write, 1, (i + 1) * STEP);
      sqlite3_bind_int64 (write, 2, g_array_index (ids, gint64, i));
      if (!vel_database_run (self->database, write, error))
        return FALSE;
    }
  return TRUE;
}

/* The place between @before and what stands before that. */
static gboolean
choose (VelApply         *self,
        const VelEntity  *entity,
        gint64            id,
        gint64            before,
        const VelValue   *values,
        gint64           *chosen,
        gboolean         *is_tight,
        GError          **error)
{
  gint64 upper;
  gint64 lower;
  gboolean found = FALSE;

  *is_tight = FALSE;
  if (before != 0 && !ask (self, entity, values, "position", "id = ?2", before, id, 0, &upper, &found, error))
    return FALSE;
  if (!found)
    {
      if (!ask (self, entity, values, "max (position)", "?2 IS NOT NULL", 0, id, 0, &lower, &found, error))
        return FALSE;
      *chosen = lower + STEP;
      return TRUE;
    }
  /* Two may stand on one place where an undo out of turn has put one there; the
   * older is then the one before. */
  if (!ask (self, entity, values, "max (position)", "position <= ?2 AND (position < ?2 OR id < ?4)",
            upper, id, before, &lower, &found, error))
    return FALSE;
  if (!found)
    lower = upper - 2 * STEP;
  *chosen = lower + (upper - lower) / 2;
  *is_tight = *chosen == lower;
  return TRUE;
}

/* Puts into @values, one a field, the place before @before in the list that
 * they tell, or its end where that is 0; where it is -1, its beginning. */
gboolean
vel_apply_place (VelApply         *self,
                 const VelEntity  *entity,
                 gint64            id,
                 gint64            before,
                 VelValue         *values,
                 GError          **error)
{
  gint64 chosen;
  gboolean is_tight = FALSE;
  gboolean found;

  if (before == -1)
    {
      if (!ask (self, entity, values, "min (position)", "?2 IS NOT NULL", 0, id, 0, &chosen, &found, error))
        return FALSE;
      chosen -= STEP;
    }
  else
    {
      if (!choose (self, entity, id, before, values, &chosen, &is_tight, error))
        return FALSE;
      if (is_tight && (!number_anew (self, entity, values, error) ||
                       !choose (self, entity, id, before, values, &chosen, &is_tight, error)))
        return FALSE;
    }
  vel_value_set_integer (&values[vel_entity_field_index (entity, "position")], chosen);
  return TRUE;
}
