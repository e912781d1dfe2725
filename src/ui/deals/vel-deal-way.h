/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-query-model.h"

G_BEGIN_DECLS

/**
 * VelWayMark:
 * @VEL_WAY_AHEAD: the deal is not so far yet
 * @VEL_WAY_PASSED: the deal was in the stage, and went on
 * @VEL_WAY_SKIPPED: the deal went past the stage without being in it
 * @VEL_WAY_HERE: the deal is in the stage
 *
 * How a stage lies on the way of a deal.
 */
typedef enum
{
  VEL_WAY_AHEAD,
  VEL_WAY_PASSED,
  VEL_WAY_SKIPPED,
  VEL_WAY_HERE
} VelWayMark;

VelQueryModel *vel_deal_way_passages (VelBook    *book,
                                      VelRecord  *deal);
VelWayMark     vel_deal_way_mark     (VelRecord  *deal,
                                      GListModel *passages,
                                      gint64      stage,
                                      gboolean    before);
gint64         vel_deal_way_seconds  (GListModel *passages,
                                      gint64      stage);
gint64         vel_deal_way_length   (VelRecord  *passage);
char          *vel_deal_way_say_time (gint64      seconds);

G_END_DECLS
