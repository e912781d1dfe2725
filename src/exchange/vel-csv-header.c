/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-csv-header.h"

#include "vel-column-names.h"
#include "vel-text.h"
#include "vel-cell-kind.h"

/* A name of a column is short; what is longer is a sentence. */
#define MAX_NAME_LENGTH 60

static const char *
get_cell (GPtrArray *rows,
          guint      row,
          guint      column)
{
  const char * const *cells = g_ptr_array_index (rows, row);

  return column < g_strv_length ((char **) cells) ? cells[column] : "";
}

/* A kind that speaks: a cell of words can be a name or a value. */
static gboolean
is_data (VelCellKind kind)
{
  return kind > VEL_CELL_TEXT;
}

/* The kind that more than half of the column's cells have below the first row, or
 * VEL_CELL_TEXT. */
static VelCellKind
find_kind_below (GPtrArray *rows,
                 guint      column)
{
  guint n[VEL_CELL_N_KINDS] = { 0 };
  guint filled = 0;

  for (guint i = 1; i < rows->len; i++)
    {
      VelCellKind kind = vel_cell_kind_guess (get_cell (rows, i, column));

      n[kind]++;
      filled += kind != VEL_CELL_EMPTY;
    }
  for (guint kind = VEL_CELL_TEXT + 1; kind < VEL_CELL_N_KINDS; kind++)
    if (n[kind] * 2 > filled)
      return kind;

  return VEL_CELL_TEXT;
}

static gboolean
occurs_below (GPtrArray  *rows,
              guint       column,
              const char *text)
{
  for (guint i = 1; i < rows->len; i++)
    if (g_str_equal (get_cell (rows, i, column), text))
      return TRUE;
  return FALSE;
}

/**
 * vel_csv_header_guess:
 * @rows: (element-type GStrv): the first rows that are not empty
 * @entity: (nullable): what they are
 *
 * Guesses whether the first row names the columns. It does if it holds names
 * that Velinimet knows, or if the cells below are of another kind (numbers,
 * dates, addresses) than the ones in it. It does not if its own cells are
 * values of that kind, or occur again below. Where nothing tells, a table of
 * several columns has a header and a list of one column has none.
 *
 * Returns: whether the first row is a header
 */
gboolean
vel_csv_header_guess (GPtrArray       *rows,
                      const VelEntity *entity)
{
  guint n_columns;
  guint known = 0;
  guint data = 0;
  guint filled = 0;
  guint different = 0;
  guint same = 0;
  gboolean names = TRUE;

  if (rows->len == 0)
    return FALSE;

  n_columns = g_strv_length (g_ptr_array_index (rows, 0));
  for (guint column = 0; column < n_columns; column++)
    {
      const char *text = get_cell (rows, 0, column);
      VelCellKind kind = vel_cell_kind_guess (text);
      VelCellKind below = find_kind_below (rows, column);

      if (kind == VEL_CELL_EMPTY)
        continue;
      filled++;
      known += vel_column_name_is_known (entity, text);
      data += is_data (kind);
      if (is_data (below))
        {
          if (kind == below)
            same++;
          else if (!is_data (kind))
            different++;
        }
      if (g_utf8_strlen (text, -1) > MAX_NAME_LENGTH || (rows->len > 1 && occurs_below (rows, column, text)))
        names = FALSE;
    }

  if (filled == 0)
    return FALSE;
  if (known > data && (known >= 2 || known * 2 >= filled))
    return TRUE;
  if (different != same)
    return different > same;

  return data == 0 && names && filled == n_columns && n_columns > 1;
}

/**
 * vel_csv_header_names:
 * @header: (nullable) (array zero-terminated=1): the first row, if it is a header
 * @n_columns: how many columns there are
 *
 * Makes the names of the columns: spaces and line ends within become one
 * space; a column without a name is "Column 3"; a name that occurs again gets
 * a number, "Phone (2)". The names are for people and for the command line
 * alike, so they do not depend on the language of the interface.
 *
 * Returns: (transfer full): @n_columns names, none of them equal to another
 */
GStrv
vel_csv_header_names (const char * const *header,
                      guint               n_columns)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto(GStrv) names = g_new0 (char *, n_columns + 1);
  guint n_header = header != NULL ? g_strv_length ((char **) header) : 0;

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *name = i < n_header ? vel_text_clean_line (header[i]) : NULL;
      guint number = 1;

      if (name == NULL || *name == '\0')
        {
          g_free (name);
          name = g_strdup_printf ("Column %u", i + 1);
        }
      names[i] = g_strdup (name);
      while (g_hash_table_contains (seen, names[i]))
        {
          g_free (names[i]);
          names[i] = g_strdup_printf ("%s (%u)", name, ++number);
        }
      g_hash_table_add (seen, names[i]);
    }

  return g_steal_pointer (&names);
}
