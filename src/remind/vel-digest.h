/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-book-rings.h"

G_BEGIN_DECLS

typedef struct _VelDigest VelDigest;

/**
 * VelDigestOpened:
 * @token: (nullable): what lets a window come to the front
 * @user_data: what vel_digest_new() was given
 *
 * The user wants to see the tasks.
 */
typedef void (*VelDigestOpened) (const char *token,
                                 gpointer    user_data);

VelDigest *vel_digest_new     (VelBook          *book,
                               VelDigestOpened   opened,
                               gpointer          user_data);
void       vel_digest_free    (VelDigest        *self);
gboolean   vel_digest_show    (VelDigest        *self,
                               GPtrArray        *rings,
                               GError          **error);
void       vel_digest_refresh (VelDigest        *self);

G_END_DECLS
