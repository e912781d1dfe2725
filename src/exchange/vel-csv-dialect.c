/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-csv-dialect.h"

#include <string.h>

#include "vel-column-names.h"
#include "vel-csv-buffer.h"

/* In the order in which they win where nothing else tells them apart. */
static const char separators[] = ";,\t|";

/* Rows that are looked at. */
#define MAX_ROWS 200
/* Below this the rows have no common shape: the file is taken to have one column. */
#define MIN_SCORE 0.5
#define SCORE_OF_NAMES 0.6

typedef struct
{
  guint  n_rows;        /* rows with something in them */
  guint  n_empty;       /* rows of separators alone */
  guint  n_columns;     /* what most rows have */
  guint  first;         /* what the first row has */
  guint  n_consistent;  /* rows with @n_columns cells */
  guint  n_short;       /* rows with less, but more than one */
  guint  n_long;        /* rows with more */
  guint  n_stray;       /* rows with a quote in the wrong place */
  guint  n_cells;
  guint  n_clean;       /* cells without another separator in them */
  guint  n_known;       /* cells of the first row that are names of columns */
  gboolean addresses;   /* a cell begins with //, as the rest of a web address does */
  gboolean names;       /* the first row has a cell that is no number */
  gboolean failed;
} Shape;

static gboolean
is_numeric (const char *text,
            gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]) && strchr (" .,-+%", text[i]) == NULL)
      return FALSE;
  return length > 0;
}

static gboolean
is_clean (const char *text,
          gsize       length,
          char        separator)
{
  if (is_numeric (text, length))
    return TRUE;
  for (const char *other = separators; *other != '\0'; other++)
    if (*other != separator && memchr (text, *other, length) != NULL)
      return FALSE;
  return TRUE;
}

static void
add_row (Shape        *shape,
         VelCsvParser *parser,
         char          separator,
         guint        *counts)
{
  guint n_cells = vel_csv_parser_get_n_cells (parser);
  gboolean over_lines;

  if (vel_csv_buffer_is_blank (parser))
    {
      shape->n_empty += n_cells > 1;
      return;
    }

  for (guint i = 0; i < n_cells; i++)
    {
      gsize length;
      const char *text = vel_csv_parser_get_cell (parser, i, &length);

      if (is_clean (text, length, separator))
        shape->n_clean++;
      if (g_str_has_prefix (text, "//"))
        shape->addresses = TRUE;
      if (shape->n_rows == 0)
        {
          shape->names |= !is_numeric (text, length);
          shape->n_known += vel_column_name_is_known (NULL, text);
        }
    }
  /* Separators too many at the end do not make a row wider. */
  while (shape->n_rows > 0 && n_cells > counts[0] && *vel_csv_parser_get_cell (parser, n_cells - 1, NULL) == '\0')
    n_cells--;

  if (vel_csv_parser_get_stray_quote (parser, &over_lines) >= 0)
    shape->n_stray++;
  shape->n_cells += n_cells;
  counts[shape->n_rows++] = n_cells;
}

/* What most rows have; of two that are as frequent, the larger. */
static guint
find_mode (const guint *counts,
           guint        n)
{
  guint mode = 0;
  guint best = 0;

  for (guint i = 0; i < n; i++)
    {
      guint same = 0;

      for (guint j = 0; j < n; j++)
        same += counts[j] == counts[i];
      if (same > best || (same == best && counts[i] > mode))
        {
          best = same;
          mode = counts[i];
        }
    }

  return mode;
}

static void
measure (const char          *sample,
         gsize                length,
         gboolean             whole,
         const VelCsvDialect *dialect,
         Shape               *shape)
{
  g_autoptr(VelCsvParser) parser = vel_csv_parser_new (dialect);
  guint counts[MAX_ROWS] = { 0 };
  VelCsvStep step;

  *shape = (Shape) { 0 };
  g_string_append_len (vel_csv_parser_get_buffer (parser), sample, length);
  do
    {
      step = vel_csv_parser_step (parser, whole, NULL);
      if (step == VEL_CSV_STEP_ROW)
        add_row (shape, parser, dialect->separator, counts);
    }
  while ((step == VEL_CSV_STEP_ROW || step == VEL_CSV_STEP_BLANK) && shape->n_rows < MAX_ROWS);

  /* A first row longer than the sample is better than none. */
  if (step == VEL_CSV_STEP_MORE && shape->n_rows == 0 && vel_csv_parser_step (parser, TRUE, NULL) == VEL_CSV_STEP_ROW)
    add_row (shape, parser, dialect->separator, counts);

  shape->failed = step == VEL_CSV_STEP_FAILED;
  if (shape->n_rows == 0)
    return;

  shape->n_columns = find_mode (counts, shape->n_rows);
  shape->first = counts[0];
  for (guint i = 0; i < shape->n_rows; i++)
    {
      if (counts[i] == shape->n_columns)
        shape->n_consistent++;
      else if (counts[i] > shape->n_columns)
        shape->n_long++;
      else if (counts[i] > 1)
        shape->n_short++;
    }
}

/* How well the rows agree, from 0 to about 1. */
static double
rate (const Shape *shape)
{
  double score;

  if (shape->n_rows == 0 || (shape->n_columns < 2 && shape->first < 2))
    return 0;

  score = (shape->n_consistent + 0.5 * shape->n_short - 1.0 * shape->n_long - 0.2 * shape->n_stray) / shape->n_rows;
  /* A first row that is not split is a title, or the sign of a wrong separator. */
  if (shape->first == 1)
    score *= 0.5;
  else if (shape->first < shape->n_columns)
    score *= 0.9;
  /* Rows of all lengths below a first row that names columns are careless, not prose. */
  if (shape->n_known >= 2 && shape->n_known * 2 >= shape->first)
    score = MAX (score, SCORE_OF_NAMES);
  if (shape->failed)
    score *= 0.5;

  return score;
}

static double
rate_with_cells (const Shape *shape)
{
  return rate (shape) + (shape->n_cells > 0 ? 0.2 * shape->n_clean / shape->n_cells : 0);
}

/* Whether a quote stands behind a separator and a space, or a separator behind a quote and a space. */
static gboolean
has_spaced_quotes (const char *sample,
                   gsize       length,
                   char        separator)
{
  for (gsize i = 1; i + 1 < length; i++)
    {
      gsize from = i;

      if (sample[i] != ' ')
        continue;
      while (i + 1 < length && sample[i + 1] == ' ')
        i++;
      if (i + 1 < length &&
          ((sample[from - 1] == separator && sample[i + 1] == '"') ||
           (sample[from - 1] == '"' && sample[i + 1] == separator)))
        return TRUE;
    }

  return FALSE;
}

/* Takes @variant if the rows agree better with it. */
static void
try_variant (const char          *sample,
             gsize                length,
             gboolean             whole,
             const VelCsvDialect *variant,
             VelCsvDialect       *dialect)
{
  Shape plain, changed;

  measure (sample, length, whole, dialect, &plain);
  /* What RFC 4180 reads without a flaw is read as that. */
  if (!plain.failed && plain.n_stray == 0 && plain.n_rows > 0 && plain.n_consistent == plain.n_rows)
    return;
  measure (sample, length, whole, variant, &changed);
  if (changed.failed && !plain.failed)
    return;
  if (changed.n_stray > plain.n_stray || rate (&changed) < rate (&plain))
    return;
  if (changed.n_stray < plain.n_stray || rate (&changed) > rate (&plain) || (plain.failed && !changed.failed))
    *dialect = *variant;
}

/* Half past ten is no three columns, and a web address is no two: the colon needs more than the others. */
static gboolean
is_separated_by_colons (const char *sample,
                        gsize       length,
                        gboolean    whole)
{
  VelCsvDialect dialect = { .separator = ':' };
  Shape shape;

  measure (sample, length, whole, &dialect, &shape);
  return !shape.failed && shape.n_rows >= 2 && shape.n_columns >= 3 && shape.n_consistent == shape.n_rows &&
         shape.n_stray == 0 && shape.names && !shape.addresses;
}

static char
find_separator (const char *sample,
                gsize       length,
                gboolean    whole)
{
  char best = '\0';
  double best_score = 0;

  for (const char *candidate = separators; *candidate != '\0'; candidate++)
    {
      VelCsvDialect dialect = { .separator = *candidate };
      Shape shape;

      if (memchr (sample, *candidate, length) == NULL)
        continue;
      if (has_spaced_quotes (sample, length, *candidate))
        dialect.skip_spaces = TRUE;
      measure (sample, length, whole, &dialect, &shape);
      if (shape.n_rows == 0 && shape.n_empty > 0)
        return *candidate;
      if (rate (&shape) >= MIN_SCORE && rate_with_cells (&shape) > best_score + 0.001)
        {
          best = *candidate;
          best_score = rate_with_cells (&shape);
        }
    }

  if (best == '\0' && is_separated_by_colons (sample, length, whole))
    return ':';
  return best != '\0' ? best : VEL_CSV_NO_SEPARATOR;
}

/**
 * vel_csv_dialect_find_hint:
 * @sample: (array length=length): the beginning of the text, UTF-8
 * @length: its length in bytes
 * @separator: (out): what the hint says
 *
 * Spreadsheet programs understand a first line such as "sep=;", which is not
 * part of the table.
 *
 * Returns: whether the first line is such a hint
 */
gboolean
vel_csv_dialect_find_hint (const char *sample,
                           gsize       length,
                           char       *separator)
{
  if (length < 6 || g_ascii_strncasecmp (sample, "sep=", 4) != 0 ||
      (sample[5] != '\n' && sample[5] != '\r') || !g_ascii_isprint (sample[4] == '\t' ? ' ' : sample[4]))
    return FALSE;

  *separator = sample[4];
  return TRUE;
}

/**
 * vel_csv_dialect_find:
 * @sample: (array length=length): the beginning of the text, UTF-8
 * @length: its length in bytes
 * @whole: whether @sample is all of the text
 * @separator: the separator if it is known, or 0 to find it
 * @dialect: (out caller-allocates): what was found
 *
 * Finds out how a table is written by the number of cells that its first rows
 * have: semicolon, comma, tab or vertical bar; a colon only where nothing else
 * separates and every row has the same three cells or more, since times and
 * web addresses have colons too. Where rows do not agree the text has one
 * column, and the separator is %VEL_CSV_NO_SEPARATOR.
 */
void
vel_csv_dialect_find (const char    *sample,
                      gsize          length,
                      gboolean       whole,
                      char           separator,
                      VelCsvDialect *dialect)
{
  VelCsvDialect variant;

  *dialect = (VelCsvDialect) { .separator = separator };
  if (separator == '\0')
    dialect->separator = find_separator (sample, length, whole);

  if (has_spaced_quotes (sample, length, dialect->separator))
    {
      variant = *dialect;
      variant.skip_spaces = TRUE;
      try_variant (sample, length, whole, &variant, dialect);
    }

  if (g_strstr_len (sample, length, "\\\"") != NULL)
    {
      variant = *dialect;
      variant.backslash_quotes = TRUE;
      try_variant (sample, length, whole, &variant, dialect);
    }
}
