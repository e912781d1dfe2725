/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "vel-agent.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr(VelAgent) agent = NULL;
  /* Tests run before anything is installed. */
  const char *translations = g_getenv ("VEL_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, translations != NULL ? translations : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  agent = vel_agent_new ();
  return g_application_run (G_APPLICATION (agent), argc, argv);
}
