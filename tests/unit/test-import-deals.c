/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-column-dictionary.h"
#include "vel-column-names.h"
#include "vel-customer.h"
#include "vel-deal.h"
#include "vel-import.h"
#include "vel-product.h"
#include "vel-test-util.h"

/* Tables of deals, as a window imports them: looked at, then tried with one
 * choice and another, then done and taken back. */

static VelBook *
new_book (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(GError) error = NULL;
  VelBook *book = vel_book_open (path, TRUE, &error);

  g_assert_no_error (error);
  return book;
}

static VelImport *
open_table (VelBook         *book,
            const VelEntity *entity,
            const char      *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("VEL_TEST_DATA"), "deals", name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  VelImport *import = vel_import_open (book, entity, file, NULL, NULL, &error);

  g_assert_no_error (error);
  return import;
}

static VelImportReport *
run (VelImport *import,
     gboolean   dry_run)
{
  g_autoptr(GError) error = NULL;
  VelImportReport *report = vel_import_run (import, dry_run, NULL, &error);

  g_assert_no_error (error);
  return report;
}

static guint
count (VelBook         *book,
       const VelEntity *entity)
{
  g_autoptr(VelQuery) query = vel_query_new (entity, NULL, NULL, NULL, FALSE);
  g_autoptr(GArray) ids = vel_book_find (book, query, NULL);

  return ids->len;
}

static char *
say_columns (VelImport *import)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const char * const *names = vel_import_get_columns (import);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *match = vel_column_match_to_string (vel_import_get_match (import, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", match);
    }
  return g_strdup (text->str);
}

/* The columns of other programs go where they belong. */
static void
test_columns (void)
{
  static const struct { const char *table; const char *columns; } cases[] = {
    { "hubspot.csv", "code title stage closed.expected owner amount currency pipeline opened customer.organisation contact probability"
                     " lost_reason next_step" },
    { "salesforce.csv", "code title customer.organisation stage amount currency probability closed.expected opened owner source"
                        " next_step lost_reason" },
    { "pipedrive.csv", "code title customer.organisation contact contact.email stage status amount currency expected_close closed closed"
                       " lost_reason owner opened tags" },
    { "odoo.csv", "title customer contact customer.email customer.phone owner amount probability stage expected_close tags"
                  " lost_reason opened" },
    { "turkce.csv", "title customer customer.phone stage amount currency probability opened closed.expected owner product"
                    " next_step lost_reason code custom:Metrekare" },
  };
  g_autoptr(VelBook) book = new_book ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(VelImport) import = open_table (book, &vel_deal_entity, cases[i].table);
      g_autofree char *columns = say_columns (import);

      g_test_message ("%s", cases[i].table);
      g_assert_true (vel_import_get_entity (import) == &vel_deal_entity);
      g_assert_cmpstr (columns, ==, cases[i].columns);
    }
  vel_book_close (book);
}

/* Every target in the dictionaries can be parsed, every name is written as names
 * are looked up, and none of them stands there twice. */
static void
test_dictionaries (void)
{
  static const VelEntity * const entities[] = { &vel_customer_entity, &vel_deal_entity, &vel_product_entity };

  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      const VelColumnDictionary *dictionary = vel_column_dictionary_find (entities[i]);
      g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

      g_assert_nonnull (dictionary);
      for (gsize n = 0; n < dictionary->n_names; n++)
        {
          g_autofree char *target = g_strdelimit (g_strdup (dictionary->names[n].target), "?~", '\0');
          g_autoptr(VelColumnMatch) match = vel_column_match_parse (entities[i], target, NULL);
          g_auto(GStrv) keys = g_strsplit (dictionary->names[n].keys, " ", -1);

          g_test_message ("%s: %s", entities[i]->name, target);
          g_assert_nonnull (match);
          for (gsize k = 0; keys[k] != NULL; k++)
            {
              g_autofree char *key = vel_column_name_key (keys[k], NULL);
              const char *other = g_hash_table_lookup (seen, key);

              g_test_message ("  %s", keys[k]);
              g_assert_cmpstr (keys[k], ==, key);
              g_assert_true (other == NULL || g_str_equal (other, target));
              g_hash_table_insert (seen, g_steal_pointer (&key), g_strdup (target));
            }
        }
    }
  g_assert_null (vel_column_dictionary_find (vel_entity_find ("tag")));
  g_assert_false (vel_import_is_possible (vel_entity_find ("tag")));
}

/* What a preview offers follows from a run that does nothing. */
static void
test_choices (void)
{
  g_autoptr(VelBook) book = new_book ();
  g_autoptr(VelImport) import = open_table (book, &vel_deal_entity, "turkce.csv");
  VelImportOptions options = { VEL_IMPORT_UNKNOWN_REJECT, NULL, FALSE, 0 };
  g_autoptr(VelImportReport) strict = run (import, TRUE);
  g_autoptr(VelImportReport) friendly = NULL;
  g_autoptr(VelImportReport) done = NULL;
  const VelImportSample *sample;

  g_assert_cmpuint (strict->created, ==, 0);
  g_assert_cmpuint (strict->rejected->len, ==, 4);
  g_assert_cmpuint (strict->samples->len, ==, 0);
  g_assert_cmpuint (strict->unknown_customers->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (strict->unknown_customers, 0), ==, "Ayşe Işık");
  g_assert_cmpstr (g_ptr_array_index (strict->unknown_customers, 1), ==, "Deniz Optik");

  options.unknown_customers = VEL_IMPORT_UNKNOWN_CREATE;
  vel_import_set_options (import, &options);
  g_clear_pointer (&strict, vel_import_report_free);
  strict = run (import, TRUE);
  g_assert_cmpuint (strict->created, ==, 3);
  g_assert_cmpuint (strict->missing_stages->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (strict->missing_stages, 0), ==, "Ruhsat");

  options.create_stages = TRUE;
  vel_import_set_options (import, &options);
  friendly = run (import, TRUE);
  g_assert_cmpuint (friendly->created, ==, 4);
  g_assert_cmpuint (friendly->rejected->len, ==, 0);
  g_assert_cmpuint (friendly->samples->len, ==, 4);
  sample = g_ptr_array_index (friendly->samples, 0);
  g_assert_true (sample->entity == &vel_deal_entity);
  g_assert_cmpint (sample->fate, ==, VEL_IMPORT_CREATED);
  g_assert_cmpstr (sample->values[vel_entity_field_index (&vel_deal_entity, "customer_name")].text, ==, "Ayşe Işık");
  g_assert_cmpstr (sample->values[vel_entity_field_index (&vel_deal_entity, "stage_name")].text, ==, "Offer");
  g_assert_cmpint (sample->values[vel_entity_field_index (&vel_deal_entity, "amount")].integer, ==, 123456);
  g_assert_cmpuint (count (book, &vel_deal_entity), ==, 0);

  done = run (import, FALSE);
  g_assert_cmpuint (done->created, ==, 4);
  g_assert_cmpint (done->history, !=, 0);
  g_assert_cmpuint (count (book, &vel_deal_entity), ==, 4);
  g_assert_cmpuint (count (book, &vel_customer_entity), ==, 2);
  g_assert_cmpuint (count (book, &vel_product_entity), ==, 2);
  vel_book_close (book);
}

/* Nothing is left of an import that is taken back, and all of it comes again. */
static void
test_undo (void)
{
  g_autoptr(VelBook) book = new_book ();
  g_autoptr(VelImport) import = open_table (book, &vel_deal_entity, "hubspot.csv");
  const VelImportOptions options = { VEL_IMPORT_UNKNOWN_CREATE, NULL, TRUE, 0 };
  g_autoptr(VelImportReport) report = NULL;
  g_autoptr(VelCommit) undone = NULL;
  g_autoptr(VelCommit) redone = NULL;
  g_autoptr(GError) error = NULL;

  vel_import_set_options (import, &options);
  report = run (import, FALSE);
  g_assert_cmpuint (report->created, ==, 3);
  g_assert_cmpuint (report->new_reasons->len, ==, 1);
  undone = vel_book_undo (book, report->history, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (book, &vel_deal_entity), ==, 0);
  g_assert_cmpuint (count (book, &vel_customer_entity), ==, 0);
  g_assert_cmpuint (count (book, vel_entity_find ("passage")), ==, 0);
  g_assert_cmpuint (count (book, vel_entity_find ("lost_reason")), ==, 6);
  redone = vel_book_redo (book, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (book, &vel_deal_entity), ==, 3);
  vel_book_close (book);
}

static void
test_cancelled (void)
{
  g_autoptr(VelBook) book = new_book ();
  g_autoptr(VelImport) import = open_table (book, &vel_deal_entity, "hubspot.csv");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (vel_import_run (import, FALSE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count (book, &vel_deal_entity), ==, 0);
  vel_book_close (book);
}

/* The pipeline that was chosen may be deleted before the run. */
static void
test_pipeline_that_is_gone (void)
{
  g_autoptr(VelBook) book = new_book ();
  g_autoptr(VelImport) import = open_table (book, &vel_deal_entity, "hubspot.csv");
  const VelImportOptions options = { VEL_IMPORT_UNKNOWN_CREATE, "Adsız", TRUE, 4711 };
  g_autoptr(GError) error = NULL;

  vel_import_set_options (import, &options);
  g_assert_cmpstr (vel_import_get_options (import)->no_customer, ==, "Adsız");
  g_assert_null (vel_import_run (import, FALSE, NULL, &error));
  g_assert_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_NOT_FOUND);
  g_assert_cmpuint (count (book, &vel_customer_entity), ==, 0);
  vel_book_close (book);
}

int
main (int   argc,
      char *argv[])
{
  vel_test_init (&argc, &argv);
  g_test_add_func ("/import-deals/columns", test_columns);
  g_test_add_func ("/import-deals/dictionaries", test_dictionaries);
  g_test_add_func ("/import-deals/choices", test_choices);
  g_test_add_func ("/import-deals/undo", test_undo);
  g_test_add_func ("/import-deals/cancelled", test_cancelled);
  g_test_add_func ("/import-deals/pipeline-that-is-gone", test_pipeline_that_is_gone);
  return g_test_run ();
}
