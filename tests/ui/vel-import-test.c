/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-import-test.h"

#include "vel-test-util.h"

GFile *
vel_import_test_write (const char *text,
                       gssize      length)
{
  g_autofree char *path = vel_test_new_path ();

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  return g_file_new_for_path (path);
}

void
vel_import_test_start (VelImportTest *fixture,
                       GFile         *file)
{
  if (fixture->book == NULL)
    fixture->book = vel_ui_new_book (0);
  if (fixture->window == NULL)
    fixture->window = vel_ui_new_window (fixture->book);
  fixture->dialog = vel_import_dialog_present (GTK_WIDGET (fixture->window), fixture->book, file);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
}

void
vel_import_test_start_text (VelImportTest *fixture,
                            const char    *text)
{
  g_autoptr(GFile) file = vel_import_test_write (text, -1);

  vel_import_test_start (fixture, file);
}

gboolean
vel_import_test_is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* Nothing is left of the dialog; then the rest goes too. */
void
vel_import_test_finish (VelImportTest *fixture)
{
  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  vel_ui_wait (vel_import_test_is_gone, &fixture->dialog);
  vel_ui_close_window (fixture->window);
  vel_ui_close_book (fixture->book);
}

typedef struct
{
  VelImportTest *fixture;
  const char *label;
} Press;

static gboolean
can_press (gpointer data)
{
  Press *press = data;
  GtkWidget *button = vel_ui_find_button (press->fixture->dialog, press->label);

  return button != NULL && gtk_widget_is_sensitive (button);
}

/* Waits until a button of the dialog can be pressed. */
void
vel_import_test_wait_button (VelImportTest *fixture,
                             const char    *label)
{
  Press wanted = { fixture, label };

  vel_ui_wait (can_press, &wanted);
}

/* Presses a button of the dialog as soon as it is there. */
void
vel_import_test_press (VelImportTest *fixture,
                       const char    *label)
{
  vel_import_test_wait_button (fixture, label);
  g_assert_true (gtk_widget_activate (vel_ui_find_button (fixture->dialog, label)));
}

/* Goes on as a person does who only presses Enter. */
void
vel_import_test_go_on (VelImportTest *fixture,
                       const char    *expected)
{
  vel_import_test_wait_button (fixture, expected);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->dialog)) ==
                 vel_ui_find_button (fixture->dialog, expected));
  g_assert_true (gtk_widget_activate (gtk_window_get_default_widget (GTK_WINDOW (fixture->dialog))));
}
