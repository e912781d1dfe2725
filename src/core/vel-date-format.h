/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *vel_date_format          (const char *iso);
char *vel_date_format_full     (const char *iso);
char *vel_date_format_numbers  (const char *iso);
char *vel_date_format_short    (const char *iso);
char *vel_date_format_weekday  (const char *iso);
char *vel_date_format_clock    (int         hour,
                                int         minute);
char *vel_date_time_format     (gint64      utc);
char *vel_date_time_format_wall (gint64     wall);
char *vel_date_format_month    (gint64      utc);
char *vel_date_format_days     (const char *from,
                                const char *to);
char *vel_date_format_weekday_name (int         weekday);
char *vel_date_format_relative (gint64      utc,
                                gint64      now);

G_END_DECLS
