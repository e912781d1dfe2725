/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-writer.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

#include "vel-apply.h"
#include "vel-change-private.h"
#include "vel-changeset.h"
#include "vel-database.h"
#include "vel-follow.h"
#include "vel-lock.h"
#include "vel-migrations.h"
#include "vel-store-error.h"
#include "vel-writer-private.h"

#define LOCK_PATIENCE_MS 15000
#define CLOSE_PATIENCE_MS 1000
#define CHECKPOINT_PAGES 1000

void
vel_blob_clear (VelBlob *self)
{
  sqlite3_free (self->data);
}

/**
 * vel_commit_free:
 * @self: (transfer full): what came of a change
 */
void
vel_commit_free (VelCommit *self)
{
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self->label);
  g_free (self->args);
  g_free (self);
}

static int
wal_hook_cb (void       *data,
             sqlite3    *handle,
             const char *name,
             int         pages)
{
  VelWriter *self = data;

  self->wal_pages = pages;
  return SQLITE_OK;
}

static gboolean
check_in_place (VelWriter  *self,
                GError    **error)
{
  struct stat status;

  if (stat (vel_database_get_path (self->database), &status) == 0 &&
      status.st_dev == self->device && status.st_ino == self->inode)
    return TRUE;
  g_set_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_VANISHED,
               _("The customer book is no longer at %s."), vel_database_get_path (self->database));
  return FALSE;
}

gboolean
vel_writer_begin (VelWriter  *self,
                  GError    **error)
{
  if (!check_in_place (self, error) || !vel_lock_acquire (self->lock, LOCK_PATIENCE_MS, error))
    return FALSE;
  if (vel_database_exec (self->database, "BEGIN IMMEDIATE", error))
    return TRUE;
  vel_lock_release (self->lock);
  return FALSE;
}

gboolean
vel_writer_end (VelWriter  *self,
                gboolean    done,
                gint64      seq,
                GError    **error)
{
  if (done)
    done = vel_database_exec (self->database, "COMMIT", error);
  if (!done)
    vel_database_exec (self->database, "ROLLBACK", NULL);
  else if (seq > 0)
    vel_lock_ring (self->lock, seq);
  vel_lock_release (self->lock);
  return done;
}

static gboolean
set_meta (VelWriter   *self,
          const char  *key,
          gint64       value,
          GError     **error)
{
  g_autoptr(VelStatement) statement = vel_database_prepare (
    self->database, "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2", error);

  if (statement == NULL)
    return FALSE;
  vel_statement_bind_text (statement, 1, key);
  sqlite3_bind_int64 (statement, 2, value);
  return vel_database_run (self->database, statement, error);
}

/* The random part of the ids is drawn when the book is made. */
static gboolean
give_identity (VelWriter  *self,
               GError    **error)
{
  gint64 last_id;

  if (!vel_database_get_integer (self->database, "SELECT value FROM meta WHERE key = 'last_id'", &last_id, error))
    return FALSE;
  return last_id != 0 || set_meta (self, "last_id", (gint64) g_random_int_range (1, 0xffff) << 16, error);
}

/* Lists are ordered by stored keys; another language or another version of the
 * collation orders otherwise. */
static gboolean
refresh_order (VelWriter  *self,
               GError    **error)
{
  g_autofree char *version = vel_collator_version (self->collator);
  g_autoptr(VelStatement) read = vel_database_prepare (
    self->database, "SELECT 1 FROM meta WHERE key = 'order' AND value = ?1", error);
  g_autoptr(VelStatement) write = vel_database_prepare (
    self->database, "INSERT INTO meta (key, value) VALUES ('order', ?1) ON CONFLICT DO UPDATE SET value = ?1", error);
  gboolean row;

  if (read == NULL || write == NULL)
    return FALSE;
  vel_statement_bind_text (read, 1, version);
  if (!vel_database_step (self->database, read, &row, error))
    return FALSE;
  if (row)
    return TRUE;
  vel_statement_bind_text (write, 1, version);
  return vel_follow_rebuild (self->database, self->collator, error) &&
         vel_database_run (self->database, write, error);
}

static gboolean
is_remote (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileInfo) info = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE, NULL, NULL);

  return info != NULL && g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE);
}

static gboolean
prepare_book (VelWriter  *self,
              GError    **error)
{
  gboolean needed;
  const char *journal = is_remote (vel_database_get_path (self->database))
                          ? "PRAGMA journal_mode=DELETE" : "PRAGMA journal_mode=WAL";

  if (!vel_lock_acquire (self->lock, LOCK_PATIENCE_MS, error))
    return FALSE;
  if (!vel_migrations_check (self->database, &needed, error) ||
      !vel_database_exec (self->database, journal, error) ||
      (needed && !vel_migrations_run (self->database, error)))
    {
      vel_lock_release (self->lock);
      return FALSE;
    }
  if (!vel_database_exec (self->database, "BEGIN IMMEDIATE", error))
    {
      vel_lock_release (self->lock);
      return FALSE;
    }
  return vel_writer_end (self, give_identity (self, error) && refresh_order (self, error), 0, error);
}

/**
 * vel_writer_new:
 * @path: the file of a book
 * @create: whether to make it where there is none
 * @language: the language of the interface, whose order lists have
 * @error: (out): a #VelStoreError
 *
 * Returns: (transfer full) (nullable): the writer of the book, which now has the newest schema
 */
VelWriter *
vel_writer_new (const char  *path,
                gboolean     create,
                const char  *language,
                GError     **error)
{
  g_autoptr(VelWriter) self = g_new0 (VelWriter, 1);
  struct stat status;

  self->database = vel_database_open (path, create ? VEL_DATABASE_CREATE : VEL_DATABASE_WRITE, error);
  if (self->database == NULL)
    return NULL;
  if (sqlite3_db_readonly (vel_database_get_handle (self->database), "main") == 1)
    {
      g_set_error_literal (error, VEL_STORE_ERROR, VEL_STORE_ERROR_READ_ONLY, "the file cannot be written");
      return NULL;
    }
  self->lock = vel_lock_new (path, error);
  if (self->lock == NULL)
    return NULL;
  self->collator = vel_collator_new (language);
  if (!prepare_book (self, error))
    return NULL;
  sqlite3_wal_hook (vel_database_get_handle (self->database), wal_hook_cb, self);
  if (stat (path, &status) == 0)
    {
      self->device = status.st_dev;
      self->inode = status.st_ino;
    }
  return g_steal_pointer (&self);
}

/**
 * vel_writer_free:
 * @self: (transfer full): a writer
 */
void
vel_writer_free (VelWriter *self)
{
  /* The engine checkpoints when the last connection closes: under the lock, too. */
  if (self->lock != NULL && self->database != NULL)
    vel_lock_acquire (self->lock, CLOSE_PATIENCE_MS, NULL);
  g_clear_pointer (&self->database, vel_database_close);
  g_clear_pointer (&self->collator, vel_collator_free);
  g_clear_pointer (&self->lock, vel_lock_free);
  g_free (self);
}

VelSession *
vel_writer_record (VelWriter  *self,
                   GError    **error)
{
  g_autoptr(VelSession) session = NULL;
  guint n_entities;
  const VelEntity * const *entities = vel_entity_list (&n_entities);
  int code = sqlite3session_create (vel_database_get_handle (self->database), "main", &session);

  /* A changeset holds the tables in this order: what belongs to a record comes
   * before it, so that the inverse takes it away before the record goes and
   * would take it along. Foreign keys are looked at when all is applied. */
  for (guint i = n_entities; i > 0 && code == SQLITE_OK; i--)
    code = sqlite3session_attach (session, entities[i - 1]->name);
  if (code != SQLITE_OK)
    {
      vel_database_fail (self->database, code, error);
      return NULL;
    }
  return g_steal_pointer (&session);
}

gboolean
vel_writer_read (VelWriter   *self,
                 VelSession  *session,
                 VelBlob        *changeset,
                 GError     **error)
{
  int code = sqlite3session_changeset (session, &changeset->size, &changeset->data);

  return code == SQLITE_OK || vel_database_fail (self->database, code, error);
}

gboolean
vel_writer_touch (const VelRowChange  *row,
                  gpointer             user_data,
                  GError             **error)
{
  VelTouch *touch = user_data;
  g_autoptr(VelStatement) statement = NULL;

  touch->n_rows++;
  if (row->id < touch->first_id || row->id > touch->last_id)
    touch->n_outside++;
  if (touch->history == 0)
    return TRUE;
  statement = vel_database_prepare (touch->writer->database,
                                    "INSERT OR IGNORE INTO history_touch (record, history) VALUES (?1, ?2)", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, row->id);
  sqlite3_bind_int64 (statement, 2, touch->history);
  return vel_database_run (touch->writer->database, statement, error);
}

gboolean
vel_writer_next_seq (VelWriter  *self,
                     gint64     *seq,
                     GError    **error)
{
  if (!vel_database_get_integer (self->database, "SELECT max (seq) FROM history", seq, error))
    return FALSE;
  (*seq)++;
  return TRUE;
}

/* What could be redone is forgotten once something new is done; it stays in
 * history, but out of reach. */
static gboolean
write_history (VelWriter   *self,
               VelChange   *change,
               const char  *actor,
               const VelBlob  *changeset,
               const VelTouch *range,
               guint        n_added,
               VelCommit   *commit,
               gint64      *seq,
               GError     **error)
{
  g_autoptr(VelStatement) statement = vel_database_prepare (
    self->database,
    "INSERT INTO history (seq, at, actor, label, args, changeset, first_id, last_id, added)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", error);
  VelTouch touch = *range;

  if (statement == NULL || !vel_writer_next_seq (self, seq, error) ||
      !vel_database_exec (self->database, "UPDATE history SET undone = -1 WHERE undone > 0", error))
    return FALSE;
  commit->label = g_strdup (vel_change_get_label (change));
  commit->args = vel_change_dup_args (change);
  sqlite3_bind_int64 (statement, 1, *seq);
  sqlite3_bind_int64 (statement, 2, g_get_real_time () / 1000);
  vel_statement_bind_text (statement, 3, actor);
  vel_statement_bind_text (statement, 4, commit->label);
  vel_statement_bind_text (statement, 5, commit->args);
  sqlite3_bind_blob (statement, 6, changeset->size > 0 ? changeset->data : "", changeset->size, SQLITE_STATIC);
  if (range->first_id != 0)
    {
      sqlite3_bind_int64 (statement, 7, range->first_id);
      sqlite3_bind_int64 (statement, 8, range->last_id);
    }
  sqlite3_bind_int64 (statement, 9, n_added);
  if (!vel_database_run (self->database, statement, error))
    return FALSE;

  commit->history = sqlite3_last_insert_rowid (vel_database_get_handle (self->database));
  touch.history = commit->history;
  if (!vel_changeset_each (self->database, changeset->data, changeset->size, vel_writer_touch, &touch, error))
    return FALSE;
  /* A row that a long change has added and then changed is one row. */
  commit->n_rows = touch.n_outside + n_added;
  return TRUE;
}

static gboolean
commit_in_transaction (VelWriter   *self,
                       VelChange   *change,
                       const char  *actor,
                       VelCommit   *commit,
                       gint64      *seq,
                       GError     **error)
{
  g_autoptr(VelSession) session = vel_writer_record (self, error);
  g_autoptr(GHashTable) inserts = g_hash_table_new (NULL, NULL);
  g_auto(VelBlob) changeset = { NULL, 0 };
  VelApply apply = {
    .database = self->database,
    .collator = self->collator,
    .now = g_get_real_time () / G_USEC_PER_SEC,
    .ids = commit->ids,
    .session = session,
    .is_long = vel_change_has_source (change),
    .inserts = inserts,
  };
  VelTouch range = { .writer = self };
  gint64 last_id;
  gint64 first_id;

  if (session == NULL ||
      !vel_database_get_integer (self->database, "SELECT value FROM meta WHERE key = 'last_id'", &last_id, error))
    return FALSE;
  apply.last_id = last_id;
  first_id = vel_apply_new_id (&apply);
  if (!vel_apply_change (&apply, change, error) ||
      !vel_writer_read (self, session, &changeset, error))
    return FALSE;
  if (changeset.size == 0 && apply.last_id == first_id)
    return TRUE;
  if (apply.is_long)
    {
      range.first_id = first_id;
      range.last_id = apply.last_id;
    }
  return vel_follow_changeset (self->database, self->collator, changeset.data, changeset.size, FALSE, error) &&
         write_history (self, change, actor, &changeset, &range, apply.n_added, commit, seq, error) &&
         set_meta (self, "last_id", apply.last_id, error);
}

/**
 * vel_writer_commit:
 * @self: a writer
 * @change: what to do
 * @actor: who does it
 * @cancellable: (nullable): to cancel a long change before it is done
 * @error: (out): a #VelStoreError or %G_IO_ERROR_CANCELLED; the book is then as it was
 *
 * Does @change in one transaction, with its place in history.
 *
 * Returns: (transfer full) (nullable): what came of it
 */
VelCommit *
vel_writer_commit (VelWriter     *self,
                   VelChange     *change,
                   const char    *actor,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(VelCommit) commit = g_new0 (VelCommit, 1);
  gint64 seq = 0;
  gboolean done;

  commit->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !vel_writer_begin (self, error))
    return NULL;
  vel_database_watch_cancel (self->database, cancellable);
  done = commit_in_transaction (self, change, actor, commit, &seq, error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error);
  vel_database_watch_cancel (self->database, NULL);
  return vel_writer_end (self, done, seq, error) ? g_steal_pointer (&commit) : NULL;
}

/**
 * vel_writer_checkpoint:
 * @self: a writer
 *
 * Moves what was written from the log into the book, where the log has grown;
 * under the lock, since two at once can lose a commit (the engine's WAL-reset
 * bug, mended in 3.51.3).
 */
void
vel_writer_checkpoint (VelWriter *self)
{
  if (self->wal_pages < CHECKPOINT_PAGES || !vel_lock_acquire (self->lock, 0, NULL))
    return;
  sqlite3_wal_checkpoint_v2 (vel_database_get_handle (self->database), "main",
                             SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  vel_lock_release (self->lock);
  self->wal_pages = 0;
}
