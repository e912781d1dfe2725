/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-book.h"
#include "vel-edit-row.h"
#include "vel-suggestions.h"

G_BEGIN_DECLS

#define VEL_TYPE_LINK_ROW (vel_link_row_get_type ())
G_DECLARE_FINAL_TYPE (VelLinkRow, vel_link_row, VEL, LINK_ROW, VelEditRow)

GtkWidget  *vel_link_row_new      (VelBook            *book,
                                   VelRecord          *record,
                                   const char         *field,
                                   const char         *kind,
                                   VelSuggestionsLead  lead,
                                   gpointer            user_data);
const char *vel_link_row_get_name (VelLinkRow         *self);

G_END_DECLS
