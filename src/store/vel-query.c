/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-query.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "vel-json.h"
#include "vel-store-error.h"

G_DEFINE_BOXED_TYPE (VelQuery, vel_query, vel_query_ref, vel_query_unref)

/* In the order of VelFilterOp; written into saved filters. */
static const char * const op_names[] = {
  "all", "any", "is", "is-not", "contains", "empty", "not-empty", "before", "from", "silent", "within", "due",
  "yearly"
};

/**
 * vel_filter_new:
 * @op: what must hold, of a field
 * @field: the field it asks
 * @values: (nullable) (array zero-terminated=1): what it compares with
 *
 * Returns: (transfer full): a condition
 */
VelFilter *
vel_filter_new (VelFilterOp         op,
                const char         *field,
                const char * const *values)
{
  VelFilter *self = g_new0 (VelFilter, 1);

  self->op = op;
  self->field = g_strdup (field);
  self->values = g_strdupv ((GStrv) values);
  return self;
}

/**
 * vel_filter_new_join:
 * @op: %VEL_FILTER_ALL or %VEL_FILTER_ANY
 *
 * Returns: (transfer full): a filter without anything in it yet
 */
VelFilter *
vel_filter_new_join (VelFilterOp op)
{
  VelFilter *self = g_new0 (VelFilter, 1);

  self->op = op;
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) vel_filter_free);
  return self;
}

/**
 * vel_filter_take:
 * @self: a filter that joins
 * @child: (transfer full): what also belongs in it
 */
void
vel_filter_take (VelFilter *self,
                 VelFilter *child)
{
  g_return_if_fail (self->children != NULL);

  g_ptr_array_add (self->children, child);
}

/**
 * vel_filter_copy:
 * @self: (nullable): a filter
 *
 * Returns: (transfer full) (nullable): its copy
 */
VelFilter *
vel_filter_copy (const VelFilter *self)
{
  VelFilter *copy;

  if (self == NULL)
    return NULL;
  if (self->children == NULL)
    return vel_filter_new (self->op, self->field, (const char * const *) self->values);
  copy = vel_filter_new_join (self->op);
  for (guint i = 0; i < self->children->len; i++)
    vel_filter_take (copy, vel_filter_copy (g_ptr_array_index (self->children, i)));
  return copy;
}

/**
 * vel_filter_free:
 * @self: (transfer full): a filter
 */
void
vel_filter_free (VelFilter *self)
{
  g_free (self->field);
  g_strfreev (self->values);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self);
}

/**
 * vel_filter_equal:
 * @a: (nullable): a filter
 * @b: (nullable): another
 *
 * Returns: whether both ask the same in the same words
 */
gboolean
vel_filter_equal (const VelFilter *a,
                  const VelFilter *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (a->op != b->op || g_strcmp0 (a->field, b->field) != 0)
    return FALSE;
  if ((a->values == NULL) != (b->values == NULL) ||
      (a->values != NULL && !g_strv_equal ((const char * const *) a->values, (const char * const *) b->values)))
    return FALSE;
  if (a->children == NULL || b->children == NULL)
    return a->children == b->children;
  if (a->children->len != b->children->len)
    return FALSE;
  for (guint i = 0; i < a->children->len; i++)
    if (!vel_filter_equal (g_ptr_array_index (a->children, i), g_ptr_array_index (b->children, i)))
      return FALSE;
  return TRUE;
}

/**
 * vel_query_new:
 * @entity: what is asked for
 * @filter: (nullable): which of them; copied
 * @search: (nullable): what the user typed
 * @order: (nullable): a field to order by
 * @descending: whether from the greatest to the least
 *
 * Returns: (transfer full): a query
 */
VelQuery *
vel_query_new (const VelEntity *entity,
               const VelFilter *filter,
               const char      *search,
               const char      *order,
               gboolean         descending)
{
  VelQuery *self = g_new0 (VelQuery, 1);

  self->entity = entity;
  self->filter = vel_filter_copy (filter);
  self->search = search != NULL && *search != '\0' ? g_strdup (search) : NULL;
  self->order = g_strdup (order);
  self->descending = descending;
  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

/**
 * vel_query_ref:
 * @self: a query
 *
 * Returns: (transfer full): @self
 */
VelQuery *
vel_query_ref (VelQuery *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * vel_query_unref:
 * @self: (transfer full): a query
 */
void
vel_query_unref (VelQuery *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->filter, vel_filter_free);
  g_free (self->search);
  g_free (self->order);
  g_free (self);
}

/**
 * vel_query_same_base:
 * @a: a query
 * @b: another
 *
 * Returns: whether both ask the same but for what the user typed
 */
gboolean
vel_query_same_base (const VelQuery *a,
                     const VelQuery *b)
{
  return a->entity == b->entity && a->descending == b->descending && g_strcmp0 (a->order, b->order) == 0 &&
         vel_filter_equal (a->filter, b->filter);
}

static void
build_filter (JsonBuilder     *builder,
              const VelFilter *filter)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "op");
  json_builder_add_string_value (builder, op_names[filter->op]);
  if (filter->field != NULL)
    {
      json_builder_set_member_name (builder, "field");
      json_builder_add_string_value (builder, filter->field);
    }
  if (filter->values != NULL)
    {
      json_builder_set_member_name (builder, "values");
      json_builder_begin_array (builder);
      for (guint i = 0; filter->values[i] != NULL; i++)
        json_builder_add_string_value (builder, filter->values[i]);
      json_builder_end_array (builder);
    }
  if (filter->children != NULL)
    {
      json_builder_set_member_name (builder, "of");
      json_builder_begin_array (builder);
      for (guint i = 0; i < filter->children->len; i++)
        build_filter (builder, g_ptr_array_index (filter->children, i));
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

/**
 * vel_query_to_json:
 * @self: a query
 *
 * Returns: (transfer full): what a saved filter keeps of it
 */
char *
vel_query_to_json (const VelQuery *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "entity");
  json_builder_add_string_value (builder, self->entity->name);
  if (self->filter != NULL)
    {
      json_builder_set_member_name (builder, "filter");
      build_filter (builder, self->filter);
    }
  if (self->search != NULL)
    {
      json_builder_set_member_name (builder, "search");
      json_builder_add_string_value (builder, self->search);
    }
  if (self->order != NULL)
    {
      json_builder_set_member_name (builder, "order");
      json_builder_add_string_value (builder, self->order);
      json_builder_set_member_name (builder, "descending");
      json_builder_add_boolean_value (builder, self->descending);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return vel_json_to_string (root, FALSE);
}

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, VEL_STORE_ERROR, VEL_STORE_ERROR_INVALID,
                       _("This saved filter cannot be understood by this version of Velinimet."));
  return FALSE;
}

static VelFilter *
parse_filter (JsonNode  *node,
              int        depth,
              GError   **error)
{
  g_autoptr(VelFilter) filter = NULL;
  JsonObject *object;
  const char *name;
  guint op = 0;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node) || depth > 16)
    {
      fail (error);
      return NULL;
    }
  object = json_node_get_object (node);
  name = json_object_get_string_member_with_default (object, "op", "");
  while (op < G_N_ELEMENTS (op_names) && !g_str_equal (op_names[op], name))
    op++;
  if (op == G_N_ELEMENTS (op_names))
    {
      fail (error);
      return NULL;
    }

  if (op == VEL_FILTER_ALL || op == VEL_FILTER_ANY)
    {
      JsonNode *of = json_object_get_member (object, "of");
      JsonArray *array = of != NULL && JSON_NODE_HOLDS_ARRAY (of) ? json_node_get_array (of) : NULL;

      filter = vel_filter_new_join (op);
      for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
        {
          VelFilter *child = parse_filter (json_array_get_element (array, i), depth + 1, error);

          if (child == NULL)
            return NULL;
          vel_filter_take (filter, child);
        }
    }
  else
    {
      JsonNode *values = json_object_get_member (object, "values");
      JsonArray *array = values != NULL && JSON_NODE_HOLDS_ARRAY (values) ? json_node_get_array (values) : NULL;
      g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
      g_auto(GStrv) texts = NULL;

      for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
        {
          JsonNode *element = json_array_get_element (array, i);

          if (JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING)
            g_strv_builder_add (builder, json_node_get_string (element));
        }
      texts = g_strv_builder_end (builder);
      filter = vel_filter_new (op, json_object_get_string_member_with_default (object, "field", ""),
                               (const char * const *) texts);
    }
  return g_steal_pointer (&filter);
}

/**
 * vel_query_from_json:
 * @json: what a saved filter keeps
 * @error: (out): %VEL_STORE_ERROR_INVALID
 *
 * Returns: (transfer full) (nullable): the query
 */
VelQuery *
vel_query_from_json (const char  *json,
                     GError     **error)
{
  g_autoptr(JsonNode) node = vel_json_from_string (json);
  g_autoptr(VelFilter) filter = NULL;
  const VelEntity *entity;
  JsonObject *object;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      fail (error);
      return NULL;
    }
  object = json_node_get_object (node);
  entity = vel_entity_find (json_object_get_string_member_with_default (object, "entity", ""));
  if (entity == NULL)
    {
      fail (error);
      return NULL;
    }
  if (json_object_has_member (object, "filter"))
    {
      filter = parse_filter (json_object_get_member (object, "filter"), 0, error);
      if (filter == NULL)
        return NULL;
    }
  return vel_query_new (entity, filter,
                        json_object_get_string_member_with_default (object, "search", NULL),
                        json_object_get_string_member_with_default (object, "order", NULL),
                        json_object_get_boolean_member_with_default (object, "descending", FALSE));
}
