/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-record.h"

G_BEGIN_DECLS

extern const VelEntity vel_rate_entity;

#define VEL_TYPE_RATE (vel_rate_get_type ())
G_DECLARE_FINAL_TYPE (VelRate, vel_rate, VEL, RATE, VelRecord)

G_END_DECLS
