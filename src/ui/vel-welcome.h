/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VEL_TYPE_WELCOME (vel_welcome_get_type ())
G_DECLARE_FINAL_TYPE (VelWelcome, vel_welcome, VEL, WELCOME, AdwBin)

GtkWidget *vel_welcome_new (gboolean first_run);

G_END_DECLS
