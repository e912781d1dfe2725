/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-query-model.h"

#include "vel-query-model-private.h"

/**
 * VelQueryModel:
 *
 * What a query finds, as a list of #VelRow. It holds the ids in order; rows
 * are made, and their records read, when a view asks for them. The reading
 * thread answers the query anew when it is set and when the book changes; the
 * list then changes as narrowly as it can. It lives on the thread that opened
 * the book.
 */
enum { PROP_0, PROP_BOOK, PROP_QUERY, PROP_LOADING, PROP_ERROR, PROP_TOTAL, PROP_N_ITEMS, N_PROPS };

static GParamSpec *properties[N_PROPS];

enum { SHOWN, N_SIGNALS };

static guint signals[N_SIGNALS];

static void vel_query_model_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VelQueryModel, vel_query_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, vel_query_model_list_model_init))

static void
book_changed_cb (VelBook       *book,
                 VelDelta      *delta,
                 VelQueryModel *self)
{
  if (!vel_delta_has_entity (delta, self->query->entity))
    return;
  self->is_stale = TRUE;
  if (self->cancellable == NULL)
    vel_query_model_load (self, FALSE);
  else
    vel_query_model_load_rest (self);
}

static GType
vel_query_model_get_item_type (GListModel *list)
{
  return VEL_TYPE_ROW;
}

static guint
vel_query_model_get_n_items (GListModel *list)
{
  return VEL_QUERY_MODEL (list)->n_shown;
}

static gpointer
vel_query_model_get_item (GListModel *list,
                          guint       position)
{
  VelQueryModel *self = VEL_QUERY_MODEL (list);
  VelRow *row;

  if (position >= self->n_shown)
    return NULL;
  row = vel_row_map_lookup (self->rows, position);
  if (row != NULL)
    return g_object_ref (row);
  row = vel_row_new (self->book, self->query->entity, position);
  vel_query_model_point_row (self, row);
  vel_row_map_add (self->rows, row);
  return row;
}

static void
vel_query_model_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = vel_query_model_get_item_type;
  iface->get_n_items = vel_query_model_get_n_items;
  iface->get_item = vel_query_model_get_item;
}

static void
vel_query_model_dispose (GObject *object)
{
  VelQueryModel *self = VEL_QUERY_MODEL (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_query_model_parent_class)->dispose (object);
}

static void
vel_query_model_finalize (GObject *object)
{
  VelQueryModel *self = VEL_QUERY_MODEL (object);

  g_clear_pointer (&self->query, vel_query_unref);
  g_clear_pointer (&self->state, vel_reader_state_free);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->rows, vel_row_map_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (vel_query_model_parent_class)->finalize (object);
}

static void
vel_query_model_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  VelQueryModel *self = VEL_QUERY_MODEL (object);

  switch (property_id)
    {
    case PROP_BOOK:
      g_value_set_object (value, self->book);
      break;

    case PROP_QUERY:
      g_value_set_boxed (value, self->query);
      break;

    case PROP_LOADING:
      g_value_set_boolean (value, vel_query_model_is_loading (self));
      break;

    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;

    case PROP_TOTAL:
      g_value_set_uint (value, self->ids->len);
      break;

    case PROP_N_ITEMS:
      g_value_set_uint (value, self->n_shown);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_query_model_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  VelQueryModel *self = VEL_QUERY_MODEL (object);

  switch (property_id)
    {
    case PROP_QUERY:
      vel_query_model_set_query (self, g_value_get_boxed (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_query_model_class_init (VelQueryModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = vel_query_model_dispose;
  object_class->finalize = vel_query_model_finalize;
  object_class->get_property = vel_query_model_get_property;
  object_class->set_property = vel_query_model_set_property;

  properties[PROP_BOOK] = g_param_spec_object ("book", NULL, NULL, VEL_TYPE_BOOK, flags);
  properties[PROP_QUERY] = g_param_spec_boxed ("query", NULL, NULL, VEL_TYPE_QUERY, flags | G_PARAM_WRITABLE);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * VelQueryModel::shown:
   * @self: a list
   *
   * The list shows another answer: all rows have come, gone, moved and point
   * to what they show now. A new search that finds as much as the one before
   * changes no items, only where the rows point; this tells of it.
   */
  signals[SHOWN] = g_signal_new ("shown", VEL_TYPE_QUERY_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
vel_query_model_init (VelQueryModel *self)
{
  self->state = vel_reader_state_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rows = vel_row_map_new ();
}

/**
 * vel_query_model_new:
 * @book: an open book
 * @query: what to show
 *
 * Returns: (transfer full): a list that is empty until the book has answered
 */
VelQueryModel *
vel_query_model_new (VelBook  *book,
                     VelQuery *query)
{
  return vel_query_model_new_limited (book, query, 0);
}

/**
 * vel_query_model_new_limited:
 * @book: an open book
 * @query: what to show
 * @limit: how many rows to show, 0 for all
 *
 * Makes a list that asks for its first rows only, where those are found sooner
 * than all, until vel_query_model_set_limit() is called.
 *
 * Returns: (transfer full): a list that is empty until the book has answered
 */
VelQueryModel *
vel_query_model_new_limited (VelBook  *book,
                             VelQuery *query,
                             guint     limit)
{
  VelQueryModel *self = g_object_new (VEL_TYPE_QUERY_MODEL, NULL);

  self->book = g_object_ref (book);
  self->query = vel_query_ref (query);
  self->limit = limit;
  g_signal_connect_object (book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_DEFAULT);
  vel_query_model_load (self, TRUE);
  return self;
}

/**
 * vel_query_model_get_book:
 * @self: a list
 *
 * Returns: (transfer none): the book it shows
 */
VelBook *
vel_query_model_get_book (VelQueryModel *self)
{
  g_return_val_if_fail (VEL_IS_QUERY_MODEL (self), NULL);

  return self->book;
}

/**
 * vel_query_model_get_query:
 * @self: a list
 *
 * Returns: (transfer none): what it shows
 */
VelQuery *
vel_query_model_get_query (VelQueryModel *self)
{
  g_return_val_if_fail (VEL_IS_QUERY_MODEL (self), NULL);

  return self->query;
}

/**
 * vel_query_model_set_query:
 * @self: a list
 * @query: what to show from now on, of the same entity
 *
 * The list shows what it did until the book has answered.
 */
void
vel_query_model_set_query (VelQueryModel *self,
                           VelQuery      *query)
{
  g_return_if_fail (VEL_IS_QUERY_MODEL (self));
  g_return_if_fail (query->entity == self->query->entity);

  if (vel_query_same_base (self->query, query) && g_strcmp0 (self->query->search, query->search) == 0)
    return;
  vel_query_ref (query);
  vel_query_unref (self->query);
  self->query = query;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
  vel_query_model_load (self, TRUE);
}

/**
 * vel_query_model_set_limit:
 * @self: a list
 * @limit: how many rows to show, 0 for all
 *
 * A view sets a limit before its first frame, since every row that it is given
 * costs time there, and takes it off after.
 */
void
vel_query_model_set_limit (VelQueryModel *self,
                           guint          limit)
{
  g_return_if_fail (VEL_IS_QUERY_MODEL (self));

  if (self->limit == limit)
    return;
  self->limit = limit;
  vel_query_model_load_rest (self);
  if (self->n_shown != vel_query_model_shown_of (self, self->ids->len))
    {
      vel_query_model_show_anew (self, self->ids, self->n_direct);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
    }
}

/**
 * vel_query_model_reload:
 * @self: a list
 *
 * Asks the book anew, after it has failed to answer.
 */
void
vel_query_model_reload (VelQueryModel *self)
{
  g_return_if_fail (VEL_IS_QUERY_MODEL (self));

  vel_query_model_load (self, TRUE);
}

/**
 * vel_query_model_is_loading:
 * @self: a list
 *
 * Returns: whether an answer is awaited
 */
gboolean
vel_query_model_is_loading (VelQueryModel *self)
{
  g_return_val_if_fail (VEL_IS_QUERY_MODEL (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * vel_query_model_get_error:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): why the book could not answer
 */
const GError *
vel_query_model_get_error (VelQueryModel *self)
{
  g_return_val_if_fail (VEL_IS_QUERY_MODEL (self), NULL);

  return self->error;
}

/**
 * vel_query_model_get_total:
 * @self: a list
 *
 * Returns: how many records the query has found, beyond the limit too
 */
guint
vel_query_model_get_total (VelQueryModel *self)
{
  g_return_val_if_fail (VEL_IS_QUERY_MODEL (self), 0);

  return self->ids->len;
}

/**
 * vel_query_model_get_ids:
 * @self: a list
 *
 * Of the array, the list shows vel_query_model_get_total() or, where it has a
 * limit, the first. While a #VelQueryModel::items-changed is emitted it may
 * still be altered; from #VelQueryModel::shown on it is not, for as long as
 * anybody holds it.
 *
 * Returns: (transfer none) (element-type gint64): what the query has found, in order
 */
GArray *
vel_query_model_get_ids (VelQueryModel *self)
{
  g_return_val_if_fail (VEL_IS_QUERY_MODEL (self), NULL);

  return self->ids;
}

/**
 * vel_query_model_get_id:
 * @self: a list
 * @position: a place
 *
 * Returns: the record there, without reading it, or 0 past the end
 */
gint64
vel_query_model_get_id (VelQueryModel *self,
                        guint          position)
{
  g_return_val_if_fail (VEL_IS_QUERY_MODEL (self), 0);

  return position < self->n_shown ? g_array_index (self->ids, gint64, position) : 0;
}

/**
 * vel_query_model_get_found_id:
 * @self: a list
 * @position: a place, which may lie beyond the limit
 *
 * Returns: the record that the query has found there, or 0 past the end
 */
gint64
vel_query_model_get_found_id (VelQueryModel *self,
                              guint          position)
{
  g_return_val_if_fail (VEL_IS_QUERY_MODEL (self), 0);

  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}

/**
 * vel_query_model_find:
 * @self: a list
 * @id: a record
 * @position: (out): where it is
 *
 * Returns: whether it is in the list
 */
gboolean
vel_query_model_find (VelQueryModel *self,
                      gint64         id,
                      guint         *position)
{
  g_return_val_if_fail (VEL_IS_QUERY_MODEL (self), FALSE);

  for (guint i = 0; i < self->n_shown; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}
