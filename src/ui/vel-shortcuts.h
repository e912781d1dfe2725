/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VelShortcut:
 * @section: the heading under which it is shown, in English, marked for translation
 * @title: what it does, likewise
 * @action: (nullable): the action that the program binds the keys to; %NULL
 *   where a widget answers to them itself, behind what has the focus
 * @accels: the keys, the one that is shown first, ended by %NULL
 *
 * One way to do something by keyboard.
 */
typedef struct
{
  const char *section;
  const char *title;
  const char *action;
  const char *accels[4];
} VelShortcut;

const VelShortcut *vel_shortcuts_list       (guint          *n_shortcuts);
void               vel_shortcuts_bind       (GtkApplication *application);
GtkWidget         *vel_shortcuts_new_window (void);

G_END_DECLS
