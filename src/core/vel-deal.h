/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-record.h"

G_BEGIN_DECLS

extern const VelEntity vel_deal_entity;

#define VEL_TYPE_DEAL (vel_deal_get_type ())
G_DECLARE_FINAL_TYPE (VelDeal, vel_deal, VEL, DEAL, VelRecord)

G_END_DECLS
