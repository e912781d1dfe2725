/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VEL_TYPE_HOLIDAYS_DIALOG (vel_holidays_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VelHolidaysDialog, vel_holidays_dialog, VEL, HOLIDAYS_DIALOG, AdwWindow)

VelHolidaysDialog *vel_holidays_dialog_present (GtkWidget *parent);

G_END_DECLS
