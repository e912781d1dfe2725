/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vel-holidays.h"

G_BEGIN_DECLS

#define VEL_TYPE_FEASTS (vel_feasts_get_type ())
G_DECLARE_FINAL_TYPE (VelFeasts, vel_feasts, VEL, FEASTS, GObject)

VelFeasts        *vel_feasts_dup_default    (void);
VelHolidays      *vel_feasts_get_days       (VelFeasts            *self);
const VelHoliday *vel_feasts_find           (VelFeasts            *self,
                                             const char           *day);
gboolean          vel_feasts_is_own         (VelFeasts            *self);
const char       *vel_feasts_get_error      (VelFeasts            *self);
void              vel_feasts_save_async     (VelFeasts            *self,
                                             const char           *json,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean          vel_feasts_save_finish    (VelFeasts            *self,
                                             GAsyncResult         *result,
                                             GError              **error);
void              vel_feasts_edit           (VelFeasts            *self,
                                             GtkWidget            *widget);

G_END_DECLS
