/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The program itself, watched for the first frame whose list has rows. */

#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "vel-application.h"
#include "vel-bench-frame.h"

static gboolean
has_rows (GtkWidget *widget)
{
  if (GTK_IS_COLUMN_VIEW (widget) && gtk_widget_get_mapped (widget))
    {
      GtkSelectionModel *model = gtk_column_view_get_model (GTK_COLUMN_VIEW (widget));

      return model != NULL && g_list_model_get_n_items (G_LIST_MODEL (model)) > 0;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_rows (child))
      return TRUE;
  return FALSE;
}

static gboolean
is_listed (GtkWindow *window)
{
  return has_rows (GTK_WIDGET (window));
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window)
{
  vel_bench_frame_watch (window, is_listed);
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
