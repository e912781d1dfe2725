/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "csv-fixture.h"

static const char * const turkish[][6] = {
  { "Ad Soyad", "E-posta", "Telefon", "Şehir", "Not" },
  { "Işık Mimarlık; Çağlar, Öz | Ortakları", "bilgi@isik.example", "0532 123 45 67", "İstanbul",
    "“Ağustos’ta ara” dedi" },
  { "Gülşen Ünsöğüt", "gulsen@ornek.example", "0212 555 00 11", "Iğdır", "ilk satır\nikinci satır" },
  { "Şükrü \"Usta\" Doğan", "", "0312 555 00 22", "Ağrı", "=1+1" },
  { "Ömer Çınar", "omer@ornek.example", "", "Muş", "" },
};

static const char * const western[][6] = {
  { "Name", "E-mail", "Phone", "City", "Notes" },
  { "Müller; Weiß, Söhne | Co", "info@mueller.example", "030 555 01", "Köln", "Straße „Am Bäcker“" },
  { "François Lefèvre", "francois@lefevre.example", "01 55 55 00 11", "Orléans",
    "première ligne\ndeuxième ligne" },
  { "José \"Pepe\" Núñez", "", "91 555 00 22", "Cádiz", "=1+1" },
  { "Åsa Bjørnstad", "asa@example.example", "", "Tromsø", "" },
};

/* ISO-8859-9 has no typographic quotes; the fixtures in it have the plain ones. */
static char *
simplify (const char *text)
{
  g_autoptr(GString) plain = g_string_new (text);

  g_string_replace (plain, "“", "\"", 0);
  g_string_replace (plain, "”", "\"", 0);
  g_string_replace (plain, "’", "'", 0);
  return g_strdup (plain->str);
}

static void
check_table (const char         *name,
             const char         *encoding,
             char                separator,
             const char * const  expected[][6],
             gboolean            plain)
{
  g_autoptr(VelCsvReader) reader = open_fixture (name);
  guint line = 1;

  g_test_message ("%s", name);
  g_assert_cmpstr (vel_csv_reader_get_encoding (reader), ==, encoding);
  g_assert_cmpint (vel_csv_reader_get_separator (reader), ==, separator);
  g_assert_true (vel_csv_reader_has_header (reader));
  g_assert_cmpuint (vel_csv_reader_get_n_columns (reader), ==, 5);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpstr (vel_csv_reader_get_columns (reader)[i], ==, expected[0][i]);

  for (guint i = 1; i < 5; i++)
    {
      const VelCsvRow *row = next_row (reader);

      g_assert_nonnull (row);
      g_assert_no_error (row->problem);
      g_assert_cmpuint (row->number, ==, i + 1);
      g_assert_cmpuint (row->line, ==, ++line);
      g_assert_cmpuint (row->n_cells, ==, 5);
      for (guint j = 0; j < 5; j++)
        {
          g_autofree char *cell = plain ? simplify (expected[i][j]) : g_strdup (expected[i][j]);

          g_assert_cmpstr (row->cells[j], ==, cell);
          /* Such a cell runs over two lines of the file, which has no other way to tell. */
          if (strchr (cell, '\n') != NULL)
            line++;
        }
    }
  g_assert_null (next_row (reader));
  g_assert_null (next_row (reader));
  g_assert_cmpuint (vel_csv_reader_get_position (reader), ==, vel_csv_reader_get_size (reader));
  g_assert_finalize_object (g_steal_pointer (&reader));
}

static void
test_encodings (void)
{
  static const struct
  {
    const char *file;
    const char *encoding;
    gboolean    western;
    gboolean    plain;
  } encodings[] = {
    { "utf-8", "UTF-8" },
    { "utf-8-bom", "UTF-8" },
    { "utf-16le-bom", "UTF-16LE" },
    { "utf-16be-bom", "UTF-16BE" },
    { "utf-16le", "UTF-16LE" },
    { "utf-16be", "UTF-16BE" },
    { "windows-1254", "windows-1254" },
    { "iso-8859-9", "ISO-8859-9", FALSE, TRUE },
    { "windows-1252", "windows-1252", TRUE },
  };
  static const struct
  {
    const char *file;
    char        separator;
  } separators[] = {
    { "semicolon", ';' },
    { "comma", ',' },
    { "tab", '\t' },
    { "bar", '|' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    for (guint j = 0; j < G_N_ELEMENTS (separators); j++)
      {
        g_autofree char *name = g_strdup_printf ("%s.%s.csv", encodings[i].file, separators[j].file);

        check_table (name, encodings[i].encoding, separators[j].separator,
                     encodings[i].western ? western : turkish, encodings[i].plain);
      }

  check_table ("mac-turkish.cr.csv", "x-mac-turkish", ';', turkish, TRUE);
  check_table ("dos-857.csv", "IBM857", ';', turkish, TRUE);
}

/* The letters that differ between Windows-1252 and Windows-1254 decide, wherever they stand. */
static void
test_encoding_of_few_letters (void)
{
  static const struct
  {
    const char *text;
    const char *encoding;
    const char *cell;
  } cases[] = {
    { "Ad;Yer\nI\xfe\xfdk;Van\n", "ISO-8859-9", "Işık" },
    { "Ad;Yer\r\nErdo\xf0""an;Van\r\n", "windows-1254", "Erdoğan" },
    { "Ad;Yer\n\xdenci;Van\n", "ISO-8859-9", "Şnci" },
    { "Ad;Yer\nG\xfcl \xd6z;Van\n", "ISO-8859-9", "Gül Öz" },
    { "Ad;Yer\nJos\xe9;Van\n", "windows-1252", "José" },
    { "Ad;Yer\n\x80 5;Van\n", "windows-1254", "€ 5" },
    { "Ad;Yer\nGu\xf0r\xfan \xc1s;Van\n", "windows-1252", "Guðrún Ás" },
    { "Ad;Yer\nKastell\xf3n I\xf0""d\xfdr;Van\n", "ISO-8859-9", "Kastellón Iğdır" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(VelCsvReader) reader = open_text (cases[i].text, NULL);

      g_assert_cmpstr (vel_csv_reader_get_encoding (reader), ==, cases[i].encoding);
      assert_row (reader, cases[i].cell, "Van", NULL);
    }

  {
    g_autoptr(VelCsvReader) reader = open_fixture ("icelandic.csv");

    g_assert_cmpstr (vel_csv_reader_get_encoding (reader), ==, "windows-1252");
    assert_row (reader, "Sigríður Þórðardóttir", "Ísafjörður", NULL);
  }
}

/* The first letter that is no ASCII stands far behind what the separator is sought in. */
static void
test_late_letter (void)
{
  static const char * const tails[] = { "\xfe\xfd\n", "\xc5\x9f\xc4\xb1\n" };
  static const char * const encodings[] = { "ISO-8859-9", "UTF-8" };

  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      g_autoptr(GString) text = g_string_new ("Ad;Yer\n");
      g_autoptr(VelCsvReader) reader = NULL;
      const VelCsvRow *row;
      const VelCsvRow *last = NULL;

      while (text->len < 600 * 1024)
        g_string_append (text, "Ali;Van\n");
      g_string_append_printf (text, "Veli;%s", tails[i]);
      reader = open_text (text->str, NULL);
      g_assert_cmpstr (vel_csv_reader_get_encoding (reader), ==, encodings[i]);
      while ((row = next_row (reader)) != NULL)
        last = row;
      g_assert_cmpstr (last->cells[1], ==, "şı");
    }
}

static void
test_header (void)
{
  static const struct
  {
    const char *text;
    gboolean    header;
  } cases[] = {
    { "Ad;Soyad\nAyşe;Kaya\n", TRUE },
    { "a,b,c\n1,2,3\n", TRUE },
    { "A,B,C\nX,Y,Z\n", TRUE },
    { "Ayşe;0532 555 00 01\nAli;0532 555 00 02\n", FALSE },
    { "Ayşe;ayse@ornek.example\n", FALSE },
    { "Van;Ayşe\nMuş;Ali\nVan;Veli\n", FALSE },
    { "x;2023;2024\nad;5;6\n", FALSE },
    { "E-posta\nayse@ornek.example\n", TRUE },
    { "ayse@ornek.example\nali@ornek.example\n", FALSE },
    { "Şirket;VKN\nIşık;1234567890\n", TRUE },
    { "Musteri Kodu;Bakiye\nM1;1.234,56\nM2;7,00 TL\n", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(VelCsvReader) reader = open_text (cases[i].text, NULL);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (vel_csv_reader_has_header (reader), ==, cases[i].header);
    }
}

static void
test_header_override (void)
{
  VelCsvOptions options = { .header = VEL_CSV_HEADER_NO };
  g_autoptr(VelCsvReader) reader = open_text ("Ad;Soyad\nAyşe;Kaya\n", &options);
  g_autoptr(VelCsvReader) other = NULL;

  g_assert_false (vel_csv_reader_has_header (reader));
  g_assert_cmpstr (vel_csv_reader_get_columns (reader)[0], ==, "Column 1");
  g_assert_cmpstr (vel_csv_reader_get_columns (reader)[1], ==, "Column 2");
  assert_row (reader, "Ad", "Soyad", NULL);

  options.header = VEL_CSV_HEADER_YES;
  other = open_text ("Ayşe;0532 555 00 01\nAli;0532 555 00 02\n", &options);
  g_assert_cmpstr (vel_csv_reader_get_columns (other)[0], ==, "Ayşe");
  assert_row (other, "Ali", "0532 555 00 02", NULL);
  g_assert_null (next_row (other));
}

static void
test_column_names (void)
{
  g_autoptr(VelCsvReader) reader = open_fixture ("unnamed-columns.csv");
  const char * const *columns = vel_csv_reader_get_columns (reader);

  g_assert_cmpstr (columns[0], ==, "Telefon");
  g_assert_cmpstr (columns[1], ==, "Column 2");
  g_assert_cmpstr (columns[2], ==, "Telefon (2)");
  g_assert_cmpstr (columns[3], ==, "Ad Soyad");
  g_assert_null (columns[4]);
}

static void
test_ragged (void)
{
  g_autoptr(VelCsvReader) reader = open_fixture ("ragged.csv");
  const VelCsvRow *row;

  assert_row (reader, "Ayşe", "0532 555 00 01", "", NULL);
  assert_row (reader, "Ali", "0532 555 00 02", "Van", NULL);
  row = next_row (reader);
  g_assert_error (row->problem, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_ROW);
  g_assert_cmpuint (row->number, ==, 4);
  g_assert_cmpint (row->problem_column, ==, -1);
  g_assert_cmpuint (row->n_cells, ==, 4);
  g_assert_cmpstr (row->cells[3], ==, "fazla");
  assert_row (reader, "Can", "", "", NULL);
  g_assert_null (next_row (reader));

  /* Where most rows are longer than the header, it is the header that lacks a name. */
  g_clear_object (&reader);
  reader = open_fixture ("long-rows.csv");
  g_assert_cmpuint (vel_csv_reader_get_n_columns (reader), ==, 3);
  g_assert_cmpstr (vel_csv_reader_get_columns (reader)[2], ==, "Column 3");
  assert_row (reader, "Ayşe", "1", "x", NULL);
}

static void
test_blank_rows (void)
{
  static const guint numbers[] = { 4, 5, 6, 7 };
  g_autoptr(VelCsvReader) reader = open_fixture ("blank-rows.csv");

  g_assert_cmpstr (vel_csv_reader_get_columns (reader)[1], ==, "Telefon");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      const VelCsvRow *row = next_row (reader);

      g_assert_cmpuint (row->number, ==, numbers[i]);
      g_assert_cmpuint (row->line, ==, numbers[i]);
      g_assert_cmpuint (row->n_cells, ==, 3);
      g_assert_cmpint (row->is_blank, ==, i == 1 || i == 2);
      g_assert_no_error (row->problem);
    }
  g_assert_null (next_row (reader));
}

static void
test_quotes (void)
{
  g_autoptr(VelCsvReader) reader = open_fixture ("backslash-quotes.csv");
  const VelCsvRow *row;

  assert_row (reader, "Can \"Usta\" Er", "1987", NULL);
  assert_row (reader, "\"Koca\" Yusuf", "1984", NULL);
  assert_row (reader, "C:\\\\dizin\\\\", "1980", NULL);
  assert_row (reader, "Ali", "1979", NULL);

  g_clear_object (&reader);
  reader = open_fixture ("spaces-around-quotes.csv");
  g_assert_cmpint (vel_csv_reader_get_separator (reader), ==, ',');
  assert_row (reader, "Kaya, Ayşe", "Van, Merkez", "a", NULL);
  assert_row (reader, "Can, Ali", "Muş", "b", NULL);

  /* Two rows run together; nobody can tell where the first was to end, so neither is taken. */
  g_clear_object (&reader);
  reader = open_fixture ("stray-quote.csv");
  row = next_row (reader);
  g_assert_error (row->problem, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_ROW);
  g_assert_cmpuint (row->number, ==, 2);
  g_assert_cmpint (row->problem_column, ==, 0);
  assert_row (reader, "Veli 5\" boru", "üç", NULL);

  /* In RFC 4180 a backslash is a letter. */
  g_clear_object (&reader);
  reader = open_text ("ad;yol\n\"a\\\"\"b\";\"C:\\\"\nc;\"d \\\"\"e\\\"\"\"\n", NULL);
  assert_row (reader, "a\\\"b", "C:\\", NULL);
  assert_row (reader, "c", "d \\\"e\\\"", NULL);
}

static void
test_separators (void)
{
  g_autoptr(VelCsvReader) reader = open_fixture ("sep-hint.csv");
  VelCsvOptions options = { .separator = ':' };
  const VelCsvRow *row;

  g_assert_cmpint (vel_csv_reader_get_separator (reader), ==, '|');
  g_assert_cmpstr (vel_csv_reader_get_columns (reader)[0], ==, "Ad;x");
  row = next_row (reader);
  g_assert_cmpuint (row->number, ==, 2);
  g_assert_cmpuint (row->line, ==, 3);

  g_clear_object (&reader);
  reader = open_fixture ("decimal-comma.csv");
  assert_row (reader, "Ali", "1,5", NULL);

  g_clear_object (&reader);
  reader = open_fixture ("colon.csv");
  g_assert_cmpint (vel_csv_reader_get_separator (reader), ==, ':');
  assert_row (reader, "Ayşe", "Van", "Türkiye", NULL);

  g_clear_object (&reader);
  reader = open_fixture ("times.csv");
  g_assert_cmpint (vel_csv_reader_get_separator (reader), ==, '\0');
  assert_row (reader, "08:30:00", NULL);

  g_clear_object (&reader);
  reader = open_fixture ("web-addresses.csv");
  assert_row (reader, "https://a.example/x", NULL);

  g_clear_object (&reader);
  reader = open_text ("saat:dakika\n08:30\n", &options);
  assert_row (reader, "08", "30", NULL);
}

static void
test_plain_text_cells (void)
{
  g_autoptr(VelCsvReader) reader = open_fixture ("formulas.csv");

  assert_row (reader, "=1+1", "=HYPERLINK(\"http://x.example\")", NULL);
  assert_row (reader, "+905321234567", "-5", NULL);
  assert_row (reader, "@SUM(A1)", "'tek", NULL);

  g_clear_object (&reader);
  reader = open_fixture ("right-to-left.csv");
  assert_row (reader, "\u200fسلمى حداد\u200f", "0555 000 00 01", NULL);
  assert_row (reader, "\u202eevil\u202c", "0555 000 00 02", NULL);

  g_clear_object (&reader);
  reader = open_fixture ("newline-in-name.csv");
  g_assert_cmpstr (vel_csv_reader_get_columns (reader)[0], ==, "Ad Soyad");
  assert_row (reader, "Ayşe\nKaya", "0532 555 00 01", NULL);
  assert_row (reader, "Ali\r\nCan", "0532 555 00 02", NULL);
}

static void
test_few_rows (void)
{
  g_autoptr(VelCsvReader) reader = open_fixture ("header-only.csv");

  g_assert_true (vel_csv_reader_has_header (reader));
  g_assert_null (next_row (reader));

  g_clear_object (&reader);
  reader = open_fixture ("one-row.csv");
  g_assert_false (vel_csv_reader_has_header (reader));
  assert_row (reader, "Ayşe Kaya", "0532 555 00 01", "ayse@ornek.example", NULL);

  g_clear_object (&reader);
  reader = open_fixture ("one-column.csv");
  g_assert_cmpint (vel_csv_reader_get_separator (reader), ==, '\0');
  g_assert_cmpuint (vel_csv_reader_get_n_columns (reader), ==, 1);
  g_assert_cmpuint (count_rows (reader), ==, 3);

  g_clear_object (&reader);
  reader = open_text ("x", NULL);
  assert_row (reader, "x", NULL);
}

static void
test_rewind (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VelCsvReader) reader = open_fixture ("utf-16le.semicolon.csv");
  g_autoptr(VelCsvRow) copy = NULL;

  copy = vel_csv_row_copy (next_row (reader));
  g_assert_cmpuint (count_rows (reader), ==, 3);
  g_assert_true (vel_csv_reader_rewind (reader, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (next_row (reader)->cells[3], ==, copy->cells[3]);
  g_assert_cmpstr (copy->cells[3], ==, "İstanbul");
  g_assert_cmpuint (count_rows (reader), ==, 3);
}

static void
test_cancel (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(VelCsvReader) reader = open_fixture ("utf-8.comma.csv");
  g_autoptr(GFile) file = fixture ("utf-8.comma.csv");
  const VelCsvRow *row;

  g_cancellable_cancel (cancellable);
  g_assert_false (vel_csv_reader_next (reader, &row, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (row);
  g_clear_error (&error);

  g_assert_null (vel_csv_reader_open (file, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/csv-reader/encodings", test_encodings);
  g_test_add_func ("/csv-reader/encoding-of-few-letters", test_encoding_of_few_letters);
  g_test_add_func ("/csv-reader/late-letter", test_late_letter);
  g_test_add_func ("/csv-reader/header", test_header);
  g_test_add_func ("/csv-reader/header-override", test_header_override);
  g_test_add_func ("/csv-reader/column-names", test_column_names);
  g_test_add_func ("/csv-reader/ragged", test_ragged);
  g_test_add_func ("/csv-reader/blank-rows", test_blank_rows);
  g_test_add_func ("/csv-reader/quotes", test_quotes);
  g_test_add_func ("/csv-reader/separators", test_separators);
  g_test_add_func ("/csv-reader/plain-text-cells", test_plain_text_cells);
  g_test_add_func ("/csv-reader/few-rows", test_few_rows);
  g_test_add_func ("/csv-reader/rewind", test_rewind);
  g_test_add_func ("/csv-reader/cancel", test_cancel);

  return g_test_run ();
}
