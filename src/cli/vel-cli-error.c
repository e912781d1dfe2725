/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-cli-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "vel-error-text.h"
#include "vel-import-error.h"
#include "vel-text.h"

static gboolean
is_usage (const GError *error)
{
  return error->domain == G_OPTION_ERROR || error->domain == VEL_TEXT_ERROR ||
         g_error_matches (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_ARGUMENT) ||
         g_error_matches (error, VEL_CLI_ERROR, VEL_CLI_ERROR_USAGE);
}

/* Whether the store speaks of it for the log, and not in a sentence for the user. */
static gboolean
needs_words (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE))
    return TRUE;
  if (error->domain != VEL_STORE_ERROR)
    return FALSE;
  switch ((VelStoreError) error->code)
    {
    case VEL_STORE_ERROR_NOT_A_BOOK:
    case VEL_STORE_ERROR_CORRUPT:
    case VEL_STORE_ERROR_TOO_NEW:
    case VEL_STORE_ERROR_READ_ONLY:
    case VEL_STORE_ERROR_FULL:
    case VEL_STORE_ERROR_CANNOT_OPEN:
    case VEL_STORE_ERROR_FAILED:
    case VEL_STORE_ERROR_BUSY:
    case VEL_STORE_ERROR_CONSTRAINT:
      return TRUE;

    case VEL_STORE_ERROR_INVALID:
    case VEL_STORE_ERROR_NOT_FOUND:
    case VEL_STORE_ERROR_VANISHED:
    case VEL_STORE_ERROR_CONFLICT:
    case VEL_STORE_ERROR_NOTHING:
    default:
      return FALSE;
    }
}

/**
 * vel_cli_tell:
 * @self: a run
 * @error: why its command did not end well
 *
 * Says it on the standard error.
 *
 * Returns: what the program returns
 */
VelCliExit
vel_cli_tell (VelCli       *self,
              const GError *error)
{
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, VEL_CLI_ERROR, VEL_CLI_ERROR_ANSWERED))
    return VEL_CLI_EXIT_DONE;
  if (g_error_matches (error, VEL_CLI_ERROR, VEL_CLI_ERROR_TOLD))
    return VEL_CLI_EXIT_COULD_NOT;

  sentence = needs_words (error) ? vel_error_text (error) : g_strdup (error->message);
  if (needs_words (error) && self->book_path != NULL)
    {
      g_autofree char *path = g_filename_display_name (self->book_path);

      fprintf (stderr, "velinimet-cli: %s: %s\n", path, sentence);
    }
  else
    {
      fprintf (stderr, "velinimet-cli: %s\n", sentence);
    }
  /* Who runs it anew for want of an answer would do it twice. */
  if (self->has_written && g_error_matches (error, VEL_CLI_ERROR, VEL_CLI_ERROR_OUTPUT))
    fprintf (stderr, "velinimet-cli: %s\n",
             _("What was asked for has been done all the same, and is written; only the answer is missing."));
  if (!is_usage (error))
    return VEL_CLI_EXIT_COULD_NOT;

  if (self->command != NULL)
    fprintf (stderr, _("“velinimet-cli %s --help” tells how it is written.\n"), self->command->name);
  else
    fputs (_("“velinimet-cli --help” tells how it is written.\n"), stderr);
  return VEL_CLI_EXIT_USAGE;
}
