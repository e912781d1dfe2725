/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-totals.h"

G_BEGIN_DECLS

char *vel_totals_words_say (const VelTotals *totals);

G_END_DECLS
