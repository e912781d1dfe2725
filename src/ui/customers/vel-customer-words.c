/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-customer-words.h"

#include <glib/gi18n.h>

/* What stands in small letters under the name of a customer. */

static const char *
get_filled (VelRecord  *record,
            const char *field)
{
  const char *text = vel_record_get_text (record, field);

  return text != NULL && *text != '\0' ? text : NULL;
}

/* "Işık Mimarlık", or "Person" */
static char *
dup_belonging (VelRecord *record)
{
  const char *organisation = get_filled (record, "organisation");
  const char *type = get_filled (record, "type");

  if (organisation != NULL)
    return g_strdup (organisation);
  return type != NULL ? g_strdup (type) : vel_record_format (record, "kind");
}

/**
 * vel_customer_words_caption:
 * @record: a customer
 * @indirect: whether they were found only in their notes or interactions
 *
 * Returns: (transfer full): where they belong or what they are, and why they were found
 */
char *
vel_customer_words_caption (VelRecord *record,
                            gboolean   indirect)
{
  g_autofree char *belonging = dup_belonging (record);

  if (indirect)
    /* Translators: a customer that the search found only in the notes or interactions; %s is the organisation or "Person" */
    return g_strdup_printf (_("In notes · %s"), belonging);
  return g_steal_pointer (&belonging);
}

/**
 * vel_customer_words_place:
 * @record: a customer
 *
 * Returns: (transfer full): where they belong or what they are, and their city
 */
char *
vel_customer_words_place (VelRecord *record)
{
  const char *city = get_filled (record, "city");
  g_autofree char *belonging = dup_belonging (record);

  if (city == NULL)
    return g_steal_pointer (&belonging);
  return g_strdup_printf ("%s · %s", belonging, city);
}
