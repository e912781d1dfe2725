/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-ui-test.h"

#include "vel-customer.h"
#include "vel-saved-filter.h"
#include "vel-test-util.h"

/* Long enough for a slow machine; nothing waits so long unless it fails. */
#ifdef __SANITIZE_ADDRESS__
#define PATIENCE_S 120
#else
#define PATIENCE_S 20
#endif

static AdwApplication *application = NULL;

/* Starts a test program with GTK, settings in memory and files in a folder of its own. */
void
vel_ui_test_init (int    *argc,
                  char ***argv)
{
  g_autoptr(GError) error = NULL;

  vel_test_init_on_system (argc, argv);
  application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_application_set_resource_base_path (G_APPLICATION (application), "/org/velinimet/Velinimet");
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  /* GTK 4.8 warns out of the timer of a cursor that blinks in a popover while it goes. */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
}

AdwApplication *
vel_ui_get_application (void)
{
  return application;
}

static gboolean
expired_cb (gpointer data)
{
  gboolean *expired = data;

  *expired = TRUE;
  return G_SOURCE_CONTINUE;
}

static void
print_labels_below (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    g_test_message ("on the screen: %s", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    print_labels_below (child);
}

/* What a test that waited in vain has before it. */
static void
print_labels (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      g_test_message ("a window: %s", G_OBJECT_TYPE_NAME (window));
      print_labels_below (window);
    }
}

/* Lets the program run until something holds, for so long as patience lasts. */
void
vel_ui_wait (VelUiCondition condition,
             gpointer       data)
{
  gboolean expired = FALSE;
  const guint timeout = g_timeout_add_seconds (PATIENCE_S, expired_cb, &expired);

  while (!condition (data))
    {
      if (expired)
        print_labels ();
      g_assert_false (expired);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (timeout);
}

/* A new book of so many customers, "Customer 1" and on. */
VelBook *
vel_ui_new_book (int n_customers)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(GError) error = NULL;
  VelBook *book = vel_book_open (path, TRUE, &error);

  g_assert_no_error (error);
  for (int i = 1; i <= n_customers; i++)
    {
      g_autofree char *name = g_strdup_printf ("Customer %d", i);

      vel_ui_add_customer (book, name);
    }
  return book;
}

static gint64
commit (VelBook   *book,
        VelChange *change)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VelCommit) done = vel_book_commit (book, change, NULL, &error);

  g_assert_no_error (error);
  return g_array_index (done->ids, gint64, 0);
}

gint64
vel_ui_add_customer (VelBook    *book,
                     const char *name)
{
  g_autoptr(VelChange) change = vel_change_new ("Add %s", name, NULL);
  const gint64 id = vel_change_insert (change, &vel_customer_entity);

  vel_change_set_text (change, &vel_customer_entity, id, "name", name);
  return commit (book, change);
}

gint64
vel_ui_add_filter (VelBook    *book,
                   const char *name,
                   const char *city)
{
  const char * const cities[] = { city, NULL };
  g_autoptr(VelFilter) filter = vel_filter_new (VEL_FILTER_IS, "city", cities);
  g_autoptr(VelQuery) query = vel_query_new (&vel_customer_entity, filter, NULL, NULL, FALSE);
  g_autofree char *json = vel_query_to_json (query);
  g_autoptr(VelChange) change = vel_change_new ("Save filter %s", name, NULL);
  const gint64 id = vel_change_insert (change, &vel_saved_filter_entity);

  vel_change_set_text (change, &vel_saved_filter_entity, id, "name", name);
  vel_change_set_text (change, &vel_saved_filter_entity, id, "entity", "customer");
  vel_change_set_text (change, &vel_saved_filter_entity, id, "query", json);
  return commit (book, change);
}

/* Closes a book that nobody shows any more. */
void
vel_ui_close_book (VelBook *book)
{
  vel_book_close (book);
  vel_test_settle ();
  g_object_unref (book);
}

static gboolean
is_mapped (gpointer window)
{
  return gtk_widget_get_mapped (window);
}

VelWindow *
vel_ui_new_window (VelBook *book)
{
  VelWindow *window = vel_window_new (application);

  if (book != NULL)
    vel_window_show_book (window, book, FALSE, "customers");
  gtk_window_present (GTK_WINDOW (window));
  vel_ui_wait (is_mapped, window);
  return window;
}

static gboolean
is_gone (gpointer data)
{
  GObject **object = data;

  return *object == NULL;
}

/* Closes a window and sees that nothing is left of it. */
void
vel_ui_close_window (VelWindow *window)
{
  gpointer left = window;

  g_object_add_weak_pointer (G_OBJECT (window), &left);
  gtk_window_destroy (GTK_WINDOW (window));
  vel_ui_wait (is_gone, &left);
}

typedef gboolean (*Matches) (GtkWidget  *widget,
                             gconstpointer  data);

static GtkWidget *
find (GtkWidget     *root,
      Matches        matches,
      gconstpointer  data)
{
  if (matches (root, data))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, matches, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_label (GtkWidget     *widget,
          gconstpointer  text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_child_visible (widget) && gtk_widget_get_mapped (widget) &&
         g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

static gboolean
is_type (GtkWidget     *widget,
         gconstpointer  type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) type) && gtk_widget_get_mapped (widget);
}

/* The label below ROOT that shows a text on the screen, or NULL. */
GtkWidget *
vel_ui_find_label (gpointer    root,
                   const char *text)
{
  return find (root, is_label, text);
}

/* The button below ROOT that shows a text, or NULL. */
GtkWidget *
vel_ui_find_button (gpointer    root,
                    const char *label)
{
  GtkWidget *found = vel_ui_find_label (root, label);

  return found != NULL ? gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON) : NULL;
}

/* The first widget of a type below ROOT that is on the screen, or NULL. */
GtkWidget *
vel_ui_find_type (gpointer root,
                  GType    type)
{
  return find (root, is_type, &type);
}

typedef struct
{
  gpointer    root;
  const char *text;
} Search;

static gboolean
has_label (gpointer data)
{
  Search *search = data;

  return vel_ui_find_label (search->root, search->text) != NULL;
}

/* Waits until a text is on the screen. */
void
vel_ui_wait_label (gpointer    root,
                   const char *text)
{
  Search search = { root, text };

  g_test_message ("waiting for “%s”", text);
  vel_ui_wait (has_label, &search);
}
