/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-collator.h"
#include "vel-database.h"

G_BEGIN_DECLS

gboolean vel_follow_changeset (VelDatabase    *database,
                               VelCollator    *collator,
                               gconstpointer   changeset,
                               int             size,
                               GError        **error);
gboolean vel_follow_rebuild   (VelDatabase    *database,
                               VelCollator    *collator,
                               GError        **error);

G_END_DECLS
