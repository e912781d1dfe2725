/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-records-page.h"

G_BEGIN_DECLS

#define VEL_TYPE_RECORDS_PLACE (vel_records_place_get_type ())
G_DECLARE_FINAL_TYPE (VelRecordsPlace, vel_records_place, VEL, RECORDS_PLACE, AdwBin)

VelRecordsPlace *vel_records_place_new         (const VelRecordsLook *look,
                                                VelBook              *book);
const VelRecordsLook *
                 vel_records_place_get_look    (VelRecordsPlace      *self);
VelRecordsPage  *vel_records_place_get_list    (VelRecordsPlace      *self);
GListModel      *vel_records_place_get_around  (VelRecordsPlace      *self,
                                                gint64                id);
void             vel_records_place_show_query  (VelRecordsPlace      *self,
                                                VelQuery             *query,
                                                VelRecord            *saved);
void             vel_records_place_show_all    (VelRecordsPlace      *self);
void             vel_records_place_focus       (VelRecordsPlace      *self,
                                                gint64                id);

G_END_DECLS
