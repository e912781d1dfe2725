/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vel-book.h"
#include "vel-row.h"

G_BEGIN_DECLS

#define VEL_TYPE_STORY_ROW (vel_story_row_get_type ())
G_DECLARE_FINAL_TYPE (VelStoryRow, vel_story_row, VEL, STORY_ROW, GtkWidget)

GtkWidget *vel_story_row_new     (VelBook     *book);
void       vel_story_row_set_row (VelStoryRow *self,
                                  VelRow      *row,
                                  GListModel  *model,
                                  gboolean     names_deal);
void       vel_story_row_refresh (VelStoryRow *self);

G_END_DECLS
