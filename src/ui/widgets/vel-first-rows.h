/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vel-query-model.h"

G_BEGIN_DECLS

void vel_first_rows_show (GtkWidget     *view,
                          VelQueryModel *model);

G_END_DECLS
