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

struct _VelTagging
{
  VelRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (VelTagging, vel_tagging, VEL_TYPE_RECORD)

static void
vel_tagging_class_init (VelTaggingClass *klass)
{
  vel_record_class_describe (VEL_RECORD_CLASS (klass), &vel_tagging_entity);
}

static void
vel_tagging_init (VelTagging *self)
{
}
