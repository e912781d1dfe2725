/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-board-card.h"
#include "vel-board-column.h"
#include "vel-figures.h"

G_BEGIN_DECLS

/* What the parts of a column share: vel-board-column.c is the column, and
 * vel-board-column-drag.c how its cards are lifted and fall. */
struct _VelBoardColumn
{
  AdwBin             parent_instance;

  VelRecord         *stage;            /* (owned) */
  VelQueryModel     *model;            /* (owned) */
  VelFigures        *figures;          /* (owned) */
  GHashTable        *matches;          /* (owned) (nullable): gint64 */
  VelRecord         *deal_in_the_air;  /* (owned) (nullable) */
  VelInTheAir        in_the_air;
  gint64             drop_before;      /* where the card would fall: before this one, 0 for the end, -1 for not here */
  gboolean           focus_first;      /* whether the first card gets the focus once it is here */
  gint64             focus_id;         /* the deal that gets the focus once it is here, or 0 */

  GtkWidget         *box;
  GtkWidget         *colour;
  GtkLabel          *name;
  GtkLabel          *count;
  GtkWidget         *add;
  GtkLabel          *sum;
  GtkLabel          *weighted;
  GtkScrolledWindow *scrolled;
  GtkWidget         *empty_place;
  GtkListView       *view;
};

void vel_board_column_each_card    (VelBoardColumn *self,
                                    void          (*func) (VelBoardColumn *column,
                                                           VelBoardCard   *card));
void vel_board_column_watch_card   (VelBoardColumn *self,
                                    VelBoardCard   *card);
void vel_board_column_accept_cards (VelBoardColumn *self);

G_END_DECLS
