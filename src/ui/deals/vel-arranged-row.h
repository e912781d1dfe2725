/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-record.h"

G_BEGIN_DECLS

#define VEL_TYPE_ARRANGED_ROW (vel_arranged_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (VelArrangedRow, vel_arranged_row, VEL, ARRANGED_ROW, GtkListBoxRow)

struct _VelArrangedRowClass
{
  GtkListBoxRowClass parent_class;
};

void       vel_arranged_row_build        (VelArrangedRow *self,
                                          VelRecord      *record,
                                          GtkWidget      *content);
VelRecord *vel_arranged_row_get_record   (VelArrangedRow *self);
gint64     vel_arranged_row_get_id       (VelArrangedRow *self);
GtkWidget *vel_arranged_row_get_handle   (VelArrangedRow *self);
void       vel_arranged_row_add_prefix   (VelArrangedRow *self,
                                          GtkWidget      *widget);
void       vel_arranged_row_add_choice   (VelArrangedRow *self,
                                          const char     *label,
                                          const char     *action);
void       vel_arranged_row_set_details  (VelArrangedRow *self,
                                          GtkWidget      *details,
                                          const char     *label);
void       vel_arranged_row_open         (VelArrangedRow *self);
void       vel_arranged_row_name         (VelArrangedRow *self,
                                          const char     *name);
void       vel_arranged_row_set_place    (VelArrangedRow *self,
                                          guint           position,
                                          guint           n_rows,
                                          gboolean        arrangeable);

G_END_DECLS
