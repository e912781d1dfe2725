/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-record.h"

G_BEGIN_DECLS

extern const VelEntity vel_import_mapping_entity;

#define VEL_TYPE_IMPORT_MAPPING (vel_import_mapping_get_type ())
G_DECLARE_FINAL_TYPE (VelImportMapping, vel_import_mapping, VEL, IMPORT_MAPPING, VelRecord)

G_END_DECLS
