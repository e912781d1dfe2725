/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-row-map.h"

struct _VelRowMap
{
  GHashTable *rows;  /* (owned): position -> VelRow, not owned */
};

static void
row_gone_cb (gpointer  data,
             GObject  *row)
{
  VelRowMap *self = data;

  g_hash_table_remove (self->rows, GUINT_TO_POINTER (vel_row_get_position ((VelRow *) row)));
}

/**
 * vel_row_map_new:
 *
 * Returns: (transfer full): a map without a row
 */
VelRowMap *
vel_row_map_new (void)
{
  VelRowMap *self = g_new0 (VelRowMap, 1);

  self->rows = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * vel_row_map_free:
 * @self: (transfer full): a map; its rows live on without it
 */
void
vel_row_map_free (VelRowMap *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_object_weak_unref (row, row_gone_cb, self);
  g_hash_table_unref (self->rows);
  g_free (self);
}

/**
 * vel_row_map_lookup:
 * @self: a map
 * @position: a place in the list
 *
 * Returns: (transfer none) (nullable): the row that lives there
 */
VelRow *
vel_row_map_lookup (VelRowMap *self,
                    guint      position)
{
  return g_hash_table_lookup (self->rows, GUINT_TO_POINTER (position));
}

/**
 * vel_row_map_add:
 * @self: a map
 * @row: a row, at a position where none lives
 */
void
vel_row_map_add (VelRowMap *self,
                 VelRow    *row)
{
  g_hash_table_insert (self->rows, GUINT_TO_POINTER (vel_row_get_position (row)), row);
  g_object_weak_ref (G_OBJECT (row), row_gone_cb, self);
}

/**
 * vel_row_map_hold:
 * @self: a map
 *
 * Returns: (transfer full) (element-type VelRow): the rows, which live at
 *   least as long as the array
 */
GPtrArray *
vel_row_map_hold (VelRowMap *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_ptr_array_add (rows, g_object_ref (row));
  return rows;
}

/**
 * vel_row_map_splice:
 * @self: a map
 * @splice: what happens to the list
 *
 * Rows that are spliced out lose their place; those behind move.
 */
void
vel_row_map_splice (VelRowMap       *self,
                    const VelSplice *splice)
{
  g_autoptr(GPtrArray) rows = vel_row_map_hold (self);

  g_hash_table_remove_all (self->rows);
  for (guint i = 0; i < rows->len; i++)
    {
      VelRow *row = g_ptr_array_index (rows, i);
      guint position = vel_row_get_position (row);

      if (position >= splice->position && position < splice->position + splice->removed)
        {
          g_object_weak_unref (G_OBJECT (row), row_gone_cb, self);
          continue;
        }
      if (position >= splice->position)
        position = position - splice->removed + splice->added;
      vel_row_set_position (row, position);
      g_hash_table_insert (self->rows, GUINT_TO_POINTER (position), row);
    }
}
