/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_ROW (vel_row_get_type ())
G_DECLARE_FINAL_TYPE (VelRow, vel_row, VEL, ROW, GObject)

VelRow    *vel_row_new          (VelBook         *book,
                                 const VelEntity *entity,
                                 guint            position);
void       vel_row_point        (VelRow          *self,
                                 gint64           id,
                                 gboolean         indirect);
void       vel_row_set_position (VelRow          *self,
                                 guint            position);

VelBook   *vel_row_get_book     (VelRow          *self);
gint64     vel_row_get_id       (VelRow          *self);
VelRecord *vel_row_get_record   (VelRow          *self);
guint      vel_row_get_position (VelRow          *self);
gboolean   vel_row_is_indirect  (VelRow          *self);

G_END_DECLS
