/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-customers-page-private.h"

#include "vel-customer.h"
#include "vel-first-rows.h"

/**
 * VelCustomersPage:
 *
 * The customers of a book, as a table or as cards: one query, one list and one
 * selection, whichever way they are shown. What the user types, filters and
 * sorts by becomes the query; the list follows it and the book.
 */

enum { PROP_0, PROP_BOOK, PROP_SHOW_SIDEBAR_BUTTON, PROP_NARROW, N_PROPS };

static GParamSpec *properties[N_PROPS];

enum { CUSTOMER_ACTIVATED, FILTER_SAVED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* With fewer letters than this side by side, the page is narrow. */
#define NARROW_CHARS 90

/* No screen is narrower, in pixels. */
#define MIN_WIDTH 300

G_DEFINE_FINAL_TYPE (VelCustomersPage, vel_customers_page, ADW_TYPE_BIN)

/* Whether the customers are shown as cards. */
gboolean
vel_customers_page_is_cards (VelCustomersPage *self)
{
  return g_settings_get_enum (self->settings, "customers-view") == 1;
}

/* The view in which the customers are shown now. */
GtkWidget *
vel_customers_page_get_view (VelCustomersPage *self)
{
  return vel_customers_page_is_cards (self) ? vel_customers_grid_get_view (self->grid) : vel_customers_list_get_view (self->list);
}

/* What is searched for, "" for nothing. */
const char *
vel_customers_page_get_search (VelCustomersPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

/* Whether perhaps not all customers are asked for. */
gboolean
vel_customers_page_is_filtered (VelCustomersPage *self)
{
  return self->filter->children->len > 0 || *vel_customers_page_get_search (self) != '\0';
}

/* What the page is to show. */
VelQuery *
vel_customers_page_make_query (VelCustomersPage *self)
{
  const gboolean is_usual = g_str_equal (self->order, "name") && !self->descending;

  /* The usual order has no name, for it is the fastest. */
  return vel_query_new (&vel_customer_entity, self->filter->children->len > 0 ? self->filter : NULL,
                        vel_customers_page_get_search (self), is_usual ? NULL : self->order, self->descending);
}

/* Asks the book for what the page is to show; what was asked before is given up. */
void
vel_customers_page_ask (VelCustomersPage *self)
{
  g_autoptr(VelQuery) query = NULL;

  if (self->model == NULL)
    return;
  query = vel_customers_page_make_query (self);
  if (vel_query_same_base (query, vel_query_model_get_query (self->model)) &&
      g_strcmp0 (query->search, vel_query_model_get_query (self->model)->search) == 0)
    return;
  vel_query_model_set_query (self->model, query);
  vel_customers_page_update_actions (self);
  vel_customers_page_focus_row (self, 0);
}

/* Only the view that is seen has the model, and pays for it. */
static void
view_changed_cb (VelCustomersPage *self)
{
  GtkSelectionModel *model = self->selection != NULL ? GTK_SELECTION_MODEL (self->selection) : NULL;

  vel_customers_list_set_model (self->list, vel_customers_page_is_cards (self) ? NULL : model);
  vel_customers_grid_set_model (self->grid, vel_customers_page_is_cards (self) ? model : NULL);
  if (self->model != NULL)
    vel_customers_page_show_state (self);
}

/* Orders the customers by a field. */
void
vel_customers_page_set_order (VelCustomersPage *self,
                              const char       *field,
                              gboolean          descending)
{
  g_autofree char *copy = g_strdup (field);

  g_free (self->order);
  self->order = g_steal_pointer (&copy);
  self->descending = descending;
  vel_customers_list_set_order (self->list, self->order, descending);
  vel_customers_page_ask (self);
}

static void
sort_setting_changed_cb (VelCustomersPage *self)
{
  g_autofree char *sort = g_settings_get_string (self->settings, "customers-sort");
  const gboolean descending = *sort == '-';
  const char *field = sort + descending;

  if (*field == '\0' || (self->fields != NULL && vel_entity_fields_find (self->fields, field) == NULL))
    field = "name";
  vel_customers_page_set_order (self, field, descending);
}

static void
sorted_cb (VelCustomersPage *self,
           const char       *field,
           gboolean          descending)
{
  g_autofree char *sort = g_strconcat (descending ? "-" : "", field, NULL);

  g_settings_set_string (self->settings, "customers-sort", sort);
  vel_customers_page_set_order (self, field, descending);
}

static void
search_changed_cb (VelCustomersPage *self)
{
  /* This is told a moment late, when Enter may have been hit already. */
  if (g_strcmp0 (self->opening_search, vel_customers_page_get_search (self)) != 0)
    vel_customers_page_open_none (self);
  vel_customers_page_ask (self);
}

static void
search_stopped_cb (VelCustomersPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  vel_customers_page_focus_view (self);
}

static void
search_activated_cb (VelCustomersPage *self)
{
  vel_customers_page_open_best (self);
}

static gboolean
search_key_pressed_cb (VelCustomersPage *self,
                       guint             key,
                       guint             code,
                       GdkModifierType   state)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  vel_customers_page_focus_view (self);
  return GDK_EVENT_STOP;
}

/* Tells that a customer is to be opened. */
void
vel_customers_page_activate (VelCustomersPage *self,
                             gint64            id)
{
  if (id != 0)
    g_signal_emit (self, signals[CUSTOMER_ACTIVATED], 0, id);
}

static gboolean
width_idle_cb (gpointer data)
{
  VelCustomersPage *self = data;

  self->width_idle = 0;
  self->narrow = !self->narrow;
  vel_customers_list_set_narrow (self->list, self->narrow);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  return G_SOURCE_REMOVE;
}

static void
vel_customers_page_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  if (child != NULL)
    gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
  /* With less room than it needs now it becomes narrow, and needs less. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, MIN_WIDTH);
}

/* Columns may not come and go while places are being given out, so they do right after. */
static void
vel_customers_page_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  VelCustomersPage *self = VEL_CUSTOMERS_PAGE (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  const int chars = width * PANGO_SCALE / MAX (pango_font_metrics_get_approximate_char_width (metrics), 1);
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  int minimum;

  pango_font_metrics_unref (metrics);
  if (child != NULL)
    {
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_size_allocate (child, &(GtkAllocation) { 0, 0, MAX (width, minimum), height }, baseline);
    }
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  if ((chars < NARROW_CHARS) == self->narrow)
    g_clear_handle_id (&self->width_idle, g_source_remove);
  else if (self->width_idle == 0)
    self->width_idle = g_idle_add_full (GDK_PRIORITY_EVENTS, width_idle_cb, self, NULL);
}

static void
vel_customers_page_dispose (GObject *object)
{
  VelCustomersPage *self = VEL_CUSTOMERS_PAGE (object);

  g_clear_handle_id (&self->spinner_delay, g_source_remove);
  g_clear_handle_id (&self->width_idle, g_source_remove);
  vel_customers_page_open_none (self);
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_weak_pointer (&self->over);
  if (self->list != NULL)
    {
      vel_customers_list_set_model (self->list, NULL);
      vel_customers_grid_set_model (self->grid, NULL);
    }
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), VEL_TYPE_CUSTOMERS_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->saved);
  g_clear_object (&self->fields);
  g_clear_object (&self->book);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (vel_customers_page_parent_class)->dispose (object);
}

static void
vel_customers_page_finalize (GObject *object)
{
  VelCustomersPage *self = VEL_CUSTOMERS_PAGE (object);

  g_clear_pointer (&self->filter, vel_filter_free);
  g_free (self->order);

  G_OBJECT_CLASS (vel_customers_page_parent_class)->finalize (object);
}

static void
vel_customers_page_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  VelCustomersPage *self = VEL_CUSTOMERS_PAGE (object);

  switch (property_id)
    {
    case PROP_BOOK:
      g_value_set_object (value, self->book);
      break;

    case PROP_SHOW_SIDEBAR_BUTTON:
      g_value_set_boolean (value, self->show_sidebar_button);
      break;

    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_customers_page_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  VelCustomersPage *self = VEL_CUSTOMERS_PAGE (object);

  switch (property_id)
    {
    case PROP_BOOK:
      vel_customers_page_set_book (self, g_value_get_object (value));
      break;

    case PROP_SHOW_SIDEBAR_BUTTON:
      if (self->show_sidebar_button == g_value_get_boolean (value))
        return;
      self->show_sidebar_button = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_customers_page_class_init (VelCustomersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = vel_customers_page_dispose;
  object_class->finalize = vel_customers_page_finalize;
  object_class->get_property = vel_customers_page_get_property;
  object_class->set_property = vel_customers_page_set_property;
  widget_class->measure = vel_customers_page_measure;
  widget_class->size_allocate = vel_customers_page_size_allocate;

  properties[PROP_BOOK] = g_param_spec_object ("book", NULL, NULL, VEL_TYPE_BOOK, flags);
  properties[PROP_SHOW_SIDEBAR_BUTTON] = g_param_spec_boolean ("show-sidebar-button", NULL, NULL, FALSE, flags);
  /* Whether there is room for two columns and no more. */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags & ~G_PARAM_WRITABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * VelCustomersPage::customer-activated:
   * @self: the page
   * @id: a customer
   *
   * The user wants to see all of a customer.
   */
  signals[CUSTOMER_ACTIVATED] = g_signal_new ("customer-activated", VEL_TYPE_CUSTOMERS_PAGE, G_SIGNAL_RUN_LAST,
                                              0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * VelCustomersPage::filter-saved:
   * @self: the page
   * @id: a saved filter
   *
   * What the page shows has been saved by a name.
   */
  signals[FILTER_SAVED] = g_signal_new ("filter-saved", VEL_TYPE_CUSTOMERS_PAGE, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (VEL_TYPE_CUSTOMERS_GRID);
  g_type_ensure (VEL_TYPE_CUSTOMERS_LIST);
  g_type_ensure (VEL_TYPE_FILTER_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/velinimet/Velinimet/customers/vel-customers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VelCustomersPage, box);
  gtk_widget_class_bind_template_child (widget_class, VelCustomersPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, VelCustomersPage, options_button);
  gtk_widget_class_bind_template_child (widget_class, VelCustomersPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, VelCustomersPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, VelCustomersPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, VelCustomersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, VelCustomersPage, list);
  gtk_widget_class_bind_template_child (widget_class, VelCustomersPage, grid);
  gtk_widget_class_bind_template_child (widget_class, VelCustomersPage, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sorted_cb);
  vel_customers_page_class_install_actions (widget_class);
}

static void
vel_customers_page_init (VelCustomersPage *self)
{
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr(GAction) view = NULL;

  self->n_all = -1;
  self->filter = vel_filter_new_join (VEL_FILTER_ALL);
  self->order = g_strdup ("name");
  self->settings = g_settings_new (APPLICATION_ID);
  view = g_settings_create_action (self->settings, "customers-view");
  g_action_map_add_action (G_ACTION_MAP (group), view);
  /* The page itself has to learn how wide it is. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page-settings", G_ACTION_GROUP (group));
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search_entry), GTK_WIDGET (self));
  g_signal_connect_object (self->settings, "changed::customers-view", G_CALLBACK (view_changed_cb),
                           self, G_CONNECT_SWAPPED);
  vel_customers_page_watch_filters (self);
  vel_customers_page_watch_keys (self);
  vel_customers_page_watch_menu (self);
  vel_customers_page_watch_rows (self);
  vel_customers_page_watch_selection (self);
  vel_customers_page_update_actions (self);
}

/**
 * vel_customers_page_new:
 * @book: (nullable): a book
 *
 * Returns: (transfer floating): a page with its customers
 */
VelCustomersPage *
vel_customers_page_new (VelBook *book)
{
  return g_object_new (VEL_TYPE_CUSTOMERS_PAGE, "book", book, NULL);
}

/**
 * vel_customers_page_set_book:
 * @self: a page
 * @book: (nullable): the book whose customers it shows, once and for all
 */
void
vel_customers_page_set_book (VelCustomersPage *self,
                             VelBook          *book)
{
  g_autoptr(VelQuery) query = NULL;

  g_return_if_fail (VEL_IS_CUSTOMERS_PAGE (self));

  if (self->book == book)
    return;
  g_return_if_fail (self->book == NULL);

  self->book = g_object_ref (book);
  self->fields = vel_entity_fields_new (book, &vel_customer_entity);
  vel_customers_list_set_fields (self->list, self->fields);
  vel_filter_bar_set_fields (self->filter_bar, book, self->fields);
  sort_setting_changed_cb (self);
  query = vel_customers_page_make_query (self);
  self->model = vel_first_rows_new_model (GTK_WIDGET (self), book, query);
  self->selection = vel_id_selection_new (self->model);
  g_signal_connect_object (self->selection, "notify::n-selected", G_CALLBACK (vel_customers_page_update_actions),
                           self, G_CONNECT_SWAPPED);
  view_changed_cb (self);
  vel_customers_page_watch_state (self);
  vel_customers_page_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOOK]);
}

/**
 * vel_customers_page_get_model:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the customers as it shows them
 */
VelQueryModel *
vel_customers_page_get_model (VelCustomersPage *self)
{
  g_return_val_if_fail (VEL_IS_CUSTOMERS_PAGE (self), NULL);

  return self->model;
}

/**
 * vel_customers_page_apply_query:
 * @self: a page
 * @query: a query for customers
 *
 * Shows what @query finds, as if the user had typed, filtered and sorted so.
 */
void
vel_customers_page_apply_query (VelCustomersPage *self,
                                VelQuery         *query)
{
  g_return_if_fail (VEL_IS_CUSTOMERS_PAGE (self));
  g_return_if_fail (query->entity == &vel_customer_entity);

  vel_customers_page_set_filter (self, query->filter);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), query->search != NULL ? query->search : "");
  gtk_editable_set_position (GTK_EDITABLE (self->search_entry), -1);
  if (query->order != NULL)
    vel_customers_page_set_order (self, query->order, query->descending);
  else
    sort_setting_changed_cb (self);
}

/**
 * vel_customers_page_start_search:
 * @self: a page
 *
 * Puts the cursor into the search entry, with what is in it selected.
 */
void
vel_customers_page_start_search (VelCustomersPage *self)
{
  g_return_if_fail (VEL_IS_CUSTOMERS_PAGE (self));

  gtk_widget_grab_focus (self->search_entry);
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

/**
 * vel_customers_page_focus_customer:
 * @self: a page
 * @id: a customer, or 0
 *
 * Goes to where the list shows a customer, if it does.
 */
void
vel_customers_page_focus_customer (VelCustomersPage *self,
                                   gint64            id)
{
  guint position;

  g_return_if_fail (VEL_IS_CUSTOMERS_PAGE (self));

  if (self->model != NULL && id != 0 && vel_query_model_find (self->model, id, &position))
    vel_customers_page_focus_row (self, position);
  vel_customers_page_focus_view (self);
}
