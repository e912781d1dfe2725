/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-query-model.h"

#include "vel-book-private.h"
#include "vel-query-diff.h"
#include "vel-row-map.h"

/**
 * VelQueryModel:
 *
 * What a query finds, as a list of #VelRow. It holds the ids in order; rows
 * are made, and their records read, when a view asks for them. The reading
 * thread answers the query anew when it is set and when the book changes; the
 * list then changes as narrowly as it can. It lives on the thread that opened
 * the book.
 */
struct _VelQueryModel
{
  GObject         parent_instance;

  VelBook        *book;        /* (owned) */
  VelQuery       *query;       /* (owned) */
  VelReaderState *state;       /* (owned): used by the reading thread */
  GArray         *ids;         /* (owned) (element-type gint64): never altered, only replaced */
  guint           n_direct;
  guint           n_shown;     /* how many of the ids the list has */
  guint           limit;       /* how many it may have, 0 for all */
  VelRowMap      *rows;        /* (owned) */
  GError         *error;       /* (owned) (nullable) */
  GCancellable   *cancellable; /* (owned) (nullable): of the answer that is awaited */
  gboolean        is_stale;    /* whether the book has changed since the answer was asked for */
  gboolean        is_fresh;    /* whether the awaited answer is to another query */
};

enum { PROP_0, PROP_BOOK, PROP_QUERY, PROP_LOADING, PROP_ERROR, PROP_TOTAL, PROP_N_ITEMS, N_PROPS };

static GParamSpec *properties[N_PROPS];

enum { SHOWN, N_SIGNALS };

static guint signals[N_SIGNALS];

static void vel_query_model_list_model_init (GListModelInterface *iface);
static void load (VelQueryModel *self, gboolean is_fresh);

G_DEFINE_FINAL_TYPE_WITH_CODE (VelQueryModel, vel_query_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, vel_query_model_list_model_init))

/* What the reading thread is asked, and its answer. */
typedef struct
{
  VelBook        *book;
  VelReaderState *state;    /* of the model, which waits for the answer */
  VelQuery       *query;    /* (owned) */
  GArray         *before;   /* (owned) */
  gboolean        is_fresh;
  VelReach        reach;
} Question;

typedef struct
{
  VelResult *result;   /* (owned) */
  GArray    *splices;  /* (owned) (nullable) */
  gboolean   partial;
} Answer;

static void
free_question (gpointer data)
{
  Question *question = data;

  vel_query_unref (question->query);
  g_array_unref (question->before);
  g_free (question);
}

static void
free_answer (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->result, vel_result_free);
  g_clear_pointer (&answer->splices, g_array_unref);
  g_free (answer);
}

static gpointer
find_answer (gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Question *question = data;
  Answer *answer = g_new0 (Answer, 1);
  g_autoptr(VelDelta) delta = NULL;

  answer->result = vel_reader_query (question->book->reader, question->state, question->query, question->reach,
                                     &delta, cancellable, error);
  if (answer->result == NULL)
    {
      free_answer (answer);
      return NULL;
    }
  answer->partial = question->reach != VEL_REACH_ALL;
  if (!question->is_fresh && question->reach == VEL_REACH_ALL)
    answer->splices = vel_query_diff (question->before, answer->result->ids, delta, question->query->entity);
  return answer;
}

static guint
shown_of (VelQueryModel *self,
          guint          n_ids)
{
  return self->limit > 0 ? MIN (self->limit, n_ids) : n_ids;
}

static void
point_row (VelQueryModel *self,
           VelRow        *row)
{
  const guint position = vel_row_get_position (row);

  if (position < self->ids->len)
    vel_row_point (row, g_array_index (self->ids, gint64, position), position >= self->n_direct);
}

static void
point_rows (VelQueryModel *self)
{
  g_autoptr(GPtrArray) rows = vel_row_map_hold (self->rows);

  for (guint i = 0; i < rows->len; i++)
    point_row (self, g_ptr_array_index (rows, i));
}

static void
emit_splice (VelQueryModel   *self,
             const VelSplice *splice)
{
  vel_row_map_splice (self->rows, splice);
  g_list_model_items_changed (G_LIST_MODEL (self), splice->position, splice->removed, splice->added);
}

/* Shows other rows in the old places, and only adds or cuts off the tail. */
static void
show_anew (VelQueryModel *self,
           GArray        *ids,
           guint          n_direct)
{
  const guint before = self->n_shown;
  const guint after = shown_of (self, ids->len);
  const VelSplice tail = { MIN (before, after), before - MIN (before, after), after - MIN (before, after) };

  g_array_ref (ids);
  g_array_unref (self->ids);
  self->ids = ids;
  self->n_direct = n_direct;
  self->n_shown = after;
  if (tail.removed > 0 || tail.added > 0)
    emit_splice (self, &tail);
  point_rows (self);
}

/* Makes one splice after the other; in between the list is whole. */
static void
show_splices (VelQueryModel *self,
              GArray        *ids,
              guint          n_direct,
              GArray        *splices)
{
  g_autoptr(GArray) steps = g_array_sized_new (FALSE, FALSE, sizeof (gint64), MAX (self->ids->len, ids->len) + 1);

  g_array_append_vals (steps, self->ids->data, self->ids->len);
  g_array_unref (self->ids);
  self->ids = g_array_ref (steps);
  self->n_direct = n_direct;
  for (guint i = 0; i < splices->len; i++)
    {
      const VelSplice *splice = &g_array_index (splices, VelSplice, i);

      if (splice->removed > 0)
        g_array_remove_range (steps, splice->position, splice->removed);
      if (splice->added > 0)
        g_array_insert_vals (steps, splice->position,
                             &g_array_index (ids, gint64, splice->position), splice->added);
      self->n_shown = steps->len;
      emit_splice (self, splice);
    }
  g_array_unref (self->ids);
  self->ids = g_array_ref (ids);
  point_rows (self);
}

static void
show_answer (VelQueryModel *self,
             Answer        *answer)
{
  GArray *ids = answer->result->ids;
  const guint total = self->ids->len;
  const guint n_shown = self->n_shown;

  if (answer->splices != NULL && self->n_shown == self->ids->len && shown_of (self, ids->len) == ids->len)
    show_splices (self, ids, answer->result->n_direct, answer->splices);
  else
    show_anew (self, ids, answer->result->n_direct);
  g_signal_emit (self, signals[SHOWN], 0);
  if (total != self->ids->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTAL]);
  if (n_shown != self->n_shown)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static void
set_error (VelQueryModel *self,
           GError        *error)
{
  if (self->error == NULL && error == NULL)
    return;
  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(VelQueryModel) self = user_data;
  g_autoptr(GError) error = NULL;
  Answer *answer = g_task_propagate_pointer (G_TASK (result), &error);
  const gboolean awaited = self->cancellable == g_task_get_cancellable (G_TASK (result));

  /* What is no longer awaited is another query's, or older than the book. */
  if (!awaited)
    {
      g_clear_pointer (&answer, free_answer);
      return;
    }
  if (answer != NULL)
    show_answer (self, answer);
  set_error (self, g_steal_pointer (&error));
  if (answer == NULL || !answer->partial)
    {
      g_clear_object (&self->cancellable);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
      if (self->is_stale)
        load (self, FALSE);
    }
  g_clear_pointer (&answer, free_answer);
}

static void
ask (VelQueryModel *self,
     VelReach       reach)
{
  Question *question = g_new0 (Question, 1);
  GTask *task = g_task_new (self->book, self->cancellable, answered_cb, g_object_ref (self));

  question->book = self->book;
  question->state = self->state;
  question->query = vel_query_ref (self->query);
  question->before = g_array_ref (self->ids);
  question->is_fresh = self->is_fresh;
  question->reach = reach;
  vel_worker_run_async (self->book->reading, task, find_answer, question, free_question, free_answer);
}

static void
load (VelQueryModel *self,
      gboolean       is_fresh)
{
  const gboolean was_loading = self->cancellable != NULL;

  if (self->book->reading == NULL)
    return;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->is_fresh = is_fresh;
  self->is_stale = FALSE;
  if (is_fresh && self->limit > 0 && self->query->search == NULL && self->query->filter == NULL && self->query->order == NULL)
    ask (self, VEL_REACH_FIRST_ROWS);
  else if (is_fresh && vel_reader_looks_deeper (self->query))
    ask (self, VEL_REACH_SHORT);
  ask (self, VEL_REACH_ALL);
  if (!was_loading)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
book_changed_cb (VelBook       *book,
                 VelDelta      *delta,
                 VelQueryModel *self)
{
  if (!vel_delta_has_entity (delta, self->query->entity))
    return;
  self->is_stale = TRUE;
  if (self->cancellable == NULL)
    load (self, FALSE);
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
  point_row (self, row);
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
  VelQueryModel *self = g_object_new (VEL_TYPE_QUERY_MODEL, NULL);

  self->book = g_object_ref (book);
  self->query = vel_query_ref (query);
  g_signal_connect_object (book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_DEFAULT);
  load (self, TRUE);
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
  load (self, TRUE);
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
  if (self->n_shown != shown_of (self, self->ids->len))
    {
      show_anew (self, self->ids, self->n_direct);
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

  load (self, TRUE);
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
