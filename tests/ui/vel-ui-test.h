/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"
#include "vel-window.h"

G_BEGIN_DECLS

typedef gboolean (*VelUiCondition) (gpointer data);

void        vel_ui_test_init        (int            *argc,
                                     char         ***argv);
AdwApplication *
            vel_ui_get_application  (void);
VelBook    *vel_ui_new_book         (int             n_customers);
gint64      vel_ui_add_customer     (VelBook        *book,
                                     const char     *name);
gint64      vel_ui_add_filter       (VelBook        *book,
                                     const char     *name,
                                     const char     *city);
void        vel_ui_close_book       (VelBook        *book);
VelWindow  *vel_ui_new_window       (VelBook        *book);
void        vel_ui_close_window     (VelWindow      *window);

void        vel_ui_wait             (VelUiCondition  condition,
                                     gpointer        data);
void        vel_ui_wait_label       (gpointer        root,
                                     const char     *text);
GtkWidget  *vel_ui_find_label       (gpointer        root,
                                     const char     *text);
GtkWidget  *vel_ui_find_button      (gpointer        root,
                                     const char     *label);
GtkWidget  *vel_ui_find_type        (gpointer        root,
                                     GType           type);

G_END_DECLS
