/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-record-grid.h"

#include <glib/gi18n.h>

#include "vel-day.h"
#include "vel-row-cell.h"
#include "vel-section-cell.h"

/**
 * VelRecordGrid:
 *
 * Records as cards, as many side by side as there is room for; or one below
 * another and under headings, where their look divides them into sections.
 */
struct _VelRecordGrid
{
  AdwBin       parent_instance;

  const VelRecordsLook *look;  /* (nullable): until it is given */
  GtkScrolledWindow    *scrolled;
  GtkWidget            *view;  /* (nullable): likewise */
  GListModel           *model; /* (owned) (nullable) */
  GPtrArray            *cells; /* (owned): those of sections that are in a row */
};

#define MAX_COLUMNS 12

G_DEFINE_FINAL_TYPE (VelRecordGrid, vel_record_grid, ADW_TYPE_BIN)

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          VelRecordGrid            *self)
{
  gtk_list_item_set_child (item, self->look->section != NULL ? vel_section_cell_new (self->look)
                                                             : self->look->new_card ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         VelRecordGrid            *self)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  if (VEL_IS_SECTION_CELL (cell))
    {
      vel_section_cell_set_model (VEL_SECTION_CELL (cell), self->model);
      g_ptr_array_add (self->cells, cell);
    }
  vel_row_cell_set_row (VEL_ROW_CELL (cell), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           VelRecordGrid            *self)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  vel_row_cell_set_row (VEL_ROW_CELL (cell), NULL);
  if (VEL_IS_SECTION_CELL (cell))
    g_ptr_array_remove_fast (self->cells, cell);
}

/* Who stands before whom has changed, or what day it is. */
static void
refresh_sections (VelRecordGrid *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    vel_section_cell_refresh (g_ptr_array_index (self->cells, i));
}

static void
vel_record_grid_dispose (GObject *object)
{
  VelRecordGrid *self = VEL_RECORD_GRID (object);

  if (self->look != NULL)
    vel_record_grid_set_model (self, NULL);
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (vel_record_grid_parent_class)->dispose (object);
}

static void
vel_record_grid_finalize (GObject *object)
{
  g_clear_pointer (&VEL_RECORD_GRID (object)->cells, g_ptr_array_unref);

  G_OBJECT_CLASS (vel_record_grid_parent_class)->finalize (object);
}

static void
vel_record_grid_class_init (VelRecordGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vel_record_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = vel_record_grid_finalize;
}

static void
vel_record_grid_init (VelRecordGrid *self)
{
  self->cells = g_ptr_array_new ();
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scrolled));
}

static GtkListItemFactory *
new_factory (VelRecordGrid *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  return factory;
}

static GtkWidget *
new_grid (VelRecordGrid *self)
{
  GtkWidget *view = gtk_grid_view_new (NULL, new_factory (self));

  gtk_grid_view_set_max_columns (GTK_GRID_VIEW (view), MAX_COLUMNS);
  gtk_grid_view_set_enable_rubberband (GTK_GRID_VIEW (view), TRUE);
  gtk_widget_add_css_class (view, "vel-records");
  return view;
}

static GtkWidget *
new_sections (VelRecordGrid *self)
{
  GtkWidget *view = gtk_list_view_new (NULL, new_factory (self));

  gtk_widget_add_css_class (view, "vel-sections");
  g_signal_connect_object (vel_day_get_default (), "changed", G_CALLBACK (refresh_sections), self, G_CONNECT_SWAPPED);
  return view;
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
  g_return_if_fail (self->look == NULL);

  self->look = look;
  self->view = look->section != NULL ? new_sections (self) : new_grid (self);
  gtk_scrolled_window_set_child (self->scrolled, self->view);
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

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, refresh_sections, self);
  g_set_object (&self->model, G_LIST_MODEL (model));
  g_object_set (self->view, "model", model, NULL);
  /* After the view, whose rows know by then where they stand. */
  if (model != NULL && self->look->section != NULL)
    g_signal_connect_object (model, "items-changed", G_CALLBACK (refresh_sections), self,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
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

  return self->view;
}
