/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-records-look.h"

G_BEGIN_DECLS

#define VEL_TYPE_RECORD_GRID (vel_record_grid_get_type ())
G_DECLARE_FINAL_TYPE (VelRecordGrid, vel_record_grid, VEL, RECORD_GRID, AdwBin)

void       vel_record_grid_set_look  (VelRecordGrid        *self,
                                      const VelRecordsLook *look);
void       vel_record_grid_set_model (VelRecordGrid        *self,
                                      GtkSelectionModel    *model);
GtkWidget *vel_record_grid_get_view  (VelRecordGrid        *self);

G_END_DECLS
