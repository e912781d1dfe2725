/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* What all commands need: their options, and the book. */

G_DEFINE_QUARK (vel-cli-error-quark, vel_cli_error)

/* In the order of help. */
const VelCliCommand vel_cli_commands[] = {
  { "import", N_("FILE"), N_("Import a table of customers, deals or products"), vel_cli_import, TRUE },
  { "list", N_("ENTITY"), N_("List records, or count them"), vel_cli_list },
  { "show", N_("ENTITY ID"), N_("Show one record"), vel_cli_show },
  { "add", N_("ENTITY FIELD=VALUE…"), N_("Add a record; the first one makes the book"), vel_cli_add },
  { "set", N_("ENTITY ID FIELD=VALUE…"), N_("Change fields of a record"), vel_cli_set },
  { "delete", N_("ENTITY ID…"), N_("Delete records; this can be undone"), vel_cli_delete },
  { "move", N_("DEAL STAGE"), N_("Move a deal to a stage, to “won” or to “lost”"), vel_cli_move },
  { "board", N_("[PIPELINE]"), N_("Count and add up the deals of a pipeline, by stage"), vel_cli_board },
  { "done", N_("TASK…"), N_("Finish tasks; those that are repeated come again"), vel_cli_done },
  { "snooze", N_("TASK UNTIL"), N_("Let a task not ring before a moment, such as “10m” or “tomorrow 09:00”"), vel_cli_snooze },
  { "due", "", N_("List the open tasks that are due, the soonest first"), vel_cli_due },
  { "export", N_("FILE"), N_("Write the tasks into an iCalendar file"), vel_cli_export, TRUE },
  { "history", N_("[ENTITY ID]"), N_("Tell what was changed, the newest first"), vel_cli_history },
  { "undo", N_("[N]"), N_("Undo the last changes"), vel_cli_undo },
  { "redo", N_("[N]"), N_("Redo what was undone last"), vel_cli_redo },
  { "check", "", N_("Look for damage in the book"), vel_cli_check },
  { "sample", N_("FILE"), N_("Make a sample book to look around in"), vel_cli_sample, TRUE },
  { "fields", N_("[ENTITY]"), N_("Describe entities and fields for programs"), vel_cli_fields },
  { NULL, NULL, NULL, NULL }
};

/* Reports wrong usage. */
gboolean
vel_cli_fail (GError     **error,
              const char  *format,
              ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (VEL_CLI_ERROR, VEL_CLI_ERROR_USAGE, format, args);
  va_end (args);
  return FALSE;
}

/* Says something that does not keep the command from being done. */
void
vel_cli_warn (const char *sentence)
{
  fprintf (stderr, "velinimet-cli: %s\n", sentence);
}

/* What was typed is taken for UTF-8 in any locale, and for text in the encoding
 * of the locale where it cannot be UTF-8. */
char *
vel_cli_to_utf8 (const char  *text,
                 GError     **error)
{
  g_autofree char *shown = NULL;
  char *converted;

  if (g_utf8_validate (text, -1, NULL))
    return g_strdup (text);
  converted = g_get_charset (NULL) ? NULL : g_locale_to_utf8 (text, -1, NULL, NULL, NULL);
  if (converted != NULL)
    return converted;
  shown = g_utf8_make_valid (text, -1);
  vel_cli_fail (error, _("“%s” is not text in UTF-8."), shown);
  return NULL;
}

static GStrv
all_to_utf8 (char   **texts,
             GError **error)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      g_autofree char *text = vel_cli_to_utf8 (texts[i], error);

      if (text == NULL)
        return NULL;
      g_strv_builder_add (builder, text);
    }
  return g_strv_builder_end (builder);
}

/**
 * vel_cli_parse:
 * @self: a run
 * @entries: (nullable): the options of the command beside those of all commands;
 *   texts are to be taken as file names, so that no locale spoils them
 * @argc: how many words
 * @argv: the name of the command, and what follows it
 * @error: (out): a #GOptionError, wrong usage, or %VEL_CLI_ERROR_ANSWERED
 *
 * Reads the options, and keeps the rest in @self->args.
 *
 * Returns: whether the command is to be done
 */
gboolean
vel_cli_parse (VelCli              *self,
               const GOptionEntry  *entries,
               int                  argc,
               char               **argv,
               GError             **error)
{
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_auto(GStrv) rest = NULL;
  g_autofree char *book_path = NULL;
  gboolean help = FALSE;
  const GOptionEntry common[] = {
    { "book", 0, 0, G_OPTION_ARG_FILENAME, &book_path, N_("The file of the book"), N_("FILE") },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Show this help"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
    { NULL }
  };

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, error))
    return FALSE;

  if (help)
    {
      g_autofree char *text = vel_cli_command_help (self->command, context);

      if (vel_cli_print_text (text, error))
        g_set_error_literal (error, VEL_CLI_ERROR, VEL_CLI_ERROR_ANSWERED, "");
      return FALSE;
    }
  if (book_path != NULL)
    {
      g_free (self->book_path);
      self->book_path = g_steal_pointer (&book_path);
    }
  g_strfreev (self->args);
  if (self->command->takes_file && rest != NULL)
    self->args = g_steal_pointer (&rest);
  else
    self->args = all_to_utf8 (rest, error);
  return self->args != NULL;
}

/**
 * vel_cli_expect_end:
 * @self: a run
 * @n_args: how many words the command takes
 * @error: (out): wrong usage
 *
 * Returns: whether there are no more
 */
gboolean
vel_cli_expect_end (VelCli  *self,
                    guint    n_args,
                    GError **error)
{
  g_autofree char *shown = NULL;

  if (g_strv_length (self->args) <= n_args)
    return TRUE;
  shown = g_utf8_make_valid (self->args[n_args], -1);
  return vel_cli_fail (error, _("“%s” is one word too many."), shown);
}

static gboolean
find_path (VelCli  *self,
           GError **error)
{
  if (self->book_path == NULL)
    self->book_path = vel_book_default_path ();
  return *self->book_path != '\0' || vel_cli_fail (error, _("The name of the book is empty."));
}

/**
 * vel_cli_has_book:
 * @self: a run
 *
 * Returns: whether there is something where the book should be
 */
gboolean
vel_cli_has_book (VelCli *self)
{
  return find_path (self, NULL) && g_file_test (self->book_path, G_FILE_TEST_EXISTS);
}

/**
 * vel_cli_open:
 * @self: a run
 * @create: whether to make the book where there is none
 * @error: (out): wrong usage, or why the book cannot be opened
 *
 * Opens the book that was named, or the user's own.
 *
 * Returns: whether it is open
 */
gboolean
vel_cli_open (VelCli    *self,
              gboolean   create,
              GError   **error)
{
  if (self->book != NULL)
    return TRUE;
  if (!find_path (self, error))
    return FALSE;
  if (!create && !vel_cli_has_book (self))
    {
      g_autofree char *shown = g_filename_display_name (self->book_path);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _("There is no customer book at %s. “velinimet-cli add” makes one."), shown);
      return FALSE;
    }
  self->book = vel_book_open (self->book_path, create, error);
  return self->book != NULL;
}
