/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-entity.h"

G_BEGIN_DECLS

gboolean  vel_csv_header_guess (GPtrArray          *rows,
                                const VelEntity    *entity);
GStrv     vel_csv_header_names (const char * const *header,
                                guint               n_columns);

G_END_DECLS
