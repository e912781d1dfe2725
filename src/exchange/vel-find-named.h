/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-book.h"

G_BEGIN_DECLS

GArray *vel_find_named            (VelBook          *book,
                                   const VelEntity  *entity,
                                   const char       *name,
                                   gint64            pipeline,
                                   GError          **error);
gint64  vel_find_first_pipeline   (VelBook          *book,
                                   GError          **error);
GArray *vel_find_stages           (VelBook          *book,
                                   gint64            pipeline,
                                   GError          **error);
char   *vel_find_home_currency    (VelBook          *book,
                                   GError          **error);

G_END_DECLS
