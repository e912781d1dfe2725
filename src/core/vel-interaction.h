/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-record.h"

G_BEGIN_DECLS

extern const VelEntity vel_interaction_entity;

#define VEL_TYPE_INTERACTION (vel_interaction_get_type ())
G_DECLARE_FINAL_TYPE (VelInteraction, vel_interaction, VEL, INTERACTION, VelRecord)

G_END_DECLS
