/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-database.h"
#include "vel-entity.h"

G_BEGIN_DECLS

GHashTable *vel_long_search (VelDatabase      *database,
                             const VelEntity  *entity,
                             const char       *text,
                             GError          **error);

G_END_DECLS
