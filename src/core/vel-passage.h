/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-record.h"

G_BEGIN_DECLS

extern const VelEntity vel_passage_entity;

#define VEL_TYPE_PASSAGE (vel_passage_get_type ())
G_DECLARE_FINAL_TYPE (VelPassage, vel_passage, VEL, PASSAGE, VelRecord)

G_END_DECLS
