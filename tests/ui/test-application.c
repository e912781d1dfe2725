/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "vel-application.h"
#include "vel-import-dialog.h"
#include "vel-shortcuts.h"
#include "vel-test-util.h"
#include "vel-trouble.h"
#include "vel-ui-test.h"
#include "vel-welcome.h"

/* What a run of the program does once it has begun; it ends with quit(). */
typedef void (*Script) (VelApplication *application);

typedef struct
{
  VelApplication *application;
  Script          script;
  gboolean        done;
} Run;

static gboolean
script_cb (gpointer data)
{
  Run *run = data;

  run->script (run->application);
  run->done = TRUE;
  g_action_group_activate_action (G_ACTION_GROUP (run->application), "quit", NULL);
  return G_SOURCE_REMOVE;
}

/* Runs the program with an argument or two, and lets a script look at it. */
static int
run_with (const char *first,
          const char *second,
          Script      script)
{
  const char * const arguments[] = { "velinimet", first, second, NULL };
  g_autoptr(VelApplication) application = vel_application_new ();
  Run run = { application, script, FALSE };
  int status;

  g_application_set_flags (G_APPLICATION (application),
                           g_application_get_flags (G_APPLICATION (application)) | G_APPLICATION_NON_UNIQUE);
  if (script != NULL)
    g_idle_add (script_cb, &run);
  status = g_application_run (G_APPLICATION (application), g_strv_length ((GStrv) arguments), (char **) arguments);
  g_assert_true (script == NULL || run.done);
  vel_test_settle ();
  return status;
}

static VelWindow *
get_window (VelApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  g_assert_true (VEL_IS_WINDOW (window));
  return VEL_WINDOW (window);
}

typedef struct
{
  VelApplication *application;
  const char     *path;
  VelBook        *before;
} Open;

static gboolean
is_open (gpointer data)
{
  Open *open = data;
  VelBook *book = vel_application_get_book (open->application);

  return book != NULL && g_strcmp0 (vel_book_get_path (book), open->path) == 0 &&
         vel_window_get_book (get_window (open->application)) == book;
}

static void
wait_open (VelApplication *application,
           const char     *path)
{
  Open open = { application, path, NULL };

  vel_ui_wait (is_open, &open);
}

static char *given = NULL;

static void
see_given (VelApplication *application)
{
  g_autofree char *own = vel_book_default_path ();

  wait_open (application, given);
  /* Nothing else is made on the way. */
  g_assert_false (g_file_test (own, G_FILE_TEST_EXISTS));
}

static void
test_given (void)
{
  g_autoptr(GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *last = NULL;

  given = vel_test_new_path ();
  g_assert_cmpint (run_with ("--book", given, see_given), ==, 0);
  g_assert_true (g_file_test (given, G_FILE_TEST_EXISTS));
  last = g_settings_get_string (settings, "last-book");
  g_assert_cmpstr (last, ==, "");

  /* A file that was opened is the user's own from then on. */
  g_assert_cmpint (run_with (given, NULL, see_given), ==, 0);
  g_free (last);
  last = g_settings_get_string (settings, "last-book");
  g_assert_cmpstr (last, ==, given);
  g_assert_cmpint (run_with (NULL, NULL, see_given), ==, 0);

  g_settings_reset (settings, "last-book");
  g_clear_pointer (&given, g_free);
}

static void
see_own (VelApplication *application)
{
  g_autofree char *own = vel_book_default_path ();
  GStatBuf status;

  wait_open (application, own);
  g_assert_cmpint (g_stat (own, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_own (void)
{
  g_assert_cmpint (run_with (NULL, NULL, see_own), ==, 0);
  g_assert_cmpint (run_with ("--page", "customers", see_own), ==, 0);
}

static void
test_wrong_usage (void)
{
  g_assert_cmpint (run_with ("--page", "nonsense", NULL), ==, 2);
}

static char *printed = NULL;

static void
print_cb (const char *text)
{
  g_assert_null (printed);
  printed = g_strdup (text);
}

static void
test_version (void)
{
  const GPrintFunc before = g_set_print_handler (print_cb);
  const int status = run_with ("--version", NULL, NULL);

  g_set_print_handler (before);
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpstr (printed, ==, "Velinimet " PACKAGE_VERSION "\n");
  g_clear_pointer (&printed, g_free);
}

static gboolean
has_trouble (gpointer application)
{
  return vel_ui_find_type (get_window (application), VEL_TYPE_TROUBLE) != NULL;
}

static void
see_rubbish (VelApplication *application)
{
  g_autofree char *own = vel_book_default_path ();
  g_autofree char *content = NULL;

  vel_ui_wait (has_trouble, application);
  g_assert_null (vel_application_get_book (application));
  vel_ui_wait_label (get_window (application),
                     "This file is not a customer book. Customers from a spreadsheet are imported, not opened.");

  /* It is left as it is, and the way on is open. */
  g_assert_true (g_file_get_contents (given, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "all of this is rubbish");
  gtk_widget_activate (vel_ui_find_button (get_window (application), "Back to my own book"));
  wait_open (application, own);
}

static void
test_rubbish (void)
{
  given = vel_test_new_path ();
  g_assert_true (g_file_set_contents (given, "all of this is rubbish", -1, NULL));
  g_assert_cmpint (run_with ("--book", given, see_rubbish), ==, 0);
  g_clear_pointer (&given, g_free);
}

static void
see_mended (VelApplication *application)
{
  vel_ui_wait (has_trouble, application);
  g_assert_cmpint (g_unlink (given), ==, 0);
  gtk_widget_activate (vel_ui_find_button (get_window (application), "Try again"));
  wait_open (application, given);
}

static void
test_mended (void)
{
  given = vel_test_new_path ();
  g_assert_true (g_file_set_contents (given, "rubbish once more", -1, NULL));
  g_assert_cmpint (run_with ("--book", given, see_mended), ==, 0);
  g_clear_pointer (&given, g_free);
}

static void
see_sample (VelApplication *application)
{
  g_autofree char *own = vel_book_default_path ();
  g_autofree char *sample = g_build_filename (g_get_user_data_dir (), "velinimet", "sample.velinimet", NULL);

  wait_open (application, own);
  g_action_group_activate_action (G_ACTION_GROUP (application), "open-sample", NULL);
  wait_open (application, sample);
  vel_ui_wait_label (get_window (application), "Back to my own book");
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (application), "open-sample"));

  gtk_widget_activate (vel_ui_find_button (get_window (application), "Back to my own book"));
  wait_open (application, own);
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (application), "open-sample"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (application), "open-own"));
}

static void
test_sample (void)
{
  g_autoptr(GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *last = NULL;

  g_assert_cmpint (run_with (NULL, NULL, see_sample), ==, 0);
  last = g_settings_get_string (settings, "last-book");
  g_assert_cmpstr (last, ==, "");
  /* The second time it is there already. */
  g_assert_cmpint (run_with (NULL, NULL, see_sample), ==, 0);
}

static gboolean
is_another (gpointer data)
{
  Open *open = data;
  VelBook *book = vel_application_get_book (open->application);

  return book != NULL && book != open->before && vel_window_get_book (get_window (open->application)) == book;
}

static void
see_failed (VelApplication *application)
{
  g_autofree char *own = vel_book_default_path ();
  g_autoptr(GError) error = g_error_new_literal (VEL_STORE_ERROR, VEL_STORE_ERROR_VANISHED, "gone");
  g_autoptr(VelBook) before = NULL;
  Open open = { application, NULL, NULL };

  wait_open (application, own);
  before = g_object_ref (vel_application_get_book (application));
  g_signal_emit_by_name (before, "failed", error);
  vel_ui_wait_label (get_window (application),
                     "The customer book is no longer where it was: the file was moved or deleted, or its disk was "
                     "taken out. Put it back and try again.");
  gtk_widget_activate (vel_ui_find_button (get_window (application), "Try again"));

  /* The same file, opened anew. */
  open.before = before;
  vel_ui_wait (is_another, &open);
  wait_open (application, own);
  g_assert_null (vel_ui_find_button (get_window (application), "Try again"));
}

static void
test_failed (void)
{
  g_assert_cmpint (run_with (NULL, NULL, see_failed), ==, 0);
}

static void
see_moved (VelApplication *application)
{
  vel_ui_wait (has_trouble, application);
  /* What is gone is not quietly begun anew. */
  g_assert_false (g_file_test (given, G_FILE_TEST_EXISTS));
}

static void
test_last_book_is_gone (void)
{
  g_autoptr(GSettings) settings = g_settings_new (APPLICATION_ID);

  given = vel_test_new_path ();
  g_settings_set_string (settings, "last-book", given);
  g_assert_cmpint (run_with (NULL, NULL, see_moved), ==, 0);
  g_settings_reset (settings, "last-book");
  g_clear_pointer (&given, g_free);
}

static gpointer
find_import (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (VEL_IS_IMPORT_DIALOG (window))
        return window;
    }
  return NULL;
}

static gboolean
has_import (gpointer data)
{
  return find_import () != NULL;
}

/* What the file manager hands over is what it says it is: a table to be imported. */
static void
see_table (VelApplication *application)
{
  g_autofree char *own = vel_book_default_path ();
  g_autoptr(GFile) file = g_file_new_for_path (given);
  GFile *two[] = { file, file };

  wait_open (application, own);
  vel_ui_wait (has_import, NULL);
  vel_ui_wait_label (find_import (), "2 rows, 2 columns");
  gtk_window_destroy (find_import ());

  /* A second time while the program runs, and more than it can do at once. */
  g_application_open (G_APPLICATION (application), two, 1, "");
  vel_ui_wait (has_import, NULL);
  gtk_window_destroy (find_import ());
  g_application_open (G_APPLICATION (application), two, 2, "");
  vel_ui_wait_label (get_window (application), "Files are imported one at a time. Choose only one.");
  g_assert_null (find_import ());
}

static void
test_table (void)
{
  g_autofree char *path = vel_test_new_path ();

  given = g_strconcat (path, ".csv", NULL);
  g_assert_true (g_file_set_contents (given, "Ad;Telefon\nAyşe Işık;0532 123 45 67\nAli Çelik;0532 123 45 68\n", -1, NULL));
  g_assert_cmpint (run_with (given, NULL, see_table), ==, 0);
  g_clear_pointer (&given, g_free);
}

/* Whoever looks for a key finds it in the help, too. */
static void
test_help_tells_shortcuts (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("VEL_TEST_DATA"), "..", "..", "help", "C", "shortcuts.page", NULL);
  g_autofree char *page = NULL;
  g_autoptr(GError) error = NULL;
  guint n_shortcuts;
  const VelShortcut *shortcuts = vel_shortcuts_list (&n_shortcuts);

  g_file_get_contents (path, &page, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_shortcuts, >, 0);
  for (guint i = 0; i < n_shortcuts; i++)
    {
      g_autofree char *cell = g_strdup_printf ("<td><p>%s</p></td>", shortcuts[i].title);

      g_test_message ("%s", shortcuts[i].title);
      g_assert_nonnull (strstr (page, cell));
    }
}

int
main (int    argc,
      char **argv)
{
  vel_test_init_on_system (&argc, &argv);
  g_test_add_func ("/application/given", test_given);
  g_test_add_func ("/application/own", test_own);
  g_test_add_func ("/application/wrong-usage", test_wrong_usage);
  g_test_add_func ("/application/version", test_version);
  g_test_add_func ("/application/rubbish", test_rubbish);
  g_test_add_func ("/application/mended", test_mended);
  g_test_add_func ("/application/sample", test_sample);
  g_test_add_func ("/application/failed", test_failed);
  g_test_add_func ("/application/last-book-is-gone", test_last_book_is_gone);
  g_test_add_func ("/application/table", test_table);
  g_test_add_func ("/application/help-tells-shortcuts", test_help_tells_shortcuts);
  return g_test_run ();
}
