/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-database.h"
#include "vel-entity.h"

G_BEGIN_DECLS

/**
 * VelSearchIndex:
 *
 * The short fields of every record of an entity, folded, as one buffer in
 * memory: any part of any of them is found from the first letter on. Private
 * to the store; it lives on the reading thread.
 */
typedef struct _VelSearchIndex VelSearchIndex;

VelSearchIndex *vel_search_index_new    (const VelEntity  *entity);
void            vel_search_index_free   (VelSearchIndex   *self);
gboolean        vel_search_index_load   (VelSearchIndex   *self,
                                         VelDatabase      *database,
                                         GError          **error);
gboolean        vel_search_index_update (VelSearchIndex   *self,
                                         VelDatabase      *database,
                                         gint64            id,
                                         GError          **error);
GArray         *vel_search_index_slots  (VelSearchIndex   *self,
                                         GArray           *ids);
void            vel_search_index_find   (VelSearchIndex   *self,
                                         const char       *text,
                                         GByteArray       *hits);
guint           vel_search_index_stamp  (VelSearchIndex   *self);
guint           vel_search_index_slot   (VelSearchIndex   *self,
                                         gint64            id);

#define VEL_NO_SLOT G_MAXUINT

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelSearchIndex, vel_search_index_free)

G_END_DECLS
