/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-entity-fields.h"
#include "vel-query.h"

G_BEGIN_DECLS

#define VEL_TYPE_FILTER_BAR (vel_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (VelFilterBar, vel_filter_bar, VEL, FILTER_BAR, AdwBin)

void       vel_filter_bar_set_fields   (VelFilterBar      *self,
                                        VelBook           *book,
                                        VelEntityFields *fields);
void       vel_filter_bar_set_filter   (VelFilterBar      *self,
                                        const VelFilter   *filter);
VelFilter *vel_filter_bar_dup_filter   (VelFilterBar      *self);
void       vel_filter_bar_add          (VelFilterBar      *self,
                                        const char        *field);
GtkWidget *vel_filter_bar_get_save     (VelFilterBar      *self);
GtkWidget *vel_filter_bar_get_update   (VelFilterBar      *self);

G_END_DECLS
