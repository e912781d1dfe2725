/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-records-look.h"
#include "vel-row-cell.h"

G_BEGIN_DECLS

#define VEL_TYPE_SECTION_CELL (vel_section_cell_get_type ())
G_DECLARE_FINAL_TYPE (VelSectionCell, vel_section_cell, VEL, SECTION_CELL, VelRowCell)

GtkWidget *vel_section_cell_new       (const VelRecordsLook *look);
void       vel_section_cell_set_model (VelSectionCell       *self,
                                       GListModel           *model);
void       vel_section_cell_refresh   (VelSectionCell       *self);

G_END_DECLS
