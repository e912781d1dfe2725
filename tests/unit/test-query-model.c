/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-customer.h"
#include "vel-query-diff.h"
#include "vel-query-model.h"
#include "vel-test-util.h"
#include "vel-text.h"

typedef struct
{
  guint n;
  guint position;
  guint removed;
  guint added;
} Heard;

static void
items_changed_cb (GListModel *list,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Heard      *heard)
{
  heard->n++;
  heard->position = position;
  heard->removed = removed;
  heard->added = added;
}

static void
wait_for_n_items (VelQueryModel *model,
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
add (VelBook    *book,
     const char *name)
{
  g_autoptr(VelChange) change = vel_change_new ("Add", NULL);
  g_autoptr(VelCommit) commit = NULL;
  g_autoptr(GError) error = NULL;
  const gint64 id = vel_change_insert (change, &vel_customer_entity);

  vel_change_set_text (change, &vel_customer_entity, id, "name", name);
  commit = vel_book_commit (book, change, NULL, &error);
  g_assert_no_error (error);
  return g_array_index (commit->ids, gint64, 0);
}

static void
rename_to (VelBook    *book,
           gint64      id,
           const char *name)
{
  g_autoptr(VelChange) change = vel_change_new ("Edit", NULL);
  g_autoptr(VelCommit) commit = NULL;
  g_autoptr(GError) error = NULL;

  vel_change_set_text (change, &vel_customer_entity, id, "name", name);
  commit = vel_book_commit (book, change, NULL, &error);
  g_assert_no_error (error);
}

static char *
names_of (VelQueryModel *model)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr(VelRow) row = g_list_model_get_item (G_LIST_MODEL (model), i);

      g_assert_cmpuint (vel_row_get_position (row), ==, i);
      g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                              vel_record_get_text (vel_row_get_record (row), "name"));
    }
  return g_strdup (names->str);
}

/* A book that nothing was ever written into has no history to catch up from. */
static void
test_first_of_all (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autoptr(VelQuery) query = vel_query_new (&vel_customer_entity, NULL, NULL, NULL, FALSE);
  g_autoptr(VelQueryModel) model = vel_query_model_new (book, query);

  wait_for_n_items (model, 0);
  add (book, "Ali");
  wait_for_n_items (model, 1);

  g_clear_object (&model);
  vel_book_close (book);
}

static void
test_follows_edits (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autoptr(VelQuery) query = vel_query_new (&vel_customer_entity, NULL, NULL, NULL, FALSE);
  g_autoptr(VelQueryModel) model = NULL;
  g_autoptr(VelRow) last = NULL;
  g_autoptr(VelRow) moved = NULL;
  g_autoptr(VelCommit) commit = NULL;
  g_autofree char *names = NULL;
  Heard heard = { 0 };
  gint64 cem;
  guint position;

  add (book, "Ali");
  cem = add (book, "Cem");
  add (book, "Zeki");
  model = vel_query_model_new (book, query);
  wait_for_n_items (model, 3);
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), &heard);
  last = g_list_model_get_item (G_LIST_MODEL (model), 2);

  /* Something comes in the middle: one narrow splice, and the row behind it moves along. */
  add (book, "Çağla");
  wait_for_n_items (model, 4);
  g_assert_cmpuint (heard.n, ==, 1);
  g_assert_cmpuint (heard.position, ==, 2);
  g_assert_cmpuint (heard.removed, ==, 0);
  g_assert_cmpuint (heard.added, ==, 1);
  g_assert_cmpuint (vel_row_get_position (last), ==, 3);
  names = names_of (model);
  g_assert_cmpstr (names, ==, "Ali Cem Çağla Zeki");

  /* Something moves: it goes at one place and comes at another. */
  heard.n = 0;
  rename_to (book, cem, "Vural");
  while (heard.n < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (heard.n, ==, 2);
  g_free (g_steal_pointer (&names));
  names = names_of (model);
  g_assert_cmpstr (names, ==, "Ali Çağla Vural Zeki");

  /* An edit that moves nothing says nothing, but the record tells. */
  heard.n = 0;
  rename_to (book, cem, "Vural Bey");
  moved = g_list_model_get_item (G_LIST_MODEL (model), 2);
  vel_test_wait_text (vel_row_get_record (moved), "name", "Vural Bey");
  wait_for_n_items (model, 4);
  g_assert_cmpuint (heard.n, ==, 0);

  g_assert_true (vel_query_model_find (model, cem, &position));
  g_assert_cmpuint (position, ==, 2);

  commit = vel_book_undo (book, 0, NULL);
  g_clear_pointer (&commit, vel_commit_free);
  commit = vel_book_undo (book, 0, NULL);
  g_clear_pointer (&commit, vel_commit_free);
  commit = vel_book_undo (book, 0, NULL);
  wait_for_n_items (model, 3);
  g_free (g_steal_pointer (&names));
  names = names_of (model);
  g_assert_cmpstr (names, ==, "Ali Cem Zeki");
  g_clear_object (&last);
  g_signal_handlers_disconnect_by_data (model, &heard);
  g_clear_object (&model);
  vel_book_close (book);
}

static void
test_search_keeps_slots (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autoptr(VelQuery) all = vel_query_new (&vel_customer_entity, NULL, NULL, NULL, FALSE);
  g_autoptr(VelQuery) some = vel_query_new (&vel_customer_entity, NULL, "ış", NULL, FALSE);
  g_autoptr(VelQueryModel) model = NULL;
  g_autoptr(VelRow) first = NULL;
  g_autoptr(VelRow) same = NULL;
  Heard heard = { 0 };

  add (book, "Ali");
  add (book, "Işık");
  add (book, "Zeki");
  model = vel_query_model_new (book, all);
  wait_for_n_items (model, 3);
  first = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_cmpstr (vel_record_get_text (vel_row_get_record (first), "name"), ==, "Ali");
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), &heard);

  vel_query_model_set_query (model, some);
  wait_for_n_items (model, 1);
  same = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_true (first == same);
  g_assert_cmpstr (vel_record_get_text (vel_row_get_record (first), "name"), ==, "Işık");
  g_assert_cmpuint (heard.n, ==, 1);
  g_assert_cmpuint (heard.position, ==, 1);
  g_assert_cmpuint (heard.removed, ==, 2);
  g_assert_cmpuint (heard.added, ==, 0);

  vel_query_model_set_query (model, all);
  wait_for_n_items (model, 3);
  g_assert_cmpuint (heard.n, ==, 2);
  g_assert_cmpuint (heard.added, ==, 2);
  g_assert_cmpstr (vel_record_get_text (vel_row_get_record (first), "name"), ==, "Ali");
  g_clear_object (&first);
  g_clear_object (&same);
  g_signal_handlers_disconnect_by_data (model, &heard);
  g_clear_object (&model);
  vel_book_close (book);
}

static void
test_limit (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autoptr(VelQuery) all = vel_query_new (&vel_customer_entity, NULL, NULL, NULL, FALSE);
  g_autoptr(VelQueryModel) model = NULL;
  Heard heard = { 0 };

  for (int i = 0; i < 10; i++)
    {
      g_autofree char *name = g_strdup_printf ("Ali %d", i);

      add (book, name);
    }
  model = vel_query_model_new (book, all);
  vel_query_model_set_limit (model, 4);
  wait_for_n_items (model, 4);
  g_assert_cmpuint (vel_query_model_get_total (model), ==, 10);
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), &heard);
  vel_query_model_set_limit (model, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 10);
  g_assert_cmpuint (heard.n, ==, 1);
  g_assert_cmpuint (heard.position, ==, 4);
  g_assert_cmpuint (heard.added, ==, 6);
  g_signal_handlers_disconnect_by_data (model, &heard);
  g_clear_object (&model);
  vel_book_close (book);
}

/* What the diff says must lead from one list to the other. */
static void
test_diff_random (void)
{
  for (int round = 0; round < 2000; round++)
    {
      g_autoptr(GArray) before = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr(GArray) after = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr(VelDelta) delta = vel_delta_new ();
      g_autoptr(GArray) splices = NULL;
      const int n = g_test_rand_int_range (0, 12);

      for (gint64 id = 1; id <= n; id++)
        g_array_append_val (before, id);
      g_array_append_vals (after, before->data, before->len);
      for (int i = 0; i < 3; i++)
        {
          gint64 id = g_test_rand_int_range (1, 16);

          vel_delta_add (delta, &vel_customer_entity, id);
          for (guint j = 0; j < after->len; j++)
            if (g_array_index (after, gint64, j) == id)
              {
                g_array_remove_index (after, j);
                break;
              }
          if (g_test_rand_bit ())
            g_array_insert_val (after, g_test_rand_int_range (0, after->len + 1), id);
        }
      splices = vel_query_diff (before, after, delta, &vel_customer_entity);
      g_assert_nonnull (splices);
      for (guint i = 0; i < splices->len; i++)
        {
          const VelSplice *splice = &g_array_index (splices, VelSplice, i);

          if (splice->removed > 0)
            g_array_remove_range (before, splice->position, splice->removed);
          if (splice->added > 0)
            g_array_insert_vals (before, splice->position,
                                 &g_array_index (after, gint64, splice->position), splice->added);
        }
      g_assert_cmpmem (before->data, before->len * sizeof (gint64), after->data, after->len * sizeof (gint64));
    }
}

static void
test_finalize (void)
{
  g_autofree char *path = vel_test_new_path ();
  VelBook *book = vel_book_open (path, TRUE, NULL);
  g_autoptr(VelQuery) query = vel_query_new (&vel_customer_entity, NULL, NULL, NULL, FALSE);
  VelQueryModel *model;
  VelRow *row;

  add (book, "Ali");
  model = vel_query_model_new (book, query);
  wait_for_n_items (model, 1);
  row = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_nonnull (vel_row_get_record (row));
  g_assert_finalize_object (model);
  g_assert_finalize_object (row);
  vel_book_close (book);
  vel_test_settle ();
  g_assert_finalize_object (book);
}

int
main (int   argc,
      char *argv[])
{
  vel_test_init (&argc, &argv);
  vel_language_set ("tr");
  g_test_add_func ("/query-model/first-of-all", test_first_of_all);
  g_test_add_func ("/query-model/follows-edits", test_follows_edits);
  g_test_add_func ("/query-model/search-keeps-slots", test_search_keeps_slots);
  g_test_add_func ("/query-model/limit", test_limit);
  g_test_add_func ("/query-model/diff-random", test_diff_random);
  g_test_add_func ("/query-model/finalize", test_finalize);
  return g_test_run ();
}
