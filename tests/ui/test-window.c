/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-customer.h"
#include "vel-doing.h"
#include "vel-rename-popover.h"
#include "vel-sidebar-row.h"
#include "vel-sidebar.h"
#include "vel-ui-test.h"
#include "vel-welcome.h"

static VelSidebarRow *
find_row (VelWindow  *window,
          const char *name)
{
  GtkWidget *sidebar = vel_ui_find_type (window, VEL_TYPE_SIDEBAR);
  GtkWidget *label = sidebar != NULL ? vel_ui_find_label (sidebar, name) : NULL;
  GtkWidget *row = label != NULL ? gtk_widget_get_ancestor (label, VEL_TYPE_SIDEBAR_ROW) : NULL;

  return (VelSidebarRow *) row;
}

typedef struct
{
  VelWindow  *window;
  const char *name;
  gint64      count;
} Row;

static gboolean
has_count (gpointer data)
{
  Row *row = data;
  VelSidebarRow *found = find_row (row->window, row->name);

  return row->count < 0 ? found == NULL
                        : found != NULL && vel_sidebar_item_get_count (vel_sidebar_row_get_item (found)) == row->count;
}

/* Waits until a row of the sidebar tells a count; of -1, until there is no such row. */
static void
wait_count (VelWindow  *window,
            const char *name,
            gint64      count)
{
  Row row = { window, name, count };

  vel_ui_wait (has_count, &row);
}

static void
test_first_run (void)
{
  VelBook *book = vel_ui_new_book (0);
  VelWindow *window = vel_ui_new_window (book);

  vel_ui_wait_label (window, "Welcome to Velinimet");
  g_assert_nonnull (vel_ui_find_type (window, VEL_TYPE_WELCOME));

  /* The first customer ends it. */
  vel_ui_add_customer (book, "Ayşe Yılmaz");
  wait_count (window, "Customers", 1);
  g_assert_null (vel_ui_find_type (window, VEL_TYPE_WELCOME));

  vel_ui_close_window (window);
  vel_ui_close_book (book);

  /* From then on an empty book is no first run. */
  book = vel_ui_new_book (0);
  window = vel_ui_new_window (book);
  vel_ui_wait_label (window, "No customers yet");
  vel_ui_close_window (window);
  vel_ui_close_book (book);
}

static void
set_city (VelBook    *book,
          gint64      id,
          const char *city)
{
  g_autoptr(VelChange) change = vel_change_new ("Move", NULL);
  g_autoptr(VelCommit) commit = NULL;
  g_autoptr(GError) error = NULL;

  vel_change_set_text (change, &vel_customer_entity, id, "city", city);
  commit = vel_book_commit (book, change, NULL, &error);
  g_assert_no_error (error);
}

static void
test_counts_follow (void)
{
  VelBook *book = vel_ui_new_book (3);
  VelWindow *window = vel_ui_new_window (book);
  const gint64 id = vel_ui_add_customer (book, "Işık Mimarlık");

  wait_count (window, "Customers", 4);
  g_assert_null (vel_ui_find_label (window, "Saved filters"));

  vel_ui_add_filter (book, "In İzmir", "İzmir");
  wait_count (window, "In İzmir", 0);
  vel_ui_wait_label (window, "Saved filters");
  set_city (book, id, "İzmir");
  wait_count (window, "In İzmir", 1);
  set_city (book, id, "Bursa");
  wait_count (window, "In İzmir", 0);

  vel_ui_close_window (window);
  vel_ui_close_book (book);
}

static void
activate_in_menu (VelSidebarRow *row,
                  const char    *action)
{
  gtk_widget_grab_focus (GTK_WIDGET (row));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (row), "menu.popup", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (row), action, NULL));
}

static void
test_filter_is_deleted (void)
{
  VelBook *book = vel_ui_new_book (1);
  VelWindow *window = vel_ui_new_window (book);
  VelSidebarRow *row;

  vel_ui_add_filter (book, "In İzmir", "İzmir");
  wait_count (window, "In İzmir", 0);
  row = find_row (window, "In İzmir");
  gtk_widget_activate (GTK_WIDGET (row));
  g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row)));

  /* What is gone is no longer chosen, and comes back. */
  activate_in_menu (row, "sidebar.delete");
  wait_count (window, "In İzmir", -1);
  g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (find_row (window, "Customers"))));
  vel_ui_wait_label (window, "Delete filter In İzmir");
  gtk_widget_activate (vel_ui_find_button (window, "Undo"));
  wait_count (window, "In İzmir", 0);

  vel_ui_close_window (window);
  vel_ui_close_book (book);
}

static void
test_filter_is_renamed (void)
{
  VelBook *book = vel_ui_new_book (1);
  VelWindow *window = vel_ui_new_window (book);
  VelSidebarRow *row;
  GtkWidget *popover;
  GtkWidget *entry;

  vel_ui_add_filter (book, "In İzmir", "İzmir");
  wait_count (window, "In İzmir", 0);
  row = find_row (window, "In İzmir");
  activate_in_menu (row, "sidebar.rename");
  popover = vel_ui_find_type (row, VEL_TYPE_RENAME_POPOVER);
  g_assert_nonnull (popover);
  entry = vel_ui_find_type (popover, GTK_TYPE_ENTRY);

  /* Blanks are no name. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "  ");
  g_assert_false (gtk_widget_get_sensitive (vel_ui_find_button (popover, "Rename")));
  gtk_editable_set_text (GTK_EDITABLE (entry), " By the sea ");
  gtk_widget_activate (vel_ui_find_button (popover, "Rename"));
  wait_count (window, "By the sea", 0);
  g_assert_null (find_row (window, "In İzmir"));

  vel_ui_close_window (window);
  vel_ui_close_book (book);
}

static void
test_toast_undoes (void)
{
  VelBook *book = vel_ui_new_book (1);
  VelWindow *window = vel_ui_new_window (book);
  g_autoptr(VelChange) first = vel_change_new ("Add %s", "<b>Ali</b> & Oğlu", NULL);
  GtkWidget *button;

  wait_count (window, "Customers", 1);
  vel_change_set_text (first, &vel_customer_entity, vel_change_insert (first, &vel_customer_entity),
                       "name", "<b>Ali</b> & Oğlu");
  vel_doing_commit (GTK_WIDGET (window), book, first, TRUE);
  /* Names are shown as they are, whatever signs are in them. */
  vel_ui_wait_label (window, "Add <b>Ali</b> & Oğlu");
  wait_count (window, "Customers", 2);

  /* Another change in between: the button still undoes the one that it stands beside. */
  vel_ui_add_customer (book, "Zeynep");
  wait_count (window, "Customers", 3);
  button = vel_ui_find_button (window, "Undo");
  g_assert_nonnull (button);
  gtk_widget_activate (button);
  vel_ui_wait_label (window, "Undone: Add <b>Ali</b> & Oğlu");
  wait_count (window, "Customers", 2);

  button = vel_ui_find_button (window, "Redo");
  g_assert_nonnull (button);
  gtk_widget_activate (button);
  vel_ui_wait_label (window, "Done again: Add <b>Ali</b> & Oğlu");
  wait_count (window, "Customers", 3);

  vel_ui_close_window (window);
  vel_ui_close_book (book);
}

static gboolean
is_late (gpointer data)
{
  return g_get_monotonic_time () > *(gint64 *) data;
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_REMOVE;
}

/* As when Ctrl+Z is held down: the last sentence is the one that is read. */
static void
test_toasts_in_a_row (void)
{
  VelBook *book = vel_ui_new_book (1);
  VelWindow *window = vel_ui_new_window (book);

  wait_count (window, "Customers", 1);
  for (int i = 1; i <= 24; i++)
    {
      g_autofree char *sentence = g_strdup_printf ("Said %d", i);
      gint64 late = g_get_monotonic_time () + 90 * G_TIME_SPAN_MILLISECOND;

      gtk_widget_activate_action (GTK_WIDGET (window), "win.tell", "s", sentence);
      g_timeout_add (95, wake_cb, NULL);
      vel_ui_wait (is_late, &late);
    }
  vel_ui_wait_label (window, "Said 24");

  vel_ui_close_window (window);
  vel_ui_close_book (book);
}

static void
test_refused (void)
{
  VelBook *book = vel_ui_new_book (1);
  VelWindow *window = vel_ui_new_window (book);
  g_autoptr(VelChange) nameless = vel_change_new ("Add", NULL);
  GtkWidget *dialog = NULL;
  GListModel *windows = gtk_window_get_toplevels ();

  vel_change_insert (nameless, &vel_customer_entity);
  vel_doing_commit (GTK_WIDGET (window), book, nameless, TRUE);
  while (g_list_model_get_n_items (windows) < 2)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) found = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (found))
        dialog = found;
    }
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (dialog)) == GTK_WINDOW (window));
  vel_ui_wait_label (dialog, "“Name” cannot be left empty.");
  /* Trying the same again would not help. */
  g_assert_null (vel_ui_find_button (dialog, "Try again"));
  gtk_window_close (GTK_WINDOW (dialog));

  vel_ui_close_window (window);
  vel_ui_close_book (book);
}

static gboolean
can_undo (gpointer book)
{
  return vel_book_get_undo_label (book) != NULL;
}

static gboolean
can_redo (gpointer book)
{
  return vel_book_get_redo_label (book) != NULL;
}

static void
test_undo_and_redo (void)
{
  VelBook *book = vel_ui_new_book (2);
  VelWindow *window = vel_ui_new_window (book);

  wait_count (window, "Customers", 2);
  vel_ui_wait (can_undo, book);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  vel_ui_wait_label (window, "Undone: Add Customer 2");
  wait_count (window, "Customers", 1);
  vel_ui_wait (can_redo, book);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL));
  wait_count (window, "Customers", 2);

  vel_ui_close_window (window);
  vel_ui_close_book (book);
}

static void
test_another_book (void)
{
  VelBook *one = vel_ui_new_book (1);
  VelBook *two = vel_ui_new_book (2);
  VelWindow *window = vel_ui_new_window (one);

  wait_count (window, "Customers", 1);
  vel_window_show_book (window, two, TRUE, "customers");
  g_assert_true (vel_window_get_book (window) == two);
  wait_count (window, "Customers", 2);
  vel_ui_wait_label (window, "Back to my own book");

  /* The window has let go of the first altogether. */
  vel_book_close (one);
  g_assert_finalize_object (one);
  vel_ui_close_window (window);
  vel_ui_close_book (two);
}

static void
test_no_book (void)
{
  g_autoptr(GError) error = g_error_new_literal (VEL_STORE_ERROR, VEL_STORE_ERROR_CORRUPT, "malformed <image>");
  VelWindow *window = vel_ui_new_window (NULL);

  vel_window_show_error (window, "/nowhere/my & <b>book</b>.velinimet", error);
  vel_ui_wait_label (window, "The customer book cannot be opened");
  vel_ui_wait_label (window, "/nowhere/my & <b>book</b>.velinimet");
  g_assert_nonnull (vel_ui_find_button (window, "Open another book…"));
  g_assert_null (vel_window_get_book (window));
  /* There is nothing that could be undone, and trying does no harm. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-sidebar", NULL);
  vel_ui_close_window (window);
}

static void
test_narrow (void)
{
  VelBook *book = vel_ui_new_book (1);
  VelWindow *window = vel_ui_new_window (book);
  int minimum;

  wait_count (window, "Customers", 1);
  gtk_widget_measure (adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)),
                      GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);

  vel_ui_close_window (window);
  vel_ui_close_book (book);
}

int
main (int    argc,
      char **argv)
{
  vel_ui_test_init (&argc, &argv);
  g_test_add_func ("/window/first-run", test_first_run);
  g_test_add_func ("/window/counts-follow", test_counts_follow);
  g_test_add_func ("/window/filter-is-deleted", test_filter_is_deleted);
  g_test_add_func ("/window/filter-is-renamed", test_filter_is_renamed);
  g_test_add_func ("/window/toast-undoes", test_toast_undoes);
  g_test_add_func ("/window/toasts-in-a-row", test_toasts_in_a_row);
  g_test_add_func ("/window/refused", test_refused);
  g_test_add_func ("/window/undo-and-redo", test_undo_and_redo);
  g_test_add_func ("/window/another-book", test_another_book);
  g_test_add_func ("/window/no-book", test_no_book);
  g_test_add_func ("/window/narrow", test_narrow);
  return g_test_run ();
}
