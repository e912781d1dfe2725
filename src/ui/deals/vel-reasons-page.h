/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_REASONS_PAGE (vel_reasons_page_get_type ())
G_DECLARE_FINAL_TYPE (VelReasonsPage, vel_reasons_page, VEL, REASONS_PAGE, AdwPreferencesPage)

void vel_reasons_page_set_book (VelReasonsPage *self,
                                VelBook        *book);

G_END_DECLS
