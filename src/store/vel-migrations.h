/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-database.h"

G_BEGIN_DECLS

/* "VELI": what PRAGMA application_id of a book is. */
#define VEL_BOOK_APPLICATION_ID 0x56454C49

int      vel_migrations_newest (void);
gboolean vel_migrations_check  (VelDatabase  *database,
                                gboolean     *needed,
                                GError      **error);
gboolean vel_migrations_run    (VelDatabase  *database,
                                GError      **error);

G_END_DECLS
