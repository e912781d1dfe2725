/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_BULK_TAGS (vel_bulk_tags_get_type ())
G_DECLARE_FINAL_TYPE (VelBulkTags, vel_bulk_tags, VEL, BULK_TAGS, GtkPopover)

GtkWidget *vel_bulk_tags_new (VelBook         *book,
                              const VelEntity *entity,
                              GArray          *ids);

G_END_DECLS
