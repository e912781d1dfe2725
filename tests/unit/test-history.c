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

static gint64
commit_id (VelBook   *book,
           VelChange *change)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VelCommit) commit = vel_book_commit (book, change, NULL, &error);

  g_assert_no_error (error);
  return commit->ids->len > 0 ? g_array_index (commit->ids, gint64, 0) : 0;
}

typedef struct
{
  int    n_batches;
  gint64 veli;       /* local, in the batches */
} Feed;

/* Two customers with a tag; then one of them learns a title, and nobody is new. */
static gboolean
feed_cb (VelChange  *change,
         gpointer    user_data,
         GError    **error)
{
  Feed *feed = user_data;

  if (feed->n_batches == 0)
    {
      gint64 ayse;

      feed->veli = vel_change_insert (change, &vel_customer_entity);
      vel_change_set_text (change, &vel_customer_entity, feed->veli, "name", "Veli");
      vel_change_set_text (change, &vel_customer_entity, feed->veli, "phone", "+905321234567");
      vel_change_add_word (change, &vel_customer_entity, feed->veli, "tags", "vip");
      ayse = vel_change_insert (change, &vel_customer_entity);
      vel_change_set_text (change, &vel_customer_entity, ayse, "name", "Ayşe");
    }
  else if (feed->n_batches == 1)
    {
      vel_change_set_text (change, &vel_customer_entity, feed->veli, "title", "Mimar");
    }
  feed->n_batches++;
  return TRUE;
}

static gint64
commit_long (VelBook *book,
             gint64  *history)
{
  g_autoptr(VelChange) change = vel_change_new ("Import %s", "x.csv", NULL);
  g_autoptr(VelCommit) commit = NULL;
  g_autoptr(GError) error = NULL;
  Feed feed = { 0 };

  vel_change_set_source (change, feed_cb, &feed, NULL);
  commit = vel_book_commit (book, change, NULL, &error);
  g_assert_no_error (error);
  /* Two customers, a tag and its tagging; the title is no row of its own. */
  g_assert_cmpuint (commit->n_rows, ==, 4);
  *history = commit->history;
  return g_array_index (commit->ids, gint64, 0);
}

static VelHistoryEntry *
get_oldest (GPtrArray *entries)
{
  g_assert_nonnull (entries);
  g_assert_cmpuint (entries->len, >, 0);
  return g_ptr_array_index (entries, entries->len - 1);
}

/* How @record came into the book: as of the long change, and so ever after. */
static void
assert_came (VelBook    *book,
             gint64      record,
             guint       n_entries,
             const char *expected)
{
  static const char * const fields[] = { "name", "title", "phones", "status" };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = vel_book_history (book, record, 0, &error);
  g_autoptr(GString) told = g_string_new (NULL);
  VelHistoryEntry *entry;

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, n_entries);
  entry = get_oldest (entries);
  g_assert_cmpstr (entry->label, ==, "Import %s");
  g_assert_true (entry->is_whole);
  for (gsize f = 0; f < G_N_ELEMENTS (fields); f++)
    for (guint i = 0; i < entry->fields->len; i++)
      {
        const VelHistoryField *field = g_ptr_array_index (entry->fields, i);

        g_assert_true (field->entity == &vel_customer_entity);
        g_assert_cmpint (field->record, ==, record);
        g_assert_cmpint (field->operation, ==, 'i');
        g_assert_true (vel_value_is_empty (&field->before));
        if (g_str_equal (field->field->name, fields[f]))
          g_string_append_printf (told, "%s=%s;", fields[f], field->after.text);
      }
  g_assert_cmpstr (told->str, ==, expected);
}

static void
set_text (VelBook    *book,
          gint64      record,
          const char *field,
          const char *text)
{
  g_autoptr(VelChange) change = vel_change_new ("Edit", NULL);

  vel_change_set_text (change, &vel_customer_entity, record, field, text);
  commit_id (book, change);
}

/* A long change keeps no values; history knows them nevertheless. */
static void
test_long (void)
{
  static const char came[] = "name=Veli;title=Mimar;phones=[{\"value\":\"+905321234567\"}];status=potential;";
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autofree char *before = vel_test_dump (path);
  g_autofree char *after = NULL;
  g_autofree char *back = NULL;
  g_autofree char *again = NULL;
  g_autoptr(VelChange) deletion = vel_change_new ("Delete", NULL);
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GPtrArray) tale = NULL;
  gint64 history;
  const gint64 id = commit_long (book, &history);
  const VelHistoryField *title;

  after = vel_test_dump (path);
  all = vel_book_history (book, 0, 0, NULL);
  g_assert_cmpuint (get_oldest (all)->n_rows, ==, 4);
  g_assert_false (get_oldest (all)->is_whole);
  g_assert_cmpuint (get_oldest (all)->fields->len, ==, 0);
  assert_came (book, id, 1, came);

  /* Neither what is edited later, nor what is edited and undone, nor that the
   * record goes makes another past. */
  set_text (book, id, "title", "Ressam");
  assert_came (book, id, 2, came);
  vel_commit_free (vel_book_undo (book, 0, NULL));
  assert_came (book, id, 2, came);
  set_text (book, id, "title", NULL);
  set_text (book, id, "name", "Veli Bey");
  set_text (book, id, "title", "Mimar");
  assert_came (book, id, 5, came);
  tale = vel_book_history (book, id, 0, NULL);
  title = g_ptr_array_index (((VelHistoryEntry *) g_ptr_array_index (tale, 0))->fields, 0);
  g_assert_cmpint (title->operation, ==, 'u');
  g_assert_null (title->before.text);
  g_assert_cmpstr (title->after.text, ==, "Mimar");
  vel_change_delete (deletion, &vel_customer_entity, id);
  commit_id (book, deletion);
  assert_came (book, id, 6, came);

  /* An id within the change of which no record has come has no history. */
  {
    g_autoptr(GPtrArray) none = vel_book_history (book, id - 1, 0, NULL);

    g_assert_cmpuint (none->len, ==, 0);
  }

  for (int i = 0; i < 4; i++)
    vel_commit_free (vel_book_undo (book, 0, NULL));
  again = vel_test_dump (path);
  g_assert_cmpstr (again, ==, after);

  /* The undo keeps the values, so that it can be done again. */
  for (int i = 0; i < 2; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(VelCommit) commit = vel_book_undo (book, history, &error);
      g_autoptr(GPtrArray) entries = NULL;

      g_assert_no_error (error);
      g_assert_cmpuint (commit->n_rows, ==, 4);
      g_free (g_steal_pointer (&back));
      back = vel_test_dump (path);
      g_assert_cmpstr (back, ==, before);
      assert_came (book, id, 6, came);
      entries = vel_book_history (book, 0, 0, NULL);
      g_assert_cmpuint (get_oldest (entries)->n_rows, ==, 4);
      g_assert_true (get_oldest (entries)->is_whole);
      g_assert_true (get_oldest (entries)->is_undone);
      if (i == 0)
        vel_commit_free (vel_book_redo (book, &error));
      g_assert_no_error (error);
    }
  vel_book_close (book);
}

/* A change may be undone while a later one of the same field stands: what it
 * was made on is what came. */
static void
test_long_undone_between (void)
{
  static const char came[] = "name=Veli;title=Mimar;phones=[{\"value\":\"+905321234567\"}];status=potential;";
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autoptr(VelChange) change = vel_change_new ("Edit", NULL);
  g_autoptr(VelCommit) first = NULL;
  g_autoptr(VelCommit) undone = NULL;
  g_autoptr(GError) error = NULL;
  gint64 history;
  const gint64 id = commit_long (book, &history);

  vel_change_set_text (change, &vel_customer_entity, id, "title", "A");
  first = vel_book_commit (book, change, NULL, &error);
  g_assert_no_error (error);
  set_text (book, id, "title", "B");
  set_text (book, id, "title", "A");
  undone = vel_book_undo (book, first->history, &error);
  g_assert_no_error (error);
  assert_came (book, id, 4, came);
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
  g_test_add_func ("/history/long", test_long);
  g_test_add_func ("/history/long-undone-between", test_long_undone_between);
  g_test_add_func ("/history/labels", test_labels);
  return g_test_run ();
}
