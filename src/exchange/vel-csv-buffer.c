/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"
#define _GNU_SOURCE  /* memmem() */

#include "config.h"

#include "vel-csv-buffer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vel-csv-decoder.h"
#include "vel-csv-reader.h"
#include "vel-import-error.h"

#define REPLACEMENT "\xef\xbf\xbd"

/* The one row that a reader holds: what the parser split, checked and as wide as the table. */
struct _VelCsvBuffer
{
  VelCsvRow  row;
  GPtrArray *cells;   /* (owned): what row.cells points to; most of it lies in the parser */
  GPtrArray *mended;  /* (owned) (element-type utf8): cells that had to be changed */
};

static void
reject (VelCsvBuffer *self,
        int           column,
        const char   *message)
{
  /* The first reason is enough. */
  if (self->row.problem != NULL)
    return;
  self->row.problem = g_error_new_literal (VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_ROW, message);
  self->row.problem_column = column;
}

static gboolean
has_bad_byte (const char *text,
              gsize       length)
{
  return memmem (text, length, VEL_CSV_BAD_BYTE, strlen (VEL_CSV_BAD_BYTE)) != NULL;
}

/* Makes U+FFFD of what is no text. */
static char *
mend_cell (const char *text,
           gsize       length)
{
  GString *mended = g_string_sized_new (length);
  const char *end = text + length;

  while (text < end)
    {
      if (*text == '\0')
        {
          g_string_append (mended, REPLACEMENT);
          text++;
        }
      else if (g_str_has_prefix (text, VEL_CSV_BAD_BYTE))
        {
          g_string_append (mended, REPLACEMENT);
          text += strlen (VEL_CSV_BAD_BYTE);
        }
      else
        g_string_append_c (mended, *text++);
    }

  return g_string_free (mended, FALSE);
}

static const char *
check_cell (VelCsvBuffer *self,
            VelCsvParser *parser,
            guint         column,
            const char   *encoding,
            gboolean      has_bad_bytes)
{
  gsize length;
  const char *text = vel_csv_parser_get_cell (parser, column, &length);
  gboolean has_zero = strlen (text) != length;
  gboolean is_bad = has_bad_bytes && has_bad_byte (text, length);

  if (has_zero)
    reject (self, column, _("The cell holds a zero byte, which no text has."));
  if (is_bad)
    {
      g_autofree char *message = NULL;

      /* Translators: %s is an encoding, such as UTF-8. */
      message = g_strdup_printf (_("The cell holds bytes that are no text in the encoding %s."), encoding);
      reject (self, column, message);
    }
  if (length > VEL_CSV_MAX_CELL_SIZE)
    reject (self, column, _("The cell is longer than 1 MB."));

  if (has_zero || is_bad)
    {
      char *mended = mend_cell (text, length);

      g_ptr_array_add (self->mended, mended);
      return mended;
    }
  return text;
}

static void
check_shape (VelCsvBuffer *self,
             VelCsvParser *parser,
             guint         n_cells,
             guint         n_columns)
{
  gboolean over_lines;
  int stray = vel_csv_parser_get_stray_quote (parser, &over_lines);

  if (stray >= 0 && (over_lines || n_cells != n_columns))
    reject (self, stray, _("A quote within the cell is not doubled, so it is not clear where the cell ends."));

  if (n_cells > n_columns)
    {
      g_autofree char *message = NULL;

      message = g_strdup_printf (_("The row has more cells (%u) than the table has columns (%u)."), n_cells, n_columns);
      reject (self, -1, message);
    }
}

static void
begin (VelCsvBuffer *self,
       guint         number,
       guint         line)
{
  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->mended, 0);
  g_clear_error (&self->row.problem);
  self->row.problem_column = -1;
  self->row.is_blank = FALSE;
  self->row.number = number;
  self->row.line = line;
}

static const VelCsvRow *
finish (VelCsvBuffer *self,
        guint         n_columns)
{
  while (self->cells->len < n_columns)
    g_ptr_array_add (self->cells, (gpointer) "");
  self->row.n_cells = self->cells->len;
  g_ptr_array_add (self->cells, NULL);
  self->row.cells = (const char **) self->cells->pdata;

  return &self->row;
}

/**
 * vel_csv_buffer_new:
 *
 * Returns: (transfer full): room for one row
 */
VelCsvBuffer *
vel_csv_buffer_new (void)
{
  VelCsvBuffer *self = g_new0 (VelCsvBuffer, 1);

  self->cells = g_ptr_array_new ();
  self->mended = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * vel_csv_buffer_free:
 * @self: (nullable) (transfer full): room for one row
 *
 * Frees @self.
 */
void
vel_csv_buffer_free (VelCsvBuffer *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->mended);
  g_clear_error (&self->row.problem);
  g_free (self);
}

/**
 * vel_csv_buffer_fill:
 * @self: room for one row
 * @number: the row's number
 * @parser: a parser that holds the row
 * @n_columns: how many columns the table has
 * @encoding: the encoding of the file, for messages
 *
 * Makes a row of what @parser split: as wide as the table, and with a problem
 * where it cannot be taken.
 *
 * Returns: (transfer none): the row, until @self is filled again or @parser goes on
 */
const VelCsvRow *
vel_csv_buffer_fill (VelCsvBuffer *self,
                     guint         number,
                     VelCsvParser *parser,
                     guint         n_columns,
                     const char   *encoding)
{
  gsize length;
  const char *text = vel_csv_parser_get_text (parser, &length);
  gboolean has_bad_bytes = has_bad_byte (text, length);
  guint n_cells = vel_csv_parser_get_n_cells (parser);

  begin (self, number, vel_csv_parser_get_line (parser));

  /* Separators too many at the end of a row are common and mean nothing. */
  while (n_cells > n_columns)
    {
      text = vel_csv_parser_get_cell (parser, n_cells - 1, &length);
      if (!vel_csv_buffer_is_blank_text (text) || strlen (text) != length)
        break;
      n_cells--;
    }

  for (guint i = 0; i < n_cells; i++)
    g_ptr_array_add (self->cells, (gpointer) check_cell (self, parser, i, encoding, has_bad_bytes));
  check_shape (self, parser, n_cells, n_columns);

  return finish (self, n_columns);
}

/**
 * vel_csv_buffer_fill_blank:
 * @self: room for one row
 * @number: the row's number
 * @line: its line
 * @n_columns: how many columns the table has
 *
 * Makes an empty row.
 *
 * Returns: (transfer none): the row, until @self is filled again
 */
const VelCsvRow *
vel_csv_buffer_fill_blank (VelCsvBuffer *self,
                           guint         number,
                           guint         line,
                           guint         n_columns)
{
  begin (self, number, line);
  self->row.is_blank = TRUE;

  return finish (self, n_columns);
}

/**
 * vel_csv_buffer_is_blank_text:
 * @text: a cell
 *
 * Returns: whether there is nothing but spaces in it
 */
gboolean
vel_csv_buffer_is_blank_text (const char *text)
{
  while (*text == ' ' || *text == '\t')
    text++;
  return *text == '\0';
}

/**
 * vel_csv_buffer_is_blank:
 * @parser: a parser that holds a row
 *
 * Returns: whether no cell of the row holds more than spaces
 */
gboolean
vel_csv_buffer_is_blank (VelCsvParser *parser)
{
  guint n_cells = vel_csv_parser_get_n_cells (parser);

  for (guint i = 0; i < n_cells; i++)
    {
      gsize length;
      const char *text = vel_csv_parser_get_cell (parser, i, &length);

      if (!vel_csv_buffer_is_blank_text (text) || strlen (text) != length)
        return FALSE;
    }
  return TRUE;
}
