/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-setting.h"

#include <glib/gi18n-lib.h>

/**
 * VelSetting:
 *
 * Something that is settled for the book as a whole, such as the currency in
 * which totals are told, and goes with it to another machine.
 */

static const VelField fields[] = {
  { "name", VEL_FIELD_TEXT, N_("Name"), VEL_FIELD_REQUIRED | VEL_FIELD_COLUMN },
  { "value", VEL_FIELD_TEXT, N_("Value"), VEL_FIELD_COLUMN },
};

const VelEntity vel_setting_entity = {
  .name = "setting", .label = N_("Setting"), .label_many = N_("Settings"),
  .fields = fields, .n_fields = G_N_ELEMENTS (fields), .name_field = "name", .get_type = vel_setting_get_type,
  .is_part = TRUE
};

VEL_DEFINE_RECORD (VelSetting, vel_setting, vel_setting_entity)
