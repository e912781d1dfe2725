/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-row-cell.h"

/**
 * VelRowCell:
 *
 * A widget in a list that shows something of the record of a #VelRow. It
 * follows the row, which points to another record when the list shows
 * something else there, and the record, which changes when it is edited; a
 * subclass only fills itself. A list has a thousand of them, so the two
 * handlers are connected by hand and not by two more objects.
 */
typedef struct
{
  VelRow    *row;     /* (owned) (nullable) */
  VelRecord *record;  /* (owned) (nullable): the one it shows */
} VelRowCellPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (VelRowCell, vel_row_cell, GTK_TYPE_WIDGET)

static void
fill (VelRowCell *self)
{
  VelRowCellPrivate *priv = vel_row_cell_get_instance_private (self);

  /* A record that has gone is shown as it was until the list follows. */
  if (priv->record != NULL)
    VEL_ROW_CELL_GET_CLASS (self)->fill (self, priv->row, priv->record);
}

static void
take_record (VelRowCell *self,
             VelRecord  *record)
{
  VelRowCellPrivate *priv = vel_row_cell_get_instance_private (self);

  if (priv->record == record)
    return;
  if (priv->record != NULL)
    g_signal_handlers_disconnect_by_data (priv->record, self);
  g_set_object (&priv->record, record);
  if (record != NULL)
    g_signal_connect_swapped (record, "notify", G_CALLBACK (fill), self);
}

static void
row_notify_cb (VelRowCell *self)
{
  VelRowCellPrivate *priv = vel_row_cell_get_instance_private (self);

  take_record (self, vel_row_get_record (priv->row));
  fill (self);
}

static void
vel_row_cell_dispose (GObject *object)
{
  GtkWidget *child;

  vel_row_cell_set_row (VEL_ROW_CELL (object), NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (vel_row_cell_parent_class)->dispose (object);
}

static void
vel_row_cell_class_init (VelRowCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vel_row_cell_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
vel_row_cell_init (VelRowCell *self)
{
}

/**
 * vel_row_cell_set_row:
 * @self: a cell
 * @row: (nullable): the row that it is in
 */
void
vel_row_cell_set_row (VelRowCell *self,
                      VelRow     *row)
{
  VelRowCellPrivate *priv = vel_row_cell_get_instance_private (self);

  g_return_if_fail (VEL_IS_ROW_CELL (self));

  if (priv->row == row)
    return;
  if (priv->row != NULL)
    g_signal_handlers_disconnect_by_data (priv->row, self);
  g_set_object (&priv->row, row);
  if (row == NULL)
    {
      take_record (self, NULL);
      return;
    }
  g_signal_connect_swapped (row, "notify::record", G_CALLBACK (row_notify_cb), self);
  g_signal_connect_swapped (row, "notify::indirect", G_CALLBACK (row_notify_cb), self);
  row_notify_cb (self);
}

/**
 * vel_row_cell_get_row:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): the row that it is in
 */
VelRow *
vel_row_cell_get_row (VelRowCell *self)
{
  VelRowCellPrivate *priv = vel_row_cell_get_instance_private (self);

  g_return_val_if_fail (VEL_IS_ROW_CELL (self), NULL);

  return priv->row;
}

/**
 * vel_row_cell_get_record:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): the record that it shows
 */
VelRecord *
vel_row_cell_get_record (VelRowCell *self)
{
  VelRowCellPrivate *priv = vel_row_cell_get_instance_private (self);

  g_return_val_if_fail (VEL_IS_ROW_CELL (self), NULL);

  return priv->record;
}

static VelRow *
find_below (GtkWidget *widget)
{
  VelRow *row = VEL_IS_ROW_CELL (widget) ? vel_row_cell_get_row (VEL_ROW_CELL (widget)) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && row == NULL;
       child = gtk_widget_get_next_sibling (child))
    row = find_below (child);
  return row;
}

/**
 * vel_row_cell_find_row:
 * @widget: (nullable): a widget, such as that under the pointer or that with the focus
 *
 * Returns: (transfer none) (nullable): the row of a list that it belongs to
 */
VelRow *
vel_row_cell_find_row (GtkWidget *widget)
{
  /* GTK's own widget for a row lies between the cells and the list. */
  while (widget != NULL)
    {
      GtkWidget *parent = gtk_widget_get_parent (widget);

      if (GTK_IS_LIST_VIEW (parent) || GTK_IS_GRID_VIEW (parent))
        return find_below (widget);
      widget = parent;
    }
  return NULL;
}
