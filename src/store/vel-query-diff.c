/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-query-diff.h"

/* With more splices than this it is better to show the new rows in the old places. */
#define MAX_SPLICES 64

static void
add_splice (GArray *splices,
            guint   position,
            guint   removed,
            guint   added)
{
  VelSplice *last = splices->len > 0 ? &g_array_index (splices, VelSplice, splices->len - 1) : NULL;
  const VelSplice splice = { position, removed, added };

  if (last != NULL && position == last->position + last->added)
    {
      last->removed += removed;
      last->added += added;
    }
  else
    {
      g_array_append_val (splices, splice);
    }
}

/* The touched records among @ids. */
static GHashTable *
touched_among (GArray          *ids,
               VelDelta        *delta,
               const VelEntity *entity)
{
  GHashTable *set = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < ids->len; i++)
    if (vel_delta_has (delta, entity, g_array_index (ids, gint64, i)))
      g_hash_table_add (set, &g_array_index (ids, gint64, i));
  return set;
}

/**
 * vel_query_diff:
 * @before: (element-type gint64): ids in order
 * @after: (element-type gint64): ids in order
 * @delta: what was touched in between
 * @entity: what the ids are of
 *
 * Finds the narrowest splices that lead from @before to @after, where only
 * touched records came, went or moved.
 *
 * Returns: (transfer full) (element-type VelSplice) (nullable): the splices,
 *   to be made one after the other, or %NULL where more has changed
 */
GArray *
vel_query_diff (GArray          *before,
                GArray          *after,
                VelDelta        *delta,
                const VelEntity *entity)
{
  g_autoptr(GArray) splices = g_array_new (FALSE, FALSE, sizeof (VelSplice));
  g_autoptr(GHashTable) were = NULL;
  g_autoptr(GHashTable) are = NULL;
  guint i = 0;
  guint j = 0;

  if (vel_delta_is_all (delta))
    return NULL;
  were = touched_among (before, delta, entity);
  are = touched_among (after, delta, entity);
  while (i < before->len || j < after->len)
    {
      const gint64 *old = i < before->len ? &g_array_index (before, gint64, i) : NULL;
      const gint64 *new = j < after->len ? &g_array_index (after, gint64, j) : NULL;

      if (old != NULL && new != NULL && *old == *new)
        {
          i++;
          j++;
        }
      else if (new != NULL && g_hash_table_contains (are, new) &&
               (old == NULL || !g_hash_table_contains (were, new)))
        {
          add_splice (splices, j, 0, 1);
          j++;
        }
      else if (old != NULL && g_hash_table_contains (were, old))
        {
          add_splice (splices, j, 1, 0);
          i++;
        }
      else if (new != NULL && g_hash_table_contains (are, new))
        {
          add_splice (splices, j, 0, 1);
          j++;
        }
      else
        {
          return NULL;
        }
      if (splices->len > MAX_SPLICES)
        return NULL;
    }
  return g_steal_pointer (&splices);
}
