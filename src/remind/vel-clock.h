/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define VEL_TYPE_CLOCK (vel_clock_get_type ())
G_DECLARE_DERIVABLE_TYPE (VelClock, vel_clock, VEL, CLOCK, GObject)

/**
 * VelClockClass:
 * @get_now: the time, in UTC seconds
 * @dup_zone: (transfer full): the time zone that the clock on the wall shows now
 * @wake_at: emits #VelClock::woke once that time, in UTC seconds, has come; %G_MAXINT64 for never
 *
 * What is told by a clock, and what a test tells in its place.
 */
struct _VelClockClass
{
  GObjectClass parent_class;

  gint64      (*get_now)  (VelClock *self);
  GTimeZone  *(*dup_zone) (VelClock *self);
  void        (*wake_at)  (VelClock *self,
                           gint64    utc);
};

gint64     vel_clock_get_now   (VelClock *self);
GTimeZone *vel_clock_dup_zone  (VelClock *self);
char      *vel_clock_dup_local (VelClock *self);
void       vel_clock_wake_at   (VelClock *self,
                                gint64    utc);

VelClock  *vel_clock_new       (void);

G_END_DECLS
