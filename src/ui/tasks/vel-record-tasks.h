/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"

G_BEGIN_DECLS

GtkWidget *vel_record_tasks_new (VelBook   *book,
                                 VelRecord *record);

G_END_DECLS
