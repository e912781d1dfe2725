/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"
#include "vel-profile-head.h"

G_BEGIN_DECLS

#define VEL_TYPE_PROFILE (vel_profile_get_type ())
G_DECLARE_FINAL_TYPE (VelProfile, vel_profile, VEL, PROFILE, AdwBin)

GtkWidget      *vel_profile_new        (VelBook    *book,
                                        VelRecord  *customer);
VelProfileHead *vel_profile_get_head   (VelProfile *self);
GListModel     *vel_profile_get_people (VelProfile *self);

G_END_DECLS
