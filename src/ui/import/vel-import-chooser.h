/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkFileChooserNative *vel_import_chooser_new      (GtkWindow            *parent);
GtkFileChooserNative *vel_import_chooser_new_save (GtkWindow            *parent,
                                                   GFile                *imported);

G_END_DECLS
