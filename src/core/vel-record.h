/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-entity.h"

G_BEGIN_DECLS

#define VEL_TYPE_RECORD (vel_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (VelRecord, vel_record, VEL, RECORD, GObject)

struct _VelRecordClass
{
  GObjectClass     parent_class;

  const VelEntity *entity;
};

void             vel_record_class_describe (VelRecordClass  *klass,
                                            const VelEntity *entity);

/**
 * VEL_DEFINE_RECORD:
 * @TypeName: the subclass of #VelRecord
 * @type_name: the same in lower case
 * @the_entity: its description
 *
 * Defines a subclass that is nothing but what its description tells.
 */
#define VEL_DEFINE_RECORD(TypeName, type_name, the_entity) \
  struct _##TypeName { VelRecord parent_instance; }; \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, VEL_TYPE_RECORD) \
  static void type_name##_class_init (TypeName##Class *klass) \
  { vel_record_class_describe (VEL_RECORD_CLASS (klass), &the_entity); } \
  static void type_name##_init (TypeName *self) { }

VelRecord       *vel_record_new         (const VelEntity *entity,
                                         gint64           id);
const VelEntity *vel_record_get_entity  (VelRecord       *self);
gint64           vel_record_get_id      (VelRecord       *self);
const VelValue  *vel_record_get_value   (VelRecord       *self,
                                         guint            field);
const char      *vel_record_get_text    (VelRecord       *self,
                                         const char      *field);
gint64           vel_record_get_integer (VelRecord       *self,
                                         const char      *field);
void             vel_record_take_values (VelRecord       *self,
                                         VelValue        *values);
char            *vel_record_format      (VelRecord       *self,
                                         const char      *field);
char            *vel_record_dup_custom  (VelRecord       *self,
                                         const char      *name);

G_END_DECLS
