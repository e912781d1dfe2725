/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-entity-sql.h"

#include <glib/gi18n-lib.h>

#include "vel-store-error.h"

/* Every name that becomes SQL here is a constant of a field table; what users
 * type is bound. In all of it the record's table is called "t". */

static char *
derive_field (const VelEntity *entity,
              const VelField  *field)
{
  const VelEntity *via;
  const VelField *link;
  const char *order;

  if (field->derive == VEL_DERIVE_FIRST)
    return g_strdup_printf ("t.%s ->> '$[0].%s'", field->via, field->to);
  if (field->derive == VEL_DERIVE_LINKED)
    return g_strdup_printf ("(SELECT n.%s FROM %s n WHERE n.id = t.%s)",
                            field->to, vel_entity_find_field (entity, field->via)->target, field->via);

  via = vel_entity_find (field->via);
  order = vel_entity_find_field (via, "position") != NULL ? "v.position, v.id" : "v.id";
  link = vel_entity_find_field (via, field->to);

  switch (field->derive)
    {
    case VEL_DERIVE_EARLIEST:
      return g_strdup_printf ("(SELECT min (v.%s) FROM %s v WHERE v.%s = t.id)", field->to, field->via, field->from);

    case VEL_DERIVE_LATEST:
      return g_strdup_printf ("(SELECT max (v.%s) FROM %s v WHERE v.%s = t.id)", field->to, field->via, field->from);

    case VEL_DERIVE_NEXT:
      return g_strdup_printf ("(SELECT min (v.%s) FROM %s v WHERE v.%s = t.id AND v.%s IS NULL)",
                              field->to, field->via, field->from, via->done_field);

    case VEL_DERIVE_DETAIL:
      return g_strdup_printf ("(SELECT v.%s FROM %s v WHERE v.%s = t.id ORDER BY %s LIMIT 1)",
                              field->to, field->via, field->from, order);

    case VEL_DERIVE_NAME:
      return g_strdup_printf ("(SELECT n.name FROM %s v JOIN %s n ON n.id = v.%s WHERE v.%s = t.id"
                              " ORDER BY %s LIMIT 1)",
                              field->via, link->target, field->to, field->from, order);

    case VEL_DERIVE_NAMES:
      return g_strdup_printf ("(SELECT nullif (json_group_array (name), '[]') FROM"
                              " (SELECT n.name FROM %s v JOIN %s n ON n.id = v.%s WHERE v.%s = t.id ORDER BY %s))",
                              field->via, link->target, field->to, field->from, order);

    case VEL_DERIVE_NOT:
    case VEL_DERIVE_FIRST:
    case VEL_DERIVE_LINKED:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * vel_entity_sql_field:
 * @entity: an entity
 * @field: the name of a field of it, or "custom." and the name of a custom field
 *
 * The value of @field of the row of the table called "t". That of a custom
 * field needs its name bound to the parameter named :custom.
 *
 * Returns: (transfer full) (nullable): an expression, or %NULL where there is no such field
 */
char *
vel_entity_sql_field (const VelEntity *entity,
                      const char      *field)
{
  const VelField *described;

  if (g_str_equal (field, "id"))
    return g_strdup ("t.id");
  described = vel_entity_find_field (entity, field);
  if (described == NULL)
    return NULL;
  return vel_field_is_stored (described) ? g_strdup_printf ("t.%s", described->name)
                                         : derive_field (entity, described);
}

/**
 * vel_entity_sql_select:
 * @entity: an entity
 *
 * Returns: (transfer full): "SELECT id, every field FROM table t", to be continued
 */
char *
vel_entity_sql_select (const VelEntity *entity)
{
  g_autoptr(GString) sql = g_string_new ("SELECT t.id");

  for (guint i = 0; i < entity->n_fields; i++)
    {
      g_autofree char *expression = vel_entity_sql_field (entity, entity->fields[i].name);

      g_string_append_printf (sql, ", %s", expression);
    }
  g_string_append_printf (sql, " FROM %s t", entity->name);
  return g_strdup (sql->str);
}

/**
 * vel_entity_sql_insert:
 * @entity: an entity
 *
 * Returns: (transfer full): an INSERT of the id and every stored field, in their order
 */
char *
vel_entity_sql_insert (const VelEntity *entity)
{
  g_autoptr(GString) columns = g_string_new ("id");
  g_autoptr(GString) places = g_string_new ("?");

  for (guint i = 0; i < entity->n_fields; i++)
    {
      if (!vel_field_is_stored (&entity->fields[i]))
        continue;
      g_string_append_printf (columns, ", %s", entity->fields[i].name);
      g_string_append (places, ", ?");
    }
  return g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", entity->name, columns->str, places->str);
}

/**
 * vel_entity_sql_read:
 * @database: a connection
 * @entity: an entity
 * @id: the record
 * @values: (out caller-allocates) (array): initialised values, one a field
 * @error: (out): %VEL_STORE_ERROR_NOT_FOUND, or what the engine says
 *
 * Returns: whether the record was read
 */
gboolean
vel_entity_sql_read (VelDatabase      *database,
                     const VelEntity  *entity,
                     gint64            id,
                     VelValue         *values,
                     GError          **error)
{
  static GHashTable *selects = NULL;  /* (owned): entity -> SQL, built once */
  static GMutex mutex;
  g_autoptr(VelStatement) statement = NULL;
  const char *sql;
  gboolean row;

  g_mutex_lock (&mutex);
  if (selects == NULL)
    selects = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  sql = g_hash_table_lookup (selects, entity);
  if (sql == NULL)
    {
      g_autofree char *select = vel_entity_sql_select (entity);
      char *whole = g_strconcat (select, " WHERE t.id = ?1", NULL);

      g_hash_table_insert (selects, (gpointer) entity, whole);
      sql = whole;
    }
  g_mutex_unlock (&mutex);

  statement = vel_database_prepare (database, sql, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  if (!vel_database_step (database, statement, &row, error))
    return FALSE;
  if (!row)
    {
      g_autofree char *shown = g_strdup_printf ("%" G_GINT64_FORMAT, id);

      g_set_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_NOT_FOUND,
                   _("There is no %s with the id %s."), entity->name, shown);
      return FALSE;
    }
  for (guint i = 0; i < entity->n_fields; i++)
    vel_statement_read (statement, i + 1, &values[i]);
  return TRUE;
}
