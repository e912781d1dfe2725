/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-task-capture.h"

#include <glib/gi18n-lib.h>

#include "vel-book-private.h"
#include "vel-json.h"
#include "vel-task.h"
#include "vel-text.h"

/* From a captured line to a task: whom of the book it names, and the change that
 * adds it. */

typedef struct
{
  VelBook   *book;
  GPtrArray *names;  /* (owned) (element-type VelCaptureName) */
} Question;

/* Nobody is found, which is an answer too. */
static const char nobody[] = "";

static Question *
make_question (VelBook          *book,
               const VelCapture *capture)
{
  Question *question = g_new0 (Question, 1);

  question->book = book;
  question->names = vel_capture_get_names (capture);
  return question;
}

static void
free_question (gpointer data)
{
  Question *question = data;

  g_ptr_array_unref (question->names);
  g_free (question);
}

static void
free_answer (gpointer data)
{
  if (data != nobody)
    vel_captured_free (data);
}

static void
free_captured (gpointer data)
{
  vel_captured_free (data);
}

/* The folded names, as a list that a statement can look into. */
static char *
list_folds (GStrv folds)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (gsize i = 0; folds[i] != NULL; i++)
    json_builder_add_string_value (builder, folds[i]);
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  return vel_json_to_string (root, FALSE);
}

/* Those who are called so: each name of the book is folded once. */
static VelStatement *
prepare (VelDatabase  *database,
         GStrv         folds,
         GError      **error)
{
  g_autofree char *list = list_folds (folds);
  VelStatement *statement = vel_database_prepare (
    database, "SELECT id, name, vel_fold (name) FROM customer"
    " WHERE vel_fold (name) IN (SELECT value FROM json_each (?1)) ORDER BY id", error);

  if (statement != NULL)
    vel_statement_bind_text (statement, 1, list);
  return statement;
}

static gboolean
collect (VelDatabase   *database,
         VelStatement  *statement,
         GHashTable    *found,
         GError       **error)
{
  gboolean row;

  while (vel_database_step (database, statement, &row, error))
    {
      const char *fold;
      VelCaptured *captured;
      gint64 id;

      if (!row)
        return TRUE;
      id = sqlite3_column_int64 (statement, 0);
      fold = (const char *) sqlite3_column_text (statement, 2);
      captured = g_hash_table_lookup (found, fold);
      if (captured == NULL)
        {
          captured = g_new0 (VelCaptured, 1);
          captured->name = g_strdup ((const char *) sqlite3_column_text (statement, 1));
          captured->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
          g_hash_table_insert (found, g_strdup (fold), captured);
        }
      g_array_append_val (captured->ids, id);
    }
  return FALSE;
}

static gpointer
find (gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  const Question *question = data;
  VelDatabase *database = vel_reader_get_database (question->book->reader);
  g_autoptr(GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_captured);
  g_auto(GStrv) folds = g_new0 (char *, question->names->len + 1);
  g_autoptr(VelStatement) statement = NULL;
  gboolean done;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (question->names->len == 0)
    return (gpointer) nobody;
  for (guint i = 0; i < question->names->len; i++)
    folds[i] = vel_text_fold (((VelCaptureName *) g_ptr_array_index (question->names, i))->name);
  statement = prepare (database, folds, error);
  if (statement == NULL)
    return NULL;
  vel_database_watch_cancel (database, cancellable);
  done = collect (database, statement, found, error);
  vel_database_watch_cancel (database, NULL);
  if (!done)
    return NULL;
  for (guint i = 0; i < question->names->len; i++)
    {
      const VelCaptureName *name = g_ptr_array_index (question->names, i);
      g_autofree char *fold = NULL;
      VelCaptured *captured;

      if (!g_hash_table_steal_extended (found, folds[i], (gpointer *) &fold, (gpointer *) &captured))
        continue;
      captured->start = name->start;
      captured->end = name->end;
      return captured;
    }
  return (gpointer) nobody;
}

/**
 * vel_captured_free:
 * @self: (transfer full) (nullable): whom a line names
 */
void
vel_captured_free (VelCaptured *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_array_unref (self->ids);
  g_free (self);
}

/**
 * vel_book_find_captured_async:
 * @book: a book
 * @capture: a captured line; not needed any more when this returns
 * @cancellable: (nullable): to cancel
 * @callback: called when it is known
 * @user_data: given to @callback
 *
 * Asks which customer the words of the line name: of the words that could, as
 * vel_capture_get_names() tells them, the first that are the whole name of
 * somebody, letters being alike with and without marks, small and capital.
 */
void
vel_book_find_captured_async (VelBook             *book,
                              const VelCapture    *capture,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (VEL_IS_BOOK (book));
  g_return_if_fail (capture != NULL);

  task = g_task_new (book, cancellable, callback, user_data);
  g_task_set_source_tag (task, vel_book_find_captured_async);
  if (!vel_book_check_open (book, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  vel_worker_run_async (book->reading, g_steal_pointer (&task), find, make_question (book, capture), free_question,
                        free_answer);
}

static gboolean
take_answer (gpointer      answer,
             VelCaptured **captured)
{
  *captured = answer != nobody ? answer : NULL;
  return answer != NULL;
}

/**
 * vel_book_find_captured_finish:
 * @book: a book
 * @result: what the callback was given
 * @captured: (out) (transfer full) (nullable): whom the line names, or %NULL for nobody
 * @error: (out): a #VelStoreError or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it could be found out
 */
gboolean
vel_book_find_captured_finish (VelBook       *book,
                               GAsyncResult  *result,
                               VelCaptured  **captured,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, book), FALSE);

  return take_answer (g_task_propagate_pointer (G_TASK (result), error), captured);
}

/**
 * vel_book_find_captured:
 * @book: a book
 * @capture: a captured line
 * @captured: (out) (transfer full) (nullable): whom the line names, or %NULL for nobody
 * @error: (out): a #VelStoreError
 *
 * As vel_book_find_captured_async(), and waits for it.
 *
 * Returns: whether it could be found out
 */
gboolean
vel_book_find_captured (VelBook           *book,
                        const VelCapture  *capture,
                        VelCaptured      **captured,
                        GError           **error)
{
  Question *question;
  gpointer answer = NULL;

  g_return_val_if_fail (VEL_IS_BOOK (book), FALSE);
  g_return_val_if_fail (capture != NULL, FALSE);

  question = make_question (book, capture);
  if (vel_book_check_open (book, error))
    answer = vel_worker_run (book->reading, find, question, NULL, error);
  free_question (question);
  return take_answer (answer, captured);
}

/**
 * vel_task_from_capture:
 * @capture: a captured line that has a title
 * @customer: whose task it is, or 0
 * @deal: the deal that it is of, or 0; without a customer it is that of the deal
 * @task: (out) (optional): what stands for the new task within the change
 *
 * Returns: (transfer full): the change that adds the task
 */
VelChange *
vel_task_from_capture (const VelCapture *capture,
                       gint64            customer,
                       gint64            deal,
                       gint64           *task)
{
  VelChange *change;
  gint64 id;

  g_return_val_if_fail (capture != NULL, NULL);

  change = vel_change_new (N_("Add %s"), capture->title, NULL);
  id = vel_change_insert (change, &vel_task_entity);
  vel_change_set_text (change, &vel_task_entity, id, "title", capture->title);
  if (capture->due != NULL)
    vel_change_set_text (change, &vel_task_entity, id, "due", capture->due);
  if (capture->repeat != NULL)
    vel_change_set_text (change, &vel_task_entity, id, "repeat", capture->repeat);
  if (customer != 0)
    vel_change_set_integer (change, &vel_task_entity, id, "customer", customer);
  if (deal != 0)
    vel_change_set_integer (change, &vel_task_entity, id, "deal", deal);
  if (task != NULL)
    *task = id;
  return change;
}
