/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"
#include "vel-narrow-bin.h"

G_BEGIN_DECLS

#define VEL_TYPE_DEALS_PAGE (vel_deals_page_get_type ())
G_DECLARE_FINAL_TYPE (VelDealsPage, vel_deals_page, VEL, DEALS_PAGE, VelNarrowBin)

void        vel_deals_page_set_book     (VelDealsPage *self,
                                         VelBook      *book);
void        vel_deals_page_start_search (VelDealsPage *self);
void        vel_deals_page_focus_deal   (VelDealsPage *self,
                                         gint64        id);
GListModel *vel_deals_page_get_around   (VelDealsPage *self,
                                         gint64        id);

G_END_DECLS
