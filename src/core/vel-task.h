/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-record.h"

G_BEGIN_DECLS

extern const VelEntity vel_task_entity;

#define VEL_TYPE_TASK (vel_task_get_type ())
G_DECLARE_FINAL_TYPE (VelTask, vel_task, VEL, TASK, VelRecord)

/* The setting of the book that tells at what time of day a task rings which has
 * a day only, and what that is while nobody has set it. */
#define VEL_TASK_HOUR_SETTING "reminder_hour"
#define VEL_TASK_HOUR "09:00"

/* How many minutes before it is due a task can ring, at most: ten weeks. */
#define VEL_TASK_REMINDER_MAX (10 * 7 * 24 * 60)

gboolean vel_task_parse_reminder (const char      *text,
                                  char           **reminder,
                                  GError         **error);
char    *vel_task_format_reminder (const char     *reminder);
char    *vel_task_get_ring       (const VelValue  *values,
                                  gboolean        *is_dated);

G_END_DECLS
