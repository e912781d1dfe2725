/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-stage.h"

#include <glib/gi18n-lib.h>

#include "vel-text.h"

/**
 * VelStage:
 *
 * A step of a pipeline: a column of the board. Its probability stands for the
 * deals in it that have none of their own.
 */

static gboolean
check (const VelValue  *values,
       GError         **error);

static const VelField fields[] = {
  { "name", VEL_FIELD_TEXT, N_("Name"), VEL_FIELD_REQUIRED | VEL_FIELD_COLUMN | VEL_FIELD_SEARCHED },
  { "pipeline", VEL_FIELD_LINK, N_("Pipeline"), VEL_FIELD_REQUIRED | VEL_FIELD_FILTER, NULL, "pipeline" },
  { "pipeline_name", VEL_FIELD_TEXT, N_("Pipeline"), VEL_FIELD_COLUMN | VEL_FIELD_READ_ONLY, NULL, "pipeline",
    VEL_DERIVE_LINKED, "pipeline", NULL, "name" },
  { "position", VEL_FIELD_PLACE, N_("Order"), VEL_FIELD_HIDDEN, NULL, NULL,
    VEL_DERIVE_NOT, "pipeline" },
  { "probability", VEL_FIELD_INTEGER, N_("Probability (%)"), VEL_FIELD_COLUMN },
  { "colour", VEL_FIELD_TEXT, N_("Colour"), VEL_FIELD_HIDDEN },
  { "stale_days", VEL_FIELD_INTEGER, N_("Days until a deal grows stale"), VEL_FIELD_COLUMN },
  { "checklist", VEL_FIELD_WORDS, N_("Checklist"), VEL_FIELD_NO_FLAGS },
};

const VelEntity vel_stage_entity = {
  .name = "stage", .label = N_("Stage"), .label_many = N_("Stages"),
  .fields = fields, .n_fields = G_N_ELEMENTS (fields), .name_field = "name", .get_type = vel_stage_get_type,
  .check = check
};

static gboolean
check (const VelValue  *values,
       GError         **error)
{
  const VelValue *probability = &values[vel_entity_field_index (&vel_stage_entity, "probability")];
  const VelValue *stale_days = &values[vel_entity_field_index (&vel_stage_entity, "stale_days")];

  if (probability->kind == VEL_VALUE_INTEGER && (probability->integer < 0 || probability->integer > 100))
    return vel_text_fail (error, _("A probability lies between 0 and 100 %."));
  if (stale_days->kind == VEL_VALUE_INTEGER && (stale_days->integer < 1 || stale_days->integer > 3650))
    return vel_text_fail (error, _("A deal grows stale after 1 to 3650 days."));
  return TRUE;
}

VEL_DEFINE_RECORD (VelStage, vel_stage, vel_stage_entity)
