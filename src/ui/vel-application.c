/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-application-private.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "vel-doing.h"
#include "vel-phone.h"
#include "vel-shortcuts.h"

/**
 * VelApplication:
 *
 * The program: one for a user, with one window and one open book, which it
 * opens and closes. The book is opened by a worker from the first moment on,
 * while GTK is still starting.
 */

G_DEFINE_FINAL_TYPE (VelApplication, vel_application, ADW_TYPE_APPLICATION)

/* How long the window has to appear before what rings is looked after, in seconds. */
#define WAKE_REMINDERS_S 2

static const char * const pages[] = { "today", "customers", "deals", "tasks", NULL };

static const GOptionEntry options[] = {
  { "book", 'b', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, NULL,
    N_("Open this customer book, or make it where there is none"), N_("FILE") },
  { "page", 'p', G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, NULL,
    N_("Show this page (today, customers, deals, tasks), or a card (customer:ID, deal:ID, task:ID)"), N_("PAGE") },
  { "version", 'v', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL,
    N_("Say which version this is"), NULL },
  { NULL }
};

typedef struct
{
  VelApplication *application;  /* (owned) */
  guint           opening;
} Opening;

static gboolean
is_book (const char *path)
{
  return g_str_has_suffix (path, ".velinimet");
}

/* Files that are no books are tables, or are told what they are not. */
static void
import_tables (VelApplication *self)
{
  g_autoslist(GFile) tables = g_slist_reverse (g_steal_pointer (&self->tables));

  if (tables != NULL && self->error == NULL)
    vel_window_import_files (self->window, tables);
}

/* Shows how it came out: the book, or why there is none. */
static void
show_outcome (VelApplication *self)
{
  if (self->window == NULL || !self->is_open)
    return;
  if (self->error == NULL)
    {
      vel_window_show_book (self->window, self->book, self->shown == VEL_BOOK_SAMPLE, self->page);
      g_clear_pointer (&self->page, g_free);
    }
  else if (self->book == NULL)
    {
      vel_window_show_error (self->window, self->path, self->error);
    }
  else
    {
      /* What was open stays open. */
      vel_doing_tell_failed (GTK_WIDGET (self->window), _("The customer book cannot be opened"), self->error);
    }
  if (!gtk_widget_get_visible (GTK_WIDGET (self->window)))
    gtk_window_present (GTK_WINDOW (self->window));
  import_tables (self);
}

static void
remember_choice (VelApplication *self)
{
  g_autofree char *standard = vel_book_default_path ();

  if (self->origin == VEL_BOOK_CHOSEN)
    g_settings_set_string (self->settings, "last-book",
                           g_str_equal (self->path, standard) ? "" : self->path);
}

/* They say whether the book that is shown is the one that rings. */
static void
tell_reminders (VelApplication *self)
{
  if (self->reminders != NULL && self->book != NULL)
    vel_reminders_set_book (self->reminders, vel_book_get_path (self->book));
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Opening *opening = user_data;
  g_autoptr(VelApplication) self = opening->application;
  g_autoptr(GError) error = NULL;
  g_autoptr(VelBook) book = vel_book_open_finish (result, &error);
  g_autoptr(VelBook) before = NULL;

  if (opening->opening != self->opening)
    {
      if (book != NULL)
        vel_book_close (book);
      return;
    }
  self->is_open = TRUE;
  if (book == NULL)
    {
      self->error = g_steal_pointer (&error);
      show_outcome (self);
      return;
    }
  before = g_steal_pointer (&self->book);
  self->book = g_steal_pointer (&book);
  self->shown = self->origin;
  remember_choice (self);
  tell_reminders (self);
  vel_application_update_actions (self);
  show_outcome (self);
  /* The window has let go of it. */
  if (before != NULL)
    vel_book_close (before);
}

/**
 * vel_application_open_book:
 * @self: the program
 * @path: a file
 * @origin: how that comes
 *
 * Begins to open a book. When that is done the window shows it, and the book
 * that was open is closed; if it fails the window says why.
 */
void
vel_application_open_book (VelApplication *self,
                           const char     *path,
                           VelBookOrigin   origin)
{
  Opening *opening;
  g_autofree char *standard = vel_book_default_path ();
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);

  g_return_if_fail (VEL_IS_APPLICATION (self));

  opening = g_new0 (Opening, 1);
  opening->application = g_object_ref (self);
  opening->opening = ++self->opening;
  self->is_open = FALSE;
  self->origin = origin;
  g_clear_error (&self->error);
  g_free (self->path);
  self->path = g_steal_pointer (&absolute);
  /* A book that the user has chosen is there, or its absence is what they must know. */
  vel_book_open_async (self->path, origin == VEL_BOOK_GIVEN || g_str_equal (self->path, standard),
                       NULL, opened_cb, opening);
}

/* Where the user's own book is. */
char *
vel_application_dup_own_path (VelApplication *self)
{
  g_autofree char *last = g_settings_get_string (self->settings, "last-book");

  return *last != '\0' ? g_steal_pointer (&last) : vel_book_default_path ();
}

/**
 * vel_application_get_book:
 * @self: the program
 *
 * Returns: (transfer none) (nullable): the book that is open
 */
VelBook *
vel_application_get_book (VelApplication *self)
{
  g_return_val_if_fail (VEL_IS_APPLICATION (self), NULL);

  return self->book;
}

static int
vel_application_handle_local_options (GApplication *application,
                                      GVariantDict *dict)
{
  VelApplication *self = VEL_APPLICATION (application);
  g_autoptr(GError) error = NULL;
  g_autofree char *page = NULL;
  g_autofree char *book = NULL;

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("Velinimet %s\n", PACKAGE_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (dict, "page", "s", &page) && !g_strv_contains (pages, page) &&
      !vel_window_is_card (page))
    {
      g_autofree char *known = g_strjoinv (", ", (char **) pages);

      g_printerr (_("There is no page “%s”. There are: %s"), page, known);
      g_printerr ("\n");
      return 2;
    }
  if (g_variant_dict_lookup (dict, "book", "^ay", &book))
    {
      g_free (self->given);
      self->given = g_canonicalize_filename (book, NULL);
    }
  g_free (self->page);
  self->page = g_steal_pointer (&page);

  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  /* Another Velinimet is there already, and is told. */
  if (g_application_get_is_remote (application))
    {
      if (self->given != NULL)
        g_action_group_activate_action (G_ACTION_GROUP (application), "open-given",
                                        g_variant_new_bytestring (self->given));
      if (self->page != NULL)
        g_action_group_activate_action (G_ACTION_GROUP (application), "show-page",
                                        g_variant_new_string (self->page));
    }
  return -1;
}

/* GSettings would end the program with a core. */
static void
require_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = source != NULL ? g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE) : NULL;

  if (schema != NULL)
    return;
  g_printerr (_("Velinimet is not installed completely: the description of its settings, “%s”, is missing."),
              APPLICATION_ID ".gschema.xml");
  g_printerr ("\n");
  exit (EXIT_FAILURE);
}

/* GTK would end it with a warning that tells no user anything. */
static void
require_display (void)
{
  if (gtk_init_check ())
    return;
  g_printerr ("%s\n", _("Velinimet needs a display to show its window on, and there is none. "
                        "“velinimet-cli” works without one."));
  exit (EXIT_FAILURE);
}

/* Finds out early whether a book is among the files, before another is begun. */
static gboolean
vel_application_local_command_line (GApplication   *application,
                                    char         ***arguments,
                                    int            *exit_status)
{
  VelApplication *self = VEL_APPLICATION (application);

  for (guint i = 1; (*arguments)[i] != NULL; i++)
    if ((*arguments)[i][0] != '-' && is_book ((*arguments)[i]) && self->path == NULL)
      self->path = g_canonicalize_filename ((*arguments)[i], NULL);
  return G_APPLICATION_CLASS (vel_application_parent_class)->local_command_line (application, arguments, exit_status);
}

static void
color_scheme_changed_cb (VelApplication *self)
{
  static const AdwColorScheme schemes[] = {
    ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK
  };

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      schemes[g_settings_get_enum (self->settings, "color-scheme")]);
}

static void
phone_region_changed_cb (VelApplication *self)
{
  g_autofree char *region = g_settings_get_string (self->settings, "phone-region");

  vel_phone_set_default_region (region);
}

/* The first icon reads the theme, and loads a library if it is an SVG. */
static void
load_icons_in_thread (GTask        *task,
                      gpointer      source_object,
                      gpointer      task_data,
                      GCancellable *cancellable)
{
  g_autoptr(GtkIconPaintable) icon =
    gtk_icon_theme_lookup_icon (source_object, "list-add-symbolic", NULL, 16, 1, GTK_TEXT_DIR_LTR,
                                GTK_ICON_LOOKUP_PRELOAD);

  g_task_return_boolean (task, TRUE);
}

/* That is done while the window is being made: a theme that has been set up may
 * be asked by any thread. */
static void
load_icons (void)
{
  g_autoptr(GTask) task = g_task_new (gtk_icon_theme_get_for_display (gdk_display_get_default ()), NULL, NULL, NULL);

  g_task_run_in_thread (task, load_icons_in_thread);
}

/* Tasks ring whether there is a window or not; but the window comes first. */
static gboolean
wake_reminders_cb (gpointer data)
{
  VelApplication *self = data;

  self->waking = 0;
  self->reminders = vel_reminders_new ();
  tell_reminders (self);
  return G_SOURCE_REMOVE;
}

static void
vel_application_startup (GApplication *application)
{
  VelApplication *self = VEL_APPLICATION (application);

  require_settings ();
  /* Where nothing tells of a display there is hardly one, and no book shall be made for nobody. */
  if (g_getenv ("DISPLAY") == NULL && g_getenv ("WAYLAND_DISPLAY") == NULL)
    require_display ();
  /* First of all the book, so that it is open by the time there is a window. */
  self->settings = g_settings_new (APPLICATION_ID);
  if (self->given != NULL)
    vel_application_open_book (self, self->given, VEL_BOOK_GIVEN);
  else if (self->path != NULL)
    {
      g_autofree char *path = g_steal_pointer (&self->path);

      vel_application_open_book (self, path, VEL_BOOK_CHOSEN);
    }
  else
    {
      g_autofree char *own = vel_application_dup_own_path (self);

      vel_application_open_book (self, own, VEL_BOOK_OWN);
    }
  require_display ();

  G_APPLICATION_CLASS (vel_application_parent_class)->startup (application);

  load_icons ();
  color_scheme_changed_cb (self);
  g_signal_connect_object (self->settings, "changed::color-scheme", G_CALLBACK (color_scheme_changed_cb),
                           self, G_CONNECT_SWAPPED);
  phone_region_changed_cb (self);
  g_signal_connect_object (self->settings, "changed::phone-region", G_CALLBACK (phone_region_changed_cb),
                           self, G_CONNECT_SWAPPED);
  vel_application_add_actions (self);
  vel_shortcuts_bind (GTK_APPLICATION (self));
  self->waking = g_timeout_add_seconds (WAKE_REMINDERS_S, wake_reminders_cb, self);
}

static void
vel_application_activate (GApplication *application)
{
  VelApplication *self = VEL_APPLICATION (application);

  if (self->window != NULL)
    {
      gtk_window_present (GTK_WINDOW (self->window));
      return;
    }
  /* It comes when it has something to show, or when that takes long. */
  g_set_weak_pointer (&self->window, vel_window_new (ADW_APPLICATION (self)));
  show_outcome (self);
}

static void
vel_application_open (GApplication  *application,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  VelApplication *self = VEL_APPLICATION (application);

  g_application_activate (application);
  for (int i = 0; i < n_files; i++)
    {
      const char *path = g_file_peek_path (files[i]);

      if (path == NULL || !is_book (path))
        self->tables = g_slist_prepend (self->tables, g_object_ref (files[i]));
      else if (g_strcmp0 (path, self->path) != 0)
        vel_application_open_book (self, path, VEL_BOOK_CHOSEN);
    }
  if (self->is_open)
    import_tables (self);
}

static void
vel_application_shutdown (GApplication *application)
{
  VelApplication *self = VEL_APPLICATION (application);

  self->opening++;
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  if (self->book != NULL)
    vel_book_close (self->book);
  g_clear_object (&self->book);

  G_APPLICATION_CLASS (vel_application_parent_class)->shutdown (application);
}

static void
vel_application_finalize (GObject *object)
{
  VelApplication *self = VEL_APPLICATION (object);

  g_clear_weak_pointer (&self->window);
  g_clear_handle_id (&self->waking, g_source_remove);
  g_clear_object (&self->reminders);
  g_clear_object (&self->settings);
  g_clear_object (&self->book);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->given, g_free);
  g_clear_pointer (&self->page, g_free);
  g_clear_slist (&self->tables, g_object_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (vel_application_parent_class)->finalize (object);
}

static void
vel_application_class_init (VelApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vel_application_finalize;
  application_class->local_command_line = vel_application_local_command_line;
  application_class->handle_local_options = vel_application_handle_local_options;
  application_class->startup = vel_application_startup;
  application_class->activate = vel_application_activate;
  application_class->open = vel_application_open;
  application_class->shutdown = vel_application_shutdown;
}

static void
vel_application_init (VelApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_summary (G_APPLICATION (self), _("Keep your customers and everything said with them."));
}

/**
 * vel_application_new:
 *
 * Returns: (transfer full): the program
 */
VelApplication *
vel_application_new (void)
{
  return g_object_new (VEL_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/org/velinimet/Velinimet",
                       NULL);
}
