/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-change.h"
#include "vel-record.h"

G_BEGIN_DECLS

VelChange *vel_task_finish   (GPtrArray  *tasks,
                              gint64      now);
VelChange *vel_task_reopen   (VelRecord  *task);
VelChange *vel_task_snooze   (GPtrArray  *tasks,
                              const char *until);
VelChange *vel_task_put_off  (GPtrArray  *tasks,
                              const char *due);

G_END_DECLS
