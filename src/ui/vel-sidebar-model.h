/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-book.h"
#include "vel-sidebar-item.h"

G_BEGIN_DECLS

#define VEL_TYPE_SIDEBAR_MODEL (vel_sidebar_model_get_type ())
G_DECLARE_FINAL_TYPE (VelSidebarModel, vel_sidebar_model, VEL, SIDEBAR_MODEL, GObject)

VelSidebarModel *vel_sidebar_model_new             (VelBook          *book);
void             vel_sidebar_model_start           (VelSidebarModel  *self);
gint64           vel_sidebar_model_get_n_customers (VelSidebarModel  *self);
gint64           vel_sidebar_model_get_n_tasks     (VelSidebarModel  *self);
gboolean         vel_sidebar_model_find            (VelSidebarModel  *self,
                                                    gint64            filter,
                                                    guint            *position);

G_END_DECLS
