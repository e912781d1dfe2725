/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-application-private.h"

#include <glib/gi18n.h>

#include "vel-doing.h"
#include "vel-preferences.h"
#include "vel-sample-book.h"
#include "vel-shortcuts.h"

/* What can be done with the program as a whole. */

static void
quit (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  VelApplication *self = user_data;

  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
  g_application_quit (G_APPLICATION (self));
}

static void
about (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       user_data)
{
  VelApplication *self = user_data;

  adw_show_about_window (GTK_WINDOW (self->window),
                         "application-name", _("Velinimet"),
                         "application-icon", APPLICATION_ID,
                         "version", PACKAGE_VERSION,
                         "developer-name", _("The Velinimet authors"),
                         "comments", _("Keep your customers and everything said with them."),
                         "copyright", "© 2026 The Velinimet authors",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         NULL);
}

static void
help_shown_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (object), result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    vel_doing_tell (GTK_WIDGET (object),
                    _("The help cannot be shown: there is no program for help pages. Install Yelp to read it."));
}

static void
help (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  VelApplication *self = user_data;

  if (self->window != NULL)
    gtk_show_uri_full (GTK_WINDOW (self->window), "help:velinimet", GDK_CURRENT_TIME, NULL, help_shown_cb, NULL);
}

static void
shortcuts (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  VelApplication *self = user_data;
  GtkWidget *window = vel_shortcuts_new_window ();

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self->window));
  gtk_window_present (GTK_WINDOW (window));
}

static void
preferences (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  VelApplication *self = user_data;

  gtk_window_present (GTK_WINDOW (vel_preferences_new (GTK_WINDOW (self->window), self->book)));
}

static void
retry (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       user_data)
{
  VelApplication *self = user_data;
  /* A book that can no longer be read is opened anew; else what could not be opened. */
  const gboolean reopen = self->is_open && self->error == NULL;
  g_autofree char *path = g_strdup (reopen ? vel_book_get_path (self->book) : self->path);

  vel_application_open_book (self, path, reopen ? self->shown : self->origin);
}

static void
chosen_cb (VelApplication       *self,
           int                   response,
           GtkFileChooserNative *chooser)
{
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL && g_file_peek_path (file) != NULL)
    vel_application_open_book (self, g_file_peek_path (file), VEL_BOOK_CHOSEN);
  g_object_unref (chooser);
}

static void
open_book (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  VelApplication *self = user_data;
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Open a customer book"), GTK_WINDOW (self->window),
                                 GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), NULL);
  g_autoptr(GtkFileFilter) books = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (books, _("Customer books"));
  gtk_file_filter_add_pattern (books, "*.velinimet");
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), books);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
open_own (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  g_autofree char *path = vel_application_dup_own_path (user_data);

  vel_application_open_book (user_data, path, VEL_BOOK_OWN);
}

static char *
dup_sample_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "velinimet", "sample.velinimet", NULL);
}

static void
make_sample (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  GError *error = NULL;

  if (g_file_test (data, G_FILE_TEST_EXISTS) || vel_sample_book_create (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
sample_made_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  VelApplication *self = VEL_APPLICATION (object);
  g_autoptr(GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      vel_application_open_book (self, g_task_get_task_data (G_TASK (result)), VEL_BOOK_SAMPLE);
      return;
    }
  if (self->window != NULL)
    vel_doing_tell_failed (GTK_WIDGET (self->window), _("The sample book could not be made"), error);
  vel_application_update_actions (self);
}

static void
open_sample (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  g_autoptr(GTask) task = g_task_new (user_data, NULL, sample_made_cb, NULL);

  g_simple_action_set_enabled (action, FALSE);
  g_task_set_task_data (task, dup_sample_path (), g_free);
  g_task_run_in_thread (task, make_sample);
}

static void
open_given (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  VelApplication *self = user_data;
  const char *path = g_variant_get_bytestring (parameter);

  /* The book that is shown already stays as it is. */
  if (!self->is_open || self->book == NULL || !g_str_equal (vel_book_get_path (self->book), path))
    vel_application_open_book (self, path, VEL_BOOK_GIVEN);
}

static void
show_page (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  VelApplication *self = user_data;

  if (self->window != NULL && self->is_open)
    {
      vel_window_show_page (self->window, g_variant_get_string (parameter, NULL));
      return;
    }
  /* As soon as there is a book. */
  g_free (self->page);
  self->page = g_variant_dup_string (parameter, NULL);
}

static const GActionEntry entries[] = {
  { "about", about },
  { "help", help },
  { "open-book", open_book },
  { "open-given", open_given, "ay" },
  { "open-own", open_own },
  { "open-sample", open_sample },
  { "preferences", preferences },
  { "quit", quit },
  { "retry", retry },
  { "shortcuts", shortcuts },
  { "show-page", show_page, "s" },
};

void
vel_application_add_actions (VelApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  vel_application_update_actions (self);
}

static void
enable (VelApplication *self,
        const char     *name,
        gboolean        enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  if (action != NULL)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* Offers the books that are not open. */
void
vel_application_update_actions (VelApplication *self)
{
  g_autofree char *own = vel_application_dup_own_path (self);
  g_autofree char *sample = dup_sample_path ();
  const char *path = self->book != NULL ? vel_book_get_path (self->book) : self->path;

  enable (self, "open-own", g_strcmp0 (path, own) != 0);
  enable (self, "open-sample", g_strcmp0 (path, sample) != 0);
}
