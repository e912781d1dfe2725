/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-query-model-private.h"

#include "vel-book-private.h"
#include "vel-query-diff.h"

/* How a list asks the book, and changes into what it answers. */

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
  gboolean   same;     /* whether it is what the list shows already */
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
  answer->same = !question->is_fresh && answer->result->ids == question->before;
  if (!question->is_fresh && question->reach == VEL_REACH_ALL)
    answer->splices = vel_query_diff (question->before, answer->result->ids, delta, question->query->entity);
  return answer;
}

/* How many of so many ids the list has. */
guint
vel_query_model_shown_of (VelQueryModel *self,
                          guint          n_ids)
{
  return self->limit > 0 ? MIN (self->limit, n_ids) : n_ids;
}

/* Points a row to what stands at its place. */
void
vel_query_model_point_row (VelQueryModel *self,
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
    vel_query_model_point_row (self, g_ptr_array_index (rows, i));
}

static void
emit_splice (VelQueryModel   *self,
             const VelSplice *splice)
{
  vel_row_map_splice (self->rows, splice);
  g_list_model_items_changed (G_LIST_MODEL (self), splice->position, splice->removed, splice->added);
}

/* Shows other rows in the old places, and only adds or cuts off the tail. */
void
vel_query_model_show_anew (VelQueryModel *self,
                           GArray        *ids,
                           guint          n_direct)
{
  const guint before = self->n_shown;
  const guint after = vel_query_model_shown_of (self, ids->len);
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

/* Makes one splice after the other; in between the list is whole. What is
 * beyond the limit comes and goes unseen; in the end as many are shown as shall be. */
static void
show_splices (VelQueryModel *self,
              GArray        *ids,
              guint          n_direct,
              GArray        *splices)
{
  g_autoptr(GArray) steps = g_array_sized_new (FALSE, FALSE, sizeof (gint64), MAX (self->ids->len, ids->len) + 1);
  const guint n_wanted = vel_query_model_shown_of (self, ids->len);
  VelSplice tail = { 0 };

  g_array_append_vals (steps, self->ids->data, self->ids->len);
  g_array_unref (self->ids);
  self->ids = g_array_ref (steps);
  self->n_direct = n_direct;
  for (guint i = 0; i < splices->len; i++)
    {
      VelSplice splice = g_array_index (splices, VelSplice, i);
      const gboolean is_beyond = splice.position >= self->n_shown && self->n_shown < steps->len;

      if (splice.removed > 0)
        g_array_remove_range (steps, splice.position, splice.removed);
      if (splice.added > 0)
        g_array_insert_vals (steps, splice.position, &g_array_index (ids, gint64, splice.position), splice.added);
      if (is_beyond)
        continue;
      splice.removed = MIN (splice.removed, self->n_shown - splice.position);
      self->n_shown += splice.added - splice.removed;
      emit_splice (self, &splice);
    }
  g_array_unref (self->ids);
  self->ids = g_array_ref (ids);
  tail.position = MIN (self->n_shown, n_wanted);
  tail.removed = self->n_shown - tail.position;
  tail.added = n_wanted - tail.position;
  self->n_shown = n_wanted;
  if (tail.removed > 0 || tail.added > 0)
    emit_splice (self, &tail);
  point_rows (self);
}

static void
show_answer (VelQueryModel *self,
             Answer        *answer)
{
  GArray *ids = answer->result->ids;
  const guint total = self->ids->len;
  const guint n_shown = self->n_shown;

  if (answer->splices != NULL)
    show_splices (self, ids, answer->result->n_direct, answer->splices);
  else
    vel_query_model_show_anew (self, ids, answer->result->n_direct);
  g_signal_emit_by_name (self, "shown");
  if (total != self->ids->len)
    g_object_notify (G_OBJECT (self), "total");
  if (n_shown != self->n_shown)
    g_object_notify (G_OBJECT (self), "n-items");
}

static void
set_error (VelQueryModel *self,
           GError        *error)
{
  if (self->error == NULL && error == NULL)
    return;
  g_clear_error (&self->error);
  self->error = error;
  g_object_notify (G_OBJECT (self), "error");
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
  if (answer != NULL && !(answer->same && self->error == NULL))
    show_answer (self, answer);
  set_error (self, g_steal_pointer (&error));
  /* Few rows are all rows. */
  if (answer == NULL || !answer->partial || (self->has_rest && self->ids->len < self->limit))
    {
      self->has_rest = FALSE;
      g_clear_object (&self->cancellable);
      g_object_notify (G_OBJECT (self), "loading");
      if (self->is_stale)
        vel_query_model_load (self, FALSE);
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

/* Asks the book; @is_fresh is whether the answer is to another query than the last. */
void
vel_query_model_load (VelQueryModel *self,
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
  self->has_rest = is_fresh && self->limit > 0 && self->query->search == NULL && self->query->filter == NULL &&
                   self->query->order == NULL;
  if (self->has_rest)
    ask (self, VEL_REACH_FIRST_ROWS);
  else if (is_fresh && vel_reader_looks_deeper (self->query))
    ask (self, VEL_REACH_SHORT);
  if (!self->has_rest)
    ask (self, VEL_REACH_ALL);
  if (!was_loading)
    g_object_notify (G_OBJECT (self), "loading");
}

/* Asks for what is beyond the first rows, if that has been put off. */
void
vel_query_model_load_rest (VelQueryModel *self)
{
  if (!self->has_rest)
    return;
  self->has_rest = FALSE;
  ask (self, VEL_REACH_ALL);
}
