/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_NEW_PIPELINE (vel_new_pipeline_get_type ())
G_DECLARE_FINAL_TYPE (VelNewPipeline, vel_new_pipeline, VEL, NEW_PIPELINE, AdwWindow)

VelNewPipeline *vel_new_pipeline_present (GtkWidget *parent,
                                          VelBook   *book);

G_END_DECLS
