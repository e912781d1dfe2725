/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_NEW_TASK (vel_new_task_get_type ())
G_DECLARE_FINAL_TYPE (VelNewTask, vel_new_task, VEL, NEW_TASK, AdwWindow)

VelNewTask *vel_new_task_present (GtkWidget *parent,
                                  VelBook   *book,
                                  gint64     customer,
                                  gint64     deal);
void        vel_new_task_set_text (VelNewTask *self,
                                   const char *text);

G_END_DECLS
