/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define VEL_TYPE_REMINDERS (vel_reminders_get_type ())
G_DECLARE_FINAL_TYPE (VelReminders, vel_reminders, VEL, REMINDERS, GObject)

VelReminders *vel_reminders_new        (void);
void          vel_reminders_set_book   (VelReminders         *self,
                                        const char           *path);
char         *vel_reminders_dup_state  (VelReminders         *self);
char         *vel_reminders_dup_brief  (VelReminders         *self,
                                        gboolean             *is_well);
gboolean      vel_reminders_are_on     (VelReminders         *self);
void          vel_reminders_try_async  (VelReminders         *self,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean      vel_reminders_try_finish (VelReminders         *self,
                                        GAsyncResult         *result,
                                        GError              **error);

G_END_DECLS
