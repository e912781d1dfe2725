/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-import.h"

G_BEGIN_DECLS

#define VEL_TYPE_IMPORT_CHOICES (vel_import_choices_get_type ())
G_DECLARE_FINAL_TYPE (VelImportChoices, vel_import_choices, VEL, IMPORT_CHOICES, AdwBin)

void     vel_import_choices_set_book  (VelImportChoices *self,
                                       VelBook          *book);
void     vel_import_choices_show      (VelImportChoices *self,
                                       VelImport        *import,
                                       VelImportReport  *report,
                                       gboolean          can_choose);
void     vel_import_choices_apply     (VelImportChoices *self,
                                       VelImport        *import);
gboolean vel_import_choices_take_used (VelImportChoices *self);

G_END_DECLS
