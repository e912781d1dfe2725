/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <errno.h>
#include <glib-unix.h>
#include <string.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "vel-clock.h"

/* The clock of the machine. Its alarm is a timer of the kernel on the time of day:
 * it goes off when that time has come, however long the machine slept in between,
 * and says so when somebody sets the clock. Nothing is polled. */

/* Where the time zone is told, as systemd and all others do on Linux. */
#define ZONE_FILE "/etc/localtime"

/* How much of the future the kernel can reckon with; nothing is due later. */
#define END_OF_TIME (G_GINT64_CONSTANT (253402300799))

#define VEL_TYPE_SYSTEM_CLOCK (vel_system_clock_get_type ())
G_DECLARE_FINAL_TYPE (VelSystemClock, vel_system_clock, VEL, SYSTEM_CLOCK, VelClock)

struct _VelSystemClock
{
  VelClock      parent_instance;

  int           timer;    /* a file descriptor, or -1 */
  guint         source;
  gint64        wanted;   /* UTC seconds */
  GFileMonitor *monitor;  /* (owned) (nullable): of the time zone */
};

G_DEFINE_FINAL_TYPE (VelSystemClock, vel_system_clock, VEL_TYPE_CLOCK)

static gint64
vel_system_clock_get_now (VelClock *clock)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static GTimeZone *
vel_system_clock_dup_zone (VelClock *clock)
{
  return g_time_zone_new_local ();
}

static void
arm (VelSystemClock *self)
{
  struct itimerspec when = { 0 };

  /* A timer that waits for nothing still tells when the clock is set. */
  when.it_value.tv_sec = CLAMP (self->wanted, 1, END_OF_TIME);
  if (self->timer >= 0 &&
      timerfd_settime (self->timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL) != 0)
    g_warning ("The alarm cannot be set: %s", g_strerror (errno));
}

static gboolean
timer_cb (int          fd,
          GIOCondition condition,
          gpointer     data)
{
  g_autoptr(VelSystemClock) self = g_object_ref (data);
  guint64 n_times;
  const gssize n_read = read (fd, &n_times, sizeof n_times);

  if (n_read < 0 && errno == ECANCELED)
    {
      arm (self);
      g_signal_emit_by_name (self, "changed");
    }
  else if (n_read > 0)
    {
      self->wanted = G_MAXINT64;
      g_signal_emit_by_name (self, "woke");
    }
  return G_SOURCE_CONTINUE;
}

static void
zone_changed_cb (VelSystemClock *self)
{
  g_signal_emit_by_name (self, "changed");
}

static void
vel_system_clock_wake_at (VelClock *clock,
                          gint64    utc)
{
  VelSystemClock *self = VEL_SYSTEM_CLOCK (clock);

  self->wanted = utc;
  arm (self);
}

static void
vel_system_clock_dispose (GObject *object)
{
  VelSystemClock *self = VEL_SYSTEM_CLOCK (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->timer >= 0)
    close (self->timer);
  self->timer = -1;
  g_clear_object (&self->monitor);

  G_OBJECT_CLASS (vel_system_clock_parent_class)->dispose (object);
}

static void
vel_system_clock_class_init (VelSystemClockClass *klass)
{
  VelClockClass *clock_class = VEL_CLOCK_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vel_system_clock_dispose;
  clock_class->get_now = vel_system_clock_get_now;
  clock_class->dup_zone = vel_system_clock_dup_zone;
  clock_class->wake_at = vel_system_clock_wake_at;
}

static void
vel_system_clock_init (VelSystemClock *self)
{
  g_autoptr(GFile) zone = g_file_new_for_path (ZONE_FILE);

  self->wanted = G_MAXINT64;
  self->timer = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (self->timer >= 0)
    self->source = g_unix_fd_add (self->timer, G_IO_IN, timer_cb, self);
  else
    g_warning ("There is no alarm: %s", g_strerror (errno));
  self->monitor = g_file_monitor_file (zone, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (zone_changed_cb), self, G_CONNECT_SWAPPED);
  arm (self);
}

/**
 * vel_clock_new:
 *
 * Returns: (transfer full): the clock of the machine
 */
VelClock *
vel_clock_new (void)
{
  return g_object_new (VEL_TYPE_SYSTEM_CLOCK, NULL);
}
