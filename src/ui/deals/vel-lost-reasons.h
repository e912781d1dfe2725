/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_LOST_REASONS (vel_lost_reasons_get_type ())
G_DECLARE_FINAL_TYPE (VelLostReasons, vel_lost_reasons, VEL, LOST_REASONS, GtkPopover)

GtkWidget *vel_lost_reasons_new (VelBook *book);

G_END_DECLS
