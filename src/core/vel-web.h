/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *vel_email_normalise (const char  *text,
                           GError     **error);
char *vel_email_uri       (const char  *address);

char *vel_url_normalise   (const char  *text,
                           GError     **error);

G_END_DECLS
