/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-entity-fields.h"

G_BEGIN_DECLS

#define VEL_TYPE_BULK_EDIT (vel_bulk_edit_get_type ())
G_DECLARE_FINAL_TYPE (VelBulkEdit, vel_bulk_edit, VEL, BULK_EDIT, AdwWindow)

VelBulkEdit *vel_bulk_edit_present (GtkWidget         *parent,
                                    VelBook           *book,
                                    VelEntityFields *fields,
                                    GArray            *ids);
void         vel_bulk_edit_choose  (VelBulkEdit       *self,
                                    const char        *field,
                                    const char        *text);

G_END_DECLS
