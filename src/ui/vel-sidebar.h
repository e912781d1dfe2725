/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-sidebar-model.h"

G_BEGIN_DECLS

#define VEL_TYPE_SIDEBAR (vel_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (VelSidebar, vel_sidebar, VEL, SIDEBAR, AdwBin)

void            vel_sidebar_set_model    (VelSidebar      *self,
                                          VelBook         *book,
                                          VelSidebarModel *model);
VelSidebarItem *vel_sidebar_get_selected (VelSidebar      *self);
void            vel_sidebar_select_page  (VelSidebar      *self,
                                          const char      *page);
void            vel_sidebar_select_filter (VelSidebar     *self,
                                          gint64           filter);

G_END_DECLS
