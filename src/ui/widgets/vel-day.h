/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define VEL_TYPE_DAY (vel_day_get_type ())
G_DECLARE_FINAL_TYPE (VelDay, vel_day, VEL, DAY, GObject)

VelDay     *vel_day_get_default (void);
const char *vel_day_get         (VelDay *self);

G_END_DECLS
