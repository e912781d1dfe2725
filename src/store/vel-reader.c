/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-reader.h"

#include <string.h>

#include "vel-catch-up.h"
#include "vel-collator.h"
#include "vel-long-search.h"
#include "vel-query-sql.h"
#include "vel-search-index.h"

/* From this many letters on, long texts are searched as well. */
#define LONG_SEARCH_LETTERS 3

struct _VelReader
{
  VelDatabase *database;  /* (owned) */
  VelCollator *collator;  /* (owned) */
  GHashTable  *indexes;   /* (owned): VelEntity -> VelSearchIndex */
  gint64       seq;       /* the newest change that the indexes know */
  VelDelta    *news;      /* (owned): what was touched and has not been told yet */
};

struct _VelReaderState
{
  VelQuery *query;  /* (owned) (nullable): what the ids are of */
  GArray   *ids;    /* (owned) (nullable) (element-type gint64): before the search */
  GArray   *slots;  /* (owned) (nullable) (element-type guint): of the ids, in the search index */
  guint     stamp;  /* of the search index */
  gint64    seq;    /* the newest change when the ids were read */
};

/**
 * vel_result_free:
 * @self: (transfer full): a result
 */
void
vel_result_free (VelResult *self)
{
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self);
}

/**
 * vel_reader_state_new:
 *
 * Returns: (transfer full): a state that keeps nothing yet
 */
VelReaderState *
vel_reader_state_new (void)
{
  VelReaderState *self = g_new0 (VelReaderState, 1);

  /* A book without history stands at 0. */
  self->seq = -1;
  return self;
}

/* What so few records may have changed is looked at one by one. */
#define MAX_FEW 16

static void
reset_state (VelReaderState *self)
{
  g_clear_pointer (&self->query, vel_query_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->slots, g_array_unref);
}

/**
 * vel_reader_state_free:
 * @self: (transfer full): a state
 */
void
vel_reader_state_free (VelReaderState *self)
{
  reset_state (self);
  g_free (self);
}

/**
 * vel_reader_new:
 * @path: the file of a book that has the newest schema
 * @language: the language of the interface
 * @error: (out): a #VelStoreError
 *
 * Returns: (transfer full) (nullable): a reader
 */
VelReader *
vel_reader_new (const char  *path,
                const char  *language,
                GError     **error)
{
  g_autoptr(VelReader) self = g_new0 (VelReader, 1);

  self->indexes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) vel_search_index_free);
  self->collator = vel_collator_new (language);
  self->news = vel_delta_new ();
  self->database = vel_database_open (path, VEL_DATABASE_READ, error);
  if (self->database == NULL ||
      !vel_database_get_integer (self->database, "SELECT max (seq) FROM history", &self->seq, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * vel_reader_free:
 * @self: (transfer full): a reader
 */
void
vel_reader_free (VelReader *self)
{
  g_clear_pointer (&self->indexes, g_hash_table_unref);
  g_clear_pointer (&self->database, vel_database_close);
  g_clear_pointer (&self->collator, vel_collator_free);
  g_clear_pointer (&self->news, vel_delta_unref);
  g_free (self);
}

/**
 * vel_reader_get_database:
 * @self: a reader
 *
 * Returns: (transfer none): its connection
 */
VelDatabase *
vel_reader_get_database (VelReader *self)
{
  return self->database;
}

static gboolean
update_index (VelReader        *self,
              const VelEntity  *entity,
              VelSearchIndex   *index,
              VelDelta         *delta,
              GError          **error)
{
  const gint64 *ids;
  guint n_ids;

  if (vel_delta_is_all (delta))
    return vel_search_index_load (index, self->database, error);
  ids = vel_delta_get_ids (delta, entity, &n_ids);
  for (guint i = 0; i < n_ids; i++)
    if (!vel_search_index_update (index, self->database, ids[i], error))
      return FALSE;
  return TRUE;
}

/* Makes the indexes know what this or another program has changed. */
static gboolean
learn_news (VelReader  *self,
            GError    **error)
{
  g_autoptr(VelDelta) delta = vel_delta_new ();
  GHashTableIter iter;
  gpointer entity;
  gpointer index;

  if (!vel_catch_up (self->database, &self->seq, delta, error))
    return FALSE;
  vel_delta_merge (self->news, delta);
  if (vel_delta_is_empty (delta))
    return TRUE;
  g_hash_table_iter_init (&iter, self->indexes);
  while (g_hash_table_iter_next (&iter, &entity, &index))
    if (!update_index (self, entity, index, delta, error))
      return FALSE;
  return TRUE;
}

/**
 * vel_reader_catch_up:
 * @self: a reader
 * @error: (out): a #VelStoreError
 *
 * Learns what this or another program has changed.
 *
 * Returns: (transfer full) (nullable): what was touched since the last time
 */
VelDelta *
vel_reader_catch_up (VelReader  *self,
                     GError    **error)
{
  VelDelta *news;

  if (!learn_news (self, error))
    return NULL;
  news = self->news;
  self->news = vel_delta_new ();
  return news;
}

static VelSearchIndex *
get_index (VelReader        *self,
           const VelEntity  *entity,
           GError          **error)
{
  VelSearchIndex *index = g_hash_table_lookup (self->indexes, entity);
  g_autoptr(VelSearchIndex) fresh = NULL;

  if (index != NULL)
    return index;
  fresh = vel_search_index_new (entity);
  if (!vel_search_index_load (fresh, self->database, error))
    return NULL;
  index = g_steal_pointer (&fresh);
  g_hash_table_insert (self->indexes, (gpointer) entity, index);
  return index;
}

static gboolean
refresh_base (VelReader       *self,
              VelReaderState  *state,
              VelQuery        *query,
              guint            limit,
              GError         **error)
{
  if (state->query != NULL && vel_query_same_base (state->query, query))
    return TRUE;
  reset_state (state);
  state->ids = vel_query_run_base (query, self->database, self->collator, limit, error);
  if (state->ids == NULL)
    return FALSE;
  if (limit == 0)
    state->query = vel_query_ref (query);
  return TRUE;
}

static VelResult *
search (VelReader       *self,
        VelReaderState  *state,
        VelQuery        *query,
        gboolean         deeply,
        GError         **error)
{
  VelSearchIndex *index = get_index (self, query->entity, error);
  g_autoptr(VelResult) result = g_new0 (VelResult, 1);
  g_autoptr(GByteArray) hits = g_byte_array_new ();
  g_autoptr(GHashTable) deep = NULL;

  if (index == NULL)
    return NULL;
  if (state->slots == NULL || state->stamp != vel_search_index_stamp (index))
    {
      g_clear_pointer (&state->slots, g_array_unref);
      state->slots = vel_search_index_slots (index, state->ids);
      state->stamp = vel_search_index_stamp (index);
    }
  vel_search_index_find (index, query->search, hits);
  if (deeply && vel_reader_looks_deeper (query))
    {
      deep = vel_long_search (self->database, query->entity, query->search, error);
      if (deep == NULL)
        return NULL;
    }

  result->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (int pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < state->ids->len; i++)
        {
          const gint64 id = g_array_index (state->ids, gint64, i);
          const guint slot = g_array_index (state->slots, guint, i);
          const gboolean direct = slot != VEL_NO_SLOT && (hits->data[slot / 8] & (1 << (slot % 8))) != 0;

          if (pass == 0 ? direct : !direct && g_hash_table_contains (deep, &id))
            g_array_append_val (result->ids, id);
        }
      if (pass == 0)
        result->n_direct = result->ids->len;
      if (deep == NULL || g_hash_table_size (deep) == 0)
        break;
    }
  return g_steal_pointer (&result);
}

static gboolean
has_any (GArray       *ids,
         const gint64 *some,
         guint         n_some)
{
  for (guint i = 0; i < ids->len; i++)
    for (guint j = 0; j < n_some; j++)
      if (g_array_index (ids, gint64, i) == some[j])
        return TRUE;
  return FALSE;
}

/* Whether what was found before is what would be found now: nothing that was
 * touched is among it, nor would be. Of seven columns of a board, a move
 * concerns two. */
static gboolean
is_untouched (VelReader       *self,
              VelReaderState  *state,
              VelQuery        *query,
              VelDelta        *delta,
              gboolean        *untouched,
              GError         **error)
{
  const gint64 *ids;
  gboolean found;
  guint n_ids;

  *untouched = FALSE;
  if (vel_delta_is_all (delta) || query->filter == NULL || state->query == NULL ||
      !vel_query_same_base (state->query, query))
    return TRUE;
  ids = vel_delta_get_ids (delta, query->entity, &n_ids);
  if (n_ids > MAX_FEW || has_any (state->ids, ids, n_ids))
    return TRUE;
  if (!vel_query_finds_any (query, self->database, ids, n_ids, &found, error))
    return FALSE;
  *untouched = !found;
  return TRUE;
}

static VelResult *
query_in_snapshot (VelReader       *self,
                   VelReaderState  *state,
                   VelQuery        *query,
                   VelReach         reach,
                   VelDelta        *delta,
                   GError         **error)
{
  gboolean untouched = TRUE;
  VelResult *result;

  if (!vel_catch_up (self->database, &state->seq, delta, error) || !learn_news (self, error))
    return NULL;
  if (vel_delta_has_entity (delta, query->entity) &&
      !is_untouched (self, state, query, delta, &untouched, error))
    return NULL;
  if (!untouched)
    reset_state (state);
  if (!refresh_base (self, state, query,
                     query->search == NULL && reach == VEL_REACH_FIRST_ROWS ? VEL_N_FIRST_ROWS : 0, error))
    return NULL;
  if (query->search != NULL)
    return search (self, state, query, reach == VEL_REACH_ALL, error);
  result = g_new0 (VelResult, 1);
  result->ids = g_array_ref (state->ids);
  result->n_direct = state->ids->len;
  return result;
}

/**
 * vel_reader_looks_deeper:
 * @query: what to show
 *
 * Returns: whether all of its answer may hold more than a look into short fields finds
 */
gboolean
vel_reader_looks_deeper (const VelQuery *query)
{
  return query->search != NULL && g_utf8_strlen (query->search, -1) >= LONG_SEARCH_LETTERS;
}

/**
 * vel_reader_query:
 * @self: a reader
 * @state: what was kept of the query before
 * @query: what to show
 * @reach: how far to go
 * @delta: (out) (optional): what was touched since @state was used last
 * @cancellable: (nullable): to cancel
 * @error: (out): a #VelStoreError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what it found
 */
VelResult *
vel_reader_query (VelReader       *self,
                  VelReaderState  *state,
                  VelQuery        *query,
                  VelReach         reach,
                  VelDelta       **delta,
                  GCancellable    *cancellable,
                  GError         **error)
{
  g_autoptr(VelDelta) touched = vel_delta_new ();
  g_autoptr(VelResult) result = NULL;

  /* All of the answer is of one moment. */
  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !vel_database_exec (self->database, "BEGIN", error))
    return NULL;
  if (state->seq < 0)
    state->seq = self->seq;
  vel_database_watch_cancel (self->database, cancellable);
  result = query_in_snapshot (self, state, query, reach, touched, error);
  vel_database_watch_cancel (self->database, NULL);
  vel_database_exec (self->database, "END", NULL);
  if (delta != NULL)
    *delta = g_steal_pointer (&touched);
  return g_steal_pointer (&result);
}
