/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-book.h"
#include "vel-listed-field.h"

G_BEGIN_DECLS

#define VEL_TYPE_ENTITY_FIELDS (vel_entity_fields_get_type ())
G_DECLARE_FINAL_TYPE (VelEntityFields, vel_entity_fields, VEL, ENTITY_FIELDS, GObject)

VelEntityFields *vel_entity_fields_new        (VelBook         *book,
                                               const VelEntity *entity);
const VelEntity *vel_entity_fields_get_entity (VelEntityFields *self);
VelListedField  *vel_entity_fields_find       (VelEntityFields *self,
                                               const char      *name);
GListModel      *vel_entity_fields_dup        (VelEntityFields *self,
                                               VelFieldFlags    flag);

G_END_DECLS
