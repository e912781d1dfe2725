/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_PREFERENCES (vel_preferences_get_type ())
G_DECLARE_FINAL_TYPE (VelPreferences, vel_preferences, VEL, PREFERENCES, AdwPreferencesWindow)

GtkWidget *vel_preferences_new (GtkWindow  *parent,
                                VelBook    *book);

G_END_DECLS
