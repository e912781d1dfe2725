/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-arranged-row.h"
#include "vel-query-model.h"

G_BEGIN_DECLS

#define VEL_TYPE_ARRANGED_LIST (vel_arranged_list_get_type ())
G_DECLARE_FINAL_TYPE (VelArrangedList, vel_arranged_list, VEL, ARRANGED_LIST, AdwBin)

/**
 * VelArrangedMake:
 * @book: the book
 * @record: what the row shows
 *
 * Returns: (transfer floating): a new row
 */
typedef GtkWidget *(*VelArrangedMake) (VelBook   *book,
                                       VelRecord *record);

void           vel_arranged_list_follow    (VelArrangedList *self,
                                            VelBook         *book,
                                            VelQuery        *query,
                                            VelArrangedMake  make);
VelQueryModel *vel_arranged_list_get_model (VelArrangedList *self);
VelArrangedRow *vel_arranged_list_get_row  (VelArrangedList *self,
                                            guint            position);
void           vel_arranged_list_move      (VelArrangedList *self,
                                            VelArrangedRow  *row,
                                            int              steps);
void           vel_arranged_list_place     (VelArrangedList *self,
                                            VelArrangedRow  *row,
                                            gint64           before);

G_END_DECLS
