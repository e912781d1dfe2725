/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-query-model.h"
#include "vel-reader.h"
#include "vel-row-map.h"

G_BEGIN_DECLS

struct _VelQueryModel
{
  GObject         parent_instance;

  VelBook        *book;        /* (owned) */
  VelQuery       *query;       /* (owned) */
  VelReaderState *state;       /* (owned): used by the reading thread */
  GArray         *ids;         /* (owned) (element-type gint64): never altered, only replaced */
  guint           n_direct;
  guint           n_shown;     /* how many of the ids the list has */
  guint           limit;       /* how many it may have, 0 for all */
  VelRowMap      *rows;        /* (owned) */
  GError         *error;       /* (owned) (nullable) */
  GCancellable   *cancellable; /* (owned) (nullable): of the answer that is awaited */
  gboolean        is_stale;    /* whether the book has changed since the answer was asked for */
  gboolean        is_fresh;    /* whether the awaited answer is to another query */
  gboolean        has_rest;    /* whether it is only asked for once the first rows are on the screen */
};

void  vel_query_model_load      (VelQueryModel *self,
                                 gboolean       is_fresh);
void  vel_query_model_load_rest (VelQueryModel *self);
void  vel_query_model_show_anew (VelQueryModel *self,
                                 GArray        *ids,
                                 guint          n_direct);
void  vel_query_model_point_row (VelQueryModel *self,
                                 VelRow        *row);
guint vel_query_model_shown_of  (VelQueryModel *self,
                                 guint          n_ids);

G_END_DECLS
