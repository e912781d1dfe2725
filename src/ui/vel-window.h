/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_WINDOW (vel_window_get_type ())
G_DECLARE_FINAL_TYPE (VelWindow, vel_window, VEL, WINDOW, AdwApplicationWindow)

VelWindow *vel_window_new          (AdwApplication *application);
VelBook   *vel_window_get_book     (VelWindow      *self);
void       vel_window_show_book    (VelWindow      *self,
                                    VelBook        *book,
                                    gboolean        is_sample,
                                    const char     *page);
void       vel_window_show_error   (VelWindow      *self,
                                    const char     *path,
                                    const GError   *error);
gboolean   vel_window_is_card      (const char     *page);
void       vel_window_show_page    (VelWindow      *self,
                                    const char     *page);
gboolean   vel_window_import_files (VelWindow      *self,
                                    GSList         *files);

G_END_DECLS
