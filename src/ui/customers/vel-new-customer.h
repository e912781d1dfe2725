/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_NEW_CUSTOMER (vel_new_customer_get_type ())
G_DECLARE_FINAL_TYPE (VelNewCustomer, vel_new_customer, VEL, NEW_CUSTOMER, AdwWindow)

VelNewCustomer *vel_new_customer_present (GtkWidget *parent,
                                          VelBook   *book);

G_END_DECLS
