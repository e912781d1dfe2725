/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-linked-records.h"

/* What a link can lead to, as a list to choose from: the stages of all
 * pipelines, for example, one pipeline after the other. */

static gint64
get_group (VelRow *row)
{
  VelRecord *record = vel_row_get_record (row);

  if (record == NULL || vel_entity_field_index (vel_record_get_entity (record), "pipeline") == VEL_NO_FIELD)
    return 0;
  return vel_record_get_integer (record, "pipeline");
}

static int
compare_groups (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const gint64 left = get_group ((VelRow *) a);
  const gint64 right = get_group ((VelRow *) b);

  return (left > right) - (left < right);
}

/**
 * vel_linked_records_new:
 * @book: an open book
 * @entity: what a link leads to; there are not many of them
 *
 * Returns: (transfer full): all of them, in the order that the user has made;
 *   a list of #VelRow that is filled as soon as they are read
 */
GListModel *
vel_linked_records_new (VelBook         *book,
                        const VelEntity *entity)
{
  const gboolean placed = vel_entity_field_index (entity, "position") != VEL_NO_FIELD;
  g_autoptr(VelQuery) query = vel_query_new (entity, NULL, NULL, placed ? "position" : NULL, FALSE);
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_groups, NULL, NULL));

  return G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (vel_query_model_new (book, query)), sorter));
}

/* "Sales · Offer", or a text that is in the list as it is. */
static char *
dup_label (gpointer item)
{
  VelRecord *record = VEL_IS_ROW (item) ? vel_row_get_record (item) : NULL;
  const char *name;

  if (GTK_IS_STRING_OBJECT (item))
    return g_strdup (gtk_string_object_get_string (item));
  if (record == NULL)
    return g_strdup ("");
  name = vel_record_get_text (record, vel_record_get_entity (record)->name_field);
  if (vel_entity_field_index (vel_record_get_entity (record), "pipeline_name") == VEL_NO_FIELD)
    return g_strdup (name);
  return g_strdup_printf ("%s · %s", vel_record_get_text (record, "pipeline_name"), name);
}

/**
 * vel_linked_records_new_expression:
 *
 * Returns: (transfer full): the name of an item of such a list, or of a #GtkStringList
 */
GtkExpression *
vel_linked_records_new_expression (void)
{
  return gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_label), NULL, NULL);
}
