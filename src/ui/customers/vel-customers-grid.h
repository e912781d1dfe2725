/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VEL_TYPE_CUSTOMERS_GRID (vel_customers_grid_get_type ())
G_DECLARE_FINAL_TYPE (VelCustomersGrid, vel_customers_grid, VEL, CUSTOMERS_GRID, AdwBin)

void       vel_customers_grid_set_model (VelCustomersGrid  *self,
                                         GtkSelectionModel *model);
GtkWidget *vel_customers_grid_get_view  (VelCustomersGrid  *self);

G_END_DECLS
