/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vel-book.h"

G_BEGIN_DECLS

GtkWidget *vel_calendar_day_list_new (VelBook    *book,
                                      const char *day,
                                      const char *feast,
                                      GPtrArray  *others);

G_END_DECLS
