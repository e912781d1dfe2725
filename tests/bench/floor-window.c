/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The least that a program with a list can be: a bare window with an empty
 * list of six columns. */

#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <adwaita.h>

#include "vel-bench-frame.h"

static gboolean
always (GtkWindow *window)
{
  return TRUE;
}

static void
activate_cb (GApplication *application)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));
  GListStore *store = g_list_store_new (G_TYPE_OBJECT);
  GtkWidget *list = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (store))));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  for (int i = 0; i < 6; i++)
    {
      g_autofree char *title = g_strdup_printf ("Column %d", i + 1);
      g_autoptr(GtkColumnViewColumn) column = gtk_column_view_column_new (title, gtk_signal_list_item_factory_new ());

      gtk_column_view_append_column (GTK_COLUMN_VIEW (list), column);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  vel_bench_frame_watch (GTK_WINDOW (window), always, NULL);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(AdwApplication) application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
