/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-book-private.h"
#include "vel-history-private.h"
#include "vel-migrations.h"
#include "vel-text.h"

/* How a book is opened. */

/**
 * vel_book_default_path:
 *
 * Returns: (transfer full): where a user's book is unless they say otherwise
 */
char *
vel_book_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "velinimet", "book.velinimet", NULL);
}

typedef struct
{
  VelBook  *book;  /* the book in the making */
  gboolean  create;
} Opening;

/* A book that cannot be written is still shown, if it needs no migration. */
static gboolean
open_writer (VelBook   *self,
             gboolean   create,
             GError   **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(VelDatabase) database = NULL;
  gboolean needed;

  self->writer = vel_writer_new (self->path, create, vel_language_get (), &local_error);
  if (self->writer != NULL)
    return TRUE;
  if (!g_error_matches (local_error, VEL_STORE_ERROR, VEL_STORE_ERROR_READ_ONLY) &&
      !g_error_matches (local_error, VEL_STORE_ERROR, VEL_STORE_ERROR_FULL))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  database = vel_database_open (self->path, VEL_DATABASE_READ, error);
  if (database == NULL || !vel_migrations_check (database, &needed, error))
    return FALSE;
  if (needed)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  self->read_only = TRUE;
  return TRUE;
}

static gpointer
open_book (gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Opening *opening = data;
  VelBook *self = opening->book;

  if (open_writer (self, opening->create, error) &&
      (self->reader = vel_reader_new (self->path, vel_language_get (), error)) != NULL &&
      (self->view = vel_database_open (self->path, VEL_DATABASE_READ, error)) != NULL &&
      vel_history_labels (vel_reader_get_database (self->reader), &self->undo_label, &self->redo_label, error))
    return g_object_ref (self);
  return NULL;
}

static VelBook *
make_book (const char *path)
{
  VelBook *self = g_object_new (VEL_TYPE_BOOK, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  self->writing = vel_worker_new ();
  self->reading = vel_worker_new ();
  return self;
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(VelBook) self = VEL_BOOK (object);
  g_autoptr(GError) error = NULL;
  g_autoptr(VelBook) opened = g_task_propagate_pointer (G_TASK (result), &error);

  if (opened == NULL)
    {
      vel_book_close (self);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  vel_book_watch_bell (self);
  g_task_return_pointer (task, g_steal_pointer (&opened), g_object_unref);
}

/**
 * vel_book_open_async:
 * @path: the file
 * @create: whether to make it where there is none
 * @cancellable: (nullable): not asked once the file is being opened
 * @callback: called when it is open
 * @user_data: given to @callback
 *
 * Opens a book, after bringing it to the newest schema. A book that can be
 * read but not written is opened read-only.
 */
void
vel_book_open_async (const char          *path,
                     gboolean             create,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  VelBook *self = make_book (path);
  Opening *opening = g_new0 (Opening, 1);

  g_task_set_source_tag (task, vel_book_open_async);
  opening->book = self;
  opening->create = create;
  vel_worker_run_async (self->writing, g_task_new (self, cancellable, opened_cb, task),
                        open_book, opening, g_free, g_object_unref);
}

/**
 * vel_book_open_finish:
 * @result: what the callback was given
 * @error: (out): a #VelStoreError, or %G_IO_ERROR_NOT_REGULAR_FILE where @path names a folder
 *
 * Returns: (transfer full) (nullable): the book, to be closed before it is let go
 */
VelBook *
vel_book_open_finish (GAsyncResult  *result,
                      GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vel_book_open:
 * @path: the file
 * @create: whether to make it where there is none
 * @error: (out): a #VelStoreError, or %G_IO_ERROR_NOT_REGULAR_FILE where @path names a folder
 *
 * Opens a book and waits for it; see vel_book_open_async().
 *
 * Returns: (transfer full) (nullable): the book, to be closed before it is let go
 */
VelBook *
vel_book_open (const char  *path,
               gboolean     create,
               GError     **error)
{
  g_autoptr(VelBook) self = make_book (path);
  Opening opening = { self, create };
  g_autoptr(VelBook) opened = vel_worker_run (self->writing, open_book, &opening, NULL, error);

  if (opened == NULL)
    {
      vel_book_close (self);
      return NULL;
    }
  vel_book_watch_bell (self);
  return g_steal_pointer (&opened);
}
