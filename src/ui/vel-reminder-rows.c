/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-reminder-rows.h"

#include <glib/gi18n.h>

#include "vel-doing.h"
#include "vel-query-model.h"
#include "vel-row.h"
#include "vel-setting.h"
#include "vel-task.h"

/* When reminders come: the hour of tasks that have a day only, which belongs to
 * the book, and the quiet hours, which belong to the user. */

#define MINUTES 30
#define N_TIMES (24 * 60 / MINUTES)

#define QUIET_FROM "22:00"
#define QUIET_TO "08:00"

static GtkWidget *
new_times (const char *name)
{
  g_autoptr(GtkStringList) times = gtk_string_list_new (NULL);
  GtkWidget *list;

  for (int i = 0; i < N_TIMES; i++)
    gtk_string_list_take (times, g_strdup_printf ("%02d:%02d", i * MINUTES / 60, i * MINUTES % 60));
  list = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&times)), NULL);
  gtk_widget_set_valign (list, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return list;
}

/* A time that the list does not have was set elsewhere; it is added. */
static void
select_time (GtkDropDown *list,
             const char  *time)
{
  GtkStringList *times = GTK_STRING_LIST (gtk_drop_down_get_model (list));
  guint i = 0;

  while (gtk_string_list_get_string (times, i) != NULL && !g_str_equal (gtk_string_list_get_string (times, i), time))
    i++;
  if (gtk_string_list_get_string (times, i) == NULL)
    gtk_string_list_append (times, time);
  if (gtk_drop_down_get_selected (list) != i)
    gtk_drop_down_set_selected (list, i);
}

static const char *
get_time (GtkDropDown *list)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (list);

  return chosen != NULL ? gtk_string_object_get_string (chosen) : "";
}

static GtkWidget *
new_row (const char *title,
         const char *subtitle,
         GtkWidget  *list)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), list);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), list);
  return row;
}

/* The hour of the book. */

static VelRecord *
get_setting (VelQueryModel *model)
{
  g_autoptr(VelRow) row = g_list_model_get_item (G_LIST_MODEL (model), 0);

  return row != NULL ? vel_row_get_record (row) : NULL;
}

static void
hour_shown_cb (GtkDropDown   *list,
               VelQueryModel *model)
{
  VelRecord *setting = get_setting (model);
  const char *hour = setting != NULL ? vel_record_get_text (setting, "value") : NULL;

  select_time (list, hour != NULL ? hour : VEL_TASK_HOUR);
}

static void
hour_chosen_cb (VelQueryModel *model,
                GParamSpec    *pspec,
                GtkDropDown   *list)
{
  VelRecord *setting = get_setting (model);
  const char *hour = setting != NULL ? vel_record_get_text (setting, "value") : NULL;
  g_autoptr(VelChange) change = NULL;
  gint64 id;

  if (vel_query_model_is_loading (model) || g_str_equal (get_time (list), hour != NULL ? hour : VEL_TASK_HOUR))
    return;
  change = vel_change_new (N_("Remind of days at %s"), get_time (list), NULL);
  id = setting != NULL ? vel_record_get_id (setting) : vel_change_insert (change, &vel_setting_entity);
  if (setting == NULL)
    vel_change_set_text (change, &vel_setting_entity, id, "name", VEL_TASK_HOUR_SETTING);
  vel_change_set_text (change, &vel_setting_entity, id, "value", get_time (list));
  vel_doing_commit (GTK_WIDGET (list), vel_query_model_get_book (model), change, FALSE);
}

static void
add_hour (AdwPreferencesGroup *group,
          VelBook             *book)
{
  const char * const names[] = { VEL_TASK_HOUR_SETTING, NULL };
  g_autoptr(VelFilter) filter = vel_filter_new (VEL_FILTER_IS, "name", names);
  g_autoptr(VelQuery) query = vel_query_new (&vel_setting_entity, filter, NULL, "id", FALSE);
  VelQueryModel *model = vel_query_model_new (book, query);
  GtkWidget *list = new_times (_("Tasks without a time"));

  g_object_set_data_full (G_OBJECT (list), "vel-model", model, g_object_unref);
  select_time (GTK_DROP_DOWN (list), VEL_TASK_HOUR);
  gtk_widget_set_sensitive (list, !vel_book_is_read_only (book));
  g_signal_connect_object (model, "shown", G_CALLBACK (hour_shown_cb), list, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::selected", G_CALLBACK (hour_chosen_cb), model, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, new_row (_("Tasks _without a time"), _("Remind of their day at"), list));
}

/* The quiet hours. */

typedef struct
{
  GSettings   *settings;  /* (owned) */
  GtkDropDown *from;
  GtkDropDown *to;
} Quiet;

static void
quiet_free (gpointer  data,
            GClosure *closure)
{
  Quiet *quiet = data;

  g_object_unref (quiet->settings);
  g_free (quiet);
}

static void
quiet_changed_cb (AdwExpanderRow *row,
                  GParamSpec     *pspec,
                  Quiet          *quiet)
{
  const gboolean on = adw_expander_row_get_enable_expansion (row);

  g_settings_set_string (quiet->settings, "quiet-from", on ? get_time (quiet->from) : "");
  g_settings_set_string (quiet->settings, "quiet-to", on ? get_time (quiet->to) : "");
}

static void
quiet_chosen_cb (AdwExpanderRow *row)
{
  g_object_notify (G_OBJECT (row), "enable-expansion");
}

static void
add_quiet_hours (AdwPreferencesGroup *group,
                 GSettings           *settings)
{
  GtkWidget *row = adw_expander_row_new ();
  Quiet *quiet = g_new0 (Quiet, 1);
  g_autofree char *from = g_settings_get_string (settings, "quiet-from");
  g_autofree char *to = g_settings_get_string (settings, "quiet-to");
  const gboolean on = *from != '\0' && *to != '\0';

  quiet->settings = g_object_ref (settings);
  quiet->from = GTK_DROP_DOWN (new_times (_("From")));
  quiet->to = GTK_DROP_DOWN (new_times (_("To")));
  select_time (quiet->from, on ? from : QUIET_FROM);
  select_time (quiet->to, on ? to : QUIET_TO);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Quiet hours"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), _("What rings then waits until they are over"));
  adw_expander_row_set_show_enable_switch (ADW_EXPANDER_ROW (row), TRUE);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), on);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_row (_("_From"), NULL, GTK_WIDGET (quiet->from)));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_row (_("_To"), NULL, GTK_WIDGET (quiet->to)));
  g_signal_connect_data (row, "notify::enable-expansion", G_CALLBACK (quiet_changed_cb), quiet, quiet_free,
                         G_CONNECT_DEFAULT);
  g_signal_connect_object (quiet->from, "notify::selected", G_CALLBACK (quiet_chosen_cb), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (quiet->to, "notify::selected", G_CALLBACK (quiet_chosen_cb), row, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
}

/**
 * vel_reminder_rows_add:
 * @group: the group of preferences that is about reminders
 * @settings: those of the program
 * @book: (nullable): the book that is open
 *
 * Adds the rows that say when reminders come.
 */
void
vel_reminder_rows_add (AdwPreferencesGroup *group,
                       GSettings           *settings,
                       VelBook             *book)
{
  if (book != NULL)
    add_hour (group, book);
  add_quiet_hours (group, settings);
}
