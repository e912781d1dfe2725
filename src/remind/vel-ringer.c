/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-ringer.h"

#include <string.h>

#include "vel-due.h"
#include "vel-quiet-hours.h"
#include "vel-setting.h"
#include "vel-task.h"

/**
 * VelRinger:
 *
 * Knows which task rings next, and waits for that moment and nothing else: the
 * book tells when it has changed, the clock when it was set. What rings is handed
 * to whoever shows it, and noted as told as soon as that has been done; so nothing
 * is told twice, and what was not told is told the next time. Where the book cannot
 * be written it is noted here, until it can be. It waits for the book, and belongs into a process without a window.
 */
struct _VelRinger
{
  GObject     parent_instance;

  VelBook    *book;         /* (owned) */
  VelClock   *clock;        /* (owned) */
  char       *quiet_from;   /* (owned) (nullable) */
  char       *quiet_to;     /* (owned) (nullable) */
  GHashTable *unwritten;    /* (owned) (element-type utf8): "task at" of what was told, and the book does not know */
  char       *next;         /* (owned) (nullable): when it rings next, by the clock on the wall */
  gboolean    has_started;
};

enum { RING, FAILED, NEXT_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelRinger, vel_ringer, G_TYPE_OBJECT)

/* How soon it is tried again where something failed, in seconds. */
#define RETRY_S 60

static void
set_next (VelRinger *self,
          char      *next)
{
  g_autofree char *before = self->next;

  self->next = next;
  if (g_strcmp0 (before, next) != 0)
    g_signal_emit (self, signals[NEXT_CHANGED], 0);
}

static void
fail (VelRinger *self,
      GError    *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
  vel_clock_wake_at (self->clock, vel_clock_get_now (self->clock) + RETRY_S);
}

/* Sets the alarm to a moment by the clock on the wall; one that daylight saving
 * leaves out comes when the clock has passed it. */
static void
wait_for (VelRinger  *self,
          const char *local)
{
  g_autoptr(GTimeZone) zone = vel_clock_dup_zone (self->clock);
  gint64 utc;

  if (local == NULL || !vel_due_to_utc (local, VEL_TASK_HOUR, zone, &utc))
    utc = G_MAXINT64;
  vel_clock_wake_at (self->clock, utc);
}

static char *
make_key (const VelRing *ring)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", ring->task, ring->at);
}

/* Which of them have not been told, though the book does not know. */
static GPtrArray *
pick_untold (VelRinger *self,
             GPtrArray *rings)
{
  GPtrArray *untold = g_ptr_array_new_with_free_func ((GDestroyNotify) vel_ring_free);

  for (guint i = 0; i < rings->len; i++)
    {
      g_autofree char *key = make_key (g_ptr_array_index (rings, i));

      if (!g_hash_table_contains (self->unwritten, key))
        g_ptr_array_add (untold, vel_ring_copy (g_ptr_array_index (rings, i)));
    }
  return untold;
}

/* Notes in the book that they have been told, or here. */
static gboolean
note_told (VelRinger  *self,
           GPtrArray  *rings,
           GError    **error)
{
  const gboolean noted = vel_book_tell_rings (self->book, rings, error);

  g_hash_table_remove_all (self->unwritten);
  for (guint i = 0; !noted && i < rings->len; i++)
    g_hash_table_add (self->unwritten, make_key (g_ptr_array_index (rings, i)));
  return noted;
}

/* Hands over what rings now; whether that was taken and noted. */
static gboolean
ring (VelRinger   *self,
      const char  *now,
      GError     **error)
{
  g_autoptr(GPtrArray) rings = vel_book_find_rings (self->book, now, 0, error);
  g_autoptr(GPtrArray) untold = NULL;
  gboolean taken = FALSE;

  if (rings == NULL || rings->len == 0)
    return rings != NULL;
  untold = pick_untold (self, rings);
  if (untold->len > 0)
    {
      g_signal_emit (self, signals[RING], 0, untold, &taken);
      /* Where nobody could be told it is tried again. */
      if (!taken)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED, "Nobody could be told");
          return FALSE;
        }
    }
  return note_told (self, rings, error);
}

/* Looks what rings, and what will. */
static void
look (VelRinger *self)
{
  g_autofree char *now = vel_clock_dup_local (self->clock);
  g_autofree char *end_of_quiet = vel_quiet_hours_end (self->quiet_from, self->quiet_to, now);
  g_autoptr(GPtrArray) rings = NULL;
  g_autoptr(GError) error = NULL;
  VelRing *first;

  if (end_of_quiet == NULL && !ring (self, now, &error))
    {
      fail (self, error);
      return;
    }
  rings = vel_book_find_rings (self->book, NULL, 1, &error);
  if (rings == NULL)
    {
      fail (self, error);
      return;
    }
  first = rings->len > 0 ? g_ptr_array_index (rings, 0) : NULL;
  if (first != NULL && end_of_quiet != NULL && strcmp (first->at, end_of_quiet) < 0)
    set_next (self, g_strdup (end_of_quiet));
  else
    set_next (self, first != NULL ? g_strdup (first->at) : NULL);
  wait_for (self, self->next);
}

/**
 * vel_ringer_look:
 * @self: a ringer that has been started
 *
 * Looks at once, where something has changed that it cannot see: there may be
 * somebody to tell now.
 */
void
vel_ringer_look (VelRinger *self)
{
  g_return_if_fail (VEL_IS_RINGER (self));
  g_return_if_fail (self->has_started);

  look (self);
}

static void
book_changed_cb (VelRinger *self,
                 VelDelta  *delta)
{
  if (vel_delta_is_all (delta) || vel_delta_has_entity (delta, &vel_task_entity) ||
      vel_delta_has_entity (delta, &vel_setting_entity))
    look (self);
}

static void
vel_ringer_dispose (GObject *object)
{
  VelRinger *self = VEL_RINGER (object);

  if (self->clock != NULL)
    vel_clock_wake_at (self->clock, G_MAXINT64);
  g_clear_object (&self->clock);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_ringer_parent_class)->dispose (object);
}

static void
vel_ringer_finalize (GObject *object)
{
  VelRinger *self = VEL_RINGER (object);

  g_free (self->quiet_from);
  g_free (self->quiet_to);
  g_hash_table_unref (self->unwritten);
  g_free (self->next);

  G_OBJECT_CLASS (vel_ringer_parent_class)->finalize (object);
}

static void
vel_ringer_class_init (VelRingerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vel_ringer_dispose;
  G_OBJECT_CLASS (klass)->finalize = vel_ringer_finalize;

  /**
   * VelRinger::ring:
   * @self: a ringer
   * @rings: (element-type VelRing): the tasks that ring now, the soonest first
   *
   * Returns: whether the user has been told; if not, they ring again
   */
  signals[RING] = g_signal_new ("ring", VEL_TYPE_RINGER, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL,
                                NULL, G_TYPE_BOOLEAN, 1, G_TYPE_PTR_ARRAY);
  /**
   * VelRinger::failed:
   * @self: a ringer
   * @error: why it could not look; it tries again
   */
  signals[FAILED] = g_signal_new ("failed", VEL_TYPE_RINGER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
  /**
   * VelRinger::next-changed:
   * @self: a ringer
   *
   * Something else rings next, or nothing.
   */
  signals[NEXT_CHANGED] = g_signal_new ("next-changed", VEL_TYPE_RINGER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

static void
vel_ringer_init (VelRinger *self)
{
  self->unwritten = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * vel_ringer_new:
 * @book: an open book
 * @clock: the clock that it goes by
 *
 * Returns: (transfer full): a ringer, which is silent until it is started
 */
VelRinger *
vel_ringer_new (VelBook  *book,
                VelClock *clock)
{
  VelRinger *self = g_object_new (VEL_TYPE_RINGER, NULL);

  self->book = g_object_ref (book);
  self->clock = g_object_ref (clock);
  return self;
}

/**
 * vel_ringer_set_quiet:
 * @self: a ringer
 * @from: (nullable): when its quiet hours begin each day, "22:00"; %NULL for none
 * @to: (nullable): when they end; what rings in between rings then
 */
void
vel_ringer_set_quiet (VelRinger  *self,
                      const char *from,
                      const char *to)
{
  g_return_if_fail (VEL_IS_RINGER (self));

  g_free (self->quiet_from);
  g_free (self->quiet_to);
  self->quiet_from = g_strdup (from);
  self->quiet_to = g_strdup (to);
  if (self->has_started)
    look (self);
}

/**
 * vel_ringer_start:
 * @self: a ringer
 *
 * Tells what has been missed, and goes on from there.
 */
void
vel_ringer_start (VelRinger *self)
{
  g_return_if_fail (VEL_IS_RINGER (self));
  g_return_if_fail (!self->has_started);

  self->has_started = TRUE;
  g_signal_connect_object (self->book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clock, "woke", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clock, "changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  look (self);
}

/**
 * vel_ringer_get_next:
 * @self: a ringer
 *
 * Returns: (transfer none) (nullable): when it rings next, by the clock on the
 *   wall, see #VelDue; %NULL for never
 */
const char *
vel_ringer_get_next (VelRinger *self)
{
  g_return_val_if_fail (VEL_IS_RINGER (self), NULL);

  return self->next;
}
