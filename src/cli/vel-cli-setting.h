/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-cli.h"

G_BEGIN_DECLS

GArray     *vel_cli_settings_new            (void);
GArray     *vel_cli_settings_parse          (const VelEntity  *entity,
                                             char            **texts,
                                             GError          **error);
gboolean    vel_cli_settings_have_custom    (GArray           *settings);
gboolean    vel_cli_settings_have           (GArray           *settings,
                                             const char       *name);
const char *vel_cli_settings_text           (GArray           *settings,
                                             const char       *name);
gboolean    vel_cli_settings_check_complete (const VelEntity  *entity,
                                             GArray           *settings,
                                             GError          **error);
gboolean    vel_cli_settings_read           (VelCli           *self,
                                             const VelEntity  *entity,
                                             VelRecord        *record,
                                             GArray           *settings,
                                             GError          **error);
gboolean    vel_cli_settings_put            (VelCli           *self,
                                             VelChange        *change,
                                             const VelEntity  *entity,
                                             gint64            id,
                                             GArray           *settings,
                                             GError          **error);

G_END_DECLS
