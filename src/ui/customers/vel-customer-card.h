/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-card.h"

G_BEGIN_DECLS

#define VEL_TYPE_CUSTOMER_CARD (vel_customer_card_get_type ())
G_DECLARE_FINAL_TYPE (VelCustomerCard, vel_customer_card, VEL, CUSTOMER_CARD, VelCard)

GtkWidget *vel_customer_card_new    (void);
void       vel_customer_card_show   (VelCustomerCard *self,
                                     VelBook         *book,
                                     gint64           id,
                                     VelQueryModel   *around);
gint64     vel_customer_card_get_id (VelCustomerCard *self);

G_END_DECLS
