/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-deal-tagging.h"

#include <glib/gi18n-lib.h>

/**
 * VelDealTagging:
 *
 * That a deal bears a tag.
 */

static const VelField fields[] = {
  { "deal", VEL_FIELD_LINK, N_("Deal"), VEL_FIELD_REQUIRED, NULL, "deal" },
  { "tag", VEL_FIELD_LINK, N_("Tag"), VEL_FIELD_REQUIRED, NULL, "tag" },
};

const VelEntity vel_deal_tagging_entity = {
  .name = "deal_tagging", .label = N_("Tagging"), .label_many = N_("Taggings"),
  .fields = fields, .n_fields = G_N_ELEMENTS (fields), .get_type = vel_deal_tagging_get_type, .is_part = TRUE
};

VEL_DEFINE_RECORD (VelDealTagging, vel_deal_tagging, vel_deal_tagging_entity)
