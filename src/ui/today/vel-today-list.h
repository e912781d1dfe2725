/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-query-model.h"

G_BEGIN_DECLS

/**
 * VelTodayCaption:
 * @record: a record
 *
 * Returns: (transfer full): why it deserves attention
 */
typedef char *(*VelTodayCaption) (VelRecord *record);

#define VEL_TYPE_TODAY_LIST (vel_today_list_get_type ())
G_DECLARE_FINAL_TYPE (VelTodayList, vel_today_list, VEL, TODAY_LIST, AdwBin)

GtkWidget *vel_today_list_new (VelBook         *book,
                               const char      *title,
                               VelQuery        *query,
                               const char      *avatar_field,
                               const char      *action,
                               VelTodayCaption  caption);
void       vel_today_list_set_query (VelTodayList *self,
                                     VelQuery     *query);

G_END_DECLS
