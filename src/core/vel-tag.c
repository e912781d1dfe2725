/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-tag.h"

#include <glib/gi18n-lib.h>

/**
 * VelTag:
 *
 * A word that groups customers, with a colour.
 */

static const VelField fields[] = {
  { "name", VEL_FIELD_TEXT, N_("Name"), VEL_FIELD_REQUIRED | VEL_FIELD_COLUMN | VEL_FIELD_SEARCHED },
  { "colour", VEL_FIELD_TEXT, N_("Colour"), VEL_FIELD_COLUMN },
};

const VelEntity vel_tag_entity = {
  "tag", N_("Tag"), N_("Tags"), fields, G_N_ELEMENTS (fields), "name", vel_tag_get_type, FALSE
};

VEL_DEFINE_RECORD (VelTag, vel_tag, vel_tag_entity)
