/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-field.h"

G_BEGIN_DECLS

/**
 * VelEntity:
 * @name: the table, and the word on the command line
 * @label: the English name of one, marked for translation
 * @label_many: the English name of many, marked for translation
 * @fields: the fields, in the order of forms
 * @n_fields: their number
 * @name_field: (nullable): the field by which a record is called and ordered
 * @get_type: the subclass of #VelRecord
 * @is_part: whether records of it are parts of others and have no list of
 *   their own (a tagging, an affiliation)
 * @is_sorted: whether the store keeps the records in the order of their names
 * @check: (nullable): whether values, one a field, can be a record; asked before
 *   each write, with a sentence for the user as the error
 * @due_field: (nullable): the field that says when it is due. In its order what
 *   is open comes first, then what has no day, then what is done, the latest first
 * @done_field: (nullable): the field that says when that was done
 *
 * The one description of an entity. The id of a record is not a field.
 */
typedef struct
{
  const char     *name;
  const char     *label;
  const char     *label_many;
  const VelField *fields;
  guint           n_fields;
  const char     *name_field;
  GType         (*get_type) (void);
  gboolean        is_part;
  gboolean        is_sorted;
  gboolean      (*check)    (const VelValue  *values,
                             GError         **error);
  const char     *due_field;
  const char     *done_field;
} VelEntity;

#define VEL_NO_FIELD G_MAXUINT

const VelEntity * const *
                 vel_entity_list       (guint           *n_entities);
const VelEntity *vel_entity_find       (const char      *name);
const VelEntity *vel_entity_of_type    (GType            record_type);
guint            vel_entity_field_index (const VelEntity *self,
                                        const char      *name);
const VelField  *vel_entity_find_field (const VelEntity *self,
                                        const char      *name);

G_END_DECLS
