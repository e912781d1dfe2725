/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VelDateScan:
 * @clear: whether @first is the day and @second the month whatever the order;
 *   if not, they are the first and the second number
 * @first: the day, or the first of two numbers
 * @second: the month, or the second of two numbers
 * @year: the year as it was written, -1 for none
 * @short_year: whether the year was written with two digits
 * @has_time: whether a time of day follows
 * @has_offset: whether that time says how far it is from UTC
 * @offset: that distance in seconds, to the east
 *
 * What is written in a text that looks like a date. Whether such a day exists
 * has not been asked yet.
 */
typedef struct
{
  gboolean clear;
  int      first;
  int      second;
  int      year;
  gboolean short_year;
  gboolean has_time;
  int      hour;
  int      minute;
  int      second_of_minute;
  gboolean has_offset;
  int      offset;
} VelDateScan;

gboolean vel_date_scan (const char  *text,
                        VelDateScan *scan);

G_END_DECLS
