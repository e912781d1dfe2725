/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VelRepeatUnit:
 * @VEL_REPEAT_DAYS: every so many days
 * @VEL_REPEAT_WEEKS: every so many weeks
 * @VEL_REPEAT_MONTHS: every so many months
 * @VEL_REPEAT_YEARS: every so many years
 */
typedef enum
{
  VEL_REPEAT_DAYS,
  VEL_REPEAT_WEEKS,
  VEL_REPEAT_MONTHS,
  VEL_REPEAT_YEARS
} VelRepeatUnit;

/**
 * VelRepeatPart:
 * @VEL_REPEAT_WEEKDAY: on these days of the week: 1 for Monday to 7 for Sunday;
 *   of a month or a year, ten times which one, counted from the end where it is
 *   below zero, is added: 11 for the first Monday, -17 for the last Sunday
 * @VEL_REPEAT_MONTH_DAY: on these days of the month, from its end where below zero
 * @VEL_REPEAT_YEAR_DAY: on these days of the year, from its end where below zero
 * @VEL_REPEAT_MONTH: in these months
 * @VEL_REPEAT_CHOICE: of the days that the others tell only these, from the end where below zero
 * @VEL_REPEAT_N_PARTS: how many parts there are
 *
 * What a repeat may be bound to.
 */
typedef enum
{
  VEL_REPEAT_WEEKDAY,
  VEL_REPEAT_MONTH_DAY,
  VEL_REPEAT_YEAR_DAY,
  VEL_REPEAT_MONTH,
  VEL_REPEAT_CHOICE,
  VEL_REPEAT_N_PARTS
} VelRepeatPart;

/**
 * VelRepeat:
 * @unit: what is counted
 * @interval: how many of them, from 1
 * @count: how many times in all, the one that is due now among them; 0 for without end
 * @until: (owned) (nullable): the last moment at which it may be due, see #VelDue
 * @parts: (owned) (element-type int): what it is bound to
 * @week_start: the day on which weeks begin, 1 for Monday
 *
 * How something is repeated: what RFC 5545 calls the value of an RRULE, as far
 * as days go. The time of day is that of the moment from which it is reckoned.
 */
typedef struct
{
  VelRepeatUnit  unit;
  int            interval;
  int            count;
  char          *until;
  GArray        *parts[VEL_REPEAT_N_PARTS];
  int            week_start;
} VelRepeat;

VelRepeat *vel_repeat_parse   (const char       *text,
                               GError          **error);
void       vel_repeat_free    (VelRepeat        *self);
char      *vel_repeat_to_text (const VelRepeat  *self);
char      *vel_repeat_first   (const VelRepeat  *self,
                               const char       *from);
char      *vel_repeat_next    (const VelRepeat  *self,
                               const char       *from,
                               const char       *after,
                               int              *n_passed);
gboolean   vel_repeat_check   (const char       *text,
                               GError          **error);
char      *vel_repeat_say     (const VelRepeat  *self,
                               const char       *due);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelRepeat, vel_repeat_free)

G_END_DECLS
