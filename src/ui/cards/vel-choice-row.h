/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_CHOICE_ROW (vel_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (VelChoiceRow, vel_choice_row, VEL, CHOICE_ROW, AdwComboRow)

GtkWidget *vel_choice_row_new (VelBook    *book,
                               VelRecord  *record,
                               const char *field);

G_END_DECLS
