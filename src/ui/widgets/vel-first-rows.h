/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vel-query-model.h"

G_BEGIN_DECLS

VelQueryModel *vel_first_rows_new_model (GtkWidget *view,
                                         VelBook   *book,
                                         VelQuery  *query);

VelQueryModel *vel_first_rows_new_growing (GtkWidget *view,
                                           VelBook   *book,
                                           VelQuery  *query);

G_END_DECLS
