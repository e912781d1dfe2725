/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_CHECKLIST (vel_checklist_get_type ())
G_DECLARE_FINAL_TYPE (VelChecklist, vel_checklist, VEL, CHECKLIST, AdwBin)

GtkWidget *vel_checklist_new (VelBook   *book,
                              VelRecord *deal);

G_END_DECLS
