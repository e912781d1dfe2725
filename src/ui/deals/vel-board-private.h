/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-board-column.h"
#include "vel-board.h"
#include "vel-query-model.h"

G_BEGIN_DECLS

/* What the parts of the board share: vel-board.c is the board, vel-board-drag.c
 * the card in the air, vel-board-keys.c the keyboard and the menu of a card. */
struct _VelBoard
{
  AdwBin              parent_instance;

  VelBook            *book;            /* (owned) (nullable) */
  gint64              pipeline;
  VelFilter          *filter;          /* (owned) (nullable) */
  char               *search;          /* (owned) (nullable) */
  GCancellable       *searching;       /* (owned) (nullable) */
  GHashTable         *matches;         /* (owned) (nullable): gint64 */
  VelQueryModel      *stages;          /* (owned) (nullable) */

  VelRecord          *deal_in_the_air; /* (owned) (nullable) */
  VelBoardColumn     *lifted_from;     /* (nullable): while a card is in the air */
  VelBoardColumn     *hovered;         /* (nullable): likewise */
  guint               tick;            /* while a card is in the air */
  double              pointer_x;       /* in the board; below zero where the card is not over it */
  double              pointer_y;
  gboolean            focus_first;     /* whether the first card gets the focus once it is there */
  GtkWidget          *question;        /* (nullable): asks for the reason of a loss */

  gboolean            is_narrow;
  gboolean            switching;       /* whether the buttons follow the columns */
  guint               fitting;         /* until the columns fit the room */

  GtkWidget          *switcher_scrolled;
  GtkBox             *switcher;
  GtkScrolledWindow  *scrolled;
  GtkBox             *columns;
  GtkRevealer        *zones;
  GtkWidget          *won_zone;
  GtkWidget          *lost_zone;
};

VelBoardColumn *vel_board_get_column       (VelBoard       *self,
                                            gint64          stage);
VelBoardColumn *vel_board_get_focus_column (VelBoard       *self,
                                            guint          *position);
VelRecord      *vel_board_dup_focus_deal   (VelBoard       *self);
void            vel_board_move             (VelBoard       *self,
                                            VelRecord      *deal,
                                            VelBoardColumn *column,
                                            gint64          before);
void            vel_board_win              (VelBoard       *self,
                                            VelRecord      *deal);
void            vel_board_lose             (VelBoard       *self,
                                            VelRecord      *deal,
                                            GtkWidget      *beside);

void            vel_board_watch_column     (VelBoard       *self,
                                            VelBoardColumn *column);
void            vel_board_accept_cards     (VelBoard       *self);
void            vel_board_end_drag         (VelBoard       *self);
void            vel_board_forget_question  (VelBoard       *self);

void            vel_board_fit_columns      (VelBoard       *self);
void            vel_board_watch_room       (VelBoard       *self);

void            vel_board_install_keys     (GtkWidgetClass *widget_class);
void            vel_board_listen_to_keys   (VelBoard       *self);

G_END_DECLS
