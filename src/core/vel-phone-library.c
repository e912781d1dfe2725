/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Brings libphonenumber into the process when the first number needs it.
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-phone-library.h"

#include <gmodule.h>

static const VelPhoneLibrary *loaded; /* (nullable), written once, read atomically */

static const VelPhoneLibrary *
load (void)
{
  /* Tests run in the folder of the build, where nothing is installed. */
  const char *folder = g_getenv ("VEL_MODULEDIR");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : MODULEDIR,
                                            "lib" VEL_PHONE_MODULE "." G_MODULE_SUFFIX, NULL);
  GModule *module = g_module_open (path, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
  gpointer library = NULL;

  /* The module stays: what libphonenumber has made lives until the process ends. */
  if (module == NULL || !g_module_symbol (module, G_STRINGIFY (VEL_PHONE_SYMBOL), &library) || library == NULL)
    {
      g_warning ("Velinimet is not installed completely, so foreign phone numbers are kept as they are typed: %s", g_module_error ());
      return NULL;
    }
  return library;
}

/**
 * vel_phone_library_get:
 *
 * Loads libphonenumber when it is first called, which takes 15 ms, and never
 * again. If that fails, it says so once on the standard error output. May be
 * called from any thread.
 *
 * Returns: (transfer none) (nullable): the library, or %NULL if it is not there
 */
const VelPhoneLibrary *
vel_phone_library_get (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      g_atomic_pointer_set (&loaded, load ());
      g_once_init_leave (&once, 1);
    }
  return g_atomic_pointer_get (&loaded);
}

/**
 * vel_phone_library_is_loaded:
 *
 * Returns: whether a number has needed the library, and it was there
 */
gboolean
vel_phone_library_is_loaded (void)
{
  return g_atomic_pointer_get (&loaded) != NULL;
}
