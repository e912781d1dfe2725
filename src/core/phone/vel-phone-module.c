/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libphonenumber through EPhoneNumber, in a module of its own. This is the only
 * file that sees it.
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <gmodule.h>
G_GNUC_BEGIN_IGNORE_DEPRECATIONS
#include <libebook-contacts/libebook-contacts.h>
G_GNUC_END_IGNORE_DEPRECATIONS

#include "vel-phone-library.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EPhoneNumber, e_phone_number_free)

static int
get_country_code (const char *region)
{
  return e_phone_number_get_country_code_for_region (region, NULL);
}

static VelPhoneOutcome
read_number (const char  *text,
             const char  *region,
             char       **number)
{
  g_autoptr(EPhoneNumber) parsed = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *written = NULL;

  parsed = e_phone_number_from_string (text, region, &error);
  if (g_error_matches (error, E_PHONE_NUMBER_ERROR, E_PHONE_NUMBER_ERROR_INVALID_COUNTRY_CODE))
    return VEL_PHONE_NO_COUNTRY;
  if (g_error_matches (error, E_PHONE_NUMBER_ERROR, E_PHONE_NUMBER_ERROR_TOO_LONG) ||
      g_error_matches (error, E_PHONE_NUMBER_ERROR, E_PHONE_NUMBER_ERROR_TOO_SHORT))
    return VEL_PHONE_NO_LENGTH;
  if (parsed == NULL)
    return VEL_PHONE_NO_NUMBER;

  written = e_phone_number_to_string (parsed, E_PHONE_NUMBER_FORMAT_E164);
  if (written == NULL || written[0] != '+')
    return VEL_PHONE_NO_NUMBER;
  *number = g_steal_pointer (&written);
  return VEL_PHONE_READ;
}

static char *
format_number (const char *number,
               gboolean    within_country)
{
  /* The region plays no part where the code of the country is there. */
  g_autoptr(EPhoneNumber) parsed = e_phone_number_from_string (number, "TR", NULL);

  if (parsed == NULL)
    return NULL;
  return e_phone_number_to_string (parsed, within_country ? E_PHONE_NUMBER_FORMAT_NATIONAL
                                                          : E_PHONE_NUMBER_FORMAT_INTERNATIONAL);
}

extern G_MODULE_EXPORT const VelPhoneLibrary VEL_PHONE_SYMBOL;

const VelPhoneLibrary VEL_PHONE_SYMBOL = { get_country_code, read_number, format_number };
