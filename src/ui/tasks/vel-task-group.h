/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-query-model.h"

G_BEGIN_DECLS

#define VEL_TYPE_TASK_GROUP (vel_task_group_get_type ())
G_DECLARE_FINAL_TYPE (VelTaskGroup, vel_task_group, VEL, TASK_GROUP, AdwBin)

GtkWidget     *vel_task_group_new       (VelBook      *book,
                                         const char   *title,
                                         VelQuery     *query,
                                         guint         limit);
void           vel_task_group_set_query (VelTaskGroup *self,
                                         VelQuery     *query);
void           vel_task_group_set_link  (VelTaskGroup *self,
                                         const char   *link);
VelQueryModel *vel_task_group_get_model (VelTaskGroup *self);

G_END_DECLS
