/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-product.h"

#include <glib/gi18n-lib.h>

/**
 * VelProduct:
 *
 * What is sold: a thing or a service, with its usual price.
 */

static const VelField fields[] = {
  { "name", VEL_FIELD_TEXT, N_("Name"), VEL_FIELD_REQUIRED | VEL_FIELD_COLUMN | VEL_FIELD_SEARCHED },
  { "category", VEL_FIELD_TEXT, N_("Category"), VEL_FIELD_COLUMN | VEL_FIELD_FILTER | VEL_FIELD_SUGGESTED | VEL_FIELD_SEARCHED },
  { "price", VEL_FIELD_MONEY, N_("Price"), VEL_FIELD_COLUMN },
  { "currency", VEL_FIELD_TEXT, N_("Currency"), VEL_FIELD_COLUMN },
  { "archived", VEL_FIELD_BOOLEAN, N_("Archived"), VEL_FIELD_COLUMN },
};

const VelEntity vel_product_entity = {
  .name = "product", .label = N_("Product"), .label_many = N_("Products"),
  .fields = fields, .n_fields = G_N_ELEMENTS (fields), .name_field = "name", .get_type = vel_product_get_type
};

VEL_DEFINE_RECORD (VelProduct, vel_product, vel_product_entity)
