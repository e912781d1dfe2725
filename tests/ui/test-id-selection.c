/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-customer.h"
#include "vel-id-selection.h"
#include "vel-test-util.h"

/* What a view hears of the list and the selection. */
typedef struct
{
  guint n_items_changed;
  guint n_selection_changed;
  guint n_notified;
  guint position;
  guint n_items;
} Heard;

typedef struct
{
  VelBook        *book;
  VelQueryModel  *model;
  VelIdSelection *selection;
  Heard           heard;
} Fixture;

static void
items_changed_cb (Heard *heard)
{
  heard->n_items_changed++;
}

static void
selection_changed_cb (GtkSelectionModel *model,
                      guint              position,
                      guint              n_items,
                      Heard             *heard)
{
  heard->n_selection_changed++;
  heard->position = position;
  heard->n_items = n_items;
}

static void
notified_cb (Heard *heard)
{
  heard->n_notified++;
}

static void
wait_for_model (VelQueryModel *model,
                guint          n_items)
{
  const gint64 deadline = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (vel_query_model_is_loading (model) || g_list_model_get_n_items (G_LIST_MODEL (model)) != n_items)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, FALSE);
    }
}

static gint64
add (VelChange  *change,
     const char *name)
{
  const gint64 id = vel_change_insert (change, &vel_customer_entity);

  vel_change_set_text (change, &vel_customer_entity, id, "name", name);
  return id;
}

static void
commit (VelBook   *book,
        VelChange *change)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VelCommit) done = vel_book_commit (book, change, NULL, &error);

  g_assert_no_error (error);
}

static gint64
id_of (Fixture    *fixture,
       const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->model)); i++)
    {
      g_autoptr(VelRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->model), i);

      if (g_str_equal (vel_record_get_text (vel_row_get_record (row), "name"), name))
        return vel_row_get_id (row);
    }
  g_assert_not_reached ();
}

static void
set_name (Fixture    *fixture,
          gint64      id,
          const char *name)
{
  g_autoptr(VelChange) change = vel_change_new ("Edit", NULL);

  vel_change_set_text (change, &vel_customer_entity, id, "name", name);
  commit (fixture->book, change);
}

static void
search (Fixture    *fixture,
        const char *text,
        guint       n_found)
{
  g_autoptr(VelQuery) query = vel_query_new (&vel_customer_entity, NULL, text, NULL, FALSE);

  vel_query_model_set_query (fixture->model, query);
  wait_for_model (fixture->model, n_found);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char * const names[] = { "Ali", "Bora", "Can", "Deniz", "Ege" };
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelChange) change = vel_change_new ("Add", NULL);
  g_autoptr(VelQuery) query = vel_query_new (&vel_customer_entity, NULL, NULL, NULL, FALSE);

  fixture->book = vel_book_open (path, TRUE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add (change, names[i]);
  commit (fixture->book, change);
  fixture->model = vel_query_model_new (fixture->book, query);
  wait_for_model (fixture->model, G_N_ELEMENTS (names));
  fixture->selection = vel_id_selection_new (fixture->model);
  g_signal_connect_swapped (fixture->selection, "items-changed", G_CALLBACK (items_changed_cb), &fixture->heard);
  g_signal_connect (fixture->selection, "selection-changed", G_CALLBACK (selection_changed_cb), &fixture->heard);
  g_signal_connect_swapped (fixture->selection, "notify::n-selected", G_CALLBACK (notified_cb), &fixture->heard);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->selection);
  g_assert_finalize_object (fixture->model);
  vel_book_close (fixture->book);
  vel_test_settle ();
  g_assert_finalize_object (fixture->book);
}

static char *
say_selected (Fixture *fixture)
{
  g_autoptr(GArray) ids = vel_id_selection_dup_ids (fixture->selection);
  g_autoptr(GString) text = g_string_new (NULL);

  g_assert_cmpuint (ids->len, ==, vel_id_selection_get_n_selected (fixture->selection));
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(VelRecord) record = vel_book_get_record (fixture->book, &vel_customer_entity,
                                                         g_array_index (ids, gint64, i), NULL);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                              record != NULL ? vel_record_get_text (record, "name") : "?");
    }
  return g_strdup (text->str);
}

#define assert_selected(fixture, expected) \
  G_STMT_START { \
    g_autofree char *selected_ = say_selected (fixture); \
    g_assert_cmpstr (selected_, ==, expected); \
  } G_STMT_END

static void
test_is_the_list (Fixture       *fixture,
                  gconstpointer  data)
{
  GListModel *list = G_LIST_MODEL (fixture->selection);
  g_autoptr(VelRow) row = g_list_model_get_item (list, 1);
  g_autoptr(VelRow) same = g_list_model_get_item (G_LIST_MODEL (fixture->model), 1);

  g_assert_true (g_list_model_get_item_type (list) == VEL_TYPE_ROW);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 5);
  g_assert_true (row == same);
  g_assert_null (g_list_model_get_item (list, 5));
  g_assert_true (vel_id_selection_get_model (fixture->selection) == fixture->model);
}

static void
test_select (Fixture       *fixture,
             gconstpointer  data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);
  Heard *heard = &fixture->heard;

  g_assert_true (gtk_selection_model_select_item (model, 1, TRUE));
  assert_selected (fixture, "Bora");
  g_assert_cmpuint (heard->n_selection_changed, ==, 1);
  g_assert_cmpuint (heard->position, ==, 1);
  g_assert_cmpuint (heard->n_items, ==, 1);
  g_assert_cmpuint (heard->n_notified, ==, 1);

  /* Nothing new is nothing to tell. */
  g_assert_true (gtk_selection_model_select_item (model, 1, TRUE));
  g_assert_cmpuint (heard->n_selection_changed, ==, 1);

  g_assert_true (gtk_selection_model_select_range (model, 3, 2, FALSE));
  assert_selected (fixture, "Bora Deniz Ege");
  g_assert_cmpuint (heard->position, ==, 3);
  g_assert_cmpuint (heard->n_items, ==, 2);

  /* The others go: told from the first to the last that differs. */
  g_assert_true (gtk_selection_model_select_item (model, 3, TRUE));
  assert_selected (fixture, "Deniz");
  g_assert_cmpuint (heard->position, ==, 1);
  g_assert_cmpuint (heard->n_items, ==, 4);
  g_assert_true (gtk_selection_model_is_selected (model, 3));
  g_assert_false (gtk_selection_model_is_selected (model, 1));

  /* What is behind the end cannot be selected. */
  g_assert_true (gtk_selection_model_select_range (model, 4, 10, FALSE));
  assert_selected (fixture, "Deniz Ege");
  g_assert_true (gtk_selection_model_unselect_item (model, 3));
  assert_selected (fixture, "Ege");
  g_assert_true (gtk_selection_model_unselect_all (model));
  assert_selected (fixture, "");
  g_assert_cmpuint (heard->n_items_changed, ==, 0);
}

static void
test_select_all_makes_no_rows (Fixture       *fixture,
                               gconstpointer  data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);
  g_autoptr(GtkBitset) bits = NULL;

  g_assert_true (gtk_selection_model_select_all (model));
  assert_selected (fixture, "Ali Bora Can Deniz Ege");
  g_assert_cmpuint (fixture->heard.n_selection_changed, ==, 1);
  g_assert_cmpuint (fixture->heard.n_items, ==, 5);
  bits = gtk_selection_model_get_selection (model);
  g_assert_cmpuint (gtk_bitset_get_size (bits), ==, 5);
}

static gboolean
follows_rename (Fixture *fixture)
{
  g_autofree char *selected = say_selected (fixture);

  return fixture->heard.n_items_changed == 2 && g_str_equal (selected, "Deniz Vural");
}

static void
test_moved_row_stays_selected (Fixture       *fixture,
                               gconstpointer  data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);

  gtk_selection_model_select_item (model, 1, TRUE);
  gtk_selection_model_select_item (model, 3, FALSE);
  fixture->heard = (Heard) { 0 };
  set_name (fixture, id_of (fixture, "Bora"), "Vural");
  while (!follows_rename (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_selection_model_is_selected (model, 4));
  g_assert_true (gtk_selection_model_is_selected (model, 2));
  g_assert_false (gtk_selection_model_is_selected (model, 1));
  /* As many as before, so nobody hears of the number. */
  g_assert_cmpuint (fixture->heard.n_notified, ==, 0);
  g_assert_cmpuint (fixture->heard.n_selection_changed, ==, 1);
  g_assert_cmpuint (fixture->heard.position, ==, 4);
  g_assert_cmpuint (fixture->heard.n_items, ==, 1);
}

static void
test_rows_come_and_go (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);
  g_autoptr(VelChange) coming = vel_change_new ("Add", NULL);
  g_autoptr(VelChange) going = vel_change_new ("Delete", NULL);
  g_autoptr(VelCommit) undone = NULL;

  gtk_selection_model_select_range (model, 2, 2, TRUE);
  add (coming, "Aslı");
  commit (fixture->book, coming);
  wait_for_model (fixture->model, 6);
  assert_selected (fixture, "Can Deniz");
  g_assert_true (gtk_selection_model_is_selected (model, 3));

  fixture->heard = (Heard) { 0 };
  vel_change_delete (going, &vel_customer_entity, id_of (fixture, "Can"));
  commit (fixture->book, going);
  wait_for_model (fixture->model, 5);
  assert_selected (fixture, "Deniz");
  g_assert_cmpuint (fixture->heard.n_notified, ==, 1);

  /* What comes back by undo is not selected by itself. */
  undone = vel_book_undo (fixture->book, 0, NULL);
  g_assert_nonnull (undone);
  wait_for_model (fixture->model, 6);
  assert_selected (fixture, "Deniz");
}

static void
test_search_narrows (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);

  gtk_selection_model_select_item (model, 0, TRUE);
  gtk_selection_model_select_item (model, 3, FALSE);
  search (fixture, "ni", 1);
  assert_selected (fixture, "Deniz");
  g_assert_true (gtk_selection_model_is_selected (model, 0));

  /* As many rows as before, so no items change; another record is there now. */
  fixture->heard = (Heard) { 0 };
  search (fixture, "bor", 1);
  assert_selected (fixture, "");
  g_assert_false (gtk_selection_model_is_selected (model, 0));
  g_assert_cmpuint (fixture->heard.n_selection_changed, ==, 1);

  /* Nothing that was out of sight is selected behind the user's back. */
  search (fixture, NULL, 5);
  assert_selected (fixture, "");
}

static void
test_order_turns (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);
  g_autoptr(VelQuery) query = vel_query_new (&vel_customer_entity, NULL, NULL, "name", TRUE);

  gtk_selection_model_select_range (model, 0, 2, TRUE);
  fixture->heard = (Heard) { 0 };
  vel_query_model_set_query (fixture->model, query);
  wait_for_model (fixture->model, 5);
  assert_selected (fixture, "Bora Ali");
  g_assert_true (gtk_selection_model_is_selected (model, 4));
  g_assert_false (gtk_selection_model_is_selected (model, 0));
  g_assert_cmpuint (fixture->heard.n_items_changed, ==, 0);
  g_assert_cmpuint (fixture->heard.n_selection_changed, ==, 1);
  g_assert_cmpuint (fixture->heard.n_notified, ==, 0);
}

static void
test_limit (Fixture       *fixture,
            gconstpointer  data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);

  vel_query_model_set_limit (fixture->model, 2);
  gtk_selection_model_select_all (model);
  assert_selected (fixture, "Ali Bora");
  vel_query_model_set_limit (fixture->model, 0);
  assert_selected (fixture, "Ali Bora");
  gtk_selection_model_select_all (model);
  vel_query_model_set_limit (fixture->model, 3);
  assert_selected (fixture, "Ali Bora Can");
}

static void
add_test (const char *path,
          void      (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  vel_test_init (&argc, &argv);
  add_test ("/id-selection/is-the-list", test_is_the_list);
  add_test ("/id-selection/select", test_select);
  add_test ("/id-selection/select-all-makes-no-rows", test_select_all_makes_no_rows);
  add_test ("/id-selection/moved-row-stays-selected", test_moved_row_stays_selected);
  add_test ("/id-selection/rows-come-and-go", test_rows_come_and_go);
  add_test ("/id-selection/search-narrows", test_search_narrows);
  add_test ("/id-selection/order-turns", test_order_turns);
  add_test ("/id-selection/limit", test_limit);
  return g_test_run ();
}
