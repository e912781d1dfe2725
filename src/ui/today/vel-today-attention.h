/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_TODAY_ATTENTION (vel_today_attention_get_type ())
G_DECLARE_FINAL_TYPE (VelTodayAttention, vel_today_attention, VEL, TODAY_ATTENTION, GtkBox)

GtkWidget *vel_today_attention_new    (VelBook           *book);
void       vel_today_attention_reload (VelTodayAttention *self);

G_END_DECLS
