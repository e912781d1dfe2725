/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vel-cli.h"
#include "vel-record-json.h"

/* The commands that read records. */

typedef struct
{
  char     *search;  /* (owned) (nullable) */
  char     *sort;    /* (owned) (nullable) */
  GStrv     where;   /* (owned) (nullable) */
  gint64    limit;
  gint64    offset;
  gboolean  count;
} ListOptions;

static void
clear_options (ListOptions *options)
{
  g_free (options->search);
  g_free (options->sort);
  g_strfreev (options->where);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ListOptions, clear_options)

static gboolean
make_utf8 (char   **text,
           GError **error)
{
  char *converted;

  if (*text == NULL)
    return TRUE;
  converted = vel_cli_to_utf8 (*text, error);
  if (converted == NULL)
    return FALSE;
  g_free (*text);
  *text = converted;
  return TRUE;
}

static gboolean
make_all_utf8 (ListOptions  *options,
               GError      **error)
{
  for (gsize i = 0; options->where != NULL && options->where[i] != NULL; i++)
    if (!make_utf8 (&options->where[i], error))
      return FALSE;
  return make_utf8 (&options->search, error) && make_utf8 (&options->sort, error);
}

static VelFilter *
make_filter (VelCli           *self,
             const VelEntity  *entity,
             char            **where,
             GError          **error)
{
  g_autoptr(VelFilter) filter = vel_filter_new_join (VEL_FILTER_ALL);

  for (gsize i = 0; where != NULL && where[i] != NULL; i++)
    {
      VelFilter *child = vel_cli_parse_where (self, entity, where[i], error);

      if (child == NULL)
        return NULL;
      vel_filter_take (filter, child);
    }
  return g_steal_pointer (&filter);
}

static VelQuery *
make_query (VelCli             *self,
            const VelEntity    *entity,
            const ListOptions  *options,
            GError            **error)
{
  const gboolean descending = options->sort != NULL && *options->sort == '-';
  g_autofree char *order = options->sort != NULL ? g_strdup (options->sort + descending) : NULL;
  g_autoptr(VelFilter) filter = NULL;

  if (order != NULL && !vel_cli_check_field (self, entity, &order, error))
    return NULL;
  filter = make_filter (self, entity, options->where, error);
  if (filter == NULL)
    return NULL;
  return vel_query_new (entity, filter->children->len > 0 ? filter : NULL, options->search, order, descending);
}

static gboolean
print_count (guint     n,
             GError  **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "count");
  json_builder_add_int_value (builder, n);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return vel_cli_print (root, error);
}

static gboolean
print_records (VelCli            *self,
               const VelEntity   *entity,
               GArray            *ids,
               const ListOptions *options,
               GError           **error)
{
  const gint64 end = options->limit < (gint64) ids->len - options->offset ? options->offset + options->limit : ids->len;
  gboolean first = TRUE;

  vel_cli_begin_array ();
  for (gint64 i = options->offset; i < end; i++)
    {
      g_autoptr(GError) local_error = NULL;
      g_autoptr(VelRecord) record = vel_book_get_record (self->book, entity, g_array_index (ids, gint64, i), &local_error);
      g_autoptr(JsonNode) node = NULL;

      /* Deleted by another program since it was found. */
      if (g_error_matches (local_error, VEL_STORE_ERROR, VEL_STORE_ERROR_NOT_FOUND))
        continue;
      if (record == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      node = vel_record_to_json (record);
      vel_cli_print_element (node, first);
      first = FALSE;
    }
  return vel_cli_end_array (first, error);
}

/* list ENTITY */
gboolean
vel_cli_list (VelCli  *self,
              int      argc,
              char   **argv,
              GError **error)
{
  g_auto(ListOptions) options = { .limit = G_MAXINT64 };
  const GOptionEntry entries[] = {
    { "search", 0, 0, G_OPTION_ARG_FILENAME, &options.search, N_("Only those where this is found"), N_("TEXT") },
    { "where", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.where,
      N_("Only those whose field is so; may be repeated"), N_("FIELD=VALUE") },
    { "sort", 0, 0, G_OPTION_ARG_FILENAME, &options.sort,
      N_("Order by a field; with a minus sign, from last to first"), N_("FIELD") },
    { "limit", 0, 0, G_OPTION_ARG_INT64, &options.limit, N_("So many at most"), N_("N") },
    { "offset", 0, 0, G_OPTION_ARG_INT64, &options.offset, N_("Leave out so many at the beginning"), N_("N") },
    { "count", 0, 0, G_OPTION_ARG_NONE, &options.count, N_("Only say how many there are"), NULL },
    { NULL }
  };
  const VelEntity *entity;
  g_autoptr(VelQuery) query = NULL;
  g_autoptr(GArray) ids = NULL;

  if (!vel_cli_parse (self, entries, argc, argv, error))
    return FALSE;
  entity = vel_cli_find_entity (self->args[0], error);
  if (entity == NULL)
    return FALSE;
  if (!vel_cli_expect_end (self, 1, error))
    return FALSE;
  if (!make_all_utf8 (&options, error))
    return FALSE;
  if (options.limit < 0 || options.offset < 0)
    return vel_cli_fail (error, _("How many cannot be a number below zero."));

  if (!vel_cli_open (self, FALSE, error))
    return FALSE;
  query = make_query (self, entity, &options, error);
  ids = query != NULL ? vel_book_find (self->book, query, error) : NULL;
  if (ids == NULL)
    return FALSE;
  return options.count ? print_count (ids->len, error) : print_records (self, entity, ids, &options, error);
}

/* show ENTITY ID */
gboolean
vel_cli_show (VelCli  *self,
              int      argc,
              char   **argv,
              GError **error)
{
  const VelEntity *entity;
  g_autoptr(VelRecord) record = NULL;
  g_autoptr(JsonNode) node = NULL;
  gint64 id;

  if (!vel_cli_parse (self, NULL, argc, argv, error))
    return FALSE;
  entity = vel_cli_find_entity (self->args[0], error);
  if (entity == NULL || !vel_cli_parse_id (self->args[1], &id, error))
    return FALSE;
  if (!vel_cli_expect_end (self, 2, error))
    return FALSE;

  if (!vel_cli_open (self, FALSE, error))
    return FALSE;
  record = vel_book_get_record (self->book, entity, id, error);
  if (record == NULL)
    return FALSE;
  node = vel_record_to_json (record);
  return vel_cli_print (node, error);
}
