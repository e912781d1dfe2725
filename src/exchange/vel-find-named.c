/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-find-named.h"

#include "vel-pipeline.h"
#include "vel-setting.h"
#include "vel-stage.h"

/* People write names where the book has ids. All of it waits, and is not for
 * the thread of an interface. */

static VelFilter *
is_text (const char *field,
         const char *text)
{
  const char * const values[] = { text, NULL };

  return vel_filter_new (VEL_FILTER_IS, field, values);
}

static VelFilter *
is_id (const char *field,
       gint64      id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return is_text (field, text);
}

static GArray *
find (VelBook          *book,
      const VelEntity  *entity,
      const VelFilter  *filter,
      const char       *order,
      GError          **error)
{
  g_autoptr(VelQuery) query = vel_query_new (entity, filter, NULL, order, FALSE);

  return vel_book_find (book, query, error);
}

/**
 * vel_find_named:
 * @book: an open book
 * @entity: what is looked for
 * @name: its name, in any writing
 * @pipeline: of stages, the pipeline in which it is looked for; 0 for any
 * @error: (out): a #VelStoreError
 *
 * Returns: (transfer full) (nullable) (element-type gint64): those that are
 *   called so, letters being alike with and without marks, small and capital
 */
GArray *
vel_find_named (VelBook          *book,
                const VelEntity  *entity,
                const char       *name,
                gint64            pipeline,
                GError          **error)
{
  g_autoptr(VelFilter) filter = vel_filter_new_join (VEL_FILTER_ALL);

  if (entity->name_field == NULL)
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  vel_filter_take (filter, is_text (entity->name_field, name));
  if (entity == &vel_stage_entity && pipeline != 0)
    vel_filter_take (filter, is_id ("pipeline", pipeline));
  return find (book, entity, filter, NULL, error);
}

/**
 * vel_find_first_pipeline:
 * @book: an open book
 * @error: (out): a #VelStoreError
 *
 * Returns: the first pipeline that is not archived, in which new deals begin;
 *   0 with @error set where there is none
 */
gint64
vel_find_first_pipeline (VelBook  *book,
                         GError  **error)
{
  g_autoptr(GArray) ids = find (book, &vel_pipeline_entity, NULL, "position", error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      const gint64 id = g_array_index (ids, gint64, i);
      g_autoptr(VelRecord) record = vel_book_get_record (book, &vel_pipeline_entity, id, error);

      if (record == NULL)
        return 0;
      if (i + 1 == ids->len || vel_record_get_integer (record, "archived") == 0)
        return vel_record_get_integer (record, "archived") == 0 ? id : g_array_index (ids, gint64, 0);
    }
  if (ids != NULL)
    g_set_error_literal (error, VEL_STORE_ERROR, VEL_STORE_ERROR_NOT_FOUND, "There is no pipeline.");
  return 0;
}

/**
 * vel_find_stages:
 * @book: an open book
 * @pipeline: a pipeline
 * @error: (out): a #VelStoreError
 *
 * Returns: (transfer full) (nullable) (element-type gint64): its stages, in order
 */
GArray *
vel_find_stages (VelBook  *book,
                 gint64    pipeline,
                 GError  **error)
{
  g_autoptr(VelFilter) filter = is_id ("pipeline", pipeline);

  return find (book, &vel_stage_entity, filter, "position", error);
}

/**
 * vel_find_home_currency:
 * @book: an open book
 * @error: (out): a #VelStoreError
 *
 * Returns: (transfer full) (nullable): the currency of the book, an ISO 4217 code
 */
char *
vel_find_home_currency (VelBook  *book,
                        GError  **error)
{
  g_autoptr(GArray) ids = vel_find_named (book, &vel_setting_entity, "currency", 0, error);
  g_autoptr(VelRecord) record = NULL;
  const char *currency;

  if (ids == NULL)
    return NULL;
  if (ids->len == 0)
    return g_strdup ("TRY");
  record = vel_book_get_record (book, &vel_setting_entity, g_array_index (ids, gint64, 0), error);
  if (record == NULL)
    return NULL;
  currency = vel_record_get_text (record, "value");
  return g_strdup (currency != NULL ? currency : "TRY");
}
