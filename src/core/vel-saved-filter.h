/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-record.h"

G_BEGIN_DECLS

extern const VelEntity vel_saved_filter_entity;

#define VEL_TYPE_SAVED_FILTER (vel_saved_filter_get_type ())
G_DECLARE_FINAL_TYPE (VelSavedFilter, vel_saved_filter, VEL, SAVED_FILTER, VelRecord)

G_END_DECLS
