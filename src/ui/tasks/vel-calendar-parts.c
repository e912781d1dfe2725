/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gi18n.h>

#include "vel-calendar-private.h"
#include "vel-date-format.h"
#include "vel-task-query.h"
#include "vel-tasks-look.h"

/* What the calendar is made of. */

static GtkWidget *
make_button (const char *icon,
             const char *action,
             const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
make_menu (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) views = g_menu_new ();

  for (const VelRecordsView *view = vel_tasks_look.views; view->action != NULL; view++)
    g_menu_append (views, _(view->menu_label), view->action);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (views));
  g_menu_append (menu, _("Edit _holidays"), "win.holidays");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More"), -1);
  return button;
}

static GtkWidget *
make_steps (VelCalendar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *today = gtk_button_new_with_label (_("Today"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (today), "calendar.today");
  g_object_bind_property (self, "narrow", today, "visible", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  self->title = ADW_WINDOW_TITLE (adw_window_title_new (NULL, NULL));
  gtk_box_append (GTK_BOX (box), make_button ("go-previous-symbolic", "calendar.previous", _("Previous")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), make_button ("go-next-symbolic", "calendar.next", _("Next")));
  gtk_box_append (GTK_BOX (box), today);
  return box;
}

static GtkWidget *
make_header (VelCalendar *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *sidebar = make_button ("sidebar-show-symbolic", "win.toggle-sidebar", _("Sidebar"));
  GtkWidget *add = make_button ("list-add-symbolic", NULL, _("New task (Ctrl+T)"));
  GtkWidget *views = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  g_object_bind_property (self, "show-sidebar-button", sidebar, "visible", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "show-sidebar-button", header, "show-start-title-buttons", G_BINDING_SYNC_CREATE);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (add), "win.new-task((int64 0, int64 0))");
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("New task"), -1);
  gtk_widget_add_css_class (add, "suggested-action");
  gtk_widget_add_css_class (views, "linked");
  gtk_accessible_update_property (GTK_ACCESSIBLE (views), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(vel_tasks_look.views_label), -1);
  vel_records_look_add_views (&vel_tasks_look, GTK_BOX (views));
  g_object_bind_property (self, "narrow", views, "visible", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), sidebar);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), add);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), make_menu ());
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), views);
  self->header = ADW_HEADER_BAR (header);
  self->steps = g_object_ref_sink (make_steps (self));
  adw_header_bar_set_title_widget (self->header, self->steps);
  return header;
}

static GtkWidget *
make_weekdays (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_add_css_class (box, "vel-weekdays");
  for (int i = 1; i <= 7; i++)
    {
      g_autofree char *name = vel_date_format_weekday_name (i);
      GtkWidget *label = gtk_label_new (name);

      gtk_widget_add_css_class (label, "caption-heading");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "vel-weekday");
      gtk_box_append (GTK_BOX (box), label);
    }
  return box;
}

void
vel_calendar_build (VelCalendar *self)
{
  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->grid), TRUE);
  gtk_widget_set_vexpand (self->grid, TRUE);
  gtk_widget_add_css_class (self->grid, "vel-calendar");
  for (guint i = 0; i < N_DAYS; i++)
    {
      self->days[i] = VEL_CALENDAR_DAY (vel_calendar_day_new (self->book));
      gtk_widget_set_vexpand (GTK_WIDGET (self->days[i]), TRUE);
      gtk_widget_add_css_class (GTK_WIDGET (self->days[i]), i % 7 >= 5 ? "vel-weekend" : "vel-workday");
      gtk_grid_attach (GTK_GRID (self->grid), GTK_WIDGET (self->days[i]), (int) i % 7, (int) i / 7, 1, 1);
    }
  gtk_box_append (self->content, make_header (self));
  gtk_box_append (self->content, make_weekdays ());
  gtk_box_append (self->content, self->grid);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->content));
}

/* Below the days stands what is on the one that is chosen. */
static void
show_list (VelCalendar *self,
           gboolean     wanted)
{
  if (wanted && self->scrolled == NULL)
    {
      g_autoptr(VelQuery) query = vel_task_query_day (self->chosen);

      self->list = VEL_TASK_GROUP (vel_task_group_new (self->book, NULL, query, 50));
      gtk_widget_add_css_class (GTK_WIDGET (self->list), "vel-today");
      self->scrolled = gtk_scrolled_window_new ();
      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->list));
      gtk_widget_set_vexpand (self->scrolled, TRUE);
      gtk_box_append (self->content, self->scrolled);
    }
  if (self->scrolled != NULL)
    gtk_widget_set_visible (self->scrolled, wanted);
}

/* In a narrow window the days have room for numbers alone, and the header bar has none for the month. */
void
vel_calendar_be_narrow (VelCalendar *self,
                        gboolean     narrow)
{
  show_list (self, narrow);
  if (narrow == (gtk_widget_get_parent (self->steps) == GTK_WIDGET (self->content)))
    return;
  if (narrow)
    {
      adw_header_bar_set_title_widget (self->header, adw_window_title_new (_("Tasks"), NULL));
      gtk_widget_set_halign (self->steps, GTK_ALIGN_CENTER);
      gtk_widget_set_margin_top (self->steps, 6);
      gtk_box_insert_child_after (self->content, self->steps, GTK_WIDGET (self->header));
    }
  else
    {
      gtk_box_remove (self->content, self->steps);
      gtk_widget_set_margin_top (self->steps, 0);
      adw_header_bar_set_title_widget (self->header, self->steps);
    }
}
