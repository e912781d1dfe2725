/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-records-page-private.h"

#include <glib/gi18n.h>

#include "vel-first-rows.h"

/**
 * VelRecordsPage:
 *
 * The records of one entity in a book, as a table or as cards: one query, one
 * list and one selection, whichever way they are shown. What the user types, filters and
 * sorts by becomes the query; the list follows it and the book.
 */

enum { PROP_0, PROP_LOOK, PROP_BOOK, PROP_SHOW_SIDEBAR_BUTTON, N_PROPS };

static GParamSpec *properties[N_PROPS];

enum { RECORD_ACTIVATED, FILTER_SAVED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* With fewer letters than this side by side, the page is narrow. */
#define NARROW_CHARS 90

G_DEFINE_FINAL_TYPE (VelRecordsPage, vel_records_page, VEL_TYPE_NARROW_BIN)

/* Whether the records are shown as cards. */
gboolean
vel_records_page_is_cards (VelRecordsPage *self)
{
  return self->grid != NULL && g_settings_get_enum (self->settings, "view") > 0;
}

/* The view in which the records are shown now. */
GtkWidget *
vel_records_page_get_view (VelRecordsPage *self)
{
  return vel_records_page_is_cards (self) ? vel_record_grid_get_view (self->grid) : vel_record_table_get_view (self->list);
}

/* What is searched for, "" for nothing. */
const char *
vel_records_page_get_search (VelRecordsPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

/* Whether perhaps not all records are asked for. */
gboolean
vel_records_page_is_filtered (VelRecordsPage *self)
{
  return self->filter->children->len > 0 || *vel_records_page_get_search (self) != '\0';
}

/* What the page is to show. */
VelQuery *
vel_records_page_make_query (VelRecordsPage *self)
{
  /* Under headings they stand as these follow one another. */
  const gboolean is_sectioned = self->look->section != NULL && vel_records_page_is_cards (self);
  const gboolean is_usual = g_str_equal (self->order, self->look->entity->name_field) && !self->descending;

  /* The usual order has no name, for it is the fastest. */
  return vel_query_new (self->look->entity, self->filter->children->len > 0 ? self->filter : NULL,
                        vel_records_page_get_search (self),
                        is_sectioned ? self->look->entity->due_field : is_usual ? NULL : self->order,
                        self->descending && !is_sectioned);
}

/* Asks the book for what the page is to show; what was asked before is given up. */
void
vel_records_page_ask (VelRecordsPage *self)
{
  g_autoptr(VelQuery) query = NULL;

  if (self->model == NULL)
    return;
  query = vel_records_page_make_query (self);
  if (vel_query_same_base (query, vel_query_model_get_query (self->model)) &&
      g_strcmp0 (query->search, vel_query_model_get_query (self->model)->search) == 0)
    return;
  vel_query_model_set_query (self->model, query);
  vel_records_page_update_actions (self);
  vel_records_page_focus_row (self, 0);
}

/* Only the view that is seen has the model, and pays for it. */
static void
view_changed_cb (VelRecordsPage *self)
{
  GtkSelectionModel *model = self->selection != NULL ? GTK_SELECTION_MODEL (self->selection) : NULL;

  vel_record_table_set_model (self->list, vel_records_page_is_cards (self) ? NULL : model);
  if (self->grid != NULL)
    vel_record_grid_set_model (self->grid, vel_records_page_is_cards (self) ? model : NULL);
  if (self->model != NULL)
    vel_records_page_show_state (self);
  if (self->look->section != NULL)
    vel_records_page_ask (self);
}

/* Orders the records by a field. */
void
vel_records_page_set_order (VelRecordsPage *self,
                            const char     *field,
                            gboolean        descending)
{
  g_autofree char *copy = g_strdup (field);

  g_free (self->order);
  self->order = g_steal_pointer (&copy);
  self->descending = descending;
  vel_record_table_set_order (self->list, self->order, descending);
  vel_records_page_ask (self);
}

static void
sort_setting_changed_cb (VelRecordsPage *self)
{
  g_autofree char *sort = g_settings_get_string (self->settings, "sort");
  const gboolean descending = *sort == '-';
  const char *field = sort + descending;

  if (*field == '\0' || (self->fields != NULL && vel_entity_fields_find (self->fields, field) == NULL))
    field = self->look->entity->name_field;
  vel_records_page_set_order (self, field, descending);
}

static void
sorted_cb (VelRecordsPage *self,
           const char     *field,
           gboolean        descending)
{
  g_autofree char *sort = g_strconcat (descending ? "-" : "", field, NULL);

  g_settings_set_string (self->settings, "sort", sort);
  vel_records_page_set_order (self, field, descending);
}

static void
search_changed_cb (VelRecordsPage *self)
{
  /* This is told a moment late, when Enter may have been hit already. */
  if (g_strcmp0 (self->opening_search, vel_records_page_get_search (self)) != 0)
    vel_records_page_open_none (self);
  vel_records_page_ask (self);
}

static void
search_stopped_cb (VelRecordsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  vel_records_page_focus_view (self);
}

static void
search_activated_cb (VelRecordsPage *self)
{
  vel_records_page_open_best (self);
}

static gboolean
search_key_pressed_cb (VelRecordsPage  *self,
                       guint            key,
                       guint            code,
                       GdkModifierType  state)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  vel_records_page_focus_view (self);
  return GDK_EVENT_STOP;
}

/* Tells that a record is to be opened. */
void
vel_records_page_activate (VelRecordsPage *self,
                           gint64          id)
{
  if (id != 0)
    g_signal_emit (self, signals[RECORD_ACTIVATED], 0, id);
}

static void
narrow_changed_cb (VelRecordsPage *self)
{
  const gboolean narrow = vel_narrow_bin_is_narrow (VEL_NARROW_BIN (self));
  const gboolean below = narrow && vel_records_page_has_sums (self);

  vel_record_table_set_narrow (self->list, narrow);
  /* Sums are longer than a narrow window has room for beside the filters. */
  gtk_orientable_set_orientation (self->bar, below ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_label_set_xalign (self->count_label, below ? 0 : 1);
}

static void
vel_records_page_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  VelRecordsPage *self = VEL_RECORDS_PAGE (widget);

  GTK_WIDGET_CLASS (vel_records_page_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
vel_records_page_dispose (GObject *object)
{
  VelRecordsPage *self = VEL_RECORDS_PAGE (object);

  g_clear_handle_id (&self->spinner_delay, g_source_remove);
  g_clear_handle_id (&self->adding_soon, g_source_remove);
  vel_records_page_open_none (self);
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  if (self->adding != NULL)
    g_cancellable_cancel (self->adding);
  g_clear_object (&self->adding);
  if (self->adding_selected != NULL)
    g_cancellable_cancel (self->adding_selected);
  g_clear_object (&self->adding_selected);
  g_clear_weak_pointer (&self->over);
  if (self->list != NULL)
    {
      vel_record_table_set_model (self->list, NULL);
      if (self->grid != NULL)
        vel_record_grid_set_model (self->grid, NULL);
    }
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), VEL_TYPE_RECORDS_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->saved);
  g_clear_object (&self->fields);
  g_clear_object (&self->book);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (vel_records_page_parent_class)->dispose (object);
}

static void
vel_records_page_finalize (GObject *object)
{
  VelRecordsPage *self = VEL_RECORDS_PAGE (object);

  g_clear_pointer (&self->totals, vel_totals_unref);
  g_clear_pointer (&self->filter, vel_filter_free);
  g_free (self->order);

  G_OBJECT_CLASS (vel_records_page_parent_class)->finalize (object);
}

static void
vel_records_page_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  VelRecordsPage *self = VEL_RECORDS_PAGE (object);

  switch (property_id)
    {
    case PROP_BOOK:
      g_value_set_object (value, self->book);
      break;

    case PROP_SHOW_SIDEBAR_BUTTON:
      g_value_set_boolean (value, self->show_sidebar_button);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_records_page_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  VelRecordsPage *self = VEL_RECORDS_PAGE (object);

  switch (property_id)
    {
    case PROP_LOOK:
      self->look = g_value_get_pointer (value);
      break;

    case PROP_BOOK:
      vel_records_page_set_book (self, g_value_get_object (value));
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

static void vel_records_page_constructed (GObject *object);

static void
vel_records_page_class_init (VelRecordsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = vel_records_page_constructed;
  object_class->dispose = vel_records_page_dispose;
  object_class->finalize = vel_records_page_finalize;
  object_class->get_property = vel_records_page_get_property;
  object_class->set_property = vel_records_page_set_property;
  widget_class->size_allocate = vel_records_page_size_allocate;

  properties[PROP_LOOK] = g_param_spec_pointer ("look", NULL, NULL,
                                                G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BOOK] = g_param_spec_object ("book", NULL, NULL, VEL_TYPE_BOOK, flags);
  properties[PROP_SHOW_SIDEBAR_BUTTON] = g_param_spec_boolean ("show-sidebar-button", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * VelRecordsPage::record-activated:
   * @self: the page
   * @id: a record
   *
   * The user wants to see all of a record.
   */
  signals[RECORD_ACTIVATED] = g_signal_new ("record-activated", VEL_TYPE_RECORDS_PAGE, G_SIGNAL_RUN_LAST,
                                              0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * VelRecordsPage::filter-saved:
   * @self: the page
   * @id: a saved filter
   *
   * What the page shows has been saved by a name.
   */
  signals[FILTER_SAVED] = g_signal_new ("filter-saved", VEL_TYPE_RECORDS_PAGE, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (VEL_TYPE_FILTER_BAR);
  g_type_ensure (VEL_TYPE_RECORD_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/velinimet/Velinimet/lists/vel-records-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VelRecordsPage, box);
  gtk_widget_class_bind_template_child (widget_class, VelRecordsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, VelRecordsPage, options_button);
  gtk_widget_class_bind_template_child (widget_class, VelRecordsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, VelRecordsPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, VelRecordsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, VelRecordsPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, VelRecordsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, VelRecordsPage, list);
  gtk_widget_class_bind_template_child (widget_class, VelRecordsPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, VelRecordsPage, new_label);
  gtk_widget_class_bind_template_child (widget_class, VelRecordsPage, views);
  gtk_widget_class_bind_template_child (widget_class, VelRecordsPage, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sorted_cb);
  vel_records_page_class_install_actions (widget_class);
}

static void
vel_records_page_init (VelRecordsPage *self)
{
  self->n_all = -1;
  self->filter = vel_filter_new_join (VEL_FILTER_ALL);
  vel_narrow_bin_set_chars (VEL_NARROW_BIN (self), NARROW_CHARS);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Says in words of its own what the page shows. */
static void
wear_look (VelRecordsPage *self)
{
  const VelRecordsLook *look = self->look;

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->new_button), look->new_action);
  gtk_widget_set_tooltip_text (self->new_button, _(look->new_tip));
  gtk_label_set_text (self->new_label, _(look->new_label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->new_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _(look->new_label), -1);
  g_object_set (self->search_entry, "placeholder-text", _(look->search_hint), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _(look->search_label), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->views), GTK_ACCESSIBLE_PROPERTY_LABEL, _(look->views_label), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, _(look->looking_up), -1);
  vel_records_look_add_views (look, self->views);
  vel_record_table_set_look (self->list, look, self->settings);
  if (look->new_card == NULL)
    return;
  self->grid = g_object_new (VEL_TYPE_RECORD_GRID, NULL);
  vel_record_grid_set_look (self->grid, look);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->grid), "cards");
}

static void
vel_records_page_constructed (GObject *object)
{
  VelRecordsPage *self = VEL_RECORDS_PAGE (object);
  g_autoptr(GSettings) settings = g_settings_new (APPLICATION_ID);

  G_OBJECT_CLASS (vel_records_page_parent_class)->constructed (object);

  self->settings = g_settings_get_child (settings, self->look->settings);
  self->order = g_strdup (self->look->entity->name_field);
  vel_records_look_insert_actions (self->look, GTK_WIDGET (self));
  wear_look (self);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search_entry), GTK_WIDGET (self));
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_changed_cb), NULL);
  g_signal_connect_object (self->settings, "changed::view", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
  vel_records_page_watch_filters (self);
  vel_records_page_watch_keys (self);
  vel_records_page_watch_menu (self);
  vel_records_page_watch_rows (self);
  vel_records_page_watch_selection (self);
  vel_records_page_update_actions (self);
}

/**
 * vel_records_page_new:
 * @look: which records it shows, and how; it outlives the page
 * @book: (nullable): a book
 *
 * Returns: (transfer floating): a page with the records of the book
 */
VelRecordsPage *
vel_records_page_new (const VelRecordsLook *look,
                      VelBook              *book)
{
  return g_object_new (VEL_TYPE_RECORDS_PAGE, "look", look, "book", book, NULL);
}

/**
 * vel_records_page_set_book:
 * @self: a page
 * @book: (nullable): the book whose records it shows, once and for all
 */
void
vel_records_page_set_book (VelRecordsPage *self,
                           VelBook        *book)
{
  g_autoptr(VelQuery) query = NULL;

  g_return_if_fail (VEL_IS_RECORDS_PAGE (self));

  if (self->book == book)
    return;
  g_return_if_fail (self->book == NULL);

  self->book = g_object_ref (book);
  self->fields = vel_entity_fields_new (book, self->look->entity);
  vel_record_table_set_fields (self->list, self->fields);
  vel_filter_bar_set_fields (self->filter_bar, book, self->fields);
  sort_setting_changed_cb (self);
  query = vel_records_page_make_query (self);
  self->model = vel_first_rows_new_model (GTK_WIDGET (self), book, query);
  self->selection = vel_id_selection_new (self->model);
  g_signal_connect_object (self->selection, "notify::n-selected", G_CALLBACK (vel_records_page_update_actions),
                           self, G_CONNECT_SWAPPED);
  view_changed_cb (self);
  vel_records_page_watch_state (self);
  vel_records_page_watch_totals (self);
  vel_records_page_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOOK]);
}

/**
 * vel_records_page_get_model:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the records as it shows them
 */
VelQueryModel *
vel_records_page_get_model (VelRecordsPage *self)
{
  g_return_val_if_fail (VEL_IS_RECORDS_PAGE (self), NULL);

  return self->model;
}

/**
 * vel_records_page_apply_query:
 * @self: a page
 * @query: a query for its records
 *
 * Shows what @query finds, as if the user had typed, filtered and sorted so.
 */
void
vel_records_page_apply_query (VelRecordsPage *self,
                              VelQuery       *query)
{
  g_return_if_fail (VEL_IS_RECORDS_PAGE (self));
  g_return_if_fail (query->entity == self->look->entity);

  vel_records_page_set_filter (self, query->filter);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), query->search != NULL ? query->search : "");
  gtk_editable_set_position (GTK_EDITABLE (self->search_entry), -1);
  if (query->order != NULL)
    vel_records_page_set_order (self, query->order, query->descending);
  else
    sort_setting_changed_cb (self);
}

/**
 * vel_records_page_start_search:
 * @self: a page
 *
 * Puts the cursor into the search entry, with what is in it selected.
 */
void
vel_records_page_start_search (VelRecordsPage *self)
{
  g_return_if_fail (VEL_IS_RECORDS_PAGE (self));

  gtk_widget_grab_focus (self->search_entry);
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

/**
 * vel_records_page_focus_record:
 * @self: a page
 * @id: a record, or 0
 *
 * Goes to where the list shows a record, if it does.
 */
void
vel_records_page_focus_record (VelRecordsPage *self,
                               gint64          id)
{
  guint position;

  g_return_if_fail (VEL_IS_RECORDS_PAGE (self));

  if (self->model != NULL && id != 0 && vel_query_model_find (self->model, id, &position))
    vel_records_page_focus_row (self, position);
  vel_records_page_focus_view (self);
}
