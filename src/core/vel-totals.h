/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * VelTotal:
 * @currency: an ISO 4217 code
 * @n: how many deals
 * @sum: of their amounts, in minor units; %G_MAXINT64 where it is greater
 * @weighted: the same, each amount by its probability; rounded once
 *
 * The deals in one currency.
 */
typedef struct
{
  char   *currency;
  guint64 n;
  gint64  sum;
  gint64  weighted;
} VelTotal;

#define VEL_TYPE_TOTALS (vel_totals_get_type ())

/**
 * VelTotals:
 *
 * How many deals there are, and for how much, by currency. Counted by
 * references; once it is told it is not altered.
 */
typedef struct _VelTotals VelTotals;

GType           vel_totals_get_type      (void);
VelTotals      *vel_totals_new           (const char      *home);
VelTotals      *vel_totals_ref           (VelTotals       *self);
void            vel_totals_unref         (VelTotals       *self);
VelTotals      *vel_totals_copy          (const VelTotals *self);

void            vel_totals_add           (VelTotals       *self,
                                          const char      *currency,
                                          gint64           rate,
                                          gint64           n,
                                          __int128         sum,
                                          __int128         weight);
void            vel_totals_add_deal      (VelTotals       *self,
                                          const char      *currency,
                                          gint64           amount,
                                          int              probability,
                                          gboolean         away);
void            vel_totals_merge         (VelTotals       *self,
                                          const VelTotals *other);

const char     *vel_totals_get_home      (const VelTotals *self);
guint64         vel_totals_get_count     (const VelTotals *self);
guint           vel_totals_get_n_currencies (const VelTotals *self);
VelTotal        vel_totals_get           (const VelTotals *self,
                                          guint            index);
gboolean        vel_totals_get_converted (const VelTotals *self,
                                          gint64          *sum,
                                          gint64          *weighted);

char           *vel_totals_format_sum    (const VelTotals *self);
char           *vel_totals_format_weighted (const VelTotals *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelTotals, vel_totals_unref)

G_END_DECLS
