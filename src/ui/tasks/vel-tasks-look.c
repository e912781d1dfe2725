/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-tasks-look.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "vel-calendar.h"
#include "vel-day.h"
#include "vel-number.h"
#include "vel-task-agenda.h"
#include "vel-task-deeds.h"
#include "vel-task-row.h"
#include "vel-task.h"

/* How the list of tasks looks: by when they are due, under headings. */

static const VelRecordsView views[] = {
  { "page-settings.view::list", "view-list-bullet-symbolic", N_("By when they are due"), N_("_By when they are due") },
  { "page-settings.view::table", "view-grid-symbolic", N_("As a table"), N_("As a _table") },
  { "page-settings.view::month", "x-office-calendar-symbolic", N_("As a month"), N_("As a _month") },
  { "page-settings.view::week", "view-continuous-symbolic", N_("As a week"), N_("As a _week") },
  { NULL }
};

static char *
say_count (guint64 n)
{
  g_autofree char *number = vel_number_format (n);

  /* Translators: %s is a number */
  return g_strdup_printf (ngettext ("%s task", "%s tasks", n), number);
}

/* Whom it is for. */
static char *
dup_caption (VelRecord *record,
             gboolean   indirect)
{
  const char *customer = vel_record_get_text (record, "customer_name");

  return g_strdup (customer != NULL ? customer : "");
}

static int
find_section (VelRecord *task)
{
  return vel_task_find_section (vel_record_get_text (task, "due"), vel_record_get_integer (task, "done") != 0,
                                vel_day_get (vel_day_get_default ()));
}

static const char *
say_section (int section)
{
  return vel_task_say_section (section);
}

static GtkWidget *
make_content (const char *icon,
              const char *label)
{
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), icon);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  return content;
}

static void
add_deeds (GtkActionBar *bar)
{
  GtkWidget *done = gtk_button_new ();
  GtkWidget *later = gtk_menu_button_new ();
  g_autoptr(GMenuModel) menu = vel_task_deeds_new_menu ("records.apply");

  gtk_button_set_child (GTK_BUTTON (done), make_content ("object-select-symbolic", _("_Finish")));
  gtk_widget_set_tooltip_text (done, _("Finish those selected"));
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (done), "records.apply::done");
  gtk_menu_button_set_child (GTK_MENU_BUTTON (later), make_content ("alarm-symbolic", _("_Put off")));
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (later), GTK_ARROW_UP);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (later), menu);
  gtk_widget_set_tooltip_text (later, _("Put off those selected"));
  gtk_action_bar_pack_end (bar, later);
  gtk_action_bar_pack_end (bar, done);
}

static GMenuModel *
new_deeds (void)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenuModel) later = vel_task_deeds_new_menu ("records.apply");

  g_menu_append (menu, _("_Finish"), "records.apply::done");
  g_menu_append_submenu (menu, _("_Put off"), later);
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

const VelRecordsLook vel_tasks_look = {
  .entity = &vel_task_entity,
  .settings = "tasks",
  .avatar_field = "customer_name",
  .narrow_field = "due",
  .views = views,
  .new_action = "win.new-task((int64 0, int64 0))",
  .new_label = N_("New task"),
  .new_tip = N_("New task (Ctrl+T)"),
  /* Translators: in the search entry above the list of tasks; short */
  .search_hint = N_("Task, customer, deal…  Ctrl+F"),
  .search_label = N_("Search the tasks"),
  .views_label = N_("How the tasks are shown"),
  .looking_up = N_("The tasks are being looked up"),
  .icon = "alarm-symbolic",
  .nothing = N_("No task is like that"),
  .nothing_hint = N_("Look for something else, or show all tasks again."),
  .show_all = N_("_Show all tasks"),
  .none = N_("No tasks yet"),
  .none_hint = N_("What you promise to somebody stands here, and rings in time."),
  .add_first = N_("_Add the first task"),
  .failed = N_("The tasks cannot be shown"),
  .say_count = say_count,
  .caption = dup_caption,
  .new_card = vel_task_row_new,
  .section = find_section,
  .say_section = say_section,
  .add_deeds = add_deeds,
  .new_deeds = new_deeds,
  .apply = vel_task_deeds_apply,
  .n_list_views = 2,
  .new_other = vel_calendar_new,
};
