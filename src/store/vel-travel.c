/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vel-database.h"
#include "vel-follow.h"
#include "vel-store-error.h"
#include "vel-writer-private.h"

/* Undo and redo: going back and forth in history. */

static int
on_conflict_cb (void                   *data,
                int                     conflict,
                sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

typedef struct
{
  gint64  history;
  VelBlob    changeset;
  char   *label;  /* (owned) */
  char   *args;   /* (owned) */
  gint64  undone;
  gint64  first_id;  /* of the rows that a long change added; 0 where they are in the changeset */
  gint64  last_id;
} Past;

static void
clear_past (Past *past)
{
  vel_blob_clear (&past->changeset);
  g_free (past->label);
  g_free (past->args);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Past, clear_past)

static gboolean
read_past (VelWriter   *self,
           const char  *sql,
           gint64       history,
           Past        *past,
           GError     **error)
{
  g_autoptr(VelStatement) statement = vel_database_prepare (self->database, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  if (history != 0)
    sqlite3_bind_int64 (statement, 1, history);
  if (!vel_database_step (self->database, statement, &row, error))
    return FALSE;
  if (!row)
    {
      g_set_error_literal (error, VEL_STORE_ERROR, VEL_STORE_ERROR_NOTHING,
                           g_str_has_suffix (sql, "DESC LIMIT 1") && strstr (sql, "undone > 0") != NULL
                             ? _("There is nothing to redo.") : _("There is nothing to undo."));
      return FALSE;
    }
  past->history = sqlite3_column_int64 (statement, 0);
  past->undone = sqlite3_column_int64 (statement, 1);
  past->label = g_strdup ((const char *) sqlite3_column_text (statement, 2));
  past->args = g_strdup ((const char *) sqlite3_column_text (statement, 3));
  past->first_id = sqlite3_column_int64 (statement, 5);
  past->last_id = sqlite3_column_int64 (statement, 6);
  past->changeset.size = sqlite3_column_bytes (statement, 4);
  past->changeset.data = sqlite3_malloc64 (past->changeset.size + 1);
  if (past->changeset.size > 0)
    memcpy (past->changeset.data, sqlite3_column_blob (statement, 4), past->changeset.size);
  return TRUE;
}

static gboolean
fail_conflict (GError **error)
{
  g_set_error_literal (error, VEL_STORE_ERROR, VEL_STORE_ERROR_CONFLICT,
                       _("A later change has touched the same records. Undo that one first."));
  return FALSE;
}

/* Applies a recorded changeset. Where a later change stands in the way, or
 * something not in it would go along (what was added to a customer since),
 * nothing is done. */
static gboolean
replay (VelWriter   *self,
        const VelBlob  *changeset,
        guint       *n_rows,
        GError     **error)
{
  g_autoptr(VelSession) session = vel_writer_record (self, error);
  g_auto(VelBlob) done = { NULL, 0 };
  VelTouch wanted = { self, 0, 0 };
  VelTouch got = { self, 0, 0 };
  int code;

  if (session == NULL)
    return FALSE;
  code = sqlite3changeset_apply (vel_database_get_handle (self->database), changeset->size, changeset->data,
                                 NULL, on_conflict_cb, NULL);
  if (code == SQLITE_OK)
    {
      if (!vel_writer_read (self, session, &done, error) ||
          !vel_changeset_each (self->database, changeset->data, changeset->size, vel_writer_touch, &wanted, error) ||
          !vel_changeset_each (self->database, done.data, done.size, vel_writer_touch, &got, error))
        return FALSE;
    }
  else if (code != SQLITE_ABORT && (code & 0xff) != SQLITE_CONSTRAINT)
    {
      return vel_database_fail (self->database, code, error);
    }
  if (code != SQLITE_OK || wanted.n_rows != got.n_rows)
    return fail_conflict (error);
  *n_rows = got.n_rows;
  return vel_follow_changeset (self->database, self->collator, done.data, done.size, TRUE, error);
}

/* Whether a later change has touched what a long change added, or has pointed
 * something of its own to it. */
static gboolean
check_untouched (VelWriter   *self,
                 const Past  *past,
                 GError     **error)
{
  g_autoptr(VelStatement) statement = vel_database_prepare (
    self->database,
    "SELECT 1 FROM history_touch t JOIN history h ON h.id = t.history"
    " WHERE t.record BETWEEN ?1 AND ?2 AND h.id > ?3 AND h.undone = 0 LIMIT 1", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, past->first_id);
  sqlite3_bind_int64 (statement, 2, past->last_id);
  sqlite3_bind_int64 (statement, 3, past->history);
  if (!vel_database_step (self->database, statement, &row, error))
    return FALSE;
  return !row || fail_conflict (error);
}

static gboolean
delete_range (VelWriter        *self,
              const VelEntity  *entity,
              const Past       *past,
              GError          **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id BETWEEN ?1 AND ?2", entity->name);
  g_autoptr(VelStatement) statement = vel_database_prepare (self->database, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, past->first_id);
  sqlite3_bind_int64 (statement, 2, past->last_id);
  return vel_database_run (self->database, statement, error);
}

/* The rows that a long change added go by their ids, the last kind first. What
 * is taken away is recorded, and becomes the changeset of the change, so that
 * it can be done again. */
static gboolean
undo_long (VelWriter   *self,
           Past        *past,
           guint       *n_rows,
           GError     **error)
{
  g_autoptr(VelSession) session = vel_writer_record (self, error);
  g_autoptr(VelStatement) statement = NULL;
  g_auto(VelBlob) inverse = { NULL, 0 };
  g_auto(VelBlob) done = { NULL, 0 };
  g_auto(VelBlob) again = { NULL, 0 };
  VelTouch wanted = { self, 0, 0, past->first_id, past->last_id };
  VelTouch outside = wanted;
  guint n_entities;
  const VelEntity * const *entities = vel_entity_list (&n_entities);
  int code = SQLITE_OK;

  if (session == NULL || !check_untouched (self, past, error))
    return FALSE;
  if (past->changeset.size > 0)
    code = sqlite3changeset_invert (past->changeset.size, past->changeset.data, &inverse.size, &inverse.data);
  if (code == SQLITE_OK && inverse.size > 0)
    code = sqlite3changeset_apply (vel_database_get_handle (self->database), inverse.size, inverse.data,
                                   NULL, on_conflict_cb, NULL);
  if (code == SQLITE_ABORT || (code & 0xff) == SQLITE_CONSTRAINT)
    return fail_conflict (error);
  if (code != SQLITE_OK)
    return vel_database_fail (self->database, code, error);
  for (guint i = n_entities; i > 0; i--)
    if (!delete_range (self, entities[i - 1], past, error))
      return FALSE;
  if (!vel_writer_read (self, session, &done, error) ||
      !vel_changeset_each (self->database, past->changeset.data, past->changeset.size, vel_writer_touch, &wanted, error) ||
      !vel_changeset_each (self->database, done.data, done.size, vel_writer_touch, &outside, error))
    return FALSE;
  /* What the change did to rows that it had added itself goes with these. */
  if (outside.n_outside != wanted.n_outside)
    return fail_conflict (error);
  *n_rows = outside.n_rows;

  code = sqlite3changeset_invert (done.size, done.data, &again.size, &again.data);
  if (code != SQLITE_OK)
    return vel_database_fail (self->database, code, error);
  statement = vel_database_prepare (
    self->database, "UPDATE history SET changeset = ?1, first_id = NULL, last_id = NULL, added = 0 WHERE id = ?2", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_blob (statement, 1, again.data, again.size, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, past->history);
  wanted = (VelTouch) { self, past->history, 0 };
  return vel_database_run (self->database, statement, error) &&
         vel_changeset_each (self->database, again.data, again.size, vel_writer_touch, &wanted, error) &&
         vel_follow_changeset (self->database, self->collator, done.data, done.size, TRUE, error);
}

static gboolean
mark_past (VelWriter   *self,
           gint64       history,
           gboolean     undone,
           gint64      *seq,
           GError     **error)
{
  g_autoptr(VelStatement) statement = vel_database_prepare (
    self->database, "UPDATE history SET seq = ?1, undone = ?2 WHERE id = ?3", error);

  if (statement == NULL || !vel_writer_next_seq (self, seq, error))
    return FALSE;
  sqlite3_bind_int64 (statement, 1, *seq);
  sqlite3_bind_int64 (statement, 2, undone ? *seq : 0);
  sqlite3_bind_int64 (statement, 3, history);
  return vel_database_run (self->database, statement, error);
}

static gboolean
travel (VelWriter    *self,
        const char   *sql,
        gint64        history,
        gboolean      back,
        VelCommit    *commit,
        gint64       *seq,
        GError      **error)
{
  g_auto(Past) past = { 0 };
  g_auto(VelBlob) inverse = { NULL, 0 };
  int code;

  if (!read_past (self, sql, history, &past, error))
    return FALSE;
  if (back && past.first_id == 0)
    {
      code = sqlite3changeset_invert (past.changeset.size, past.changeset.data, &inverse.size, &inverse.data);
      if (code != SQLITE_OK)
        return vel_database_fail (self->database, code, error);
    }
  commit->history = past.history;
  commit->label = g_steal_pointer (&past.label);
  commit->args = g_steal_pointer (&past.args);
  return (past.first_id != 0
            ? undo_long (self, &past, &commit->n_rows, error)
            : replay (self, back ? &inverse : &past.changeset, &commit->n_rows, error)) &&
         mark_past (self, commit->history, back, seq, error);
}

static VelCommit *
run_travel (VelWriter     *self,
            const char    *sql,
            gint64         history,
            gboolean       back,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(VelCommit) commit = g_new0 (VelCommit, 1);
  gint64 seq = 0;
  gboolean done;

  commit->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!vel_writer_begin (self, error))
    return NULL;
  vel_database_watch_cancel (self->database, cancellable);
  done = travel (self, sql, history, back, commit, &seq, error);
  vel_database_watch_cancel (self->database, NULL);
  return vel_writer_end (self, done, seq, error) ? g_steal_pointer (&commit) : NULL;
}

/**
 * vel_writer_undo:
 * @self: a writer
 * @history: a change in history, or 0 for the last one that is not undone
 * @cancellable: (nullable): to cancel a long undo before it is done
 * @error: (out): %VEL_STORE_ERROR_NOTHING, %VEL_STORE_ERROR_CONFLICT where a
 *   later change has touched the same rows, or another #VelStoreError; the
 *   book is then as it was
 *
 * Returns: (transfer full) (nullable): what was undone
 */
VelCommit *
vel_writer_undo (VelWriter     *self,
                 gint64         history,
                 GCancellable  *cancellable,
                 GError       **error)
{
  static const char last[] =
    "SELECT id, undone, label, args, changeset, first_id, last_id FROM history WHERE undone = 0 ORDER BY id DESC LIMIT 1";
  static const char given[] =
    "SELECT id, undone, label, args, changeset, first_id, last_id FROM history WHERE id = ?1 AND undone = 0";

  return run_travel (self, history == 0 ? last : given, history, TRUE, cancellable, error);
}

/**
 * vel_writer_redo:
 * @self: a writer
 * @cancellable: (nullable): to cancel a long redo before it is done
 * @error: (out): as of vel_writer_undo()
 *
 * Does again what was undone last.
 *
 * Returns: (transfer full) (nullable): what was redone
 */
VelCommit *
vel_writer_redo (VelWriter     *self,
                 GCancellable  *cancellable,
                 GError       **error)
{
  static const char last[] =
    "SELECT id, undone, label, args, changeset, first_id, last_id FROM history WHERE undone > 0 ORDER BY undone DESC LIMIT 1";

  return run_travel (self, last, 0, FALSE, cancellable, error);
}

