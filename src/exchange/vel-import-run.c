/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-import.h"

#include <glib/gi18n-lib.h>

#include "vel-find-named.h"
#include "vel-import-mapping.h"
#include "vel-import-private.h"
#include "vel-item.h"

/* A run of an import: one thread reads and understands the rows, the book's
 * writing thread writes them; a few batches lie between the two. */

#define N_SAMPLES 50
#define BATCH_ROWS 256
#define MAX_BATCHES 16
#define PROGRESS_ROWS 64

typedef struct
{
  VelImport       *import;
  VelImportReport *report;
  GArray          *columns;      /* (owned) (element-type VelImportColumn) */
  gboolean         dry_run;
  GCancellable    *cancellable;  /* (nullable) */
  VelChange       *made;         /* (owned): the writes in the making */
  const char      *home;         /* the currency of the book */
  gpointer         state;        /* (owned): of the kind of import */
  GMutex           mutex;
  GCond            cond;
  GQueue           batches;      /* (mutex mutex) (element-type VelChange): made, not yet written */
  GQueue           spent;        /* (mutex mutex) (element-type GPtrArray): written, to be freed by who made them */
  gboolean         is_over;      /* (mutex mutex): nothing more will be made */
  gboolean         is_given_up;  /* (mutex mutex): nobody will write more */
  GError          *error;        /* (mutex mutex) (owned) (nullable): why nothing more was made */
} Run;

/* The column with the labels of the items of this one. */
static int
find_labels (GPtrArray            *matches,
             const VelColumnMatch *match)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const VelColumnMatch *other = g_ptr_array_index (matches, i);

      if (g_str_equal (other->part, "label") && g_str_equal (other->field, match->field) &&
          other->index == match->index)
        return i;
    }
  return -1;
}

static GArray *
describe_columns (VelImport *self)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (VelImportColumn));
  const char * const *names = vel_csv_reader_get_columns (self->reader);

  for (guint i = 0; i < self->matches->len; i++)
    {
      const VelColumnMatch *match = g_ptr_array_index (self->matches, i);
      const VelImportColumn column = {
        names[i], match, g_array_index (self->orders, VelDateOrder, i), find_labels (self->matches, match)
      };

      g_array_append_val (columns, column);
    }
  return columns;
}

static void
reject (Run             *run,
        const VelCsvRow *row,
        guint            column,
        const char      *reason)
{
  VelImportRejection *rejection = g_new0 (VelImportRejection, 1);
  const gboolean is_cell = column < run->columns->len;

  rejection->row = row->number;
  rejection->column = g_strdup (is_cell ? g_array_index (run->columns, VelImportColumn, column).name : "");
  rejection->value = g_strdup (is_cell ? row->cells[column] : "");
  rejection->reason = g_strdup (reason);
  rejection->cells = g_strdupv ((GStrv) row->cells);
  g_ptr_array_add (run->report->rejected, rejection);
}

/* One of the first, to be shown; its fate is still to be told. */
static VelImportSample *
add_sample (Run             *run,
            const VelCsvRow *csv,
            VelImportRow    *row)
{
  const VelEntity *entity = row->entity;
  g_autofree char *custom = NULL;
  VelImportSample *sample;

  if (run->report->samples->len >= N_SAMPLES)
    return NULL;
  custom = vel_import_row_dup_custom (row);
  sample = g_new0 (VelImportSample, 1);
  sample->row = csv->number;
  sample->entity = entity;
  sample->values = g_new0 (VelValue, entity->n_fields);
  for (guint i = 0; i < entity->n_fields; i++)
    vel_value_copy (&row->values[i], &sample->values[i]);
  if (custom != NULL)
    vel_value_set_text (&sample->values[vel_entity_field_index (entity, "custom")], custom);
  /* What the lists will give to show. */
  for (guint i = 0; i < entity->n_fields; i++)
    {
      const VelField *field = &entity->fields[i];

      if (field->derive == VEL_DERIVE_FIRST && sample->values[i].kind == VEL_VALUE_NULL)
        {
          const guint list = vel_entity_field_index (entity, field->via);
          g_autoptr(GPtrArray) items = vel_items_parse (sample->values[list].text);

          if (items->len > 0)
            vel_value_set_text (&sample->values[i], *vel_item_member (g_ptr_array_index (items, 0), field->to));
        }
    }
  g_ptr_array_add (run->report->samples, sample);
  return sample;
}

/* Hands the writes made so far to the writing thread; FALSE where nobody wants them any more. */
static gboolean
hand_over (Run *run)
{
  g_autoptr(GPtrArray) spent = NULL;
  gboolean wanted;

  if (vel_change_is_empty (run->made))
    return TRUE;
  g_mutex_lock (&run->mutex);
  while (run->batches.length >= MAX_BATCHES && !run->is_given_up)
    g_cond_wait (&run->cond, &run->mutex);
  wanted = !run->is_given_up;
  if (wanted)
    {
      VelChange *batch = vel_change_new ("", NULL);

      vel_change_move_writes (batch, run->made);
      g_queue_push_tail (&run->batches, batch);
      spent = g_queue_pop_head (&run->spent);
      g_cond_broadcast (&run->cond);
    }
  g_mutex_unlock (&run->mutex);
  return wanted;
}

static gboolean
write_row (Run              *run,
           const VelCsvRow  *csv,
           VelImportRow     *row,
           GError          **error)
{
  VelImportReport *report = run->report;
  VelImportSample *sample = add_sample (run, csv, row);
  g_autoptr(GError) complaint = NULL;
  VelImportFate fate = VEL_IMPORT_UNCHANGED;
  guint column = run->columns->len;

  if (!run->import->kind->add (run->state, row, &fate, &column, &complaint, error))
    return FALSE;
  if (complaint != NULL)
    {
      if (sample != NULL)
        g_ptr_array_set_size (report->samples, (int) report->samples->len - 1);
      reject (run, csv, column, complaint->message);
      return TRUE;
    }
  if (sample != NULL)
    sample->fate = fate;
  if (fate == VEL_IMPORT_CREATED)
    report->created++;
  else if (fate == VEL_IMPORT_UPDATED)
    report->updated++;
  else
    report->unchanged++;
  return TRUE;
}

static gboolean
read_row (Run              *run,
          const VelCsvRow  *csv,
          GError          **error)
{
  const VelImportKind *kind = run->import->kind;
  g_autoptr(GError) complaint = NULL;
  VelImportRow *row;
  guint column = 0;
  gboolean done;

  run->report->read++;
  if (csv->problem != NULL)
    {
      reject (run, csv, csv->problem_column >= 0 ? (guint) csv->problem_column : run->columns->len,
              csv->problem->message);
      return TRUE;
    }
  row = kind->read (csv, run->columns, run->home, &column, &complaint);
  if (row == NULL)
    {
      reject (run, csv, column, complaint->message);
      return TRUE;
    }
  done = write_row (run, csv, row, error);
  kind->free (row);
  return done;
}

/* The next file of this shape goes the same way. */
static void
remember_mapping (Run *run)
{
  VelImport *self = run->import;
  g_autofree char *columns = vel_import_dup_mapping (self);
  gint64 mapping = self->mapping;

  if (mapping == 0)
    {
      mapping = vel_change_insert (run->made, &vel_import_mapping_entity);
      vel_change_set_text (run->made, &vel_import_mapping_entity, mapping, "shape", self->shape);
    }
  vel_change_set_text (run->made, &vel_import_mapping_entity, mapping, "columns", columns);
}

/* The stages that the table names, each once, in order of appearance. */
static GPtrArray *
find_stage_names (Run     *run,
                  GError **error)
{
  VelImport *self = run->import;
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const VelCsvRow *row;

  while (TRUE)
    {
      if (!vel_csv_reader_next (self->reader, &row, run->cancellable, error))
        return NULL;
      if (row == NULL)
        return g_steal_pointer (&names);
      for (guint i = 0; row->problem == NULL && !row->is_blank && i < run->columns->len; i++)
        {
          g_autofree char *cell = NULL;

          if (!vel_column_match_is (g_ptr_array_index (self->matches, i), "stage", ""))
            continue;
          cell = vel_import_row_cell (row, run->columns, i);
          if (cell == NULL || g_hash_table_contains (seen, cell))
            continue;
          g_hash_table_add (seen, cell);
          g_ptr_array_add (names, g_steal_pointer (&cell));
        }
    }
}

static gboolean
read_table (Run      *run,
            GError  **error)
{
  VelImport *self = run->import;
  const VelCsvRow *row;
  guint n = 0;

  if (!vel_csv_reader_rewind (self->reader, run->cancellable, error))
    return FALSE;
  while (TRUE)
    {
      if (!vel_csv_reader_next (self->reader, &row, run->cancellable, error))
        return FALSE;
      if (row == NULL)
        break;
      if (row->is_blank)
        {
          run->report->blank++;
          continue;
        }
      if (!read_row (run, row, error))
        return FALSE;
      if (++n % PROGRESS_ROWS == 0)
        vel_import_tell_progress (self);
      if (n % BATCH_ROWS == 0)
        {
          if (run->dry_run)
            vel_change_clear (run->made);
          else if (!hand_over (run))
            return TRUE;
        }
    }
  if (!run->dry_run && run->report->created + run->report->updated > 0)
    remember_mapping (run);
  if (!run->dry_run)
    hand_over (run);
  return TRUE;
}

/* Reads what is in the book, then the table. */
static gboolean
read_rows (Run      *run,
           GError  **error)
{
  VelImport *self = run->import;
  g_autofree char *home = vel_find_home_currency (self->book, error);
  g_autoptr(GPtrArray) stage_names = NULL;
  VelImportWriter writer = {
    .book = self->book, .change = run->made, .entity = self->kind->entity, .options = &self->options,
    .report = run->report, .home = home,
  };
  gboolean done = home != NULL;

  run->home = home;
  if (done && self->options.create_stages)
    {
      done = vel_csv_reader_rewind (self->reader, run->cancellable, error);
      stage_names = done ? find_stage_names (run, error) : NULL;
      done = stage_names != NULL;
      writer.stage_names = stage_names;
    }
  done = done && vel_import_writer_init (&writer, error);
  run->state = done ? self->kind->begin (&writer, run->cancellable, error) : NULL;
  done = run->state != NULL && read_table (run, error);
  if (run->state != NULL)
    self->kind->end (run->state);
  vel_import_writer_clear (&writer);
  return done;
}

static gpointer
read_thread (gpointer data)
{
  Run *run = data;
  g_autoptr(GError) error = NULL;

  read_rows (run, &error);
  g_mutex_lock (&run->mutex);
  run->is_over = TRUE;
  run->error = g_steal_pointer (&error);
  g_cond_broadcast (&run->cond);
  g_mutex_unlock (&run->mutex);
  return NULL;
}

/* Called by the book's writing thread. */
static gboolean
next_batch (VelChange  *change,
            gpointer    data,
            GError    **error)
{
  Run *run = data;
  GPtrArray *spent = vel_change_steal_spent (change);
  g_autoptr(VelChange) batch = NULL;

  g_mutex_lock (&run->mutex);
  if (spent != NULL)
    g_queue_push_tail (&run->spent, spent);
  while (run->batches.length == 0 && !run->is_over)
    g_cond_wait (&run->cond, &run->mutex);
  batch = g_queue_pop_head (&run->batches);
  if (batch == NULL && run->error != NULL)
    g_propagate_error (error, g_steal_pointer (&run->error));
  g_cond_broadcast (&run->cond);
  g_mutex_unlock (&run->mutex);
  if (batch != NULL)
    vel_change_move_writes (change, batch);
  return batch != NULL || *error == NULL;
}

static gboolean
write_rows (Run      *run,
            GError  **error)
{
  g_autofree char *name = g_file_get_basename (run->import->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr(VelChange) change = vel_change_new (N_("Import %s"), shown, NULL);
  GThread *thread = g_thread_new ("import", read_thread, run);
  g_autoptr(VelCommit) commit = NULL;

  vel_change_set_source (change, next_batch, run, NULL);
  commit = vel_book_commit (run->import->book, change, run->cancellable, error);
  g_mutex_lock (&run->mutex);
  run->is_given_up = TRUE;
  g_cond_broadcast (&run->cond);
  g_mutex_unlock (&run->mutex);
  g_thread_join (thread);
  if (commit == NULL)
    return FALSE;
  run->report->history = commit->history;
  return TRUE;
}

/**
 * vel_import_run:
 * @self: an import
 * @dry_run: whether to only find out what would become of the rows
 * @cancellable: (nullable): to cancel; the book is then as it was
 * @error: (out): a #VelImportError, a #VelStoreError or %G_IO_ERROR_CANCELLED
 *
 * Brings the rows into the book, in one change. Waits; for workers.
 *
 * Returns: (transfer full) (nullable): what became of them
 */
VelImportReport *
vel_import_run (VelImport     *self,
                gboolean       dry_run,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr(VelImportReport) report = vel_import_report_new ();
  g_autoptr(GArray) columns = describe_columns (self);
  g_autoptr(VelChange) made = vel_change_new ("", NULL);
  Run run = {
    .import = self, .report = report, .columns = columns, .dry_run = dry_run,
    .cancellable = cancellable, .made = made, .batches = G_QUEUE_INIT, .spent = G_QUEUE_INIT,
  };
  gboolean done;

  g_return_val_if_fail (VEL_IS_IMPORT (self), NULL);

  g_atomic_int_set (&self->permille, 0);
  g_mutex_init (&run.mutex);
  g_cond_init (&run.cond);
  done = dry_run ? read_rows (&run, error) : write_rows (&run, error);
  g_queue_clear_full (&run.batches, g_object_unref);
  g_queue_clear_full (&run.spent, (GDestroyNotify) g_ptr_array_unref);
  g_clear_error (&run.error);
  g_mutex_clear (&run.mutex);
  g_cond_clear (&run.cond);
  return done ? g_steal_pointer (&report) : NULL;
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  g_autoptr(GError) error = NULL;
  VelImportReport *report = vel_import_run (source, GPOINTER_TO_INT (data), cancellable, &error);

  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) vel_import_report_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * vel_import_run_async:
 * @self: an import
 * @dry_run: whether to only find out what would become of the rows
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: given to @callback
 *
 * As vel_import_run(), in a worker.
 */
void
vel_import_run_async (VelImport           *self,
                      gboolean             dry_run,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (VEL_IS_IMPORT (self));

  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, GINT_TO_POINTER (dry_run), NULL);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * vel_import_run_finish:
 * @self: an import
 * @result: what the callback was given
 * @error: (out): as of vel_import_run()
 *
 * Returns: (transfer full) (nullable): what became of the rows
 */
VelImportReport *
vel_import_run_finish (VelImport     *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
