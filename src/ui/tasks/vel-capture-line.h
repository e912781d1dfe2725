/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_CAPTURE_LINE (vel_capture_line_get_type ())
G_DECLARE_FINAL_TYPE (VelCaptureLine, vel_capture_line, VEL, CAPTURE_LINE, GtkWidget)

GtkWidget *vel_capture_line_new         (void);
void       vel_capture_line_set_book    (VelCaptureLine *self,
                                         VelBook        *book);
VelBook   *vel_capture_line_get_book    (VelCaptureLine *self);
void       vel_capture_line_set_subject (VelCaptureLine *self,
                                         gint64          customer,
                                         gint64          deal);
void       vel_capture_line_grab        (VelCaptureLine *self);
gboolean   vel_capture_line_can_add     (VelCaptureLine *self);
void       vel_capture_line_add         (VelCaptureLine *self);
void       vel_capture_line_clear       (VelCaptureLine *self);
void       vel_capture_line_set_text    (VelCaptureLine *self,
                                         const char     *text);
char      *vel_capture_line_dup_text    (VelCaptureLine *self);

G_END_DECLS
