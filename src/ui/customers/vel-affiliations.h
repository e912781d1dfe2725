/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_AFFILIATIONS (vel_affiliations_get_type ())
G_DECLARE_FINAL_TYPE (VelAffiliations, vel_affiliations, VEL, AFFILIATIONS, AdwBin)

GtkWidget  *vel_affiliations_new       (VelBook         *book,
                                        VelRecord       *customer);
GListModel *vel_affiliations_get_model (VelAffiliations *self);
void        vel_affiliations_start     (VelAffiliations *self);

G_END_DECLS
