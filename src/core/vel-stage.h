/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-record.h"

G_BEGIN_DECLS

/* The stages of the pipeline that every book begins with. */
#define VEL_STAGE_STARTER_FIRST 2
#define VEL_STAGE_STARTER_LAST  6

extern const VelEntity vel_stage_entity;

#define VEL_TYPE_STAGE (vel_stage_get_type ())
G_DECLARE_FINAL_TYPE (VelStage, vel_stage, VEL, STAGE, VelRecord)

G_END_DECLS
