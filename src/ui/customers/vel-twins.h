/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_TWINS (vel_twins_get_type ())
G_DECLARE_FINAL_TYPE (VelTwins, vel_twins, VEL, TWINS, AdwBin)

void vel_twins_set_book (VelTwins   *self,
                         VelBook    *book);
void vel_twins_look     (VelTwins   *self,
                         const char *name,
                         gboolean    is_organisation,
                         const char *phone,
                         const char *email);

G_END_DECLS
