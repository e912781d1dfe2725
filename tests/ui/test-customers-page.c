/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-bulk-edit.h"
#include "vel-customer.h"
#include "vel-customer-card.h"
#include "vel-record-grid.h"
#include "vel-record-table.h"
#include "vel-records-page.h"
#include "vel-filter-bar.h"
#include "vel-filter-editor.h"
#include "vel-id-selection.h"
#include "vel-interaction.h"
#include "vel-saved-filter.h"
#include "vel-sidebar-row.h"
#include "vel-sidebar.h"
#include "vel-ui-test.h"

typedef struct
{
  VelBook          *book;
  VelWindow        *window;
  VelRecordsPage *page;
  GSettings        *settings;
  gint64            ids[4];  /* Ayşe, Bora, Çetin, Işık: in this order in the list */
} Fixture;

static const char * const names[] = { "Ayşe Yılmaz", "Bora Kaya", "Çetin Demir", "Işık Mimarlık" };
static const char * const cities[] = { "İzmir", "Ankara", "İzmir", "Bursa", NULL };

static void
commit (VelBook   *book,
        VelChange *change)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VelCommit) done = vel_book_commit (book, change, NULL, &error);

  g_assert_no_error (error);
}

static void
set_text (Fixture    *fixture,
          int         i,
          const char *field,
          const char *text)
{
  g_autoptr(VelChange) change = vel_change_new ("Edit", NULL);

  vel_change_set_text (change, &vel_customer_entity, fixture->ids[i], field, text);
  commit (fixture->book, change);
}

static char *
dup_field (Fixture    *fixture,
           int         i,
           const char *field)
{
  g_autoptr(VelRecord) record = vel_book_get_record (fixture->book, &vel_customer_entity, fixture->ids[i], NULL);

  return record != NULL ? vel_record_format (record, field) : NULL;
}

typedef struct
{
  VelRecordsPage *page;
  guint             n;
} Awaited;

static gboolean
has_total (gpointer data)
{
  Awaited *awaited = data;
  VelQueryModel *model = vel_records_page_get_model (awaited->page);

  return !vel_query_model_is_loading (model) && vel_query_model_get_total (model) == awaited->n &&
         g_list_model_get_n_items (G_LIST_MODEL (model)) == awaited->n;
}

/* Waits until the list has found so many, and shows them all. */
static void
wait_total (Fixture *fixture,
            guint    n)
{
  Awaited awaited = { fixture->page, n };

  vel_ui_wait (has_total, &awaited);
}

static gint64
get_id (Fixture *fixture,
        guint    position)
{
  return vel_query_model_get_id (vel_records_page_get_model (fixture->page), position);
}

typedef struct
{
  Fixture *fixture;
  guint    position;
  gint64   id;
} Place;

static gboolean
is_there (gpointer data)
{
  Place *place = data;

  return get_id (place->fixture, place->position) == place->id;
}

/* Waits until a customer stands at a place in the list. */
static void
wait_place (Fixture *fixture,
            guint    position,
            int      i)
{
  Place place = { fixture, position, fixture->ids[i] };

  vel_ui_wait (is_there, &place);
}

static gboolean
is_listed (gpointer data)
{
  return vel_ui_find_type (data, VEL_TYPE_RECORDS_PAGE) != NULL;
}

static gboolean
has_table (gpointer data)
{
  return vel_ui_find_type (data, VEL_TYPE_RECORD_TABLE) != NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char * const keys[] = { "view", "columns", "column-widths", "sort" };
  g_autoptr(GSettings) settings = g_settings_new (APPLICATION_ID);

  fixture->settings = g_settings_get_child (settings, "customers");
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (fixture->settings, keys[i]);
  fixture->book = vel_ui_new_book (0);
  for (int i = 0; i < 4; i++)
    {
      fixture->ids[i] = vel_ui_add_customer (fixture->book, names[i]);
      set_text (fixture, i, "city", cities[i]);
    }
  fixture->window = vel_ui_new_window (fixture->book);
  vel_ui_wait (is_listed, fixture->window);
  fixture->page = VEL_RECORDS_PAGE (vel_ui_find_type (fixture->window, VEL_TYPE_RECORDS_PAGE));
  wait_total (fixture, 4);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer page = fixture->page;

  g_object_add_weak_pointer (G_OBJECT (fixture->page), &page);
  vel_ui_close_window (fixture->window);
  /* An answer may be on its way to it. */
  vel_ui_wait (is_gone, &page);
  vel_ui_close_book (fixture->book);
  g_object_unref (fixture->settings);
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
}

static void
search (Fixture    *fixture,
        const char *text)
{
  GtkWidget *entry = vel_ui_find_type (fixture->page, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static GtkSelectionModel *
get_selection (Fixture *fixture)
{
  GtkWidget *list = vel_ui_find_type (fixture->page, VEL_TYPE_RECORD_TABLE);
  GtkWidget *grid = vel_ui_find_type (fixture->page, VEL_TYPE_RECORD_GRID);

  if (list != NULL)
    return gtk_column_view_get_model (GTK_COLUMN_VIEW (vel_record_table_get_view (VEL_RECORD_TABLE (list))));
  return gtk_grid_view_get_model (GTK_GRID_VIEW (vel_record_grid_get_view (VEL_RECORD_GRID (grid))));
}

static void
select_customers (Fixture *fixture,
                  int      from,
                  int      n)
{
  gtk_selection_model_select_range (get_selection (fixture), from, n, TRUE);
}

static void
assert_selected (Fixture *fixture,
                 int      i,
                 int      j)
{
  g_autoptr(GArray) ids = vel_id_selection_dup_ids (VEL_ID_SELECTION (get_selection (fixture)));

  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, fixture->ids[i]);
  g_assert_cmpint (g_array_index (ids, gint64, 1), ==, fixture->ids[j]);
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  /* As typed, without the letters of the language. */
  search (fixture, "isik mim");
  wait_total (fixture, 1);
  g_assert_cmpint (get_id (fixture, 0), ==, fixture->ids[3]);
  vel_ui_wait_label (fixture->page, "1 of 4");

  search (fixture, "nobody is called so");
  vel_ui_wait_label (fixture->page, "No customer is like that");
  gtk_widget_activate (vel_ui_find_button (fixture->page, "Show all customers"));
  wait_total (fixture, 4);
  vel_ui_wait_label (fixture->page, "4 customers");
}

static void
test_selection_survives (Fixture       *fixture,
                         gconstpointer  data)
{
  select_customers (fixture, 1, 2);
  vel_ui_wait_label (fixture->page, "2 selected");
  g_settings_set_enum (fixture->settings, "view", 1);
  g_assert_nonnull (vel_ui_find_type (fixture->page, VEL_TYPE_RECORD_GRID));
  assert_selected (fixture, 1, 2);

  /* Another comes before them, and one of them goes to the end. */
  vel_ui_add_customer (fixture->book, "Abdullah");
  wait_total (fixture, 5);
  assert_selected (fixture, 1, 2);
  set_text (fixture, 1, "name", "Zeynep");
  g_settings_set_enum (fixture->settings, "view", 0);
  wait_place (fixture, 4, 1);
  assert_selected (fixture, 2, 1);

  /* What is not shown is not selected. */
  search (fixture, "Zeynep");
  wait_total (fixture, 1);
  vel_ui_wait_label (fixture->page, "1 selected");
  activate (fixture, "records.escape");
  g_assert_true (gtk_bitset_is_empty (gtk_selection_model_get_selection (get_selection (fixture))));
}

static void
opened_cb (VelRecordsPage *page,
           gint64            id,
           gint64           *opened)
{
  *opened = id;
}

static gboolean
is_opened (gpointer data)
{
  return *(gint64 *) data != 0;
}

/* Enter is hit before the list has followed; nobody is opened but who is meant. */
static void
wait_enter (Fixture    *fixture,
            const char *text,
            int         i)
{
  gint64 opened = 0;
  const gulong handler = g_signal_connect (fixture->page, "record-activated", G_CALLBACK (opened_cb), &opened);
  GtkWidget *card = vel_ui_find_type (fixture->window, VEL_TYPE_CUSTOMER_CARD);

  if (card != NULL)
    gtk_widget_activate_action (card, "card.back", NULL);
  search (fixture, text);
  g_test_message ("Enter after “%s”", text);
  g_signal_emit_by_name (vel_ui_find_type (fixture->page, GTK_TYPE_SEARCH_ENTRY), "activate");
  vel_ui_wait (is_opened, &opened);
  g_assert_cmpint (opened, ==, fixture->ids[i]);
  g_signal_handler_disconnect (fixture->page, handler);
}

typedef struct
{
  Fixture    *fixture;
  int         i;
  const char *name;
} Called;

static gboolean
is_called (gpointer data)
{
  Called *called = data;
  g_autofree char *name = dup_field (called->fixture, called->i, "name");

  return g_strcmp0 (name, called->name) == 0;
}

static void
rename_customer (Fixture    *fixture,
                 int         i,
                 const char *name)
{
  Called called = { fixture, i, name };

  set_text (fixture, i, "name", name);
  vel_ui_wait (is_called, &called);
}

static void
test_enter_opens_best (Fixture       *fixture,
                       gconstpointer  data)
{
  /* Ayşe stands first in the list, but only her organisation and notes are called so. */
  set_text (fixture, 0, "organisation", "Işık Mimarlık");
  set_text (fixture, 0, "notes", "Kaya told us of her.");
  wait_enter (fixture, "isik", 3);
  wait_enter (fixture, "mimarlik isik ", 3);
  wait_enter (fixture, "kaya", 1);
  /* Where no name holds it, the first that was found. */
  wait_enter (fixture, "izmir", 0);
  wait_enter (fixture, "told us", 0);

  /* A whole name, then a beginning, then a word, then any part. */
  rename_customer (fixture, 0, "Aslankaya");
  wait_enter (fixture, "kaya", 1);
  rename_customer (fixture, 2, "Kayaalp");
  wait_enter (fixture, "KAYA", 2);
  rename_customer (fixture, 3, "Kaya");
  wait_enter (fixture, "kaya", 3);
}

static gboolean
find_dialog (gpointer data)
{
  VelBulkEdit **dialog = data;
  GListModel *windows = gtk_window_get_toplevels ();

  *dialog = NULL;
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (VEL_IS_BULK_EDIT (window))
        *dialog = VEL_BULK_EDIT (window);
    }
  return *dialog != NULL;
}

typedef struct
{
  Fixture            *fixture;
  const char         *field;
  const char * const *texts;  /* of the first customers */
} Held;

static gboolean
is_held (gpointer data)
{
  Held *held = data;

  for (int i = 0; held->texts[i] != NULL; i++)
    {
      g_autofree char *text = dup_field (held->fixture, i, held->field);

      if (g_strcmp0 (text, held->texts[i]) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Waits until the first customers hold texts in a field. */
static void
wait_held (Fixture            *fixture,
           const char         *field,
           const char * const *texts)
{
  Held held = { fixture, field, texts };

  vel_ui_wait (is_held, &held);
}

static gboolean
has_no_dialog (gpointer data)
{
  VelBulkEdit *dialog;

  return !find_dialog (&dialog);
}

static void
test_bulk_edit (Fixture       *fixture,
                gconstpointer  data)
{
  VelBulkEdit *dialog = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VelCommit) undone = NULL;
  const char * const after[] = { "Trabzon", "Trabzon", "Trabzon", "Bursa", NULL };

  select_customers (fixture, 0, 3);
  activate (fixture, "records.edit");
  g_assert_true (find_dialog (&dialog));
  vel_bulk_edit_choose (dialog, "city", "");
  vel_ui_wait_label (dialog, "The field of all 3 is emptied.");
  vel_bulk_edit_choose (dialog, "city", "Trabzon");
  vel_ui_wait_label (dialog, "Is set for all 3.");
  gtk_widget_activate (vel_ui_find_button (dialog, "Apply"));
  vel_ui_wait (has_no_dialog, NULL);
  wait_held (fixture, "city", after);

  /* It is one change, and one undo. */
  g_assert_cmpstr (vel_book_get_undo_label (fixture->book), ==, "Edit 3 customers");
  undone = vel_book_undo (fixture->book, 0, &error);
  g_assert_no_error (error);
  wait_held (fixture, "city", cities);
}

static gboolean
is_deleted (gpointer data)
{
  return vel_ui_find_button (data, "Undo") != NULL;
}

static void
test_bulk_delete (Fixture       *fixture,
                  gconstpointer  data)
{
  select_customers (fixture, 1, 2);
  activate (fixture, "records.delete");
  wait_total (fixture, 2);
  g_assert_cmpint (get_id (fixture, 1), ==, fixture->ids[3]);
  vel_ui_wait_label (fixture->window, "Delete 2 customers");
  vel_ui_wait (is_deleted, fixture->window);
  gtk_widget_activate (vel_ui_find_button (fixture->window, "Undo"));
  wait_total (fixture, 4);
}

/* Ticks what stands beside a label below ROOT. */
static void
tick (gpointer    root,
      const char *label)
{
  vel_ui_wait_label (root, label);
  gtk_widget_activate (gtk_widget_get_ancestor (vel_ui_find_label (root, label), GTK_TYPE_CHECK_BUTTON));
}

static void
test_bulk_tags (Fixture       *fixture,
                gconstpointer  data)
{
  const char * const tagged[] = { "loyal", "loyal", "", NULL };
  const char * const untagged[] = { "", "", "", NULL };
  g_autoptr(VelChange) change = vel_change_new ("Tag", NULL);

  vel_change_add_word (change, &vel_customer_entity, fixture->ids[0], "tags", "loyal");
  commit (fixture->book, change);
  select_customers (fixture, 0, 2);
  activate (fixture, "records.tag");
  tick (fixture->page, "loyal");
  gtk_widget_activate (vel_ui_find_button (fixture->page, "Add"));
  wait_held (fixture, "tags", tagged);
  vel_ui_wait_label (fixture->window, "Tag 2 customers");

  activate (fixture, "records.tag");
  tick (fixture->page, "loyal");
  gtk_widget_activate (vel_ui_find_button (fixture->page, "Remove"));
  wait_held (fixture, "tags", untagged);
}

static GtkColumnView *
get_column_view (VelRecordsPage *page)
{
  GtkWidget *list = vel_ui_find_type (page, VEL_TYPE_RECORD_TABLE);

  return GTK_COLUMN_VIEW (vel_record_table_get_view (VEL_RECORD_TABLE (list)));
}

static GListModel *
get_columns (VelRecordsPage *page)
{
  return gtk_column_view_get_columns (get_column_view (page));
}

static int
get_width (GListModel *columns,
           guint       i)
{
  g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

  return gtk_column_view_column_get_fixed_width (column);
}

static const char *
get_title (GListModel *columns,
           guint       i)
{
  g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

  return gtk_column_view_column_get_title (column);
}

static gboolean
has_width (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr(GVariant) widths = g_settings_get_value (fixture->settings, "column-widths");
  int width;

  return g_variant_lookup (widths, "city", "i", &width) && width == 234;
}

static gboolean
is_city_last (gpointer data)
{
  Fixture *fixture = data;
  g_auto(GStrv) columns = g_settings_get_strv (fixture->settings, "columns");

  return g_strv_length (columns) == 5 && g_str_equal (columns[4], "city");
}

static void
test_columns (Fixture       *fixture,
              gconstpointer  data)
{
  GListModel *columns = get_columns (fixture->page);
  g_autoptr(GtkColumnViewColumn) city = NULL;
  VelWindow *other;

  g_assert_cmpuint (g_list_model_get_n_items (columns), ==, 6);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "records.hide-column", "s", "phone"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "records.move-column", "(si)", "status", -1));
  g_assert_cmpuint (g_list_model_get_n_items (columns), ==, 5);
  g_assert_cmpstr (get_title (columns, 1), ==, "Status");
  g_assert_cmpstr (get_title (columns, 2), ==, "City");

  /* As when the user drags the edge of a header. */
  city = g_list_model_get_item (columns, 2);
  gtk_column_view_column_set_fixed_width (city, 234);
  vel_ui_wait (has_width, fixture);

  /* As when the user drags a header: GTK takes the column out and puts it in again. */
  gtk_column_view_insert_column (get_column_view (fixture->page), 4, city);
  vel_ui_wait (is_city_last, fixture);

  /* Another window shows the same. */
  other = vel_ui_new_window (fixture->book);
  vel_ui_wait (has_table, other);
  columns = get_columns (VEL_RECORDS_PAGE (vel_ui_find_type (other, VEL_TYPE_RECORDS_PAGE)));
  g_assert_cmpuint (g_list_model_get_n_items (columns), ==, 5);
  g_assert_cmpstr (get_title (columns, 1), ==, "Status");
  g_assert_cmpstr (get_title (columns, 4), ==, "City");
  g_assert_cmpint (get_width (columns, 4), ==, 234);
  vel_ui_close_window (other);
}

static void
test_sort (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *sort = NULL;
  g_autoptr(GtkColumnViewColumn) city = NULL;

  g_assert_cmpint (get_id (fixture, 2), ==, fixture->ids[2]);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "records.sort", "(sb)", "name", TRUE));
  wait_place (fixture, 0, 3);
  g_assert_cmpint (get_id (fixture, 1), ==, fixture->ids[2]);
  sort = g_settings_get_string (fixture->settings, "sort");
  g_assert_cmpstr (sort, ==, "-name");

  /* As by a click on the header. */
  city = g_list_model_get_item (get_columns (fixture->page), 2);
  gtk_column_view_sort_by_column (get_column_view (fixture->page), city, GTK_SORT_ASCENDING);
  wait_place (fixture, 0, 1);
  g_assert_cmpint (get_id (fixture, 1), ==, fixture->ids[3]);
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  VelFilterBar *bar = VEL_FILTER_BAR (vel_ui_find_type (fixture->page, VEL_TYPE_FILTER_BAR));
  g_autoptr(VelQuery) query = NULL;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (vel_ui_find_button (fixture->page, "Save filter…"));
  vel_filter_bar_add (bar, "city");
  tick (bar, "İzmir");
  wait_total (fixture, 2);
  vel_ui_wait_label (bar, "City: İzmir");
  tick (bar, "Bursa");
  wait_total (fixture, 3);
  vel_filter_bar_add (bar, "last_contact");
  vel_ui_wait_label (bar, "Silent for 90 days");
  wait_total (fixture, 3);

  /* It is kept by a name, and shown again by it. */
  activate (fixture, "records.save-filter");
  vel_ui_wait_label (bar, "Save");
  gtk_widget_activate (vel_ui_find_button (bar, "Save"));
  vel_ui_wait_label (fixture->window, "Save filter İzmir, Bursa · Silent for 90 days");
  query = vel_query_new (&vel_saved_filter_entity, NULL, NULL, NULL, FALSE);
  ids = vel_book_find (fixture->book, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 1);
  activate (fixture, "records.show-all");
  wait_total (fixture, 4);
  g_assert_null (vel_ui_find_label (bar, "City: İzmir, Bursa"));
}

static gboolean
has_nothing_to_save (gpointer data)
{
  Fixture *fixture = data;

  return vel_ui_find_button (fixture->page, "Save filter…") == NULL &&
         vel_ui_find_button (fixture->page, "Update filter") == NULL;
}

static gboolean
has_selected_filter (gpointer sidebar)
{
  VelSidebarItem *item = vel_sidebar_get_selected (sidebar);

  return item != NULL && g_strcmp0 (vel_sidebar_item_get_name (item), "İzmir") == 0;
}

/* What is saved already is not offered to be saved, and what has been changed can be kept. */
static void
test_update_filter (Fixture       *fixture,
                    gconstpointer  data)
{
  VelFilterBar *bar = VEL_FILTER_BAR (vel_ui_find_type (fixture->page, VEL_TYPE_FILTER_BAR));
  GtkWidget *sidebar = vel_ui_find_type (fixture->window, VEL_TYPE_SIDEBAR);
  g_autoptr(VelCommit) undone = NULL;

  vel_ui_wait_label (sidebar, "4");
  vel_filter_bar_add (bar, "city");
  tick (bar, "İzmir");
  wait_total (fixture, 2);
  g_assert_null (vel_ui_find_button (fixture->page, "Update filter"));
  activate (fixture, "records.save-filter");
  vel_ui_wait_label (bar, "Save");
  gtk_widget_activate (vel_ui_find_button (bar, "Save"));
  vel_ui_wait (has_nothing_to_save, fixture);
  vel_ui_wait (has_selected_filter, sidebar);

  search (fixture, "Çetin");
  wait_total (fixture, 1);
  vel_ui_wait_label (bar, "Save filter…");
  gtk_widget_activate (vel_ui_find_button (bar, "Update filter"));
  vel_ui_wait (has_nothing_to_save, fixture);
  vel_ui_wait_label (sidebar, "1");

  /* The order is part of it once it is not the usual one. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "records.sort", "(sb)", "city", TRUE));
  g_assert_null (vel_ui_find_button (fixture->page, "Update filter"));

  /* What comes back by an undo is not what is shown. */
  undone = vel_book_undo (fixture->book, 0, NULL);
  g_assert_nonnull (undone);
  vel_ui_wait_label (bar, "Update filter");
  vel_ui_wait_label (sidebar, "2");
  activate (fixture, "records.show-all");
  vel_ui_wait (has_nothing_to_save, fixture);
}

static void
test_saved_filter (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *sidebar = vel_ui_find_type (fixture->window, VEL_TYPE_SIDEBAR);
  GtkWidget *row;

  vel_ui_add_filter (fixture->book, "In İzmir", "İzmir");
  vel_ui_wait_label (sidebar, "In İzmir");
  row = gtk_widget_get_ancestor (vel_ui_find_label (sidebar, "In İzmir"), VEL_TYPE_SIDEBAR_ROW);
  gtk_widget_activate (row);
  wait_total (fixture, 2);
  vel_ui_wait_label (fixture->page, "City: İzmir");
  row = gtk_widget_get_ancestor (vel_ui_find_label (sidebar, "Customers"), VEL_TYPE_SIDEBAR_ROW);
  gtk_widget_activate (row);
  wait_total (fixture, 4);
  g_assert_null (vel_ui_find_label (fixture->page, "City: İzmir"));
}

/* What the list and the selection rely on holds for thousands as for four. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(VelChange) change = vel_change_new ("Add many", NULL);

  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Customer %04d", i);
      const gint64 id = vel_change_insert (change, &vel_customer_entity);

      vel_change_set_text (change, &vel_customer_entity, id, "name", name);
    }
  commit (fixture->book, change);
  wait_total (fixture, 3004);
  vel_ui_wait_label (fixture->page, "3,004 customers");
  activate (fixture, "records.select-all");
  vel_ui_wait_label (fixture->page, "3,004 selected");
  activate (fixture, "records.delete");
  vel_ui_wait_label (fixture->window, "Delete 3,004 customers");
  gtk_widget_activate (vel_ui_find_button (fixture->window, "Undo"));
  wait_total (fixture, 3004);
}

int
main (int   argc,
      char *argv[])
{
  vel_ui_test_init (&argc, &argv);

#define ADD(name, test) g_test_add ("/customers-page/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("search", test_search);
  ADD ("enter-opens-best", test_enter_opens_best);
  ADD ("selection-survives", test_selection_survives);
  ADD ("bulk-edit", test_bulk_edit);
  ADD ("bulk-delete", test_bulk_delete);
  ADD ("bulk-tags", test_bulk_tags);
  ADD ("columns", test_columns);
  ADD ("sort", test_sort);
  ADD ("filter", test_filter);
  ADD ("update-filter", test_update_filter);
  ADD ("saved-filter", test_saved_filter);
  ADD ("many", test_many);
#undef ADD

  return g_test_run ();
}
