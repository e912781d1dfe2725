/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The program itself on Today, watched for the first frame that has tasks. */

#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "vel-application.h"
#include "vel-bench-frame.h"
#include "vel-task-row.h"

static gboolean
has_task (GtkWidget *widget)
{
  if (VEL_IS_TASK_ROW (widget))
    return gtk_widget_get_mapped (widget) && vel_row_cell_get_record (VEL_ROW_CELL (widget)) != NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_task (child))
      return TRUE;
  return FALSE;
}

static gboolean
is_shown (GtkWindow *window)
{
  return has_task (GTK_WIDGET (window));
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window)
{
  vel_bench_frame_watch (window, is_shown, NULL);
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
