/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <unistd.h>

#include "vel-cli-error.h"
#include "vel-cli.h"
#include "vel-phone.h"

/* velinimet-cli [--book FILE] COMMAND …: the book without a display. */

/* Numbers without the code of a country are read as in the window. */
static void
follow_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;
  g_autoptr(GSettings) settings = NULL;
  g_autofree char *region = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, "phone-region"))
    return;
  settings = g_settings_new_full (schema, NULL, NULL);
  region = g_settings_get_string (settings, "phone-region");
  vel_phone_set_default_region (region);
}

static const VelCliCommand *
find_command (const char *name)
{
  for (const VelCliCommand *command = vel_cli_commands; command->name != NULL; command++)
    if (g_str_equal (command->name, name))
      return command;
  return NULL;
}

/* Reads what stands before the command; the rest is the command's. */
static gboolean
read_start (VelCli   *self,
            int      *argc,
            char   ***argv,
            GError  **error)
{
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  gboolean help = FALSE;
  gboolean version = FALSE;
  const GOptionEntry entries[] = {
    { "book", 0, 0, G_OPTION_ARG_FILENAME, &self->book_path, NULL, NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, NULL, NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, NULL, NULL },
    { NULL }
  };

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;
  if (help || version)
    {
      g_autofree char *text = help ? vel_cli_help () : g_strdup ("velinimet-cli " PACKAGE_VERSION "\n");

      if (vel_cli_print_text (text, error))
        g_set_error_literal (error, VEL_CLI_ERROR, VEL_CLI_ERROR_ANSWERED, "");
      return FALSE;
    }
  if (*argc < 2)
    return vel_cli_fail (error, _("The command is missing."));
  self->command = find_command ((*argv)[1]);
  if (self->command == NULL)
    {
      g_autofree char *name = g_utf8_make_valid ((*argv)[1], -1);

      return vel_cli_fail (error, _("There is no command “%s”."), name);
    }
  return TRUE;
}

/* The files that the program opens must not take the places of streams that
 * whoever started it has closed: what is printed would go into them. */
static void
hold_places (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) < 0)
      /* The other way round than the stream is used, so that using it fails. */
      (void) !open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

int
main (int    argc,
      char **argv)
{
  VelCli self = { NULL };
  g_autoptr(GError) error = NULL;
  VelCliExit result = VEL_CLI_EXIT_DONE;
  /* Tests run in the folder of the build, where nothing is installed. */
  const char *translations = g_getenv ("VEL_LOCALEDIR");

  hold_places ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, translations != NULL ? translations : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  follow_settings ();

  if (!read_start (&self, &argc, &argv, &error) || !self.command->run (&self, argc - 1, argv + 1, &error))
    result = vel_cli_tell (&self, error);
  if (self.book != NULL)
    vel_book_close (self.book);
  g_clear_object (&self.book);
  g_free (self.book_path);
  g_strfreev (self.args);
  return result;
}
