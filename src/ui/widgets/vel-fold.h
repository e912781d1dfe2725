/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VEL_TYPE_FOLD (vel_fold_get_type ())
G_DECLARE_FINAL_TYPE (VelFold, vel_fold, VEL, FOLD, GtkWidget)

GtkWidget *vel_fold_new        (GtkWidget *start,
                                GtkWidget *end);
gboolean   vel_fold_get_folded (VelFold   *self);

G_END_DECLS
