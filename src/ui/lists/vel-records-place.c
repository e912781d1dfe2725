/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-records-place.h"

/**
 * VelRecordsPlace:
 *
 * A place in the sidebar that is for the records of one entity: their list, and
 * in its stead what else they can be seen on, such as a board or a calendar, as
 * the user has chosen. Either is made when it is seen first.
 */
struct _VelRecordsPlace
{
  AdwBin                parent_instance;

  const VelRecordsLook *look;
  VelBook              *book;      /* (owned) */
  GSettings            *settings;  /* (owned) */
  gboolean              show_sidebar_button;

  GtkStack             *stack;
  VelRecordsPage       *list;      /* (nullable) */
  GtkWidget            *other;     /* (nullable) */
};

enum { PROP_0, PROP_SHOW_SIDEBAR_BUTTON, N_PROPS };

static GParamSpec *properties[N_PROPS];

enum { RECORD_ACTIVATED, FILTER_SAVED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelRecordsPlace, vel_records_place, ADW_TYPE_BIN)

static gboolean
is_list (VelRecordsPlace *self)
{
  return self->look->new_other == NULL ||
         g_settings_get_enum (self->settings, "view") < self->look->n_list_views;
}

static void
add (VelRecordsPlace *self,
     GtkWidget       *page)
{
  g_object_bind_property (self, "show-sidebar-button", page, "show-sidebar-button", G_BINDING_SYNC_CREATE);
  gtk_stack_add_child (self->stack, page);
}

static void
activated_cb (VelRecordsPlace *self,
              gint64           id)
{
  g_signal_emit (self, signals[RECORD_ACTIVATED], 0, id);
}

static void
saved_cb (VelRecordsPlace *self,
          gint64           id)
{
  g_signal_emit (self, signals[FILTER_SAVED], 0, id);
}

static GtkWidget *
need_page (VelRecordsPlace *self)
{
  if (is_list (self))
    return GTK_WIDGET (vel_records_place_get_list (self));
  if (self->other == NULL)
    {
      self->other = self->look->new_other (self->book);
      add (self, self->other);
    }
  return self->other;
}

static void
view_changed_cb (VelRecordsPlace *self)
{
  GtkWidget *visible = gtk_stack_get_visible_child (self->stack);

  if (visible == NULL || visible == need_page (self))
    return;
  gtk_stack_set_visible_child (self->stack, need_page (self));
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (need_page (self));
}

/* A place that is not seen makes nothing. */
static void
mapped_cb (VelRecordsPlace *self)
{
  gtk_stack_set_visible_child (self->stack, need_page (self));
}

static void
vel_records_place_dispose (GObject *object)
{
  VelRecordsPlace *self = VEL_RECORDS_PLACE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->settings);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_records_place_parent_class)->dispose (object);
}

static void
vel_records_place_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  VelRecordsPlace *self = VEL_RECORDS_PLACE (object);

  switch (property_id)
    {
    case PROP_SHOW_SIDEBAR_BUTTON:
      g_value_set_boolean (value, self->show_sidebar_button);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_records_place_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  VelRecordsPlace *self = VEL_RECORDS_PLACE (object);

  switch (property_id)
    {
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
vel_records_place_class_init (VelRecordsPlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vel_records_place_dispose;
  object_class->get_property = vel_records_place_get_property;
  object_class->set_property = vel_records_place_set_property;

  properties[PROP_SHOW_SIDEBAR_BUTTON] =
    g_param_spec_boolean ("show-sidebar-button", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * VelRecordsPlace::record-activated:
   * @self: the place
   * @id: a record
   *
   * The user wants to see all of a record.
   */
  signals[RECORD_ACTIVATED] = g_signal_new ("record-activated", VEL_TYPE_RECORDS_PLACE, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * VelRecordsPlace::filter-saved:
   * @self: the place
   * @id: a saved filter
   *
   * What the list shows has been saved by a name.
   */
  signals[FILTER_SAVED] = g_signal_new ("filter-saved", VEL_TYPE_RECORDS_PLACE, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
vel_records_place_init (VelRecordsPlace *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  g_signal_connect (self, "map", G_CALLBACK (mapped_cb), NULL);
}

/**
 * vel_records_place_new:
 * @look: what the records are; it outlives the place
 * @book: a book
 *
 * Returns: (transfer floating): a place for those records of the book
 */
VelRecordsPlace *
vel_records_place_new (const VelRecordsLook *look,
                       VelBook              *book)
{
  VelRecordsPlace *self = g_object_new (VEL_TYPE_RECORDS_PLACE, NULL);
  g_autoptr(GSettings) settings = g_settings_new (APPLICATION_ID);

  self->look = look;
  self->book = g_object_ref (book);
  self->settings = g_settings_get_child (settings, look->settings);
  g_signal_connect_object (self->settings, "changed::view", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * vel_records_place_get_look:
 * @self: a place
 *
 * Returns: (transfer none): what its records are
 */
const VelRecordsLook *
vel_records_place_get_look (VelRecordsPlace *self)
{
  g_return_val_if_fail (VEL_IS_RECORDS_PLACE (self), NULL);

  return self->look;
}

/**
 * vel_records_place_get_list:
 * @self: a place
 *
 * Returns: (transfer none): its list, also while something else is seen
 */
VelRecordsPage *
vel_records_place_get_list (VelRecordsPlace *self)
{
  g_return_val_if_fail (VEL_IS_RECORDS_PLACE (self), NULL);

  if (self->list == NULL)
    {
      self->list = vel_records_page_new (self->look, NULL);
      add (self, GTK_WIDGET (self->list));
      g_signal_connect_object (self->list, "record-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->list, "filter-saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
      vel_records_page_set_book (self->list, self->book);
    }
  return self->list;
}

/**
 * vel_records_place_get_around:
 * @self: a place
 * @id: a record that is opened from it
 *
 * Returns: (transfer none) (nullable): the list in which it stands, for next and previous
 */
GListModel *
vel_records_place_get_around (VelRecordsPlace *self,
                              gint64           id)
{
  g_return_val_if_fail (VEL_IS_RECORDS_PLACE (self), NULL);

  if (is_list (self))
    return G_LIST_MODEL (vel_records_page_get_model (vel_records_place_get_list (self)));
  return self->other != NULL && self->look->get_around_other != NULL ? self->look->get_around_other (self->other, id)
                                                                     : NULL;
}

/**
 * vel_records_place_show_query:
 * @self: a place
 * @query: a query for its records
 * @saved: (nullable): the saved filter that it is of
 *
 * Shows the list with what @query finds.
 */
void
vel_records_place_show_query (VelRecordsPlace *self,
                              VelQuery        *query,
                              VelRecord       *saved)
{
  g_return_if_fail (VEL_IS_RECORDS_PLACE (self));

  if (!is_list (self))
    g_settings_set_enum (self->settings, "view", self->look->n_list_views - 1);
  vel_records_page_apply_query (vel_records_place_get_list (self), query);
  vel_records_page_set_saved (vel_records_place_get_list (self), saved);
}

/**
 * vel_records_place_show_all:
 * @self: a place
 *
 * Shows all its records, in the way that the user has chosen.
 */
void
vel_records_place_show_all (VelRecordsPlace *self)
{
  g_autoptr(VelQuery) all = NULL;

  g_return_if_fail (VEL_IS_RECORDS_PLACE (self));

  if (self->list == NULL)
    return;
  all = vel_query_new (self->look->entity, NULL, NULL, NULL, FALSE);
  vel_records_page_apply_query (self->list, all);
  vel_records_page_set_saved (self->list, NULL);
}

/**
 * vel_records_place_focus:
 * @self: a place
 * @id: a record, or 0
 *
 * Goes to where the record is shown, if it is.
 */
void
vel_records_place_focus (VelRecordsPlace *self,
                         gint64           id)
{
  GtkWidget *page;

  g_return_if_fail (VEL_IS_RECORDS_PLACE (self));

  page = need_page (self);
  gtk_stack_set_visible_child (self->stack, page);
  if (page == GTK_WIDGET (self->list))
    vel_records_page_focus_record (self->list, id);
  else if (self->look->focus_other != NULL)
    self->look->focus_other (page, id);
  else
    gtk_widget_grab_focus (page);
}
