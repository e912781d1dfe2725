/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The program itself, watched for the first frame whose list has rows. */

#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "vel-application.h"
#include "vel-bench-frame.h"

/* With fewer rows than this the list is still growing to its length. */
#define N_ALL 1000

static GtkColumnView *
find_list (GtkWidget *widget,
           guint      n_rows)
{
  if (GTK_IS_COLUMN_VIEW (widget) && gtk_widget_get_mapped (widget))
    {
      GtkSelectionModel *model = gtk_column_view_get_model (GTK_COLUMN_VIEW (widget));

      return model != NULL && g_list_model_get_n_items (G_LIST_MODEL (model)) >= n_rows ? GTK_COLUMN_VIEW (widget) : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkColumnView *list = find_list (child, n_rows);

      if (list != NULL)
        return list;
    }
  return NULL;
}

static gboolean
is_listed (GtkWindow *window)
{
  return find_list (GTK_WIDGET (window), 1) != NULL;
}

static GtkAdjustment *
find_scroll (GtkWindow *window)
{
  GtkColumnView *list = find_list (GTK_WIDGET (window), N_ALL);

  return list != NULL ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)) : NULL;
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window)
{
  vel_bench_frame_watch (window, is_listed, find_scroll);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(VelApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  application = vel_application_new ();
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
