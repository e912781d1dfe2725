/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vel-cli.h"
#include "vel-sample-book.h"

/* The commands about the book as a file. */

static gboolean
print_check (char   **problems,
             GError **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "ok");
  json_builder_add_boolean_value (builder, problems[0] == NULL);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (gsize i = 0; problems[i] != NULL; i++)
    {
      g_autofree char *problem = g_utf8_make_valid (problems[i], -1);

      json_builder_add_string_value (builder, problem);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return vel_cli_print (root, error);
}

/* check: a book too damaged to be read is a finding, too. */
gboolean
vel_cli_check (VelCli  *self,
               int      argc,
               char   **argv,
               GError **error)
{
  g_autoptr(GError) local_error = NULL;
  g_auto(GStrv) problems = NULL;

  if (!vel_cli_parse (self, NULL, argc, argv, error))
    return FALSE;
  if (!vel_cli_expect_end (self, 0, error))
    return FALSE;

  if (vel_cli_open (self, FALSE, &local_error))
    problems = vel_book_check (self->book, &local_error);
  if (g_error_matches (local_error, VEL_STORE_ERROR, VEL_STORE_ERROR_CORRUPT))
    {
      char *damage[] = { local_error->message, NULL };

      if (!print_check (damage, error))
        return FALSE;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (!print_check (problems, error))
    return FALSE;
  if (problems[0] == NULL)
    return TRUE;
  g_set_error_literal (error, VEL_CLI_ERROR, VEL_CLI_ERROR_TOLD, "");
  return FALSE;
}

/* sample FILE */
gboolean
vel_cli_sample (VelCli  *self,
                int      argc,
                char   **argv,
                GError **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *path = NULL;
  g_autofree char *shown = NULL;

  if (!vel_cli_parse (self, NULL, argc, argv, error))
    return FALSE;
  if (self->args[0] == NULL || *self->args[0] == '\0')
    return vel_cli_fail (error, _("The name of the file is missing."));
  if (!vel_cli_expect_end (self, 1, error))
    return FALSE;
  path = g_canonicalize_filename (self->args[0], NULL);
  if (!vel_sample_book_create (path, error))
    return FALSE;
  self->has_written = TRUE;

  shown = g_filename_display_name (path);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "book");
  json_builder_add_string_value (builder, shown);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return vel_cli_print (root, error);
}
