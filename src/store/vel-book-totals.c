/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-book-private.h"
#include "vel-book-totals.h"
#include "vel-deal.h"
#include "vel-query-sql.h"

/* Sums of deals. The engine adds whole numbers of 64 bits and refuses to run
 * over: an amount is added as its millions and the rest, which cannot. */
#define PART "1000000"
#define AMOUNT "coalesce (t.amount, 0)"
#define PERCENT "CASE t.status WHEN 'won' THEN 100 WHEN 'lost' THEN 0" \
  " ELSE coalesce (t.probability, (SELECT s.probability FROM stage s WHERE s.id = t.stage), 0) END"
#define HOME "coalesce ((SELECT value FROM setting WHERE name = 'currency'), 'TRY')"
/* A closed deal has the rate of its day, an open one the newest; so has a closed
 * one of whose day nothing was told in the currency that the book has now. */
#define RATE "CASE WHEN t.rate_home = " HOME " THEN t.rate ELSE" \
  " (SELECT r.rate FROM rate r WHERE r.currency = t.currency AND r.home = " HOME " ORDER BY r.date DESC, r.id DESC LIMIT 1) END"
#define WHAT "t.currency, " RATE " AS told, count (*)," \
  " sum (" AMOUNT " / " PART "), sum (" AMOUNT " % " PART ")," \
  " sum (" AMOUNT " / " PART " * " PERCENT "), sum (" AMOUNT " % " PART " * " PERCENT ")"

typedef struct
{
  VelBook  *book;
  VelQuery *query;  /* (owned) */
  GArray   *ids;    /* (owned) (nullable) */
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  vel_query_unref (question->query);
  g_clear_pointer (&question->ids, g_array_unref);
  g_free (question);
}

static VelTotals *
new_totals (VelDatabase  *database,
            GError      **error)
{
  g_autoptr(VelStatement) statement = vel_database_prepare (database, "SELECT " HOME, error);
  gboolean row;

  if (statement == NULL || !vel_database_step (database, statement, &row, error))
    return NULL;
  return vel_totals_new ((const char *) sqlite3_column_text (statement, 0));
}

static gboolean
add_rows (VelTotals     *totals,
          VelDatabase   *database,
          VelStatement  *statement,
          GError       **error)
{
  gboolean row;

  while (TRUE)
    {
      if (!vel_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (sqlite3_column_type (statement, 0) == SQLITE_NULL)
        continue;
      vel_totals_add (totals, (const char *) sqlite3_column_text (statement, 0),
                      sqlite3_column_int64 (statement, 1), sqlite3_column_int64 (statement, 2),
                      (__int128) sqlite3_column_int64 (statement, 3) * 1000000 + sqlite3_column_int64 (statement, 4),
                      (__int128) sqlite3_column_int64 (statement, 5) * 1000000 + sqlite3_column_int64 (statement, 6));
    }
}

/* Each of the ids by itself: they are those that a search has found, or that are selected. */
static gboolean
add_ids (VelTotals     *totals,
         VelDatabase   *database,
         GArray        *ids,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr(VelStatement) statement = vel_database_prepare (database, "SELECT " WHAT " FROM deal t WHERE t.id = ?1", error);

  for (guint i = 0; statement != NULL && i < ids->len; i++)
    {
      sqlite3_reset (statement);
      sqlite3_bind_int64 (statement, 1, g_array_index (ids, gint64, i));
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !add_rows (totals, database, statement, error))
        return FALSE;
    }
  return statement != NULL;
}

static gpointer
find_totals (gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Question *question = data;
  VelDatabase *database = vel_reader_get_database (question->book->reader);
  g_autoptr(VelTotals) totals = NULL;
  g_autoptr(VelStatement) statement = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  totals = new_totals (database, error);
  if (totals == NULL)
    return NULL;
  if (question->ids != NULL)
    return add_ids (totals, database, question->ids, cancellable, error) ? g_steal_pointer (&totals) : NULL;
  statement = vel_query_prepare (question->query, database, WHAT, " GROUP BY t.currency, told", error);
  if (statement == NULL || !add_rows (totals, database, statement, error))
    return NULL;
  return g_steal_pointer (&totals);
}

static Question *
make_question (VelBook  *self,
               VelQuery *query,
               GArray   *ids)
{
  Question *question = g_new0 (Question, 1);

  question->book = self;
  question->query = vel_query_ref (query);
  question->ids = ids != NULL ? g_array_ref (ids) : NULL;
  return question;
}

/**
 * vel_book_totals_async:
 * @self: a book
 * @query: which deals; its search is not looked at
 * @ids: (nullable) (element-type gint64): just these deals, in place of @query;
 *   not to be altered any more
 * @cancellable: (nullable): to cancel
 * @callback: called when they are known
 * @user_data: given to @callback
 *
 * Adds up deals, on the reading thread.
 */
void
vel_book_totals_async (VelBook             *self,
                       VelQuery            *query,
                       GArray              *ids,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (VEL_IS_BOOK (self));
  g_return_if_fail (query->entity == &vel_deal_entity);

  task = g_task_new (self, cancellable, callback, user_data);
  if (!vel_book_check_open (self, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  vel_worker_run_async (self->reading, g_steal_pointer (&task), find_totals, make_question (self, query, ids),
                        free_question, (GDestroyNotify) vel_totals_unref);
}

/**
 * vel_book_totals_finish:
 * @self: a book
 * @result: what the callback was given
 * @error: (out): a #VelStoreError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the totals
 */
VelTotals *
vel_book_totals_finish (VelBook       *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vel_book_totals:
 * @self: a book
 * @query: which deals; its search is not looked at
 * @error: (out): a #VelStoreError
 *
 * As vel_book_totals_async(), waiting. Not for the thread of an interface.
 *
 * Returns: (transfer full) (nullable): the totals
 */
VelTotals *
vel_book_totals (VelBook   *self,
                 VelQuery  *query,
                 GError   **error)
{
  Question *question;
  VelTotals *totals = NULL;

  g_return_val_if_fail (VEL_IS_BOOK (self), NULL);
  g_return_val_if_fail (query->entity == &vel_deal_entity, NULL);

  question = make_question (self, query, NULL);
  if (vel_book_check_open (self, error))
    totals = vel_worker_run (self->reading, find_totals, question, NULL, error);
  free_question (question);
  return totals;
}
