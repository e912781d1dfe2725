/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-pipeline.h"

#include <glib/gi18n-lib.h>

/**
 * VelPipeline:
 *
 * A way in which sales go: its stages, in order. A book may have several; one
 * that is no longer used is archived, with what went through it.
 */

static const VelField fields[] = {
  { "name", VEL_FIELD_TEXT, N_("Name"), VEL_FIELD_REQUIRED | VEL_FIELD_COLUMN | VEL_FIELD_SEARCHED },
  { "position", VEL_FIELD_PLACE, N_("Order"), VEL_FIELD_HIDDEN },
  { "archived", VEL_FIELD_BOOLEAN, N_("Archived"), VEL_FIELD_COLUMN },
};

const VelEntity vel_pipeline_entity = {
  .name = "pipeline", .label = N_("Pipeline"), .label_many = N_("Pipelines"),
  .fields = fields, .n_fields = G_N_ELEMENTS (fields), .name_field = "name", .get_type = vel_pipeline_get_type
};

VEL_DEFINE_RECORD (VelPipeline, vel_pipeline, vel_pipeline_entity)
