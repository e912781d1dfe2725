/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-record.h"

G_BEGIN_DECLS

extern const VelEntity vel_affiliation_entity;

#define VEL_TYPE_AFFILIATION (vel_affiliation_get_type ())
G_DECLARE_FINAL_TYPE (VelAffiliation, vel_affiliation, VEL, AFFILIATION, VelRecord)

G_END_DECLS
