/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_STAGE_BAR (vel_stage_bar_get_type ())
G_DECLARE_FINAL_TYPE (VelStageBar, vel_stage_bar, VEL, STAGE_BAR, GtkWidget)

GtkWidget *vel_stage_bar_new (VelBook    *book,
                              VelRecord  *deal,
                              GListModel *passages);

G_END_DECLS
