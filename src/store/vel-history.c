/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-history.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "vel-changeset.h"
#include "vel-entity-sql.h"
#include "vel-history-private.h"
#include "vel-json.h"
#include "vel-store-error.h"

#define COLUMNS "id, at, actor, label, args, undone, changeset, first_id, last_id, added"

/* Of one change, no more values than this are told. */
#define MAX_FIELDS 500

static void
free_field (gpointer data)
{
  VelHistoryField *field = data;

  vel_value_clear (&field->before);
  vel_value_clear (&field->after);
  g_free (field);
}

/**
 * vel_history_entry_free:
 * @self: (transfer full): an entry
 */
void
vel_history_entry_free (VelHistoryEntry *self)
{
  g_free (self->actor);
  g_free (self->label);
  g_free (self->args);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_free (self);
}

/**
 * vel_history_say:
 * @label: the label of a change, in English, with "%s" for each argument
 * @args: the arguments, a JSON array
 *
 * Returns: (transfer full): the label in the language of the interface, with its arguments
 */
char *
vel_history_say (const char *label,
                 const char *args)
{
  g_autoptr(JsonNode) node = vel_json_from_string (args);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr(GString) said = g_string_new (NULL);
  const char *rest = _(label);
  const char *place;

  for (guint i = 0; (place = strstr (rest, "%s")) != NULL; i++)
    {
      g_string_append_len (said, rest, place - rest);
      if (array != NULL && i < json_array_get_length (array))
        g_string_append (said, json_array_get_string_element (array, i));
      rest = place + strlen ("%s");
    }
  g_string_append (said, rest);
  return g_strdup (said->str);
}

/* What a record was before the changes that have been read, the newest first.
 * A change that was undone tells of it as well: it was made on what there was. */
typedef struct
{
  const VelEntity *entity;  /* (nullable): not known yet */
  VelValue        *values;  /* (owned): one a field */
  gboolean        *told;    /* (owned): which of them the changes have told */
} Origin;

static void
clear_origin (Origin *self)
{
  for (guint i = 0; self->entity != NULL && i < self->entity->n_fields; i++)
    vel_value_clear (&self->values[i]);
  g_free (self->values);
  g_free (self->told);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Origin, clear_origin)

static void
set_origin (Origin          *self,
            const VelEntity *entity)
{
  if (self->entity != NULL)
    return;
  self->entity = entity;
  self->values = g_new0 (VelValue, entity->n_fields);
  self->told = g_new0 (gboolean, entity->n_fields);
}

static void
go_back (Origin             *self,
         const VelRowChange *row)
{
  set_origin (self, row->entity);
  if (self->entity != row->entity)
    return;
  for (guint i = 0; i < row->entity->n_fields; i++)
    self->told[i] |= vel_row_change_field (row, i, FALSE, &self->values[i]);
}

/* What no change has told is as it is now. */
static gboolean
read_rest (Origin           *self,
           VelDatabase      *database,
           const VelEntity  *entity,
           gint64            record,
           GError          **error)
{
  g_autoptr(GError) local_error = NULL;
  g_auto(Origin) present = { NULL };

  set_origin (&present, entity);
  if (!vel_entity_sql_read (database, entity, record, present.values, &local_error))
    {
      if (g_error_matches (local_error, VEL_STORE_ERROR, VEL_STORE_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  set_origin (self, entity);
  for (guint i = 0; i < entity->n_fields; i++)
    if (!self->told[i])
      {
        vel_value_copy (&present.values[i], &self->values[i]);
        self->told[i] = TRUE;
      }
  return TRUE;
}

typedef struct
{
  VelHistoryEntry *entry;
  gint64           record;    /* 0 for any */
  gint64           first_id;  /* of the rows that the change added without their values; 0 for none */
  gint64           last_id;
  Origin          *origin;
} Collect;

static void
tell_field (VelHistoryEntry *entry,
            const VelEntity *entity,
            gint64           record,
            int              operation,
            guint            index,
            const VelValue  *before,
            const VelValue  *after)
{
  VelHistoryField *field;

  if (vel_value_equal (before, after))
    return;
  if (entry->fields->len >= MAX_FIELDS)
    {
      entry->is_whole = FALSE;
      return;
    }
  field = g_new0 (VelHistoryField, 1);
  field->entity = entity;
  field->record = record;
  field->operation = operation == SQLITE_INSERT ? 'i' : operation == SQLITE_DELETE ? 'd' : 'u';
  field->field = &entity->fields[index];
  vel_value_copy (before, &field->before);
  vel_value_copy (after, &field->after);
  g_ptr_array_add (entry->fields, field);
}

static gboolean
collect_row (const VelRowChange  *row,
             gpointer             user_data,
             GError             **error)
{
  Collect *self = user_data;

  /* What a long change did to a row that it had added is a part of adding it. */
  if (self->first_id != 0 && row->id >= self->first_id && row->id <= self->last_id)
    return TRUE;
  self->entry->n_rows++;
  if (self->record != 0 && self->record != row->id)
    return TRUE;
  for (guint i = 0; i < row->entity->n_fields; i++)
    {
      g_auto(VelValue) before = VEL_VALUE_INIT;
      g_auto(VelValue) after = VEL_VALUE_INIT;
      gboolean told = vel_row_change_field (row, i, FALSE, &before);

      told |= vel_row_change_field (row, i, TRUE, &after);
      if (told)
        tell_field (self->entry, row->entity, row->id, row->operation, i, &before, &after);
    }
  if (self->record != 0)
    go_back (self->origin, row);
  return TRUE;
}

/* A long change keeps no values of what it adds: they are what the record was
 * before all that came after. */
static gboolean
collect_added (Collect      *self,
               VelDatabase  *database,
               GError      **error)
{
  const VelValue nothing = VEL_VALUE_INIT;
  Origin *origin = self->origin;
  guint n_entities;
  const VelEntity * const *entities = vel_entity_list (&n_entities);

  for (guint i = 0; i < n_entities; i++)
    if ((origin->entity == NULL || origin->entity == entities[i]) &&
        !read_rest (origin, database, entities[i], self->record, error))
      return FALSE;
  for (guint i = 0; origin->entity != NULL && i < origin->entity->n_fields; i++)
    if (vel_field_is_stored (&origin->entity->fields[i]))
      tell_field (self->entry, origin->entity, self->record, SQLITE_INSERT, i, &nothing, &origin->values[i]);
  return TRUE;
}

static gboolean
collect_entry (Collect       *self,
               VelDatabase   *database,
               VelStatement  *statement,
               GError       **error)
{
  VelHistoryEntry *entry = self->entry;

  entry->id = sqlite3_column_int64 (statement, 0);
  entry->at = sqlite3_column_int64 (statement, 1);
  entry->actor = g_strdup ((const char *) sqlite3_column_text (statement, 2));
  entry->label = g_strdup ((const char *) sqlite3_column_text (statement, 3));
  entry->args = g_strdup ((const char *) sqlite3_column_text (statement, 4));
  entry->is_undone = sqlite3_column_int64 (statement, 5) != 0;
  entry->fields = g_ptr_array_new_with_free_func (free_field);
  self->first_id = sqlite3_column_int64 (statement, 7);
  self->last_id = sqlite3_column_int64 (statement, 8);
  entry->n_rows = sqlite3_column_int64 (statement, 9);
  entry->is_whole = self->record != 0 || entry->n_rows == 0;
  if (self->record != 0 && self->first_id != 0 && self->record >= self->first_id && self->record <= self->last_id &&
      !collect_added (self, database, error))
    return FALSE;
  return vel_changeset_each (database, sqlite3_column_blob (statement, 6), sqlite3_column_bytes (statement, 6),
                             collect_row, self, error);
}

/**
 * vel_history_read:
 * @database: a connection
 * @record: a record, or 0 for all
 * @limit: how many changes at most, 0 for all
 * @error: (out): a #VelStoreError
 *
 * Returns: (transfer full) (element-type VelHistoryEntry) (nullable): the changes, the newest first
 */
GPtrArray *
vel_history_read (VelDatabase  *database,
                  gint64        record,
                  guint         limit,
                  GError      **error)
{
  static const char all[] =
    "SELECT " COLUMNS " FROM history ORDER BY id DESC LIMIT ?1";
  static const char of_record[] =
    "SELECT " COLUMNS " FROM history"
    " WHERE id IN (SELECT history FROM history_touch WHERE record = ?2)"
    " OR (last_id >= ?2 AND first_id <= ?2) ORDER BY id DESC LIMIT ?1";
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) vel_history_entry_free);
  g_autoptr(VelStatement) statement = vel_database_prepare (database, record != 0 ? of_record : all, error);
  g_auto(Origin) origin = { NULL };
  Collect collect = { .record = record, .origin = &origin };
  gboolean row;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, limit > 0 ? (gint64) limit : -1);
  if (record != 0)
    sqlite3_bind_int64 (statement, 2, record);
  while (TRUE)
    {
      if (!vel_database_step (database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&entries);
      collect.entry = g_new0 (VelHistoryEntry, 1);
      g_ptr_array_add (entries, collect.entry);
      if (!collect_entry (&collect, database, statement, error))
        return NULL;
      /* Not every id within a long change has become a record. */
      if (record != 0 && collect.first_id != 0 && collect.entry->fields->len == 0)
        g_ptr_array_set_size (entries, entries->len - 1);
    }
}

static gboolean
read_label (VelDatabase  *database,
            const char   *sql,
            char        **label,
            GError      **error)
{
  g_autoptr(VelStatement) statement = vel_database_prepare (database, sql, error);
  gboolean row;

  *label = NULL;
  if (statement == NULL || !vel_database_step (database, statement, &row, error))
    return FALSE;
  if (row)
    *label = vel_history_say ((const char *) sqlite3_column_text (statement, 0),
                              (const char *) sqlite3_column_text (statement, 1));
  return TRUE;
}

/**
 * vel_history_labels:
 * @database: a connection
 * @undo: (out) (nullable): what would be undone, in words
 * @redo: (out) (nullable): what would be redone, in words
 * @error: (out): a #VelStoreError
 *
 * Returns: whether history was read
 */
gboolean
vel_history_labels (VelDatabase  *database,
                    char        **undo,
                    char        **redo,
                    GError      **error)
{
  *redo = NULL;
  return read_label (database, "SELECT label, args FROM history WHERE undone = 0 ORDER BY id DESC LIMIT 1",
                     undo, error) &&
         read_label (database, "SELECT label, args FROM history WHERE undone > 0 ORDER BY undone DESC LIMIT 1",
                     redo, error);
}
