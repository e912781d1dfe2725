/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-rate.h"

#include <glib/gi18n-lib.h>

/**
 * VelRate:
 *
 * What one unit of a currency is worth in the currency of the book, from a day
 * on, in millionths. A currency has one rate: the newest that was told.
 */

static const VelField fields[] = {
  { "currency", VEL_FIELD_TEXT, N_("Currency"), VEL_FIELD_REQUIRED | VEL_FIELD_COLUMN },
  { "home", VEL_FIELD_TEXT, N_("In the currency"), VEL_FIELD_REQUIRED | VEL_FIELD_COLUMN },
  { "rate", VEL_FIELD_INTEGER, N_("Rate (millionths)"), VEL_FIELD_REQUIRED | VEL_FIELD_COLUMN },
  { "date", VEL_FIELD_DATE, N_("Date"), VEL_FIELD_REQUIRED | VEL_FIELD_COLUMN },
};

const VelEntity vel_rate_entity = {
  .name = "rate", .label = N_("Exchange rate"), .label_many = N_("Exchange rates"),
  .fields = fields, .n_fields = G_N_ELEMENTS (fields), .name_field = "currency", .get_type = vel_rate_get_type
};

VEL_DEFINE_RECORD (VelRate, vel_rate, vel_rate_entity)
