/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-calendar-day-list.h"

#include <glib/gi18n.h>

#include "vel-calendar-entry.h"
#include "vel-date-format.h"
#include "vel-row.h"
#include "vel-task-group.h"
#include "vel-task-query.h"

/**
 * vel_calendar_day_list_new:
 * @book: a book
 * @day: a day, "2026-11-24"
 * @feast: (nullable): what is celebrated on it
 * @others: (element-type VelRow): deals and customers that stand on it
 *
 * Returns: (transfer floating): all that is on the day, and a way to add to it
 */
GtkWidget *
vel_calendar_day_list_new (VelBook    *book,
                           const char *day,
                           const char *feast,
                           GPtrArray  *others)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *add = gtk_button_new_with_mnemonic (_("_New task on this day"));
  g_autofree char *date = vel_date_format_full (day);
  g_autoptr(VelQuery) query = vel_task_query_day (day);

  if (feast != NULL)
    gtk_box_append (GTK_BOX (box), gtk_label_new (feast));
  for (guint i = 0; i < others->len; i++)
    {
      VelRow *row = g_ptr_array_index (others, i);
      GtkWidget *entry;

      if (vel_row_get_record (row) == NULL)
        continue;
      entry = vel_calendar_entry_new (vel_record_get_entity (vel_row_get_record (row)), 1);
      gtk_box_append (GTK_BOX (box), entry);
      vel_row_cell_set_row (VEL_ROW_CELL (entry), row);
    }
  gtk_box_append (GTK_BOX (box), vel_task_group_new (book, date, query, 100));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "win.new-task-on");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (add), "s", day);
  gtk_box_append (GTK_BOX (box), add);
  gtk_widget_add_css_class (box, "vel-day-list");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_size_request (scrolled, 320, -1);
  return scrolled;
}
