/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VEL_TYPE_REMINDERS_BAR (vel_reminders_bar_get_type ())
G_DECLARE_FINAL_TYPE (VelRemindersBar, vel_reminders_bar, VEL, REMINDERS_BAR, AdwBin)

G_END_DECLS
