/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_TASK_DIALOG (vel_task_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VelTaskDialog, vel_task_dialog, VEL, TASK_DIALOG, AdwWindow)

VelTaskDialog *vel_task_dialog_present (GtkWidget *parent,
                                        VelBook   *book,
                                        gint64     task);

G_END_DECLS
