/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-pipeline-templates.h"

#include <glib/gi18n-lib.h>

#include "vel-item.h"
#include "vel-pipeline.h"
#include "vel-stage.h"

/* What a new pipeline may begin with, by trade. The texts go into the book in
 * the language of whoever adds it, and are the user's from then on. */

typedef struct
{
  const char *name;         /* with the context "stage" */
  int         probability;
  int         stale_days;
  const char *colour;
  const char *checklist[4]; /* with the context "checklist" */
} Stage;

typedef struct
{
  const char *name;         /* with the context "template" */
  Stage       stages[7];
} Template;

static const Template templates[] = {
  { NC_("template", "Empty"),
    { { NC_("stage", "New"), 10, 14, "blue" } } },

  { NC_("template", "Freelance project"),
    { { NC_("stage", "First contact"), 10, 5, "blue" },
      { NC_("stage", "First talk"), 25, 7, "teal",
        { NC_("checklist", "What is needed and by when"), NC_("checklist", "Who decides"),
          NC_("checklist", "The budget") } },
      { NC_("stage", "Scope"), 40, 10, "violet" },
      { NC_("stage", "Offer"), 60, 10, "amber",
        { NC_("checklist", "Days of work"), NC_("checklist", "Terms of payment"),
          NC_("checklist", "Until when the offer holds") } },
      { NC_("stage", "Contract"), 85, 10, "pink", { NC_("checklist", "Contract signed") } },
      { NC_("stage", "Down payment"), 95, 14, "green" } } },

  { NC_("template", "Retail"),
    { { NC_("stage", "Interest"), 10, 7, "blue" },
      { NC_("stage", "Visit to the shop"), 30, 7, "teal" },
      { NC_("stage", "Trial"), 50, 7, "violet" },
      { NC_("stage", "Order"), 80, 10, "amber",
        { NC_("checklist", "In stock"), NC_("checklist", "Address of delivery") } },
      { NC_("stage", "Delivery"), 95, 14, "green" } } },

  { NC_("template", "Service"),
    { { NC_("stage", "Request"), 15, 3, "blue" },
      { NC_("stage", "Survey on site"), 35, 7, "teal",
        { NC_("checklist", "Measurements"), NC_("checklist", "Photographs") } },
      { NC_("stage", "Offer"), 55, 10, "violet" },
      { NC_("stage", "Appointment"), 80, 10, "amber",
        { NC_("checklist", "Parts ordered"), NC_("checklist", "Day agreed with the customer") } },
      { NC_("stage", "Work"), 90, 14, "pink" },
      { NC_("stage", "Payment"), 95, 30, "green" } } },

  { NC_("template", "Dental practice"),
    { { NC_("stage", "First contact"), 10, 3, "blue" },
      { NC_("stage", "Examination"), 30, 14, "teal",
        { NC_("checklist", "Health questionnaire"), NC_("checklist", "X-ray") } },
      { NC_("stage", "Treatment plan"), 50, 14, "violet",
        { NC_("checklist", "Treatment and cost explained"), NC_("checklist", "Consent form signed") } },
      { NC_("stage", "Appointment"), 75, 14, "amber" },
      { NC_("stage", "Treatment"), 90, 30, "pink" },
      { NC_("stage", "Payment"), 95, 30, "green" } } },
};

static const char *
translate (const char *context,
           const char *text)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, context, text);
}

/**
 * vel_pipeline_templates_count:
 *
 * Returns: how many templates there are; the first is the one with nearly nothing in it
 */
guint
vel_pipeline_templates_count (void)
{
  return G_N_ELEMENTS (templates);
}

/**
 * vel_pipeline_template_get_name:
 * @index: the number of a template, from 0 on
 *
 * Returns: (transfer none): what it is called, in the language of the interface
 */
const char *
vel_pipeline_template_get_name (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (templates), NULL);

  return translate ("template", templates[index].name);
}

/**
 * vel_pipeline_template_dup_stages:
 * @index: the number of a template, from 0 on
 *
 * Returns: (transfer full): the names of its stages in order, in the language of the interface
 */
GStrv
vel_pipeline_template_dup_stages (guint index)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  g_return_val_if_fail (index < G_N_ELEMENTS (templates), NULL);

  for (const Stage *stage = templates[index].stages; stage->name != NULL; stage++)
    g_strv_builder_add (names, translate ("stage", stage->name));
  return g_strv_builder_end (names);
}

static void
add_stage (VelChange   *change,
           gint64       pipeline,
           const Stage *stage)
{
  const gint64 id = vel_change_insert (change, &vel_stage_entity);
  g_autoptr(GStrvBuilder) items = g_strv_builder_new ();

  vel_change_set_text (change, &vel_stage_entity, id, "name", translate ("stage", stage->name));
  vel_change_set_integer (change, &vel_stage_entity, id, "pipeline", pipeline);
  vel_change_set_integer (change, &vel_stage_entity, id, "probability", stage->probability);
  vel_change_set_integer (change, &vel_stage_entity, id, "stale_days", stage->stale_days);
  vel_change_set_text (change, &vel_stage_entity, id, "colour", stage->colour);
  for (guint i = 0; i < G_N_ELEMENTS (stage->checklist) && stage->checklist[i] != NULL; i++)
    g_strv_builder_add (items, translate ("checklist", stage->checklist[i]));
  if (stage->checklist[0] != NULL)
    {
      g_auto(GStrv) words = g_strv_builder_end (items);
      g_autofree char *json = vel_words_to_json ((const char * const *) words);

      vel_change_set_text (change, &vel_stage_entity, id, "checklist", json);
    }
}

/**
 * vel_pipeline_template_make:
 * @index: the number of a template, from 0 on
 * @name: what the new pipeline shall be called
 *
 * Returns: (transfer full): the change that adds a pipeline with the stages of
 *   the template; of the ids that it gives the first is that of the pipeline
 */
VelChange *
vel_pipeline_template_make (guint       index,
                            const char *name)
{
  VelChange *change;
  gint64 pipeline;

  g_return_val_if_fail (index < G_N_ELEMENTS (templates), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  change = vel_change_new (N_("Add pipeline %s"), name, NULL);
  pipeline = vel_change_insert (change, &vel_pipeline_entity);
  vel_change_set_text (change, &vel_pipeline_entity, pipeline, "name", name);
  for (const Stage *stage = templates[index].stages; stage->name != NULL; stage++)
    add_stage (change, pipeline, stage);
  return change;
}
