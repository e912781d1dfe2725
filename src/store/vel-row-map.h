/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-query-diff.h"
#include "vel-row.h"

G_BEGIN_DECLS

/**
 * VelRowMap:
 *
 * The rows of a list that live, by their positions. It owns none of them: a
 * row that nobody holds any more is gone from it.
 */
typedef struct _VelRowMap VelRowMap;

VelRowMap *vel_row_map_new    (void);
void       vel_row_map_free   (VelRowMap       *self);
VelRow    *vel_row_map_lookup (VelRowMap       *self,
                               guint            position);
void       vel_row_map_add    (VelRowMap       *self,
                               VelRow          *row);
GPtrArray *vel_row_map_hold   (VelRowMap       *self);
void       vel_row_map_splice (VelRowMap       *self,
                               const VelSplice *splice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelRowMap, vel_row_map_free)

G_END_DECLS
