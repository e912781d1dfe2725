/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is no table, or a damaged one, gets a sentence that says what and where.
 */
#include "config.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "csv-fixture.h"

static void
assert_refused (GFile               *file,
                const VelCsvOptions *options,
                int                  code,
                const char          *words)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (vel_csv_reader_open (file, options, NULL, &error));
  g_assert_error (error, VEL_IMPORT_ERROR, code);
  g_test_message ("%s", error->message);
  if (words != NULL)
    g_assert_nonnull (strstr (error->message, words));
}

static void
assert_bytes_refused (const void     *data,
                      gssize          length,
                      int             code,
                      const char     *words)
{
  g_autoptr(GFile) file = write_file (data, length);

  assert_refused (file, NULL, code, words);
}

static void
test_no_file (void)
{
  g_autofree char *missing_path = g_build_filename (g_get_user_cache_dir (), "missing.csv", NULL);
  g_autofree char *pipe_path = g_build_filename (g_get_user_cache_dir (), "pipe.csv", NULL);
  g_autoptr(GFile) missing = g_file_new_for_path (missing_path);
  g_autoptr(GFile) folder = g_file_new_for_path (g_get_user_cache_dir ());
  g_autoptr(GFile) device = g_file_new_for_path ("/dev/zero");
  g_autoptr(GFile) pipe_file = g_file_new_for_path (pipe_path);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_cache_dir (), 0700), ==, 0);
  assert_refused (missing, NULL, VEL_IMPORT_ERROR_UNREADABLE, "no such file");
  assert_refused (folder, NULL, VEL_IMPORT_ERROR_UNREADABLE, "folder");
  assert_refused (device, NULL, VEL_IMPORT_ERROR_UNREADABLE, "device");
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  assert_refused (pipe_file, NULL, VEL_IMPORT_ERROR_UNREADABLE, "pipe");
}

static void
test_unreadable (void)
{
  g_autoptr(GFile) file = write_file ("a;b\n", -1);

  if (geteuid () == 0)
    {
      g_test_skip ("root may read everything");
      return;
    }
  g_assert_cmpint (g_chmod (g_file_peek_path (file), 0), ==, 0);
  assert_refused (file, NULL, VEL_IMPORT_ERROR_UNREADABLE, "not allowed");
}

static void
test_empty (void)
{
  assert_bytes_refused ("", 0, VEL_IMPORT_ERROR_EMPTY, "empty");
  assert_bytes_refused ("\n\r\n  \n;;;\n", -1, VEL_IMPORT_ERROR_EMPTY, "empty rows");
  assert_bytes_refused ("\xef\xbb\xbf", -1, VEL_IMPORT_ERROR_EMPTY, NULL);
  assert_bytes_refused ("\xff\xfe", -1, VEL_IMPORT_ERROR_EMPTY, NULL);
}

static void
test_no_text (void)
{
  g_autofree guint8 *noise = g_malloc (100000);
  g_autofree guint8 *zeros = g_malloc0 (100000);

  for (guint i = 0; i < 100000; i++)
    noise[i] = g_test_rand_int_range (0, 256);
  assert_bytes_refused (noise, 100000, VEL_IMPORT_ERROR_NOT_TEXT, NULL);
  assert_bytes_refused (zeros, 100000, VEL_IMPORT_ERROR_NOT_TEXT, NULL);
  assert_bytes_refused (zeros, 1, VEL_IMPORT_ERROR_NOT_TEXT, NULL);
  assert_bytes_refused ("PK\x03\x04xl/workbook.xml", 20, VEL_IMPORT_ERROR_NOT_TEXT, "spreadsheet");
  assert_bytes_refused ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1xls", 11, VEL_IMPORT_ERROR_NOT_TEXT, "spreadsheet");
  assert_bytes_refused ("%PDF-1.7\n", -1, VEL_IMPORT_ERROR_NOT_TEXT, "PDF");
  assert_bytes_refused ("SQLite format 3\0more", 20, VEL_IMPORT_ERROR_NOT_TEXT, "database");
  assert_bytes_refused ("\xef\xbb\xbf<!DOCTYPE html>\n<table>", -1, VEL_IMPORT_ERROR_NOT_TEXT, "web page");
}

/* The file takes no room on the disk. */
static void
test_too_large (void)
{
  g_autoptr(GFile) file = write_file ("a;b\n", -1);

  g_assert_cmpint (truncate (g_file_peek_path (file), (off_t) 2 << 30), ==, 0);
  assert_refused (file, NULL, VEL_IMPORT_ERROR_TOO_LARGE, "large");
  g_assert_cmpint (truncate (g_file_peek_path (file), VEL_CSV_MAX_FILE_SIZE + 1), ==, 0);
  assert_refused (file, NULL, VEL_IMPORT_ERROR_TOO_LARGE, "large");
}

static GFile *
write_columns (guint n_columns)
{
  g_autoptr(GString) text = g_string_new ("Ad");

  for (guint i = 1; i < n_columns; i++)
    g_string_append_printf (text, ";Alan %u", i);
  g_string_append_c (text, '\n');
  for (guint i = 1; i < n_columns; i++)
    g_string_append_printf (text, "%u;", i);
  g_string_append (text, "son\n");
  return write_file (text->str, text->len);
}

static void
test_many_columns (void)
{
  g_autoptr(GFile) most = write_columns (VEL_CSV_MAX_COLUMNS);
  g_autoptr(GFile) more = write_columns (VEL_CSV_MAX_COLUMNS + 1);
  g_autoptr(GFile) far_more = write_columns (5000);
  g_autoptr(GFile) endless = write_columns (70000);
  g_autoptr(VelCsvReader) reader = open_table (most, NULL);

  g_assert_cmpuint (vel_csv_reader_get_n_columns (reader), ==, VEL_CSV_MAX_COLUMNS);
  g_assert_cmpstr (next_row (reader)->cells[VEL_CSV_MAX_COLUMNS - 1], ==, "son");
  assert_refused (more, NULL, VEL_IMPORT_ERROR_TOO_LARGE, "1001 columns");
  assert_refused (far_more, NULL, VEL_IMPORT_ERROR_TOO_LARGE, "5000 columns");
  assert_refused (endless, NULL, VEL_IMPORT_ERROR_TOO_LARGE, "line 1");
}

static void
test_unclosed_quote (void)
{
  g_autoptr(GFile) file = fixture ("unclosed-quote.csv");
  g_autoptr(GString) text = g_string_new ("Ad;Not\n");
  g_autoptr(VelCsvReader) reader = NULL;
  g_autoptr(GError) error = NULL;
  const VelCsvRow *row = NULL;

  assert_refused (file, NULL, VEL_IMPORT_ERROR_BROKEN, "line 4");
  assert_bytes_refused ("Ad;Not\r\nAli;\"x", -1, VEL_IMPORT_ERROR_BROKEN, "line 2");
  assert_bytes_refused ("Ad;Not\rAli;\"x\r\"\rVeli;\"y\rz", -1, VEL_IMPORT_ERROR_BROKEN, "line 4");

  /* Behind the rows that are looked at first, the rows before it can still be read. */
  for (guint i = 0; i < 500; i++)
    g_string_append (text, "Ali;x\n");
  g_string_append (text, "Veli;\"açık\nCan;y\n");
  reader = open_text (text->str, NULL);
  for (guint i = 0; i < 500; i++)
    assert_row (reader, "Ali", "x", NULL);
  g_assert_false (vel_csv_reader_next (reader, &row, NULL, &error));
  g_assert_error (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_BROKEN);
  g_assert_nonnull (strstr (error->message, "line 502"));
  g_assert_null (row);
}

/* Appends a cell of @length bytes with a line end now and then. */
static void
append_long_cell (GString *text,
                  gsize    length)
{
  for (gsize i = 0; i < length; i++)
    g_string_append_c (text, i % 1000 == 999 ? '\n' : 'a');
}

static void
test_long_cell (void)
{
  g_autoptr(GString) text = g_string_new ("Ad;Not\nAli;\"");
  g_autoptr(VelCsvReader) reader = NULL;
  g_autoptr(GFile) file = NULL;
  g_autoptr(GFile) line = NULL;
  const VelCsvRow *row;

  append_long_cell (text, VEL_CSV_MAX_CELL_SIZE);
  g_string_append (text, "\"\nVeli;\"");
  append_long_cell (text, VEL_CSV_MAX_CELL_SIZE + 1);
  g_string_append (text, "\"\nCan;y\n");
  reader = open_text (text->str, NULL);
  row = next_row (reader);
  g_assert_no_error (row->problem);
  g_assert_cmpuint (strlen (row->cells[1]), ==, VEL_CSV_MAX_CELL_SIZE);
  row = next_row (reader);
  g_assert_error (row->problem, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_ROW);
  g_assert_cmpint (row->problem_column, ==, 1);
  g_assert_cmpuint (row->number, ==, 3);
  g_assert_cmpuint (strlen (row->cells[1]), ==, VEL_CSV_MAX_CELL_SIZE + 1);
  assert_row (reader, "Can", "y", NULL);

  /* Without an end in sight memory must not grow with the file. */
  g_string_assign (text, "Ad;Not\nAli;x\nVeli;\"");
  append_long_cell (text, 17 * 1024 * 1024);
  file = write_file (text->str, text->len);
  assert_refused (file, NULL, VEL_IMPORT_ERROR_BROKEN, "line 3");

  g_string_assign (text, "Ad;Not\nAli;");
  for (guint i = 0; i < 17 * 1024 * 1024; i++)
    g_string_append_c (text, 'a');
  line = write_file (text->str, text->len);
  assert_refused (line, NULL, VEL_IMPORT_ERROR_TOO_LARGE, "line 2");
}

static void
test_zero_bytes (void)
{
  static const char text[] = "Ad;Not\nAyşe;bir\nA\0li;iki\nVeli;üç\n;\0\n";
  g_autoptr(GFile) file = write_file (text, sizeof text - 1);
  g_autoptr(VelCsvReader) reader = open_table (file, NULL);
  const VelCsvRow *row;

  assert_row (reader, "Ayşe", "bir", NULL);
  row = next_row (reader);
  g_assert_error (row->problem, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_ROW);
  g_assert_cmpuint (row->number, ==, 3);
  g_assert_cmpint (row->problem_column, ==, 0);
  g_assert_cmpstr (row->cells[0], ==, "A\ufffdli");
  g_assert_cmpstr (row->cells[1], ==, "iki");
  assert_row (reader, "Veli", "üç", NULL);
  row = next_row (reader);
  g_assert_cmpint (row->problem_column, ==, 1);
  g_assert_false (row->is_blank);
  g_assert_null (next_row (reader));
}

static void
test_bad_bytes (void)
{
  g_autoptr(GString) text = g_string_new ("Ad;Not\n");
  VelCsvOptions options = { .encoding = "UTF-16LE" };
  g_autoptr(VelCsvReader) reader = NULL;
  g_autoptr(GFile) file = NULL;
  const VelCsvRow *row;

  for (guint i = 0; i < 20; i++)
    g_string_append (text, "Işık;şeker\n");
  g_string_append (text, "Ay\xfe""e;bir\nGül;iki");
  reader = open_text (text->str, NULL);
  g_assert_cmpstr (vel_csv_reader_get_encoding (reader), ==, "UTF-8");
  for (guint i = 0; i < 20; i++)
    assert_row (reader, "Işık", "şeker", NULL);
  row = next_row (reader);
  g_assert_error (row->problem, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_ROW);
  g_assert_nonnull (strstr (row->problem->message, "UTF-8"));
  g_assert_cmpstr (row->cells[0], ==, "Ay\ufffd" "e");
  assert_row (reader, "Gül", "iki", NULL);

  /* The file was cut within its last letter. */
  file = write_file ("a\0;\0b\0\n\0c\0;\0d", 13);
  g_clear_object (&reader);
  reader = open_table (file, &options);
  row = next_row (reader);
  g_assert_error (row->problem, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_ROW);
  g_assert_cmpint (row->problem_column, ==, 1);
}

static void
test_bad_options (void)
{
  static const char separators[] = { '"', '\n', '\r', '\xe7' };
  VelCsvOptions options = { .encoding = "no-such-encoding" };
  g_autoptr(GFile) file = write_file ("a;b\n1;2\n", -1);

  assert_refused (file, &options, VEL_IMPORT_ERROR_ARGUMENT, "no-such-encoding");
  options.encoding = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      options.separator = separators[i];
      assert_refused (file, &options, VEL_IMPORT_ERROR_ARGUMENT, "separator");
    }
}

static void
test_vanishes (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = write_file ("a;b\n1;2\n3;4\n", -1);
  g_autoptr(VelCsvReader) reader = open_table (file, NULL);

  g_assert_true (g_file_delete (file, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_rows (reader), ==, 2);
  g_assert_false (vel_csv_reader_rewind (reader, NULL, &error));
  g_assert_error (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_UNREADABLE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/csv-bad-input/no-file", test_no_file);
  g_test_add_func ("/csv-bad-input/unreadable", test_unreadable);
  g_test_add_func ("/csv-bad-input/empty", test_empty);
  g_test_add_func ("/csv-bad-input/no-text", test_no_text);
  g_test_add_func ("/csv-bad-input/too-large", test_too_large);
  g_test_add_func ("/csv-bad-input/many-columns", test_many_columns);
  g_test_add_func ("/csv-bad-input/unclosed-quote", test_unclosed_quote);
  g_test_add_func ("/csv-bad-input/long-cell", test_long_cell);
  g_test_add_func ("/csv-bad-input/zero-bytes", test_zero_bytes);
  g_test_add_func ("/csv-bad-input/bad-bytes", test_bad_bytes);
  g_test_add_func ("/csv-bad-input/bad-options", test_bad_options);
  g_test_add_func ("/csv-bad-input/vanishes", test_vanishes);

  return g_test_run ();
}
