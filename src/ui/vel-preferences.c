/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-preferences.h"

#include <glib/gi18n.h>

#include "vel-autostart.h"
#include "vel-error-text.h"
#include "vel-region.h"
#include "vel-reminder-rows.h"
#include "vel-reminders.h"

/**
 * VelPreferences:
 *
 * The window of preferences, and where the open book lies.
 */
struct _VelPreferences
{
  AdwPreferencesWindow parent_instance;

  GSettings           *settings;  /* (owned) */
  char                *path;      /* (owned): the book that is open */
  GStrv                regions;   /* (owned): the codes, as they stand in the list */
  VelReminders        *reminders; /* (owned) */

  AdwActionRow        *book_row;
  AdwComboRow         *scheme_row;
  GtkDropDown         *region_list;
  GtkStringList       *region_names;
  AdwPreferencesGroup *reminders_group;
  AdwActionRow        *reminders_row;
  GtkWidget           *try_button;
  GtkSwitch           *login_switch;
};

G_DEFINE_FINAL_TYPE (VelPreferences, vel_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
tell_error (VelPreferences *self,
            const GError   *error)
{
  g_autofree char *text = vel_error_text (error);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (markup));
}

static void
folder_shown_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (object), result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_error (VEL_PREFERENCES (object), error);
}

/* Where no file manager can point at a file, its folder is opened. */
static void
items_shown_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(VelPreferences) self = user_data;
  g_autoptr(GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, NULL);
  g_autofree char *folder = NULL;
  g_autofree char *uri = NULL;

  if (answer != NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  folder = g_path_get_dirname (self->path);
  uri = g_filename_to_uri (folder, NULL, NULL);
  gtk_show_uri_full (GTK_WINDOW (self), uri, GDK_CURRENT_TIME, NULL, folder_shown_cb, NULL);
}

static void
bus_got_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(VelPreferences) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GDBusConnection) bus = g_bus_get_finish (result, &error);
  g_autofree char *uri = g_filename_to_uri (self->path, NULL, NULL);
  const char * const uris[] = { uri, NULL };

  if (bus == NULL)
    {
      tell_error (self, error);
      return;
    }
  g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1", "ShowItems",
                          g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                          items_shown_cb, g_object_ref (self));
}

static void
show_in_files_cb (VelPreferences *self)
{
  g_bus_get (G_BUS_TYPE_SESSION, NULL, bus_got_cb, g_object_ref (self));
}

static void
region_chosen_cb (VelPreferences *self)
{
  const guint position = gtk_drop_down_get_selected (self->region_list);

  if (position != GTK_INVALID_LIST_POSITION)
    g_settings_set_string (self->settings, "phone-region", self->regions[position]);
}

static void
tried_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(VelPreferences) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!vel_reminders_try_finish (VEL_REMINDERS (object), result, &error) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    tell_error (self, error);
}

static void
try_clicked_cb (VelPreferences *self)
{
  vel_reminders_try_async (self->reminders, tried_cb, g_object_ref (self));
}

static void
reminders_changed_cb (VelPreferences *self)
{
  g_autofree char *state = vel_reminders_dup_state (self->reminders);

  adw_action_row_set_subtitle (self->reminders_row, state);
  gtk_widget_set_sensitive (self->try_button, vel_reminders_are_on (self->reminders));
}

static void
login_switched_cb (VelPreferences *self)
{
  const gboolean on = gtk_switch_get_active (self->login_switch);
  g_autoptr(GError) error = NULL;

  if (on == vel_autostart_is_on () || vel_autostart_set (on, &error))
    return;
  tell_error (self, error);
  gtk_switch_set_active (self->login_switch, !on);
}

static void
scheme_chosen_cb (VelPreferences *self)
{
  g_settings_set_enum (self->settings, "color-scheme", adw_combo_row_get_selected (self->scheme_row));
}

static void
fill_regions (VelPreferences *self)
{
  g_autofree char *chosen = g_settings_get_string (self->settings, "phone-region");

  self->regions = vel_region_list ();
  for (guint i = 0; self->regions[i] != NULL; i++)
    gtk_string_list_take (self->region_names, vel_region_name (self->regions[i]));
  for (guint i = 0; self->regions[i] != NULL; i++)
    if (g_str_equal (self->regions[i], chosen))
      gtk_drop_down_set_selected (self->region_list, i);
}

static void
vel_preferences_dispose (GObject *object)
{
  VelPreferences *self = VEL_PREFERENCES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), VEL_TYPE_PREFERENCES);
  g_clear_object (&self->reminders);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (vel_preferences_parent_class)->dispose (object);
}

static void
vel_preferences_finalize (GObject *object)
{
  VelPreferences *self = VEL_PREFERENCES (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->regions, g_strfreev);

  G_OBJECT_CLASS (vel_preferences_parent_class)->finalize (object);
}

static void
vel_preferences_class_init (VelPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_preferences_dispose;
  object_class->finalize = vel_preferences_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/velinimet/Velinimet/vel-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, VelPreferences, book_row);
  gtk_widget_class_bind_template_child (widget_class, VelPreferences, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, VelPreferences, region_list);
  gtk_widget_class_bind_template_child (widget_class, VelPreferences, region_names);
  gtk_widget_class_bind_template_child (widget_class, VelPreferences, reminders_row);
  gtk_widget_class_bind_template_child (widget_class, VelPreferences, reminders_group);
  gtk_widget_class_bind_template_child (widget_class, VelPreferences, try_button);
  gtk_widget_class_bind_template_child (widget_class, VelPreferences, login_switch);
  gtk_widget_class_bind_template_callback (widget_class, login_switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_in_files_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_clicked_cb);
}

static void
vel_preferences_init (VelPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = g_settings_new (APPLICATION_ID);
  self->reminders = vel_reminders_new ();
  g_signal_connect_object (self->reminders, "changed", G_CALLBACK (reminders_changed_cb), self, G_CONNECT_SWAPPED);
  reminders_changed_cb (self);
  gtk_switch_set_active (self->login_switch, vel_autostart_is_on ());
  fill_regions (self);
  adw_combo_row_set_selected (self->scheme_row, g_settings_get_enum (self->settings, "color-scheme"));
  g_signal_connect_object (self->region_list, "notify::selected", G_CALLBACK (region_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scheme_row, "notify::selected", G_CALLBACK (scheme_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * vel_preferences_new:
 * @parent: the window
 * @book: (nullable): the book that is open
 *
 * Returns: (transfer none): the preferences, to be presented
 */
GtkWidget *
vel_preferences_new (GtkWindow  *parent,
                     VelBook    *book)
{
  VelPreferences *self = g_object_new (VEL_TYPE_PREFERENCES, "transient-for", parent, NULL);
  g_autofree char *shown = NULL;

  self->path = g_strdup (book != NULL ? vel_book_get_path (book) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->book_row), book != NULL);
  vel_reminder_rows_add (self->reminders_group, self->settings, book);
  if (book != NULL)
    {
      shown = g_filename_display_name (self->path);
      adw_action_row_set_subtitle (self->book_row, shown);
    }
  return GTK_WIDGET (self);
}
