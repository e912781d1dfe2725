/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  vel_number_parse     (const char  *text,
                                int          n_decimals,
                                gint64      *value,
                                GError     **error);
char     *vel_number_format    (gint64       value);
char     *vel_number_format_as (const char  *decimal,
                                const char  *skeleton);

G_END_DECLS
