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

typedef struct _VelHolidays VelHolidays;

VelHolidays      *vel_holidays_parse    (const char   *json,
                                         gssize        length,
                                         GError      **error);
void              vel_holidays_free     (VelHolidays  *self);
const VelHoliday *vel_holidays_find     (VelHolidays  *self,
                                         const char   *day);
const char       *vel_holiday_get_name  (const VelHoliday *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelHolidays, vel_holidays_free)

G_END_DECLS
