/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-import-list.h"

#include <glib/gi18n.h>

/**
 * VelImportList:
 *
 * What a report lists, the first few at once and the rest as the user asks for
 * them: a hundred thousand rows may be rejected.
 */
struct _VelImportList
{
  AdwBin            parent_instance;

  VelImportReport  *report;    /* (not owned) (nullable) */
  guint             n_items;
  guint             n_shown;
  VelImportMakeRow  make_row;

  GtkListBox       *list;
  GtkWidget        *more;      /* (nullable): the row that shows more, while there is more */
};

G_DEFINE_FINAL_TYPE (VelImportList, vel_import_list, ADW_TYPE_BIN)

#define FIRST_ROWS 5
#define MORE_ROWS 50

static void
add_more_row (VelImportList *self)
{
  const guint n = MIN (self->n_items - self->n_shown, MORE_ROWS);
  g_autofree char *text = g_strdup_printf (ngettext ("Show %u more", "Show %u more", n), n);
  GtkWidget *label = gtk_label_new (text);

  self->more = gtk_list_box_row_new ();
  gtk_widget_add_css_class (self->more, "vel-import-more");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->more), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (self->list, self->more);
}

static void
add_rows (VelImportList *self,
          guint          n)
{
  const guint end = MIN (self->n_shown + n, self->n_items);

  if (self->more != NULL)
    gtk_list_box_remove (self->list, self->more);
  self->more = NULL;
  while (self->n_shown < end)
    gtk_list_box_append (self->list, self->make_row (self->report, self->n_shown++));
  if (self->n_shown < self->n_items)
    add_more_row (self);
}

static void
row_activated_cb (VelImportList *self,
                  GtkListBoxRow *row)
{
  const guint first = self->n_shown;

  if (GTK_WIDGET (row) != self->more)
    return;
  add_rows (self, MORE_ROWS);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, first)));
}

static void
vel_import_list_class_init (VelImportListClass *klass)
{
}

static void
vel_import_list_init (VelImportList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

/**
 * vel_import_list_show:
 * @self: a list
 * @report: (nullable): what it shows a part of; must live until it shows another
 * @n_items: how many rows there are
 * @make_row: (nullable): makes a row
 */
void
vel_import_list_show (VelImportList    *self,
                      VelImportReport  *report,
                      guint             n_items,
                      VelImportMakeRow  make_row)
{
  GtkListBoxRow *row;

  g_return_if_fail (VEL_IS_IMPORT_LIST (self));

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->report = report;
  self->n_items = n_items;
  self->n_shown = 0;
  self->make_row = make_row;
  self->more = NULL;
  add_rows (self, FIRST_ROWS);
}
