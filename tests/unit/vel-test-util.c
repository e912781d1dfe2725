/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-test-util.h"

#include <glib/gstdio.h>

/* Long enough for a slow machine under a sanitizer; nothing waits so long unless it fails. */
#define PATIENCE_S 20

static char *folder = NULL;
static int n_paths = 0;

static void
remove_folder (void)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", folder);

  g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL);
}

static void
make_folder (void)
{
  folder = g_dir_make_tmp ("velinimet-test-XXXXXX", NULL);
  g_assert_nonnull (folder);
  atexit (remove_folder);
}

/* Starts a test program: its files lie in a folder of its own, removed at the end. */
void
vel_test_init (int    *argc,
               char ***argv)
{
  g_test_init (argc, argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  make_folder ();
}

/* The same, but for what is installed on the system: icons and the types of files. */
void
vel_test_init_on_system (int    *argc,
                         char ***argv)
{
  make_folder ();
  g_setenv ("HOME", folder, TRUE);
  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  g_test_init (argc, argv, NULL);
}

/* A path where no file is yet. */
char *
vel_test_new_path (void)
{
  g_autofree char *name = g_strdup_printf ("book-%d.velinimet", ++n_paths);

  return g_build_filename (folder, name, NULL);
}

static char *
run_sqlite3 (const char * const *argv)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *complaint = NULL;
  char *answer = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &answer, &complaint, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (complaint, ==, "");
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return answer;
}

/* What a program of its own, with a connection of its own, reads from a book. */
char *
vel_test_ask (const char *path,
              const char *sql)
{
  const char * const argv[] = { "sqlite3", "-readonly", path, sql, NULL };

  return run_sqlite3 (argv);
}

/* Lets such a program write into a book. */
void
vel_test_execute (const char *path,
                  const char *sql)
{
  const char * const argv[] = { "sqlite3", path, sql, NULL };
  g_autofree char *answer = run_sqlite3 (argv);

  g_assert_cmpstr (answer, ==, "");
}

/* Every row of every table of entities, and what follows from them, as text. */
char *
vel_test_dump (const char *path)
{
  g_autoptr(GString) script = g_string_new (NULL);
  guint n_entities;
  const VelEntity * const *entities = vel_entity_list (&n_entities);

  for (guint i = 0; i < n_entities; i++)
    g_string_append_printf (script, "SELECT '%s', * FROM %s;", entities[i]->name, entities[i]->name);
  g_string_append (script, "SELECT 'order', hex (key), id FROM customer_order;");
  return vel_test_ask (path, script->str);
}

static gboolean
expired_cb (gpointer data)
{
  const char *found = data != NULL ? vel_record_get_text (data, g_object_get_data (data, "waiting")) : "";

  g_error ("nothing happened in %d seconds: %s", PATIENCE_S, found);
  return G_SOURCE_REMOVE;
}

/* Does what waits in the main loop, and no more. */
void
vel_test_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
changed_cb (VelBook  *book,
            VelDelta *delta,
            gboolean *changed)
{
  *changed = TRUE;
}

/* Waits until the book has told of a change. */
void
vel_test_wait_changed (VelBook *book)
{
  gboolean changed = FALSE;
  const gulong handler = g_signal_connect (book, "changed", G_CALLBACK (changed_cb), &changed);
  const guint timeout = g_timeout_add_seconds (PATIENCE_S, expired_cb, NULL);

  while (!changed)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
  g_signal_handler_disconnect (book, handler);
}

/* Waits until a field of the record holds the text. */
void
vel_test_wait_text (VelRecord  *record,
                    const char *field,
                    const char *text)
{
  const guint timeout = g_timeout_add_seconds (PATIENCE_S, expired_cb, record);

  g_object_set_data (G_OBJECT (record), "waiting", (gpointer) field);
  while (g_strcmp0 (vel_record_get_text (record, field), text) != 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}
