/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-apply.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "vel-apply-private.h"
#include "vel-deal.h"
#include "vel-entity-sql.h"
#include "vel-follow.h"
#include "vel-item.h"
#include "vel-json.h"
#include "vel-store-error.h"
#include "vel-task.h"

/* Ids are ordered by time and differ between two copies of a book: 31 bits of
 * seconds since 2026, 16 bits drawn at random for each copy, 16 bits of a
 * counter. Within one change they follow each other, so that rows are appended
 * to the tables and never scattered. */
#define ID_EPOCH G_GINT64_CONSTANT (1767225600)
#define ID_COPY_BITS 16
#define ID_COUNTER_BITS 16

static gint64
copy_part (gint64 id)
{
  return id & (((G_GINT64_CONSTANT (1) << ID_COPY_BITS) - 1) << ID_COUNTER_BITS);
}

/**
 * vel_apply_new_id:
 * @self: what is being applied; its last_id bears the random part of this copy of the book
 *
 * Returns: an id greater than all before
 */
gint64
vel_apply_new_id (VelApply *self)
{
  const gint64 step = G_GINT64_CONSTANT (1) << (ID_COPY_BITS + ID_COUNTER_BITS);
  const gint64 second = MAX (self->now - ID_EPOCH, 1);
  const gint64 first = second * step + copy_part (self->last_id);
  const gint64 next = self->last_id + 1;

  if (self->last_id < first)
    self->last_id = first;
  else if (copy_part (next) == copy_part (self->last_id))
    self->last_id = next;
  else
    /* The counter is used up: go on in the next second. */
    self->last_id = (self->last_id / step + 1) * step + copy_part (self->last_id);
  return self->last_id;
}

static gboolean
fail (GError     **error,
      const char  *message)
{
  g_set_error_literal (error, VEL_STORE_ERROR, VEL_STORE_ERROR_INVALID, message);
  return FALSE;
}

static void
clear_values (VelValue        *values,
              const VelEntity *entity)
{
  for (guint i = 0; i < entity->n_fields; i++)
    vel_value_clear (&values[i]);
  g_free (values);
}

/* What stands for a row of this change becomes its id. */
static gint64
resolve_id (VelApply *self,
            gint64    id)
{
  if (id >= 0)
    return id;
  g_return_val_if_fail ((guint) (-id) <= self->ids->len, 0);
  return g_array_index (self->ids, gint64, -id - 1);
}

static void
set_word (VelValue         *value,
          const VelSetting *setting)
{
  g_auto(GStrv) words = vel_words_parse (value->text);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) wanted = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    if (!g_str_equal (words[i], setting->value.text))
      g_strv_builder_add (builder, words[i]);
  if (setting->kind == VEL_SETTING_ADD_WORD)
    g_strv_builder_add (builder, setting->value.text);
  wanted = g_strv_builder_end (builder);
  vel_value_take_text (value, vel_words_to_json ((const char * const *) wanted));
}

/* An item is known again by its value; a postal address by all of it. */
static gboolean
is_same_item (const VelItem *a,
              const VelItem *b)
{
  g_autofree char *left = vel_item_format_place (a);
  g_autofree char *right = vel_item_format_place (b);

  return g_str_equal (left, right);
}

static void
add_items (VelValue         *value,
           const VelSetting *setting)
{
  g_autoptr(GPtrArray) items = vel_items_parse (value->text);
  g_autoptr(GPtrArray) wanted = vel_items_parse (setting->value.text);

  for (guint i = 0; i < wanted->len; i++)
    if (!g_ptr_array_find_with_equal_func (items, g_ptr_array_index (wanted, i), (GEqualFunc) is_same_item, NULL))
      g_ptr_array_add (items, vel_item_copy (g_ptr_array_index (wanted, i)));
  vel_value_take_text (value, vel_items_to_json (items));
}

static void
add_paragraph (VelValue         *value,
               const VelSetting *setting)
{
  if (vel_value_is_empty (value))
    vel_value_copy (&setting->value, value);
  else if (strstr (value->text, setting->value.text) == NULL)
    vel_value_take_text (value, g_strconcat (value->text, "\n", setting->value.text, NULL));
}

static void
set_custom (VelValue         *value,
            const VelSetting *setting)
{
  g_autoptr(JsonNode) node = value->text != NULL ? vel_json_from_string (value->text) : NULL;
  JsonObject *object;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_clear_pointer (&node, json_node_unref);
      node = json_node_init_object (json_node_alloc (), NULL);
      json_node_take_object (node, json_object_new ());
    }
  object = json_node_get_object (node);
  if (vel_value_is_empty (&setting->value))
    {
      if (json_object_has_member (object, setting->custom))
        json_object_remove_member (object, setting->custom);
    }
  else
    {
      json_object_set_string_member (object, setting->custom, setting->value.text);
    }
  vel_value_take_text (value, json_object_get_size (object) > 0 ? vel_json_to_string (node, FALSE) : NULL);
}

/* Puts the settings of stored fields, and of firsts of lists, into the values
 * of a row, and marks in @touched, unless it is %NULL, which fields were set. */
static gboolean
put_settings (VelApply        *self,
              const VelEntity *entity,
              GArray          *settings,
              VelValue        *values,
              gboolean        *touched,
              GError         **error)
{
  for (guint i = 0; settings != NULL && i < settings->len; i++)
    {
      VelSetting *setting = &g_array_index (settings, VelSetting, i);
      const VelField *field = &entity->fields[setting->field];
      guint stored = setting->field;

      if ((field->flags & VEL_FIELD_READ_ONLY) != 0 && !vel_field_is_stored (field))
        return fail (error, _("A computed field cannot be set."));

      if (setting->kind == VEL_SETTING_PLACE)
        continue;
      if (field->derive == VEL_DERIVE_FIRST)
        {
          stored = vel_entity_field_index (entity, field->via);
          vel_value_take_text (&values[stored],
                               vel_items_set_first (values[stored].text, field->to, setting->value.text));
        }
      else if (!vel_field_is_stored (field))
        {
          continue;
        }
      else if (setting->custom != NULL)
        {
          set_custom (&values[stored], setting);
        }
      else if (setting->kind == VEL_SETTING_ADD && field->type == VEL_FIELD_LONG_TEXT)
        {
          add_paragraph (&values[stored], setting);
        }
      else if (setting->kind == VEL_SETTING_ADD)
        {
          add_items (&values[stored], setting);
        }
      else if (setting->kind != VEL_SETTING_SET)
        {
          set_word (&values[stored], setting);
        }
      else
        {
          /* A write is carried out once: its values are moved. */
          vel_value_clear (&values[stored]);
          values[stored] = setting->value;
          setting->value = (VelValue) VEL_VALUE_INIT;
          if (field->type == VEL_FIELD_LINK && values[stored].kind == VEL_VALUE_INTEGER)
            values[stored].integer = resolve_id (self, values[stored].integer);
        }
      if (touched != NULL)
        touched[stored] = TRUE;
    }
  return TRUE;
}

/* The place in a list is chosen once it is known which list. */
static gboolean
put_place (VelApply        *self,
           const VelEntity *entity,
           gint64           id,
           GArray          *settings,
           VelValue        *values,
           gboolean        *touched,
           GError         **error)
{
  for (guint i = 0; settings != NULL && i < settings->len; i++)
    {
      const VelSetting *setting = &g_array_index (settings, VelSetting, i);

      if (setting->kind != VEL_SETTING_PLACE)
        continue;
      if (touched != NULL)
        touched[setting->field] = TRUE;
      if (!vel_apply_place (self, entity, id, resolve_id (self, setting->value.integer), values, error))
        return FALSE;
    }
  return TRUE;
}

/* Names of other records are followed after the row is there; a detail of such
 * a link after the link is. */
static gboolean
put_links (VelApply        *self,
           const VelEntity *entity,
           gint64           id,
           GArray          *settings,
           GError         **error)
{
  for (int details = 0; settings != NULL && details <= 1; details++)
    for (guint i = 0; i < settings->len; i++)
      {
        const VelSetting *setting = &g_array_index (settings, VelSetting, i);
        const VelField *field = &entity->fields[setting->field];

        if (vel_field_is_stored (field) || field->derive == VEL_DERIVE_FIRST)
          continue;
        if ((field->derive == VEL_DERIVE_DETAIL) != (details == 1))
          continue;
        if (!vel_apply_link (self, entity, id, setting, error))
          return FALSE;
      }
  return TRUE;
}

/* What a new record has when nobody said. */
static void
fill_defaults (VelApply        *self,
               const VelEntity *entity,
               VelValue        *values)
{
  for (guint i = 0; i < entity->n_fields; i++)
    {
      const VelField *field = &entity->fields[i];

      if (!vel_field_is_stored (field) || values[i].kind != VEL_VALUE_NULL)
        continue;
      if (field->choices != NULL && (field->flags & VEL_FIELD_REQUIRED) != 0)
        vel_value_set_text (&values[i], field->choices[0].key);
      else if (field->type == VEL_FIELD_DATE_TIME && (g_str_equal (field->name, "created") ||
                                                      (field->flags & VEL_FIELD_REQUIRED) != 0))
        vel_value_set_integer (&values[i], self->now);
      else if (g_str_equal (field->name, "position") && field->type == VEL_FIELD_INTEGER)
        vel_value_set_integer (&values[i], 0);
    }
}

static gboolean
check_required (const VelEntity *entity,
                const VelValue  *values,
                const gboolean  *touched,
                GError         **error)
{
  for (guint i = 0; i < entity->n_fields; i++)
    if ((entity->fields[i].flags & VEL_FIELD_REQUIRED) != 0 && (touched == NULL || touched[i]) &&
        vel_value_is_empty (&values[i]))
      {
        g_set_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_INVALID,
                     _("“%s” cannot be left empty."), vel_field_get_label (&entity->fields[i]));
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_values (const VelEntity *entity,
              const VelValue  *values,
              const gboolean  *touched,
              GError         **error)
{
  g_autoptr(GError) local_error = NULL;

  if (!check_required (entity, values, touched, error))
    return FALSE;
  if (entity->check == NULL || entity->check (values, &local_error))
    return TRUE;
  return fail (error, local_error->message);
}

/* Of what the user arranges, a new record stands at the end; a new deal on top,
 * where it is seen, unless it is one of many. */
static gboolean
place_new (VelApply        *self,
           const VelEntity *entity,
           VelValue        *values,
           GError         **error)
{
  const guint index = vel_entity_field_index (entity, "position");

  if (index == VEL_NO_FIELD || entity->fields[index].type != VEL_FIELD_PLACE ||
      values[index].kind != VEL_VALUE_NULL)
    return TRUE;
  return vel_apply_place (self, entity, 0, entity == &vel_deal_entity && !self->is_long ? -1 : 0, values, error);
}

static VelStatement *
prepare_insert (VelApply         *self,
                const VelEntity  *entity,
                GError          **error)
{
  VelStatement *statement = g_hash_table_lookup (self->inserts, entity);

  if (statement == NULL)
    {
      g_autofree char *sql = vel_entity_sql_insert (entity);

      statement = vel_database_prepare (self->database, sql, error);
      if (statement != NULL)
        g_hash_table_insert (self->inserts, (gpointer) entity, statement);
    }
  return statement;
}

/* What the store adds to what is written, before the row is. */
static gboolean
prepare (VelApply        *self,
         const VelEntity *entity,
         const VelValue  *before,
         VelValue        *values,
         gboolean        *touched,
         GError         **error)
{
  if (entity == &vel_deal_entity)
    return vel_apply_deal_prepare (self, before, values, touched, error);
  return entity != &vel_task_entity || vel_apply_task_prepare (self, before, values, touched, error);
}

/* And after it. */
static gboolean
follow (VelApply        *self,
        const VelEntity *entity,
        gint64           id,
        const VelValue  *before,
        const VelValue  *values,
        GError         **error)
{
  if (entity == &vel_deal_entity)
    return vel_apply_deal_follow (self, id, before, values, error);
  return entity != &vel_task_entity || vel_apply_task_follow (self, id, before, values, error);
}

/* For vel-apply-links.c as well. */
gboolean
vel_apply_insert_row (VelApply        *self,
                      const VelEntity *entity,
                      gint64           id,
                      VelValue        *values,
                      GError         **error)
{
  VelStatement *statement;
  gboolean done;
  int index = 1;

  fill_defaults (self, entity, values);
  if (!prepare (self, entity, NULL, values, NULL, error) ||
      !place_new (self, entity, values, error) ||
      !check_values (entity, values, NULL, error))
    return FALSE;
  statement = prepare_insert (self, entity, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, index++, id);
  for (guint i = 0; i < entity->n_fields; i++)
    if (vel_field_is_stored (&entity->fields[i]))
      vel_statement_bind (statement, index++, &values[i]);
  if (self->is_long)
    sqlite3session_enable (self->session, FALSE);
  done = vel_database_run (self->database, statement, error);
  if (self->is_long)
    {
      sqlite3session_enable (self->session, TRUE);
      self->n_added++;
    }
  return done && vel_follow_insert (self->database, self->collator, entity, id, values, error) &&
         follow (self, entity, id, NULL, values, error);
}

static gboolean
apply_insert (VelApply  *self,
              VelWrite  *write,
              GError   **error)
{
  const VelEntity *entity = write->entity;
  const gint64 id = vel_apply_new_id (self);

  g_array_append_val (self->ids, id);
  if (write->values == NULL)
    write->values = g_new0 (VelValue, entity->n_fields);
  for (guint i = 0; i < entity->n_fields; i++)
    if (entity->fields[i].type == VEL_FIELD_LINK && write->values[i].kind == VEL_VALUE_INTEGER)
      write->values[i].integer = resolve_id (self, write->values[i].integer);
  return put_settings (self, entity, write->settings, write->values, NULL, error) &&
         put_place (self, entity, id, write->settings, write->values, NULL, error) &&
         vel_apply_insert_row (self, entity, id, write->values, error) &&
         put_links (self, entity, id, write->settings, error);
}

static gboolean
update_row (VelApply        *self,
            const VelEntity *entity,
            gint64           id,
            const VelValue  *values,
            const gboolean  *touched,
            GError         **error)
{
  g_autoptr(GString) sql = g_string_new (NULL);
  g_autoptr(VelStatement) statement = NULL;
  int index = 1;

  for (guint i = 0; i < entity->n_fields; i++)
    if (touched[i])
      g_string_append_printf (sql, "%s%s = ?", sql->len > 0 ? ", " : "", entity->fields[i].name);
  if (sql->len == 0)
    return TRUE;
  g_string_prepend (sql, " SET ");
  g_string_prepend (sql, entity->name);
  g_string_prepend (sql, "UPDATE ");
  g_string_append (sql, " WHERE id = ?");

  statement = vel_database_prepare (self->database, sql->str, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < entity->n_fields; i++)
    if (touched[i])
      vel_statement_bind (statement, index++, &values[i]);
  sqlite3_bind_int64 (statement, index, id);
  return vel_database_run (self->database, statement, error);
}

static VelValue *
copy_values (const VelValue  *values,
             const VelEntity *entity)
{
  VelValue *copy = g_new0 (VelValue, entity->n_fields);

  for (guint i = 0; i < entity->n_fields; i++)
    vel_value_copy (&values[i], &copy[i]);
  return copy;
}

static gboolean
apply_update (VelApply  *self,
              VelWrite  *write,
              GError   **error)
{
  const VelEntity *entity = write->entity;
  const gboolean is_followed = entity == &vel_deal_entity || entity == &vel_task_entity;
  const gint64 id = resolve_id (self, write->id);
  VelValue *values = g_new0 (VelValue, entity->n_fields);
  VelValue *before = NULL;
  g_autofree gboolean *touched = g_new0 (gboolean, entity->n_fields);
  gboolean done;

  done = vel_entity_sql_read (self->database, entity, id, values, error);
  if (done && is_followed)
    before = copy_values (values, entity);
  done = done &&
         put_settings (self, entity, write->settings, values, touched, error) &&
         put_place (self, entity, id, write->settings, values, touched, error) &&
         prepare (self, entity, before, values, touched, error) &&
         check_values (entity, values, touched, error) &&
         update_row (self, entity, id, values, touched, error) &&
         follow (self, entity, id, before, values, error) &&
         put_links (self, entity, id, write->settings, error);
  clear_values (values, entity);
  if (before != NULL)
    clear_values (before, entity);
  return done;
}

static gboolean
apply_delete (VelApply  *self,
              VelWrite  *write,
              GError   **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", write->entity->name);
  g_autoptr(VelStatement) statement = vel_database_prepare (self->database, sql, error);

  if (statement == NULL || !vel_apply_check_delete (self, write->entity, resolve_id (self, write->id), error))
    return FALSE;
  sqlite3_bind_int64 (statement, 1, resolve_id (self, write->id));
  if (!vel_database_run (self->database, statement, error))
    return FALSE;
  if (sqlite3_changes (vel_database_get_handle (self->database)) == 0)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, write->id);

      g_set_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_NOT_FOUND,
                   _("There is no %s with the id %s."), write->entity->name, id);
      return FALSE;
    }
  return TRUE;
}

static gboolean
apply_writes (VelApply   *self,
              VelChange  *change,
              GError    **error)
{
  GPtrArray *writes = vel_change_get_writes (change);

  for (guint i = 0; i < writes->len; i++)
    {
      VelWrite *write = g_ptr_array_index (writes, i);
      gboolean done = FALSE;

      switch (write->kind)
        {
        case VEL_WRITE_INSERT:
          done = apply_insert (self, write, error);
          break;

        case VEL_WRITE_UPDATE:
          done = apply_update (self, write, error);
          break;

        case VEL_WRITE_DELETE:
          done = apply_delete (self, write, error);
          break;

        default:
          g_assert_not_reached ();
        }
      if (!done)
        return FALSE;
    }
  return TRUE;
}

/**
 * vel_apply_change:
 * @self: where and when
 * @change: what to write
 * @error: (out): a #VelStoreError, or what the change's source reports
 *
 * Carries out the writes of @change, those of its source included.
 *
 * Returns: whether all of them were carried out
 */
gboolean
vel_apply_change (VelApply   *self,
                  VelChange  *change,
                  GError    **error)
{
  if (!apply_writes (self, change, error))
    return FALSE;
  while (vel_change_has_source (change))
    {
      if (!vel_change_pull (change, error))
        return FALSE;
      if (vel_change_get_writes (change)->len == 0)
        break;
      if (!apply_writes (self, change, error))
        return FALSE;
    }
  return TRUE;
}
