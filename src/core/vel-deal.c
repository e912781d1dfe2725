/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-deal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vel-money.h"
#include "vel-text.h"

/**
 * VelDeal:
 *
 * A sale in the making: what, to whom, for how much, and how far it has come.
 * Whether it is open, won or lost stands apart from its stage, so that a deal
 * that is opened again goes on where it stood. The store keeps its passages,
 * the day it closed and the rate of that day as it moves.
 */

static const VelChoice statuses[] = {
  { "open", N_("Open"), "vel-blue" },
  { "won", N_("Won"), "vel-green" },
  { "lost", N_("Lost"), "vel-red" },
  { NULL, NULL, NULL }
};

#define COLUMN VEL_FIELD_COLUMN
#define FILTER VEL_FIELD_FILTER
#define SEARCH VEL_FIELD_SEARCHED
#define SUGGEST VEL_FIELD_SUGGESTED
#define BULK VEL_FIELD_BULK
#define HIDDEN VEL_FIELD_HIDDEN
#define READ_ONLY VEL_FIELD_READ_ONLY

static gboolean check (const VelValue  *values,
                       GError         **error);

static const VelField fields[] = {
  { "title", VEL_FIELD_TEXT, N_("Title"), VEL_FIELD_REQUIRED | COLUMN | SEARCH },
  { "customer", VEL_FIELD_LINK, N_("Customer"), VEL_FIELD_REQUIRED | HIDDEN, NULL, "customer" },
  { "customer_name", VEL_FIELD_TEXT, N_("Customer"), COLUMN | FILTER | SEARCH | READ_ONLY, NULL, "customer",
    VEL_DERIVE_LINKED, "customer", NULL, "name" },
  { "contact", VEL_FIELD_LINK, N_("Contact person"), HIDDEN, NULL, "customer" },
  { "contact_name", VEL_FIELD_TEXT, N_("Contact person"), COLUMN | SEARCH | READ_ONLY, NULL, "customer",
    VEL_DERIVE_LINKED, "contact", NULL, "name" },
  { "pipeline", VEL_FIELD_LINK, N_("Pipeline"), HIDDEN | READ_ONLY, NULL, "pipeline",
    VEL_DERIVE_LINKED, "stage", NULL, "pipeline" },
  { "stage", VEL_FIELD_LINK, N_("Stage"), VEL_FIELD_REQUIRED | VEL_FIELD_FILLED | BULK | HIDDEN, NULL, "stage" },
  { "stage_name", VEL_FIELD_TEXT, N_("Stage"), COLUMN | FILTER | READ_ONLY, NULL, "stage",
    VEL_DERIVE_LINKED, "stage", NULL, "name" },
  { "status", VEL_FIELD_CHOICE, N_("Status"), VEL_FIELD_REQUIRED | COLUMN | FILTER | BULK, statuses },
  { "amount", VEL_FIELD_MONEY, N_("Amount"), COLUMN },
  { "currency", VEL_FIELD_TEXT, N_("Currency"), VEL_FIELD_REQUIRED | VEL_FIELD_FILLED | FILTER },
  { "probability", VEL_FIELD_INTEGER, N_("Probability (%)"), COLUMN | BULK },
  { "expected_close", VEL_FIELD_DATE, N_("Expected close"), COLUMN | FILTER | BULK },
  { "next_step", VEL_FIELD_TEXT, N_("Next step"), COLUMN | SEARCH | BULK },
  { "source", VEL_FIELD_TEXT, N_("Source"), COLUMN | FILTER | SUGGEST | BULK },
  { "owner", VEL_FIELD_TEXT, N_("Owner"), COLUMN | FILTER | SUGGEST | SEARCH | BULK },
  { "tags", VEL_FIELD_WORDS, N_("Tags"), COLUMN | FILTER | SEARCH | BULK, NULL, "tag",
    VEL_DERIVE_NAMES, "deal_tagging", "deal", "tag" },
  { "product", VEL_FIELD_LINK, N_("Product"), HIDDEN, NULL, "product" },
  { "product_name", VEL_FIELD_TEXT, N_("Product"), COLUMN | FILTER | SEARCH | READ_ONLY, NULL, "product",
    VEL_DERIVE_LINKED, "product", NULL, "name" },
  { "need", VEL_FIELD_LONG_TEXT, N_("Need"), VEL_FIELD_NO_FLAGS },
  { "contract", VEL_FIELD_BOOLEAN, N_("Contract"), COLUMN },
  { "contract_place", VEL_FIELD_TEXT, N_("Where the contract is"), COLUMN | SUGGEST },
  { "lost_reason", VEL_FIELD_LINK, N_("Lost reason"), HIDDEN, NULL, "lost_reason" },
  { "lost_reason_name", VEL_FIELD_TEXT, N_("Lost reason"), COLUMN | FILTER | READ_ONLY, NULL, "lost_reason",
    VEL_DERIVE_LINKED, "lost_reason", NULL, "name" },
  { "code", VEL_FIELD_TEXT, N_("Number"), COLUMN | SEARCH },
  { "opened", VEL_FIELD_DATE, N_("Began"), COLUMN | FILTER },
  { "closed", VEL_FIELD_DATE, N_("Closed"), COLUMN | FILTER },
  { "in_stage_since", VEL_FIELD_DATE_TIME, N_("In this stage since"), COLUMN | READ_ONLY, NULL, NULL,
    VEL_DERIVE_LATEST, "passage", "deal", "entered" },
  { "last_contact", VEL_FIELD_DATE_TIME, N_("Last contact"), COLUMN | FILTER | READ_ONLY, NULL, NULL,
    VEL_DERIVE_LATEST, "interaction", "deal", "at" },
  { "next_task", VEL_FIELD_DUE, N_("Next task"), COLUMN | FILTER | READ_ONLY, NULL, NULL,
    VEL_DERIVE_NEXT, "task", "deal", "due" },
  { "position", VEL_FIELD_PLACE, N_("Place"), HIDDEN, NULL, NULL,
    VEL_DERIVE_NOT, "stage" },
  { "checked", VEL_FIELD_WORDS, N_("Done of the checklist"), HIDDEN },
  { "rate", VEL_FIELD_INTEGER, N_("Rate (millionths)"), HIDDEN | READ_ONLY },
  { "rate_home", VEL_FIELD_TEXT, N_("Rate in the currency"), HIDDEN | READ_ONLY },
  { "custom", VEL_FIELD_CUSTOM, N_("Own fields"), HIDDEN },
  { "created", VEL_FIELD_DATE_TIME, N_("Added"), COLUMN | READ_ONLY },
};

const VelEntity vel_deal_entity = {
  .name = "deal", .label = N_("Deal"), .label_many = N_("Deals"),
  .fields = fields, .n_fields = G_N_ELEMENTS (fields), .name_field = "title", .get_type = vel_deal_get_type,
  .check = check
};

static const VelValue *
get (const VelValue *values,
     const char     *field)
{
  return &values[vel_entity_field_index (&vel_deal_entity, field)];
}

/* Days are ISO 8601, and compare as texts. */
static gboolean
is_before (const VelValue *day,
           const VelValue *other)
{
  return day->kind == VEL_VALUE_TEXT && other->kind == VEL_VALUE_TEXT && strcmp (day->text, other->text) < 0;
}

static gboolean
check (const VelValue  *values,
       GError         **error)
{
  const VelValue *amount = get (values, "amount");
  const VelValue *currency = get (values, "currency");
  const VelValue *probability = get (values, "probability");

  if (amount->kind == VEL_VALUE_INTEGER && amount->integer < 0)
    return vel_text_fail (error, _("The amount of a deal cannot be negative."));
  if (amount->kind == VEL_VALUE_INTEGER && amount->integer > VEL_MONEY_MAX)
    return vel_text_fail (error, _("The amount of a deal cannot have more than 15 digits."));
  if (currency->kind == VEL_VALUE_TEXT && !vel_currency_is_known (currency->text))
    return vel_text_fail (error, _("This currency is not known. Write its three letters, such as TRY, EUR or USD."));
  if (probability->kind == VEL_VALUE_INTEGER && (probability->integer < 0 || probability->integer > 100))
    return vel_text_fail (error, _("A probability lies between 0 and 100 %."));
  if (is_before (get (values, "expected_close"), get (values, "opened")))
    return vel_text_fail (error, _("The expected close lies before the day the deal began."));
  if (is_before (get (values, "closed"), get (values, "opened")))
    return vel_text_fail (error, _("The deal closed before the day it began."));
  return TRUE;
}

VEL_DEFINE_RECORD (VelDeal, vel_deal, vel_deal_entity)
