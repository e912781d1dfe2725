/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vel-book.h"
#include "vel-listed-field.h"

G_BEGIN_DECLS

#define VEL_TYPE_FILTER_EDITOR (vel_filter_editor_get_type ())
G_DECLARE_FINAL_TYPE (VelFilterEditor, vel_filter_editor, VEL, FILTER_EDITOR, GtkPopover)

GtkWidget *vel_filter_editor_new        (VelBook         *book,
                                         const VelEntity *entity,
                                         VelListedField  *field,
                                         const VelFilter *filter);
gboolean   vel_filter_editor_can_edit   (const VelEntity *entity,
                                         VelListedField  *field,
                                         const VelFilter *filter);
VelFilter *vel_filter_editor_dup_filter (VelFilterEditor *self);

G_END_DECLS
