/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-import-writer.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "vel-custom-field.h"
#include "vel-item.h"
#include "vel-json.h"
#include "vel-text.h"

/* What writing a row of any entity has in common. */

static gboolean
load_custom_fields (VelImportWriter  *self,
                    GError          **error)
{
  const char * const entities[] = { self->entity->name, NULL };
  g_autoptr(VelFilter) filter = vel_filter_new (VEL_FILTER_IS, "entity", entities);
  g_autoptr(VelQuery) query = vel_query_new (&vel_custom_field_entity, filter, NULL, NULL, FALSE);
  g_autoptr(GArray) ids = vel_book_find (self->book, query, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr(VelRecord) field = vel_book_get_record (self->book, &vel_custom_field_entity,
                                                        g_array_index (ids, gint64, i), error);

      if (field == NULL)
        return FALSE;
      g_hash_table_add (self->custom_fields, g_strdup (vel_record_get_text (field, "name")));
    }
  return ids != NULL;
}

/**
 * vel_import_writer_init:
 * @self: a writer that knows its book, change, entity, options and report
 * @error: (out): a #VelStoreError
 *
 * Reads what is in the book. Waits; for workers.
 *
 * Returns: whether it can write; it is to be cleared in any case
 */
gboolean
vel_import_writer_init (VelImportWriter  *self,
                        GError          **error)
{
  self->custom_fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->values = g_new0 (VelValue, self->entity->n_fields);
  return load_custom_fields (self, error);
}

static void
clear_values (VelImportWriter *self)
{
  for (guint i = 0; self->values != NULL && i < self->entity->n_fields; i++)
    vel_value_clear (&self->values[i]);
}

/**
 * vel_import_writer_clear:
 * @self: a writer
 *
 * Frees what vel_import_writer_init() has made.
 */
void
vel_import_writer_clear (VelImportWriter *self)
{
  clear_values (self);
  g_clear_pointer (&self->values, g_free);
  g_clear_pointer (&self->custom_fields, g_hash_table_unref);
}

/**
 * vel_import_writer_read:
 * @self: a writer
 * @id: a record of its entity; below zero for one that this very import adds,
 *   of which nothing is known
 * @error: (out): a #VelStoreError
 *
 * Reads what the book holds of a record into @self->values.
 *
 * Returns: whether it could be read
 */
gboolean
vel_import_writer_read (VelImportWriter  *self,
                        gint64            id,
                        GError          **error)
{
  clear_values (self);
  return id < 0 || vel_book_read_values (self->book, self->entity, id, self->values, error);
}

static void
ensure_custom_field (VelImportWriter *self,
                     const char      *name)
{
  gint64 field;

  if (!g_hash_table_add (self->custom_fields, g_strdup (name)))
    return;
  field = vel_change_insert (self->change, &vel_custom_field_entity);
  vel_change_set_text (self->change, &vel_custom_field_entity, field, "name", name);
  vel_change_set_text (self->change, &vel_custom_field_entity, field, "entity", self->entity->name);
}

static void
set_custom (VelImportWriter    *self,
            const VelImportRow *row,
            gint64              id,
            const char         *name,
            const char         *text)
{
  g_autofree char *field = g_strconcat ("custom.", name, NULL);

  vel_change_set_text (self->change, row->entity, id, field, text);
}

/**
 * vel_import_writer_create:
 * @self: a writer
 * @row: what is new; its values are moved out. It may be of another entity than
 *   that of @self, and then has no fields of the user's own
 *
 * Adds a record.
 *
 * Returns: a number below zero that stands for it, see vel_change_insert()
 */
gint64
vel_import_writer_create (VelImportWriter *self,
                          VelImportRow    *row)
{
  gint64 id;
  GHashTableIter iter;
  gpointer name;
  gpointer text;

  if (row->custom != NULL)
    {
      g_hash_table_iter_init (&iter, row->custom);
      while (g_hash_table_iter_next (&iter, &name, NULL))
        ensure_custom_field (self, name);
    }
  /* What is only shown was for the preview. */
  for (guint i = 0; i < row->entity->n_fields; i++)
    if ((row->entity->fields[i].flags & VEL_FIELD_READ_ONLY) != 0)
      vel_value_clear (&row->values[i]);
  id = vel_change_insert_values (self->change, row->entity, row->values);
  if (row->custom == NULL)
    return id;
  g_hash_table_iter_init (&iter, row->custom);
  while (g_hash_table_iter_next (&iter, &name, &text))
    set_custom (self, row, id, name, text);
  return id;
}

static gboolean
add_missing_words (VelImportWriter *self,
                   gint64           id,
                   const char      *field,
                   const char      *wanted,
                   const char      *held)
{
  g_auto(GStrv) words = vel_words_parse (wanted);
  g_autofree char *held_fold = held != NULL ? vel_text_fold (held) : g_strdup ("");
  gboolean changed = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *fold = vel_text_fold (words[i]);
      g_autofree char *quoted = g_strdup_printf ("\"%s\"", fold);

      if (strstr (held_fold, quoted) != NULL)
        continue;
      vel_change_add_word (self->change, self->entity, id, field, words[i]);
      changed = TRUE;
    }
  return changed;
}

static gboolean
has_items (const char *held,
           const char *wanted)
{
  g_autoptr(GPtrArray) items = vel_items_parse (held);
  g_autoptr(GPtrArray) more = vel_items_parse (wanted);

  for (guint i = 0; i < more->len; i++)
    {
      g_autofree char *place = vel_item_format_place (g_ptr_array_index (more, i));
      gboolean found = FALSE;

      for (guint j = 0; j < items->len && !found; j++)
        {
          g_autofree char *other = vel_item_format_place (g_ptr_array_index (items, j));

          found = g_str_equal (place, other);
        }
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/* What the row says is the newer word, but for lists and notes, to which it
 * adds; what it does not say stays. */
static gboolean
update_field (VelImportWriter    *self,
              const VelImportRow *row,
              gint64              id,
              guint               i)
{
  const VelField *field = &self->entity->fields[i];
  const VelValue *wanted = &row->values[i];
  const VelValue *held = &self->values[i];
  g_auto(VelValue) value = VEL_VALUE_INIT;

  if (wanted->kind == VEL_VALUE_NULL || vel_value_equal (wanted, held) ||
      (row->unsaid & (G_GUINT64_CONSTANT (1) << i)) != 0 || (field->flags & VEL_FIELD_READ_ONLY) != 0)
    return FALSE;
  if (g_str_equal (field->name, "organisation"))
    {
      const char * const one[] = { wanted->text, NULL };
      g_autofree char *words = vel_words_to_json (one);
      const guint all = vel_entity_field_index (self->entity, "organisations");

      return add_missing_words (self, id, "organisations", words, self->values[all].text);
    }
  if (field->type == VEL_FIELD_WORDS)
    return add_missing_words (self, id, field->name, wanted->text, held->text);
  if (field->type == VEL_FIELD_ITEMS)
    {
      if (has_items (held->text, wanted->text))
        return FALSE;
      vel_change_add_to (self->change, self->entity, id, field->name, wanted->text);
      return TRUE;
    }
  if (field->type == VEL_FIELD_LONG_TEXT)
    {
      if (held->text != NULL && strstr (held->text, wanted->text) != NULL)
        return FALSE;
      vel_change_add_to (self->change, self->entity, id, field->name, wanted->text);
      return TRUE;
    }
  vel_value_copy (wanted, &value);
  vel_change_take_value (self->change, self->entity, id, field->name, &value);
  return TRUE;
}

static gboolean
update_custom (VelImportWriter    *self,
               const VelImportRow *row,
               gint64              id)
{
  const guint index = vel_entity_field_index (self->entity, "custom");
  const char *json = index != VEL_NO_FIELD ? self->values[index].text : NULL;
  g_autoptr(JsonNode) node = json != NULL ? vel_json_from_string (json) : NULL;
  JsonObject *held = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  gboolean changed = FALSE;
  GHashTableIter iter;
  gpointer name;
  gpointer text;

  if (row->custom == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, row->custom);
  while (g_hash_table_iter_next (&iter, &name, &text))
    {
      if (held != NULL &&
          g_strcmp0 (json_object_get_string_member_with_default (held, name, NULL), text) == 0)
        continue;
      ensure_custom_field (self, name);
      set_custom (self, row, id, name, text);
      changed = TRUE;
    }
  return changed;
}

/**
 * vel_import_writer_update:
 * @self: a writer whose values are those of the record, see vel_import_writer_read()
 * @row: what is said of it
 * @id: the record
 *
 * Returns: whether it learns something
 */
gboolean
vel_import_writer_update (VelImportWriter *self,
                          VelImportRow    *row,
                          gint64           id)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < self->entity->n_fields; i++)
    changed |= update_field (self, row, id, i);
  return update_custom (self, row, id) || changed;
}
