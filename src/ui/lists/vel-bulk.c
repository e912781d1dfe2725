/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-bulk.h"

#include <glib/gi18n.h>

#include "vel-customer.h"
#include "vel-number.h"

/* What is done to many customers at once is one change, which one undo takes back. */

/* A change called by the name of the only one, or by how many there are. */
static VelChange *
make_change (VelBook    *book,
             GArray     *ids,
             const char *label_one,
             const char *label_many)
{
  g_autofree char *number = vel_number_format (ids->len);

  if (ids->len == 1)
    {
      g_autoptr(VelRecord) record = vel_book_get_record (book, &vel_customer_entity,
                                                         g_array_index (ids, gint64, 0), NULL);
      const char *name = record != NULL ? vel_record_get_text (record, "name") : NULL;

      return vel_change_new (label_one, name != NULL ? name : "", NULL);
    }
  return vel_change_new (label_many, number, NULL);
}

/**
 * vel_bulk_delete:
 * @book: a book
 * @ids: (element-type gint64): customers of it
 *
 * Returns: (transfer full): a change that deletes them
 */
VelChange *
vel_bulk_delete (VelBook *book,
                 GArray  *ids)
{
  /* Translators: %s is a number, more than 1 */
  VelChange *change = make_change (book, ids, N_("Delete %s"), N_("Delete %s customers"));

  for (guint i = 0; i < ids->len; i++)
    vel_change_delete (change, &vel_customer_entity, g_array_index (ids, gint64, i));
  return change;
}

/**
 * vel_bulk_set:
 * @book: a book
 * @ids: (element-type gint64): customers of it
 * @field: a field
 * @value: what it is to hold
 *
 * Returns: (transfer full): a change that sets @field of all of them
 */
VelChange *
vel_bulk_set (VelBook        *book,
              GArray         *ids,
              const char     *field,
              const VelValue *value)
{
  /* Translators: %s is a number, more than 1 */
  VelChange *change = make_change (book, ids, N_("Edit %s"), N_("Edit %s customers"));

  for (guint i = 0; i < ids->len; i++)
    {
      g_auto(VelValue) copy = VEL_VALUE_INIT;

      vel_value_copy (value, &copy);
      vel_change_take_value (change, &vel_customer_entity, g_array_index (ids, gint64, i), field, &copy);
    }
  return change;
}

/**
 * vel_bulk_add_words:
 * @book: a book
 * @ids: (element-type gint64): customers of it
 * @field: a field that holds words
 * @words: the words to add where they are missing
 *
 * Returns: (transfer full): a change that adds them
 */
VelChange *
vel_bulk_add_words (VelBook            *book,
                    GArray             *ids,
                    const char         *field,
                    const char * const *words)
{
  const gboolean is_tags = g_str_equal (field, "tags");
  VelChange *change = is_tags
                        /* Translators: put a tag on somebody; %s is a name */
                        ? make_change (book, ids, N_("Tag %s"),
                                       /* Translators: put a tag on many; %s is a number, more than 1 */
                                       N_("Tag %s customers"))
                        : make_change (book, ids, N_("Edit %s"), N_("Edit %s customers"));

  for (guint i = 0; i < ids->len; i++)
    for (guint j = 0; words[j] != NULL; j++)
      vel_change_add_word (change, &vel_customer_entity, g_array_index (ids, gint64, i), field, words[j]);
  return change;
}

/**
 * vel_bulk_remove_words:
 * @book: a book
 * @ids: (element-type gint64): customers of it
 * @field: a field that holds words
 * @words: the words to take away where they are
 *
 * Returns: (transfer full): a change that takes them away
 */
VelChange *
vel_bulk_remove_words (VelBook            *book,
                       GArray             *ids,
                       const char         *field,
                       const char * const *words)
{
  /* Translators: %s is a name */
  VelChange *change = make_change (book, ids, N_("Remove tags from %s"),
                                   /* Translators: %s is a number, more than 1 */
                                   N_("Remove tags from %s customers"));

  for (guint i = 0; i < ids->len; i++)
    for (guint j = 0; words[j] != NULL; j++)
      vel_change_remove_word (change, &vel_customer_entity, g_array_index (ids, gint64, i), field, words[j]);
  return change;
}
