/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-book.h"

G_BEGIN_DECLS

char     *vel_ical_from_task    (VelRecord    *task,
                                 const char   *hour);
gboolean  vel_ical_export_tasks (VelBook      *book,
                                 GArray       *tasks,
                                 GFile        *file,
                                 GCancellable *cancellable,
                                 GError      **error);

G_END_DECLS
