/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-collator.h"
#include "vel-database.h"
#include "vel-entity.h"

G_BEGIN_DECLS

gboolean vel_follow_changeset (VelDatabase    *database,
                               VelCollator    *collator,
                               gconstpointer   changeset,
                               int             size,
                               gboolean        with_inserts,
                               GError        **error);
gboolean vel_follow_insert    (VelDatabase     *database,
                               VelCollator     *collator,
                               const VelEntity *entity,
                               gint64           id,
                               const VelValue  *values,
                               GError         **error);
gboolean vel_follow_rebuild   (VelDatabase    *database,
                               VelCollator    *collator,
                               GError        **error);

G_END_DECLS
