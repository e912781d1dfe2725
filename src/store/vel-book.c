/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-book.h"

#include "vel-book-private.h"
#include "vel-history-private.h"
#include "vel-lock.h"

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
      vel_book_refresh_live (self, news->delta);
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

/* Listens to what other programs change. */
void
vel_book_watch_bell (VelBook *self)
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

  vel_book_forget_live (self);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->actor, g_free);
  g_clear_pointer (&self->undo_label, g_free);
  g_clear_pointer (&self->redo_label, g_free);
  g_clear_pointer (&self->live, g_hash_table_unref);
  g_clear_pointer (&self->gone, g_hash_table_unref);
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
  self->gone = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
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
