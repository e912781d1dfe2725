/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *vel_quiet_hours_end (const char *from,
                           const char *to,
                           const char *now);

G_END_DECLS
