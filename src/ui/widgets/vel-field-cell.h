/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-row-cell.h"

G_BEGIN_DECLS

#define VEL_TYPE_FIELD_CELL (vel_field_cell_get_type ())
G_DECLARE_FINAL_TYPE (VelFieldCell, vel_field_cell, VEL, FIELD_CELL, VelRowCell)

GtkWidget *vel_field_cell_new       (const VelEntity *entity,
                                     const char      *field);
gboolean   vel_field_cell_is_number (const VelField  *field);

G_END_DECLS
