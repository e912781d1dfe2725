/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vel-cli-capture.h"
#include "vel-cli-setting.h"
#include "vel-record-json.h"

/* The commands that write records. */

/* A change that changes nothing has no place in history. */
static VelCommit *
commit_change (VelCli     *self,
               VelChange  *change,
               GError    **error)
{
  VelCommit *commit = vel_book_commit (self->book, change, NULL, error);

  self->has_written = commit != NULL && commit->history != 0;
  return commit;
}

static gboolean
print_record (VelCli           *self,
              const VelEntity  *entity,
              gint64            id,
              GError          **error)
{
  g_autoptr(VelRecord) record = vel_book_get_record (self->book, entity, id, error);
  g_autoptr(JsonNode) node = record != NULL ? vel_record_to_json (record) : NULL;

  return node != NULL && vel_cli_print (node, error);
}

/* What history calls the record. */
static char *
name_record (VelRecord *record)
{
  const VelEntity *entity = vel_record_get_entity (record);
  const char *name = entity->name_field != NULL ? vel_record_get_text (record, entity->name_field) : NULL;

  return name != NULL ? g_strdup (name)
                      : g_strdup_printf ("%s %" G_GINT64_FORMAT, entity->name, vel_record_get_id (record));
}

/* What is added, by what is said of its fields. */
static VelChange *
make_addition (const VelEntity *entity,
               GArray          *settings,
               gint64          *id)
{
  const char *name = vel_cli_settings_text (settings, entity->name_field);
  VelChange *change = vel_change_new (N_("Add %s"), name != NULL ? name : entity->name, NULL);

  *id = vel_change_insert (change, entity);
  return change;
}

/* What is added, by a line; whose it is need not be looked for where it is said. */
static VelChange *
make_captured (VelCli            *self,
               const VelCapture  *capture,
               GArray            *settings,
               gint64            *id,
               GError           **error)
{
  gint64 customer = 0;

  if (!vel_cli_settings_have (settings, "customer") && !vel_cli_settings_have (settings, "deal") &&
      !vel_cli_find_captured (self, capture, &customer, error))
    return NULL;
  return vel_task_from_capture (capture, customer, 0, id);
}

/* What is said of fields, which need not be much beside a line. */
static GArray *
parse_addition (const VelEntity  *entity,
                char            **texts,
                gboolean          has_line,
                GError          **error)
{
  g_autoptr(GArray) settings = NULL;

  if (has_line && texts[0] == NULL)
    return vel_cli_settings_new ();
  settings = vel_cli_settings_parse (entity, texts, error);
  if (settings == NULL || (!has_line && !vel_cli_settings_check_complete (entity, settings, error)))
    return NULL;
  return g_steal_pointer (&settings);
}

/* add ENTITY FIELD=VALUE…, add task LINE [FIELD=VALUE…] */
gboolean
vel_cli_add (VelCli  *self,
             int      argc,
             char   **argv,
             GError **error)
{
  const VelEntity *entity;
  g_autoptr(GArray) settings = NULL;
  g_autoptr(VelCapture) capture = NULL;
  g_autoptr(VelChange) change = NULL;
  g_autoptr(VelCommit) commit = NULL;
  gboolean has_line;
  gint64 id;

  if (!vel_cli_parse (self, NULL, argc, argv, error))
    return FALSE;
  entity = vel_cli_find_entity (self->args[0], error);
  if (entity == NULL)
    return FALSE;
  has_line = vel_cli_is_line (entity, self->args[1]);
  if (has_line && self->args[2] != NULL && strchr (self->args[2], '=') == NULL)
    return vel_cli_fail (error, _("“%s” is one word too many. Put the line in quotation marks."), self->args[2]);
  settings = parse_addition (entity, self->args + (has_line ? 2 : 1), has_line, error);
  if (settings == NULL || (has_line && (capture = vel_cli_capture (self->args[1], settings, error)) == NULL))
    return FALSE;

  /* Money that cannot be read makes no book. */
  if (!vel_cli_has_book (self) && !vel_cli_settings_read (self, entity, NULL, settings, error))
    return FALSE;
  if (vel_cli_settings_have_custom (settings) && !vel_cli_has_book (self))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s",
                   _("There is no customer book yet, and so no own fields. Add a record without them first, or import a table."));
      return FALSE;
    }
  if (!vel_cli_open (self, TRUE, error) || !vel_cli_settings_read (self, entity, NULL, settings, error))
    return FALSE;
  change = has_line ? make_captured (self, capture, settings, &id, error) : make_addition (entity, settings, &id);
  if (change == NULL || !vel_cli_settings_put (self, change, entity, id, settings, error))
    return FALSE;
  commit = commit_change (self, change, error);
  return commit != NULL && print_record (self, entity, g_array_index (commit->ids, gint64, 0), error);
}

/* set ENTITY ID FIELD=VALUE… */
gboolean
vel_cli_set (VelCli  *self,
             int      argc,
             char   **argv,
             GError **error)
{
  const VelEntity *entity;
  g_autoptr(GArray) settings = NULL;
  g_autoptr(VelRecord) record = NULL;
  g_autoptr(VelChange) change = NULL;
  g_autoptr(VelCommit) commit = NULL;
  g_autofree char *name = NULL;
  gint64 id;

  if (!vel_cli_parse (self, NULL, argc, argv, error))
    return FALSE;
  entity = vel_cli_find_entity (self->args[0], error);
  if (entity == NULL || !vel_cli_parse_id (self->args[1], &id, error))
    return FALSE;
  settings = vel_cli_settings_parse (entity, self->args + 2, error);
  if (settings == NULL || !vel_cli_open (self, FALSE, error))
    return FALSE;

  record = vel_book_get_record (self->book, entity, id, error);
  if (record == NULL)
    return FALSE;
  if (!vel_cli_settings_read (self, entity, record, settings, error))
    return FALSE;
  name = name_record (record);
  g_clear_object (&record);
  change = vel_change_new (N_("Edit %s"), name, NULL);
  if (!vel_cli_settings_put (self, change, entity, id, settings, error))
    return FALSE;
  commit = commit_change (self, change, error);
  return commit != NULL && print_record (self, entity, id, error);
}

static VelChange *
make_deletion (VelCli           *self,
               const VelEntity  *entity,
               GArray           *ids,
               GError          **error)
{
  g_autoptr(VelChange) change = NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      const gint64 id = g_array_index (ids, gint64, i);
      g_autoptr(VelRecord) record = vel_book_get_record (self->book, entity, id, error);
      g_autofree char *name = NULL;
      g_autofree char *count = NULL;

      if (record == NULL)
        return NULL;
      if (i == 0)
        {
          name = name_record (record);
          count = g_strdup_printf ("%u", ids->len);
          change = ids->len == 1 ? vel_change_new (N_("Delete %s"), name, NULL)
                                 : vel_change_new (N_("Delete %s records"), count, NULL);
        }
      vel_change_delete (change, entity, id);
    }
  return g_steal_pointer (&change);
}

static GArray *
parse_ids (char   **texts,
           GError **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gsize i = 0;

  do
    {
      gint64 id;

      if (!vel_cli_parse_id (texts[i], &id, error))
        return NULL;
      if (g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
        g_array_append_val (ids, id);
      i++;
    }
  while (texts[i] != NULL);
  return g_steal_pointer (&ids);
}

/* delete ENTITY ID… */
gboolean
vel_cli_delete (VelCli  *self,
                int      argc,
                char   **argv,
                GError **error)
{
  const VelEntity *entity;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(VelChange) change = NULL;
  g_autoptr(VelCommit) commit = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  if (!vel_cli_parse (self, NULL, argc, argv, error))
    return FALSE;
  entity = vel_cli_find_entity (self->args[0], error);
  ids = entity != NULL ? parse_ids (self->args + 1, error) : NULL;
  if (ids == NULL || !vel_cli_open (self, FALSE, error))
    return FALSE;
  change = make_deletion (self, entity, ids, error);
  commit = change != NULL ? commit_change (self, change, error) : NULL;
  if (commit == NULL)
    return FALSE;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "deleted");
  json_builder_begin_array (builder);
  for (guint i = 0; i < ids->len; i++)
    json_builder_add_value (builder, vel_id_to_json (g_array_index (ids, gint64, i)));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return vel_cli_print (root, error);
}
