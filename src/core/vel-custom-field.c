/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-custom-field.h"

#include <glib/gi18n-lib.h>

/**
 * VelCustomField:
 *
 * A field that the user has added to an entity. Its name is the key in the
 * "custom" object of the records.
 */

static const VelField fields[] = {
  { "name", VEL_FIELD_TEXT, N_("Name"), VEL_FIELD_REQUIRED },
  { "entity", VEL_FIELD_TEXT, N_("Of what"), VEL_FIELD_REQUIRED | VEL_FIELD_HIDDEN },
  { "position", VEL_FIELD_INTEGER, N_("Order"), VEL_FIELD_HIDDEN },
};

const VelEntity vel_custom_field_entity = {
  "custom_field", N_("Own field"), N_("Own fields"), fields, G_N_ELEMENTS (fields), "name",
  vel_custom_field_get_type, FALSE
};

VEL_DEFINE_RECORD (VelCustomField, vel_custom_field, vel_custom_field_entity)
