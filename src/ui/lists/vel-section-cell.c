/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-section-cell.h"

#include <glib/gi18n.h>

/**
 * VelSectionCell:
 *
 * A card in a list that is divided by headings: the first of each section has
 * the heading above itself. GTK 4.8 knows no headings in lists.
 */
struct _VelSectionCell
{
  VelRowCell            parent_instance;

  const VelRecordsLook *look;
  GListModel           *model;    /* (unowned) (nullable): the list it is in, while it is in a row */
  GtkWidget            *heading;
  VelRowCell           *card;
};

#define HEADED_STYLE "vel-headed"

G_DEFINE_FINAL_TYPE (VelSectionCell, vel_section_cell, VEL_TYPE_ROW_CELL)

/* Whether the row before this one is in another section. */
static gboolean
is_first (VelSectionCell *self,
          guint           position,
          int             section)
{
  g_autoptr(VelRow) before = NULL;
  VelRecord *record;

  if (position == 0)
    return TRUE;
  before = self->model != NULL ? g_list_model_get_item (self->model, position - 1) : NULL;
  record = before != NULL ? vel_row_get_record (before) : NULL;
  return record != NULL && self->look->section (record) != section;
}

static void
fill (VelSectionCell *self,
      VelRow         *row,
      VelRecord      *record)
{
  const int section = self->look->section (record);
  const gboolean headed = is_first (self, vel_row_get_position (row), section);

  if (headed)
    gtk_label_set_label (GTK_LABEL (self->heading), self->look->say_section (section));
  gtk_widget_set_visible (self->heading, headed);
  if (headed)
    gtk_widget_add_css_class (GTK_WIDGET (self), HEADED_STYLE);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), HEADED_STYLE);
}

static void
vel_section_cell_fill (VelRowCell *cell,
                       VelRow     *row,
                       VelRecord  *record)
{
  VelSectionCell *self = VEL_SECTION_CELL (cell);

  vel_row_cell_set_row (self->card, row);
  fill (self, row, record);
}

static void
vel_section_cell_class_init (VelSectionCellClass *klass)
{
  VEL_ROW_CELL_CLASS (klass)->fill = vel_section_cell_fill;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
vel_section_cell_init (VelSectionCell *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->heading), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->heading, "heading");
  gtk_widget_add_css_class (self->heading, "vel-section");
  gtk_widget_set_visible (self->heading, FALSE);
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
}

/**
 * vel_section_cell_new:
 * @look: what the records are, which makes their cards and tells their sections
 *
 * Returns: (transfer floating): a cell that is in no row yet
 */
GtkWidget *
vel_section_cell_new (const VelRecordsLook *look)
{
  VelSectionCell *self = g_object_new (VEL_TYPE_SECTION_CELL, NULL);

  self->look = look;
  self->card = VEL_ROW_CELL (look->new_card ());
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * vel_section_cell_set_model:
 * @self: a cell
 * @model: (nullable): the list of rows that its row is in, which outlives that
 */
void
vel_section_cell_set_model (VelSectionCell *self,
                            GListModel     *model)
{
  g_return_if_fail (VEL_IS_SECTION_CELL (self));

  self->model = model;
}

/**
 * vel_section_cell_refresh:
 * @self: a cell
 *
 * Looks anew whether there is a heading above it: the list has changed, or the day.
 */
void
vel_section_cell_refresh (VelSectionCell *self)
{
  VelRow *row;
  VelRecord *record;

  g_return_if_fail (VEL_IS_SECTION_CELL (self));

  row = vel_row_cell_get_row (VEL_ROW_CELL (self));
  record = vel_row_cell_get_record (VEL_ROW_CELL (self));
  if (row != NULL && record != NULL)
    fill (self, row, record);
}
