/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-affiliation.h"
#include "vel-book.h"
#include "vel-customer.h"
#include "vel-interaction.h"
#include "vel-tag.h"
#include "vel-test-util.h"
#include "vel-text.h"

#define N_STEPS 400

static gint64
pick (VelBook         *book,
      const VelEntity *entity)
{
  g_autoptr(VelQuery) query = vel_query_new (entity, NULL, NULL, "id", FALSE);
  g_autoptr(GArray) ids = vel_book_find (book, query, NULL);

  return ids->len > 0 ? g_array_index (ids, gint64, g_test_rand_int_range (0, ids->len)) : 0;
}

/* A change that somebody could make, of any kind. */
static VelChange *
make_change (VelBook *book)
{
  static const char * const words[] = { "vip", "mimar", "İzmir", "Işık", "yılbaşı", "ÇOK", "çok" };
  const char *word = words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];
  const gint64 customer = pick (book, &vel_customer_entity);
  const gint64 interaction = pick (book, &vel_interaction_entity);
  VelChange *change = vel_change_new ("Step", NULL);
  gint64 id;

  switch (customer == 0 ? 0 : g_test_rand_int_range (0, 10))
    {
    case 0:
    case 1:
      id = vel_change_insert (change, &vel_customer_entity);
      vel_change_set_text (change, &vel_customer_entity, id, "name", word);
      vel_change_set_text (change, &vel_customer_entity, id, "phone", "+905321234567");
      vel_change_set_text (change, &vel_customer_entity, id, "organisation", word);
      break;

    case 2:
      vel_change_set_text (change, &vel_customer_entity, customer, "name", word);
      vel_change_set_text (change, &vel_customer_entity, customer, "city", word);
      break;

    case 3:
      vel_change_add_word (change, &vel_customer_entity, customer, "tags", word);
      vel_change_add_word (change, &vel_customer_entity, customer, "interests", word);
      break;

    case 4:
      vel_change_remove_word (change, &vel_customer_entity, customer, "tags", word);
      break;

    case 5:
      id = vel_change_insert (change, &vel_interaction_entity);
      vel_change_set_integer (change, &vel_interaction_entity, id, "customer", customer);
      vel_change_set_text (change, &vel_interaction_entity, id, "text", "Teklif istediler, yarın aranacak");
      break;

    case 6:
      vel_change_delete (change, &vel_customer_entity, customer);
      break;

    case 7:
      vel_change_set_text (change, &vel_customer_entity, customer, "notes",
                           g_test_rand_bit () ? "Uzun uzun konuşuldu" : NULL);
      vel_change_set_text (change, &vel_customer_entity, customer, "custom.Ayakkabı no", word);
      break;

    case 8:
      vel_change_set_text (change, &vel_customer_entity, customer, "organisation", word);
      break;

    default:
      if (interaction != 0)
        vel_change_set_text (change, &vel_interaction_entity, interaction, "text", word);
      else
        vel_change_set_text (change, &vel_customer_entity, customer, "title", word);
      break;
    }
  return change;
}

/* Random changes, undos and redos; then everything is undone, which gives the
 * first state, and redone, which gives the last; and the book is sound. */
static void
test_random (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autofree char *first = vel_test_dump (path);
  g_autofree char *last = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_auto(GStrv) complaints = NULL;
  guint n_done = 0;

  for (int step = 0; step < N_STEPS; step++)
    {
      g_autoptr(VelChange) change = NULL;
      g_autoptr(VelCommit) commit = NULL;
      g_autoptr(GError) error = NULL;
      const int what = g_test_rand_int_range (0, 8);

      if (what == 0)
        {
          commit = vel_book_undo (book, 0, &error);
          n_done -= commit != NULL;
        }
      else if (what == 1)
        {
          commit = vel_book_redo (book, &error);
          n_done += commit != NULL;
        }
      else
        {
          change = make_change (book);
          commit = vel_book_commit (book, change, NULL, &error);
          g_assert_no_error (error);
          n_done += commit->history != 0;
        }
      if (error != NULL)
        g_assert_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_NOTHING);
    }
  last = vel_test_dump (path);

  for (guint i = 0; i < n_done; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(VelCommit) commit = vel_book_undo (book, 0, &error);

      g_assert_no_error (error);
    }
  undone = vel_test_dump (path);
  g_assert_cmpstr (undone, ==, first);

  for (guint i = 0; i < n_done; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(VelCommit) commit = vel_book_redo (book, &error);

      g_assert_no_error (error);
    }
  redone = vel_test_dump (path);
  g_assert_cmpstr (redone, ==, last);
  complaints = vel_book_check (book, NULL);
  g_assert_cmpuint (g_strv_length (complaints), ==, 0);
  vel_book_close (book);
}

/* Something new puts what could be redone out of reach, but history keeps it. */
static void
test_branch (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GError) error = NULL;

  for (int i = 0; i < 3; i++)
    {
      g_autoptr(VelChange) change = vel_change_new ("Add %s", i == 0 ? "bir" : i == 1 ? "iki" : "üç", NULL);
      g_autoptr(VelCommit) commit = NULL;
      const gint64 id = vel_change_insert (change, &vel_customer_entity);

      vel_change_set_text (change, &vel_customer_entity, id, "name", "Ali");
      commit = vel_book_commit (book, change, NULL, &error);
      g_assert_no_error (error);
      if (i == 1)
        vel_commit_free (vel_book_undo (book, 0, &error));
    }
  g_assert_null (vel_book_redo (book, &error));
  g_assert_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_NOTHING);
  g_clear_error (&error);

  entries = vel_book_history (book, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 3);
  {
    VelHistoryEntry *newest = g_ptr_array_index (entries, 0);
    VelHistoryEntry *middle = g_ptr_array_index (entries, 1);
    g_autofree char *said = vel_history_say (newest->label, newest->args);

    g_assert_cmpstr (said, ==, "Add üç");
    g_assert_false (newest->is_undone);
    g_assert_true (middle->is_undone);
    g_assert_cmpuint (newest->n_rows, ==, 1);
    g_assert_cmpuint (newest->fields->len, >, 0);
    g_assert_cmpstr (((VelHistoryField *) g_ptr_array_index (newest->fields, 0))->field->name, ==, "name");
    g_assert_cmpstr (((VelHistoryField *) g_ptr_array_index (newest->fields, 0))->after.text, ==, "Ali");
  }
  vel_book_close (book);
}

/* A change that changes nothing leaves no trace. */
static void
test_nothing (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autoptr(GError) error = NULL;
  gint64 id;

  {
    g_autoptr(VelChange) change = vel_change_new ("Add", NULL);
    g_autoptr(VelCommit) commit = NULL;

    id = vel_change_insert (change, &vel_customer_entity);
    vel_change_set_text (change, &vel_customer_entity, id, "name", "Ali");
    commit = vel_book_commit (book, change, NULL, &error);
    g_assert_no_error (error);
    id = g_array_index (commit->ids, gint64, 0);
  }
  {
    g_autoptr(VelChange) change = vel_change_new ("Edit", NULL);
    g_autoptr(VelCommit) commit = NULL;
    g_autoptr(GPtrArray) entries = NULL;

    vel_change_set_text (change, &vel_customer_entity, id, "name", "Ali");
    commit = vel_book_commit (book, change, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpint (commit->history, ==, 0);
    entries = vel_book_history (book, 0, 0, &error);
    g_assert_cmpuint (entries->len, ==, 1);
  }
  vel_book_close (book);
}

static void
test_labels (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autoptr(VelChange) change = vel_change_new ("Add %s", "100 % \"Ali\"", NULL);
  g_autoptr(VelCommit) commit = NULL;
  const gint64 id = vel_change_insert (change, &vel_customer_entity);

  g_assert_null (vel_book_get_undo_label (book));
  vel_change_set_text (change, &vel_customer_entity, id, "name", "Ali");
  commit = vel_book_commit (book, change, NULL, NULL);
  vel_test_wait_changed (book);
  g_assert_cmpstr (vel_book_get_undo_label (book), ==, "Add 100 % \"Ali\"");
  g_assert_null (vel_book_get_redo_label (book));
  vel_book_close (book);
}

int
main (int   argc,
      char *argv[])
{
  vel_test_init (&argc, &argv);
  vel_language_set ("tr");
  g_test_add_func ("/history/random", test_random);
  g_test_add_func ("/history/branch", test_branch);
  g_test_add_func ("/history/nothing", test_nothing);
  g_test_add_func ("/history/labels", test_labels);
  return g_test_run ();
}
