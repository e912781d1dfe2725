/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vel-book.h"

G_BEGIN_DECLS

void vel_stage_removal_ask (GtkWidget *widget,
                            VelBook   *book,
                            VelRecord *stage);

G_END_DECLS
