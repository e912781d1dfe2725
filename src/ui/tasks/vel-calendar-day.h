/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"
#include "vel-holidays.h"

G_BEGIN_DECLS

#define VEL_TYPE_CALENDAR_DAY (vel_calendar_day_get_type ())
G_DECLARE_FINAL_TYPE (VelCalendarDay, vel_calendar_day, VEL, CALENDAR_DAY, GtkWidget)

GtkWidget  *vel_calendar_day_new          (VelBook          *book);
void        vel_calendar_day_set_day      (VelCalendarDay   *self,
                                           const char       *day,
                                           gboolean          is_outside,
                                           const VelHoliday *holiday);
const char *vel_calendar_day_get_day      (VelCalendarDay   *self);
void        vel_calendar_day_set_room     (VelCalendarDay   *self,
                                           guint             n_entries,
                                           int               n_lines);
void        vel_calendar_day_take_others  (VelCalendarDay   *self,
                                           GPtrArray        *rows);
void        vel_calendar_day_set_chosen   (VelCalendarDay   *self,
                                           gboolean          is_chosen,
                                           gboolean          is_marked);
void        vel_calendar_day_await        (VelCalendarDay   *self,
                                           gint64            task);
void        vel_calendar_day_open         (VelCalendarDay   *self);

G_END_DECLS
