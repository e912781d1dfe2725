/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-records-look.h"
#include "vel-row-cell.h"

G_BEGIN_DECLS

#define VEL_TYPE_NAME_CELL (vel_name_cell_get_type ())
G_DECLARE_FINAL_TYPE (VelNameCell, vel_name_cell, VEL, NAME_CELL, VelRowCell)

GtkWidget *vel_name_cell_new (const VelRecordsLook *look);

G_END_DECLS
