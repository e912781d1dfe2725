/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gstdio.h>

#include "vel-customer.h"
#include "vel-interaction.h"
#include "vel-task.h"
#include "vel-test-deals.h"

/* Books that older versions of this program made, with customers, calls and
 * changes that were undone; the first with an import, the second with deals. */
typedef struct
{
  int         version;
  const char *tables;   /* everything that the schema knew, in its own columns */
  const char *newer;    /* a table that it did not know */
  const char *count;
  int         n_done;
  int         n_undone;
} OldBook;

static const char tables_1[] =
  "SELECT id, name, kind, status, title, phones, emails, addresses, links, source, interests, type, sector, size, tax_id,"
  " tax_office, iban, birthday, language, notes, custom, created FROM customer;"
  "SELECT id, customer, kind, direction, at, minutes, with_whom, reason, outcome, text, created FROM interaction;"
  "SELECT * FROM tag; SELECT * FROM tagging; SELECT * FROM affiliation; SELECT * FROM saved_filter;"
  "SELECT * FROM custom_field; SELECT * FROM import_mapping";
static const char tables_2[] =
  "SELECT * FROM customer; SELECT * FROM interaction; SELECT * FROM tag; SELECT * FROM tagging; SELECT * FROM affiliation;"
  "SELECT * FROM saved_filter; SELECT * FROM custom_field; SELECT * FROM import_mapping; SELECT * FROM product;"
  "SELECT * FROM pipeline; SELECT * FROM stage; SELECT * FROM lost_reason; SELECT * FROM deal; SELECT * FROM passage;"
  "SELECT * FROM deal_tagging; SELECT * FROM rate; SELECT * FROM setting";
static const char old_history[] =
  "SELECT id, seq, at, actor, label, args, undone, first_id, last_id, added, hex (changeset) FROM history;"
  "SELECT * FROM history_touch; SELECT * FROM meta WHERE key = 'last_id'";

static const OldBook old_books[] = {
  { 1, tables_1, "deal",
    "SELECT (SELECT count (*) FROM customer) + (SELECT count (*) FROM interaction) + (SELECT count (*) FROM tagging)", 9, 1 },
  { 2, tables_2, "task",
    "SELECT (SELECT count (*) FROM customer) + (SELECT count (*) FROM deal) + (SELECT count (*) FROM passage)"
    " + (SELECT count (*) FROM interaction) + (SELECT count (*) FROM product)", 12, 1 },
};

static char *
copy_old_book (int version)
{
  g_autofree char *name = g_strdup_printf ("book-schema-%d.velinimet", version);
  g_autofree char *from = g_build_filename (g_getenv ("VEL_TEST_DATA"), name, NULL);
  g_autofree char *data = NULL;
  char *path = vel_test_new_path ();
  g_autoptr(GError) error = NULL;
  gsize length;

  g_file_get_contents (from, &data, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, data, length, &error);
  g_assert_no_error (error);
  return path;
}

static void
assert_answer (const char *path,
               const char *sql,
               const char *expected)
{
  g_autofree char *answer = vel_test_ask (path, sql);

  g_assert_cmpstr (g_strchomp (answer), ==, expected);
}

static VelBook *
open_book (const char *path)
{
  g_autoptr(GError) error = NULL;
  VelBook *book = vel_book_open (path, FALSE, &error);

  g_assert_no_error (error);
  return book;
}

/* It opens, keeps all it had, has what every book begins with, and a copy of it lies beside it. */
static void
test_opens (gconstpointer data)
{
  const OldBook *old = data;
  g_autofree char *path = copy_old_book (old->version);
  g_autofree char *version = g_strdup_printf ("%d", old->version);
  g_autofree char *newer = g_strdup_printf ("SELECT count (*) FROM sqlite_schema WHERE name = '%s'", old->newer);
  g_autofree char *backup = g_strconcat (path, ".v", version, ".backup", NULL);
  g_autofree char *rows = vel_test_ask (path, old->tables);
  g_autofree char *history = vel_test_ask (path, old_history);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr(VelBook) book = NULL;
  g_auto(GStrv) complaints = NULL;
  GStatBuf status;

  assert_answer (path, "PRAGMA user_version", version);
  book = open_book (path);
  assert_answer (path, "PRAGMA user_version", "3");
  assert_answer (path, old->tables, g_strchomp (rows));
  assert_answer (path, old_history, g_strchomp (history));
  assert_answer (path, "SELECT group_concat (id) FROM (SELECT id FROM stage WHERE pipeline = 1 ORDER BY position)", "2,3,4,5,6");
  assert_answer (path, "SELECT count (*), min (name <> '') FROM lost_reason", "6|1");
  complaints = vel_book_check (book, NULL);
  g_assert_cmpuint (g_strv_length (complaints), ==, 0);

  g_assert_cmpint (g_stat (backup, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  assert_answer (backup, "PRAGMA user_version", version);
  assert_answer (backup, "PRAGMA integrity_check", "ok");
  assert_answer (backup, old->tables, rows);
  assert_answer (backup, old_history, history);
  assert_answer (backup, newer, "0");
  assert_answer (path, newer, "1");

  /* It is done once. */
  first = vel_test_dump (path);
  vel_book_close (book);
  g_clear_object (&book);
  g_assert_cmpint (g_remove (backup), ==, 0);
  book = open_book (path);
  second = vel_test_dump (path);
  g_assert_cmpstr (second, ==, first);
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
  vel_book_close (book);
}

/* What the old program did and undid is undone and redone by this one, an
 * import and rows with fewer columns too. */
static void
test_old_history (gconstpointer data)
{
  const OldBook *old = data;
  g_autofree char *path = copy_old_book (old->version);
  g_autoptr(VelBook) book = open_book (path);
  g_autofree char *start = vel_test_dump (path);
  g_autofree char *all = NULL;
  g_autofree char *again = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GError) error = NULL;

  entries = vel_book_history (book, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, old->n_done + 2);

  vel_test_redo (book);
  all = vel_test_dump (path);
  g_assert_cmpstr (all, !=, start);
  g_assert_null (vel_book_redo (book, &error));
  g_assert_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_NOTHING);
  g_clear_error (&error);

  for (int round = 0; round < 2; round++)
    {
      for (int i = 0; i < old->n_done + old->n_undone; i++)
        vel_test_undo (book);
      assert_answer (path, old->count, "0");
      g_assert_null (vel_book_undo (book, 0, &error));
      g_assert_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_NOTHING);
      g_clear_error (&error);
      for (int i = 0; i < old->n_done + old->n_undone; i++)
        vel_test_redo (book);
      g_clear_pointer (&again, g_free);
      again = vel_test_dump (path);
      g_assert_cmpstr (again, ==, all);
    }
  vel_book_close (book);
}

/* New things stand on the old ones, and go with them and come back. */
static void
test_goes_on (void)
{
  const OldBook *old = &old_books[0];
  g_autofree char *path = copy_old_book (old->version);
  g_autoptr(VelBook) book = open_book (path);
  g_autofree char *answer = vel_test_ask (path, "SELECT customer FROM interaction ORDER BY id LIMIT 1");
  const gint64 customer = g_ascii_strtoll (answer, NULL, 10);
  const gint64 deal = vel_test_add_deal (book, customer, VEL_TEST_CALL, "Çerçeve", "125000", "TRY");
  g_autofree char *about = g_strdup_printf ("%" G_GINT64_FORMAT, deal);
  g_autofree char *call = vel_test_ask (path, "SELECT id FROM interaction ORDER BY id LIMIT 1");
  g_autofree char *with = NULL;
  g_autofree char *without = NULL;
  g_autofree char *back = NULL;

  vel_test_edit (book, &vel_interaction_entity, g_ascii_strtoll (call, NULL, 10), "deal", about, NULL);
  vel_test_move (book, deal, VEL_TEST_OFFER, 0);
  with = vel_test_dump (path);
  vel_test_delete (book, &vel_customer_entity, customer);
  without = vel_test_dump (path);
  g_assert_cmpstr (without, !=, with);
  assert_answer (path, "SELECT count (*) FROM customer", "6");
  vel_test_undo (book);
  back = vel_test_dump (path);
  g_assert_cmpstr (back, ==, with);
  for (int i = 0; i < 3; i++)
    vel_test_undo (book);
  assert_answer (path, "SELECT count (*) FROM deal", "0");
  for (int i = 0; i < old->n_done; i++)
    vel_test_undo (book);
  assert_answer (path, old->count, "0");
  vel_book_close (book);
}

static void
test_tasks_go_on (void)
{
  const OldBook *old = &old_books[1];
  g_autofree char *path = copy_old_book (old->version);
  g_autoptr(VelBook) book = open_book (path);
  g_autofree char *answer = vel_test_ask (path, "SELECT id FROM deal WHERE status = 'open' ORDER BY id LIMIT 1");
  g_autofree char *of_customer = vel_test_ask (path, "SELECT customer FROM deal WHERE status = 'open' ORDER BY id LIMIT 1");
  g_autofree char *with = NULL;
  g_autofree char *back = NULL;

  vel_test_add (book, &vel_task_entity, "title", "Çerçeveyi sor", "deal", g_strchomp (answer), "due", "2026-11-24T14:00", NULL);
  assert_answer (path, "SELECT customer FROM task", g_strchomp (of_customer));
  with = vel_test_dump (path);
  vel_test_delete (book, &vel_customer_entity, g_ascii_strtoll (of_customer, NULL, 10));
  assert_answer (path, "SELECT count (*) FROM task", "0");
  vel_test_undo (book);
  back = vel_test_dump (path);
  g_assert_cmpstr (back, ==, with);
  vel_test_undo (book);
  assert_answer (path, "SELECT count (*) FROM task", "0");
  for (int i = 0; i < old->n_done; i++)
    vel_test_undo (book);
  assert_answer (path, old->count, "0");
  vel_book_close (book);
}

int
main (int   argc,
      char *argv[])
{
  vel_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (old_books); i++)
    {
      g_autofree char *opens = g_strdup_printf ("/migration/opens/%d", old_books[i].version);
      g_autofree char *history = g_strdup_printf ("/migration/old-history/%d", old_books[i].version);

      g_test_add_data_func (opens, &old_books[i], test_opens);
      g_test_add_data_func (history, &old_books[i], test_old_history);
    }
  g_test_add_func ("/migration/goes-on", test_goes_on);
  g_test_add_func ("/migration/tasks-go-on", test_tasks_go_on);
  return g_test_run ();
}
