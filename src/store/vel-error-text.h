/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *vel_error_text     (const GError *error);
gboolean  vel_error_may_pass (const GError *error);

G_END_DECLS
