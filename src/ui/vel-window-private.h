/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-book-view.h"
#include "vel-window.h"

G_BEGIN_DECLS

struct _VelWindow
{
  AdwApplicationWindow  parent_instance;

  GSettings            *settings;       /* (owned) */
  VelBookView          *view;           /* (nullable): the open book, a child of the stack */
  AdwToast             *toast;          /* (weak) (nullable): the one that is shown */
  AdwToast             *next_toast;     /* (owned) (nullable): the one that waits until that has arrived */
  guint                 toast_arrives;
  guint                 loading_delay;

  AdwToastOverlay      *toasts;
  GtkStack             *stack;
  GtkWidget            *spinner;
  GtkBox               *strips;
  GtkWidget            *failed_strip;   /* (nullable): one of the strips */
};

void vel_window_class_install_import  (GtkWidgetClass *widget_class);
void vel_window_accept_drops          (VelWindow      *self);
void vel_window_class_install_actions (GtkWidgetClass *widget_class);
void vel_window_follow_book           (VelWindow      *self,
                                       VelBook        *book);

/* vel-window-card.c */
void vel_window_show_card (VelWindow  *self,
                           const char *page);

G_END_DECLS
