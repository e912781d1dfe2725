/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-csv-parser.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "vel-import-error.h"

/* What one row may hold, so that memory stays bounded whatever the file. */
#define MAX_ROW_BYTES (16 * 1024 * 1024)
#define MAX_ROW_CELLS 65536
/* A cell of this size that is still open is taken for one whose quote was forgotten. */
#define LONG_CELL_BYTES (1024 * 1024)
#define MIN_BLOCK_SIZE 8192
/* How long a line without an end is waited for, where quotes must be looked at line by line. */
#define MAX_WAIT_BYTES (1024 * 1024)

/* libcsv decides; but it is asked strictly first, so that a quote in the wrong place is noticed. */
#define LOOSE_OPTIONS (CSV_REPALL_NL)
#define STRICT_OPTIONS (CSV_REPALL_NL | CSV_STRICT | CSV_STRICT_FINI)

struct _VelCsvParser
{
  struct csv_parser csv;
  VelCsvDialect     dialect;
  GString          *buffer;      /* (owned): text pushed; from @offset on not yet parsed */
  gsize             offset;
  GString          *cells;       /* (owned): the row's cells, each ended by a zero byte */
  GArray           *ends;        /* (owned) (element-type gsize): where each cell ends in @cells */
  guint             line;        /* the line at hand, from 1 */
  guint             row_line;    /* the line on which the row begins */
  guint             quote_line;  /* the line on which the open quote opens */
  guint             line_cells;  /* cells complete when the line began */
  int               stray_cell;  /* the first cell with a quote in the wrong place, or -1 */
  gboolean          stray_over_lines;
  gboolean          in_row;
  gboolean          in_quotes;   /* the line at hand begins within quotes */
  gboolean          skip_lf;     /* the last line ended with CR: a LF now belongs to it */
  gboolean          row_done;
  gboolean          finished;
};

static int
no_space (unsigned char c)
{
  return 0;
}

static void
cell_cb (void   *text,
         size_t  length,
         void   *user_data)
{
  VelCsvParser *self = user_data;

  if (length > 0)
    g_string_append_len (self->cells, text, length);
  g_array_append_val (self->ends, self->cells->len);
  g_string_append_c (self->cells, '\0');
}

static void
row_cb (int   terminator,
        void *user_data)
{
  VelCsvParser *self = user_data;

  self->row_done = TRUE;
}

static void
begin_row (VelCsvParser *self)
{
  g_string_truncate (self->cells, 0);
  g_array_set_size (self->ends, 0);
  self->line_cells = 0;
  self->stray_cell = -1;
  self->stray_over_lines = FALSE;
  self->in_row = FALSE;
  self->in_quotes = FALSE;
  self->row_done = FALSE;
}

/* The line up to and including its end (LF or CR); all of the text if there is none. */
static gsize
measure_line (const char *text,
              gsize       length,
              gboolean   *ended)
{
  const char *lf = memchr (text, '\n', length);
  const char *cr = memchr (text, '\r', lf != NULL ? (gsize) (lf - text) : length);
  const char *end = cr != NULL ? cr : lf;

  *ended = end != NULL;
  return end != NULL ? (gsize) (end - text) + 1 : length;
}

/* Makes "" of \" within quotes, which is as long, so that libcsv understands it. */
static void
double_quotes (VelCsvParser *self,
               char         *text,
               gsize         length)
{
  gboolean quoted = self->in_quotes;
  gboolean cell_begins = !quoted;

  for (gsize i = 0; i < length; i++)
    {
      char next = i + 1 < length ? text[i + 1] : '\0';

      if (!quoted)
        {
          quoted = cell_begins && text[i] == '"';
          if (!self->dialect.skip_spaces || text[i] != ' ')
            cell_begins = text[i] == self->dialect.separator;
        }
      else if (text[i] == '\\' && next == '"')
        {
          text[i] = '"';
          i++;
        }
      else if ((text[i] == '\\' && next == '\\') || (text[i] == '"' && next == '"'))
        {
          i++;
        }
      else if (text[i] == '"')
        {
          quoted = FALSE;
          cell_begins = FALSE;
        }
    }
}

static gboolean
feed (VelCsvParser  *self,
      const char    *text,
      gsize          length,
      GError       **error)
{
  while (length > 0)
    {
      gsize done;

      csv_set_opts (&self->csv, STRICT_OPTIONS);
      done = csv_parse (&self->csv, text, length, cell_cb, row_cb, self);
      text += done;
      length -= done;
      if (length == 0)
        break;

      csv_set_opts (&self->csv, LOOSE_OPTIONS);
      if (csv_error (&self->csv) != CSV_EPARSE || csv_parse (&self->csv, text, 1, cell_cb, row_cb, self) != 1)
        {
          g_set_error (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_TOO_LARGE,
                       _("There is not enough memory to read line %u."), self->line);
          return FALSE;
        }
      /* Within a cell without quotes a quote is a letter like any other. */
      if (self->csv.quoted && self->stray_cell < 0)
        self->stray_cell = self->ends->len;
      text++;
      length--;
    }

  return TRUE;
}

static gboolean
check_size (VelCsvParser  *self,
            GError       **error)
{
  gsize open_cell = self->csv.entry_pos;

  if (self->ends->len > MAX_ROW_CELLS)
    {
      g_set_error (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_TOO_LARGE,
                   _("The row in line %u has more than %d cells."), self->row_line, MAX_ROW_CELLS);
      return FALSE;
    }
  if (self->cells->len + open_cell <= MAX_ROW_BYTES)
    {
      /* Twice as much each time, or a long cell would be copied a thousand times. */
      csv_set_blk_size (&self->csv, MAX (MIN_BLOCK_SIZE, csv_get_buffer_size (&self->csv)));
      return TRUE;
    }

  if (self->csv.quoted && open_cell > LONG_CELL_BYTES)
    g_set_error (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_BROKEN,
                 _("The quote that opens in line %u does not close within 16 MB."), self->quote_line);
  else
    g_set_error (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_TOO_LARGE,
                 _("The row in line %u is longer than 16 MB."), self->row_line);
  return FALSE;
}

static VelCsvStep
finish (VelCsvParser  *self,
        GError       **error)
{
  self->finished = TRUE;
  csv_set_opts (&self->csv, STRICT_OPTIONS);
  if (csv_fini (&self->csv, cell_cb, row_cb, self) != 0)
    {
      guint line = self->in_quotes && self->ends->len == self->line_cells ? self->quote_line : self->line;

      g_set_error (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_BROKEN,
                   _("The quote that opens in line %u never closes."), line);
      return VEL_CSV_STEP_FAILED;
    }

  return self->row_done ? VEL_CSV_STEP_ROW : VEL_CSV_STEP_END;
}

/* After the end of a line: either a row is complete, or the line ended within quotes. */
static void
end_line (VelCsvParser *self)
{
  if (!self->row_done)
    {
      if (!self->in_quotes || self->ends->len != self->line_cells)
        self->quote_line = self->line;
      if (self->stray_cell == (int) self->ends->len)
        self->stray_over_lines = TRUE;
      self->in_quotes = TRUE;
      self->line_cells = self->ends->len;
    }
  self->line++;
}

/**
 * vel_csv_parser_new:
 * @dialect: how the table is written
 *
 * Creates a parser after RFC 4180 that is lenient where the RFC is silent:
 * lines end with LF, CR LF or CR; quotes within a cell that does not begin
 * with one are text; the last line needs no end. Text is pushed into
 * vel_csv_parser_get_buffer(); rows come from vel_csv_parser_step(). Holds one
 * row and what was pushed. Not bound to a thread.
 *
 * Returns: (transfer full): a parser
 */
VelCsvParser *
vel_csv_parser_new (const VelCsvDialect *dialect)
{
  VelCsvParser *self = g_new0 (VelCsvParser, 1);

  self->dialect = *dialect;
  self->buffer = g_string_new (NULL);
  self->cells = g_string_new (NULL);
  self->ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->line = 1;
  csv_init (&self->csv, LOOSE_OPTIONS);
  csv_set_delim (&self->csv, dialect->separator);
  csv_set_blk_size (&self->csv, MIN_BLOCK_SIZE);
  if (!dialect->skip_spaces)
    csv_set_space_func (&self->csv, no_space);
  begin_row (self);

  return self;
}

/**
 * vel_csv_parser_free:
 * @self: (nullable) (transfer full): a parser
 *
 * Frees @self.
 */
void
vel_csv_parser_free (VelCsvParser *self)
{
  if (self == NULL)
    return;

  csv_free (&self->csv);
  g_string_free (self->buffer, TRUE);
  g_string_free (self->cells, TRUE);
  g_array_unref (self->ends);
  g_free (self);
}

/**
 * vel_csv_parser_get_buffer:
 * @self: a parser
 *
 * Returns: (transfer none): where the next piece of UTF-8 is to be appended,
 *   and nothing else may be done; zero bytes are allowed
 */
GString *
vel_csv_parser_get_buffer (VelCsvParser *self)
{
  g_string_erase (self->buffer, 0, self->offset);
  self->offset = 0;
  return self->buffer;
}

/**
 * vel_csv_parser_step:
 * @self: a parser
 * @at_end: whether nothing more will be pushed
 * @error: return location for an error
 *
 * Goes on to the end of the next row. The cells of the row before are gone.
 *
 * Returns: what it came to; %VEL_CSV_STEP_FAILED with %VEL_IMPORT_ERROR_BROKEN
 *   if a quote never closes or %VEL_IMPORT_ERROR_TOO_LARGE if a row is endless
 */
VelCsvStep
vel_csv_parser_step (VelCsvParser  *self,
                     gboolean       at_end,
                     GError       **error)
{
  if (self->finished)
    return VEL_CSV_STEP_END;
  if (self->row_done)
    begin_row (self);

  while (TRUE)
    {
      char *text = self->buffer->str + self->offset;
      gsize length = self->buffer->len - self->offset;
      gboolean ended;

      if (length == 0)
        return at_end ? finish (self, error) : VEL_CSV_STEP_MORE;

      if (self->skip_lf)
        {
          self->skip_lf = FALSE;
          if (*text != '\n')
            continue;
          self->offset++;
          if (self->in_quotes && !feed (self, text, 1, error))
            break;
          continue;
        }

      length = measure_line (text, length, &ended);
      if (self->dialect.backslash_quotes)
        {
          if (!ended && !at_end && length < MAX_WAIT_BYTES)
            return VEL_CSV_STEP_MORE;
          double_quotes (self, text, length);
        }
      if (!self->in_row)
        {
          self->in_row = TRUE;
          self->row_line = self->line;
          self->quote_line = self->line;
        }
      if (!feed (self, text, length, error))
        break;
      self->offset += length;
      if (!self->row_done && !check_size (self, error))
        break;

      if (ended)
        {
          end_line (self);
          self->skip_lf = text[length - 1] == '\r';
          if (self->row_done)
            return self->ends->len > 0 ? VEL_CSV_STEP_ROW : VEL_CSV_STEP_BLANK;
        }
    }

  self->finished = TRUE;
  return VEL_CSV_STEP_FAILED;
}

/**
 * vel_csv_parser_get_n_cells:
 * @self: a parser
 *
 * Returns: how many cells the row has
 */
guint
vel_csv_parser_get_n_cells (VelCsvParser *self)
{
  return self->ends->len;
}

/**
 * vel_csv_parser_get_cell:
 * @self: a parser
 * @cell: which cell, from 0
 * @length: (out) (optional): its length in bytes, which is more than strlen()
 *   of it if it holds a zero byte
 *
 * Returns: (transfer none): the cell's text, until the next step
 */
const char *
vel_csv_parser_get_cell (VelCsvParser *self,
                         guint         cell,
                         gsize        *length)
{
  gsize start = cell > 0 ? g_array_index (self->ends, gsize, cell - 1) + 1 : 0;

  if (length != NULL)
    *length = g_array_index (self->ends, gsize, cell) - start;
  return self->cells->str + start;
}

/**
 * vel_csv_parser_get_text:
 * @self: a parser
 * @length: (out): its length in bytes
 *
 * Returns: (transfer none): all cells of the row, each ended by a zero byte,
 *   until the next step
 */
const char *
vel_csv_parser_get_text (VelCsvParser *self,
                         gsize        *length)
{
  *length = self->cells->len;
  return self->cells->str;
}

/**
 * vel_csv_parser_get_line:
 * @self: a parser
 *
 * Returns: the line of the file on which the row begins, from 1
 */
guint
vel_csv_parser_get_line (VelCsvParser *self)
{
  return self->row_line;
}

/**
 * vel_csv_parser_get_stray_quote:
 * @self: a parser
 * @over_lines: (out): whether the cell goes on over the end of a line after
 *   it, so that what was read as one row may have been several
 *
 * Tells of a quote within a quoted cell that is neither doubled nor followed
 * by a separator or the end of the line. It is kept as text.
 *
 * Returns: the first such cell of the row, from 0, or -1
 */
int
vel_csv_parser_get_stray_quote (VelCsvParser *self,
                                gboolean     *over_lines)
{
  *over_lines = self->stray_over_lines;
  return self->stray_cell;
}
