/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-record.h"

G_BEGIN_DECLS

extern const VelEntity vel_deal_tagging_entity;

#define VEL_TYPE_DEAL_TAGGING (vel_deal_tagging_get_type ())
G_DECLARE_FINAL_TYPE (VelDealTagging, vel_deal_tagging, VEL, DEAL_TAGGING, VelRecord)

G_END_DECLS
