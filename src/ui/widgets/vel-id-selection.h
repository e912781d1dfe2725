/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vel-query-model.h"

G_BEGIN_DECLS

#define VEL_TYPE_ID_SELECTION (vel_id_selection_get_type ())
G_DECLARE_FINAL_TYPE (VelIdSelection, vel_id_selection, VEL, ID_SELECTION, GObject)

VelIdSelection *vel_id_selection_new            (VelQueryModel  *model);
VelQueryModel  *vel_id_selection_get_model      (VelIdSelection *self);
guint           vel_id_selection_get_n_selected (VelIdSelection *self);
GArray         *vel_id_selection_dup_ids        (VelIdSelection *self);

G_END_DECLS
