/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-card.h"

G_BEGIN_DECLS

#define VEL_TYPE_DEAL_CARD (vel_deal_card_get_type ())
G_DECLARE_FINAL_TYPE (VelDealCard, vel_deal_card, VEL, DEAL_CARD, VelCard)

GtkWidget *vel_deal_card_new    (void);
void       vel_deal_card_show   (VelDealCard *self,
                                 VelBook     *book,
                                 gint64       id,
                                 GListModel  *around);
gint64     vel_deal_card_get_id (VelDealCard *self);

G_END_DECLS
