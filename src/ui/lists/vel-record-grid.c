/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-record-grid.h"

#include <glib/gi18n.h>

#include "vel-row-cell.h"

/**
 * VelRecordGrid:
 *
 * Records as cards, as many side by side as there is room for.
 */
struct _VelRecordGrid
{
  AdwBin       parent_instance;

  const VelRecordsLook *look;  /* (nullable): until it is given */
  GtkGridView          *view;
};

#define MAX_COLUMNS 12

G_DEFINE_FINAL_TYPE (VelRecordGrid, vel_record_grid, ADW_TYPE_BIN)

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          VelRecordGrid            *self)
{
  gtk_list_item_set_child (item, self->look->new_card ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  vel_row_cell_set_row (VEL_ROW_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  vel_row_cell_set_row (VEL_ROW_CELL (gtk_list_item_get_child (item)), NULL);
}

static void
vel_record_grid_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (vel_record_grid_parent_class)->dispose (object);
}

static void
vel_record_grid_class_init (VelRecordGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vel_record_grid_dispose;
}

static void
vel_record_grid_init (VelRecordGrid *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  self->view = GTK_GRID_VIEW (gtk_grid_view_new (NULL, factory));
  gtk_grid_view_set_max_columns (self->view, MAX_COLUMNS);
  gtk_grid_view_set_enable_rubberband (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "vel-records");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * vel_record_grid_set_look:
 * @self: a grid that has none yet
 * @look: what its records are, which makes their cards
 */
void
vel_record_grid_set_look (VelRecordGrid        *self,
                          const VelRecordsLook *look)
{
  g_return_if_fail (VEL_IS_RECORD_GRID (self));

  self->look = look;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(look->entity->label_many), -1);
}

/**
 * vel_record_grid_set_model:
 * @self: a grid
 * @model: (nullable): the records; %NULL while they are shown elsewhere
 */
void
vel_record_grid_set_model (VelRecordGrid     *self,
                           GtkSelectionModel *model)
{
  g_return_if_fail (VEL_IS_RECORD_GRID (self));

  gtk_grid_view_set_model (self->view, model);
}

/**
 * vel_record_grid_get_view:
 * @self: a grid
 *
 * Returns: (transfer none): the view of GTK in it
 */
GtkWidget *
vel_record_grid_get_view (VelRecordGrid *self)
{
  g_return_val_if_fail (VEL_IS_RECORD_GRID (self), NULL);

  return GTK_WIDGET (self->view);
}
