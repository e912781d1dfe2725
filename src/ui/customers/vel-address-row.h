/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-item.h"

G_BEGIN_DECLS

#define VEL_TYPE_ADDRESS_ROW (vel_address_row_get_type ())
G_DECLARE_FINAL_TYPE (VelAddressRow, vel_address_row, VEL, ADDRESS_ROW, AdwPreferencesRow)

GtkWidget *vel_address_row_new      (void);
void       vel_address_row_set_item (VelAddressRow *self,
                                     const VelItem *item);
VelItem   *vel_address_row_dup_item (VelAddressRow *self);

G_END_DECLS
