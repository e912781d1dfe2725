/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vel-cli.h"
#include "vel-find-named.h"
#include "vel-money.h"
#include "vel-stage.h"
#include "vel-task.h"

/* What can be read only beside the book: records called by their names, and
 * money, whose decimals depend on its currency. */

/* So many ids of one name are told. */
#define MAX_TOLD 10

static gboolean
fail_ambiguous (const VelEntity  *entity,
                const char       *name,
                GArray           *ids,
                GError          **error)
{
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < ids->len && i < MAX_TOLD; i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "", g_array_index (ids, gint64, i));
  if (ids->len > MAX_TOLD)
    g_string_append (list, ", …");
  return vel_cli_fail (error, _("Of %s there are several called “%s”. Write the id of one of them: %s."),
                       entity->name, name, list->str);
}

static gboolean
find_by_id (VelCli           *self,
            const VelEntity  *entity,
            const char       *text,
            gint64           *id,
            gboolean         *found,
            GError          **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(VelRecord) record = NULL;

  *found = FALSE;
  if (!vel_cli_parse_id (text, id, NULL))
    return TRUE;
  record = vel_book_get_record (self->book, entity, *id, &local_error);
  *found = record != NULL;
  if (record != NULL || g_error_matches (local_error, VEL_STORE_ERROR, VEL_STORE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* A task that is repeated is called as those before it: of several the open one is meant. */
static gboolean
keep_open (VelCli  *self,
           GArray  *ids,
           GError **error)
{
  g_autoptr(GArray) open = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < ids->len; i++)
    {
      const gint64 id = g_array_index (ids, gint64, i);
      g_autoptr(VelRecord) task = vel_book_get_record (self->book, &vel_task_entity, id, error);

      if (task == NULL)
        return FALSE;
      if (vel_record_get_integer (task, "done") == 0)
        g_array_append_val (open, id);
    }
  if (open->len > 0)
    {
      g_array_set_size (ids, 0);
      g_array_append_vals (ids, open->data, open->len);
    }
  return TRUE;
}

/**
 * vel_cli_find_record:
 * @self: a run, with its book open
 * @entity: what is looked for
 * @text: its id, or its name
 * @pipeline: of stages, the pipeline in which it is looked for first; 0 for none
 * @id: (out): its id
 * @error: (out): that there is none (#VelStoreError), or that there are several (wrong usage)
 *
 * Returns: whether there is exactly one
 */
gboolean
vel_cli_find_record (VelCli           *self,
                     const VelEntity  *entity,
                     const char       *text,
                     gint64            pipeline,
                     gint64           *id,
                     GError          **error)
{
  g_autofree char *name = g_strstrip (g_strdup (text));
  g_autoptr(GArray) ids = NULL;
  gboolean found;

  if (!find_by_id (self, entity, name, id, &found, error))
    return FALSE;
  if (found)
    return TRUE;
  ids = vel_find_named (self->book, entity, name, pipeline, error);
  if (ids != NULL && ids->len == 0 && entity == &vel_stage_entity && pipeline != 0)
    {
      g_array_unref (ids);
      ids = vel_find_named (self->book, entity, name, 0, error);
    }
  if (ids == NULL || (ids->len > 1 && entity == &vel_task_entity && !keep_open (self, ids, error)))
    return FALSE;
  if (ids->len > 1)
    return fail_ambiguous (entity, name, ids, error);
  if (ids->len == 1)
    {
      *id = g_array_index (ids, gint64, 0);
      return TRUE;
    }
  if (vel_cli_parse_id (name, id, NULL))
    {
      g_autoptr(VelRecord) record = vel_book_get_record (self->book, entity, *id, error);

      return record != NULL;
    }
  g_set_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_NOT_FOUND,
               /* Translators: the first %s is an entity, such as customer. */
               _("There is no %s with the id or name “%s”."), entity->name, name);
  return FALSE;
}

static gint64
scale (gint64      amount,
       const char *from,
       const char *to)
{
  int digits = vel_currency_get_digits (to) - vel_currency_get_digits (from);

  for (; digits > 0 && ABS (amount) <= VEL_MONEY_MAX; digits--)
    amount *= 10;
  for (; digits < 0; digits++)
    amount /= 10;
  return amount;
}

/**
 * vel_cli_parse_money:
 * @text: a sum as people write it
 * @currency: the currency of a sum without one
 * @is_given: whether that is the currency whatever the sum names: $5 may be Canadian
 * @amount: (out): the sum, in minor units
 * @error: (out): a #VelTextError
 *
 * Returns: (transfer full) (nullable): the currency that it is in
 */
char *
vel_cli_parse_money (const char  *text,
                     const char  *currency,
                     gboolean     is_given,
                     gint64      *amount,
                     GError     **error)
{
  g_autofree char *named = NULL;

  if (!vel_money_parse (text, currency, amount, &named, error))
    return NULL;
  if (!is_given || g_str_equal (named, currency))
    return g_steal_pointer (&named);
  *amount = scale (*amount, named, currency);
  return g_strdup (currency);
}
