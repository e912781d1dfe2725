/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-record.h"

G_BEGIN_DECLS

/* The first of the reasons that every book begins with. */
#define VEL_LOST_REASON_STARTER_FIRST 101

extern const VelEntity vel_lost_reason_entity;

#define VEL_TYPE_LOST_REASON (vel_lost_reason_get_type ())
G_DECLARE_FINAL_TYPE (VelLostReason, vel_lost_reason, VEL, LOST_REASON, VelRecord)

G_END_DECLS
