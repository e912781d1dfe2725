/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vel-book.h"

G_BEGIN_DECLS

void       vel_doing_commit        (GtkWidget            *widget,
                                    VelBook              *book,
                                    VelChange            *change,
                                    gboolean              toast);
void       vel_doing_commit_async  (GtkWidget            *widget,
                                    VelBook              *book,
                                    VelChange            *change,
                                    gboolean              toast,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
VelCommit *vel_doing_commit_finish (GtkWidget            *widget,
                                    GAsyncResult         *result,
                                    GError              **error);

void       vel_doing_tell          (GtkWidget            *widget,
                                    const char           *sentence);
void       vel_doing_tell_failed   (GtkWidget            *widget,
                                    const char           *heading,
                                    const GError         *error);

G_END_DECLS
