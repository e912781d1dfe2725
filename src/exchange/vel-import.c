/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-import.h"

#include <json-glib/json-glib.h>

#include "vel-column-guess.h"
#include "vel-column-names.h"
#include "vel-customer.h"
#include "vel-import-mapping.h"
#include "vel-import-private.h"
#include "vel-json.h"

/**
 * VelImport:
 *
 * A table of customers, deals or products on its way into a book: read once to see what it is,
 * then once more for each run. Its columns may be sent elsewhere between the
 * runs. Opening and running wait, and belong to workers; the rest to the
 * thread that made it, while no run is under way.
 */

G_DEFINE_FINAL_TYPE (VelImport, vel_import, G_TYPE_OBJECT)

/* So many cells of each column are kept to show what stands in it. */
#define N_EXAMPLES 3

/* How often the progress is told, in rows. */
#define PROGRESS_ROWS 64

static void
vel_import_finalize (GObject *object)
{
  VelImport *self = VEL_IMPORT (object);

  g_clear_object (&self->book);
  g_clear_object (&self->file);
  g_clear_object (&self->reader);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  g_clear_pointer (&self->examples, g_ptr_array_unref);
  g_clear_pointer (&self->orders, g_array_unref);
  g_clear_pointer (&self->shape, g_free);
  g_free ((char *) self->options.no_customer);

  G_OBJECT_CLASS (vel_import_parent_class)->finalize (object);
}

static void
vel_import_class_init (VelImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vel_import_finalize;
}

static void
vel_import_init (VelImport *self)
{
}

/* How far the reading is. Any thread may ask. */
void
vel_import_tell_progress (VelImport *self)
{
  const guint64 size = MAX (vel_csv_reader_get_size (self->reader), 1);

  g_atomic_int_set (&self->permille, (int) (MIN (vel_csv_reader_get_position (self->reader), size) * 1000 / size));
}

/* Keeps a cell if there is something in it that was not there before. */
static void
keep_example (GPtrArray  *examples,
              const char *cell)
{
  /* The last place is for the end. */
  if (examples->len > N_EXAMPLES || *cell == '\0')
    return;
  for (guint i = 0; i + 1 < examples->len; i++)
    if (g_str_equal (g_ptr_array_index (examples, i), cell))
      return;
  g_ptr_array_insert (examples, examples->len - 1, g_strdup (cell));
}

static gboolean
look_at_rows (VelImport      *self,
              VelTableStats  *stats,
              GCancellable   *cancellable,
              GError        **error)
{
  const guint n_columns = vel_csv_reader_get_n_columns (self->reader);
  const VelCsvRow *row;

  self->examples = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < n_columns; i++)
    {
      GPtrArray *examples = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (examples, NULL);
      g_ptr_array_add (self->examples, examples);
    }
  while (TRUE)
    {
      if (!vel_csv_reader_next (self->reader, &row, cancellable, error))
        return FALSE;
      if (row == NULL)
        return TRUE;
      if (row->is_blank)
        continue;
      if (++self->n_rows % PROGRESS_ROWS == 0)
        vel_import_tell_progress (self);
      vel_table_stats_add (stats, row);
      for (guint i = 0; i < n_columns; i++)
        keep_example (g_ptr_array_index (self->examples, i), row->cells[i]);
    }
}

/* The mapping that is remembered for tables of a shape, 0 for none. */
static gboolean
find_mapping (VelBook     *book,
              const char  *shape,
              gint64      *mapping,
              GError     **error)
{
  const char * const shapes[] = { shape, NULL };
  g_autoptr(VelFilter) filter = vel_filter_new (VEL_FILTER_IS, "shape", shapes);
  g_autoptr(VelQuery) query = vel_query_new (&vel_import_mapping_entity, filter, NULL, "id", FALSE);
  g_autoptr(GArray) ids = vel_book_find (book, query, error);

  *mapping = ids != NULL && ids->len > 0 ? g_array_index (ids, gint64, 0) : 0;
  return ids != NULL;
}

/* The mapping of the file of the same shape that was imported last. */
static gboolean
recall (VelImport  *self,
        GError    **error)
{
  VelValue values[2] = { VEL_VALUE_INIT, VEL_VALUE_INIT };
  g_autoptr(JsonNode) node = NULL;
  JsonArray *array;

  if (!find_mapping (self->book, self->shape, &self->mapping, error))
    return FALSE;
  if (self->mapping == 0)
    return TRUE;
  if (!vel_book_read_values (self->book, &vel_import_mapping_entity, self->mapping, values, error))
    return FALSE;
  node = values[1].text != NULL ? vel_json_from_string (values[1].text) : NULL;
  vel_value_clear (&values[0]);
  vel_value_clear (&values[1]);
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return TRUE;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array) && i < self->matches->len; i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      VelColumnMatch *match;

      /* Null where the match held for that file alone. */
      if (!JSON_NODE_HOLDS_VALUE (element) || json_node_get_value_type (element) != G_TYPE_STRING)
        continue;
      match = vel_column_match_parse (self->kind->entity, json_node_get_string (element), NULL);
      if (match == NULL)
        continue;
      vel_column_match_free (g_ptr_array_index (self->matches, i));
      g_ptr_array_index (self->matches, i) = match;
      self->is_remembered = TRUE;
    }
  return TRUE;
}

/* The mapping as it is remembered: a JSON array of matches, null for those that
 * hold for this file alone. */
char *
vel_import_dup_mapping (VelImport *self)
{
  g_autoptr(JsonArray) array = json_array_new ();
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < self->matches->len; i++)
    {
      const VelColumnMatch *match = g_ptr_array_index (self->matches, i);
      g_autofree char *text = vel_column_match_to_string (match);

      if (match->reason == VEL_MATCH_EMPTY || match->reason == VEL_MATCH_SAME)
        json_array_add_null_element (array);
      else
        json_array_add_string_element (array, text);
    }
  json_node_set_array (node, array);
  return vel_json_to_string (node, FALSE);
}

static const VelImportKind * const kinds[] = {
  &vel_import_customer_kind, &vel_import_deal_kind, &vel_import_product_kind,
};

static const VelImportKind *
find_kind (const VelEntity *entity)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i]->entity == entity)
      return kinds[i];
  return NULL;
}

/**
 * vel_import_is_possible:
 * @entity: an entity
 *
 * Returns: whether tables of it can be imported
 */
gboolean
vel_import_is_possible (const VelEntity *entity)
{
  return find_kind (entity) != NULL;
}

/* What the rows of a table are: what they were the last time that a table of
 * this shape was imported, else what the names of its columns say. */
static const VelEntity *
guess_entity (VelBook              *book,
              GFile                *file,
              const VelCsvOptions  *options,
              GCancellable         *cancellable,
              GError              **error)
{
  VelCsvOptions known = { NULL, '\0', VEL_CSV_HEADER_FIND };
  g_autoptr(VelCsvReader) reader = NULL;
  const VelEntity *best = &vel_customer_entity;
  const char * const *names;
  guint best_fit = 0;
  guint fit;

  if (options != NULL)
    known = *options;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *shape = NULL;
      gint64 mapping;

      known.entity = kinds[i]->entity;
      g_clear_object (&reader);
      reader = vel_csv_reader_open (file, &known, cancellable, error);
      if (reader == NULL)
        return NULL;
      names = vel_csv_reader_get_columns (reader);
      shape = vel_column_match_shape (kinds[i]->entity, names, vel_csv_reader_has_header (reader));
      if (!find_mapping (book, shape, &mapping, error))
        return NULL;
      if (mapping != 0)
        return kinds[i]->entity;
      fit = vel_csv_reader_has_header (reader) ? vel_column_names_fit (kinds[i]->entity, names) : 0;
      if (fit == 0 || fit < best_fit)
        continue;
      best = kinds[i]->entity;
      best_fit = fit;
    }
  return best;
}

/**
 * vel_import_open:
 * @book: the book that shall have them
 * @entity: (nullable): what its rows are: customers, deals or products; %NULL
 *   to find out from the names of its columns
 * @file: a table
 * @options: (nullable): what is known of it
 * @cancellable: (nullable): to cancel
 * @error: (out): a #VelImportError, a #VelStoreError or %G_IO_ERROR_CANCELLED
 *
 * Reads the whole table, and finds out what it is and where its columns go.
 * Waits; for workers.
 *
 * Returns: (transfer full) (nullable): the import, of which nothing has been done yet
 */
VelImport *
vel_import_open (VelBook              *book,
                 const VelEntity      *entity,
                 GFile                *file,
                 const VelCsvOptions  *options,
                 GCancellable         *cancellable,
                 GError              **error)
{
  g_autoptr(VelImport) self = g_object_new (VEL_TYPE_IMPORT, NULL);
  g_autoptr(VelTableStats) stats = NULL;
  VelCsvOptions known = { NULL, '\0', VEL_CSV_HEADER_FIND };
  guint n_columns;

  g_return_val_if_fail (entity == NULL || find_kind (entity) != NULL, NULL);
  if (entity == NULL && (entity = guess_entity (book, file, options, cancellable, error)) == NULL)
    return NULL;
  self->kind = find_kind (entity);
  self->book = g_object_ref (book);
  self->file = g_object_ref (file);
  if (options != NULL)
    known = *options;
  known.entity = entity;
  self->reader = vel_csv_reader_open (file, &known, cancellable, error);
  if (self->reader == NULL)
    return NULL;
  n_columns = vel_csv_reader_get_n_columns (self->reader);
  stats = vel_table_stats_new (n_columns);
  if (!look_at_rows (self, stats, cancellable, error))
    return NULL;
  self->matches = vel_column_guess (entity, vel_csv_reader_get_columns (self->reader),
                                    vel_csv_reader_has_header (self->reader), stats);
  self->orders = g_array_new (FALSE, FALSE, sizeof (VelDateOrder));
  for (guint i = 0; i < n_columns; i++)
    {
      const VelDateOrder order = vel_date_detector_get_order (&vel_table_stats_get_column (stats, i)->dates);

      g_array_append_val (self->orders, order);
    }
  self->shape = vel_column_match_shape (entity, vel_csv_reader_get_columns (self->reader),
                                        vel_csv_reader_has_header (self->reader));
  return recall (self, error) ? g_steal_pointer (&self) : NULL;
}

typedef struct
{
  VelBook         *book;      /* (owned) */
  const VelEntity *entity;
  GFile           *file;      /* (owned) */
  char            *encoding;  /* (owned) (nullable) */
  VelCsvOptions    options;
} Opening;

static void
free_opening (gpointer data)
{
  Opening *opening = data;

  g_object_unref (opening->book);
  g_object_unref (opening->file);
  g_free (opening->encoding);
  g_free (opening);
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Opening *opening = data;
  g_autoptr(GError) error = NULL;
  VelImport *self = vel_import_open (opening->book, opening->entity, opening->file, &opening->options, cancellable, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * vel_import_open_async:
 * @book: the book that shall have them
 * @entity: (nullable): what its rows are: customers, deals or products; %NULL
 *   to find out from the names of its columns
 * @file: a table
 * @options: (nullable): what is known of it
 * @cancellable: (nullable): to cancel
 * @callback: called when the table has been read
 * @user_data: given to @callback
 *
 * As vel_import_open(), in a worker.
 */
void
vel_import_open_async (VelBook              *book,
                       const VelEntity      *entity,
                       GFile                *file,
                       const VelCsvOptions  *options,
                       GCancellable         *cancellable,
                       GAsyncReadyCallback   callback,
                       gpointer              user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->book = g_object_ref (book);
  opening->entity = entity;
  opening->file = g_object_ref (file);
  if (options != NULL)
    {
      opening->options = *options;
      opening->encoding = g_strdup (options->encoding);
      opening->options.encoding = opening->encoding;
    }
  g_task_set_task_data (task, opening, free_opening);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * vel_import_open_finish:
 * @result: what the callback was given
 * @error: (out): as of vel_import_open()
 *
 * Returns: (transfer full) (nullable): the import
 */
VelImport *
vel_import_open_finish (GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vel_import_get_entity:
 * @self: an import
 *
 * Returns: (transfer none): what the rows of the table are
 */
const VelEntity *
vel_import_get_entity (VelImport *self)
{
  g_return_val_if_fail (VEL_IS_IMPORT (self), NULL);

  return self->kind->entity;
}

/**
 * vel_import_get_options:
 * @self: an import
 *
 * Returns: (transfer none): what is to be done with what is not in the book
 */
const VelImportOptions *
vel_import_get_options (VelImport *self)
{
  g_return_val_if_fail (VEL_IS_IMPORT (self), NULL);

  return &self->options;
}

/**
 * vel_import_set_options:
 * @self: an import, while no run is under way
 * @options: what is to be done with what is not in the book; copied
 */
void
vel_import_set_options (VelImport              *self,
                        const VelImportOptions *options)
{
  char *no_customer;

  g_return_if_fail (VEL_IS_IMPORT (self));

  no_customer = g_strdup (options->no_customer);
  g_free ((char *) self->options.no_customer);
  self->options = *options;
  self->options.no_customer = no_customer;
}

/**
 * vel_import_get_file:
 * @self: an import
 *
 * Returns: (transfer none): the table
 */
GFile *
vel_import_get_file (VelImport *self)
{
  g_return_val_if_fail (VEL_IS_IMPORT (self), NULL);

  return self->file;
}

/**
 * vel_import_get_encoding:
 * @self: an import
 *
 * Returns: (transfer none): the encoding of the table
 */
const char *
vel_import_get_encoding (VelImport *self)
{
  g_return_val_if_fail (VEL_IS_IMPORT (self), NULL);

  return vel_csv_reader_get_encoding (self->reader);
}

/**
 * vel_import_get_separator:
 * @self: an import
 *
 * Returns: what parts its columns
 */
char
vel_import_get_separator (VelImport *self)
{
  g_return_val_if_fail (VEL_IS_IMPORT (self), ',');

  return vel_csv_reader_get_separator (self->reader);
}

/**
 * vel_import_has_header:
 * @self: an import
 *
 * Returns: whether its first row names the columns
 */
gboolean
vel_import_has_header (VelImport *self)
{
  g_return_val_if_fail (VEL_IS_IMPORT (self), FALSE);

  return vel_csv_reader_has_header (self->reader);
}

/**
 * vel_import_get_n_rows:
 * @self: an import
 *
 * Returns: how many rows it has, the header and blank ones apart
 */
guint
vel_import_get_n_rows (VelImport *self)
{
  g_return_val_if_fail (VEL_IS_IMPORT (self), 0);

  return self->n_rows;
}

/**
 * vel_import_get_columns:
 * @self: an import
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of its columns
 */
const char * const *
vel_import_get_columns (VelImport *self)
{
  g_return_val_if_fail (VEL_IS_IMPORT (self), NULL);

  return vel_csv_reader_get_columns (self->reader);
}

/**
 * vel_import_get_examples:
 * @self: an import
 * @column: a column, from 0
 *
 * Returns: (transfer none) (array zero-terminated=1): the first few different
 *   cells of it in which there is something
 */
const char * const *
vel_import_get_examples (VelImport *self,
                         guint      column)
{
  g_return_val_if_fail (VEL_IS_IMPORT (self), NULL);
  g_return_val_if_fail (column < self->matches->len, NULL);

  return (const char * const *) ((GPtrArray *) g_ptr_array_index (self->examples, column))->pdata;
}

/**
 * vel_import_is_remembered:
 * @self: an import
 *
 * Returns: whether its columns go where those of the last such file went
 */
gboolean
vel_import_is_remembered (VelImport *self)
{
  g_return_val_if_fail (VEL_IS_IMPORT (self), FALSE);

  return self->is_remembered;
}

/**
 * vel_import_get_match:
 * @self: an import
 * @column: a column, from 0
 *
 * Returns: (transfer none): where it goes
 */
const VelColumnMatch *
vel_import_get_match (VelImport *self,
                      guint      column)
{
  g_return_val_if_fail (VEL_IS_IMPORT (self), NULL);
  g_return_val_if_fail (column < self->matches->len, NULL);

  return g_ptr_array_index (self->matches, column);
}

/**
 * vel_import_set_match:
 * @self: an import
 * @column: a column, from 0
 * @match: where it shall go; copied
 */
void
vel_import_set_match (VelImport            *self,
                      guint                 column,
                      const VelColumnMatch *match)
{
  g_return_if_fail (VEL_IS_IMPORT (self));
  g_return_if_fail (column < self->matches->len);

  vel_column_match_free (g_ptr_array_index (self->matches, column));
  g_ptr_array_index (self->matches, column) = vel_column_match_copy (match);
}

/**
 * vel_import_get_progress:
 * @self: an import
 *
 * How much of the table the run that is under way has read. Any thread may ask.
 *
 * Returns: from 0 to 1
 */
double
vel_import_get_progress (VelImport *self)
{
  g_return_val_if_fail (VEL_IS_IMPORT (self), 0);

  return g_atomic_int_get (&self->permille) / 1000.0;
}
