/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VEL_TYPE_SELECTION_BAR (vel_selection_bar_get_type ())
G_DECLARE_FINAL_TYPE (VelSelectionBar, vel_selection_bar, VEL, SELECTION_BAR, AdwBin)

VelSelectionBar *vel_selection_bar_new             (void);
GtkMenuButton   *vel_selection_bar_get_tags_button (VelSelectionBar *self);
GtkActionBar    *vel_selection_bar_get_bar         (VelSelectionBar *self);
void             vel_selection_bar_show            (VelSelectionBar *self,
                                                    guint            n_selected,
                                                    gboolean         can_write);
void             vel_selection_bar_set_sums        (VelSelectionBar *self,
                                                    const char      *sums,
                                                    const char      *tooltip);

G_END_DECLS
