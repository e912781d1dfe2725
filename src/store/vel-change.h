/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vel-entity.h"

G_BEGIN_DECLS

#define VEL_TYPE_CHANGE (vel_change_get_type ())
G_DECLARE_FINAL_TYPE (VelChange, vel_change, VEL, CHANGE, GObject)

/**
 * VelChangeSource:
 * @change: an empty change to fill with the next writes
 * @user_data: what was given with the function
 * @error: (out): why it cannot go on; everything written so far is taken back
 *
 * Feeds a change that is too long to be held in memory. Called on the store's
 * writing thread, in the transaction of the change, until it adds nothing.
 *
 * Returns: whether it could go on
 */
typedef gboolean (*VelChangeSource) (VelChange  *change,
                                     gpointer    user_data,
                                     GError    **error);

VelChange *vel_change_new          (const char       *label,
                                    ...) G_GNUC_NULL_TERMINATED;
gint64     vel_change_insert       (VelChange        *self,
                                    const VelEntity  *entity);
gint64     vel_change_insert_values (VelChange       *self,
                                     const VelEntity *entity,
                                     VelValue        *values);
void       vel_change_delete       (VelChange        *self,
                                    const VelEntity  *entity,
                                    gint64            id);
void       vel_change_take_value   (VelChange        *self,
                                    const VelEntity  *entity,
                                    gint64            id,
                                    const char       *field,
                                    VelValue         *value);
void       vel_change_set_text     (VelChange        *self,
                                    const VelEntity  *entity,
                                    gint64            id,
                                    const char       *field,
                                    const char       *text);
void       vel_change_set_integer  (VelChange        *self,
                                    const VelEntity  *entity,
                                    gint64            id,
                                    const char       *field,
                                    gint64            integer);
void       vel_change_add_word     (VelChange        *self,
                                    const VelEntity  *entity,
                                    gint64            id,
                                    const char       *field,
                                    const char       *word);
void       vel_change_remove_word  (VelChange        *self,
                                    const VelEntity  *entity,
                                    gint64            id,
                                    const char       *field,
                                    const char       *word);
void       vel_change_add_to       (VelChange        *self,
                                    const VelEntity  *entity,
                                    gint64            id,
                                    const char       *field,
                                    const char       *text);
void       vel_change_place        (VelChange        *self,
                                    const VelEntity  *entity,
                                    gint64            id,
                                    gint64            before);
void       vel_change_move_writes  (VelChange        *self,
                                    VelChange        *other);
GPtrArray *vel_change_steal_spent  (VelChange        *self);
void       vel_change_set_source   (VelChange        *self,
                                    VelChangeSource   source,
                                    gpointer          user_data,
                                    GDestroyNotify    destroy);
void       vel_change_clear        (VelChange        *self);
gboolean   vel_change_is_empty     (VelChange        *self);

G_END_DECLS
