/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-record-table.h"

#include <glib/gi18n.h>

#include "vel-field-cell.h"
#include "vel-name-cell.h"

/**
 * VelRecordTable:
 *
 * Records as a table. Which columns there are, in which order and how wide, is
 * kept in the settings and follows them. A click on a header asks
 * for another order by #VelRecordTable::sorted: the book sorts, not the view.
 */
struct _VelRecordTable
{
  AdwBin             parent_instance;

  GtkColumnView     *view;
  const VelRecordsLook *look;   /* (nullable): until it is given */
  GSettings         *settings;  /* (owned) (nullable) */
  VelEntityFields   *fields;    /* (owned) (nullable) */
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
  VelRecordTable    *list;
  char                *field;   /* (owned) */
  GtkColumnViewColumn *column;  /* (owned) */
} Column;

enum { SORTED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* So long after the last move of the pointer the widths are written, in milliseconds. */
#define SAVE_DELAY_MS 400

G_DEFINE_FINAL_TYPE (VelRecordTable, vel_record_table, ADW_TYPE_BIN)

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
find_column (VelRecordTable      *self,
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

/* The first column of a row, which has all that its name tells. */
static gboolean
is_name (VelRecordTable *self,
         const char     *field)
{
  return g_str_equal (field, self->look->entity->name_field);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          Column                   *column)
{
  VelRecordTable *self = column->list;

  gtk_list_item_set_child (item, is_name (self, column->field) ? vel_name_cell_new (self->look)
                                                               : vel_field_cell_new (self->look->entity, column->field));
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
order_changed_cb (VelRecordTable *self)
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
  VelRecordTable *self = data;
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
  g_settings_set_value (self->settings, "column-widths", g_variant_builder_end (&builder));
  return G_SOURCE_REMOVE;
}

static void
width_changed_cb (VelRecordTable      *self,
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
make_header_menu (VelRecordTable *self,
                  const char     *field)
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
  if (!is_name (self, field))
    g_menu_append (place, _("_Hide column"), hide);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (place));
  return G_MENU_MODEL (menu);
}

static Column *
make_column (VelRecordTable *self,
             VelListedField *field)
{
  Column *column = g_new0 (Column, 1);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GVariant) widths = g_settings_get_value (self->settings, "column-widths");
  g_autoptr(GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (probe, column, NULL));
  g_autoptr(GMenuModel) menu = make_header_menu (self, vel_listed_field_get_name (field));
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
get_wanted (VelRecordTable *self)
{
  g_auto(GStrv) names = g_settings_get_strv (self->settings, "columns");
  GPtrArray *wanted = g_ptr_array_new ();

  if (!g_strv_contains ((const char * const *) names, self->look->entity->name_field))
    g_ptr_array_add (wanted, vel_entity_fields_find (self->fields, self->look->entity->name_field));
  for (guint i = 0; names[i] != NULL; i++)
    {
      VelListedField *field = vel_entity_fields_find (self->fields, names[i]);

      if (field != NULL && vel_listed_field_has (field, VEL_FIELD_COLUMN) && !g_ptr_array_find (wanted, field, NULL))
        g_ptr_array_add (wanted, field);
    }
  return wanted;
}

/* In a narrow window the name has the room, and one more column if it is shown. */
static void
show_narrow (VelRecordTable *self)
{
  GListModel *shown = gtk_column_view_get_columns (self->view);
  const char *second = self->look->narrow_field;

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr(GtkColumnViewColumn) which = g_list_model_get_item (shown, i);
      Column *column = find_column (self, NULL, which);
      const gboolean name = is_name (self, column->field);

      gtk_column_view_column_set_visible (which, !self->narrow || name || g_str_equal (column->field, second));
      if (gtk_column_view_column_get_fixed_width (which) <= 0)
        gtk_column_view_column_set_expand (which, !self->narrow || name);
    }
}

static GtkWidget *
find_label (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *label = find_label (child);

      if (label != NULL)
        return label;
    }
  return NULL;
}

/* Numbers stand at the right, and so does what stands above them; GTK 4.8 has no
 * property for it, so the titles are looked up where they are drawn. */
static void
align_headers (VelRecordTable *self)
{
  GListModel *shown = gtk_column_view_get_columns (self->view);
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; i < g_list_model_get_n_items (shown) && title != NULL; i++)
    {
      g_autoptr(GtkColumnViewColumn) which = g_list_model_get_item (shown, i);
      const char *name = find_column (self, NULL, which)->field;
      const VelField *field = vel_entity_find_field (self->look->entity, name);
      GtkWidget *label = find_label (title);

      if (label != NULL && vel_field_cell_is_number (field))
        {
          gtk_widget_set_hexpand (label, TRUE);
          gtk_label_set_xalign (GTK_LABEL (label), 1.0);
        }
      title = gtk_widget_get_next_sibling (title);
    }
}

static void
arrange_columns (VelRecordTable *self)
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
  align_headers (self);
  self->arranging = FALSE;
}

static gboolean
save_columns_cb (gpointer data)
{
  VelRecordTable *self = data;
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
  g_settings_set_strv (self->settings, "columns", (const char * const *) names);
  return G_SOURCE_REMOVE;
}

/* The user has dragged a header: GTK takes the column out, then puts it in again. */
static void
columns_changed_cb (VelRecordTable *self)
{
  if (!self->arranging && self->saving_columns == 0)
    self->saving_columns = g_idle_add (save_columns_cb, self);
}

static void
vel_record_table_dispose (GObject *object)
{
  VelRecordTable *self = VEL_RECORD_TABLE (object);

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

  G_OBJECT_CLASS (vel_record_table_parent_class)->dispose (object);
}

static void
vel_record_table_finalize (GObject *object)
{
  g_clear_pointer (&VEL_RECORD_TABLE (object)->columns, g_ptr_array_unref);

  G_OBJECT_CLASS (vel_record_table_parent_class)->finalize (object);
}

static void
vel_record_table_class_init (VelRecordTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vel_record_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = vel_record_table_finalize;

  /**
   * VelRecordTable::sorted:
   * @self: a table
   * @field: the name of a field
   * @descending: whether from the greatest to the least
   *
   * The user has clicked on a header, and wants another order.
   */
  signals[SORTED] = g_signal_new ("sorted", VEL_TYPE_RECORD_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
vel_record_table_init (VelRecordTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->columns = g_ptr_array_new_with_free_func (free_column);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_enable_rubberband (self->view, TRUE);
  gtk_column_view_set_reorderable (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "vel-records");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scrolled);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (order_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (gtk_column_view_get_columns (self->view), "items-changed",
                            G_CALLBACK (columns_changed_cb), self);
}

/**
 * vel_record_table_set_look:
 * @self: a table that has none yet
 * @look: what its records are
 * @settings: where its columns are kept
 */
void
vel_record_table_set_look (VelRecordTable       *self,
                           const VelRecordsLook *look,
                           GSettings            *settings)
{
  g_return_if_fail (VEL_IS_RECORD_TABLE (self));
  g_return_if_fail (self->look == NULL);

  self->look = look;
  self->settings = g_object_ref (settings);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(look->entity->label_many), -1);
  g_signal_connect_object (settings, "changed::columns", G_CALLBACK (arrange_columns), self, G_CONNECT_SWAPPED);
}

/**
 * vel_record_table_set_fields:
 * @self: a table that has a look
 * @fields: what its columns may show
 */
void
vel_record_table_set_fields (VelRecordTable  *self,
                             VelEntityFields *fields)
{
  g_return_if_fail (VEL_IS_RECORD_TABLE (self));
  g_return_if_fail (self->fields == NULL);

  self->fields = g_object_ref (fields);
  g_signal_connect_object (fields, "items-changed", G_CALLBACK (arrange_columns), self, G_CONNECT_SWAPPED);
  arrange_columns (self);
}

/**
 * vel_record_table_set_model:
 * @self: a table
 * @model: (nullable): the records; %NULL while they are shown elsewhere
 */
void
vel_record_table_set_model (VelRecordTable    *self,
                            GtkSelectionModel *model)
{
  g_return_if_fail (VEL_IS_RECORD_TABLE (self));

  gtk_column_view_set_model (self->view, model);
}

/**
 * vel_record_table_set_order:
 * @self: a table
 * @field: the field by which the records are ordered
 * @descending: whether from the greatest to the least
 *
 * Shows the order in the header, where the field has a column.
 */
void
vel_record_table_set_order (VelRecordTable *self,
                            const char     *field,
                            gboolean        descending)
{
  Column *column;

  g_return_if_fail (VEL_IS_RECORD_TABLE (self));

  column = find_column (self, field, NULL);
  self->arranging = TRUE;
  gtk_column_view_sort_by_column (self->view, column != NULL ? column->column : NULL,
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->arranging = FALSE;
}

/**
 * vel_record_table_set_narrow:
 * @self: a table
 * @narrow: whether there is room for no more than two columns
 */
void
vel_record_table_set_narrow (VelRecordTable *self,
                             gboolean        narrow)
{
  g_return_if_fail (VEL_IS_RECORD_TABLE (self));

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  show_narrow (self);
}

/**
 * vel_record_table_get_view:
 * @self: a table
 *
 * Returns: (transfer none): the view of GTK in it
 */
GtkWidget *
vel_record_table_get_view (VelRecordTable *self)
{
  g_return_val_if_fail (VEL_IS_RECORD_TABLE (self), NULL);

  return GTK_WIDGET (self->view);
}
