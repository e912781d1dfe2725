/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VEL_MONEY_MAX:
 *
 * The greatest amount of one record: fifteen digits, in minor units.
 */
#define VEL_MONEY_MAX G_GINT64_CONSTANT (999999999999999)

gboolean  vel_currency_is_known   (const char  *currency);
int       vel_currency_get_digits (const char  *currency);

gboolean  vel_money_parse         (const char  *text,
                                   const char  *default_currency,
                                   gint64      *amount,
                                   char       **currency,
                                   GError     **error);
char     *vel_money_format        (gint64       amount,
                                   const char  *currency);
char     *vel_money_format_short  (gint64       amount,
                                   const char  *currency);
char     *vel_money_to_decimal    (gint64       amount,
                                   const char  *currency);

G_END_DECLS
