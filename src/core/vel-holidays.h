/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VelHoliday:
 * @name: what it is called in Turkish, or in whatever language its file is in
 * @name_en: (nullable): what it is called in English
 * @is_half: whether only the afternoon is free
 *
 * A day on which most people do not work.
 */
typedef struct
{
  char     *name;
  char     *name_en;
  gboolean  is_half;
} VelHoliday;

/**
 * VelHolidayEntry:
 * @day: its first day, "04-23" of every year or "2026-03-20" of one
 * @n_days: how many days it lasts, from 1
 * @holiday: what is celebrated
 *
 * A line of the table of holidays.
 */
typedef struct
{
  char       *day;
  guint       n_days;
  VelHoliday  holiday;
} VelHolidayEntry;

/**
 * VEL_HOLIDAY_MAX_DAYS:
 *
 * For how many days a holiday may last; nobody celebrates for longer.
 */
#define VEL_HOLIDAY_MAX_DAYS 31

typedef struct _VelHolidays VelHolidays;

VelHolidays           *vel_holidays_parse         (const char             *json,
                                                   gssize                  length,
                                                   GError                **error);
void                   vel_holidays_free          (VelHolidays            *self);
char                  *vel_holidays_to_json       (VelHolidays            *self);
guint                  vel_holidays_get_n_entries (VelHolidays            *self);
const VelHolidayEntry *vel_holidays_get_entry     (VelHolidays            *self,
                                                   guint                   position);
VelHolidays           *vel_holidays_add           (VelHolidays            *self,
                                                   const VelHolidayEntry  *entry,
                                                   GError                **error);
VelHolidays           *vel_holidays_remove        (VelHolidays            *self,
                                                   guint                   position);
const VelHoliday      *vel_holidays_find          (VelHolidays            *self,
                                                   const char             *day);

gboolean               vel_holiday_parse_day      (const char             *text,
                                                   char                  **day,
                                                   GError                **error);
char                  *vel_holiday_entry_say_days (const VelHolidayEntry  *self);
const char            *vel_holiday_get_name       (const VelHoliday       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelHolidays, vel_holidays_free)

G_END_DECLS
