/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-query.h"
#include "vel-record.h"

G_BEGIN_DECLS

#define VEL_TYPE_SIDEBAR_ITEM (vel_sidebar_item_get_type ())
G_DECLARE_FINAL_TYPE (VelSidebarItem, vel_sidebar_item, VEL, SIDEBAR_ITEM, GObject)

VelSidebarItem *vel_sidebar_item_new_place  (const char      *page,
                                             const char      *name,
                                             const char      *icon_name,
                                             VelQuery        *query);
VelSidebarItem *vel_sidebar_item_new_filter (VelRecord       *record);

const char     *vel_sidebar_item_get_page   (VelSidebarItem  *self);
const char     *vel_sidebar_item_get_name   (VelSidebarItem  *self);
VelRecord      *vel_sidebar_item_get_record (VelSidebarItem  *self);
VelQuery       *vel_sidebar_item_dup_query  (VelSidebarItem  *self,
                                             GError         **error);
gint64          vel_sidebar_item_get_count  (VelSidebarItem  *self);
void            vel_sidebar_item_set_count  (VelSidebarItem  *self,
                                             gint64           count);

G_END_DECLS
