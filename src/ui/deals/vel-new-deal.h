/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_NEW_DEAL (vel_new_deal_get_type ())
G_DECLARE_FINAL_TYPE (VelNewDeal, vel_new_deal, VEL, NEW_DEAL, AdwWindow)

VelNewDeal *vel_new_deal_present (GtkWidget *parent,
                                  VelBook   *book,
                                  gint64     customer,
                                  gint64     stage);

G_END_DECLS
