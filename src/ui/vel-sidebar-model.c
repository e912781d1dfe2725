/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-sidebar-model.h"

#include <glib/gi18n.h>

#include "vel-customer.h"
#include "vel-day.h"
#include "vel-deal.h"
#include "vel-saved-filter.h"
#include "vel-task-query.h"
#include "vel-task.h"

/**
 * VelSidebarModel:
 *
 * The rows of the sidebar of a book, a list of #VelSidebarItem: the places,
 * then the saved filters by name, each with its count. It follows the book,
 * one count after the other and a moment late, so that views come first.
 */
struct _VelSidebarModel
{
  GObject       parent_instance;

  VelBook      *book;         /* (owned) */
  GPtrArray    *items;        /* (owned) (element-type VelSidebarItem): the places first */
  GCancellable *cancellable;  /* (owned) (nullable): of what is being asked for */
  guint         counting;     /* the row that is being counted */
  guint         timeout;      /* until the book is asked again */
  gboolean      started;
  gboolean      stale;        /* whether filters have come, gone or changed */
};

enum { PROP_0, PROP_N_CUSTOMERS, PROP_N_TASKS, N_PROPS };

static GParamSpec *properties[N_PROPS];

/* How long after a change the counts are brought up to date, in milliseconds. */
#define DELAY_MS 150

enum { TODAY, CUSTOMERS, DEALS, TASKS, N_PLACES };

static void vel_sidebar_model_list_iface_init (GListModelInterface *iface);
static void count_next (VelSidebarModel *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (VelSidebarModel, vel_sidebar_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, vel_sidebar_model_list_iface_init))

static void
counted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(VelSidebarModel) self = user_data;
  g_autoptr(GError) error = NULL;
  const gint64 count = vel_book_count_finish (VEL_BOOK (object), result, &error);

  /* An answer may have been on its way when nobody wanted it any more. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  /* A count that cannot be had is not shown; the list itself says why. */
  vel_sidebar_item_set_count (g_ptr_array_index (self->items, self->counting), count);
  if (self->counting == CUSTOMERS)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_CUSTOMERS]);
  if (self->counting == TASKS)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_TASKS]);
  self->counting++;
  count_next (self);
}

static void
count_next (VelSidebarModel *self)
{
  for (; self->counting < self->items->len; self->counting++)
    {
      VelSidebarItem *item = g_ptr_array_index (self->items, self->counting);
      g_autoptr(VelQuery) query = vel_sidebar_item_dup_query (item, NULL);

      if (query != NULL)
        {
          vel_book_count_async (self->book, query, self->cancellable, counted_cb, g_object_ref (self));
          return;
        }
      vel_sidebar_item_set_count (item, -1);
    }
}

static VelSidebarItem *
dup_filter_item (VelSidebarModel *self,
                 gint64           id)
{
  guint position;
  g_autoptr(VelRecord) record = NULL;

  if (vel_sidebar_model_find (self, id, &position))
    return g_object_ref (g_ptr_array_index (self->items, position));
  record = vel_book_get_record (self->book, &vel_saved_filter_entity, id, NULL);
  return record != NULL ? vel_sidebar_item_new_filter (record) : NULL;
}

/* Puts the filters after the places, and tells of those alone that differ. */
static void
take_filters (VelSidebarModel *self,
              GPtrArray       *filters)
{
  const guint before = self->items->len - N_PLACES;
  guint same = 0;
  guint tail = 0;

  while (same < before && same < filters->len &&
         g_ptr_array_index (self->items, N_PLACES + same) == g_ptr_array_index (filters, same))
    same++;
  while (tail < before - same && tail < filters->len - same &&
         g_ptr_array_index (self->items, self->items->len - 1 - tail) ==
         g_ptr_array_index (filters, filters->len - 1 - tail))
    tail++;
  if (same == before && same == filters->len)
    return;

  g_ptr_array_remove_range (self->items, N_PLACES + same, before - same - tail);
  for (guint i = same; i < filters->len - tail; i++)
    g_ptr_array_insert (self->items, N_PLACES + i, g_object_ref (g_ptr_array_index (filters, i)));
  g_list_model_items_changed (G_LIST_MODEL (self), N_PLACES + same, before - same - tail, filters->len - same - tail);
}

static void
filters_found_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(VelSidebarModel) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = vel_book_find_finish (VEL_BOOK (object), result, &error);
  g_autoptr(GPtrArray) filters = g_ptr_array_new_with_free_func (g_object_unref);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      VelSidebarItem *item = dup_filter_item (self, g_array_index (ids, gint64, i));

      if (item != NULL)
        g_ptr_array_add (filters, item);
    }
  if (ids != NULL)
    {
      self->stale = FALSE;
      take_filters (self, filters);
    }
  count_next (self);
}

static void
ask (VelSidebarModel *self)
{
  g_autoptr(VelQuery) query = vel_query_new (&vel_saved_filter_entity, NULL, NULL, "name", FALSE);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->counting = 0;
  if (self->stale)
    vel_book_find_async (self->book, query, self->cancellable, filters_found_cb, g_object_ref (self));
  else
    count_next (self);
}

static gboolean
timeout_cb (gpointer data)
{
  VelSidebarModel *self = data;

  self->timeout = 0;
  ask (self);
  return G_SOURCE_REMOVE;
}

static void
book_changed_cb (VelSidebarModel *self,
                 VelDelta        *delta)
{
  if (!self->started)
    return;
  if (vel_delta_is_all (delta) || vel_delta_has_entity (delta, &vel_saved_filter_entity))
    self->stale = TRUE;
  else if (!vel_delta_has_entity (delta, &vel_customer_entity) && !vel_delta_has_entity (delta, &vel_deal_entity) &&
           !vel_delta_has_entity (delta, &vel_task_entity))
    return;
  if (self->timeout == 0)
    self->timeout = g_timeout_add (DELAY_MS, timeout_cb, self);
}

static void
day_changed_cb (VelSidebarModel *self)
{
  if (self->started)
    ask (self);
}

static GType
vel_sidebar_model_get_item_type (GListModel *model)
{
  return VEL_TYPE_SIDEBAR_ITEM;
}

static guint
vel_sidebar_model_get_n_items (GListModel *model)
{
  return VEL_SIDEBAR_MODEL (model)->items->len;
}

static gpointer
vel_sidebar_model_get_item (GListModel *model,
                            guint       position)
{
  VelSidebarModel *self = VEL_SIDEBAR_MODEL (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
vel_sidebar_model_list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = vel_sidebar_model_get_item_type;
  iface->get_n_items = vel_sidebar_model_get_n_items;
  iface->get_item = vel_sidebar_model_get_item;
}

static void
vel_sidebar_model_dispose (GObject *object)
{
  VelSidebarModel *self = VEL_SIDEBAR_MODEL (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_sidebar_model_parent_class)->dispose (object);
}

static void
vel_sidebar_model_finalize (GObject *object)
{
  VelSidebarModel *self = VEL_SIDEBAR_MODEL (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (vel_sidebar_model_parent_class)->finalize (object);
}

static void
vel_sidebar_model_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  VelSidebarModel *self = VEL_SIDEBAR_MODEL (object);

  switch (property_id)
    {
    case PROP_N_CUSTOMERS:
      g_value_set_int64 (value, vel_sidebar_model_get_n_customers (self));
      break;

    case PROP_N_TASKS:
      g_value_set_int64 (value, vel_sidebar_model_get_n_tasks (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_sidebar_model_class_init (VelSidebarModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vel_sidebar_model_dispose;
  object_class->finalize = vel_sidebar_model_finalize;
  object_class->get_property = vel_sidebar_model_get_property;

  properties[PROP_N_CUSTOMERS] =
    g_param_spec_int64 ("n-customers", NULL, NULL, -1, G_MAXINT64, -1,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_TASKS] =
    g_param_spec_int64 ("n-tasks", NULL, NULL, -1, G_MAXINT64, -1,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
add_place (VelSidebarModel *self,
           const char      *page,
           const char      *name,
           const char      *icon,
           VelQuery        *query)
{
  g_ptr_array_add (self->items, vel_sidebar_item_new_place (page, name, icon, query));
}

/* The queries are asked anew with each count, so that today is that day's. */
static void
vel_sidebar_model_init (VelSidebarModel *self)
{
  const char * const open[] = { "open", NULL };
  g_autoptr(VelQuery) due = vel_task_query_due ();
  g_autoptr(VelQuery) customers = vel_query_new (&vel_customer_entity, NULL, NULL, NULL, FALSE);
  g_autoptr(VelFilter) of_open = vel_filter_new_join (VEL_FILTER_ALL);
  g_autoptr(VelQuery) deals = NULL;
  g_autoptr(VelQuery) tasks = vel_task_query_open (NULL, 0);

  vel_filter_take (of_open, vel_filter_new (VEL_FILTER_IS, "status", open));
  deals = vel_query_new (&vel_deal_entity, of_open, NULL, "id", FALSE);

  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->stale = TRUE;
  add_place (self, "today", _("Today"), "vel-today-symbolic", due);
  add_place (self, "customers", _("Customers"), "vel-customers-symbolic", customers);
  add_place (self, "deals", _("Deals"), "vel-deals-symbolic", deals);
  add_place (self, "tasks", _("Tasks"), "object-select-symbolic", tasks);
}

/**
 * vel_sidebar_model_new:
 * @book: a book
 *
 * Returns: (transfer full): the rows of its sidebar, so far only the places
 */
VelSidebarModel *
vel_sidebar_model_new (VelBook *book)
{
  VelSidebarModel *self = g_object_new (VEL_TYPE_SIDEBAR_MODEL, NULL);

  self->book = g_object_ref (book);
  g_signal_connect_object (book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (vel_day_get_default (), "changed", G_CALLBACK (day_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * vel_sidebar_model_start:
 * @self: the rows
 *
 * Begins to count and to look for filters, and follows the book from now on.
 */
void
vel_sidebar_model_start (VelSidebarModel *self)
{
  g_return_if_fail (VEL_IS_SIDEBAR_MODEL (self));

  if (self->started)
    return;
  self->started = TRUE;
  ask (self);
}

/**
 * vel_sidebar_model_get_n_customers:
 * @self: the rows
 *
 * Returns: how many customers are in the book, or -1 while that is not known
 */
gint64
vel_sidebar_model_get_n_customers (VelSidebarModel *self)
{
  g_return_val_if_fail (VEL_IS_SIDEBAR_MODEL (self), -1);

  return vel_sidebar_item_get_count (g_ptr_array_index (self->items, CUSTOMERS));
}

/**
 * vel_sidebar_model_get_n_tasks:
 * @self: the rows
 *
 * Returns: how many open tasks are in the book, or -1 while that is not known
 */
gint64
vel_sidebar_model_get_n_tasks (VelSidebarModel *self)
{
  g_return_val_if_fail (VEL_IS_SIDEBAR_MODEL (self), -1);

  return vel_sidebar_item_get_count (g_ptr_array_index (self->items, TASKS));
}

/**
 * vel_sidebar_model_find:
 * @self: the rows
 * @filter: the id of a saved filter
 * @position: (out): where it stands
 *
 * Returns: whether it has a row
 */
gboolean
vel_sidebar_model_find (VelSidebarModel *self,
                        gint64           filter,
                        guint           *position)
{
  g_return_val_if_fail (VEL_IS_SIDEBAR_MODEL (self), FALSE);

  for (guint i = N_PLACES; i < self->items->len; i++)
    if (vel_record_get_id (vel_sidebar_item_get_record (g_ptr_array_index (self->items, i))) == filter)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}
