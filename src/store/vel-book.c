/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-book.h"

#include <glib/gi18n-lib.h>

#include "vel-book-private.h"
#include "vel-entity-sql.h"
#include "vel-history-private.h"
#include "vel-lock.h"
#include "vel-migrations.h"
#include "vel-text.h"

/**
 * VelBook:
 *
 * A customer book on disk. It owns two threads, one whose connection writes
 * and one whose connection answers queries; what views show is read by a third
 * connection on the thread that opened the book, a row at a time. All calls
 * belong to that thread, but for those without "_async", which wait and belong
 * to programs without an interface, and to workers.
 *
 * Whoever opens a book closes it with vel_book_close() before letting go of it.
 */

enum { PROP_0, PROP_PATH, PROP_READ_ONLY, PROP_UNDO_LABEL, PROP_REDO_LABEL, N_PROPS };
enum { CHANGED, FAILED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelBook, vel_book, G_TYPE_OBJECT)

/* How soon a change by another program is looked at, and not more often. */
#define BELL_MS 50

typedef struct
{
  VelDelta *delta;  /* (owned) */
  char     *undo;   /* (owned) (nullable) */
  char     *redo;   /* (owned) (nullable) */
} News;

static void
free_news (News *news)
{
  g_clear_pointer (&news->delta, vel_delta_unref);
  g_free (news->undo);
  g_free (news->redo);
  g_free (news);
}

static void
set_label (VelBook  *self,
           guint     property,
           char    **place,
           char     *label)
{
  if (g_strcmp0 (*place, label) == 0)
    {
      g_free (label);
      return;
    }
  g_free (*place);
  *place = label;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
refresh_record (VelBook   *self,
                VelRecord *record)
{
  const VelEntity *entity = vel_record_get_entity (record);
  g_autofree VelValue *values = g_new0 (VelValue, entity->n_fields);

  /* What is gone keeps its last values for as long as somebody shows it. */
  if (vel_entity_sql_read (self->view, entity, vel_record_get_id (record), values, NULL))
    vel_record_take_values (record, values);
  for (guint i = 0; i < entity->n_fields; i++)
    vel_value_clear (&values[i]);
}

static void
refresh_live (VelBook  *self,
              VelDelta *delta)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    if (vel_delta_has (delta, vel_record_get_entity (record), vel_record_get_id (record)))
      g_ptr_array_add (records, g_object_ref (record));
  for (guint i = 0; i < records->len; i++)
    refresh_record (self, g_ptr_array_index (records, i));
}

static void
caught_up_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  VelBook *self = VEL_BOOK (object);
  g_autoptr(GError) error = NULL;
  News *news = g_task_propagate_pointer (G_TASK (result), &error);

  if (news == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  if (self->view != NULL && !vel_delta_is_empty (news->delta))
    {
      refresh_live (self, news->delta);
      set_label (self, PROP_UNDO_LABEL, &self->undo_label, g_steal_pointer (&news->undo));
      set_label (self, PROP_REDO_LABEL, &self->redo_label, g_steal_pointer (&news->redo));
      g_signal_emit (self, signals[CHANGED], 0, news->delta);
    }
  free_news (news);
}

static gpointer
catch_up (gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  VelBook *self = data;
  News *news = g_new0 (News, 1);

  news->delta = vel_reader_catch_up (self->reader, error);
  if (news->delta == NULL ||
      !vel_history_labels (vel_reader_get_database (self->reader), &news->undo, &news->redo, error))
    g_clear_pointer (&news, free_news);
  return news;
}

/* Makes the reading thread look at what was changed and tell the views. */
void
vel_book_follow (VelBook *self)
{
  if (self->reading == NULL)
    return;
  vel_worker_run_async (self->reading, g_task_new (self, NULL, caught_up_cb, NULL),
                        catch_up, self, NULL, (GDestroyNotify) free_news);
}

static void
bell_rang_cb (GFileMonitor      *monitor,
              GFile             *file,
              GFile             *other,
              GFileMonitorEvent  event,
              VelBook           *self)
{
  /* The hint that changes are done may be all that is told of the last one. */
  if (event == G_FILE_MONITOR_EVENT_CHANGED || event == G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT)
    vel_book_follow (self);
}

static void
watch_bell (VelBook *self)
{
  g_autofree char *path = vel_lock_path (self->path);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor == NULL)
    return;
  g_file_monitor_set_rate_limit (self->monitor, BELL_MS);
  g_signal_connect_object (self->monitor, "changed", G_CALLBACK (bell_rang_cb), self, G_CONNECT_DEFAULT);
}

static void
record_gone_cb (gpointer  data,
                GObject  *record)
{
  VelBook *self = data;
  const gint64 id = vel_record_get_id ((VelRecord *) record);

  g_hash_table_remove (self->live, &id);
}

static void
vel_book_dispose (GObject *object)
{
  VelBook *self = VEL_BOOK (object);

  if (self->writing != NULL || self->reading != NULL)
    g_critical ("A book was let go of without being closed");

  G_OBJECT_CLASS (vel_book_parent_class)->dispose (object);
}

static void
vel_book_finalize (GObject *object)
{
  VelBook *self = VEL_BOOK (object);
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    g_object_weak_unref (record, record_gone_cb, self);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->actor, g_free);
  g_clear_pointer (&self->undo_label, g_free);
  g_clear_pointer (&self->redo_label, g_free);
  g_clear_pointer (&self->live, g_hash_table_unref);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (vel_book_parent_class)->finalize (object);
}

static void
vel_book_get_property (GObject    *object,
                       guint       property_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  VelBook *self = VEL_BOOK (object);

  switch (property_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;

    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;

    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;

    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_book_class_init (VelBookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = vel_book_dispose;
  object_class->finalize = vel_book_finalize;
  object_class->get_property = vel_book_get_property;

  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * VelBook::changed:
   * @self: a book
   * @delta: what was touched
   *
   * The book has changed, by this program or another. Records that are shown
   * have been read anew.
   */
  signals[CHANGED] = g_signal_new ("changed", VEL_TYPE_BOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, VEL_TYPE_DELTA);

  /**
   * VelBook::failed:
   * @self: a book
   * @error: why
   *
   * The book can no longer be read.
   */
  signals[FAILED] = g_signal_new ("failed", VEL_TYPE_BOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
vel_book_init (VelBook *self)
{
  g_mutex_init (&self->mutex);
  self->actor = g_strdup (g_get_user_name ());
  self->live = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

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
  watch_bell (self);
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
 * @error: (out): a #VelStoreError
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
 * @error: (out): a #VelStoreError
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
  watch_bell (self);
  return g_steal_pointer (&opened);
}

/**
 * vel_book_close:
 * @self: a book
 *
 * Waits until everything asked for is done, and closes the file. Further calls
 * fail; a second close does nothing.
 */
void
vel_book_close (VelBook *self)
{
  g_return_if_fail (VEL_IS_BOOK (self));

  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->writing, vel_worker_free);
  g_clear_pointer (&self->reading, vel_worker_free);
  g_clear_pointer (&self->view, vel_database_close);
  g_clear_pointer (&self->reader, vel_reader_free);
  g_clear_pointer (&self->writer, vel_writer_free);
}

/* Whether calls can still be made. */
gboolean
vel_book_check_open (VelBook  *self,
                     GError  **error)
{
  if (self->reading != NULL)
    return TRUE;
  g_set_error_literal (error, VEL_STORE_ERROR, VEL_STORE_ERROR_FAILED, "the book is closed");
  return FALSE;
}

/**
 * vel_book_get_path:
 * @self: a book
 *
 * Returns: (transfer none): the file, as an absolute path
 */
const char *
vel_book_get_path (VelBook *self)
{
  g_return_val_if_fail (VEL_IS_BOOK (self), NULL);

  return self->path;
}

/**
 * vel_book_is_read_only:
 * @self: a book
 *
 * Returns: whether it can only be read
 */
gboolean
vel_book_is_read_only (VelBook *self)
{
  g_return_val_if_fail (VEL_IS_BOOK (self), TRUE);

  return self->read_only;
}

/**
 * vel_book_set_actor:
 * @self: a book
 * @actor: who makes the changes from now on, as history tells it; the user's
 *   name on this computer unless set
 */
void
vel_book_set_actor (VelBook    *self,
                    const char *actor)
{
  g_return_if_fail (VEL_IS_BOOK (self));

  g_mutex_lock (&self->mutex);
  g_free (self->actor);
  self->actor = g_strdup (actor);
  g_mutex_unlock (&self->mutex);
}

/**
 * vel_book_get_undo_label:
 * @self: a book
 *
 * Returns: (transfer none) (nullable): what would be undone, in the language
 *   of the interface, or %NULL where there is nothing
 */
const char *
vel_book_get_undo_label (VelBook *self)
{
  g_return_val_if_fail (VEL_IS_BOOK (self), NULL);

  return self->undo_label;
}

/**
 * vel_book_get_redo_label:
 * @self: a book
 *
 * Returns: (transfer none) (nullable): what would be redone, in the language
 *   of the interface, or %NULL where there is nothing
 */
const char *
vel_book_get_redo_label (VelBook *self)
{
  g_return_val_if_fail (VEL_IS_BOOK (self), NULL);

  return self->redo_label;
}

/**
 * vel_book_get_record:
 * @self: a book
 * @entity: what the record is
 * @id: the record
 * @error: (out): %VEL_STORE_ERROR_NOT_FOUND or another #VelStoreError
 *
 * The record as an object, one and the same for as long as somebody holds it,
 * and always as it stands in the book. Reads one row; on the thread that
 * opened the book.
 *
 * Returns: (transfer full) (nullable): the record
 */
VelRecord *
vel_book_get_record (VelBook          *self,
                     const VelEntity  *entity,
                     gint64            id,
                     GError          **error)
{
  VelRecord *record;
  g_autofree VelValue *values = NULL;

  g_return_val_if_fail (VEL_IS_BOOK (self), NULL);

  if (!vel_book_check_open (self, error))
    return NULL;
  record = g_hash_table_lookup (self->live, &id);
  if (record != NULL)
    return g_object_ref (record);

  values = g_new0 (VelValue, entity->n_fields);
  if (!vel_entity_sql_read (self->view, entity, id, values, error))
    return NULL;
  record = vel_record_new (entity, id);
  vel_record_take_values (record, values);
  g_hash_table_insert (self->live, g_memdup2 (&id, sizeof id), record);
  g_object_weak_ref (G_OBJECT (record), record_gone_cb, self);
  return record;
}
