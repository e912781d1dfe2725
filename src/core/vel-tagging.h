/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-record.h"

G_BEGIN_DECLS

extern const VelEntity vel_tagging_entity;

#define VEL_TYPE_TAGGING (vel_tagging_get_type ())
G_DECLARE_FINAL_TYPE (VelTagging, vel_tagging, VEL, TAGGING, VelRecord)

G_END_DECLS
