/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-row-cell.h"

G_BEGIN_DECLS

#define VEL_TYPE_TASK_ROW (vel_task_row_get_type ())
G_DECLARE_FINAL_TYPE (VelTaskRow, vel_task_row, VEL, TASK_ROW, VelRowCell)

GtkWidget *vel_task_row_new        (void);
void       vel_task_row_set_hidden (VelTaskRow *self,
                                    const char *link);

G_END_DECLS
