/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-book.h"
#include "vel-narrow-bin.h"

G_BEGIN_DECLS

#define VEL_TYPE_CALENDAR (vel_calendar_get_type ())
G_DECLARE_FINAL_TYPE (VelCalendar, vel_calendar, VEL, CALENDAR, VelNarrowBin)

GtkWidget *vel_calendar_new      (VelBook     *book);
void       vel_calendar_show_day (VelCalendar *self,
                                  const char  *day);

G_END_DECLS
