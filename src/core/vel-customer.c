/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-customer.h"

#include <glib/gi18n-lib.h>

#include "vel-text.h"

/**
 * VelCustomer:
 *
 * A customer: a person or an organisation. Everything that is known of one
 * customer and is not an event lies in this one row.
 */

static const VelChoice kinds[] = {
  { "person", N_("Person"), NULL },
  { "organisation", N_("Organisation"), NULL },
  { NULL, NULL, NULL }
};

static const VelChoice statuses[] = {
  { "potential", N_("Potential"), "vel-blue" },
  { "active", N_("Active"), "vel-green" },
  { "passive", N_("Passive"), "vel-amber" },
  { "lost", N_("Lost"), "vel-red" },
  { NULL, NULL, NULL }
};

#define COLUMN VEL_FIELD_COLUMN
#define FILTER VEL_FIELD_FILTER
#define SEARCH VEL_FIELD_SEARCHED
#define SUGGEST VEL_FIELD_SUGGESTED
#define BULK VEL_FIELD_BULK

static gboolean check (const VelValue  *values,
                       GError         **error);

static const VelField fields[] = {
  { "name", VEL_FIELD_TEXT, N_("Name"), VEL_FIELD_REQUIRED | COLUMN | SEARCH },
  { "kind", VEL_FIELD_CHOICE, N_("Kind"), VEL_FIELD_REQUIRED | COLUMN | FILTER | BULK, kinds },
  { "status", VEL_FIELD_CHOICE, N_("Status"), VEL_FIELD_REQUIRED | COLUMN | FILTER | BULK, statuses },
  { "title", VEL_FIELD_TEXT, N_("Job title"), COLUMN | SUGGEST | SEARCH },
  { "organisation", VEL_FIELD_TEXT, N_("Organisation"), COLUMN | SEARCH | SUGGEST, NULL, "customer",
    VEL_DERIVE_NAME, "affiliation", "person", "organisation" },
  { "organisations", VEL_FIELD_WORDS, N_("Organisations"), SEARCH | VEL_FIELD_HIDDEN, NULL, "customer",
    VEL_DERIVE_NAMES, "affiliation", "person", "organisation" },
  { "role", VEL_FIELD_TEXT, N_("Role"), COLUMN | SUGGEST, NULL, NULL,
    VEL_DERIVE_DETAIL, "affiliation", "person", "role" },
  { "phone", VEL_FIELD_PHONE, N_("Phone"), COLUMN, NULL, NULL,
    VEL_DERIVE_FIRST, "phones", NULL, "value" },
  { "phones", VEL_FIELD_ITEMS, N_("Phones"), SEARCH },
  { "email", VEL_FIELD_EMAIL, N_("E-mail"), COLUMN, NULL, NULL,
    VEL_DERIVE_FIRST, "emails", NULL, "value" },
  { "emails", VEL_FIELD_ITEMS, N_("E-mails"), SEARCH },
  { "city", VEL_FIELD_TEXT, N_("City"), COLUMN | FILTER | SUGGEST | BULK, NULL, NULL,
    VEL_DERIVE_FIRST, "addresses", NULL, "city" },
  { "district", VEL_FIELD_TEXT, N_("District"), COLUMN | FILTER | SUGGEST, NULL, NULL,
    VEL_DERIVE_FIRST, "addresses", NULL, "district" },
  { "addresses", VEL_FIELD_ITEMS, N_("Addresses"), SEARCH },
  { "website", VEL_FIELD_URL, N_("Website"), COLUMN, NULL, NULL,
    VEL_DERIVE_FIRST, "links", NULL, "value" },
  { "links", VEL_FIELD_ITEMS, N_("Links"), VEL_FIELD_NO_FLAGS },
  { "tags", VEL_FIELD_WORDS, N_("Tags"), COLUMN | FILTER | SEARCH | BULK, NULL, "tag",
    VEL_DERIVE_NAMES, "tagging", "customer", "tag" },
  { "source", VEL_FIELD_TEXT, N_("Source"), COLUMN | FILTER | SUGGEST | BULK },
  { "interests", VEL_FIELD_WORDS, N_("Products of interest"), COLUMN | SUGGEST | BULK },
  { "type", VEL_FIELD_TEXT, N_("Type of organisation"), COLUMN | SUGGEST | BULK },
  { "sector", VEL_FIELD_TEXT, N_("Sector"), COLUMN | FILTER | SUGGEST | BULK },
  { "size", VEL_FIELD_INTEGER, N_("Number of employees"), COLUMN },
  { "tax_id", VEL_FIELD_TEXT, N_("Tax or identity number"), COLUMN | SEARCH },
  { "tax_office", VEL_FIELD_TEXT, N_("Tax office"), COLUMN | SUGGEST },
  { "iban", VEL_FIELD_TEXT, N_("IBAN"), COLUMN },
  { "birthday", VEL_FIELD_DATE, N_("Birthday"), COLUMN | VEL_FIELD_YEARLY },
  { "language", VEL_FIELD_TEXT, N_("Language"), COLUMN | SUGGEST | BULK },
  { "first_contact", VEL_FIELD_DATE_TIME, N_("First contact"), COLUMN | VEL_FIELD_READ_ONLY, NULL, NULL,
    VEL_DERIVE_EARLIEST, "interaction", "customer", "at" },
  { "last_contact", VEL_FIELD_DATE_TIME, N_("Last contact"), COLUMN | FILTER | VEL_FIELD_READ_ONLY, NULL, NULL,
    VEL_DERIVE_LATEST, "interaction", "customer", "at" },
  { "next_task", VEL_FIELD_DUE, N_("Next task"), COLUMN | FILTER | VEL_FIELD_READ_ONLY, NULL, NULL,
    VEL_DERIVE_NEXT, "task", "customer", "due" },
  { "notes", VEL_FIELD_LONG_TEXT, N_("Notes"), VEL_FIELD_NO_FLAGS },
  { "custom", VEL_FIELD_CUSTOM, N_("Own fields"), VEL_FIELD_HIDDEN },
  { "created", VEL_FIELD_DATE_TIME, N_("Added"), COLUMN | VEL_FIELD_READ_ONLY },
};

const VelEntity vel_customer_entity = {
  "customer", N_("Customer"), N_("Customers"), fields, G_N_ELEMENTS (fields), "name", vel_customer_get_type, FALSE, TRUE,
  check
};

static gboolean
check (const VelValue  *values,
       GError         **error)
{
  const VelValue *size = &values[vel_entity_field_index (&vel_customer_entity, "size")];

  if (size->kind == VEL_VALUE_INTEGER && size->integer < 0)
    return vel_text_fail (error, _("The number of employees cannot be negative."));
  return TRUE;
}

VEL_DEFINE_RECORD (VelCustomer, vel_customer, vel_customer_entity)
