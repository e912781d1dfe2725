/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *vel_column_words_find_status  (const char         *text);
const char *vel_column_words_find_kind    (const char         *text);
gboolean    vel_column_words_is_company   (const char         *text);
gboolean    vel_column_words_is_one       (const char         *field,
                                           const char         *text);
gboolean    vel_column_words_is_shortened (const char         *text);
GStrv       vel_column_words_split        (const char         *field,
                                           const char         *text);
char       *vel_column_words_join_name    (const char         *prefix,
                                           const char         *first,
                                           const char         *middle,
                                           const char         *last,
                                           const char         *suffix);
char       *vel_column_words_label        (const char         *text);

G_END_DECLS
