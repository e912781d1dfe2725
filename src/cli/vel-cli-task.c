/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vel-book-rings.h"
#include "vel-cli.h"
#include "vel-due.h"
#include "vel-ical-export.h"
#include "vel-record-json.h"
#include "vel-task-moves.h"
#include "vel-task.h"

/* The commands of tasks: done, put off, due, and out into a calendar. */

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* The tasks that are called by their ids or titles, each once. */
static GPtrArray *
find_tasks (VelCli  *self,
            guint    n_args,
            GError **error)
{
  g_autoptr(GPtrArray) tasks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_args; i++)
    {
      VelRecord *task;
      gboolean is_there = FALSE;
      gint64 id;

      if (!vel_cli_find_record (self, &vel_task_entity, self->args[i], 0, &id, error))
        return NULL;
      for (guint t = 0; t < tasks->len; t++)
        is_there = is_there || vel_record_get_id (g_ptr_array_index (tasks, t)) == id;
      if (is_there)
        continue;
      task = vel_book_get_record (self->book, &vel_task_entity, id, error);
      if (task == NULL)
        return NULL;
      g_ptr_array_add (tasks, task);
    }
  return g_steal_pointer (&tasks);
}

static GArray *
list_ids (GPtrArray *tasks)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < tasks->len; i++)
    {
      const gint64 id = vel_record_get_id (g_ptr_array_index (tasks, i));

      g_array_append_val (ids, id);
    }
  return ids;
}

static gboolean
print_tasks (VelCli  *self,
             GArray  *ids,
             GError **error)
{
  gboolean first = TRUE;

  vel_cli_begin_array ();
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(GError) local_error = NULL;
      g_autoptr(VelRecord) task = vel_book_get_record (self->book, &vel_task_entity, g_array_index (ids, gint64, i),
                                                       &local_error);
      g_autoptr(JsonNode) node = task != NULL ? vel_record_to_json (task) : NULL;

      /* Deleted by another program since it was found. */
      if (g_error_matches (local_error, VEL_STORE_ERROR, VEL_STORE_ERROR_NOT_FOUND))
        continue;
      if (node == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      vel_cli_print_element (node, first);
      first = FALSE;
    }
  return vel_cli_end_array (first, error);
}

/* Carries out the change of @tasks (and takes them), and prints what they are then. */
static gboolean
commit_and_print (VelCli     *self,
                  VelChange  *change,
                  GPtrArray  *tasks,
                  GError    **error)
{
  g_autoptr(GArray) ids = list_ids (tasks);
  g_autoptr(VelCommit) commit = NULL;

  /* What is shown of them shall be read anew. */
  g_ptr_array_set_size (tasks, 0);
  commit = vel_book_commit (self->book, change, NULL, error);
  if (commit == NULL)
    return FALSE;
  self->has_written = commit->history != 0;
  return print_tasks (self, ids, error);
}

/* done TASK… */
gboolean
vel_cli_done (VelCli  *self,
              int      argc,
              char   **argv,
              GError **error)
{
  g_autoptr(GPtrArray) tasks = NULL;
  g_autoptr(VelChange) change = NULL;

  if (!vel_cli_parse (self, NULL, argc, argv, error))
    return FALSE;
  if (self->args[0] == NULL)
    return vel_cli_fail (error, _("The task is missing."));
  if (!vel_cli_open (self, FALSE, error))
    return FALSE;
  tasks = find_tasks (self, g_strv_length (self->args), error);
  if (tasks == NULL)
    return FALSE;
  change = vel_task_finish (tasks, get_now ());
  return commit_and_print (self, change, tasks, error);
}

/* The words after the task, with a time of day and yet to come. */
static char *
read_until (VelCli  *self,
            GError **error)
{
  g_autofree char *text = g_strjoinv (" ", self->args + 1);
  g_autofree char *hour = vel_book_get_reminder_hour (self->book, error);
  g_autofree char *now = vel_due_from_utc (get_now ());
  g_autofree char *due = NULL;
  g_autofree char *until = NULL;

  if (hour == NULL || !vel_due_parse (text, get_now (), &due, error))
    return NULL;
  until = vel_due_set_hour (due, hour);
  if (strcmp (until, now) > 0)
    return g_steal_pointer (&until);
  vel_cli_fail (error, _("“%s” is over already."), text);
  return NULL;
}

/* snooze TASK UNTIL */
gboolean
vel_cli_snooze (VelCli  *self,
                int      argc,
                char   **argv,
                GError **error)
{
  g_autoptr(GPtrArray) tasks = NULL;
  g_autoptr(VelChange) change = NULL;
  g_autofree char *until = NULL;

  if (!vel_cli_parse (self, NULL, argc, argv, error))
    return FALSE;
  if (self->args[0] == NULL)
    return vel_cli_fail (error, _("The task is missing."));
  if (self->args[1] == NULL)
    return vel_cli_fail (error, _("Until when is missing."));
  if (!vel_cli_open (self, FALSE, error) || (until = read_until (self, error)) == NULL)
    return FALSE;
  tasks = find_tasks (self, 1, error);
  if (tasks == NULL)
    return FALSE;
  if (vel_record_get_integer (g_ptr_array_index (tasks, 0), "done") != 0)
    {
      g_set_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_INVALID, _("“%s” is done already."),
                   vel_record_get_text (g_ptr_array_index (tasks, 0), "title"));
      return FALSE;
    }
  change = vel_task_snooze (tasks, until);
  return commit_and_print (self, change, tasks, error);
}

/* due */
gboolean
vel_cli_due (VelCli  *self,
             int      argc,
             char   **argv,
             GError **error)
{
  g_autofree char *typed = NULL;
  const GOptionEntry entries[] = {
    { "until", 0, 0, G_OPTION_ARG_FILENAME, &typed, N_("The last day or moment; today unless it is said"), N_("WHEN") },
    { NULL }
  };
  g_autofree char *text = NULL;
  g_autofree char *until = NULL;
  g_autoptr(GArray) ids = NULL;

  if (!vel_cli_parse (self, entries, argc, argv, error) || !vel_cli_expect_end (self, 0, error) ||
      (text = vel_cli_to_utf8 (typed != NULL ? typed : "today", error)) == NULL ||
      !vel_due_parse (text, get_now (), &until, error) || !vel_cli_open (self, FALSE, error))
    return FALSE;
  ids = vel_book_find_due (self->book, until, 0, error);
  return ids != NULL && print_tasks (self, ids, error);
}

static GArray *
find_to_export (VelCli    *self,
                gboolean   only_open,
                GError   **error)
{
  g_autoptr(VelFilter) filter = only_open ? vel_filter_new (VEL_FILTER_EMPTY, "done", NULL) : NULL;
  g_autoptr(VelQuery) query = vel_query_new (&vel_task_entity, filter, NULL, "due", FALSE);

  return vel_book_find (self->book, query, error);
}

static gboolean
print_exported (const char  *path,
                guint        n,
                GError     **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *shown = g_filename_display_name (path);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "file");
  json_builder_add_string_value (builder, shown);
  json_builder_set_member_name (builder, "exported");
  json_builder_add_int_value (builder, n);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return vel_cli_print (root, error);
}

/* export FILE */
gboolean
vel_cli_export (VelCli  *self,
                int      argc,
                char   **argv,
                GError **error)
{
  g_autofree char *entity = NULL;
  gboolean only_open = FALSE;
  const GOptionEntry entries[] = {
    { "entity", 0, 0, G_OPTION_ARG_FILENAME, &entity, N_("What to export: task"), N_("ENTITY") },
    { "open", 0, 0, G_OPTION_ARG_NONE, &only_open, N_("Leave out what is done"), NULL },
    { NULL }
  };
  g_autofree char *path = NULL;
  g_autoptr(GFile) file = NULL;
  g_autoptr(GArray) ids = NULL;

  if (!vel_cli_parse (self, entries, argc, argv, error))
    return FALSE;
  if (entity != NULL && !g_str_equal (entity, "task"))
    return vel_cli_fail (error, _("Only tasks can be exported, as iCalendar."));
  if (self->args[0] == NULL || *self->args[0] == '\0')
    return vel_cli_fail (error, _("The name of the file is missing."));
  if (!vel_cli_expect_end (self, 1, error))
    return FALSE;
  if (!g_str_has_suffix (self->args[0], ".ics"))
    return vel_cli_fail (error, _("Tasks are exported as iCalendar: the name of the file ends in .ics."));
  if (!vel_cli_open (self, FALSE, error) || (ids = find_to_export (self, only_open, error)) == NULL)
    return FALSE;
  path = g_canonicalize_filename (self->args[0], NULL);
  file = g_file_new_for_path (path);
  return vel_ical_export_tasks (self->book, ids, file, NULL, error) && print_exported (path, ids->len, error);
}
