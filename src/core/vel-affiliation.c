/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-affiliation.h"

#include <glib/gi18n-lib.h>

/**
 * VelAffiliation:
 *
 * That a person belongs to an organisation, and as what. A person may belong
 * to several; the one with the least position comes first.
 */

static const VelField fields[] = {
  { "person", VEL_FIELD_LINK, N_("Person"), VEL_FIELD_REQUIRED, NULL, "customer" },
  { "organisation", VEL_FIELD_LINK, N_("Organisation"), VEL_FIELD_REQUIRED, NULL, "customer" },
  { "role", VEL_FIELD_TEXT, N_("Role"), VEL_FIELD_SUGGESTED },
  { "position", VEL_FIELD_INTEGER, N_("Order"), VEL_FIELD_HIDDEN },
};

const VelEntity vel_affiliation_entity = {
  "affiliation", N_("Affiliation"), N_("Affiliations"), fields, G_N_ELEMENTS (fields), NULL,
  vel_affiliation_get_type, TRUE
};

VEL_DEFINE_RECORD (VelAffiliation, vel_affiliation, vel_affiliation_entity)
