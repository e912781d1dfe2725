/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-passage.h"

#include <glib/gi18n-lib.h>

/**
 * VelPassage:
 *
 * That a deal was in a stage, from when to when. A stage that was jumped over
 * is a passage too, one that says so and takes no time. The store writes these
 * as deals move; the name is the stage's at that time, and outlives it.
 */

static const VelField fields[] = {
  { "deal", VEL_FIELD_LINK, N_("Deal"), VEL_FIELD_REQUIRED | VEL_FIELD_FILTER, NULL, "deal" },
  { "stage", VEL_FIELD_LINK, N_("Stage"), VEL_FIELD_FILTER, NULL, "stage" },
  { "name", VEL_FIELD_TEXT, N_("Name"), VEL_FIELD_REQUIRED | VEL_FIELD_COLUMN },
  { "entered", VEL_FIELD_DATE_TIME, N_("Entered"), VEL_FIELD_REQUIRED | VEL_FIELD_COLUMN },
  { "left", VEL_FIELD_DATE_TIME, N_("Left"), VEL_FIELD_COLUMN },
  { "skipped", VEL_FIELD_BOOLEAN, N_("Skipped"), VEL_FIELD_COLUMN },
};

const VelEntity vel_passage_entity = {
  .name = "passage", .label = N_("Passage"), .label_many = N_("Passages"),
  .fields = fields, .n_fields = G_N_ELEMENTS (fields), .get_type = vel_passage_get_type, .is_part = TRUE
};

VEL_DEFINE_RECORD (VelPassage, vel_passage, vel_passage_entity)
