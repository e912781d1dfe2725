/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-autostart.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "vel-agent-bus.h"

/* Whether the session starts the agent when the user logs in: an entry in the
 * folder of the user, as the XDG autostart specification has it. */

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", VEL_AGENT_ID ".desktop", NULL);
}

/**
 * vel_autostart_is_on:
 *
 * Returns: whether the agent is started when the user logs in
 */
gboolean
vel_autostart_is_on (void)
{
  g_autofree char *path = dup_path ();

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/**
 * vel_autostart_set:
 * @on: whether the agent shall be started when the user logs in
 * @error: (out): a #GFileError
 *
 * Writes the entry, or removes it.
 *
 * Returns: whether it is so
 */
gboolean
vel_autostart_set (gboolean   on,
                   GError   **error)
{
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(GKeyFile) entry = g_key_file_new ();
  const char *agent = g_getenv ("VEL_AGENT");

  if (!on && g_unlink (path) != 0 && errno != ENOENT)
    {
      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
      return FALSE;
    }
  if (!on)
    return TRUE;
  g_mkdir_with_parents (folder, 0700);
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_TYPE, G_KEY_FILE_DESKTOP_TYPE_APPLICATION);
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_NAME, _("Velinimet reminders"));
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_EXEC,
                         agent != NULL ? agent : LIBEXECDIR "/velinimet-agent");
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_ICON, APPLICATION_ID);
  g_key_file_set_boolean (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_NO_DISPLAY, TRUE);
  return g_key_file_save_to_file (entry, path, error);
}
