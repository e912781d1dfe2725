/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-book.h"

#include <glib/gi18n-lib.h>

#include "vel-book-private.h"

/* How a book is changed: commit, undo, redo. */

typedef enum
{
  COMMIT,
  UNDO,
  REDO
} WorkKind;

typedef struct
{
  VelBook   *book;
  WorkKind   kind;
  VelChange *change;   /* (owned) (nullable) */
  gint64     history;
} Work;

static Work *
make_work (VelBook   *book,
           WorkKind   kind,
           VelChange *change,
           gint64     history)
{
  Work *work = g_new0 (Work, 1);

  work->book = book;
  work->kind = kind;
  work->change = change != NULL ? g_object_ref (change) : NULL;
  work->history = history;
  return work;
}

static void
free_work (gpointer data)
{
  Work *work = data;

  g_clear_object (&work->change);
  g_free (work);
}

static gpointer
run_work (gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Work *work = data;
  VelBook *self = work->book;
  g_autofree char *actor = NULL;

  if (self->writer == NULL)
    {
      g_set_error_literal (error, VEL_STORE_ERROR, VEL_STORE_ERROR_READ_ONLY,
                           _("The customer book can only be read."));
      return NULL;
    }
  switch (work->kind)
    {
    case COMMIT:
      g_mutex_lock (&self->mutex);
      actor = g_strdup (self->actor);
      g_mutex_unlock (&self->mutex);
      return vel_writer_commit (self->writer, work->change, actor, cancellable, error);

    case UNDO:
      return vel_writer_undo (self->writer, work->history, cancellable, error);

    case REDO:
      return vel_writer_redo (self->writer, cancellable, error);

    default:
      g_assert_not_reached ();
    }
}

static gpointer
checkpoint (gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  VelBook *self = data;

  vel_writer_checkpoint (self->writer);
  return self;
}

static void
worked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  VelBook *self = VEL_BOOK (object);
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  VelCommit *commit = g_task_propagate_pointer (G_TASK (result), &error);

  if (commit == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  vel_book_follow (self);
  if (self->writing != NULL)
    vel_worker_run_async (self->writing, g_task_new (self, NULL, NULL, NULL), checkpoint, self, NULL, NULL);
  g_task_return_pointer (task, commit, (GDestroyNotify) vel_commit_free);
}

static void
start_work (VelBook             *self,
            Work                *work,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr(GError) error = NULL;

  g_task_set_check_cancellable (task, FALSE);
  if (!vel_book_check_open (self, &error))
    {
      free_work (work);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  vel_worker_run_async (self->writing, g_task_new (self, cancellable, worked_cb, g_steal_pointer (&task)),
                        run_work, work, free_work, (GDestroyNotify) vel_commit_free);
}

static VelCommit *
wait_work (VelBook       *self,
           Work          *work,
           GCancellable  *cancellable,
           GError       **error)
{
  VelCommit *commit = NULL;

  if (vel_book_check_open (self, error))
    commit = vel_worker_run (self->writing, run_work, work, cancellable, error);
  if (commit != NULL)
    vel_worker_run (self->writing, checkpoint, self, NULL, NULL);
  free_work (work);
  return commit;
}

/**
 * vel_book_commit_async:
 * @self: a book
 * @change: what to do; not to be touched any more
 * @cancellable: (nullable): to cancel a long change before it is done
 * @callback: called when it is done
 * @user_data: given to @callback
 */
void
vel_book_commit_async (VelBook             *self,
                       VelChange           *change,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_return_if_fail (VEL_IS_BOOK (self));
  g_return_if_fail (VEL_IS_CHANGE (change));

  start_work (self, make_work (self, COMMIT, change, 0), cancellable, callback, user_data);
}

/**
 * vel_book_commit_finish:
 * @self: a book
 * @result: what the callback was given
 * @error: (out): a #VelStoreError or %G_IO_ERROR_CANCELLED; the book is then as it was
 *
 * Returns: (transfer full) (nullable): what came of it
 */
VelCommit *
vel_book_commit_finish (VelBook       *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vel_book_commit:
 * @self: a book
 * @change: what to do
 * @cancellable: (nullable): to cancel a long change before it is done
 * @error: (out): as of vel_book_commit_finish()
 *
 * Does @change and waits for it.
 *
 * Returns: (transfer full) (nullable): what came of it
 */
VelCommit *
vel_book_commit (VelBook       *self,
                 VelChange     *change,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_return_val_if_fail (VEL_IS_BOOK (self), NULL);

  return wait_work (self, make_work (self, COMMIT, change, 0), cancellable, error);
}

/**
 * vel_book_undo_async:
 * @self: a book
 * @history: a change in history, or 0 for the last that is not undone
 * @cancellable: (nullable): to cancel a long undo before it is done
 * @callback: called when it is done
 * @user_data: given to @callback
 */
void
vel_book_undo_async (VelBook             *self,
                     gint64               history,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_return_if_fail (VEL_IS_BOOK (self));

  start_work (self, make_work (self, UNDO, NULL, history), cancellable, callback, user_data);
}

/**
 * vel_book_undo_finish:
 * @self: a book
 * @result: what the callback was given
 * @error: (out): %VEL_STORE_ERROR_NOTHING, %VEL_STORE_ERROR_CONFLICT or another
 *   #VelStoreError; the book is then as it was
 *
 * Returns: (transfer full) (nullable): what was undone
 */
VelCommit *
vel_book_undo_finish (VelBook       *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  return vel_book_commit_finish (self, result, error);
}

/**
 * vel_book_undo:
 * @self: a book
 * @history: a change in history, or 0 for the last that is not undone
 * @error: (out): as of vel_book_undo_finish()
 *
 * Undoes and waits for it.
 *
 * Returns: (transfer full) (nullable): what was undone
 */
VelCommit *
vel_book_undo (VelBook  *self,
               gint64    history,
               GError  **error)
{
  g_return_val_if_fail (VEL_IS_BOOK (self), NULL);

  return wait_work (self, make_work (self, UNDO, NULL, history), NULL, error);
}

/**
 * vel_book_redo_async:
 * @self: a book
 * @cancellable: (nullable): to cancel a long redo before it is done
 * @callback: called when it is done
 * @user_data: given to @callback
 */
void
vel_book_redo_async (VelBook             *self,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_return_if_fail (VEL_IS_BOOK (self));

  start_work (self, make_work (self, REDO, NULL, 0), cancellable, callback, user_data);
}

/**
 * vel_book_redo_finish:
 * @self: a book
 * @result: what the callback was given
 * @error: (out): as of vel_book_undo_finish()
 *
 * Returns: (transfer full) (nullable): what was redone
 */
VelCommit *
vel_book_redo_finish (VelBook       *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  return vel_book_commit_finish (self, result, error);
}

/**
 * vel_book_redo:
 * @self: a book
 * @error: (out): as of vel_book_undo_finish()
 *
 * Redoes what was undone last and waits for it.
 *
 * Returns: (transfer full) (nullable): what was redone
 */
VelCommit *
vel_book_redo (VelBook  *self,
               GError  **error)
{
  g_return_val_if_fail (VEL_IS_BOOK (self), NULL);

  return wait_work (self, make_work (self, REDO, NULL, 0), NULL, error);
}
