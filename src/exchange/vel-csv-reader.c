/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-csv-reader.h"

#include <glib/gi18n-lib.h>

#include "vel-csv-buffer.h"
#include "vel-csv-decoder.h"
#include "vel-csv-file.h"
#include "vel-csv-header.h"
#include "vel-import-error.h"

/* How many rows the header is sought in, and how much they may hold together. */
#define SAMPLE_ROWS 50
#define SAMPLE_ROWS_SIZE (1024 * 1024)

/**
 * VelCsvReader:
 *
 * Reads a table from a CSV or TSV file, row by row. Opening finds out the
 * encoding, the separator and whether there is a header; nothing is kept but
 * the row at hand, so the file can be of any size up to
 * %VEL_CSV_MAX_FILE_SIZE. It may be used from any thread, by one at a time.
 *
 * Rows that cannot be taken carry a problem and do not stop the reading; what
 * makes the rest of the file unclear does.
 */
struct _VelCsvReader
{
  GObject        parent_instance;

  GFile         *file;          /* (owned) */
  guint64        size;
  const char    *encoding;      /* (interned) */
  VelCsvDialect  dialect;
  gboolean       has_hint;      /* the first line only names the separator */
  gboolean       has_header;
  guint          n_columns;
  GStrv          columns;       /* (owned) */

  VelCsvDecoder *decoder;       /* (owned) (nullable) */
  VelCsvParser  *parser;        /* (owned) (nullable) */
  guint          number;        /* of the row that the parser holds */
  gboolean       row_waits;     /* the parser's row comes after the blank ones before it */
  guint          n_blank;       /* empty rows that come before the row at hand */
  guint          blank_line;    /* the line of the first of them */
  guint          blank_number;

  VelCsvBuffer  *buffer;        /* (owned): the row at hand */
};

G_DEFINE_FINAL_TYPE (VelCsvReader, vel_csv_reader, G_TYPE_OBJECT)

/* Goes on to the next row that is not blank and counts the blank ones before it. */
static VelCsvStep
step (VelCsvReader  *self,
      GCancellable  *cancellable,
      GError       **error)
{
  self->n_blank = 0;
  while (TRUE)
    {
      VelCsvStep result = vel_csv_parser_step (self->parser, vel_csv_decoder_is_at_end (self->decoder), error);

      switch (result)
        {
        case VEL_CSV_STEP_MORE:
          if (!vel_csv_decoder_read (self->decoder, vel_csv_parser_get_buffer (self->parser), cancellable, error))
            return VEL_CSV_STEP_FAILED;
          continue;

        case VEL_CSV_STEP_ROW:
        case VEL_CSV_STEP_BLANK:
          if (self->has_hint && self->number == 0 && vel_csv_parser_get_line (self->parser) == 1)
            continue;
          self->number++;
          if (result == VEL_CSV_STEP_ROW && !vel_csv_buffer_is_blank (self->parser))
            return result;
          if (self->n_blank++ == 0)
            {
              self->blank_line = vel_csv_parser_get_line (self->parser);
              self->blank_number = self->number;
            }
          continue;

        case VEL_CSV_STEP_END:
        case VEL_CSV_STEP_FAILED:
        default:
          return result;
        }
    }
}

static gboolean
start (VelCsvReader  *self,
       GCancellable  *cancellable,
       GError       **error)
{
  g_autoptr(GInputStream) stream = vel_csv_file_open (self->file, cancellable, error);

  if (stream == NULL)
    return FALSE;

  g_clear_pointer (&self->parser, vel_csv_parser_free);
  g_clear_pointer (&self->decoder, vel_csv_decoder_free);
  self->number = 0;
  self->n_blank = 0;
  self->row_waits = FALSE;
  self->parser = vel_csv_parser_new (&self->dialect);
  self->decoder = vel_csv_decoder_new (stream, self->encoding, error);

  return self->decoder != NULL;
}

static GStrv
copy_cells (VelCsvReader *self)
{
  guint n_cells = vel_csv_parser_get_n_cells (self->parser);
  GStrv cells = g_new0 (char *, n_cells + 1);

  for (guint i = 0; i < n_cells; i++)
    cells[i] = g_strdup (vel_csv_parser_get_cell (self->parser, i, NULL));

  return cells;
}

/* The first rows, for a look at them. */
static GPtrArray *
read_first_rows (VelCsvReader  *self,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  gsize total = 0;

  if (!start (self, cancellable, error))
    return NULL;

  while (rows->len < SAMPLE_ROWS && total < SAMPLE_ROWS_SIZE)
    {
      VelCsvStep result = step (self, cancellable, error);
      gsize length;

      if (result == VEL_CSV_STEP_FAILED)
        return NULL;
      if (result == VEL_CSV_STEP_END)
        break;
      vel_csv_parser_get_text (self->parser, &length);
      total += length;
      g_ptr_array_add (rows, copy_cells (self));
    }

  return g_steal_pointer (&rows);
}

/* A table is as wide as its header; wider if most rows are; without a header, as its widest row. */
static guint
count_columns (VelCsvReader *self,
               GPtrArray    *rows)
{
  guint first = g_strv_length (g_ptr_array_index (rows, 0));
  guint widest = first;
  guint n_wider = 0;

  for (guint i = 1; i < rows->len; i++)
    {
      GStrv cells = g_ptr_array_index (rows, i);
      guint n = g_strv_length (cells);

      while (n > first && vel_csv_buffer_is_blank_text (cells[n - 1]))
        n--;
      widest = MAX (widest, n);
      n_wider += n > first;
    }

  if (self->has_header && n_wider * 2 <= rows->len - 1)
    return first;
  return widest;
}

static gboolean
find_columns (VelCsvReader         *self,
              const VelCsvOptions  *options,
              GCancellable         *cancellable,
              GError              **error)
{
  g_autoptr(GPtrArray) rows = read_first_rows (self, cancellable, error);

  if (rows == NULL)
    return FALSE;
  if (rows->len == 0)
    {
      g_set_error_literal (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_EMPTY,
                           _("There is nothing in the file but empty rows."));
      return FALSE;
    }

  self->has_header = options->header == VEL_CSV_HEADER_YES ||
                     (options->header == VEL_CSV_HEADER_FIND && vel_csv_header_guess (rows, options->entity));
  self->n_columns = count_columns (self, rows);
  if (self->n_columns > VEL_CSV_MAX_COLUMNS)
    {
      g_set_error (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_TOO_LARGE,
                   _("The table has %u columns, and tables of up to %u are read."),
                   self->n_columns, (guint) VEL_CSV_MAX_COLUMNS);
      return FALSE;
    }

  self->columns = vel_csv_header_names (self->has_header ? g_ptr_array_index (rows, 0) : NULL, self->n_columns);
  return TRUE;
}

static void
vel_csv_reader_finalize (GObject *object)
{
  VelCsvReader *self = VEL_CSV_READER (object);

  g_clear_pointer (&self->parser, vel_csv_parser_free);
  g_clear_pointer (&self->decoder, vel_csv_decoder_free);
  g_clear_pointer (&self->columns, g_strfreev);
  g_clear_pointer (&self->buffer, vel_csv_buffer_free);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (vel_csv_reader_parent_class)->finalize (object);
}

static void
vel_csv_reader_class_init (VelCsvReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vel_csv_reader_finalize;
}

static void
vel_csv_reader_init (VelCsvReader *self)
{
  self->buffer = vel_csv_buffer_new ();
}

/**
 * vel_csv_reader_open:
 * @file: a file
 * @options: (nullable): what is known of it, or %NULL to find out all
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Opens a table and finds out how it is written. All of the file is read for
 * that if it is plain ASCII, so this belongs in a worker thread.
 *
 * Returns: (transfer full) (nullable): a reader that stands before the first
 *   row below the header; or %NULL with an error of the domain
 *   %VEL_IMPORT_ERROR that says what is wrong and where, or
 *   %G_IO_ERROR_CANCELLED
 */
VelCsvReader *
vel_csv_reader_open (GFile                *file,
                     const VelCsvOptions  *options,
                     GCancellable         *cancellable,
                     GError              **error)
{
  static const VelCsvOptions unknown = { NULL, '\0', VEL_CSV_HEADER_FIND };
  g_autoptr(VelCsvReader) self = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (options == NULL)
    options = &unknown;
  if (options->separator == '"' || options->separator == '\n' || options->separator == '\r' ||
      (guchar) options->separator >= 0x80)
    {
      g_set_error_literal (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_ARGUMENT,
                           _("The separator must be one character such as ; , or | and no quote."));
      return NULL;
    }

  self = g_object_new (VEL_TYPE_CSV_READER, NULL);
  self->file = g_object_ref (file);
  if (!vel_csv_file_check (file, &self->size, cancellable, error))
    return NULL;

  self->encoding = options->encoding != NULL ? g_intern_string (options->encoding)
                                             : vel_csv_file_find_encoding (file, cancellable, error);
  if (self->encoding == NULL ||
      !vel_csv_file_find_dialect (file, self->encoding, options->separator, &self->dialect, &self->has_hint,
                                  cancellable, error) ||
      !find_columns (self, options, cancellable, error) ||
      !vel_csv_reader_rewind (self, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * vel_csv_reader_next:
 * @self: a reader
 * @row: (out) (transfer none) (nullable): the next row, until the one after it
 *   is read or the reader is gone; %NULL at the end
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Reads the next row. Empty rows between others are given as such; empty rows
 * at the end are not there.
 *
 * Returns: %FALSE with an error of the domain %VEL_IMPORT_ERROR, or
 *   %G_IO_ERROR_CANCELLED, after which nothing more can be read but from the
 *   start, by vel_csv_reader_rewind()
 */
gboolean
vel_csv_reader_next (VelCsvReader     *self,
                     const VelCsvRow **row,
                     GCancellable     *cancellable,
                     GError          **error)
{
  g_return_val_if_fail (VEL_IS_CSV_READER (self), FALSE);
  g_return_val_if_fail (row != NULL, FALSE);

  *row = NULL;
  if (!self->row_waits)
    {
      VelCsvStep result;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      result = step (self, cancellable, error);
      if (result == VEL_CSV_STEP_FAILED)
        return FALSE;
      if (result == VEL_CSV_STEP_END)
        return TRUE;
    }

  self->row_waits = self->n_blank > 0;
  if (self->n_blank > 0)
    {
      self->n_blank--;
      *row = vel_csv_buffer_fill_blank (self->buffer, self->blank_number++, self->blank_line++, self->n_columns);
    }
  else
    *row = vel_csv_buffer_fill (self->buffer, self->number, self->parser, self->n_columns, self->encoding);

  return TRUE;
}

/**
 * vel_csv_reader_rewind:
 * @self: a reader
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Goes back to before the first row below the header. What was found out about
 * the file stays, so reading it a second time costs nothing but the reading.
 *
 * Returns: %FALSE with an error if the file can no longer be read
 */
gboolean
vel_csv_reader_rewind (VelCsvReader  *self,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_return_val_if_fail (VEL_IS_CSV_READER (self), FALSE);

  if (!start (self, cancellable, error))
    return FALSE;
  if (self->has_header && step (self, cancellable, error) == VEL_CSV_STEP_FAILED)
    return FALSE;
  self->n_blank = 0;

  return TRUE;
}

/**
 * vel_csv_reader_get_encoding:
 * @self: a reader
 *
 * Returns: (transfer none): the encoding's name, such as "UTF-8" or "windows-1254"
 */
const char *
vel_csv_reader_get_encoding (VelCsvReader *self)
{
  g_return_val_if_fail (VEL_IS_CSV_READER (self), NULL);

  return self->encoding;
}

/**
 * vel_csv_reader_get_separator:
 * @self: a reader
 *
 * Returns: the separator, or 0 if the table has one column
 */
char
vel_csv_reader_get_separator (VelCsvReader *self)
{
  g_return_val_if_fail (VEL_IS_CSV_READER (self), '\0');

  return self->dialect.separator == VEL_CSV_NO_SEPARATOR ? '\0' : self->dialect.separator;
}

/**
 * vel_csv_reader_has_header:
 * @self: a reader
 *
 * Returns: whether the first row names the columns
 */
gboolean
vel_csv_reader_has_header (VelCsvReader *self)
{
  g_return_val_if_fail (VEL_IS_CSV_READER (self), FALSE);

  return self->has_header;
}

/**
 * vel_csv_reader_get_n_columns:
 * @self: a reader
 *
 * Returns: how many columns the table has
 */
guint
vel_csv_reader_get_n_columns (VelCsvReader *self)
{
  g_return_val_if_fail (VEL_IS_CSV_READER (self), 0);

  return self->n_columns;
}

/**
 * vel_csv_reader_get_columns:
 * @self: a reader
 *
 * Returns: (transfer none) (array zero-terminated=1): the columns' names, each
 *   once; "Column 3" where there is none
 */
const char * const *
vel_csv_reader_get_columns (VelCsvReader *self)
{
  g_return_val_if_fail (VEL_IS_CSV_READER (self), NULL);

  return (const char * const *) self->columns;
}

/**
 * vel_csv_reader_get_position:
 * @self: a reader
 *
 * Returns: how many bytes of the file have been read since the start
 */
guint64
vel_csv_reader_get_position (VelCsvReader *self)
{
  g_return_val_if_fail (VEL_IS_CSV_READER (self), 0);

  return vel_csv_decoder_get_position (self->decoder);
}

/**
 * vel_csv_reader_get_size:
 * @self: a reader
 *
 * Returns: the size of the file in bytes
 */
guint64
vel_csv_reader_get_size (VelCsvReader *self)
{
  g_return_val_if_fail (VEL_IS_CSV_READER (self), 0);

  return self->size;
}
