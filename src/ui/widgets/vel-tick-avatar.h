/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-avatar.h"

G_BEGIN_DECLS

GtkWidget *vel_tick_avatar_new (VelAvatar *avatar);

G_END_DECLS
