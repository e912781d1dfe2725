/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-column-match.h"
#include "vel-table-stats.h"

G_BEGIN_DECLS

GPtrArray *vel_column_guess (const VelEntity    *entity,
                             const char * const *names,
                             gboolean            has_header,
                             VelTableStats      *stats);

G_END_DECLS
