/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-query-model.h"
#include "vel-totals.h"

G_BEGIN_DECLS

/**
 * VelInTheAir:
 * @VEL_AIR_NONE: the figures are those of the book
 * @VEL_AIR_OUT: the card in the air is counted out
 * @VEL_AIR_IN: the card in the air is counted in
 *
 * How the figures of a column count the card that is being dragged.
 */
typedef enum
{
  VEL_AIR_NONE,
  VEL_AIR_OUT,
  VEL_AIR_IN
} VelInTheAir;

#define VEL_TYPE_BOARD_COLUMN (vel_board_column_get_type ())
G_DECLARE_FINAL_TYPE (VelBoardColumn, vel_board_column, VEL, BOARD_COLUMN, AdwBin)

GtkWidget     *vel_board_column_new           (VelBook         *book,
                                               VelRecord       *stage,
                                               const VelFilter *filter);
VelRecord     *vel_board_column_get_stage     (VelBoardColumn  *self);
VelQueryModel *vel_board_column_get_model     (VelBoardColumn  *self);
VelTotals     *vel_board_column_get_totals    (VelBoardColumn  *self);
GtkScrolledWindow *vel_board_column_get_list  (VelBoardColumn  *self);
void           vel_board_column_set_filter    (VelBoardColumn  *self,
                                               const VelFilter *filter);
void           vel_board_column_set_matches   (VelBoardColumn  *self,
                                               GHashTable      *matches);
void           vel_board_column_set_in_the_air (VelBoardColumn *self,
                                               VelRecord       *deal,
                                               VelInTheAir      how);
void           vel_board_column_focus         (VelBoardColumn  *self,
                                               guint            position);
void           vel_board_column_focus_first   (VelBoardColumn  *self);
void           vel_board_column_focus_deal    (VelBoardColumn  *self,
                                               gint64           id);
GtkWidget     *vel_board_column_get_focus_card (VelBoardColumn *self);
gboolean       vel_board_column_get_focus     (VelBoardColumn  *self,
                                               guint           *position);

G_END_DECLS
