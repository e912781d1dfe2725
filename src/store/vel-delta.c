/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-delta.h"

/* Past this many records it is cheaper to look at everything anew. */
#define MANY 20000

typedef struct
{
  GArray     *ids;  /* (owned) (element-type gint64) */
  GHashTable *set;  /* (owned): the same ids, to be asked */
} Touched;

struct _VelDelta
{
  gatomicrefcount  ref_count;
  GHashTable      *touched;  /* (owned): VelEntity -> Touched */
  guint            n_ids;
  gboolean         all;
};

G_DEFINE_BOXED_TYPE (VelDelta, vel_delta, vel_delta_ref, vel_delta_unref)

static void
free_touched (gpointer data)
{
  Touched *touched = data;

  g_array_unref (touched->ids);
  g_hash_table_unref (touched->set);
  g_free (touched);
}

/**
 * vel_delta_new:
 *
 * Returns: (transfer full): a delta that touches nothing
 */
VelDelta *
vel_delta_new (void)
{
  VelDelta *self = g_new0 (VelDelta, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->touched = g_hash_table_new_full (NULL, NULL, NULL, free_touched);
  return self;
}

/**
 * vel_delta_ref:
 * @self: a delta
 *
 * Returns: (transfer full): @self
 */
VelDelta *
vel_delta_ref (VelDelta *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * vel_delta_unref:
 * @self: (transfer full): a delta
 */
void
vel_delta_unref (VelDelta *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->touched);
  g_free (self);
}

/**
 * vel_delta_add:
 * @self: a delta in the making
 * @entity: what the record is
 * @id: a record that was touched
 */
void
vel_delta_add (VelDelta        *self,
               const VelEntity *entity,
               gint64           id)
{
  Touched *touched;
  gint64 *key;

  if (self->all)
    return;
  touched = g_hash_table_lookup (self->touched, entity);
  if (touched == NULL)
    {
      touched = g_new0 (Touched, 1);
      touched->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      touched->set = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      g_hash_table_insert (self->touched, (gpointer) entity, touched);
    }
  key = g_new (gint64, 1);
  *key = id;
  if (!g_hash_table_add (touched->set, key))
    return;
  g_array_append_val (touched->ids, id);
  if (++self->n_ids > MANY)
    vel_delta_set_all (self);
}

/**
 * vel_delta_merge:
 * @self: a delta in the making
 * @other: what was touched as well
 */
void
vel_delta_merge (VelDelta *self,
                 VelDelta *other)
{
  GHashTableIter iter;
  gpointer entity;
  gpointer value;

  if (other->all)
    vel_delta_set_all (self);
  g_hash_table_iter_init (&iter, other->touched);
  while (g_hash_table_iter_next (&iter, &entity, &value))
    {
      const Touched *touched = value;

      for (guint i = 0; i < touched->ids->len; i++)
        vel_delta_add (self, entity, g_array_index (touched->ids, gint64, i));
    }
}

/**
 * vel_delta_set_all:
 * @self: a delta in the making
 *
 * Says that any record may have been touched.
 */
void
vel_delta_set_all (VelDelta *self)
{
  self->all = TRUE;
  g_hash_table_remove_all (self->touched);
}

/**
 * vel_delta_is_all:
 * @self: a delta
 *
 * Returns: whether any record may have been touched
 */
gboolean
vel_delta_is_all (VelDelta *self)
{
  return self->all;
}

/**
 * vel_delta_is_empty:
 * @self: a delta
 *
 * Returns: whether no record was touched
 */
gboolean
vel_delta_is_empty (VelDelta *self)
{
  return !self->all && self->n_ids == 0;
}

/**
 * vel_delta_has_entity:
 * @self: a delta
 * @entity: an entity
 *
 * Returns: whether a record of @entity was touched
 */
gboolean
vel_delta_has_entity (VelDelta        *self,
                      const VelEntity *entity)
{
  return self->all || g_hash_table_contains (self->touched, entity);
}

/**
 * vel_delta_has:
 * @self: a delta
 * @entity: what the record is
 * @id: the record
 *
 * Returns: whether it was touched
 */
gboolean
vel_delta_has (VelDelta        *self,
               const VelEntity *entity,
               gint64           id)
{
  Touched *touched = g_hash_table_lookup (self->touched, entity);

  return self->all || (touched != NULL && g_hash_table_contains (touched->set, &id));
}

/**
 * vel_delta_get_ids:
 * @self: a delta that is not of all
 * @entity: an entity
 * @n_ids: (out): how many
 *
 * Returns: (transfer none) (array length=n_ids) (nullable): the records of @entity that were touched
 */
const gint64 *
vel_delta_get_ids (VelDelta        *self,
                   const VelEntity *entity,
                   guint           *n_ids)
{
  Touched *touched = g_hash_table_lookup (self->touched, entity);

  *n_ids = touched != NULL ? touched->ids->len : 0;
  return touched != NULL ? (const gint64 *) touched->ids->data : NULL;
}
