/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_PIPELINE_PAGE (vel_pipeline_page_get_type ())
G_DECLARE_FINAL_TYPE (VelPipelinePage, vel_pipeline_page, VEL, PIPELINE_PAGE, AdwPreferencesPage)

void vel_pipeline_page_show (VelPipelinePage *self,
                             VelBook         *book,
                             gint64           pipeline);

G_END_DECLS
