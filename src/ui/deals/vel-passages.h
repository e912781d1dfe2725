/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-query-model.h"

G_BEGIN_DECLS

#define VEL_TYPE_PASSAGES (vel_passages_get_type ())
G_DECLARE_FINAL_TYPE (VelPassages, vel_passages, VEL, PASSAGES, AdwBin)

GtkWidget *vel_passages_new (VelQueryModel *model);

G_END_DECLS
