/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-record.h"

G_BEGIN_DECLS

extern const VelEntity vel_product_entity;

#define VEL_TYPE_PRODUCT (vel_product_get_type ())
G_DECLARE_FINAL_TYPE (VelProduct, vel_product, VEL, PRODUCT, VelRecord)

G_END_DECLS
