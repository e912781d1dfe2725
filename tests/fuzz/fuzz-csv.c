/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads whatever bytes it is given as a table. With clang, "fuzz-csv-libfuzzer"
 * is libFuzzer's program for it; "fuzz-csv" runs with every meson test.
 */
#define _GNU_SOURCE  /* memfd_create() */
#include "config.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "vel-column-guess.h"
#include "vel-column-words.h"
#include "vel-csv-reader.h"
#include "vel-customer.h"
#include "vel-import-error.h"
#include "vel-import-kind.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static void
check_row (VelCsvReader    *reader,
           const VelCsvRow *row,
           guint           *last_number)
{
  guint n_columns = vel_csv_reader_get_n_columns (reader);

  g_assert_cmpuint (row->number, >, *last_number);
  g_assert_cmpuint (row->n_cells, >=, n_columns);
  g_assert_true (row->n_cells == n_columns || row->problem != NULL);
  g_assert_cmpuint (g_strv_length ((char **) row->cells), ==, row->n_cells);
  for (guint i = 0; i < row->n_cells; i++)
    g_assert_true (g_utf8_validate (row->cells[i], -1, NULL));
  if (row->problem != NULL)
    g_assert_error (row->problem, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_ROW);
  *last_number = row->number;
}

/* Every column goes somewhere, and where it goes can be written down and read back. */
static GPtrArray *
check_matches (const VelEntity *entity,
               VelCsvReader    *reader,
               VelTableStats   *stats)
{
  GPtrArray *matches = vel_column_guess (entity, vel_csv_reader_get_columns (reader),
                                         vel_csv_reader_has_header (reader), stats);

  g_assert_cmpuint (matches->len, ==, vel_csv_reader_get_n_columns (reader));
  for (guint i = 0; i < matches->len; i++)
    {
      VelColumnMatch *match = g_ptr_array_index (matches, i);
      g_autofree char *text = vel_column_match_to_string (match);
      g_autoptr(GError) error = NULL;
      g_autoptr(VelColumnMatch) again = vel_column_match_parse (entity, text, &error);

      g_assert_no_error (error);
      g_assert_true (vel_column_match_equal (match, again));
      g_assert_true (*match->field != '\0' || match->reason == VEL_MATCH_EMPTY || match->reason == VEL_MATCH_SAME ||
                     match->reason == VEL_MATCH_NOWHERE);
    }
  return matches;
}

static void
check_words (const VelCsvRow *row)
{
  static const char * const fields[] = { "phones", "emails", "tags", "links", "notes" };

  for (guint i = 0; i < row->n_cells; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (fields); j++)
      {
        g_auto(GStrv) pieces = vel_column_words_split (fields[j], row->cells[i]);
        g_autofree char *label = vel_column_words_label (row->cells[i]);

        for (char **piece = pieces; *piece != NULL; piece++)
          g_assert_true (**piece != '\0' && strstr (row->cells[i], *piece) != NULL);
        g_assert_true (g_utf8_validate (label, -1, NULL));
      }
}

/* A row becomes a record, or there is a sentence why not, and a column or none to blame. */
static void
check_kind (const VelImportKind *kind,
            VelCsvReader        *reader,
            VelTableStats       *stats)
{
  g_autoptr(GPtrArray) matches = check_matches (kind->entity, reader, stats);
  g_autoptr(GArray) columns = g_array_new (FALSE, TRUE, sizeof (VelImportColumn));
  g_autoptr(GError) error = NULL;
  const VelCsvRow *csv = NULL;

  for (guint i = 0; i < matches->len; i++)
    {
      const VelImportColumn column = { vel_csv_reader_get_columns (reader)[i], g_ptr_array_index (matches, i),
                                       VEL_DATE_ORDER_DAY_FIRST, -1 };

      g_array_append_val (columns, column);
    }
  g_assert_true (vel_csv_reader_rewind (reader, NULL, &error));
  while (vel_csv_reader_next (reader, &csv, NULL, NULL) && csv != NULL)
    {
      g_autoptr(GError) complaint = NULL;
      guint bad_column = 0;
      VelImportRow *row;

      if (csv->problem != NULL || csv->is_blank)
        continue;
      row = kind->read (csv, columns, "TRY", &bad_column, &complaint);
      g_assert_true ((row == NULL) == (complaint != NULL));
      g_assert_cmpuint (bad_column, <=, columns->len);
      if (complaint != NULL)
        g_assert_true (*complaint->message != '\0');
      if (row != NULL && kind->entity->check != NULL)
        g_assert_true (kind->entity->check (row->values, &error));
      if (row != NULL)
        kind->free (row);
    }
}

static void
check_kinds (VelCsvReader  *reader,
             VelTableStats *stats)
{
  static const VelImportKind * const kinds[] = {
    &vel_import_customer_kind, &vel_import_deal_kind, &vel_import_product_kind,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    check_kind (kinds[i], reader, stats);
}

/* Returns how many rows there are, or -1 if they end in an error. */
static int
read_rows (VelCsvReader *reader)
{
  g_autoptr(VelTableStats) stats = vel_table_stats_new (vel_csv_reader_get_n_columns (reader));
  g_autoptr(GError) error = NULL;
  const VelCsvRow *row = NULL;
  guint last_number = 0;
  int n = 0;

  while (vel_csv_reader_next (reader, &row, NULL, &error) && row != NULL)
    {
      check_row (reader, row, &last_number);
      check_words (row);
      vel_table_stats_add (stats, row);
      n++;
    }
  check_kinds (reader, stats);
  if (error == NULL)
    return n;

  g_assert_true (error->domain == VEL_IMPORT_ERROR && error->code != VEL_IMPORT_ERROR_ROW);
  return -1;
}

static void
read_table (GFile               *file,
            const VelCsvOptions *options)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VelCsvReader) reader = vel_csv_reader_open (file, options, NULL, &error);
  int n;

  if (reader == NULL)
    {
      g_assert_true (error->domain == VEL_IMPORT_ERROR && error->code != VEL_IMPORT_ERROR_ROW);
      return;
    }
  g_assert_no_error (error);
  n = read_rows (reader);
  g_assert_true (vel_csv_reader_rewind (reader, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (read_rows (reader), ==, n);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  static const VelCsvOptions options[] = {
    { NULL, '\0', VEL_CSV_HEADER_FIND },
    { "UTF-8", ';', VEL_CSV_HEADER_YES },
    { "UTF-16LE", ',', VEL_CSV_HEADER_NO },
    { "ISO-8859-9", '\t', VEL_CSV_HEADER_NO },
  };
  int fd = memfd_create ("table", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, data, size), ==, size);
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    read_table (file, &options[i]);
  close (fd);

  return 0;
}
