/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of reading tables share.
 */
#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "vel-csv-reader.h"
#include "vel-import-error.h"

/* A file of tests/data/csv. */
static inline GFile *
fixture (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("VEL_TEST_DATA"), "csv", name, NULL);

  return g_file_new_for_path (path);
}

/* A file with these bytes, in a directory that goes when the test ends (G_TEST_OPTION_ISOLATE_DIRS). */
static inline GFile *
write_file (const void *data,
            gssize      length)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "table-XXXXXX", NULL);
  int fd;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_cache_dir (), 0700), ==, 0);
  fd = g_mkstemp (path);
  g_assert_cmpint (fd, >=, 0);
  g_close (fd, &error);
  g_assert_no_error (error);
  g_file_set_contents_full (path, data, length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static inline VelCsvReader *
open_table (GFile               *file,
            const VelCsvOptions *options)
{
  g_autoptr(GError) error = NULL;
  VelCsvReader *reader = vel_csv_reader_open (file, options, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (reader);
  return reader;
}

static inline VelCsvReader *
open_fixture (const char *name)
{
  g_autoptr(GFile) file = fixture (name);

  return open_table (file, NULL);
}

static inline VelCsvReader *
open_text (const char          *text,
           const VelCsvOptions *options)
{
  g_autoptr(GFile) file = write_file (text, -1);

  return open_table (file, options);
}

/* The next row, which must be there; NULL at the end. */
static inline const VelCsvRow *
next_row (VelCsvReader *reader)
{
  g_autoptr(GError) error = NULL;
  const VelCsvRow *row = NULL;
  gboolean good = vel_csv_reader_next (reader, &row, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (good);
  return row;
}

static inline guint
count_rows (VelCsvReader *reader)
{
  guint n = 0;

  while (next_row (reader) != NULL)
    n++;
  return n;
}

/* Checks the next row's cells, up to NULL. */
static inline void G_GNUC_NULL_TERMINATED
assert_row (VelCsvReader *reader,
            ...)
{
  const VelCsvRow *row = next_row (reader);
  const char *cell;
  guint i = 0;
  va_list cells;

  g_assert_nonnull (row);
  va_start (cells, reader);
  for (cell = va_arg (cells, const char *); cell != NULL; cell = va_arg (cells, const char *), i++)
    {
      g_assert_cmpuint (i, <, row->n_cells);
      g_assert_cmpstr (row->cells[i], ==, cell);
    }
  va_end (cells);
  g_assert_cmpuint (i, ==, row->n_cells);
  g_assert_null (row->cells[i]);
  g_assert_no_error (row->problem);
}
