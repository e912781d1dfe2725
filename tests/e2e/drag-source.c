/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <gtk/gtk.h>

/* A small window from which the files that are its arguments can be dragged
 * together: what a file manager is to the window they are dropped on. It says
 * when that begins, and ends with it. Without arguments what is dragged is a
 * list of files in which there is none. */

#define SIZE 60

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            char         **paths)
{
  g_autoptr(GString) uris = g_string_new ("# Files\r\n");
  g_autoptr(GBytes) bytes = NULL;

  for (gsize i = 0; paths[i] != NULL; i++)
    {
      g_autoptr(GFile) file = g_file_new_for_path (paths[i]);
      g_autofree char *uri = g_file_get_uri (file);

      g_string_append_printf (uris, "%s\r\n", uri);
    }
  bytes = g_bytes_new (uris->str, uris->len);
  return gdk_content_provider_new_for_bytes ("text/uri-list", bytes);
}

static void
begun_cb (void)
{
  g_print ("begun\n");
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  GtkDragSource *source;
  GtkWidget *label;
  GtkWidget *window;

  gtk_init ();
  source = gtk_drag_source_new ();
  label = gtk_label_new ("File");
  window = gtk_window_new ();
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), argv + 1);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begun_cb), NULL);
  g_signal_connect_swapped (source, "drag-end", G_CALLBACK (g_main_loop_quit), loop);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (source));
  gtk_window_set_title (GTK_WINDOW (window), "Files");
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), SIZE, SIZE);
  gtk_window_set_child (GTK_WINDOW (window), label);
  g_signal_connect_swapped (window, "close-request", G_CALLBACK (g_main_loop_quit), loop);
  gtk_window_present (GTK_WINDOW (window));
  g_main_loop_run (loop);
  return 0;
}
