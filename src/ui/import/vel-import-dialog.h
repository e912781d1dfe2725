/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_IMPORT_DIALOG (vel_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VelImportDialog, vel_import_dialog, VEL, IMPORT_DIALOG, AdwWindow)

VelImportDialog *vel_import_dialog_new     (GtkWindow       *parent,
                                            VelBook         *book);
void             vel_import_dialog_open    (VelImportDialog *self,
                                            GFile           *file);
VelImportDialog *vel_import_dialog_present (GtkWidget       *parent,
                                            VelBook         *book,
                                            GFile           *file);

G_END_DECLS
