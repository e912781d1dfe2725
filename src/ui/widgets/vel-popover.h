/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void vel_popover_show_once (GtkPopover *popover,
                            GtkWidget  *parent);
void vel_popover_discard   (GtkPopover *popover);

G_END_DECLS
