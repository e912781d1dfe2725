/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "vel-cli.h"
#include "vel-json.h"

/* What the program prints is UTF-8 in every locale: it is read by programs. A
 * list is printed element by element, so that it is never whole in memory. */

static gboolean
flush (GError **error)
{
  const gboolean failed = ferror (stdout) != 0;

  if (fflush (stdout) == 0 && !failed)
    return TRUE;
  g_set_error (error, VEL_CLI_ERROR, VEL_CLI_ERROR_OUTPUT,
               _("The output could not be written: %s"), g_strerror (errno));
  return FALSE;
}

/* Prints what people read. */
gboolean
vel_cli_print_text (const char  *text,
                    GError     **error)
{
  fputs (text, stdout);
  return flush (error);
}

/* Prints one document. */
gboolean
vel_cli_print (JsonNode  *node,
               GError   **error)
{
  g_autofree char *text = vel_json_to_string (node, TRUE);

  fputs (text, stdout);
  fputc ('\n', stdout);
  return flush (error);
}

/* A document that is an array, element by element. */
void
vel_cli_begin_array (void)
{
  fputc ('[', stdout);
}

void
vel_cli_print_element (JsonNode *node,
                       gboolean  first)
{
  g_autofree char *text = vel_json_to_string (node, TRUE);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  /* A line's end within a text is written as \n, so each line here is one of the writer's. */
  for (gsize i = 0; lines[i] != NULL; i++)
    printf ("%s%s", i > 0 || first ? "\n  " : ",\n  ", lines[i]);
}

gboolean
vel_cli_end_array (gboolean   empty,
                   GError   **error)
{
  fputs (empty ? "]\n" : "\n]\n", stdout);
  return flush (error);
}
