/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vel-cli.h"
#include "vel-date.h"
#include "vel-json.h"
#include "vel-record-json.h"

/* The commands about what was changed. */

static void
add_member (JsonBuilder *builder,
            const char  *name,
            JsonNode    *node)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_value (builder, node);
}

/* A damaged book may hold anything where text should be. */
static JsonNode *
new_string (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  return json_node_init_string (json_node_alloc (), valid);
}

/* The label in words is for people and in their language; the key and its
 * arguments are for programs, and the same in every language. */
static void
add_label (JsonBuilder *builder,
           const char  *label,
           const char  *args)
{
  g_autofree char *said = vel_history_say (label, args);
  JsonNode *parsed = vel_json_from_string (args);

  add_member (builder, "label", new_string (said));
  add_member (builder, "key", new_string (label));
  add_member (builder, "args", parsed != NULL ? parsed : json_node_init_null (json_node_alloc ()));
}

static char *
format_instant (gint64 milliseconds)
{
  g_autofree char *iso = vel_date_time_to_iso (milliseconds / 1000);
  char *end = strchr (iso, 'Z');

  if (end != NULL)
    *end = '\0';
  return g_strdup_printf ("%s.%03dZ", iso, (int) (milliseconds % 1000));
}

static const char *
operation_name (char operation)
{
  switch (operation)
    {
    case 'i':
      return "insert";
    case 'd':
      return "delete";
    default:
      return "update";
    }
}

/* What the money of a record was in then, or what it is in now. */
static char *
find_currency (VelCli                *self,
               GPtrArray             *fields,
               const VelHistoryField *money,
               gboolean               before)
{
  g_autoptr(VelRecord) record = NULL;

  if (money->field->type != VEL_FIELD_MONEY || vel_entity_find_field (money->entity, "currency") == NULL)
    return NULL;
  for (guint i = 0; i < fields->len; i++)
    {
      const VelHistoryField *field = g_ptr_array_index (fields, i);

      if (field->record == money->record && g_str_equal (field->field->name, "currency"))
        return g_strdup (before ? field->before.text : field->after.text);
    }
  record = vel_book_get_record (self->book, money->entity, money->record, NULL);
  return record != NULL ? g_strdup (vel_record_get_text (record, "currency")) : NULL;
}

static void
add_changes (VelCli      *self,
             JsonBuilder *builder,
             GPtrArray   *fields)
{
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < fields->len; i++)
    {
      const VelHistoryField *field = g_ptr_array_index (fields, i);
      g_autofree char *from = find_currency (self, fields, field, TRUE);
      g_autofree char *to = find_currency (self, fields, field, FALSE);

      json_builder_begin_object (builder);
      add_member (builder, "entity", new_string (field->entity->name));
      add_member (builder, "id", vel_id_to_json (field->record));
      add_member (builder, "operation", new_string (operation_name (field->operation)));
      add_member (builder, "field", new_string (field->field->name));
      add_member (builder, "from", vel_value_to_json (field->field, &field->before, from));
      add_member (builder, "to", vel_value_to_json (field->field, &field->after, to));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static JsonNode *
entry_to_json (VelCli                *self,
               const VelHistoryEntry *entry)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *at = format_instant (entry->at);

  json_builder_begin_object (builder);
  add_member (builder, "id", vel_id_to_json (entry->id));
  add_member (builder, "at", new_string (at));
  add_member (builder, "who", new_string (entry->actor));
  add_label (builder, entry->label, entry->args);
  add_member (builder, "undone", json_node_init_boolean (json_node_alloc (), entry->is_undone));
  add_member (builder, "rows", json_node_init_int (json_node_alloc (), entry->n_rows));
  add_member (builder, "complete", json_node_init_boolean (json_node_alloc (), entry->is_whole));
  add_changes (self, builder, entry->fields);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static gboolean
print_history (VelCli     *self,
               GPtrArray  *entries,
               GError    **error)
{
  vel_cli_begin_array ();
  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr(JsonNode) node = entry_to_json (self, g_ptr_array_index (entries, i));

      vel_cli_print_element (node, i == 0);
    }
  return vel_cli_end_array (entries->len == 0, error);
}

/* history [ENTITY ID] */
gboolean
vel_cli_history (VelCli  *self,
                 int      argc,
                 char   **argv,
                 GError **error)
{
  int limit = G_MAXINT;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("So many at most"), N_("N") },
    { NULL }
  };
  g_autoptr(GPtrArray) history = NULL;
  gint64 record = 0;

  if (!vel_cli_parse (self, entries, argc, argv, error))
    return FALSE;
  if (self->args[0] != NULL &&
      (vel_cli_find_entity (self->args[0], error) == NULL || !vel_cli_parse_id (self->args[1], &record, error)))
    return FALSE;
  if (!vel_cli_expect_end (self, 2, error))
    return FALSE;
  if (limit < 0)
    return vel_cli_fail (error, _("How many cannot be a number below zero."));

  if (!vel_cli_open (self, FALSE, error))
    return FALSE;
  history = limit > 0 ? vel_book_history (self->book, record, limit, error) : g_ptr_array_new ();
  return history != NULL && print_history (self, history, error);
}

static JsonNode *
commit_to_json (const VelCommit *commit)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_member (builder, "id", vel_id_to_json (commit->history));
  add_label (builder, commit->label, commit->args);
  add_member (builder, "rows", json_node_init_int (json_node_alloc (), commit->n_rows));
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

/* Goes so many steps, as far as it can; what was done is printed in any case. */
static gboolean
travel (VelCli   *self,
        int       argc,
        char    **argv,
        gboolean  back,
        GError  **error)
{
  g_autoptr(JsonArray) done = json_array_new ();
  g_autoptr(JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  g_autoptr(GError) local_error = NULL;
  guint64 n_steps = 1;

  if (!vel_cli_parse (self, NULL, argc, argv, error))
    return FALSE;
  if (self->args[0] != NULL && !g_ascii_string_to_unsigned (self->args[0], 10, 1, G_MAXUINT, &n_steps, NULL))
    return vel_cli_fail (error, _("“%s” is not a number of steps."), self->args[0]);
  if (!vel_cli_expect_end (self, 1, error))
    return FALSE;

  if (!vel_cli_open (self, FALSE, error))
    return FALSE;
  for (guint64 i = 0; i < n_steps && local_error == NULL; i++)
    {
      g_autoptr(VelCommit) commit = back ? vel_book_undo (self->book, 0, &local_error)
                                         : vel_book_redo (self->book, &local_error);

      self->has_written |= commit != NULL;
      if (commit != NULL)
        json_array_add_element (done, commit_to_json (commit));
    }
  json_node_set_array (root, done);
  if (json_array_get_length (done) > 0 && !vel_cli_print (root, error))
    return FALSE;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* undo [N] */
gboolean
vel_cli_undo (VelCli  *self,
              int      argc,
              char   **argv,
              GError **error)
{
  return travel (self, argc, argv, TRUE, error);
}

/* redo [N] */
gboolean
vel_cli_redo (VelCli  *self,
              int      argc,
              char   **argv,
              GError **error)
{
  return travel (self, argc, argv, FALSE, error);
}
