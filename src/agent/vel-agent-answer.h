/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-book.h"
#include "vel-notifier.h"

G_BEGIN_DECLS

void vel_agent_answer (VelBook    *book,
                       gint64      id,
                       VelAnswer   answer,
                       const char *phone,
                       const char *token);

G_END_DECLS
