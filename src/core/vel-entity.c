/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-entity.h"

#include "vel-affiliation.h"
#include "vel-custom-field.h"
#include "vel-customer.h"
#include "vel-deal.h"
#include "vel-deal-tagging.h"
#include "vel-import-mapping.h"
#include "vel-interaction.h"
#include "vel-lost-reason.h"
#include "vel-passage.h"
#include "vel-pipeline.h"
#include "vel-product.h"
#include "vel-rate.h"
#include "vel-saved-filter.h"
#include "vel-setting.h"
#include "vel-stage.h"
#include "vel-tag.h"
#include "vel-tagging.h"
#include "vel-task.h"

/* In an order in which each may point to those before it. */
static const VelEntity * const entities[] = {
  &vel_customer_entity,
  &vel_product_entity,
  &vel_pipeline_entity,
  &vel_stage_entity,
  &vel_lost_reason_entity,
  &vel_deal_entity,
  &vel_passage_entity,
  &vel_interaction_entity,
  &vel_task_entity,
  &vel_tag_entity,
  &vel_tagging_entity,
  &vel_deal_tagging_entity,
  &vel_affiliation_entity,
  &vel_saved_filter_entity,
  &vel_custom_field_entity,
  &vel_import_mapping_entity,
  &vel_rate_entity,
  &vel_setting_entity,
};

/**
 * vel_entity_list:
 * @n_entities: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_entities): every entity of the book
 */
const VelEntity * const *
vel_entity_list (guint *n_entities)
{
  *n_entities = G_N_ELEMENTS (entities);
  return entities;
}

/**
 * vel_entity_find:
 * @name: the name of an entity
 *
 * Returns: (transfer none) (nullable): the entity, or %NULL where there is none of that name
 */
const VelEntity *
vel_entity_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_equal (entities[i]->name, name))
      return entities[i];
  return NULL;
}

/**
 * vel_entity_of_type:
 * @record_type: a subclass of #VelRecord
 *
 * Returns: (transfer none) (nullable): the entity whose records are of @record_type
 */
const VelEntity *
vel_entity_of_type (GType record_type)
{
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (entities[i]->get_type () == record_type)
      return entities[i];
  return NULL;
}

/**
 * vel_entity_field_index:
 * @self: an entity
 * @name: the name of a field
 *
 * Returns: its index, or %VEL_NO_FIELD where there is none of that name
 */
guint
vel_entity_field_index (const VelEntity *self,
                        const char      *name)
{
  /* Names in the code are mostly the very literals of the table. */
  for (guint i = 0; i < self->n_fields; i++)
    if (self->fields[i].name == name)
      return i;
  for (guint i = 0; i < self->n_fields; i++)
    if (g_str_equal (self->fields[i].name, name))
      return i;
  return VEL_NO_FIELD;
}

/**
 * vel_entity_find_field:
 * @self: an entity
 * @name: the name of a field
 *
 * Returns: (transfer none) (nullable): the field, or %NULL where there is none of that name
 */
const VelField *
vel_entity_find_field (const VelEntity *self,
                       const char      *name)
{
  guint index = vel_entity_field_index (self, name);

  return index != VEL_NO_FIELD ? &self->fields[index] : NULL;
}
