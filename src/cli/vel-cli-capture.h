/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-cli-setting.h"
#include "vel-task-capture.h"

G_BEGIN_DECLS

gboolean    vel_cli_is_line       (const VelEntity   *entity,
                                   const char        *text);
VelCapture *vel_cli_capture       (const char        *line,
                                   GArray            *settings,
                                   GError           **error);
gboolean    vel_cli_find_captured (VelCli            *self,
                                   const VelCapture  *capture,
                                   gint64            *customer,
                                   GError           **error);

G_END_DECLS
