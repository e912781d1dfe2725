/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean vel_autostart_is_on (void);
gboolean vel_autostart_set   (gboolean   on,
                              GError   **error);

G_END_DECLS
