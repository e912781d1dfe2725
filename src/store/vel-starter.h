/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-database.h"

G_BEGIN_DECLS

gboolean vel_starter_run (VelDatabase  *database,
                          GError      **error);

G_END_DECLS
