/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-tagging.h"

#include <glib/gi18n-lib.h>

/**
 * VelTagging:
 *
 * That a customer bears a tag.
 */

static const VelField fields[] = {
  { "customer", VEL_FIELD_LINK, N_("Customer"), VEL_FIELD_REQUIRED, NULL, "customer" },
  { "tag", VEL_FIELD_LINK, N_("Tag"), VEL_FIELD_REQUIRED, NULL, "tag" },
};

const VelEntity vel_tagging_entity = {
  "tagging", N_("Tagging"), N_("Taggings"), fields, G_N_ELEMENTS (fields), NULL, vel_tagging_get_type, TRUE
};

VEL_DEFINE_RECORD (VelTagging, vel_tagging, vel_tagging_entity)
