/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-arranged-row.h"
#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_STAGE_ROW (vel_stage_row_get_type ())
G_DECLARE_FINAL_TYPE (VelStageRow, vel_stage_row, VEL, STAGE_ROW, VelArrangedRow)

GtkWidget *vel_stage_row_new (VelBook   *book,
                              VelRecord *stage);

G_END_DECLS
