/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-database.h"

G_BEGIN_DECLS

char     *vel_rings_hour   (VelDatabase     *database,
                            GError         **error);
gboolean  vel_rings_follow (VelDatabase     *database,
                            gint64           id,
                            GError         **error);
gboolean  vel_rings_tell   (VelDatabase     *database,
                            gint64           id,
                            const char      *at,
                            GError         **error);

G_END_DECLS
