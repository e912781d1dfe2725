/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-region.h"

#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include "vel-collator.h"
#include "vel-phone.h"
#include "vel-text.h"

/* No country is called anything longer, in any language. */
#define MAX_NAME 256

typedef struct
{
  char        *code;  /* (owned) */
  char        *name;  /* (owned) */
} Region;

static void
region_free (gpointer data)
{
  Region *region = data;

  g_free (region->code);
  g_free (region->name);
  g_free (region);
}

static int
compare_regions (gconstpointer a,
                 gconstpointer b,
                 gpointer      collator)
{
  const Region *left = *(const Region * const *) a;
  const Region *right = *(const Region * const *) b;

  return vel_collator_compare (collator, left->name, right->name);
}

/**
 * vel_region_list:
 *
 * The countries and territories that have telephones, by ISO 3166-1.
 *
 * Returns: (transfer full): their codes of two letters, in the order of their
 *   names in the language of the interface
 */
GStrv
vel_region_list (void)
{
  g_autoptr(VelCollator) collator = vel_collator_new (vel_language_get ());
  g_autoptr(GPtrArray) regions = g_ptr_array_new_with_free_func (region_free);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (const char * const *codes = uloc_getISOCountries (); *codes != NULL; codes++)
    if (vel_phone_has_region (*codes))
      {
        Region *region = g_new0 (Region, 1);

        region->code = g_strdup (*codes);
        region->name = vel_region_name (*codes);
        g_ptr_array_add (regions, region);
      }
  g_ptr_array_sort_with_data (regions, compare_regions, collator);
  for (guint i = 0; i < regions->len; i++)
    g_strv_builder_add (builder, ((Region *) g_ptr_array_index (regions, i))->code);
  return g_strv_builder_end (builder);
}

/**
 * vel_region_name:
 * @region: an ISO 3166-1 code of two letters
 *
 * Returns: (transfer full): the name of the country in the language of the
 *   interface, or @region where it is none
 */
char *
vel_region_name (const char *region)
{
  g_autofree char *locale = NULL;
  UErrorCode status = U_ZERO_ERROR;
  UChar name[MAX_NAME];
  char *text = NULL;
  int32_t length;

  g_return_val_if_fail (region != NULL, NULL);

  locale = g_strconcat ("und-", region, NULL);
  length = uloc_getDisplayCountry (locale, vel_language_get (), name, MAX_NAME, &status);
  if (U_SUCCESS (status) && length > 0 && length < MAX_NAME)
    text = g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, NULL, NULL);
  return text != NULL ? text : g_strdup (region);
}
