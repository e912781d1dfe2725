/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_AFFILIATION_ROW (vel_affiliation_row_get_type ())
G_DECLARE_FINAL_TYPE (VelAffiliationRow, vel_affiliation_row, VEL, AFFILIATION_ROW, AdwPreferencesRow)

GtkWidget *vel_affiliation_row_new       (VelBook           *book,
                                          VelRecord         *affiliation,
                                          const char        *side);
gint64     vel_affiliation_row_get_other (VelAffiliationRow *self);

G_END_DECLS
