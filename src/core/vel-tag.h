/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-record.h"

G_BEGIN_DECLS

extern const VelEntity vel_tag_entity;

#define VEL_TYPE_TAG (vel_tag_get_type ())
G_DECLARE_FINAL_TYPE (VelTag, vel_tag, VEL, TAG, VelRecord)

G_END_DECLS
