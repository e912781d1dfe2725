/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-import-stages.h"

#include "vel-deal-words.h"
#include "vel-find-named.h"
#include "vel-import-names.h"
#include "vel-pipeline.h"
#include "vel-stage.h"

typedef struct
{
  gint64  id;
  char   *key;  /* (owned) */
} Stage;

typedef struct
{
  gint64  id;
  char   *name;     /* (owned) */
  char   *key;      /* (owned) */
  GArray *stages;   /* (owned) (element-type Stage): in order */
  gint64  last;     /* the stage that deals end in: the last before the import; 0 while there is none */
} Pipeline;

struct _VelImportStages
{
  VelImportWriter *writer;     /* (not owned) */
  GPtrArray       *pipelines;  /* (owned) (element-type Pipeline) */
  gint64           first;      /* the pipeline that deals begin in */
};

static void
clear_stage (gpointer data)
{
  g_free (((Stage *) data)->key);
}

static void
free_pipeline (gpointer data)
{
  Pipeline *pipeline = data;

  g_free (pipeline->name);
  g_free (pipeline->key);
  g_array_unref (pipeline->stages);
  g_free (pipeline);
}

static void
append_stage (Pipeline   *pipeline,
              const char *name,
              gint64      id)
{
  const Stage stage = { id, vel_import_names_key (name) };

  g_array_append_val (pipeline->stages, stage);
}

static gboolean
load_pipeline (VelImportStages  *self,
               gint64            id,
               GError          **error)
{
  g_autoptr(VelRecord) record = vel_book_get_record (self->writer->book, &vel_pipeline_entity, id, error);
  g_autoptr(GArray) stages = record != NULL ? vel_find_stages (self->writer->book, id, error) : NULL;
  Pipeline *pipeline;

  if (stages == NULL)
    return FALSE;
  pipeline = g_new0 (Pipeline, 1);
  pipeline->id = id;
  pipeline->name = g_strdup (vel_record_get_text (record, "name"));
  pipeline->key = vel_import_names_key (pipeline->name);
  pipeline->stages = g_array_new (FALSE, FALSE, sizeof (Stage));
  g_array_set_clear_func (pipeline->stages, clear_stage);
  g_ptr_array_add (self->pipelines, pipeline);
  for (guint i = 0; i < stages->len; i++)
    {
      g_autoptr(VelRecord) stage = vel_book_get_record (self->writer->book, &vel_stage_entity,
                                                        g_array_index (stages, gint64, i), error);

      if (stage == NULL)
        return FALSE;
      append_stage (pipeline, vel_record_get_text (stage, "name"), vel_record_get_id (stage));
      pipeline->last = vel_record_get_id (stage);
    }
  return TRUE;
}

static Pipeline *
get_pipeline (VelImportStages *self,
              gint64           id)
{
  for (guint i = 0; i < self->pipelines->len; i++)
    if (((Pipeline *) g_ptr_array_index (self->pipelines, i))->id == id)
      return g_ptr_array_index (self->pipelines, i);
  return NULL;
}

/* A pipeline without stages gets those of the table before the first deal, so
 * that it is known in which of them deals end. */
static void
fill_empty (VelImportStages *self)
{
  Pipeline *pipeline = get_pipeline (self, self->writer->options->pipeline != 0 ? self->writer->options->pipeline
                                                                                 : self->first);
  GPtrArray *names = self->writer->stage_names;

  if (pipeline == NULL || pipeline->stages->len > 0)
    return;
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *status = vel_deal_words_find_status (g_ptr_array_index (names, i));

      if (status == NULL)
        pipeline->last = vel_import_stages_ensure (self, pipeline->id, g_ptr_array_index (names, i));
    }
}

/**
 * vel_import_stages_new:
 * @writer: what adds to them
 * @error: (out): a #VelStoreError
 *
 * Reads what is in the book. Waits; for workers.
 *
 * Returns: (transfer full) (nullable): all stages
 */
VelImportStages *
vel_import_stages_new (VelImportWriter  *writer,
                       GError          **error)
{
  g_autoptr(VelImportStages) self = g_new0 (VelImportStages, 1);
  g_autoptr(VelQuery) query = vel_query_new (&vel_pipeline_entity, NULL, NULL, "position", FALSE);
  g_autoptr(GArray) ids = NULL;

  self->writer = writer;
  self->pipelines = g_ptr_array_new_with_free_func (free_pipeline);
  self->first = vel_find_first_pipeline (writer->book, error);
  ids = self->first != 0 ? vel_book_find (writer->book, query, error) : NULL;
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!load_pipeline (self, g_array_index (ids, gint64, i), error))
      return NULL;
  if (ids == NULL)
    return NULL;
  fill_empty (self);
  return g_steal_pointer (&self);
}

/**
 * vel_import_stages_free:
 * @self: (transfer full): all stages
 */
void
vel_import_stages_free (VelImportStages *self)
{
  g_ptr_array_unref (self->pipelines);
  g_free (self);
}

/**
 * vel_import_stages_find_pipeline:
 * @self: all stages
 * @name: (nullable): the name of a pipeline, or %NULL for the first
 *
 * Returns: the pipeline, or 0
 */
gint64
vel_import_stages_find_pipeline (VelImportStages *self,
                                 const char      *name)
{
  g_autofree char *key = name != NULL ? vel_import_names_key (name) : NULL;

  if (key == NULL)
    return self->first;
  for (guint i = 0; i < self->pipelines->len; i++)
    {
      const Pipeline *pipeline = g_ptr_array_index (self->pipelines, i);

      if (g_str_equal (pipeline->key, key))
        return pipeline->id;
    }
  return 0;
}

/**
 * vel_import_stages_pipeline_of:
 * @self: all stages
 * @stage: one of them
 *
 * Returns: the pipeline that it is of, or 0
 */
gint64
vel_import_stages_pipeline_of (VelImportStages *self,
                               gint64           stage)
{
  for (guint i = 0; i < self->pipelines->len; i++)
    {
      const Pipeline *pipeline = g_ptr_array_index (self->pipelines, i);

      for (guint j = 0; j < pipeline->stages->len; j++)
        if (g_array_index (pipeline->stages, Stage, j).id == stage)
          return pipeline->id;
    }
  return 0;
}

/**
 * vel_import_stages_has_pipeline:
 * @self: all stages
 * @pipeline: an id
 *
 * Returns: whether it is that of a pipeline
 */
gboolean
vel_import_stages_has_pipeline (VelImportStages *self,
                                gint64           pipeline)
{
  return get_pipeline (self, pipeline) != NULL;
}

/**
 * vel_import_stages_name_pipeline:
 * @self: all stages
 * @pipeline: a pipeline
 *
 * Returns: (transfer none): its name
 */
const char *
vel_import_stages_name_pipeline (VelImportStages *self,
                                 gint64           pipeline)
{
  return get_pipeline (self, pipeline)->name;
}

/**
 * vel_import_stages_find:
 * @self: all stages
 * @pipeline: a pipeline
 * @name: a stage of it
 *
 * Returns: the stage, below zero for one that the import itself adds; 0 for none
 */
gint64
vel_import_stages_find (VelImportStages *self,
                        gint64           pipeline,
                        const char      *name)
{
  const Pipeline *place = get_pipeline (self, pipeline);
  g_autofree char *key = vel_import_names_key (name);

  for (guint i = 0; i < place->stages->len; i++)
    if (g_str_equal (g_array_index (place->stages, Stage, i).key, key))
      return g_array_index (place->stages, Stage, i).id;
  return 0;
}

/**
 * vel_import_stages_ensure:
 * @self: all stages
 * @pipeline: a pipeline
 * @name: a stage of it, which is added at its end if it is not there
 *
 * Returns: the stage
 */
gint64
vel_import_stages_ensure (VelImportStages *self,
                          gint64           pipeline,
                          const char      *name)
{
  VelChange *change = self->writer->change;
  gint64 id = vel_import_stages_find (self, pipeline, name);

  if (id != 0)
    return id;
  id = vel_change_insert (change, &vel_stage_entity);
  vel_change_set_text (change, &vel_stage_entity, id, "name", name);
  vel_change_set_integer (change, &vel_stage_entity, id, "pipeline", pipeline);
  append_stage (get_pipeline (self, pipeline), name, id);
  g_ptr_array_add (self->writer->report->missing_stages, g_strdup (name));
  return id;
}

/**
 * vel_import_stages_get_first:
 * @self: all stages
 * @pipeline: a pipeline
 *
 * Returns: the stage that deals begin in, or 0
 */
gint64
vel_import_stages_get_first (VelImportStages *self,
                             gint64           pipeline)
{
  const Pipeline *place = get_pipeline (self, pipeline);

  return place->stages->len > 0 ? g_array_index (place->stages, Stage, 0).id : 0;
}

/**
 * vel_import_stages_get_last:
 * @self: all stages
 * @pipeline: a pipeline
 *
 * Returns: the stage that deals end in, the last before the import, or 0
 */
gint64
vel_import_stages_get_last (VelImportStages *self,
                            gint64           pipeline)
{
  const Pipeline *place = get_pipeline (self, pipeline);

  return place->last != 0 ? place->last : vel_import_stages_get_first (self, pipeline);
}
