/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-arranged-row.h"
#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_REASON_ROW (vel_reason_row_get_type ())
G_DECLARE_FINAL_TYPE (VelReasonRow, vel_reason_row, VEL, REASON_ROW, VelArrangedRow)

GtkWidget *vel_reason_row_new (VelBook   *book,
                               VelRecord *reason);

G_END_DECLS
