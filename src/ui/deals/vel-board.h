/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"
#include "vel-totals.h"

G_BEGIN_DECLS

#define VEL_TYPE_BOARD (vel_board_get_type ())
G_DECLARE_FINAL_TYPE (VelBoard, vel_board, VEL, BOARD, AdwBin)

GtkWidget *vel_board_new          (void);
void       vel_board_set_book     (VelBoard        *self,
                                   VelBook         *book);
void       vel_board_set_pipeline (VelBoard        *self,
                                   gint64           pipeline);
void       vel_board_set_filter   (VelBoard        *self,
                                   const VelFilter *filter);
void       vel_board_set_narrow   (VelBoard        *self,
                                   gboolean         narrow);
void       vel_board_set_search   (VelBoard        *self,
                                   const char      *search);
VelTotals *vel_board_dup_totals   (VelBoard        *self);
GListModel *vel_board_get_around  (VelBoard        *self,
                                   gint64           id);
void       vel_board_focus_deal   (VelBoard        *self,
                                   gint64           id);

G_END_DECLS
