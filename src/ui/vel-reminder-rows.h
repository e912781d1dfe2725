/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"

G_BEGIN_DECLS

void vel_reminder_rows_add (AdwPreferencesGroup *group,
                            GSettings           *settings,
                            VelBook             *book);

G_END_DECLS
