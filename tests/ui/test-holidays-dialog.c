/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "vel-feasts.h"
#include "vel-holidays-dialog.h"
#include "vel-test-util.h"
#include "vel-ui-test.h"

typedef struct
{
  GtkWindow         *window;
  VelHolidaysDialog *dialog;  /* not owned, NULL when it has gone */
  VelFeasts         *feasts;  /* (owned): what the calendar has */
  char              *path;    /* (owned): the user's file */
} Fixture;

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static gboolean
is_read (gpointer data)
{
  return vel_feasts_get_days (data) != NULL;
}

/* With a file of the user, or none. */
static void
open_dialog (Fixture    *test,
             const char *own)
{
  g_autoptr(GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "velinimet", NULL);
  g_autofree char *backup = NULL;

  g_settings_set_string (settings, "phone-region", "TR");
  test->path = g_build_filename (folder, "holidays.json", NULL);
  backup = g_strconcat (test->path, "~", NULL);
  g_unlink (test->path);
  g_unlink (backup);
  if (own != NULL)
    {
      g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
      g_assert_true (g_file_set_contents (test->path, own, -1, NULL));
    }
  test->feasts = vel_feasts_dup_default ();
  test->window = GTK_WINDOW (adw_application_window_new (GTK_APPLICATION (vel_ui_get_application ())));
  gtk_window_present (test->window);
  test->dialog = vel_holidays_dialog_present (GTK_WIDGET (test->window));
  g_object_add_weak_pointer (G_OBJECT (test->dialog), (gpointer *) &test->dialog);
  vel_ui_wait (is_read, test->feasts);
}

static void
close_dialog (Fixture *test)
{
  gtk_window_close (GTK_WINDOW (test->dialog));
  vel_ui_wait (is_null, &test->dialog);
  gtk_window_destroy (test->window);
  vel_test_settle ();
  /* It may just be reading what was written last. */
  g_object_add_weak_pointer (G_OBJECT (test->feasts), (gpointer *) &test->feasts);
  g_object_unref (test->feasts);
  vel_ui_wait (is_null, &test->feasts);
  g_free (test->path);
}

static GtkEditable *
find_entry (Fixture    *test,
            const char *title)
{
  GtkWidget *label = vel_ui_find_label (test->dialog, title);
  GtkWidget *row = label != NULL ? gtk_widget_get_ancestor (label, ADW_TYPE_ENTRY_ROW) : NULL;

  g_assert_nonnull (row);
  return GTK_EDITABLE (row);
}

static void
type (Fixture    *test,
      const char *day,
      const char *name)
{
  gtk_editable_set_text (find_entry (test, "Day"), day);
  gtk_editable_set_text (find_entry (test, "Name"), name);
}

static void
click (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
add (Fixture *test)
{
  click (vel_ui_find_button (test->dialog, "Add"));
}

typedef struct
{
  Fixture    *test;
  const char *day;
  const char *name;
} Sought;

static gboolean
is_celebrated (gpointer data)
{
  Sought *sought = data;
  const VelHoliday *found = vel_feasts_find (sought->test->feasts, sought->day);

  return g_strcmp0 (found != NULL ? found->name : NULL, sought->name) == 0;
}

/* Waits until the calendar has a holiday on a day, or none. */
static void
wait_day (Fixture    *test,
          const char *day,
          const char *name)
{
  Sought sought = { test, day, name };

  g_test_message ("waiting for “%s” on %s", name, day);
  vel_ui_wait (is_celebrated, &sought);
}

static void
assert_file (Fixture    *test,
             const char *part)
{
  g_autofree char *json = NULL;

  g_assert_true (g_file_get_contents (test->path, &json, NULL, NULL));
  g_assert_nonnull (strstr (json, part));
}

/* The button that removes what is called so. */
static GtkWidget *
find_remove (Fixture    *test,
             const char *name)
{
  GtkWidget *label = vel_ui_find_label (test->dialog, name);
  GtkWidget *row = label != NULL ? gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW) : NULL;

  g_assert_nonnull (row);
  return vel_ui_find_type (row, GTK_TYPE_BUTTON);
}

static void
activate (Fixture    *test,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (test->dialog), action, NULL));
}

/* Of one day and of every year; the user's file is made then, and not before. */
static void
test_add (void)
{
  Fixture test = { 0 };
  GtkWidget *half;

  open_dialog (&test, NULL);
  vel_ui_wait_label (test.dialog, "Every year");
  g_assert_nonnull (vel_ui_find_label (test.dialog, "Victory Day"));
  g_assert_false (g_file_test (test.path, G_FILE_TEST_EXISTS));
  g_assert_false (gtk_widget_is_sensitive (vel_ui_find_button (test.dialog, "Add")));

  type (&test, "2 Ocak", "  Köprü  günü ");
  vel_ui_wait_label (test.dialog, "Every year: January 2");
  add (&test);
  wait_day (&test, "2044-01-02", "Köprü günü");
  vel_ui_wait_label (test.dialog, "Köprü günü");
  g_assert_nonnull (vel_ui_find_label (test.dialog, "January 2"));
  assert_file (&test, "Köprü günü");
  /* Those that come with the program stay. */
  wait_day (&test, "2044-08-30", "Zafer Bayramı");
  g_assert_cmpstr (gtk_editable_get_text (find_entry (&test, "Day")), ==, "");

  type (&test, "24.01.2031", "Ramazan Bayramı");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (vel_ui_find_type (test.dialog, GTK_TYPE_SPIN_BUTTON)), 3);
  vel_ui_wait_label (test.dialog, "Once: January 24, 2031 – January 26, 2031");
  add (&test);
  wait_day (&test, "2031-01-26", "Ramazan Bayramı");
  wait_day (&test, "2031-01-27", NULL);
  vel_ui_wait_label (test.dialog, "2031");

  type (&test, "23.01.2031", "Arife");
  half = vel_ui_find_type (test.dialog, GTK_TYPE_SWITCH);
  gtk_switch_set_active (GTK_SWITCH (half), TRUE);
  add (&test);
  wait_day (&test, "2031-01-23", "Arife");
  g_assert_true (vel_feasts_find (test.feasts, "2031-01-23")->is_half);
  vel_ui_wait_label (test.dialog, "January 23, 2031, only the afternoon");
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (half)));
  close_dialog (&test);
}

/* What is no day, or is there already, is told and stays in its field. */
static void
test_wrong (void)
{
  Fixture test = { 0 };

  open_dialog (&test, NULL);
  vel_ui_wait_label (test.dialog, "Every year");
  type (&test, "31 Nisan", "Olmaz");
  add (&test);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (find_entry (&test, "Day")), "error"));
  g_assert_cmpstr (gtk_editable_get_text (find_entry (&test, "Day")), ==, "31 Nisan");
  g_assert_cmpstr (gtk_editable_get_text (find_entry (&test, "Name")), ==, "Olmaz");

  type (&test, "23.04", "Bayram");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (find_entry (&test, "Day")), "error"));
  add (&test);
  vel_ui_wait_label (test.dialog, "“National Sovereignty and Children’s Day” is on this day already.");
  g_assert_false (g_file_test (test.path, G_FILE_TEST_EXISTS));

  /* What is markup elsewhere is a name like another. */
  type (&test, "2.5", "<b>A & B");
  add (&test);
  vel_ui_wait_label (test.dialog, "<b>A & B");
  close_dialog (&test);
}

/* Taken out and back, step by step, until there is no file again. */
static void
test_remove (void)
{
  Fixture test = { 0 };

  open_dialog (&test, NULL);
  vel_ui_wait_label (test.dialog, "Victory Day");
  click (find_remove (&test, "Victory Day"));
  wait_day (&test, "2027-08-30", NULL);
  click (find_remove (&test, "New Year’s Day"));
  wait_day (&test, "2027-01-01", NULL);
  g_assert_null (vel_ui_find_label (test.dialog, "New Year’s Day"));
  /* The keyboard goes on where it was. */
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (test.dialog)));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (test.dialog)),
                                         gtk_widget_get_ancestor (find_remove (&test, "National Sovereignty and Children’s Day"),
                                                                  ADW_TYPE_ACTION_ROW)));

  activate (&test, "holidays.undo");
  wait_day (&test, "2027-01-01", "Yılbaşı");
  wait_day (&test, "2027-08-30", NULL);
  vel_ui_wait_label (test.dialog, "New Year’s Day");
  activate (&test, "holidays.undo");
  wait_day (&test, "2027-08-30", "Zafer Bayramı");
  g_assert_false (g_file_test (test.path, G_FILE_TEST_EXISTS));
  close_dialog (&test);
}

/* Back to those of the program; the user's own come back, too, and with them what else was written. */
static void
test_restore (void)
{
  Fixture test = { 0 };

  open_dialog (&test, "{\"note\": \"bizim\", \"holidays\": [{\"day\": \"06-01\", \"name\": \"Kuruluş\"}]}");
  vel_ui_wait_label (test.dialog, "Kuruluş");
  g_assert_null (vel_ui_find_label (test.dialog, "Victory Day"));
  activate (&test, "holidays.restore");
  vel_ui_wait_label (test.dialog, "Victory Day");
  g_assert_null (vel_ui_find_label (test.dialog, "Kuruluş"));
  g_assert_false (g_file_test (test.path, G_FILE_TEST_EXISTS));
  activate (&test, "holidays.undo");
  vel_ui_wait_label (test.dialog, "Kuruluş");
  assert_file (&test, "bizim");

  type (&test, "3 Temmuz 2027", "Gezi");
  add (&test);
  vel_ui_wait_label (test.dialog, "Gezi");
  assert_file (&test, "bizim");
  close_dialog (&test);
}

static gboolean
is_mended (gpointer data)
{
  return vel_feasts_get_error (data) == NULL;
}

/* A file that is broken is told, never written over, and kept when it is put aside. */
static void
test_broken (void)
{
  const char *broken = "{\"holidays\": [\n{\"day\": \"06-01\", \"name\": \"Kuruluş\"\n]}";
  Fixture test = { 0 };
  g_autofree char *json = NULL;
  g_autofree char *backup = NULL;

  open_dialog (&test, broken);
  vel_ui_wait_label (test.dialog, "Victory Day");
  g_assert_nonnull (vel_ui_find_label (test.dialog, vel_feasts_get_error (test.feasts)));
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (find_entry (&test, "Day"))));
  g_assert_false (gtk_widget_is_sensitive (find_remove (&test, "Victory Day")));
  g_assert_true (g_file_get_contents (test.path, &json, NULL, NULL));
  g_assert_cmpstr (json, ==, broken);

  activate (&test, "holidays.restore");
  vel_ui_wait (is_mended, test.feasts);
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (find_entry (&test, "Day"))));
  g_free (json);
  backup = g_strconcat (test.path, "~", NULL);
  g_assert_true (g_file_get_contents (backup, &json, NULL, NULL));
  g_assert_cmpstr (json, ==, broken);
  close_dialog (&test);
}

/* Edited by another program, the dialog shows it, and does not go back behind it. */
static void
test_elsewhere (void)
{
  Fixture test = { 0 };

  open_dialog (&test, "{\"holidays\": []}");
  type (&test, "1 Haziran", "Kuruluş");
  add (&test);
  vel_ui_wait_label (test.dialog, "Kuruluş");
  g_assert_true (g_file_set_contents (test.path, "{\"holidays\": [{\"day\": \"06-02\", \"name\": \"Şenlik\"}]}", -1, NULL));
  vel_ui_wait_label (test.dialog, "Şenlik");
  g_assert_null (vel_ui_find_label (test.dialog, "Kuruluş"));
  activate (&test, "holidays.undo");
  vel_test_settle ();
  assert_file (&test, "Şenlik");
  close_dialog (&test);
}

static gboolean
is_told (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        {
          gtk_window_close (window);
          return TRUE;
        }
    }
  return FALSE;
}

/* Where nothing can be written nothing changes, and why is told. */
static void
test_unwritable (void)
{
  Fixture test = { 0 };

  open_dialog (&test, NULL);
  vel_ui_wait_label (test.dialog, "Victory Day");
  g_assert_cmpint (g_mkdir_with_parents (test.path, 0700), ==, 0);
  click (find_remove (&test, "Victory Day"));
  vel_ui_wait (is_told, NULL);
  g_assert_nonnull (vel_feasts_find (test.feasts, "2027-08-30"));
  g_assert_cmpint (g_rmdir (test.path), ==, 0);
  close_dialog (&test);
}

/* From the window, with a book or without one. */
static void
test_window (void)
{
  VelWindow *window = vel_ui_new_window (NULL);
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow *dialog = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.holidays", NULL));
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) each = g_list_model_get_item (windows, i);

      if (VEL_IS_HOLIDAYS_DIALOG (each))
        dialog = each;
    }
  g_assert_nonnull (dialog);
  g_assert_true (gtk_window_get_transient_for (dialog) == GTK_WINDOW (window));
  gtk_window_close (dialog);
  vel_ui_close_window (window);
}

int
main (int    argc,
      char **argv)
{
  vel_ui_test_init (&argc, &argv);

  g_test_add_func ("/holidays-dialog/add", test_add);
  g_test_add_func ("/holidays-dialog/wrong", test_wrong);
  g_test_add_func ("/holidays-dialog/remove", test_remove);
  g_test_add_func ("/holidays-dialog/restore", test_restore);
  g_test_add_func ("/holidays-dialog/broken", test_broken);
  g_test_add_func ("/holidays-dialog/elsewhere", test_elsewhere);
  g_test_add_func ("/holidays-dialog/unwritable", test_unwritable);
  g_test_add_func ("/holidays-dialog/window", test_window);

  return g_test_run ();
}
