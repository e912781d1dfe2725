/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-book.h"
#include "vel-narrow-bin.h"

G_BEGIN_DECLS

#define VEL_TYPE_TODAY_PAGE (vel_today_page_get_type ())
G_DECLARE_FINAL_TYPE (VelTodayPage, vel_today_page, VEL, TODAY_PAGE, VelNarrowBin)

GtkWidget *vel_today_page_new (VelBook *book);

G_END_DECLS
