/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-book-private.h"
#include "vel-entity-sql.h"
#include "vel-store-error.h"

/* The records of a book that somebody holds: one object for one id. */

static void
refresh_record (VelBook   *self,
                VelRecord *record)
{
  const VelEntity *entity = vel_record_get_entity (record);
  const gint64 id = vel_record_get_id (record);
  g_autofree VelValue *values = g_new0 (VelValue, entity->n_fields);
  g_autoptr(GError) error = NULL;

  /* What is gone keeps its last values for as long as somebody shows it. */
  if (vel_entity_sql_read (self->view, entity, id, values, &error))
    {
      g_hash_table_remove (self->gone, &id);
      vel_record_take_values (record, values);
    }
  else if (g_error_matches (error, VEL_STORE_ERROR, VEL_STORE_ERROR_NOT_FOUND))
    {
      g_hash_table_add (self->gone, g_memdup2 (&id, sizeof id));
    }
  for (guint i = 0; i < entity->n_fields; i++)
    vel_value_clear (&values[i]);
}

/* Reads anew what is shown and was touched. */
void
vel_book_refresh_live (VelBook  *self,
                       VelDelta *delta)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    if (vel_delta_has (delta, vel_record_get_entity (record), vel_record_get_id (record)))
      g_ptr_array_add (records, g_object_ref (record));
  for (guint i = 0; i < records->len; i++)
    refresh_record (self, g_ptr_array_index (records, i));
}

static void
record_gone_cb (gpointer  data,
                GObject  *record)
{
  VelBook *self = data;
  const gint64 id = vel_record_get_id ((VelRecord *) record);

  g_hash_table_remove (self->live, &id);
  g_hash_table_remove (self->gone, &id);
}

/* Before the book is gone, which the records do not own. */
void
vel_book_forget_live (VelBook *self)
{
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    g_object_weak_unref (record, record_gone_cb, self);
}

/**
 * vel_book_get_record:
 * @self: a book
 * @entity: what the record is
 * @id: the record
 * @error: (out): %VEL_STORE_ERROR_NOT_FOUND or another #VelStoreError
 *
 * The record as an object, one and the same for as long as somebody holds it,
 * and always as it stands in the book. Reads one row; on the thread that
 * opened the book.
 *
 * Returns: (transfer full) (nullable): the record
 */
VelRecord *
vel_book_get_record (VelBook          *self,
                     const VelEntity  *entity,
                     gint64            id,
                     GError          **error)
{
  VelRecord *record;
  g_autofree VelValue *values = NULL;

  g_return_val_if_fail (VEL_IS_BOOK (self), NULL);

  if (!vel_book_check_open (self, error))
    return NULL;
  record = g_hash_table_lookup (self->live, &id);
  if (record != NULL && !g_hash_table_contains (self->gone, &id))
    return g_object_ref (record);

  values = g_new0 (VelValue, entity->n_fields);
  if (!vel_entity_sql_read (self->view, entity, id, values, error))
    return NULL;
  if (record != NULL)
    {
      /* It has come back, and its holders are about to be told. */
      g_hash_table_remove (self->gone, &id);
      vel_record_take_values (record, values);
      return g_object_ref (record);
    }
  record = vel_record_new (entity, id);
  vel_record_take_values (record, values);
  g_hash_table_insert (self->live, g_memdup2 (&id, sizeof id), record);
  g_object_weak_ref (G_OBJECT (record), record_gone_cb, self);
  return record;
}
