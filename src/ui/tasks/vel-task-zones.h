/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VEL_TYPE_TASK_ZONES (vel_task_zones_get_type ())

G_DECLARE_FINAL_TYPE (VelTaskZones, vel_task_zones, VEL, TASK_ZONES, AdwBin)

GtkWidget *vel_task_zones_new (GtkWidget *around);

G_END_DECLS
