/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any table that is written after RFC 4180 is read back as it was, with each
 * separator and in each encoding that can hold it.
 */
#include "config.h"

#include <string.h>

#include "csv-fixture.h"

#define N_ROUNDS 40

/* Letters that all of the one-byte encodings have, and every mark that could be taken for another. */
static const char * const everywhere[] = {
  "a", "b", "Z", "0", "1", "9", " ", " ", "\t", "\n", "\r\n", "\r", "\"", "\"\"", "'", ";", ",", "|", ":", "\\",
  "=", "+", "-", "@", "#", "/", ".", "\\\"", "ç", "ö", "ü", "Ç", "Ö", "Ü", "\f",
};
static const char * const turkish[] = { "ğ", "ı", "ş", "İ", "Ğ", "Ş" };
static const char * const icelandic[] = { "ð", "ý", "þ", "Ý", "Ð", "Þ" };
static const char * const anywhere[] = { "ğ", "ş", "中", "😀", "\u200f", "é", "\u0301", "\ufffd", "\ufeff", "א" };

static const char *
pick (const char * const *letters,
      gsize               n_letters)
{
  return letters[g_test_rand_int_range (0, n_letters)];
}

static char *
make_cell (const char * const *special,
           gsize               n_special)
{
  g_autoptr(GString) cell = g_string_new (NULL);
  int length = g_test_rand_int_range (0, 4) == 0 ? 0 : g_test_rand_int_range (0, 12);

  for (int i = 0; i < length; i++)
    g_string_append (cell, g_test_rand_int_range (0, 4) == 0 ? pick (special, n_special)
                                                            : pick (everywhere, G_N_ELEMENTS (everywhere)));
  return g_strdup (cell->str);
}

static void
append_cell (GString    *text,
             const char *cell,
             char        separator)
{
  const char marks[] = { '"', '\n', '\r', separator, '\0' };

  if (strpbrk (cell, marks) != NULL || g_test_rand_bit ())
    {
      g_autoptr(GString) quoted = g_string_new (cell);

      g_string_replace (quoted, "\"", "\"\"", 0);
      g_string_append_printf (text, "\"%s\"", quoted->str);
    }
  else
    g_string_append (text, cell);
}

static void
check_one (const char         *encoding,
           char                separator,
           const char * const *special,
           gsize               n_special)
{
  static const char * const line_ends[] = { "\n", "\r\n", "\r" };
  const char *line_end = pick (line_ends, G_N_ELEMENTS (line_ends));
  guint n_columns = g_test_rand_int_range (1, 7);
  guint n_rows = g_test_rand_int_range (1, 60);
  VelCsvOptions options = { encoding, separator, VEL_CSV_HEADER_NO };
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = NULL;
  g_autoptr(VelCsvReader) reader = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  for (guint i = 0; i < n_rows; i++)
    {
      for (guint j = 0; j < n_columns; j++)
        {
          /* A row of nothing is no row, so each begins with something. */
          char *cell = make_cell (special, n_special);
          char *filled = j == 0 ? g_strconcat ("x", cell, NULL) : g_strdup (cell);

          g_free (cell);
          g_ptr_array_add (cells, filled);
          if (j > 0)
            g_string_append_c (text, separator);
          append_cell (text, filled, separator);
        }
      if (i + 1 < n_rows || g_test_rand_bit ())
        g_string_append (text, line_end);
    }

  bytes = g_convert (text->str, text->len, encoding, "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  file = write_file (bytes, length);
  reader = open_table (file, &options);
  g_assert_cmpuint (vel_csv_reader_get_n_columns (reader), ==, n_columns);
  for (guint i = 0; i < n_rows; i++)
    {
      const VelCsvRow *row = next_row (reader);

      g_assert_nonnull (row);
      g_assert_no_error (row->problem);
      g_assert_cmpuint (row->number, ==, i + 1);
      g_assert_cmpuint (row->n_cells, ==, n_columns);
      for (guint j = 0; j < n_columns; j++)
        g_assert_cmpstr (row->cells[j], ==, g_ptr_array_index (cells, i * n_columns + j));
    }
  g_assert_null (next_row (reader));
  g_assert_true (g_file_delete (file, NULL, NULL));
}

static void
test_round_trip (void)
{
  static const char separators[] = { ';', ',', '\t', '|', ':' };
  static const struct
  {
    const char         *encoding;
    const char * const *special;
    gsize               n_special;
  } encodings[] = {
    { "UTF-8", anywhere, G_N_ELEMENTS (anywhere) },
    { "UTF-16LE", anywhere, G_N_ELEMENTS (anywhere) },
    { "UTF-16BE", anywhere, G_N_ELEMENTS (anywhere) },
    { "WINDOWS-1254", turkish, G_N_ELEMENTS (turkish) },
    { "ISO-8859-9", turkish, G_N_ELEMENTS (turkish) },
    { "WINDOWS-1252", icelandic, G_N_ELEMENTS (icelandic) },
  };

  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
      for (guint j = 0; j < G_N_ELEMENTS (separators); j++)
        check_one (encodings[i].encoding, separators[j], encodings[i].special, encodings[i].n_special);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/csv-property/round-trip", test_round_trip);

  return g_test_run ();
}
