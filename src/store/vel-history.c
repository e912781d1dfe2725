/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-history.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "vel-changeset.h"
#include "vel-history-private.h"

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
  g_autoptr(JsonNode) node = json_from_string (args, NULL);
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

typedef struct
{
  VelHistoryEntry *entry;
  gint64           record;  /* 0 for any */
} Collect;

static gboolean
collect_row (const VelRowChange  *row,
             gpointer             user_data,
             GError             **error)
{
  Collect *collect = user_data;
  GPtrArray *fields = collect->entry->fields;

  collect->entry->n_rows++;
  if (collect->record != 0 && collect->record != row->id)
    return TRUE;
  for (guint i = 0; i < row->entity->n_fields && fields->len < MAX_FIELDS; i++)
    {
      VelHistoryField *field;
      g_auto(VelValue) before = VEL_VALUE_INIT;
      g_auto(VelValue) after = VEL_VALUE_INIT;
      gboolean told = vel_row_change_field (row, i, FALSE, &before);

      told |= vel_row_change_field (row, i, TRUE, &after);
      if (!told || vel_value_equal (&before, &after))
        continue;
      field = g_new0 (VelHistoryField, 1);
      field->entity = row->entity;
      field->record = row->id;
      field->operation = row->operation == SQLITE_INSERT ? 'i' : row->operation == SQLITE_DELETE ? 'd' : 'u';
      field->field = &row->entity->fields[i];
      vel_value_copy (&before, &field->before);
      vel_value_copy (&after, &field->after);
      g_ptr_array_add (fields, field);
    }
  return TRUE;
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
    "SELECT id, at, actor, label, args, undone, changeset FROM history ORDER BY id DESC LIMIT ?1";
  static const char of_record[] =
    "SELECT id, at, actor, label, args, undone, changeset FROM history"
    " WHERE id IN (SELECT history FROM history_touch WHERE record = ?2)"
    " OR (last_id >= ?2 AND first_id <= ?2) ORDER BY id DESC LIMIT ?1";
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) vel_history_entry_free);
  g_autoptr(VelStatement) statement = vel_database_prepare (database, record != 0 ? of_record : all, error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, limit > 0 ? (gint64) limit : -1);
  if (record != 0)
    sqlite3_bind_int64 (statement, 2, record);
  while (TRUE)
    {
      VelHistoryEntry *entry;
      Collect collect;

      if (!vel_database_step (database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&entries);
      entry = g_new0 (VelHistoryEntry, 1);
      g_ptr_array_add (entries, entry);
      entry->id = sqlite3_column_int64 (statement, 0);
      entry->at = sqlite3_column_int64 (statement, 1);
      entry->actor = g_strdup ((const char *) sqlite3_column_text (statement, 2));
      entry->label = g_strdup ((const char *) sqlite3_column_text (statement, 3));
      entry->args = g_strdup ((const char *) sqlite3_column_text (statement, 4));
      entry->is_undone = sqlite3_column_int64 (statement, 5) != 0;
      entry->fields = g_ptr_array_new_with_free_func (free_field);
      collect = (Collect) { entry, record };
      if (!vel_changeset_each (database, sqlite3_column_blob (statement, 6), sqlite3_column_bytes (statement, 6),
                               collect_row, &collect, error))
        return NULL;
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
