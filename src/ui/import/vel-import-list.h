/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-import.h"

G_BEGIN_DECLS

/**
 * VelImportMakeRow:
 * @report: a report
 * @position: which of the things that it lists
 *
 * Returns: (transfer floating): what shows it
 */
typedef GtkWidget *(*VelImportMakeRow) (VelImportReport *report,
                                        guint            position);

#define VEL_TYPE_IMPORT_LIST (vel_import_list_get_type ())
G_DECLARE_FINAL_TYPE (VelImportList, vel_import_list, VEL, IMPORT_LIST, AdwBin)

void vel_import_list_show (VelImportList    *self,
                           VelImportReport  *report,
                           guint             n_items,
                           VelImportMakeRow  make_row);

G_END_DECLS
