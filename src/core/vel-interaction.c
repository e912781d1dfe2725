/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-interaction.h"

#include <glib/gi18n-lib.h>

/**
 * VelInteraction:
 *
 * Something said or done with a customer at a time: a line of the story. A
 * customer's first and last contact follow from these.
 */

static const VelChoice kinds[] = {
  { "call", N_("Call"), NULL },
  { "email", N_("E-mail"), NULL },
  { "meeting", N_("Meeting"), NULL },
  { "message", N_("Message"), NULL },
  { "visit", N_("Visit"), NULL },
  { "note", N_("Note"), NULL },
  { NULL, NULL, NULL }
};

static const VelChoice directions[] = {
  { "out", N_("Outgoing"), NULL },
  { "in", N_("Incoming"), NULL },
  { NULL, NULL, NULL }
};

static const VelField fields[] = {
  { "customer", VEL_FIELD_LINK, N_("Customer"), VEL_FIELD_REQUIRED, NULL, "customer" },
  { "deal", VEL_FIELD_LINK, N_("Deal"), VEL_FIELD_NO_FLAGS, NULL, "deal" },
  { "kind", VEL_FIELD_CHOICE, N_("Kind"), VEL_FIELD_REQUIRED | VEL_FIELD_COLUMN | VEL_FIELD_FILTER, kinds },
  { "direction", VEL_FIELD_CHOICE, N_("Direction"), VEL_FIELD_COLUMN | VEL_FIELD_FILTER, directions },
  { "at", VEL_FIELD_DATE_TIME, N_("When"), VEL_FIELD_REQUIRED | VEL_FIELD_COLUMN },
  { "minutes", VEL_FIELD_INTEGER, N_("Minutes"), VEL_FIELD_COLUMN },
  { "with_whom", VEL_FIELD_TEXT, N_("With whom"), VEL_FIELD_COLUMN | VEL_FIELD_SUGGESTED },
  { "reason", VEL_FIELD_TEXT, N_("Why"), VEL_FIELD_COLUMN | VEL_FIELD_SUGGESTED },
  { "outcome", VEL_FIELD_TEXT, N_("Outcome"), VEL_FIELD_COLUMN | VEL_FIELD_SUGGESTED },
  { "text", VEL_FIELD_LONG_TEXT, N_("What was said"), VEL_FIELD_NO_FLAGS },
  { "created", VEL_FIELD_DATE_TIME, N_("Added"), VEL_FIELD_READ_ONLY },
};

const VelEntity vel_interaction_entity = {
  "interaction", N_("Interaction"), N_("Interactions"), fields, G_N_ELEMENTS (fields), NULL,
  vel_interaction_get_type, FALSE
};

VEL_DEFINE_RECORD (VelInteraction, vel_interaction, vel_interaction_entity)
