/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VEL_TYPE_RENAME_POPOVER (vel_rename_popover_get_type ())
G_DECLARE_FINAL_TYPE (VelRenamePopover, vel_rename_popover, VEL, RENAME_POPOVER, GtkPopover)

GtkWidget *vel_rename_popover_new              (const char       *title,
                                                const char       *name);
void       vel_rename_popover_set_button_label (VelRenamePopover *self,
                                                const char       *label);

G_END_DECLS
