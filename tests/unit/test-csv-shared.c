/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables that others wrote, read where they lie: $VEL_SHARED_DATA, with a
 * SOURCES.md that says what each is. Skipped where that folder is absent.
 */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "vel-column-guess.h"
#include "vel-customer.h"

#include "csv-fixture.h"

static GFile *
shared_file (const char *path)
{
  g_autofree char *full = NULL;

  full = g_build_filename (g_getenv ("VEL_SHARED_DATA"), path, NULL);
  return g_file_new_for_path (full);
}

static gboolean
have_shared_data (void)
{
  const char *path = g_getenv ("VEL_SHARED_DATA");

  if (path != NULL && g_file_test (path, G_FILE_TEST_IS_DIR))
    return TRUE;
  g_test_skip ("VEL_SHARED_DATA is absent");
  return FALSE;
}

/* The counts are those of SOURCES.md but for four that it counts otherwise: two tables have no
 * header, so their first row counts as well; its count of the UTF-16 table, it says, was made as
 * if that were UTF-8; and of the prose it counts line ends, not lines. */
static void
test_counts (void)
{
  static const struct
  {
    const char *path;
    const char *encoding;
    char        separator;
    gboolean    has_header;
    guint       n_columns;
    guint       n_rows;
  } tables[] = {
    { "contacts-csv/google-sample1.csv", "UTF-8", ',', TRUE, 129, 16 },
    { "contacts-csv/roundcube-gmail.csv", "UTF-8", ',', TRUE, 81, 1 },
    { "contacts-csv/roundcube-outlook.csv", "UTF-8", ',', TRUE, 3, 1 },
    { "crm-export/atomic-crm-contacts.csv", "UTF-8", ',', TRUE, 24, 500 },
    { "crm-export/atomic-crm-contacts_export-sample.csv", "UTF-8", ',', TRUE, 18, 2 },
    { "crm-export/hubspot_companies.csv", "UTF-8", ',', TRUE, 16, 200 },
    { "crm-export/hubspot_deals.csv", "UTF-8", ',', TRUE, 12, 500 },
    { "crm-export/salesforce-accountData.csv", "windows-1252", ',', TRUE, 38, 423 },
    { "csv-conformance/clevercsv/airedale.csv", "UTF-8", ',', TRUE, 8, 55 },
    { "csv-conformance/clevercsv/milk.csv", "UTF-8", '\t', TRUE, 23, 380 },
    { "csv-conformance/csv-spectrum/csvs/comma_in_quotes.csv", "UTF-8", ',', TRUE, 5, 1 },
    { "csv-conformance/csv-spectrum/csvs/empty.csv", "UTF-8", ',', TRUE, 3, 2 },
    { "csv-conformance/csv-spectrum/csvs/empty_crlf.csv", "UTF-8", ',', TRUE, 3, 2 },
    { "csv-conformance/csv-spectrum/csvs/escaped_quotes.csv", "UTF-8", ',', TRUE, 2, 2 },
    { "csv-conformance/csv-spectrum/csvs/json.csv", "UTF-8", ',', TRUE, 2, 1 },
    { "csv-conformance/csv-spectrum/csvs/location_coordinates.csv", "UTF-8", ',', TRUE, 4, 1 },
    { "csv-conformance/csv-spectrum/csvs/newlines.csv", "UTF-8", ',', TRUE, 3, 3 },
    { "csv-conformance/csv-spectrum/csvs/newlines_crlf.csv", "UTF-8", ',', TRUE, 3, 3 },
    { "csv-conformance/csv-spectrum/csvs/quotes_and_newlines.csv", "UTF-8", ',', TRUE, 2, 2 },
    { "csv-conformance/csv-spectrum/csvs/simple.csv", "UTF-8", ',', TRUE, 3, 1 },
    { "csv-conformance/csv-spectrum/csvs/simple_crlf.csv", "UTF-8", ',', TRUE, 3, 1 },
    { "csv-conformance/csv-spectrum/csvs/utf8.csv", "UTF-8", ',', TRUE, 3, 2 },
    { "csv-conformance/dataloader/csvEscapedQuotes.csv", "UTF-8", ',', TRUE, 2, 2 },
    { "csv-conformance/dataloader/csvtext.csv", "UTF-8", ',', TRUE, 3, 2 },
    { "csv-conformance/dataloader/csvtext_BOM_UTF16LE.csv", "UTF-16LE", ',', TRUE, 3, 2 },
    { "csv-conformance/dataloader/csvtext_BOM_UTF8.csv", "UTF-8", ',', TRUE, 3, 2 },
    { "csv-conformance/dataloader/dateEndingInZ.csv", "UTF-8", ',', TRUE, 9, 1 },
    { "csv-conformance/dataloader/insertAccountCsv.csv", "UTF-8", ',', TRUE, 7, 100 },
    { "csv-conformance/dataloader/timeZoneFormatTesting.csv", "UTF-8", ',', TRUE, 2, 12 },
    { "csv-conformance/papaparse/long-sample.csv", "UTF-8", ',', FALSE, 7, 8 },
    { "csv-conformance/papaparse/normal.csv", "UTF-8", ',', TRUE, 9, 1135 },
    { "csv-conformance/papaparse/sample-header.csv", "UTF-8", ',', TRUE, 2, 2 },
    { "csv-conformance/papaparse/utf-8-bom-sample.csv", "UTF-8", ',', TRUE, 3, 1 },
    { "csv-conformance/rust-csv/smallpop-colon.csv", "UTF-8", ':', TRUE, 4, 10 },
    { "csv-conformance/rust-csv/strange.csv", "UTF-8", ';', FALSE, 2, 7 },
    { "csv-conformance/rust-csv/uspop-null.csv", "UTF-8", ',', TRUE, 5, 100 },
    { "crm-sales/a-accounts.csv", "UTF-8", ',', TRUE, 7, 85 },
    { "crm-sales/a-products.csv", "UTF-8", ',', TRUE, 3, 7 },
    { "crm-sales/a-sales_pipeline.csv", "UTF-8", ',', TRUE, 8, 8800 },
    { "crm-sales/a-sales_teams.csv", "UTF-8", ',', TRUE, 3, 35 },
    { "derived-encodings/il_ilce.cp1254.semicolon.crlf.csv", "windows-1254", ';', TRUE, 3, 922 },
    { "derived-encodings/il_ilce.utf8bom.comma.lf.csv", "UTF-8", ',', TRUE, 3, 922 },
    /* Prose: one column. */
    { "encoding-tr/iso-8859-9/_ude_1.txt", "ISO-8859-9", '\0', FALSE, 1, 8 },
    { "encoding-tr/iso-8859-9/subtitle.srt", "ISO-8859-9", '\0', FALSE, 1, 94 },
    { "encoding-tr/windows-1254/_ude_1.txt", "windows-1254", '\0', FALSE, 1, 8 },
  };

  if (!have_shared_data ())
    return;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr(GFile) file = shared_file (tables[i].path);
      g_autoptr(VelCsvReader) reader = open_table (file, NULL);
      const VelCsvRow *row;
      guint n_rows = 0;

      g_test_message ("%s", tables[i].path);
      g_assert_cmpstr (vel_csv_reader_get_encoding (reader), ==, tables[i].encoding);
      g_assert_cmpint (vel_csv_reader_get_separator (reader), ==, tables[i].separator);
      g_assert_cmpint (vel_csv_reader_has_header (reader), ==, tables[i].has_header);
      g_assert_cmpuint (vel_csv_reader_get_n_columns (reader), ==, tables[i].n_columns);
      while ((row = next_row (reader)) != NULL)
        {
          g_assert_no_error (row->problem);
          n_rows++;
        }
      g_assert_cmpuint (n_rows, ==, tables[i].n_rows);
    }
}

static JsonObject *
get_object (JsonNode *root,
            guint     row)
{
  if (JSON_NODE_HOLDS_OBJECT (root))
    {
      g_assert_cmpuint (row, ==, 0);
      return json_node_get_object (root);
    }
  return json_array_get_object_element (json_node_get_array (root), row);
}

static guint
get_n_objects (JsonNode *root)
{
  return JSON_NODE_HOLDS_OBJECT (root) ? 1 : json_array_get_length (json_node_get_array (root));
}

/* Two of the files are not those that their JSON was made from: the line ends of
 * newlines_crlf.csv were changed by the repository it came through, and the phone number of
 * location_coordinates.csv is another. */
static void
check_spectrum (const char *name)
{
  g_autofree char *csv_path = g_strdup_printf ("csv-conformance/csv-spectrum/csvs/%s.csv", name);
  g_autofree char *json_path = g_strdup_printf ("csv-conformance/csv-spectrum/json/%s.json", name);
  g_autoptr(GFile) csv_file = shared_file (csv_path);
  g_autoptr(GFile) json_file = shared_file (json_path);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(VelCsvReader) reader = open_table (csv_file, NULL);
  const VelCsvRow *row;
  JsonNode *root;
  guint n = 0;

  g_test_message ("%s", name);
  json_parser_load_from_file (parser, g_file_peek_path (json_file), &error);
  g_assert_no_error (error);
  root = json_parser_get_root (parser);

  while ((row = next_row (reader)) != NULL)
    {
      JsonObject *object = get_object (root, n++);

      g_assert_cmpuint (json_object_get_size (object), ==, row->n_cells);
      for (guint i = 0; i < row->n_cells; i++)
        {
          const char *column = vel_csv_reader_get_columns (reader)[i];
          g_autoptr(GString) expected = NULL;

          g_assert_true (json_object_has_member (object, column));
          if (g_str_equal (name, "location_coordinates") && i == 0)
            continue;
          expected = g_string_new (json_object_get_string_member (object, column));
          if (g_str_equal (name, "newlines_crlf"))
            g_string_replace (expected, "\r\n", "\n", 0);
          g_assert_cmpstr (row->cells[i], ==, expected->str);
        }
    }
  g_assert_cmpuint (n, ==, get_n_objects (root));
}

static void
test_spectrum (void)
{
  static const char * const names[] = {
    "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "location_coordinates", "newlines",
    "newlines_crlf", "quotes_and_newlines", "simple", "simple_crlf", "utf8",
  };

  if (!have_shared_data ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    check_spectrum (names[i]);
}

/* The same table in two encodings and with two separators. */
static void
test_same_table (void)
{
  g_autoptr(GFile) first = NULL;
  g_autoptr(GFile) second = NULL;
  g_autoptr(VelCsvReader) one = NULL;
  g_autoptr(VelCsvReader) other = NULL;
  const VelCsvRow *row;

  if (!have_shared_data ())
    return;
  first = shared_file ("derived-encodings/il_ilce.cp1254.semicolon.crlf.csv");
  second = shared_file ("derived-encodings/il_ilce.utf8bom.comma.lf.csv");
  one = open_table (first, NULL);
  other = open_table (second, NULL);
  while ((row = next_row (one)) != NULL)
    {
      const VelCsvRow *twin = next_row (other);

      for (guint i = 0; i < 3; i++)
        g_assert_cmpstr (row->cells[i], ==, twin->cells[i]);
    }
  g_assert_null (next_row (other));
}

static void
test_escaped_quotes (void)
{
  g_autoptr(GFile) file = NULL;
  g_autoptr(VelCsvReader) reader = NULL;

  if (!have_shared_data ())
    return;
  file = shared_file ("csv-conformance/rust-csv/strange.csv");
  reader = open_table (file, NULL);
  assert_row (reader, "\"Hacksaw\" Jim Duggan", "1987", NULL);
  assert_row (reader, "Bret \"Hit Man\" Hart", "1984", NULL);
  assert_row (reader, "# We're not sure when Rafael started, so omit the year.", "", NULL);
  assert_row (reader, "Rafael Halperin", "", NULL);

  g_clear_object (&reader);
  g_clear_object (&file);
  file = shared_file ("csv-conformance/dataloader/csvEscapedQuotes.csv");
  reader = open_table (file, NULL);
  assert_row (reader, "\"The Best\" Account", "bla", NULL);
  assert_row (reader, "The \"Best\" Account", "bla", NULL);
}

/* The columns that matter most in what other programs wrote. */
static void
test_matches (void)
{
  static const struct
  {
    const char *path;
    const char *column;
    const char *match;
  } cases[] = {
    { "contacts-csv/google-sample1.csv", "Name", "name" },
    { "contacts-csv/google-sample1.csv", "Business Phone 2", "phones:work#2" },
    { "contacts-csv/google-sample1.csv", "E-mail 2 Address", "emails#2" },
    { "contacts-csv/google-sample1.csv", "Home Address", "addresses:home.street" },
    { "contacts-csv/roundcube-gmail.csv", "Family Name", "name.last" },
    { "contacts-csv/roundcube-gmail.csv", "Phone 7 - Type", "phones#7.label" },
    { "contacts-csv/roundcube-gmail.csv", "Address 2 - City", "addresses#2.city" },
    { "contacts-csv/roundcube-gmail.csv", "Organization 1 - Name", "organisation" },
    { "contacts-csv/roundcube-gmail.csv", "Website 2 - Value", "links:web#2" },
    { "contacts-csv/roundcube-outlook.csv", "E-mail 3 Address", "emails#3" },
    { "crm-export/atomic-crm-contacts.csv", "first_name", "name.first" },
    { "crm-export/atomic-crm-contacts.csv", "company_name", "organisation" },
    { "crm-export/atomic-crm-contacts.csv", "company", "" },
    { "crm-export/atomic-crm-contacts.csv", "status", "custom:status" },
    { "crm-export/atomic-crm-contacts.csv", "email_work", "emails:work" },
    { "crm-export/atomic-crm-contacts.csv", "sales_id", "custom:sales_id" },
    { "crm-export/hubspot_companies.csv", "Company Name", "name.organisation" },
    { "crm-export/hubspot_companies.csv", "Company Owner", "custom:Company Owner" },
    { "crm-export/hubspot_companies.csv", "State/Region", "addresses.region" },
    { "crm-export/hubspot_companies.csv", "Number of Employees", "size" },
    { "crm-export/hubspot_deals.csv", "Deal Owner", "custom:Deal Owner" },
    { "crm-export/hubspot_deals.csv", "Associated Contact Email", "emails" },
    { "crm-export/salesforce-accountData.csv", "NAME", "name" },
    { "crm-export/salesforce-accountData.csv", "BILLINGCITY", "addresses:invoice.city" },
    { "crm-export/salesforce-accountData.csv", "MASTERRECORDID", "" },
    { "derived-encodings/il_ilce.cp1254.semicolon.crlf.csv", "İl", "addresses.city" },
    { "derived-encodings/il_ilce.cp1254.semicolon.crlf.csv", "İlçe", "addresses.district" },
  };

  if (!have_shared_data ())
    return;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GFile) file = shared_file (cases[i].path);
      g_autoptr(VelCsvReader) reader = open_table (file, NULL);
      g_autoptr(VelTableStats) stats = vel_table_stats_new (vel_csv_reader_get_n_columns (reader));
      const char * const *columns = vel_csv_reader_get_columns (reader);
      g_autoptr(GPtrArray) matches = NULL;
      g_autofree char *match = NULL;
      const VelCsvRow *row;
      guint column = 0;

      while ((row = next_row (reader)) != NULL)
        vel_table_stats_add (stats, row);
      matches = vel_column_guess (&vel_customer_entity, columns, vel_csv_reader_has_header (reader), stats);
      while (column < matches->len && !g_str_equal (columns[column], cases[i].column))
        column++;
      g_assert_cmpuint (column, <, matches->len);
      match = vel_column_match_to_string (g_ptr_array_index (matches, column));
      g_test_message ("%s: %s", cases[i].path, cases[i].column);
      g_assert_cmpstr (match, ==, cases[i].match);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/csv-shared/counts", test_counts);
  g_test_add_func ("/csv-shared/matches", test_matches);
  g_test_add_func ("/csv-shared/spectrum", test_spectrum);
  g_test_add_func ("/csv-shared/same-table", test_same_table);
  g_test_add_func ("/csv-shared/escaped-quotes", test_escaped_quotes);

  return g_test_run ();
}
