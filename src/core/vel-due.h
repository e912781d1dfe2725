/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VelDue:
 * @year: the year
 * @month: the month, from 1
 * @day: the day of the month
 * @has_time: whether it is at a time of that day
 * @hour: the hour, 0 where it has none
 * @minute: the minute, 0 where it has none
 *
 * When something is due, by the clock on the wall wherever one is: a call at
 * nine is at nine, also after one has travelled or the clocks were changed. It
 * is stored as text, "2026-11-24" or "2026-11-24T14:00", whose order is that
 * of time.
 */
typedef struct
{
  int      year;
  int      month;
  int      day;
  gboolean has_time;
  int      hour;
  int      minute;
} VelDue;

gboolean vel_due_split        (const char   *text,
                               VelDue       *due);
char    *vel_due_join         (const VelDue *due);
gboolean vel_due_parse        (const char   *text,
                               gint64        now,
                               char        **due,
                               GError      **error);
char    *vel_due_format       (const char   *text);
char    *vel_due_format_clock (const char   *text);
char    *vel_due_from_utc     (gint64        utc);
gboolean vel_due_to_utc       (const char   *text,
                               const char   *hour,
                               GTimeZone    *zone,
                               gint64       *utc);
gboolean vel_due_is_skipped   (const char   *text,
                               GTimeZone    *zone);
char    *vel_due_set_hour     (const char   *text,
                               const char   *hour);
char    *vel_due_add_minutes  (const char   *text,
                               gint64        minutes);
char    *vel_due_add_days     (const char   *text,
                               int           days);
GDateWeekday
         vel_due_get_weekday  (const char   *text);

G_END_DECLS
