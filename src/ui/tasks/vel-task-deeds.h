/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vel-book.h"

G_BEGIN_DECLS

GMenuModel *vel_task_deeds_new_menu (const char *action);
void        vel_task_deeds_apply    (GtkWidget  *widget,
                                     VelBook    *book,
                                     GArray     *ids,
                                     const char *deed);
void        vel_task_deeds_move     (GtkWidget  *widget,
                                     VelBook    *book,
                                     GArray     *ids,
                                     const char *day);

G_END_DECLS
