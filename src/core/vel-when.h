/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean vel_when_parse (const char  *text,
                         gint64       now,
                         gint64      *utc,
                         GError     **error);

G_END_DECLS
