/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_DEAL_HEAD (vel_deal_head_get_type ())
G_DECLARE_FINAL_TYPE (VelDealHead, vel_deal_head, VEL, DEAL_HEAD, AdwBin)

GtkWidget *vel_deal_head_new    (VelBook     *book,
                                 VelRecord   *deal);
void       vel_deal_head_rename (VelDealHead *self);

G_END_DECLS
