/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vel-database.h"
#include "vel-delta.h"
#include "vel-query.h"

G_BEGIN_DECLS

/**
 * VelReader:
 *
 * The connection that answers queries, with the search indexes. Private to the
 * store; it lives on the reading thread.
 */
typedef struct _VelReader VelReader;

VelReader   *vel_reader_new          (const char    *path,
                                      const char    *language,
                                      GError       **error);
void         vel_reader_free         (VelReader     *self);
VelDatabase *vel_reader_get_database (VelReader     *self);
VelDelta    *vel_reader_catch_up     (VelReader     *self,
                                      GError       **error);

/**
 * VelReaderState:
 *
 * What the reader keeps of one query from one search to the next: the ids
 * before the search. Made anywhere, used on the reading thread only.
 */
typedef struct _VelReaderState VelReaderState;

/**
 * VelReach:
 * @VEL_REACH_FIRST_ROWS: the first rows in the order of names, and nothing kept
 * @VEL_REACH_SHORT: all rows; a search looks only into short fields
 * @VEL_REACH_ALL: all rows; a search looks into long texts as well
 *
 * How far an answer goes.
 */
typedef enum
{
  VEL_REACH_FIRST_ROWS,
  VEL_REACH_SHORT,
  VEL_REACH_ALL
} VelReach;

/* How many the first rows are. */
#define VEL_N_FIRST_ROWS 40

/**
 * VelResult:
 * @ids: (owned) (element-type gint64): the records, in order; the very array
 *   of the last time where none of them was touched, nor came or went
 * @n_direct: how many of them were found in short fields; the rest only in
 *   notes and interactions
 *
 * What a query found.
 */
typedef struct
{
  GArray *ids;
  guint   n_direct;
} VelResult;

void            vel_result_free       (VelResult       *self);
VelReaderState *vel_reader_state_new  (void);
void            vel_reader_state_free (VelReaderState  *self);

gboolean     vel_reader_looks_deeper (const VelQuery  *query);
VelResult   *vel_reader_query        (VelReader       *self,
                                      VelReaderState  *state,
                                      VelQuery        *query,
                                      VelReach         reach,
                                      VelDelta       **delta,
                                      GCancellable    *cancellable,
                                      GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelReader, vel_reader_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelReaderState, vel_reader_state_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelResult, vel_result_free)

G_END_DECLS
