/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-change.h"
#include "vel-record.h"

G_BEGIN_DECLS

VelChange *vel_deal_move_to      (VelRecord  *deal,
                                  VelRecord  *stage,
                                  gint64      before);
VelChange *vel_deal_win          (VelRecord  *deal);
VelChange *vel_deal_lose         (VelRecord  *deal,
                                  gint64      reason);
VelChange *vel_deal_open_again   (VelRecord  *deal);
VelChange *vel_stage_remove      (VelRecord  *stage,
                                  VelRecord  *target,
                                  GArray     *deals);

G_END_DECLS
