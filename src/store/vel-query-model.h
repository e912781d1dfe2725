/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-book.h"
#include "vel-row.h"

G_BEGIN_DECLS

#define VEL_TYPE_QUERY_MODEL (vel_query_model_get_type ())
G_DECLARE_FINAL_TYPE (VelQueryModel, vel_query_model, VEL, QUERY_MODEL, GObject)

VelQueryModel *vel_query_model_new          (VelBook        *book,
                                             VelQuery       *query);
VelQueryModel *vel_query_model_new_limited  (VelBook        *book,
                                             VelQuery       *query,
                                             guint           limit);
VelBook       *vel_query_model_get_book     (VelQueryModel  *self);
VelQuery      *vel_query_model_get_query    (VelQueryModel  *self);
void           vel_query_model_set_query    (VelQueryModel  *self,
                                             VelQuery       *query);
void           vel_query_model_set_limit    (VelQueryModel  *self,
                                             guint           limit);
void           vel_query_model_reload       (VelQueryModel  *self);
gboolean       vel_query_model_is_loading   (VelQueryModel  *self);
const GError  *vel_query_model_get_error    (VelQueryModel  *self);
guint          vel_query_model_get_total    (VelQueryModel  *self);
GArray        *vel_query_model_get_ids      (VelQueryModel  *self);
gint64         vel_query_model_get_id       (VelQueryModel  *self,
                                             guint           position);
gboolean       vel_query_model_find         (VelQueryModel  *self,
                                             gint64          id,
                                             guint          *position);

gint64         vel_query_model_get_found_id (VelQueryModel *self,
                                             guint          position);

G_END_DECLS
