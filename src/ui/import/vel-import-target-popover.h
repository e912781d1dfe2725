/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vel-column-match.h"

G_BEGIN_DECLS

#define VEL_TYPE_IMPORT_TARGET_POPOVER (vel_import_target_popover_get_type ())
G_DECLARE_FINAL_TYPE (VelImportTargetPopover, vel_import_target_popover, VEL, IMPORT_TARGET_POPOVER, GtkPopover)

GtkWidget *vel_import_target_popover_new (GPtrArray            *targets,
                                          const VelColumnMatch *current);

G_END_DECLS
