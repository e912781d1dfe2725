/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_CUSTOMER_DEALS (vel_customer_deals_get_type ())
G_DECLARE_FINAL_TYPE (VelCustomerDeals, vel_customer_deals, VEL, CUSTOMER_DEALS, AdwBin)

GtkWidget *vel_customer_deals_new (VelBook   *book,
                                   VelRecord *customer);

G_END_DECLS
