/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VelDateOrder:
 * @VEL_DATE_ORDER_DAY_FIRST: 03.04.2026 is the third of April
 * @VEL_DATE_ORDER_MONTH_FIRST: 03/04/2026 is the fourth of March
 *
 * How a date written in numbers is read. Dates that begin with a year of four
 * digits, and those with the name of the month, are read alike in both.
 */
typedef enum
{
  VEL_DATE_ORDER_DAY_FIRST,
  VEL_DATE_ORDER_MONTH_FIRST,
} VelDateOrder;

/**
 * VelDateDetector:
 * @n_clear: dates that need no order: ISO 8601, or with a named month
 * @n_either: dates in numbers that exist in both orders
 * @n_day_first: those that exist with the day first only
 * @n_month_first: those that exist with the month first only
 * @n_other: texts that are no date, the empty ones apart
 *
 * What a column of dates holds. Filled with zeros at first, then told every
 * value by vel_date_detector_add(). A plain struct, for the stack.
 */
typedef struct
{
  guint n_clear;
  guint n_either;
  guint n_day_first;
  guint n_month_first;
  guint n_other;
} VelDateDetector;

void         vel_date_detector_add       (VelDateDetector       *detector,
                                          const char            *text);
VelDateOrder vel_date_detector_get_order (const VelDateDetector *detector);

gboolean     vel_date_parse              (const char            *text,
                                          VelDateOrder           order,
                                          char                 **iso,
                                          GError               **error);
gboolean     vel_birthday_parse          (const char            *text,
                                          VelDateOrder           order,
                                          char                 **iso,
                                          GError               **error);
gboolean     vel_date_time_parse         (const char            *text,
                                          VelDateOrder           order,
                                          gint64                *utc,
                                          GError               **error);

gboolean     vel_date_split              (const char            *iso,
                                          int                   *year,
                                          int                   *month,
                                          int                   *day);
char        *vel_date_time_to_iso        (gint64                 utc);
gboolean     vel_date_time_from_iso      (const char            *iso,
                                          gint64                *utc);

G_END_DECLS
