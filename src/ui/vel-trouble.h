/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VEL_TYPE_TROUBLE (vel_trouble_get_type ())
G_DECLARE_FINAL_TYPE (VelTrouble, vel_trouble, VEL, TROUBLE, AdwBin)

GtkWidget *vel_trouble_new (const char   *path,
                            const GError *error);

G_END_DECLS
