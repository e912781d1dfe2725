/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-record.h"

G_BEGIN_DECLS

extern const VelEntity vel_setting_entity;

#define VEL_TYPE_SETTING (vel_setting_get_type ())
G_DECLARE_FINAL_TYPE (VelSetting, vel_setting, VEL, SETTING, VelRecord)

G_END_DECLS
