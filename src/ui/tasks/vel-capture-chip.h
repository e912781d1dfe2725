/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VEL_TYPE_CAPTURE_CHIP (vel_capture_chip_get_type ())
G_DECLARE_FINAL_TYPE (VelCaptureChip, vel_capture_chip, VEL, CAPTURE_CHIP, GtkWidget)

GtkWidget  *vel_capture_chip_new       (const char     *style);
void        vel_capture_chip_set       (VelCaptureChip *self,
                                        const char     *text,
                                        GtkWidget      *choices);
const char *vel_capture_chip_get_text  (VelCaptureChip *self);
void        vel_capture_chip_open      (VelCaptureChip *self);

G_END_DECLS
