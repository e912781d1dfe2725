/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-customers-list.h"

#include <glib/gi18n.h>

#include "vel-customer.h"
#include "vel-field-cell.h"
#include "vel-name-cell.h"

/**
 * VelCustomersList:
 *
 * The customers as a table. Which columns there are, in which order and how
 * wide, is kept in the settings and follows them. A click on a header asks
 * for another order by #VelCustomersList::sorted: the book sorts, not the view.
 */
struct _VelCustomersList
{
  AdwBin             parent_instance;

  GtkColumnView     *view;
  GSettings         *settings;  /* (owned) */
  VelEntityFields *fields;    /* (owned) (nullable) */
  GPtrArray         *columns;   /* (owned) (element-type Column): all that were ever shown */

  const char        *asked;     /* (nullable): the field of the column that was asked to compare */
  guint              saving;    /* until widths are written */
  guint              saving_columns;
  gboolean           narrow;
  gboolean           arranging; /* whether the columns are being changed from here */
};

/* A column and the field it shows; GTK 4.8 has no id for a column. */
typedef struct
{
  VelCustomersList    *list;
  char                *field;   /* (owned) */
  GtkColumnViewColumn *column;  /* (owned) */
} Column;

enum { SORTED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* So long after the last move of the pointer the widths are written, in milliseconds. */
#define SAVE_DELAY_MS 400

G_DEFINE_FINAL_TYPE (VelCustomersList, vel_customers_list, ADW_TYPE_BIN)

static void
free_column (gpointer data)
{
  Column *column = data;

  g_signal_handlers_disconnect_by_data (column->column, column->list);
  g_object_unref (column->column);
  g_free (column->field);
  g_free (column);
}

static Column *
find_column (VelCustomersList    *self,
             const char          *field,
             GtkColumnViewColumn *which)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = g_ptr_array_index (self->columns, i);

      if (column->column == which || g_strcmp0 (column->field, field) == 0)
        return column;
    }
  return NULL;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          Column                   *column)
{
  const gboolean is_name = g_str_equal (column->field, "name");

  gtk_list_item_set_child (item, is_name ? vel_name_cell_new ()
                                         : vel_field_cell_new (&vel_customer_entity, column->field));
  /* Rows are clicked, not cells: in GTK 4.8 a click with Ctrl would count for both, and so for nothing. */
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
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

/* Nothing is compared here: the sorter of the view asks that of its first
 * column first, which is how to learn which one that is. */
static int
probe (gconstpointer a,
       gconstpointer b,
       gpointer      data)
{
  Column *column = data;

  column->list->asked = column->field;
  return -1;
}

static void
order_changed_cb (VelCustomersList *self)
{
  GtkOrdering ordering;

  if (self->arranging)
    return;
  self->asked = NULL;
  ordering = gtk_sorter_compare (gtk_column_view_get_sorter (self->view), self, self->view);
  if (self->asked != NULL)
    g_signal_emit (self, signals[SORTED], 0, self->asked, ordering == GTK_ORDERING_LARGER);
}

static gboolean
save_widths_cb (gpointer data)
{
  VelCustomersList *self = data;
  GVariantBuilder builder;

  self->saving = 0;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{si}"));
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = g_ptr_array_index (self->columns, i);
      const int width = gtk_column_view_column_get_fixed_width (column->column);

      if (width > 0)
        g_variant_builder_add (&builder, "{si}", column->field, width);
    }
  g_settings_set_value (self->settings, "customers-column-widths", g_variant_builder_end (&builder));
  return G_SOURCE_REMOVE;
}

static void
width_changed_cb (VelCustomersList    *self,
                  GParamSpec          *pspec,
                  GtkColumnViewColumn *column)
{
  /* With room to spare it would become wider than the user has made it. */
  if (gtk_column_view_column_get_fixed_width (column) > 0)
    gtk_column_view_column_set_expand (column, FALSE);
  g_clear_handle_id (&self->saving, g_source_remove);
  self->saving = g_timeout_add (SAVE_DELAY_MS, save_widths_cb, self);
}

/* What can be done with a column, where the pointer is. */
static GMenuModel *
make_header_menu (const char *field)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) order = g_menu_new ();
  g_autoptr(GMenu) place = g_menu_new ();
  g_autofree char *up = g_action_print_detailed_name ("records.sort", g_variant_new ("(sb)", field, FALSE));
  g_autofree char *down = g_action_print_detailed_name ("records.sort", g_variant_new ("(sb)", field, TRUE));
  g_autofree char *left = g_action_print_detailed_name ("records.move-column", g_variant_new ("(si)", field, -1));
  g_autofree char *right = g_action_print_detailed_name ("records.move-column", g_variant_new ("(si)", field, 1));
  g_autofree char *hide = g_action_print_detailed_name ("records.hide-column", g_variant_new_string (field));

  g_menu_append (order, _("Sort _ascending"), up);
  g_menu_append (order, _("Sort _descending"), down);
  g_menu_append (place, _("Move to the _left"), left);
  g_menu_append (place, _("Move to the _right"), right);
  if (!g_str_equal (field, "name"))
    g_menu_append (place, _("_Hide column"), hide);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (place));
  return G_MENU_MODEL (menu);
}

static Column *
make_column (VelCustomersList *self,
             VelListedField   *field)
{
  Column *column = g_new0 (Column, 1);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GVariant) widths = g_settings_get_value (self->settings, "customers-column-widths");
  g_autoptr(GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (probe, column, NULL));
  g_autoptr(GMenuModel) menu = make_header_menu (vel_listed_field_get_name (field));
  int width;

  column->list = self;
  column->field = g_strdup (vel_listed_field_get_name (field));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  column->column = gtk_column_view_column_new (vel_listed_field_get_label (field), factory);
  gtk_column_view_column_set_resizable (column->column, TRUE);
  gtk_column_view_column_set_sorter (column->column, sorter);
  gtk_column_view_column_set_header_menu (column->column, menu);
  if (g_variant_lookup (widths, column->field, "i", &width) && width > 0)
    gtk_column_view_column_set_fixed_width (column->column, width);
  else
    gtk_column_view_column_set_expand (column->column, TRUE);
  g_signal_connect_swapped (column->column, "notify::fixed-width", G_CALLBACK (width_changed_cb), self);
  g_ptr_array_add (self->columns, column);
  return column;
}

/* The columns that the settings name, of those that there are; the name is always one of them. */
static GPtrArray *
get_wanted (VelCustomersList *self)
{
  g_auto(GStrv) names = g_settings_get_strv (self->settings, "customers-columns");
  GPtrArray *wanted = g_ptr_array_new ();

  if (!g_strv_contains ((const char * const *) names, "name"))
    g_ptr_array_add (wanted, vel_entity_fields_find (self->fields, "name"));
  for (guint i = 0; names[i] != NULL; i++)
    {
      VelListedField *field = vel_entity_fields_find (self->fields, names[i]);

      if (field != NULL && vel_listed_field_has (field, VEL_FIELD_COLUMN) && !g_ptr_array_find (wanted, field, NULL))
        g_ptr_array_add (wanted, field);
    }
  return wanted;
}

/* In a narrow window the name has the room, and one more column: the status if it is shown. */
static void
show_narrow (VelCustomersList *self)
{
  GListModel *shown = gtk_column_view_get_columns (self->view);
  const char *second = find_column (self, "status", NULL) != NULL ? "status" : NULL;

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr(GtkColumnViewColumn) which = g_list_model_get_item (shown, i);
      Column *column = find_column (self, NULL, which);

      const gboolean is_name = g_str_equal (column->field, "name");

      gtk_column_view_column_set_visible (which, !self->narrow || is_name || g_strcmp0 (column->field, second) == 0);
      if (gtk_column_view_column_get_fixed_width (which) <= 0)
        gtk_column_view_column_set_expand (which, !self->narrow || is_name);
    }
}

static void
arrange_columns (VelCustomersList *self)
{
  GListModel *shown = gtk_column_view_get_columns (self->view);
  g_autoptr(GPtrArray) wanted = NULL;

  if (self->fields == NULL || self->arranging || self->saving_columns != 0)
    return;
  self->arranging = TRUE;
  wanted = get_wanted (self);
  for (guint i = 0; i < wanted->len; i++)
    {
      VelListedField *field = g_ptr_array_index (wanted, i);
      Column *column = find_column (self, vel_listed_field_get_name (field), NULL);
      g_autoptr(GtkColumnViewColumn) there = g_list_model_get_item (shown, i);

      if (column == NULL)
        column = make_column (self, field);
      if (column->column != there)
        gtk_column_view_insert_column (self->view, i, column->column);
    }
  while (g_list_model_get_n_items (shown) > wanted->len)
    {
      g_autoptr(GtkColumnViewColumn) last = g_list_model_get_item (shown, wanted->len);

      gtk_column_view_remove_column (self->view, last);
    }
  show_narrow (self);
  self->arranging = FALSE;
}

static gboolean
save_columns_cb (gpointer data)
{
  VelCustomersList *self = data;
  GListModel *shown = gtk_column_view_get_columns (self->view);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) names = NULL;

  self->saving_columns = 0;
  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr(GtkColumnViewColumn) which = g_list_model_get_item (shown, i);

      g_strv_builder_add (builder, find_column (self, NULL, which)->field);
    }
  names = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "customers-columns", (const char * const *) names);
  return G_SOURCE_REMOVE;
}

/* The user has dragged a header: GTK takes the column out, then puts it in again. */
static void
columns_changed_cb (VelCustomersList *self)
{
  if (!self->arranging && self->saving_columns == 0)
    self->saving_columns = g_idle_add (save_columns_cb, self);
}

static void
vel_customers_list_dispose (GObject *object)
{
  VelCustomersList *self = VEL_CUSTOMERS_LIST (object);

  if (self->saving != 0)
    {
      g_source_remove (self->saving);
      save_widths_cb (self);
    }
  g_clear_handle_id (&self->saving_columns, g_source_remove);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (gtk_column_view_get_columns (self->view), self);
  self->view = NULL;
  /* A view that goes away takes its columns out one by one. */
  self->arranging = TRUE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->fields);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (vel_customers_list_parent_class)->dispose (object);
}

static void
vel_customers_list_finalize (GObject *object)
{
  g_clear_pointer (&VEL_CUSTOMERS_LIST (object)->columns, g_ptr_array_unref);

  G_OBJECT_CLASS (vel_customers_list_parent_class)->finalize (object);
}

static void
vel_customers_list_class_init (VelCustomersListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vel_customers_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = vel_customers_list_finalize;

  /**
   * VelCustomersList::sorted:
   * @self: a table
   * @field: the name of a field
   * @descending: whether from the greatest to the least
   *
   * The user has clicked on a header, and wants another order.
   */
  signals[SORTED] = g_signal_new ("sorted", VEL_TYPE_CUSTOMERS_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
vel_customers_list_init (VelCustomersList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->settings = g_settings_new (APPLICATION_ID);
  self->columns = g_ptr_array_new_with_free_func (free_column);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_enable_rubberband (self->view, TRUE);
  gtk_column_view_set_reorderable (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "vel-customers");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Customers"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scrolled);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (order_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (gtk_column_view_get_columns (self->view), "items-changed",
                            G_CALLBACK (columns_changed_cb), self);
  g_signal_connect_object (self->settings, "changed::customers-columns", G_CALLBACK (arrange_columns),
                           self, G_CONNECT_SWAPPED);
}

/**
 * vel_customers_list_set_fields:
 * @self: a table
 * @fields: what its columns may show
 */
void
vel_customers_list_set_fields (VelCustomersList  *self,
                               VelEntityFields *fields)
{
  g_return_if_fail (VEL_IS_CUSTOMERS_LIST (self));
  g_return_if_fail (self->fields == NULL);

  self->fields = g_object_ref (fields);
  g_signal_connect_object (fields, "items-changed", G_CALLBACK (arrange_columns), self, G_CONNECT_SWAPPED);
  arrange_columns (self);
}

/**
 * vel_customers_list_set_model:
 * @self: a table
 * @model: (nullable): the customers; %NULL while they are shown elsewhere
 */
void
vel_customers_list_set_model (VelCustomersList  *self,
                              GtkSelectionModel *model)
{
  g_return_if_fail (VEL_IS_CUSTOMERS_LIST (self));

  gtk_column_view_set_model (self->view, model);
}

/**
 * vel_customers_list_set_order:
 * @self: a table
 * @field: the field by which the customers are ordered
 * @descending: whether from the greatest to the least
 *
 * Shows the order in the header, where the field has a column.
 */
void
vel_customers_list_set_order (VelCustomersList *self,
                              const char       *field,
                              gboolean          descending)
{
  Column *column;

  g_return_if_fail (VEL_IS_CUSTOMERS_LIST (self));

  column = find_column (self, field, NULL);
  self->arranging = TRUE;
  gtk_column_view_sort_by_column (self->view, column != NULL ? column->column : NULL,
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->arranging = FALSE;
}

/**
 * vel_customers_list_set_narrow:
 * @self: a table
 * @narrow: whether there is room for no more than two columns
 */
void
vel_customers_list_set_narrow (VelCustomersList *self,
                               gboolean          narrow)
{
  g_return_if_fail (VEL_IS_CUSTOMERS_LIST (self));

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  show_narrow (self);
}

/**
 * vel_customers_list_get_view:
 * @self: a table
 *
 * Returns: (transfer none): the view of GTK in it
 */
GtkWidget *
vel_customers_list_get_view (VelCustomersList *self)
{
  g_return_val_if_fail (VEL_IS_CUSTOMERS_LIST (self), NULL);

  return GTK_WIDGET (self->view);
}
