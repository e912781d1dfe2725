/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-narrow-bin.h"
#include "vel-query-model.h"
#include "vel-records-look.h"

G_BEGIN_DECLS

#define VEL_TYPE_RECORDS_PAGE (vel_records_page_get_type ())
G_DECLARE_FINAL_TYPE (VelRecordsPage, vel_records_page, VEL, RECORDS_PAGE, VelNarrowBin)

VelRecordsPage *vel_records_page_new          (const VelRecordsLook *look,
                                               VelBook              *book);
void            vel_records_page_set_book     (VelRecordsPage       *self,
                                               VelBook              *book);
VelQueryModel  *vel_records_page_get_model    (VelRecordsPage       *self);
void            vel_records_page_apply_query  (VelRecordsPage       *self,
                                               VelQuery             *query);
void            vel_records_page_set_saved    (VelRecordsPage       *self,
                                               VelRecord            *saved);
void            vel_records_page_start_search (VelRecordsPage       *self);
void            vel_records_page_focus_record (VelRecordsPage       *self,
                                               gint64                id);
GArray         *vel_records_page_dup_meant    (VelRecordsPage       *self,
                                               gint64                id);

G_END_DECLS
