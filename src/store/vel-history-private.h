/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-database.h"
#include "vel-history.h"

G_BEGIN_DECLS

GPtrArray *vel_history_read   (VelDatabase  *database,
                               gint64        record,
                               guint         limit,
                               GError      **error);
gboolean   vel_history_labels (VelDatabase  *database,
                               char        **undo,
                               char        **redo,
                               GError      **error);

G_END_DECLS
