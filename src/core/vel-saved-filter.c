/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-saved-filter.h"

#include <glib/gi18n-lib.h>

/**
 * VelSavedFilter:
 *
 * A filter with a name, which stands in the sidebar with its count.
 */

static const VelField fields[] = {
  { "name", VEL_FIELD_TEXT, N_("Name"), VEL_FIELD_REQUIRED },
  { "entity", VEL_FIELD_TEXT, N_("Of what"), VEL_FIELD_REQUIRED | VEL_FIELD_HIDDEN },
  { "query", VEL_FIELD_TEXT, N_("Filter"), VEL_FIELD_REQUIRED },
  { "position", VEL_FIELD_INTEGER, N_("Order"), VEL_FIELD_HIDDEN },
};

const VelEntity vel_saved_filter_entity = {
  "saved_filter", N_("Saved filter"), N_("Saved filters"), fields, G_N_ELEMENTS (fields), "name",
  vel_saved_filter_get_type, FALSE
};

VEL_DEFINE_RECORD (VelSavedFilter, vel_saved_filter, vel_saved_filter_entity)
