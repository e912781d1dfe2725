/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-entity.h"

G_BEGIN_DECLS

#define VEL_TYPE_LISTED_FIELD (vel_listed_field_get_type ())
G_DECLARE_FINAL_TYPE (VelListedField, vel_listed_field, VEL, LISTED_FIELD, GObject)

VelListedField *vel_listed_field_new        (const VelField *field);
VelListedField *vel_listed_field_new_custom (const char     *name);
const char     *vel_listed_field_get_name   (VelListedField *self);
const char     *vel_listed_field_get_label  (VelListedField *self);
const VelField *vel_listed_field_get_field  (VelListedField *self);
gboolean        vel_listed_field_has        (VelListedField *self,
                                             VelFieldFlags   flag);

G_END_DECLS
