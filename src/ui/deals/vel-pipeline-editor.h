/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_PIPELINE_EDITOR (vel_pipeline_editor_get_type ())
G_DECLARE_FINAL_TYPE (VelPipelineEditor, vel_pipeline_editor, VEL, PIPELINE_EDITOR, AdwPreferencesWindow)

VelPipelineEditor *vel_pipeline_editor_present (GtkWidget *parent,
                                                VelBook   *book,
                                                gint64     pipeline);

G_END_DECLS
