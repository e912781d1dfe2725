/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-table-stats.h"

#include <string.h>

#include "vel-column-names.h"
#include "vel-column-words.h"
#include "vel-place.h"

/* Words are looked at in so many cells of a column, shapes and dates in all. */
#define MAX_LOOKED 1000
/* What is longer is no date. */
#define MAX_DATE_LENGTH 40
#define MAX_NAME_LENGTH 80

/* What is known of a table after all of it has been seen once; some kB a column. */
struct _VelTableStats
{
  guint            n_columns;
  guint            n_rows;
  VelColumnStats  *columns;  /* (owned) */
  GHashTable     **seen;     /* (owned) (element-type utf8): the different cells of each column */
};

static gboolean
is_several_words (const char *text)
{
  guint n_words = 0;
  gboolean in_word = FALSE;

  for (; *text != '\0'; text++)
    {
      gboolean space = *text == ' ' || *text == '\n' || *text == '\t';

      if (g_ascii_isdigit (*text))
        return FALSE;
      n_words += !space && !in_word;
      in_word = !space;
    }

  return n_words >= 2 && n_words <= 5;
}

static void
look_at_words (VelColumnStats *stats,
               GHashTable     *seen,
               VelCellKind     kind,
               const char     *text)
{
  gboolean short_text = strlen (text) <= MAX_NAME_LENGTH;

  stats->n_looked++;
  stats->n_short += short_text;
  stats->n_distinct += g_hash_table_add (seen, g_strndup (text, MAX_NAME_LENGTH));
  if (!short_text)
    return;

  stats->n_several_words += is_several_words (text);
  if (kind != VEL_CELL_TEXT || !vel_column_name_is_latin (text))
    return;

  stats->n_statuses += vel_column_words_find_status (text) != NULL;
  stats->n_kinds += vel_column_words_find_kind (text) != NULL;
  stats->n_companies += vel_column_words_is_company (text);
  stats->n_cities += vel_place_find_city (text) != NULL;
}

/* A column without a date among its first thousand cells is no column of dates. */
static gboolean
may_be_date (const VelColumnStats *stats,
             VelCellKind           kind,
             const char           *text)
{
  if (kind == VEL_CELL_DATE)
    return TRUE;
  if ((kind != VEL_CELL_TEXT && kind != VEL_CELL_NUMBER) ||
      (stats->n_looked >= MAX_LOOKED && stats->dates.n_other == stats->n_filled - 1))
    return FALSE;

  return strlen (text) <= MAX_DATE_LENGTH && strpbrk (text, "0123456789") != NULL;
}

static void
add_cell (VelColumnStats *stats,
          GHashTable     *seen,
          const char     *text)
{
  VelCellKind kind = vel_cell_kind_guess (text);

  stats->digest = (stats->digest ^ g_str_hash (text)) * G_GUINT64_CONSTANT (0x100000001b3) + 1;
  stats->n_of_kind[kind]++;
  if (kind == VEL_CELL_EMPTY)
    return;

  stats->n_filled++;
  if (may_be_date (stats, kind, text))
    vel_date_detector_add (&stats->dates, text);
  else
    stats->dates.n_other++;
  if (stats->n_looked < MAX_LOOKED)
    look_at_words (stats, seen, kind, text);
}

/**
 * vel_table_stats_new:
 * @n_columns: how many columns the table has
 *
 * Returns: (transfer full): statistics of a table of which nothing has been seen
 */
VelTableStats *
vel_table_stats_new (guint n_columns)
{
  VelTableStats *self = g_new0 (VelTableStats, 1);

  self->n_columns = n_columns;
  self->columns = g_new0 (VelColumnStats, n_columns);
  self->seen = g_new0 (GHashTable *, n_columns);
  for (guint i = 0; i < n_columns; i++)
    self->seen[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * vel_table_stats_free:
 * @self: (nullable) (transfer full): statistics
 *
 * Frees @self.
 */
void
vel_table_stats_free (VelTableStats *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_columns; i++)
    g_hash_table_unref (self->seen[i]);
  g_free (self->seen);
  g_free (self->columns);
  g_free (self);
}

/**
 * vel_table_stats_add:
 * @self: statistics
 * @row: one more row; one with a problem counts for nothing
 *
 * Takes a row into account.
 */
void
vel_table_stats_add (VelTableStats   *self,
                     const VelCsvRow *row)
{
  if (row->problem != NULL || row->is_blank)
    return;

  self->n_rows++;
  for (guint i = 0; i < self->n_columns && i < row->n_cells; i++)
    add_cell (&self->columns[i], self->seen[i], row->cells[i]);
}

/**
 * vel_table_stats_get_n_rows:
 * @self: statistics
 *
 * Returns: how many rows were taken into account
 */
guint
vel_table_stats_get_n_rows (VelTableStats *self)
{
  return self->n_rows;
}

/**
 * vel_table_stats_get_column:
 * @self: statistics
 * @column: a column, from 0
 *
 * Returns: (transfer none): what its cells look like
 */
const VelColumnStats *
vel_table_stats_get_column (VelTableStats *self,
                            guint          column)
{
  g_return_val_if_fail (column < self->n_columns, NULL);

  return &self->columns[column];
}

/**
 * vel_column_stats_get_share:
 * @self: what the cells of a column look like
 * @kind: a kind
 *
 * Returns: which part of the filled cells is of the kind, from 0 to 1
 */
double
vel_column_stats_get_share (const VelColumnStats *self,
                            VelCellKind           kind)
{
  return self->n_filled > 0 ? (double) self->n_of_kind[kind] / self->n_filled : 0;
}
