/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-day.h"

#include "vel-task-agenda.h"

/**
 * VelDay:
 *
 * The day it is, for what is shown of today: a window may stand open for weeks,
 * and the machine may sleep over midnight or travel.
 */
struct _VelDay
{
  GObject  parent_instance;

  char    *day;    /* (owned) */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* Two looks at the clock a minute cost nothing, and need no account of how the
 * clock was moved. */
#define LOOK_SECONDS 30

G_DEFINE_FINAL_TYPE (VelDay, vel_day, G_TYPE_OBJECT)

static gboolean
look_cb (gpointer data)
{
  VelDay *self = data;
  char *today = vel_task_dup_today ();

  if (g_str_equal (today, self->day))
    {
      g_free (today);
      return G_SOURCE_CONTINUE;
    }
  g_free (self->day);
  self->day = today;
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_CONTINUE;
}

static void
vel_day_finalize (GObject *object)
{
  g_free (VEL_DAY (object)->day);

  G_OBJECT_CLASS (vel_day_parent_class)->finalize (object);
}

static void
vel_day_class_init (VelDayClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vel_day_finalize;

  /**
   * VelDay::changed:
   * @self: the day
   *
   * Another day has begun.
   */
  signals[CHANGED] = g_signal_new ("changed", VEL_TYPE_DAY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vel_day_init (VelDay *self)
{
  self->day = vel_task_dup_today ();
}

/**
 * vel_day_get_default:
 *
 * Returns: (transfer none): the day it is; lasts as long as the program
 */
VelDay *
vel_day_get_default (void)
{
  static VelDay *day = NULL;

  if (day == NULL)
    {
      day = g_object_new (VEL_TYPE_DAY, NULL);
      g_timeout_add_seconds (LOOK_SECONDS, look_cb, day);
    }
  return day;
}

/**
 * vel_day_get:
 * @self: the day
 *
 * Returns: (transfer none): which it is, "2026-11-24"
 */
const char *
vel_day_get (VelDay *self)
{
  g_return_val_if_fail (VEL_IS_DAY (self), NULL);

  return self->day;
}
