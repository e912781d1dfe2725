/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vel-query-model.h"

G_BEGIN_DECLS

GListModel    *vel_linked_records_new              (VelBook         *book,
                                                    const VelEntity *entity);
GtkExpression *vel_linked_records_new_expression   (void);

G_END_DECLS
