/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-query-sql.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vel-entity-sql.h"
#include "vel-store-error.h"
#include "vel-text.h"

/* A filter becomes a condition in SQL. Names come from the field tables; every
 * value, and the name of every custom field, is bound. */

typedef struct
{
  const VelEntity *entity;
  GString         *sql;
  GArray          *binds;  /* (element-type VelValue) */
} Builder;

typedef struct
{
  gint64  id;
  gint64  integer;
  char   *text;  /* (owned by the interned set) (nullable) */
  gboolean empty;
} Sortable;

static int
add_bind (Builder  *self,
          VelValue *value)
{
  g_array_append_vals (self->binds, value, 1);
  *value = (VelValue) VEL_VALUE_INIT;
  return self->binds->len;
}

static int
bind_text (Builder *self,
           char    *text)
{
  VelValue value = VEL_VALUE_INIT;

  vel_value_take_text (&value, text);
  return add_bind (self, &value);
}

static int
bind_integer (Builder *self,
              gint64   integer)
{
  VelValue value = VEL_VALUE_INIT;

  vel_value_set_integer (&value, integer);
  return add_bind (self, &value);
}

static char *
field_expression (Builder     *self,
                  const char  *name,
                  GError     **error)
{
  char *expression;

  if (g_str_has_prefix (name, "custom.") && vel_entity_find_field (self->entity, "custom") != NULL)
    return g_strdup_printf ("(SELECT j.value FROM json_each (t.custom) j WHERE j.key = ?%d)",
                            bind_text (self, g_strdup (name + strlen ("custom."))));
  expression = vel_entity_sql_field (self->entity, name);
  if (expression == NULL)
    g_set_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_INVALID,
                 _("“%s” is not a field of %s."), name, self->entity->name);
  return expression;
}

static gboolean
holds_integers (const Builder *self,
                const char    *name)
{
  const VelField *field = vel_entity_find_field (self->entity, name);

  return g_str_equal (name, "id") || (field != NULL && vel_field_is_integer (field));
}

/* Keys of choices are written in one way only. */
static gboolean
holds_keys (const Builder *self,
            const char    *name)
{
  const VelField *field = vel_entity_find_field (self->entity, name);

  return field != NULL && field->type == VEL_FIELD_CHOICE;
}

/* The order that the user has made: an index has it mostly. */
static gboolean
is_place_field (const VelEntity *entity,
                const char      *name)
{
  const VelField *field = vel_entity_find_field (entity, name);

  return field != NULL && field->type == VEL_FIELD_PLACE;
}

static gboolean
holds_words (const Builder *self,
             const char    *name)
{
  const VelField *field = vel_entity_find_field (self->entity, name);

  return field != NULL && field->type == VEL_FIELD_WORDS;
}

static int
bind_value (Builder    *self,
            const char *name,
            const char *value)
{
  return holds_integers (self, name) ? bind_integer (self, g_ascii_strtoll (value, NULL, 10))
                                     : bind_text (self, vel_text_fold (value));
}

/* A number is never the empty text, and an index of the open ones can serve it. */
static void
add_empty (Builder    *self,
           const char *field,
           const char *expression)
{
  if (holds_integers (self, field))
    g_string_append_printf (self->sql, "(%s IS NULL)", expression);
  else
    g_string_append_printf (self->sql, "(coalesce (%s, '') = '')", expression);
}

static gboolean
add_is (Builder          *self,
        const VelFilter  *filter,
        GError          **error)
{
  g_autofree char *expression = field_expression (self, filter->field, error);

  if (expression == NULL)
    return FALSE;
  g_string_append (self->sql, filter->op == VEL_FILTER_IS ? "(" : "NOT (");
  if (filter->values == NULL || filter->values[0] == NULL)
    g_string_append (self->sql, "0");
  for (guint i = 0; filter->values != NULL && filter->values[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (self->sql, " OR ");
      if (*filter->values[i] == '\0')
        add_empty (self, filter->field, expression);
      else if (holds_words (self, filter->field))
        g_string_append_printf (self->sql, "EXISTS (SELECT 1 FROM json_each (%s) j WHERE vel_fold (j.value) = ?%d)",
                                expression, bind_value (self, filter->field, filter->values[i]));
      else if (filter->op == VEL_FILTER_IS && (holds_integers (self, filter->field) || holds_keys (self, filter->field)))
        /* Nothing is not a value, and an index can serve it. */
        g_string_append_printf (self->sql, "%s = ?%d", expression, bind_value (self, filter->field, filter->values[i]));
      else if (holds_integers (self, filter->field))
        g_string_append_printf (self->sql, "coalesce (%s = ?%d, 0)", expression,
                                bind_value (self, filter->field, filter->values[i]));
      else
        g_string_append_printf (self->sql, "coalesce (vel_fold (%s) = ?%d, 0)", expression,
                                bind_value (self, filter->field, filter->values[i]));
    }
  g_string_append (self->sql, ")");
  return TRUE;
}

static gboolean
add_contains (Builder          *self,
              const VelFilter  *filter,
              GError          **error)
{
  g_autofree char *expression = field_expression (self, filter->field, error);

  if (expression == NULL)
    return FALSE;
  g_string_append (self->sql, "(0");
  for (guint i = 0; filter->values != NULL && filter->values[i] != NULL; i++)
    g_string_append_printf (self->sql, " OR coalesce (instr (vel_fold (%s), ?%d) > 0, 0)", expression,
                            bind_text (self, vel_text_fold (filter->values[i])));
  g_string_append (self->sql, ")");
  return TRUE;
}

/* "today", "today+30" and "today-7" are days, in the zone of the machine. */
static char *
resolve_day (const char *value)
{
  g_autoptr(GDateTime) now = NULL;
  g_autoptr(GDateTime) day = NULL;
  gint64 days = 0;

  if (!g_str_has_prefix (value, "today"))
    return g_strdup (value);
  g_ascii_string_to_signed (value + strlen ("today"), 10, -36500, 36500, &days, NULL);
  now = g_date_time_new_now_local ();
  day = g_date_time_add_days (now, days);
  return g_date_time_format (day, "%Y-%m-%d");
}

/* What comes round every year stands in the order in which it comes next: "011-27"
 * is this year, "101-05" the next one. */
static char *
order_expression (Builder     *self,
                  const char  *name,
                  GError     **error)
{
  const VelField *field = vel_entity_find_field (self->entity, name);
  g_autofree char *expression = field_expression (self, name, error);
  g_autofree char *today = NULL;

  if (expression == NULL || field == NULL || (field->flags & VEL_FIELD_YEARLY) == 0)
    return g_steal_pointer (&expression);
  today = resolve_day ("today");
  return g_strdup_printf ("iif (length (%1$s) > 0, (substr (%1$s, -5) < ?%2$d) || substr (%1$s, -5), NULL)", expression,
                          bind_text (self, g_strdup (today + strlen ("2026-"))));
}

/* At most so many days are told one by one: more than any page shows. */
#define MAX_YEARLY_DAYS 400

/* The last five letters of a day are its month and day, with and without a year. */
static gboolean
add_yearly (Builder          *self,
            const VelFilter  *filter,
            GError          **error)
{
  g_autofree char *expression = field_expression (self, filter->field, error);
  const gboolean is_whole = filter->values != NULL && g_strv_length (filter->values) == 2;
  g_autofree char *first = is_whole ? resolve_day (filter->values[0]) : NULL;
  const int n_days = is_whole ? (int) CLAMP (g_ascii_strtoll (filter->values[1], NULL, 10), 1, MAX_YEARLY_DAYS) : 0;
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *noon = first != NULL ? g_strconcat (first, "T12:00:00", NULL) : NULL;
  g_autoptr(GDateTime) from = noon != NULL ? g_date_time_new_from_iso8601 (noon, utc) : NULL;

  if (expression == NULL)
    return FALSE;
  g_string_append_printf (self->sql, "substr (%s, -5) IN (''", expression);
  for (int i = 0; from != NULL && i < n_days; i++)
    {
      g_autoptr(GDateTime) day = g_date_time_add_days (from, i);
      g_autofree char *text = day != NULL ? g_date_time_format (day, "%m-%d") : NULL;

      if (text == NULL)
        break;
      if (g_str_equal (text, "02-28") && !g_date_is_leap_year (g_date_time_get_year (day)))
        g_string_append_printf (self->sql, ", ?%d", bind_text (self, g_strdup ("02-29")));
      g_string_append_printf (self->sql, ", ?%d", bind_text (self, g_steal_pointer (&text)));
    }
  g_string_append (self->sql, ")");
  return TRUE;
}

static gboolean
add_compare (Builder          *self,
             const VelFilter  *filter,
             GError          **error)
{
  g_autofree char *expression = field_expression (self, filter->field, error);
  const char *value = filter->values != NULL && filter->values[0] != NULL ? filter->values[0] : "0";
  g_autofree char *end = NULL;
  gint64 days_ago;

  if (expression == NULL)
    return FALSE;
  switch (filter->op)
    {
    case VEL_FILTER_EMPTY:
      add_empty (self, filter->field, expression);
      break;

    case VEL_FILTER_NOT_EMPTY:
      g_string_append (self->sql, "NOT ");
      add_empty (self, filter->field, expression);
      break;

    case VEL_FILTER_BEFORE:
      g_string_append_printf (self->sql, "%s < ?%d", expression,
                              holds_integers (self, filter->field) ? bind_value (self, filter->field, value)
                                                                   : bind_text (self, resolve_day (value)));
      break;

    case VEL_FILTER_FROM:
      g_string_append_printf (self->sql, "%s >= ?%d", expression,
                              holds_integers (self, filter->field) ? bind_value (self, filter->field, value)
                                                                   : bind_text (self, resolve_day (value)));
      break;

    case VEL_FILTER_SILENT:
    case VEL_FILTER_WITHIN:
      days_ago = g_get_real_time () / G_USEC_PER_SEC -
                 CLAMP (g_ascii_strtoll (value, NULL, 10), 0, 1000000) * 24 * 60 * 60;
      g_string_append_printf (self->sql, "coalesce (%s, 0) %s ?%d", expression,
                              filter->op == VEL_FILTER_SILENT ? "<" : ">=", bind_integer (self, days_ago));
      break;

    case VEL_FILTER_DUE:
      /* A moment of the last day is of that day. */
      end = g_strdup_printf ("today+%d", (int) CLAMP (g_ascii_strtoll (value, NULL, 10), 0, 36499) + 1);
      g_string_append_printf (self->sql, "%s >= ?%d", expression, bind_text (self, resolve_day ("today")));
      g_string_append_printf (self->sql, " AND %s < ?%d", expression, bind_text (self, resolve_day (end)));
      break;

    case VEL_FILTER_ALL:
    case VEL_FILTER_ANY:
    case VEL_FILTER_IS:
    case VEL_FILTER_IS_NOT:
    case VEL_FILTER_CONTAINS:
    case VEL_FILTER_YEARLY:
    default:
      g_return_val_if_reached (FALSE);
    }
  return TRUE;
}

static gboolean
add_filter (Builder          *self,
            const VelFilter  *filter,
            GError          **error)
{
  switch (filter->op)
    {
    case VEL_FILTER_ALL:
    case VEL_FILTER_ANY:
      g_string_append (self->sql, filter->op == VEL_FILTER_ALL || filter->children->len == 0 ? "(1" : "(0");
      for (guint i = 0; i < filter->children->len; i++)
        {
          g_string_append (self->sql, filter->op == VEL_FILTER_ALL ? " AND " : " OR ");
          if (!add_filter (self, g_ptr_array_index (filter->children, i), error))
            return FALSE;
        }
      g_string_append (self->sql, ")");
      return TRUE;

    case VEL_FILTER_IS:
    case VEL_FILTER_IS_NOT:
      return add_is (self, filter, error);

    case VEL_FILTER_CONTAINS:
      return add_contains (self, filter, error);

    case VEL_FILTER_YEARLY:
      return add_yearly (self, filter, error);

    case VEL_FILTER_EMPTY:
    case VEL_FILTER_NOT_EMPTY:
    case VEL_FILTER_BEFORE:
    case VEL_FILTER_FROM:
    case VEL_FILTER_SILENT:
    case VEL_FILTER_WITHIN:
    case VEL_FILTER_DUE:
      return add_compare (self, filter, error);

    default:
      g_return_val_if_reached (FALSE);
    }
}

static int
compare_sortables (gconstpointer a,
                   gconstpointer b,
                   gpointer      user_data)
{
  const Sortable *left = a;
  const Sortable *right = b;
  const gboolean descending = GPOINTER_TO_INT (user_data);
  int order;

  /* Whoever has nothing there comes last, in either direction. */
  if (left->empty || right->empty)
    return left->empty - right->empty;
  if (left->text != NULL && right->text != NULL)
    order = left->text == right->text ? 0 : strcmp (left->text, right->text);
  else
    order = (left->integer > right->integer) - (left->integer < right->integer);
  return descending ? -order : order;
}

/* What stands for a text in its order: its sort key, as a string. Equal texts share one. */
static char *
intern_key (GHashTable  *keys,
            VelCollator *collator,
            const char  *text)
{
  char *key = g_hash_table_lookup (keys, text);
  gsize length;

  if (key == NULL)
    {
      key = (char *) vel_collator_key (collator, text, &length);
      g_hash_table_insert (keys, g_strdup (text), key);
    }
  return key;
}

static GArray *
collect (VelDatabase     *database,
         VelStatement    *statement,
         VelCollator     *collator,
         const VelQuery  *query,
         gboolean         sort,
         GError         **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (Sortable));
  g_autoptr(GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gboolean row;

  while (TRUE)
    {
      gint64 id;

      if (!vel_database_step (database, statement, &row, error))
        return NULL;
      if (!row)
        break;
      id = sqlite3_column_int64 (statement, 0);
      if (sort)
        {
          Sortable sortable = { .id = id };

          if (sqlite3_column_type (statement, 1) == SQLITE_INTEGER)
            sortable.integer = sqlite3_column_int64 (statement, 1);
          else if (sqlite3_column_bytes (statement, 1) > 0)
            sortable.text = intern_key (keys, collator, (const char *) sqlite3_column_text (statement, 1));
          else
            sortable.empty = TRUE;
          g_array_append_val (rows, sortable);
        }
      else
        {
          g_array_append_val (ids, id);
        }
    }
  if (sort)
    {
      g_array_sort_with_data (rows, compare_sortables, GINT_TO_POINTER (query->descending));
      for (guint i = 0; i < rows->len; i++)
        g_array_append_val (ids, g_array_index (rows, Sortable, i).id);
    }
  return g_steal_pointer (&ids);
}

/* "SELECT what FROM table t WHERE …", with what it needs bound. */
VelStatement *
vel_query_prepare (const VelQuery  *query,
                   VelDatabase     *database,
                   const char      *what,
                   const char      *rest,
                   GError         **error)
{
  g_autoptr(GString) sql = g_string_new (NULL);
  g_autoptr(GArray) binds = g_array_new (FALSE, TRUE, sizeof (VelValue));
  Builder builder = { query->entity, sql, binds };
  VelStatement *statement;

  g_array_set_clear_func (binds, (GDestroyNotify) vel_value_clear);
  g_string_append_printf (sql, "SELECT %s FROM %s t", what, query->entity->name);
  if (query->filter != NULL)
    {
      g_string_append (sql, " WHERE ");
      if (!add_filter (&builder, query->filter, error))
        return NULL;
    }
  g_string_append (sql, rest);
  statement = vel_database_prepare (database, sql->str, error);
  for (guint i = 0; statement != NULL && i < binds->len; i++)
    {
      const VelValue *value = &g_array_index (binds, VelValue, i);

      /* The statement outlives the values: texts are copied. */
      if (value->kind == VEL_VALUE_TEXT)
        vel_statement_bind_text (statement, i + 1, value->text);
      else
        vel_statement_bind (statement, i + 1, value);
    }
  return statement;
}

/**
 * vel_query_finds_any:
 * @query: what to show, by a filter
 * @database: a connection
 * @ids: (array length=n_ids): a few records
 * @n_ids: how many there are
 * @found: (out): whether @query, but for its search, finds one of them
 * @error: (out): %VEL_STORE_ERROR_INVALID, %G_IO_ERROR_CANCELLED or another #VelStoreError
 *
 * Returns: whether that is known
 */
gboolean
vel_query_finds_any (const VelQuery  *query,
                     VelDatabase     *database,
                     const gint64    *ids,
                     guint            n_ids,
                     gboolean        *found,
                     GError         **error)
{
  g_autoptr(GString) rest = g_string_new (" AND t.id IN (");
  g_autoptr(VelStatement) statement = NULL;

  g_return_val_if_fail (query->filter != NULL, FALSE);

  for (guint i = 0; i < n_ids; i++)
    g_string_append_printf (rest, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "", ids[i]);
  g_string_append (rest, ") LIMIT 1");
  statement = vel_query_prepare (query, database, "1", rest->str, error);
  return statement != NULL && vel_database_step (database, statement, found, error);
}

/**
 * vel_query_run_base:
 * @query: what to show
 * @database: a connection
 * @collator: the order of texts
 * @limit: how many at most, 0 for all of them; only the order of names can be cut short
 * @error: (out): %VEL_STORE_ERROR_INVALID, %G_IO_ERROR_CANCELLED or another #VelStoreError
 *
 * Carries out all of @query but its search.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the ids, in order
 */
GArray *
vel_query_run_base (const VelQuery  *query,
                    VelDatabase     *database,
                    VelCollator     *collator,
                    guint            limit,
                    GError         **error)
{
  const VelEntity *entity = query->entity;
  const char *order = query->order;
  g_autoptr(GString) sql = g_string_new (NULL);
  g_autoptr(GArray) binds = g_array_new (FALSE, TRUE, sizeof (VelValue));
  g_autoptr(VelStatement) statement = NULL;
  g_autofree char *expression = NULL;
  Builder builder = { entity, sql, binds };
  gboolean is_place;
  gboolean is_due;
  gboolean sort;

  g_array_set_clear_func (binds, (GDestroyNotify) vel_value_clear);
  if (order == NULL)
    order = entity->name_field != NULL ? entity->name_field : "id";
  is_place = is_place_field (entity, order);
  is_due = g_strcmp0 (order, entity->due_field) == 0;
  sort = !(entity->is_sorted && g_str_equal (order, entity->name_field)) && !g_str_equal (order, "id") && !is_place &&
         !is_due;
  expression = sort ? order_expression (&builder, order, error) : g_strdup ("NULL");
  if (expression == NULL)
    return NULL;

  /* In the order of names where there is one: what is equal in another order
   * then stands in this one, for the sorting keeps it. */
  if (entity->is_sorted && query->filter == NULL && !sort && !g_str_equal (order, "id"))
    g_string_append_printf (sql, "SELECT id FROM %s_order", entity->name);
  else if (entity->is_sorted && !g_str_equal (order, "id"))
    g_string_append_printf (sql, "SELECT t.id, %s FROM %s_order o CROSS JOIN %s t ON t.id = o.id",
                            expression, entity->name, entity->name);
  else
    g_string_append_printf (sql, "SELECT t.id, %s FROM %s t", expression, entity->name);
  if (query->filter != NULL)
    {
      g_string_append (sql, " WHERE ");
      if (!add_filter (&builder, query->filter, error))
        return NULL;
    }
  if (is_place)
    g_string_append_printf (sql, " ORDER BY t.%s%s, t.id", order, query->descending ? " DESC" : "");
  else if (is_due)
    g_string_append_printf (sql, " ORDER BY t.%s DESC NULLS FIRST, t.%s%s NULLS LAST, t.id", entity->done_field, order,
                            query->descending ? " DESC" : "");
  else if (entity->is_sorted && !g_str_equal (order, "id"))
    g_string_append (sql, !sort && query->descending ? " ORDER BY key DESC, 1 DESC" : " ORDER BY key, 1");
  else if (!sort)
    g_string_append (sql, query->descending ? " ORDER BY t.id DESC" : " ORDER BY t.id");
  if (limit > 0 && !sort)
    g_string_append_printf (sql, " LIMIT %u", limit);

  statement = vel_database_prepare (database, sql->str, error);
  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < binds->len; i++)
    vel_statement_bind (statement, i + 1, &g_array_index (binds, VelValue, i));
  return collect (database, statement, collator, query, sort, error);
}
