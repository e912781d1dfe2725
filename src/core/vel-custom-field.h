/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-record.h"

G_BEGIN_DECLS

extern const VelEntity vel_custom_field_entity;

#define VEL_TYPE_CUSTOM_FIELD (vel_custom_field_get_type ())
G_DECLARE_FINAL_TYPE (VelCustomField, vel_custom_field, VEL, CUSTOM_FIELD, VelRecord)

G_END_DECLS
