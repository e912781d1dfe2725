/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-query.h"
#include "vel-task-agenda.h"

G_BEGIN_DECLS

VelQuery *vel_task_query_section (VelTaskSection  section);
VelQuery *vel_task_query_open    (const char     *link,
                                  gint64          id);
VelQuery *vel_task_query_due     (void);
VelQuery *vel_task_query_day     (const char     *day);
VelQuery *vel_task_query_done_of (const char     *link,
                                  gint64          id);

G_END_DECLS
