/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vel-suggest.h"

G_BEGIN_DECLS

#define VEL_TYPE_CHIPS (vel_chips_get_type ())
G_DECLARE_FINAL_TYPE (VelChips, vel_chips, VEL, CHIPS, GtkWidget)

GtkWidget  *vel_chips_new         (const char         *add);
void        vel_chips_add_lead    (VelChips           *self,
                                   GtkWidget          *widget);
void        vel_chips_set_words   (VelChips           *self,
                                   const char * const *words);
VelSuggest *vel_chips_get_suggest (VelChips           *self);
void        vel_chips_start       (VelChips           *self);
void        vel_chips_finish      (VelChips           *self);

G_END_DECLS
