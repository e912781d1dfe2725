/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-book-rings.h"

#include <string.h>

#include "vel-book-private.h"
#include "vel-changeset.h"
#include "vel-collator.h"
#include "vel-due.h"
#include "vel-reader.h"
#include "vel-rings.h"
#include "vel-worker.h"
#include "vel-writer-private.h"

/* What is due, and what rings: asked by index, however many tasks there are, and
 * waited for. For programs that ring and for the command line; an interface asks
 * by queries. */

typedef struct
{
  VelBook    *book;
  const char *until;  /* (nullable) */
  guint       limit;
  GPtrArray  *rings;
} Question;

/**
 * vel_ring_copy:
 * @self: a ring
 *
 * Returns: (transfer full): the same
 */
VelRing *
vel_ring_copy (const VelRing *self)
{
  VelRing *copy = g_new (VelRing, 1);

  copy->task = self->task;
  copy->at = g_strdup (self->at);
  copy->base = g_strdup (self->base);
  return copy;
}

/**
 * vel_ring_free:
 * @self: (transfer full): a ring
 */
void
vel_ring_free (VelRing *self)
{
  g_free (self->at);
  g_free (self->base);
  g_free (self);
}

static gint64
count_minutes (const char *hour)
{
  return g_ascii_strtoll (hour, NULL, 10) * 60 + g_ascii_strtoll (hour + 3, NULL, 10);
}

/* Beyond any moment. */
#define END_OF_TIME "9999-12-31T99"

static char *
find_bound (const Question *question,
            gint64          hour)
{
  char *bound = question->until != NULL ? vel_due_add_minutes (question->until, -hour) : NULL;

  return bound != NULL ? bound : g_strdup (END_OF_TIME);
}

/* Those with a time, and those with a day: each in the order of an index. */
static VelStatement *
prepare_rings (const Question  *question,
               VelDatabase     *database,
               gboolean         is_dated,
               gint64           hour,
               const char      *what,
               GError         **error)
{
  g_autofree char *bound = find_bound (question, is_dated ? hour : 0);
  g_autofree char *sql = g_strdup_printf (
    "SELECT %s FROM task_ring WHERE dated = %d AND at IS NOT NULL AND at IS NOT told AND at <= ?1"
    " ORDER BY at LIMIT ?2", what, is_dated);
  VelStatement *statement = vel_database_prepare (database, sql, error);

  if (statement != NULL)
    {
      vel_statement_bind_text (statement, 1, bound);
      sqlite3_bind_int64 (statement, 2, question->limit > 0 ? (gint64) question->limit : -1);
    }
  return statement;
}

static int
compare_rings (gconstpointer a,
               gconstpointer b)
{
  const VelRing *left = *(VelRing * const *) a;
  const VelRing *right = *(VelRing * const *) b;
  const int order = strcmp (left->at, right->at);

  return order != 0 ? order : (left->task > right->task) - (left->task < right->task);
}

static gpointer
find_rings (gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Question *question = data;
  VelDatabase *database = vel_reader_get_database (question->book->reader);
  g_autoptr(GPtrArray) rings = g_ptr_array_new_with_free_func ((GDestroyNotify) vel_ring_free);
  g_autofree char *hour = vel_rings_hour (database, error);

  if (hour == NULL)
    return NULL;
  for (int is_dated = 0; is_dated <= 1; is_dated++)
    {
      const gint64 minutes = count_minutes (hour);
      g_autoptr(VelStatement) statement = prepare_rings (question, database, is_dated, minutes, "id, at", error);
      gboolean row;

      if (statement == NULL)
        return NULL;
      while (TRUE)
        {
          VelRing *ring;

          if (!vel_database_step (database, statement, &row, error))
            return NULL;
          if (!row)
            break;
          ring = g_new0 (VelRing, 1);
          ring->task = sqlite3_column_int64 (statement, 0);
          ring->base = g_strdup ((const char *) sqlite3_column_text (statement, 1));
          ring->at = is_dated ? vel_due_add_minutes (ring->base, minutes) : g_strdup (ring->base);
          if (ring->at == NULL)
            ring->at = g_strdup (ring->base);
          g_ptr_array_add (rings, ring);
        }
    }
  g_ptr_array_sort (rings, compare_rings);
  if (question->limit > 0 && rings->len > question->limit)
    g_ptr_array_set_size (rings, question->limit);
  return g_steal_pointer (&rings);
}

/**
 * vel_book_find_rings:
 * @self: a book
 * @until: (nullable): a day and a time up to which it is asked, see #VelDue, or %NULL for all
 * @limit: how many at most, 0 for all of them
 * @error: (out): a #VelStoreError
 *
 * Asks which tasks ring, and have not been told: with a limit of 1 and no @until,
 * which one is next. Tasks that have a day only ring at the hour of the book, the
 * setting %VEL_TASK_HOUR_SETTING.
 *
 * Returns: (transfer full) (element-type VelRing) (nullable): the rings, the
 *   soonest first
 */
GPtrArray *
vel_book_find_rings (VelBook     *self,
                     const char  *until,
                     guint        limit,
                     GError     **error)
{
  Question question = { self, until, limit, NULL };

  g_return_val_if_fail (VEL_IS_BOOK (self), NULL);

  return vel_book_check_open (self, error) ? vel_worker_run (self->reading, find_rings, &question, NULL, error) : NULL;
}

static gpointer
count_rings (gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Question *question = data;
  VelDatabase *database = vel_reader_get_database (question->book->reader);
  g_autofree char *hour = vel_rings_hour (database, error);
  g_autofree gint64 *n = g_new0 (gint64, 1);

  if (hour == NULL)
    return NULL;
  for (int is_dated = 0; is_dated <= 1; is_dated++)
    {
      g_autoptr(VelStatement) statement = prepare_rings (question, database, is_dated, count_minutes (hour), "count (*)",
                                                         error);
      gboolean row;

      if (statement == NULL || !vel_database_step (database, statement, &row, error))
        return NULL;
      *n += row ? sqlite3_column_int64 (statement, 0) : 0;
    }
  return g_steal_pointer (&n);
}

/**
 * vel_book_count_rings:
 * @self: a book
 * @until: (nullable): as of vel_book_find_rings()
 * @error: (out): a #VelStoreError
 *
 * Returns: how many tasks ring, and have not been told; -1 where @error is set
 */
gint64
vel_book_count_rings (VelBook     *self,
                      const char  *until,
                      GError     **error)
{
  Question question = { self, until, 0, NULL };
  g_autofree gint64 *n = NULL;

  g_return_val_if_fail (VEL_IS_BOOK (self), -1);

  if (vel_book_check_open (self, error))
    n = vel_worker_run (self->reading, count_rings, &question, NULL, error);
  return n != NULL ? *n : -1;
}

static gpointer
read_hour (gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Question *question = data;

  return vel_rings_hour (vel_reader_get_database (question->book->reader), error);
}

/**
 * vel_book_get_reminder_hour:
 * @self: a book
 * @error: (out): a #VelStoreError
 *
 * Returns: (transfer full) (nullable): the time of day at which tasks ring that
 *   have a day only, "09:00"
 */
char *
vel_book_get_reminder_hour (VelBook  *self,
                            GError  **error)
{
  Question question = { self, NULL, 0, NULL };

  g_return_val_if_fail (VEL_IS_BOOK (self), NULL);

  return vel_book_check_open (self, error) ? vel_worker_run (self->reading, read_hour, &question, NULL, error) : NULL;
}

static gpointer
tell_rings (gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Question *question = data;
  VelWriter *writer = question->book->writer;
  gboolean done = TRUE;

  if (writer == NULL)
    {
      g_set_error_literal (error, VEL_STORE_ERROR, VEL_STORE_ERROR_READ_ONLY, "the book can only be read");
      return NULL;
    }
  if (!vel_writer_begin (writer, error))
    return NULL;
  for (guint i = 0; done && i < question->rings->len; i++)
    {
      const VelRing *ring = g_ptr_array_index (question->rings, i);

      done = vel_rings_tell (writer->database, ring->task, ring->base, error);
    }
  return vel_writer_end (writer, done, 0, error) ? question : NULL;
}

/**
 * vel_book_tell_rings:
 * @self: a book
 * @rings: (element-type VelRing): what vel_book_find_rings() has found
 * @error: (out): a #VelStoreError
 *
 * Notes that these have been told: for the same moment they ring no more,
 * whatever becomes of the program. That has no place in history, and is told to nobody.
 *
 * Returns: whether it was noted
 */
gboolean
vel_book_tell_rings (VelBook    *self,
                     GPtrArray  *rings,
                     GError    **error)
{
  Question question = { self, NULL, 0, rings };

  g_return_val_if_fail (VEL_IS_BOOK (self), FALSE);

  return vel_book_check_open (self, error) && vel_worker_run (self->writing, tell_rings, &question, NULL, error) != NULL;
}

static gpointer
find_waiting (gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  const Question *question = data;
  VelDatabase *database = vel_reader_get_database (question->book->reader);
  g_autoptr(GPtrArray) waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) vel_ring_free);

  for (guint i = 0; i < question->rings->len; i++)
    {
      const VelRing *ring = g_ptr_array_index (question->rings, i);
      g_autoptr(VelStatement) statement = vel_database_prepare (
        database, "SELECT 1 FROM task_ring WHERE id = ?1 AND at = ?2", error);
      gboolean row;

      if (statement == NULL)
        return NULL;
      sqlite3_bind_int64 (statement, 1, ring->task);
      vel_statement_bind_text (statement, 2, ring->base);
      if (!vel_database_step (database, statement, &row, error))
        return NULL;
      if (row)
        g_ptr_array_add (waiting, vel_ring_copy (ring));
    }
  return g_steal_pointer (&waiting);
}

/**
 * vel_book_find_waiting:
 * @self: a book
 * @rings: (element-type VelRing): what has been told
 * @error: (out): a #VelStoreError
 *
 * Asks which of them the user has not answered: whose tasks are neither done nor
 * deleted, and do not ring at another moment now.
 *
 * Returns: (transfer full) (element-type VelRing) (nullable): these, in their order
 */
GPtrArray *
vel_book_find_waiting (VelBook    *self,
                       GPtrArray  *rings,
                       GError    **error)
{
  Question question = { self, NULL, 0, rings };

  g_return_val_if_fail (VEL_IS_BOOK (self), NULL);
  g_return_val_if_fail (rings != NULL, NULL);

  return vel_book_check_open (self, error) ? vel_worker_run (self->reading, find_waiting, &question, NULL, error) : NULL;
}

static gpointer
find_due (gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Question *question = data;
  VelDatabase *database = vel_reader_get_database (question->book->reader);
  g_autoptr(VelStatement) statement = vel_database_prepare (
    database, "SELECT id FROM task WHERE done IS NULL AND due < ?1 ORDER BY due, id LIMIT ?2", error);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  /* A day is meant up to its end, a minute too. */
  const gboolean is_minute = question->until != NULL && strchr (question->until, 'T') != NULL;
  g_autofree char *bound = question->until == NULL ? NULL
                           : is_minute             ? vel_due_add_minutes (question->until, 1)
                                                   : vel_due_add_days (question->until, 1);
  gboolean row;

  if (statement == NULL)
    return NULL;
  vel_statement_bind_text (statement, 1, bound != NULL ? bound : END_OF_TIME);
  sqlite3_bind_int64 (statement, 2, question->limit > 0 ? (gint64) question->limit : -1);
  while (TRUE)
    {
      gint64 id;

      if (!vel_database_step (database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&ids);
      id = sqlite3_column_int64 (statement, 0);
      g_array_append_val (ids, id);
    }
}

/**
 * vel_book_find_due:
 * @self: a book
 * @until: (nullable): the last day or minute, see #VelDue, or %NULL for all
 * @limit: how many at most, 0 for all of them
 * @error: (out): a #VelStoreError
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the open tasks that are
 *   due until then, overdue ones too, the soonest first; of a day, those without a
 *   time first
 */
GArray *
vel_book_find_due (VelBook     *self,
                   const char  *until,
                   guint        limit,
                   GError     **error)
{
  Question question = { self, until, limit, NULL };

  g_return_val_if_fail (VEL_IS_BOOK (self), NULL);

  return vel_book_check_open (self, error) ? vel_worker_run (self->reading, find_due, &question, NULL, error) : NULL;
}
