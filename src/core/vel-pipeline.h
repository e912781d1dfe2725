/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-record.h"

G_BEGIN_DECLS

extern const VelEntity vel_pipeline_entity;

#define VEL_TYPE_PIPELINE (vel_pipeline_get_type ())
G_DECLARE_FINAL_TYPE (VelPipeline, vel_pipeline, VEL, PIPELINE, VelRecord)

G_END_DECLS
