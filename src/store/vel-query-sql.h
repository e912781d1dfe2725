/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-collator.h"
#include "vel-database.h"
#include "vel-query.h"

G_BEGIN_DECLS

GArray *vel_query_run_base (const VelQuery  *query,
                            VelDatabase     *database,
                            VelCollator     *collator,
                            guint            limit,
                            GError         **error);
gboolean
        vel_query_finds_any (const VelQuery *query,
                            VelDatabase     *database,
                            const gint64    *ids,
                            guint            n_ids,
                            gboolean        *found,
                            GError         **error);
VelStatement *
        vel_query_prepare  (const VelQuery  *query,
                            VelDatabase     *database,
                            const char      *what,
                            const char      *rest,
                            GError         **error);

G_END_DECLS
