/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_PROFILE_HEAD (vel_profile_head_get_type ())
G_DECLARE_FINAL_TYPE (VelProfileHead, vel_profile_head, VEL, PROFILE_HEAD, AdwBin)

GtkWidget *vel_profile_head_new       (VelBook        *book,
                                       VelRecord      *customer);
void       vel_profile_head_set_count (VelProfileHead *self,
                                       guint           n_interactions);
void       vel_profile_head_rename    (VelProfileHead *self);
void       vel_profile_head_add_tag   (VelProfileHead *self);

G_END_DECLS
