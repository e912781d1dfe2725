/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-records-page-private.h"

/* What can be done on the page of records. */

static void
retry (GtkWidget  *widget,
       const char *action,
       GVariant   *parameter)
{
  vel_query_model_reload (VEL_RECORDS_PAGE (widget)->model);
}

static void
show_all (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  VelRecordsPage *self = VEL_RECORDS_PAGE (widget);

  vel_records_page_set_filter (self, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  vel_records_page_ask (self);
}

static void
save_filter (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  vel_records_page_save_filter (VEL_RECORDS_PAGE (widget));
}

static void
update_filter (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  vel_records_page_update_filter (VEL_RECORDS_PAGE (widget));
}

static void
search (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  vel_records_page_start_search (VEL_RECORDS_PAGE (widget));
}

/* Escape lets go of what is selected, then of what was searched for. */
static void
escape (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  VelRecordsPage *self = VEL_RECORDS_PAGE (widget);

  if (self->selection != NULL && vel_id_selection_get_n_selected (self->selection) > 0)
    gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  else
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
sort (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  VelRecordsPage *self = VEL_RECORDS_PAGE (widget);
  const char *field;
  gboolean descending;

  g_variant_get (parameter, "(&sb)", &field, &descending);
  g_signal_emit_by_name (self->list, "sorted", field, descending);
}

/* The names of the columns, without the one and with it @by places further on. */
static void
move_column (VelRecordsPage *self,
             const char     *field,
             int             by)
{
  g_auto(GStrv) names = g_settings_get_strv (self->settings, "columns");
  const int n_names = g_strv_length (names);

  for (int i = 0; i < n_names; i++)
    if (g_str_equal (names[i], field) && i + by >= 0 && i + by < n_names)
      {
        char *other = names[i + by];

        names[i + by] = names[i];
        names[i] = other;
        g_settings_set_strv (self->settings, "columns", (const char * const *) names);
        return;
      }
}

static void
move (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  const char *field;
  int by;

  g_variant_get (parameter, "(&si)", &field, &by);
  move_column (VEL_RECORDS_PAGE (widget), field, by);
}

static void
hide (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  vel_records_page_set_column (VEL_RECORDS_PAGE (widget), g_variant_get_string (parameter, NULL), FALSE);
}

void
vel_records_page_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "records.retry", NULL, retry);
  gtk_widget_class_install_action (widget_class, "records.show-all", NULL, show_all);
  gtk_widget_class_install_action (widget_class, "records.save-filter", NULL, save_filter);
  gtk_widget_class_install_action (widget_class, "records.update-filter", NULL, update_filter);
  gtk_widget_class_install_action (widget_class, "records.search", NULL, search);
  gtk_widget_class_install_action (widget_class, "records.escape", NULL, escape);
  gtk_widget_class_install_action (widget_class, "records.sort", "(sb)", sort);
  gtk_widget_class_install_action (widget_class, "records.move-column", "(si)", move);
  gtk_widget_class_install_action (widget_class, "records.hide-column", "s", hide);

  vel_records_page_class_install_selection (widget_class);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "records.escape", NULL);
}

/* Lets a search begin from anywhere in the window while the page is shown. */
void
vel_records_page_watch_keys (VelRecordsPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_f, GDK_CONTROL_MASK),
                                                          gtk_named_action_new ("records.search")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* Enables what can be done now. */
void
vel_records_page_update_actions (VelRecordsPage *self)
{
  const gboolean can_write = self->book != NULL && !vel_book_is_read_only (self->book);
  const gboolean can_save = can_write && vel_records_page_is_filtered (self) && !vel_records_page_is_as_saved (self);
  const gboolean can_update = can_save && self->saved != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "records.save-filter", can_save);
  gtk_widget_set_visible (vel_filter_bar_get_save (self->filter_bar), can_save);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "records.update-filter", can_update);
  gtk_widget_set_visible (vel_filter_bar_get_update (self->filter_bar), can_update);
  vel_records_page_show_selection (self);
}
