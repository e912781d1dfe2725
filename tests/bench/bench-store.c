/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the store costs beside a plain loop of prepared statements over the
 * same tables, in the same run. It prints figures and judges nothing. */

#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

#include "vel-bench-util.h"
#include "vel-book.h"
#include "vel-collator.h"
#include "vel-customer.h"
#include "vel-database.h"
#include "vel-entity-sql.h"
#include "vel-import.h"
#include "vel-query-model.h"
#include "vel-text.h"

#define N_EDITS 1000
#define N_SEARCHES 300

/* The same customers as a spreadsheet has them. */
static GFile *
write_table (const char *path,
             guint       n)
{
  g_autoptr(GString) text = g_string_new ("Ad;Unvan;Cep;E-posta;Adres;İl;Notlar\n");

  for (guint i = 0; i < n; i++)
    {
      VelBenchCustomer made;

      vel_bench_customer (i, &made);
      g_string_append_printf (text, "%s;%s;%s;%s;Gül Sokak 5;%s;%s\n", made.values[0],
                              made.values[1] != NULL ? made.values[1] : "", made.phone, made.email, made.city,
                              made.values[VEL_BENCH_NOTES] != NULL ? made.values[VEL_BENCH_NOTES] : "");
      vel_bench_customer_clear (&made);
    }
  g_assert_true (g_file_set_contents (path, text->str, text->len, NULL));
  return g_file_new_for_path (path);
}

/* The floor: the same rows into the same tables with the same indexes, every
 * text and key at hand, one transaction. */
static double
plain_loop (const char *path,
            guint       n)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, &error);
  g_autoptr(VelDatabase) database = NULL;
  g_autoptr(VelCollator) collator = vel_collator_new ("tr");
  g_autofree char *sql = vel_entity_sql_insert (&vel_customer_entity);
  g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr(GPtrArray) folds = g_ptr_array_new_with_free_func (g_free);
  g_autofree VelBenchCustomer *made = g_new0 (VelBenchCustomer, n);
  g_autofree guint *columns = g_new0 (guint, G_N_ELEMENTS (vel_bench_fields));
  gint64 start;
  double seconds;

  g_assert_no_error (error);
  vel_book_close (book);
  for (guint f = 0; f < G_N_ELEMENTS (vel_bench_fields); f++)
    for (guint i = 0, column = 1; i < vel_customer_entity.n_fields; i++)
      if (vel_field_is_stored (&vel_customer_entity.fields[i]))
        {
          column++;
          if (g_str_equal (vel_customer_entity.fields[i].name, vel_bench_fields[f]))
            columns[f] = column;
        }
  for (guint i = 0; i < n; i++)
    {
      gsize length;
      guint8 *key;

      vel_bench_customer (i, &made[i]);
      key = vel_collator_key (collator, made[i].values[0], &length);
      g_ptr_array_add (keys, g_bytes_new_take (key, length));
      g_ptr_array_add (folds, made[i].values[VEL_BENCH_NOTES] != NULL ? vel_text_fold (made[i].values[VEL_BENCH_NOTES]) : NULL);
    }

  database = vel_database_open (path, VEL_DATABASE_WRITE, &error);
  g_assert_no_error (error);
  start = g_get_monotonic_time ();
  vel_database_exec (database, "BEGIN IMMEDIATE", &error);
  {
    g_autoptr(VelStatement) insert = vel_database_prepare (database, sql, &error);
    g_autoptr(VelStatement) order = vel_database_prepare (database, "INSERT INTO customer_order VALUES (?1, ?2)", &error);
    g_autoptr(VelStatement) text = vel_database_prepare (database, "INSERT INTO long_text (rowid, text) VALUES (?1, ?2)", &error);
    const int created = vel_bench_column ("created");
    const int kind = vel_bench_column ("kind");
    const int status = vel_bench_column ("status");

    for (guint i = 0; i < n; i++)
      {
        GBytes *key = g_ptr_array_index (keys, i);
        const gint64 id = 1000000 + i;

        sqlite3_bind_int64 (insert, 1, id);
        sqlite3_bind_text (insert, kind, "person", -1, SQLITE_STATIC);
        sqlite3_bind_text (insert, status, "potential", -1, SQLITE_STATIC);
        sqlite3_bind_int64 (insert, created, 1790000000);
        for (guint f = 0; f < G_N_ELEMENTS (vel_bench_fields); f++)
          sqlite3_bind_text (insert, columns[f], made[i].values[f], -1, SQLITE_STATIC);
        vel_database_run (database, insert, &error);
        g_assert_no_error (error);
        sqlite3_bind_blob (order, 1, g_bytes_get_data (key, NULL), g_bytes_get_size (key), SQLITE_STATIC);
        sqlite3_bind_int64 (order, 2, id);
        vel_database_run (database, order, &error);
        if (g_ptr_array_index (folds, i) != NULL)
          {
            sqlite3_bind_int64 (text, 1, id);
            sqlite3_bind_text (text, 2, g_ptr_array_index (folds, i), -1, SQLITE_STATIC);
            vel_database_run (database, text, &error);
          }
        g_assert_no_error (error);
      }
  }
  vel_database_exec (database, "COMMIT", &error);
  g_assert_no_error (error);
  seconds = (g_get_monotonic_time () - start) / 1e6;
  for (guint i = 0; i < n; i++)
    vel_bench_customer_clear (&made[i]);
  return seconds;
}

static double
import_all (VelBook *book,
            GFile   *file,
            guint    n)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VelImport) import = NULL;
  g_autoptr(VelImportReport) report = NULL;
  gint64 start = g_get_monotonic_time ();
  double seconds;

  import = vel_import_open (book, &vel_customer_entity, file, NULL, NULL, &error);
  g_assert_no_error (error);
  printf ("table of %u rows looked through: %.2f s\n", n, (g_get_monotonic_time () - start) / 1e6);
  start = g_get_monotonic_time ();
  report = vel_import_run (import, FALSE, NULL, &error);
  g_assert_no_error (error);
  seconds = (g_get_monotonic_time () - start) / 1e6;
  g_assert_cmpuint (report->created, ==, n);
  return seconds;
}

static void
edit_some (VelBook *book)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(VelQuery) query = vel_query_new (&vel_customer_entity, NULL, NULL, NULL, FALSE);
  g_autoptr(GArray) ids = vel_book_find (book, query, NULL);

  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr(VelChange) change = vel_change_new ("Edit", NULL);
      g_autoptr(VelCommit) commit = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *title = g_strdup_printf ("Mimar %u", i);
      const gint64 start = g_get_monotonic_time ();
      double ms;

      vel_change_set_text (change, &vel_customer_entity,
                           g_array_index (ids, gint64, (i * 7919) % ids->len), "title", title);
      commit = vel_book_commit (book, change, NULL, &error);
      g_assert_no_error (error);
      ms = (g_get_monotonic_time () - start) / 1e3;
      g_array_append_val (times, ms);
    }
  vel_bench_print_times ("one edit committed, ms (goal: p95 2, worst 20)", times);
}

static void
search_some (VelBook *book)
{
  static const char * const texts[] = {
    "a", "is", "isik", "ışık mim", "0532", "4567", "izmir", "ze", "mimar", "yılmaz", "@ornek", "teklif", "xyzxyz"
  };
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr(VelQuery) warm = vel_query_new (&vel_customer_entity, NULL, "q", NULL, FALSE);
  g_autoptr(GArray) warmed = vel_book_find (book, warm, &error);

  g_assert_no_error (error);
  printf ("search index made and first search: %.0f ms\n", (g_get_monotonic_time () - start) / 1e3);
  for (guint i = 0; i < N_SEARCHES; i++)
    {
      g_autoptr(VelQuery) query = vel_query_new (&vel_customer_entity, NULL, texts[i % G_N_ELEMENTS (texts)], NULL, FALSE);
      g_autoptr(GArray) ids = NULL;
      double ms;

      start = g_get_monotonic_time ();
      ids = vel_book_find (book, query, &error);
      g_assert_no_error (error);
      ms = (g_get_monotonic_time () - start) / 1e3;
      g_array_append_val (times, ms);
    }
  vel_bench_print_times ("a search with nothing kept from the one before, ms", times);
}

static void
shown_cb (VelQueryModel *model,
          gboolean      *shown)
{
  *shown = TRUE;
}

static double
read_screen (VelQueryModel *model,
             GPtrArray     *screen,
             gint64         start)
{
  for (guint r = 0; r < MIN (screen->len, g_list_model_get_n_items (G_LIST_MODEL (model))); r++)
    g_assert_nonnull (vel_row_get_record (g_ptr_array_index (screen, r)));
  return (g_get_monotonic_time () - start) / 1e3;
}

/* A keystroke: from the query to the rows of a screen filled anew, by what is
 * shown first and by all of the answer, to which long texts add their share. */
static void
type_some (VelBook *book)
{
  static const char * const texts[] = { "ışık mimar 42", "0532 123 45", "çelik", "ayşe", "ornek12", "izmir", "teklif" };
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) first_times = g_array_new (FALSE, FALSE, sizeof (double));
  gboolean shown = FALSE;
  g_autoptr(VelQuery) all = vel_query_new (&vel_customer_entity, NULL, NULL, NULL, FALSE);
  g_autoptr(VelQueryModel) model = vel_query_model_new (book, all);
  g_autoptr(GPtrArray) screen = g_ptr_array_new_with_free_func (g_object_unref);

  while (vel_query_model_is_loading (model))
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect (model, "shown", G_CALLBACK (shown_cb), &shown);
  for (guint i = 0; i < 200; i++)
    g_ptr_array_add (screen, g_list_model_get_item (G_LIST_MODEL (model), i));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (glong n = 1; n <= g_utf8_strlen (texts[i], -1); n++)
      {
        g_autofree char *typed = g_utf8_substring (texts[i], 0, n);
        g_autoptr(VelQuery) query = vel_query_new (&vel_customer_entity, NULL, typed, NULL, FALSE);
        const gint64 start = g_get_monotonic_time ();
        double ms;

        shown = FALSE;
        vel_query_model_set_query (model, query);
        while (!shown)
          g_main_context_iteration (NULL, TRUE);
        ms = read_screen (model, screen, start);
        g_array_append_val (first_times, ms);
        while (vel_query_model_is_loading (model))
          g_main_context_iteration (NULL, TRUE);
        ms = read_screen (model, screen, start);
        g_array_append_val (times, ms);
      }
  vel_bench_print_times ("a keystroke to 200 changed rows, ms (goal: p95 20)", first_times);
  vel_bench_print_times ("a keystroke to all of the answer, long texts too, ms", times);
}

int
main (int   argc,
      char *argv[])
{
  const guint n = argc > 1 ? atoi (argv[1]) : 100000;
  g_autofree char *folder = g_dir_make_tmp ("velinimet-bench-XXXXXX", NULL);
  g_autofree char *plain = g_build_filename (folder, "plain.velinimet", NULL);
  g_autofree char *path = g_build_filename (folder, "book.velinimet", NULL);
  g_autofree char *table = g_build_filename (folder, "table.csv", NULL);
  g_autoptr(GFile) file = NULL;
  g_autoptr(VelBook) book = NULL;
  g_autoptr(GError) error = NULL;
  GStatBuf floor_status;
  GStatBuf status;
  double floor;
  double seconds;
  gint64 start;
  gint64 history;

  vel_language_set ("tr");
  floor = plain_loop (plain, n);
  book = vel_book_open (path, TRUE, &error);
  g_assert_no_error (error);
  file = write_table (table, n);
  seconds = import_all (book, file, n);
  printf ("%u customers\n", n);
  printf ("import %.2f s, plain loop %.2f s, ratio %.2f (goal: 2)\n", seconds, floor, seconds / floor);
  edit_some (book);
  search_some (book);
  type_some (book);

  vel_book_close (book);
  g_clear_object (&book);

  g_stat (plain, &floor_status);
  g_stat (path, &status);
  history = vel_bench_history_bytes (path);
  printf ("file %.1f MB, of which history %.1f MB; bare rows with their indexes %.1f MB; ratio without history %.2f (goal: 1.3)\n",
          status.st_size / 1e6, history / 1e6, vel_bench_bare_bytes (plain) / 1e6,
          (double) (status.st_size - history) / vel_bench_bare_bytes (plain));

  book = vel_book_open (path, FALSE, &error);
  g_assert_no_error (error);
  start = g_get_monotonic_time ();
  for (guint i = 0; i < N_EDITS; i++)
    vel_commit_free (vel_book_undo (book, 0, &error));
  printf ("undo of %d edits: %.3f ms each\n", N_EDITS, (g_get_monotonic_time () - start) / 1e3 / N_EDITS);
  start = g_get_monotonic_time ();
  vel_commit_free (vel_book_undo (book, 0, &error));
  g_assert_no_error (error);
  printf ("undo of the import: %.2f s\n", (g_get_monotonic_time () - start) / 1e6);
  start = g_get_monotonic_time ();
  vel_commit_free (vel_book_redo (book, &error));
  g_assert_no_error (error);
  printf ("redo of the import: %.2f s\n", (g_get_monotonic_time () - start) / 1e6);
  vel_book_close (book);
  vel_bench_remove (folder);
  return 0;
}
