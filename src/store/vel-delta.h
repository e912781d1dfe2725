/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-entity.h"

G_BEGIN_DECLS

#define VEL_TYPE_DELTA (vel_delta_get_type ())

/**
 * VelDelta:
 *
 * Which records one or more changes have touched: those written, and those
 * whose computed fields follow from them. Counted by references, never altered
 * once it is out of the store's hands.
 */
typedef struct _VelDelta VelDelta;

GType         vel_delta_get_type     (void);
VelDelta     *vel_delta_new          (void);
VelDelta     *vel_delta_ref          (VelDelta        *self);
void          vel_delta_unref        (VelDelta        *self);
void          vel_delta_add          (VelDelta        *self,
                                      const VelEntity *entity,
                                      gint64           id);
void          vel_delta_merge        (VelDelta        *self,
                                      VelDelta        *other);
void          vel_delta_set_all      (VelDelta        *self);
gboolean      vel_delta_is_all       (VelDelta        *self);
gboolean      vel_delta_is_empty     (VelDelta        *self);
gboolean      vel_delta_has_entity   (VelDelta        *self,
                                      const VelEntity *entity);
gboolean      vel_delta_has          (VelDelta        *self,
                                      const VelEntity *entity,
                                      gint64           id);
const gint64 *vel_delta_get_ids      (VelDelta        *self,
                                      const VelEntity *entity,
                                      guint           *n_ids);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelDelta, vel_delta_unref)

G_END_DECLS
