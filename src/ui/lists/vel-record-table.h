/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-entity-fields.h"
#include "vel-records-look.h"

G_BEGIN_DECLS

#define VEL_TYPE_RECORD_TABLE (vel_record_table_get_type ())
G_DECLARE_FINAL_TYPE (VelRecordTable, vel_record_table, VEL, RECORD_TABLE, AdwBin)

void       vel_record_table_set_look   (VelRecordTable       *self,
                                        const VelRecordsLook *look,
                                        GSettings            *settings);
void       vel_record_table_set_fields (VelRecordTable       *self,
                                        VelEntityFields      *fields);
void       vel_record_table_set_model  (VelRecordTable       *self,
                                        GtkSelectionModel    *model);
void       vel_record_table_set_order  (VelRecordTable       *self,
                                        const char           *field,
                                        gboolean              descending);
void       vel_record_table_set_narrow (VelRecordTable       *self,
                                        gboolean              narrow);
GtkWidget *vel_record_table_get_view   (VelRecordTable       *self);

G_END_DECLS
