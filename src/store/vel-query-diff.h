/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-delta.h"

G_BEGIN_DECLS

/**
 * VelSplice:
 * @position: where, after the splices before it have been made
 * @removed: how many rows go
 * @added: how many come in their place
 */
typedef struct
{
  guint position;
  guint removed;
  guint added;
} VelSplice;

GArray *vel_query_diff (GArray          *before,
                        GArray          *after,
                        VelDelta        *delta,
                        const VelEntity *entity);

G_END_DECLS
