/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-arranged-row.h"
#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_RATE_ROW (vel_rate_row_get_type ())
G_DECLARE_FINAL_TYPE (VelRateRow, vel_rate_row, VEL, RATE_ROW, VelArrangedRow)

GtkWidget *vel_rate_row_new (VelBook   *book,
                             VelRecord *rate);

G_END_DECLS
