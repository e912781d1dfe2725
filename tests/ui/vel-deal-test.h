/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-ui-test.h"

G_BEGIN_DECLS

/**
 * VelAsked:
 * @deal: the deal that was to be shown last, or 0
 * @customer: the customer that was to be shown last, or 0
 * @new_for: the customer for whom a deal was to be added, or 0
 *
 * What a window was asked to show.
 */
typedef struct
{
  gint64 deal;
  gint64 customer;
  gint64 new_for;
} VelAsked;

gint64 vel_deal_test_add   (VelBook    *book,
                            gint64      customer,
                            const char *title,
                            gint64      stage,
                            gint64      amount,
                            const char *currency);
void   vel_deal_test_watch (GtkWindow  *window,
                            VelAsked   *asked);

G_END_DECLS
