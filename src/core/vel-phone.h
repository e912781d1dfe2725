/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *vel_phone_get_default_region (void);
gboolean    vel_phone_has_region         (const char  *region);
gboolean    vel_phone_set_default_region (const char  *region);

char       *vel_phone_normalise          (const char  *text,
                                          const char  *region,
                                          GError     **error);
char       *vel_phone_format             (const char  *number);
char       *vel_phone_digits             (const char  *text);

char       *vel_phone_tel_uri            (const char  *number);
char       *vel_phone_whatsapp_uri       (const char  *number);

G_END_DECLS
