/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-deal-head.h"
#include "vel-query-model.h"

G_BEGIN_DECLS

#define VEL_TYPE_DEAL_PROFILE (vel_deal_profile_get_type ())
G_DECLARE_FINAL_TYPE (VelDealProfile, vel_deal_profile, VEL, DEAL_PROFILE, AdwBin)

GtkWidget   *vel_deal_profile_new        (VelBook        *book,
                                          VelRecord      *deal,
                                          VelQueryModel  *passages);
VelDealHead *vel_deal_profile_get_head   (VelDealProfile *self);
GListModel  *vel_deal_profile_get_people (VelDealProfile *self);

G_END_DECLS
