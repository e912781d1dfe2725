/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-cell-kind.h"
#include "vel-csv-row.h"
#include "vel-date.h"

G_BEGIN_DECLS

/**
 * VelColumnStats:
 * @n_filled: cells with something in them
 * @n_of_kind: cells that look like each #VelCellKind
 * @dates: the cells as dates
 * @n_looked: cells whose words were looked at: the first thousand that are filled
 * @n_statuses: of those, statuses of a customer
 * @n_kinds: of those, "person" or "organisation" in some word
 * @n_companies: of those, names of companies
 * @n_cities: of those, names of provinces
 * @n_several_words: of those, two to five words without a digit, as names of people are
 * @n_short: of those, not longer than a name can be
 * @n_distinct: of those, different from all before them
 * @digest: a number that two columns with the same cells have in common
 *
 * What the cells of a column look like.
 */
typedef struct
{
  guint           n_filled;
  guint           n_of_kind[VEL_CELL_N_KINDS];
  VelDateDetector dates;
  guint           n_looked;
  guint           n_statuses;
  guint           n_kinds;
  guint           n_companies;
  guint           n_cities;
  guint           n_several_words;
  guint           n_short;
  guint           n_distinct;
  guint64         digest;
} VelColumnStats;

typedef struct _VelTableStats VelTableStats;

VelTableStats        *vel_table_stats_new        (guint                 n_columns);
void                  vel_table_stats_free       (VelTableStats        *self);
void                  vel_table_stats_add        (VelTableStats        *self,
                                                  const VelCsvRow      *row);
guint                 vel_table_stats_get_n_rows (VelTableStats        *self);
const VelColumnStats *vel_table_stats_get_column (VelTableStats        *self,
                                                  guint                 column);
double                vel_column_stats_get_share (const VelColumnStats *self,
                                                  VelCellKind           kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelTableStats, vel_table_stats_free)

G_END_DECLS
