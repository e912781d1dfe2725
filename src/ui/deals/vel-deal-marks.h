/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-record.h"

G_BEGIN_DECLS

/**
 * VelDealMarks:
 * @VEL_DEAL_NO_NEXT_STEP: nobody has said what is to be done next
 * @VEL_DEAL_OVERDUE: it was to close on a day that has gone by
 * @VEL_DEAL_STALE: it has been in its stage for longer than a deal should
 *
 * What is wrong with an open deal.
 */
typedef enum
{
  VEL_DEAL_FINE         = 0,
  VEL_DEAL_NO_NEXT_STEP = 1 << 0,
  VEL_DEAL_OVERDUE      = 1 << 1,
  VEL_DEAL_STALE        = 1 << 2
} VelDealMarks;

VelDealMarks vel_deal_marks_find (VelRecord    *deal,
                                  VelRecord    *stage);
int          vel_deal_marks_days (VelRecord    *deal);
char        *vel_deal_marks_say  (VelDealMarks  marks);

G_END_DECLS
