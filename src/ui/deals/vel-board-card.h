/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-row-cell.h"

G_BEGIN_DECLS

/**
 * VelDropPlace:
 * @VEL_DROP_NOT: no card would fall beside this one
 * @VEL_DROP_ABOVE: it would fall above this one
 * @VEL_DROP_BELOW: it would fall below this one, the last
 *
 * Where the card that is in the air would fall.
 */
typedef enum
{
  VEL_DROP_NOT,
  VEL_DROP_ABOVE,
  VEL_DROP_BELOW
} VelDropPlace;

#define VEL_TYPE_BOARD_CARD (vel_board_card_get_type ())
G_DECLARE_FINAL_TYPE (VelBoardCard, vel_board_card, VEL, BOARD_CARD, VelRowCell)

GtkWidget *vel_board_card_new             (VelRecord    *stage);
GtkWidget *vel_board_card_get_frame       (VelBoardCard *self);
gint64     vel_board_card_get_id          (VelBoardCard *self);
void       vel_board_card_set_drop_place  (VelBoardCard *self,
                                           VelDropPlace  place);
void       vel_board_card_set_lifted      (VelBoardCard *self,
                                           gboolean      lifted);
void       vel_board_card_set_dimmed      (VelBoardCard *self,
                                           gboolean      dimmed);

G_END_DECLS
