/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-database.h"
#include "vel-delta.h"

G_BEGIN_DECLS

gboolean vel_catch_up (VelDatabase  *database,
                       gint64       *seq,
                       VelDelta     *delta,
                       GError      **error);

G_END_DECLS
