/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GStrv     vel_currency_list    (void);
char     *vel_currency_name    (const char  *currency);

char     *vel_exchange_format  (gint64       rate,
                                const char  *home);
char     *vel_exchange_plain   (gint64       rate);
gboolean  vel_exchange_parse   (const char  *text,
                                gint64      *rate,
                                GError     **error);

G_END_DECLS
