/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-row-cell.h"

G_BEGIN_DECLS

#define VEL_TYPE_CALENDAR_ENTRY (vel_calendar_entry_get_type ())
G_DECLARE_FINAL_TYPE (VelCalendarEntry, vel_calendar_entry, VEL, CALENDAR_ENTRY, VelRowCell)

GtkWidget *vel_calendar_entry_new (const VelEntity *entity,
                                   int              n_lines);

G_END_DECLS
