/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-book-rings.h"
#include "vel-clock.h"

G_BEGIN_DECLS

#define VEL_TYPE_RINGER (vel_ringer_get_type ())
G_DECLARE_FINAL_TYPE (VelRinger, vel_ringer, VEL, RINGER, GObject)

VelRinger  *vel_ringer_new       (VelBook    *book,
                                  VelClock   *clock);
void        vel_ringer_set_quiet (VelRinger  *self,
                                  const char *from,
                                  const char *to);
void        vel_ringer_start     (VelRinger  *self);
void        vel_ringer_look      (VelRinger  *self);
const char *vel_ringer_get_next  (VelRinger  *self);

G_END_DECLS
