/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VEL_TYPE_VALUE_LIST (vel_value_list_get_type ())
G_DECLARE_FINAL_TYPE (VelValueList, vel_value_list, VEL, VALUE_LIST, AdwBin)

GtkWidget *vel_value_list_new          (gboolean            has_search,
                                        gboolean            can_add);
void       vel_value_list_offer        (VelValueList       *self,
                                        const char         *value,
                                        const char         *label);
void       vel_value_list_show         (VelValueList       *self);
void       vel_value_list_set_selected (VelValueList       *self,
                                        const char * const *values);
GStrv      vel_value_list_dup_selected (VelValueList       *self);

G_END_DECLS
