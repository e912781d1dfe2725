/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vel-import.h"

G_BEGIN_DECLS

GtkWidget *vel_import_rows_new_rejection (VelImportReport *report,
                                          guint            position);
GtkWidget *vel_import_rows_new_sample    (VelImportReport *report,
                                          guint            position);

G_END_DECLS
