/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-record.h"

G_BEGIN_DECLS

extern const VelEntity vel_customer_entity;

#define VEL_TYPE_CUSTOMER (vel_customer_get_type ())
G_DECLARE_FINAL_TYPE (VelCustomer, vel_customer, VEL, CUSTOMER, VelRecord)

G_END_DECLS
