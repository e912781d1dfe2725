/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-entity.h"

G_BEGIN_DECLS

/**
 * VelFilterOp:
 * @VEL_FILTER_ALL: every one of the filters in it holds
 * @VEL_FILTER_ANY: one of the filters in it holds
 * @VEL_FILTER_IS: the field is one of the values; text folded, words where one of them is
 * @VEL_FILTER_IS_NOT: it is none of them
 * @VEL_FILTER_CONTAINS: the text contains one of the values, folded
 * @VEL_FILTER_EMPTY: there is nothing in the field
 * @VEL_FILTER_NOT_EMPTY: there is something in the field
 * @VEL_FILTER_BEFORE: the field is less than the value; a day may be "today",
 *   or so many days from it: "today+30", "today-7"
 * @VEL_FILTER_FROM: the field is the value or greater; days as above
 * @VEL_FILTER_SILENT: an instant that lies more than so many days back, or never was
 * @VEL_FILTER_WITHIN: an instant that lies at most so many days back
 * @VEL_FILTER_DUE: a day from today on that lies at most so many days ahead
 * @VEL_FILTER_YEARLY: a day that comes round within so many days, the second
 *   value, from a day on, the first: a birthday. That of a leap day comes round
 *   on the 28th of February in other years
 */
typedef enum
{
  VEL_FILTER_ALL,
  VEL_FILTER_ANY,
  VEL_FILTER_IS,
  VEL_FILTER_IS_NOT,
  VEL_FILTER_CONTAINS,
  VEL_FILTER_EMPTY,
  VEL_FILTER_NOT_EMPTY,
  VEL_FILTER_BEFORE,
  VEL_FILTER_FROM,
  VEL_FILTER_SILENT,
  VEL_FILTER_WITHIN,
  VEL_FILTER_DUE,
  VEL_FILTER_YEARLY
} VelFilterOp;

/**
 * VelFilter:
 * @op: what must hold
 * @field: (nullable): the field it asks, or "custom." and the name of a custom field
 * @values: (nullable): what it compares with, in the book's own writing
 * @children: (nullable) (element-type VelFilter): the filters in it
 *
 * A condition on a record, or several of them joined.
 */
typedef struct
{
  VelFilterOp  op;
  char        *field;
  GStrv        values;
  GPtrArray   *children;
} VelFilter;

VelFilter *vel_filter_new       (VelFilterOp         op,
                                 const char         *field,
                                 const char * const *values);
VelFilter *vel_filter_new_join  (VelFilterOp         op);
void       vel_filter_take      (VelFilter          *self,
                                 VelFilter          *child);
VelFilter *vel_filter_copy      (const VelFilter    *self);
void       vel_filter_free      (VelFilter          *self);
gboolean   vel_filter_equal     (const VelFilter    *a,
                                 const VelFilter    *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelFilter, vel_filter_free)

#define VEL_TYPE_QUERY (vel_query_get_type ())

/**
 * VelQuery:
 * @entity: what is asked for
 * @filter: (owned) (nullable): which of them
 * @search: (owned) (nullable): what the user typed to find them
 * @order: (owned) (nullable): the field by which they are ordered; the name where %NULL
 * @descending: whether from the greatest to the least
 *
 * What to show. Once made it is not altered, only copied; it is counted by
 * references and may cross threads.
 */
typedef struct
{
  const VelEntity *entity;
  VelFilter       *filter;
  char            *search;
  char            *order;
  gboolean         descending;
  /*< private >*/
  gatomicrefcount  ref_count;
} VelQuery;

GType      vel_query_get_type   (void);
VelQuery  *vel_query_new        (const VelEntity    *entity,
                                 const VelFilter    *filter,
                                 const char         *search,
                                 const char         *order,
                                 gboolean            descending);
VelQuery  *vel_query_ref        (VelQuery           *self);
void       vel_query_unref      (VelQuery           *self);
gboolean   vel_query_same_base  (const VelQuery     *a,
                                 const VelQuery     *b);
char      *vel_query_to_json    (const VelQuery     *self);
VelQuery  *vel_query_from_json  (const char         *json,
                                 GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelQuery, vel_query_unref)

G_END_DECLS
