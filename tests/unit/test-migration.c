/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gstdio.h>

#include "vel-customer.h"
#include "vel-interaction.h"
#include "vel-test-deals.h"

/* A book that an older version of this program made, with customers, calls, an
 * import, and changes that were undone. */
#define OLD_UNDONE 1
#define OLD_DONE 9

/* Everything that the first schema knew, in its own columns. */
static const char old_tables[] =
  "SELECT id, name, kind, status, title, phones, emails, addresses, links, source, interests, type, sector, size, tax_id,"
  " tax_office, iban, birthday, language, notes, custom, created FROM customer;"
  "SELECT id, customer, kind, direction, at, minutes, with_whom, reason, outcome, text, created FROM interaction;"
  "SELECT * FROM tag; SELECT * FROM tagging; SELECT * FROM affiliation; SELECT * FROM saved_filter;"
  "SELECT * FROM custom_field; SELECT * FROM import_mapping";
static const char old_history[] =
  "SELECT id, seq, at, actor, label, args, undone, first_id, last_id, added, hex (changeset) FROM history;"
  "SELECT * FROM history_touch; SELECT * FROM meta WHERE key = 'last_id'";
static const char old_count[] =
  "SELECT (SELECT count (*) FROM customer) + (SELECT count (*) FROM interaction) + (SELECT count (*) FROM tagging)";

static char *
copy_old_book (void)
{
  g_autofree char *from = g_build_filename (g_getenv ("VEL_TEST_DATA"), "book-schema-1.velinimet", NULL);
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
test_opens (void)
{
  g_autofree char *path = copy_old_book ();
  g_autofree char *backup = g_strconcat (path, ".v1.backup", NULL);
  g_autofree char *rows = vel_test_ask (path, old_tables);
  g_autofree char *history = vel_test_ask (path, old_history);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr(VelBook) book = NULL;
  g_auto(GStrv) complaints = NULL;
  GStatBuf status;

  assert_answer (path, "PRAGMA user_version", "1");
  book = open_book (path);
  assert_answer (path, "PRAGMA user_version", "2");
  assert_answer (path, old_tables, g_strchomp (rows));
  assert_answer (path, old_history, g_strchomp (history));
  assert_answer (path, "SELECT group_concat (id) FROM (SELECT id FROM stage WHERE pipeline = 1 ORDER BY position)", "2,3,4,5,6");
  assert_answer (path, "SELECT count (*), min (name <> '') FROM lost_reason", "6|1");
  complaints = vel_book_check (book, NULL);
  g_assert_cmpuint (g_strv_length (complaints), ==, 0);

  g_assert_cmpint (g_stat (backup, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  assert_answer (backup, "PRAGMA user_version", "1");
  assert_answer (backup, "PRAGMA integrity_check", "ok");
  assert_answer (backup, old_tables, rows);
  assert_answer (backup, old_history, history);
  assert_answer (backup, "SELECT count (*) FROM sqlite_schema WHERE name = 'deal'", "0");

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
test_old_history (void)
{
  g_autofree char *path = copy_old_book ();
  g_autoptr(VelBook) book = open_book (path);
  g_autofree char *start = vel_test_dump (path);
  g_autofree char *all = NULL;
  g_autofree char *again = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GError) error = NULL;

  entries = vel_book_history (book, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, OLD_DONE + 2);

  vel_test_redo (book);
  all = vel_test_dump (path);
  g_assert_cmpstr (all, !=, start);
  g_assert_null (vel_book_redo (book, &error));
  g_assert_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_NOTHING);
  g_clear_error (&error);

  for (int round = 0; round < 2; round++)
    {
      for (int i = 0; i < OLD_DONE + OLD_UNDONE; i++)
        vel_test_undo (book);
      assert_answer (path, old_count, "0");
      g_assert_null (vel_book_undo (book, 0, &error));
      g_assert_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_NOTHING);
      g_clear_error (&error);
      for (int i = 0; i < OLD_DONE + OLD_UNDONE; i++)
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
  g_autofree char *path = copy_old_book ();
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
  for (int i = 0; i < OLD_DONE; i++)
    vel_test_undo (book);
  assert_answer (path, old_count, "0");
  vel_book_close (book);
}

int
main (int   argc,
      char *argv[])
{
  vel_test_init (&argc, &argv);
  g_test_add_func ("/migration/opens", test_opens);
  g_test_add_func ("/migration/old-history", test_old_history);
  g_test_add_func ("/migration/goes-on", test_goes_on);
  return g_test_run ();
}
