/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-bulk.h"

#include <glib/gi18n.h>

#include "vel-customer.h"
#include "vel-deal.h"
#include "vel-number.h"
#include "vel-task.h"

/* What is done to many records at once is one change, which one undo takes back. */

/* What a change of many is called; %s is a number, more than 1. History keeps
 * these, so each entity has sentences of its own. */
static const struct
{
  const VelEntity *entity;
  const char      *delete_many;
  const char      *edit_many;
  const char      *tag_many;
  const char      *untag_many;
} labels[] = {
  { &vel_customer_entity, N_("Delete %s customers"), N_("Edit %s customers"), N_("Tag %s customers"),
    N_("Remove tags from %s customers") },
  { &vel_deal_entity, N_("Delete %s deals"), N_("Edit %s deals"), N_("Tag %s deals"), N_("Remove tags from %s deals") },
  { &vel_task_entity, N_("Delete %s tasks"), N_("Edit %s tasks"), NULL, NULL },
};

static guint
find_labels (const VelEntity *entity)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (labels[i].entity == entity)
      return i;
  g_return_val_if_reached (0);
}

/* A change called by the name of the only one, or by how many there are. */
static VelChange *
make_change (VelBook         *book,
             const VelEntity *entity,
             GArray          *ids,
             const char      *label_one,
             const char      *label_many)
{
  g_autofree char *number = vel_number_format (ids->len);

  if (ids->len == 1)
    {
      g_autoptr(VelRecord) record = vel_book_get_record (book, entity, g_array_index (ids, gint64, 0), NULL);
      const char *name = record != NULL ? vel_record_get_text (record, entity->name_field) : NULL;

      return vel_change_new (label_one, name != NULL ? name : "", NULL);
    }
  return vel_change_new (label_many, number, NULL);
}

/**
 * vel_bulk_delete:
 * @book: a book
 * @entity: what the records are
 * @ids: (element-type gint64): records of it
 *
 * Returns: (transfer full): a change that deletes them
 */
VelChange *
vel_bulk_delete (VelBook *book,
                 const VelEntity *entity,
                 GArray  *ids)
{
  VelChange *change = make_change (book, entity, ids, N_("Delete %s"), labels[find_labels (entity)].delete_many);

  for (guint i = 0; i < ids->len; i++)
    vel_change_delete (change, entity, g_array_index (ids, gint64, i));
  return change;
}

/**
 * vel_bulk_set:
 * @book: a book
 * @entity: what the records are
 * @ids: (element-type gint64): records of it
 * @field: a field
 * @value: what it is to hold
 *
 * Returns: (transfer full): a change that sets @field of all of them
 */
VelChange *
vel_bulk_set (VelBook        *book,
              const VelEntity *entity,
              GArray         *ids,
              const char     *field,
              const VelValue *value)
{
  VelChange *change = make_change (book, entity, ids, N_("Edit %s"), labels[find_labels (entity)].edit_many);

  for (guint i = 0; i < ids->len; i++)
    {
      g_auto(VelValue) copy = VEL_VALUE_INIT;

      vel_value_copy (value, &copy);
      vel_change_take_value (change, entity, g_array_index (ids, gint64, i), field, &copy);
    }
  return change;
}

/**
 * vel_bulk_add_words:
 * @book: a book
 * @entity: what the records are
 * @ids: (element-type gint64): records of it
 * @field: a field that holds words
 * @words: the words to add where they are missing
 *
 * Returns: (transfer full): a change that adds them
 */
VelChange *
vel_bulk_add_words (VelBook            *book,
                    const VelEntity *entity,
                    GArray             *ids,
                    const char         *field,
                    const char * const *words)
{
  const guint of = find_labels (entity);
  /* Translators: put a tag on somebody; %s is a name */
  VelChange *change = g_str_equal (field, "tags")
                        ? make_change (book, entity, ids, N_("Tag %s"), labels[of].tag_many)
                        : make_change (book, entity, ids, N_("Edit %s"), labels[of].edit_many);

  for (guint i = 0; i < ids->len; i++)
    for (guint j = 0; words[j] != NULL; j++)
      vel_change_add_word (change, entity, g_array_index (ids, gint64, i), field, words[j]);
  return change;
}

/**
 * vel_bulk_remove_words:
 * @book: a book
 * @entity: what the records are
 * @ids: (element-type gint64): records of it
 * @field: a field that holds words
 * @words: the words to take away where they are
 *
 * Returns: (transfer full): a change that takes them away
 */
VelChange *
vel_bulk_remove_words (VelBook            *book,
                       const VelEntity *entity,
                       GArray             *ids,
                       const char         *field,
                       const char * const *words)
{
  /* Translators: %s is a name */
  VelChange *change = make_change (book, entity, ids, N_("Remove tags from %s"),
                                   labels[find_labels (entity)].untag_many);

  for (guint i = 0; i < ids->len; i++)
    for (guint j = 0; words[j] != NULL; j++)
      vel_change_remove_word (change, entity, g_array_index (ids, gint64, i), field, words[j]);
  return change;
}
