/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-lost-reason.h"

#include <glib/gi18n-lib.h>

/**
 * VelLostReason:
 *
 * Why a deal is lost. A reason that is no longer given is archived and never
 * deleted, for deals of old still bear it.
 */

static const VelField fields[] = {
  { "name", VEL_FIELD_TEXT, N_("Name"), VEL_FIELD_REQUIRED | VEL_FIELD_COLUMN | VEL_FIELD_SEARCHED },
  { "position", VEL_FIELD_PLACE, N_("Order"), VEL_FIELD_HIDDEN },
  { "archived", VEL_FIELD_BOOLEAN, N_("Archived"), VEL_FIELD_COLUMN },
};

const VelEntity vel_lost_reason_entity = {
  .name = "lost_reason", .label = N_("Lost reason"), .label_many = N_("Lost reasons"),
  .fields = fields, .n_fields = G_N_ELEMENTS (fields), .name_field = "name", .get_type = vel_lost_reason_get_type
};

VEL_DEFINE_RECORD (VelLostReason, vel_lost_reason, vel_lost_reason_entity)
