/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-clock.h"

/**
 * VelClock:
 *
 * The clock on the wall, and an alarm on it. vel_clock_new() makes that of the
 * machine; tests make their own.
 */

enum { WOKE, CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE (VelClock, vel_clock, G_TYPE_OBJECT)

static void
vel_clock_class_init (VelClockClass *klass)
{
  /**
   * VelClock::woke:
   * @self: a clock
   *
   * The time that it was asked to wake at has come, or has passed.
   */
  signals[WOKE] = g_signal_new ("woke", VEL_TYPE_CLOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * VelClock::changed:
   * @self: a clock
   *
   * It was set, or one has come into another time zone: what was reckoned from it holds no longer.
   */
  signals[CHANGED] = g_signal_new ("changed", VEL_TYPE_CLOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vel_clock_init (VelClock *self)
{
}

/**
 * vel_clock_get_now:
 * @self: a clock
 *
 * Returns: the time, in UTC seconds
 */
gint64
vel_clock_get_now (VelClock *self)
{
  g_return_val_if_fail (VEL_IS_CLOCK (self), 0);

  return VEL_CLOCK_GET_CLASS (self)->get_now (self);
}

/**
 * vel_clock_dup_zone:
 * @self: a clock
 *
 * Returns: (transfer full): the time zone that it shows
 */
GTimeZone *
vel_clock_dup_zone (VelClock *self)
{
  g_return_val_if_fail (VEL_IS_CLOCK (self), NULL);

  return VEL_CLOCK_GET_CLASS (self)->dup_zone (self);
}

/**
 * vel_clock_dup_local:
 * @self: a clock
 *
 * Returns: (transfer full): what it shows, to the minute, "2026-11-24T14:00", as #VelDue has it
 */
char *
vel_clock_dup_local (VelClock *self)
{
  g_autoptr(GTimeZone) zone = vel_clock_dup_zone (self);
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (vel_clock_get_now (self));
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  /* Not by a format, which some locales write in digits of their own. */
  return local == NULL ? g_strdup ("9999-12-31T23:59")
                       : g_strdup_printf ("%04d-%02d-%02dT%02d:%02d", g_date_time_get_year (local),
                                          g_date_time_get_month (local), g_date_time_get_day_of_month (local),
                                          g_date_time_get_hour (local), g_date_time_get_minute (local));
}

/**
 * vel_clock_wake_at:
 * @self: a clock
 * @utc: a time in UTC seconds, or %G_MAXINT64 for never; the one before is forgotten
 *
 * Sets the alarm. A time that has passed is told at once, though not before this returns.
 */
void
vel_clock_wake_at (VelClock *self,
                   gint64    utc)
{
  g_return_if_fail (VEL_IS_CLOCK (self));

  VEL_CLOCK_GET_CLASS (self)->wake_at (self, utc);
}
