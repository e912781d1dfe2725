/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-book.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vel-book-private.h"
#include "vel-entity-sql.h"
#include "vel-history-private.h"
#include "vel-query-sql.h"

/* How a book is asked: queries, what a field holds, history, a check. */

typedef struct
{
  VelBook         *book;
  VelQuery        *query;    /* (owned) (nullable) */
  const VelEntity *entity;
  char            *field;    /* (owned) (nullable) */
  gint64           record;
  guint            limit;
  VelValue        *values;
} Question;

static Question *
make_question (VelBook  *book,
               VelQuery *query)
{
  Question *question = g_new0 (Question, 1);

  question->book = book;
  question->query = query != NULL ? vel_query_ref (query) : NULL;
  return question;
}

static void
free_question (gpointer data)
{
  Question *question = data;

  g_clear_pointer (&question->query, vel_query_unref);
  g_free (question->field);
  g_free (question);
}

static void
ask (VelBook             *self,
     Question            *question,
     VelWorkerFunc        func,
     GDestroyNotify       free_answer,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr(GError) error = NULL;

  if (!vel_book_check_open (self, &error))
    {
      free_question (question);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  vel_worker_run_async (self->reading, g_steal_pointer (&task), func, question, free_question, free_answer);
}

static gpointer
wait_answer (VelBook        *self,
             Question       *question,
             VelWorkerFunc   func,
             GError        **error)
{
  gpointer answer = NULL;

  if (vel_book_check_open (self, error))
    answer = vel_worker_run (self->reading, func, question, NULL, error);
  free_question (question);
  return answer;
}

static gpointer
find (gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  Question *question = data;
  g_autoptr(VelReaderState) state = vel_reader_state_new ();
  g_autoptr(VelResult) result = vel_reader_query (question->book->reader, state, question->query, VEL_REACH_ALL, NULL,
                                                  cancellable, error);

  return result != NULL ? g_array_ref (result->ids) : NULL;
}

/**
 * vel_book_find_async:
 * @self: a book
 * @query: what to find
 * @cancellable: (nullable): to cancel
 * @callback: called when it is found
 * @user_data: given to @callback
 */
void
vel_book_find_async (VelBook             *self,
                     VelQuery            *query,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_return_if_fail (VEL_IS_BOOK (self));

  ask (self, make_question (self, query), find, (GDestroyNotify) g_array_unref, cancellable, callback, user_data);
}

/**
 * vel_book_find_finish:
 * @self: a book
 * @result: what the callback was given
 * @error: (out): a #VelStoreError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the records, in order
 */
GArray *
vel_book_find_finish (VelBook       *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vel_book_find:
 * @self: a book
 * @query: what to find
 * @error: (out): a #VelStoreError
 *
 * Finds and waits for it.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the records, in order
 */
GArray *
vel_book_find (VelBook   *self,
               VelQuery  *query,
               GError   **error)
{
  g_return_val_if_fail (VEL_IS_BOOK (self), NULL);

  return wait_answer (self, make_question (self, query), find, error);
}

/* Without a search the engine counts; only a search needs the records themselves. */
static gpointer
count (gpointer       data,
       GCancellable  *cancellable,
       GError       **error)
{
  Question *question = data;
  g_autoptr(VelStatement) statement = NULL;
  g_autoptr(GArray) ids = NULL;
  gint64 *n = NULL;
  gboolean row;

  if (question->query->search != NULL)
    {
      ids = find (data, cancellable, error);
      if (ids == NULL)
        return NULL;
      n = g_new (gint64, 1);
      *n = ids->len;
      return n;
    }
  statement = vel_query_prepare (question->query, vel_reader_get_database (question->book->reader), "count (*)", "", error);
  if (statement == NULL ||
      !vel_database_step (vel_reader_get_database (question->book->reader), statement, &row, error))
    return NULL;
  n = g_new (gint64, 1);
  *n = sqlite3_column_int64 (statement, 0);
  return n;
}

/**
 * vel_book_count_async:
 * @self: a book
 * @query: what to count
 * @cancellable: (nullable): to cancel
 * @callback: called when it is known
 * @user_data: given to @callback
 *
 * Counts records, on the reading thread.
 */
void
vel_book_count_async (VelBook             *self,
                      VelQuery            *query,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_return_if_fail (VEL_IS_BOOK (self));

  ask (self, make_question (self, query), count, g_free, cancellable, callback, user_data);
}

/**
 * vel_book_count_finish:
 * @self: a book
 * @result: what the callback was given
 * @error: (out): a #VelStoreError or %G_IO_ERROR_CANCELLED
 *
 * Returns: how many records the query finds, or -1 where @error is set
 */
gint64
vel_book_count_finish (VelBook       *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_autofree gint64 *n = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  n = g_task_propagate_pointer (G_TASK (result), error);
  return n != NULL ? *n : -1;
}

static gpointer
read_values (gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Question *question = data;
  VelDatabase *database = vel_reader_get_database (question->book->reader);
  const VelField *field = vel_entity_find_field (question->entity, question->field);
  g_autofree char *expression = vel_entity_sql_field (question->entity, question->field);
  g_autofree char *sql = NULL;
  g_autoptr(VelStatement) statement = NULL;
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  gboolean row;

  if (expression == NULL)
    {
      g_set_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_INVALID,
                   _("“%s” is not a field of %s."), question->field, question->entity->name);
      return NULL;
    }
  if (field != NULL && field->target != NULL && field->derive != VEL_DERIVE_LINKED)
    sql = g_strdup_printf ("SELECT name FROM %s%s ORDER BY vel_fold (name)", field->target,
                           g_str_equal (field->to, "organisation") ? " WHERE kind = 'organisation'" : "");
  else if (field != NULL && field->type == VEL_FIELD_WORDS)
    sql = g_strdup_printf ("SELECT j.value FROM %s t, json_each (%s) j GROUP BY j.value ORDER BY count (*) DESC, j.value",
                           question->entity->name, expression);
  else
    sql = g_strdup_printf ("SELECT %s AS v FROM %s t WHERE v <> '' GROUP BY v ORDER BY count (*) DESC, v",
                           expression, question->entity->name);
  statement = vel_database_prepare (database, sql, error);
  if (statement == NULL)
    return NULL;
  while (TRUE)
    {
      if (!vel_database_step (database, statement, &row, error))
        return NULL;
      if (!row)
        return g_strv_builder_end (builder);
      g_strv_builder_add (builder, (const char *) sqlite3_column_text (statement, 0));
    }
}

/**
 * vel_book_values_async:
 * @self: a book
 * @entity: an entity
 * @field: a field of it that holds text, words or names
 * @cancellable: (nullable): to cancel
 * @callback: called when they are read
 * @user_data: given to @callback
 *
 * Asks what the records hold in @field, to be suggested.
 */
void
vel_book_values_async (VelBook             *self,
                       const VelEntity     *entity,
                       const char          *field,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  Question *question;

  g_return_if_fail (VEL_IS_BOOK (self));

  question = make_question (self, NULL);
  question->entity = entity;
  question->field = g_strdup (field);
  ask (self, question, read_values, (GDestroyNotify) g_strfreev, cancellable, callback, user_data);
}

/**
 * vel_book_values_finish:
 * @self: a book
 * @result: what the callback was given
 * @error: (out): a #VelStoreError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the texts, the most frequent first;
 *   names of other records in their order
 */
GStrv
vel_book_values_finish (VelBook       *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vel_book_values:
 * @self: a book
 * @entity: an entity
 * @field: a field of it that holds text, words or names
 * @error: (out): a #VelStoreError
 *
 * As vel_book_values_async(), and waits for it.
 *
 * Returns: (transfer full) (nullable): the texts
 */
GStrv
vel_book_values (VelBook          *self,
                 const VelEntity  *entity,
                 const char       *field,
                 GError          **error)
{
  Question *question;

  g_return_val_if_fail (VEL_IS_BOOK (self), NULL);

  question = make_question (self, NULL);
  question->entity = entity;
  question->field = g_strdup (field);
  return wait_answer (self, question, read_values, error);
}

static gpointer
read_row (gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Question *question = data;

  return vel_entity_sql_read (vel_reader_get_database (question->book->reader), question->entity,
                              question->record, question->values, error) ? question : NULL;
}

/**
 * vel_book_read_values:
 * @self: a book
 * @entity: what the record is
 * @id: the record
 * @values: (out caller-allocates) (array): initialised values, one a field
 * @error: (out): %VEL_STORE_ERROR_NOT_FOUND or another #VelStoreError
 *
 * Reads a record and waits for it, for workers that have no use for an object.
 *
 * Returns: whether the record was read
 */
gboolean
vel_book_read_values (VelBook          *self,
                      const VelEntity  *entity,
                      gint64            id,
                      VelValue         *values,
                      GError          **error)
{
  Question *question;

  g_return_val_if_fail (VEL_IS_BOOK (self), FALSE);

  question = make_question (self, NULL);
  question->entity = entity;
  question->record = id;
  question->values = values;
  return wait_answer (self, question, read_row, error) != NULL;
}

static gpointer
read_history (gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Question *question = data;

  return vel_history_read (vel_reader_get_database (question->book->reader),
                           question->record, question->limit, error);
}

static Question *
ask_history (VelBook *self,
             gint64   record,
             guint    limit)
{
  Question *question = make_question (self, NULL);

  question->record = record;
  question->limit = limit;
  return question;
}

/**
 * vel_book_history_async:
 * @self: a book
 * @record: a record, or 0 for all
 * @limit: how many changes at most, 0 for all
 * @cancellable: (nullable): to cancel
 * @callback: called when it is read
 * @user_data: given to @callback
 */
void
vel_book_history_async (VelBook             *self,
                        gint64               record,
                        guint                limit,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_return_if_fail (VEL_IS_BOOK (self));

  ask (self, ask_history (self, record, limit), read_history, (GDestroyNotify) g_ptr_array_unref,
       cancellable, callback, user_data);
}

/**
 * vel_book_history_finish:
 * @self: a book
 * @result: what the callback was given
 * @error: (out): a #VelStoreError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type VelHistoryEntry) (nullable): the changes, the newest first
 */
GPtrArray *
vel_book_history_finish (VelBook       *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vel_book_history:
 * @self: a book
 * @record: a record, or 0 for all
 * @limit: how many changes at most, 0 for all
 * @error: (out): a #VelStoreError
 *
 * Reads history and waits for it.
 *
 * Returns: (transfer full) (element-type VelHistoryEntry) (nullable): the changes, the newest first
 */
GPtrArray *
vel_book_history (VelBook  *self,
                  gint64    record,
                  guint     limit,
                  GError  **error)
{
  g_return_val_if_fail (VEL_IS_BOOK (self), NULL);

  return wait_answer (self, ask_history (self, record, limit), read_history, error);
}

static gboolean
collect_complaints (VelDatabase   *database,
                    const char    *sql,
                    const char    *fine,
                    GStrvBuilder  *complaints,
                    GError       **error)
{
  g_autoptr(VelStatement) statement = vel_database_prepare (database, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  while (TRUE)
    {
      const char *text;

      if (!vel_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      text = (const char *) sqlite3_column_text (statement, 0);
      if (g_strcmp0 (text, fine) != 0)
        g_strv_builder_add (complaints, text);
    }
}

/* The order of names must hold each record once, and no other. */
static const char order_complaints[] =
  "SELECT 'customer_order: ' || t.id || ' is missing' FROM customer t"
  " WHERE t.id NOT IN (SELECT id FROM customer_order)"
  " UNION ALL SELECT 'customer_order: ' || id || ' is no customer' FROM customer_order"
  " WHERE id NOT IN (SELECT id FROM customer)"
  " UNION ALL SELECT 'customer_order: ' || id || ' stands twice' FROM customer_order GROUP BY id HAVING count (*) > 1";

static gpointer
check (gpointer       data,
       GCancellable  *cancellable,
       GError       **error)
{
  Question *question = data;
  VelDatabase *database = vel_reader_get_database (question->book->reader);
  g_autoptr(GStrvBuilder) complaints = g_strv_builder_new ();

  if (!collect_complaints (database, "PRAGMA integrity_check", "ok", complaints, error) ||
      !collect_complaints (database, "SELECT 'foreign key: ' || \"table\" || ' ' || rowid"
                           " FROM pragma_foreign_key_check", NULL, complaints, error) ||
      !collect_complaints (database, order_complaints, NULL, complaints, error))
    return NULL;
  return g_strv_builder_end (complaints);
}

/**
 * vel_book_check:
 * @self: a book
 * @error: (out): a #VelStoreError
 *
 * Reads all of the book and looks for damage.
 *
 * Returns: (transfer full) (nullable): what is wrong, a line each, as the
 *   engine says it; empty where all is well
 */
GStrv
vel_book_check (VelBook  *self,
                GError  **error)
{
  g_return_val_if_fail (VEL_IS_BOOK (self), NULL);

  return wait_answer (self, make_question (self, NULL), check, error);
}
