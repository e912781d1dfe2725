/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_MONEY_PAGE (vel_money_page_get_type ())
G_DECLARE_FINAL_TYPE (VelMoneyPage, vel_money_page, VEL, MONEY_PAGE, AdwPreferencesPage)

void vel_money_page_set_book (VelMoneyPage *self,
                              VelBook      *book);

G_END_DECLS
