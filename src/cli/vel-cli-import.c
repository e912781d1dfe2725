/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "vel-cli.h"
#include "vel-customer.h"
#include "vel-deal.h"
#include "vel-import.h"
#include "vel-pipeline.h"
#include "vel-record-json.h"

/* import FILE: a table of customers, deals or products goes into the book. */

typedef struct
{
  char     *entity;     /* (owned) (nullable) */
  char     *encoding;   /* (owned) (nullable) */
  char     *separator;  /* (owned) (nullable) */
  char     *unknown;    /* (owned) (nullable) */
  char     *nobody;     /* (owned) (nullable) */
  char     *pipeline;   /* (owned) (nullable) */
  GStrv     map;        /* (owned) (nullable) */
  gboolean  create_stages;
  gboolean  dry_run;
} ImportOptions;

static void
clear_options (ImportOptions *options)
{
  g_free (options->entity);
  g_free (options->encoding);
  g_free (options->separator);
  g_free (options->unknown);
  g_free (options->nobody);
  g_free (options->pipeline);
  g_strfreev (options->map);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImportOptions, clear_options)

static const VelEntity *
find_entity (const char  *text,
             GError     **error)
{
  g_autofree char *name = vel_cli_to_utf8 (text != NULL ? text : vel_customer_entity.name, error);
  const VelEntity *entity = name != NULL ? vel_cli_find_entity (name, error) : NULL;

  if (entity == NULL || vel_import_is_possible (entity))
    return entity;
  vel_cli_fail (error, _("Tables of %s cannot be imported, only those of customers, deals and products."), entity->name);
  return NULL;
}

/* What is said only of deals, and whether it can be understood. */
static gboolean
check_deal_options (const VelEntity  *entity,
                    ImportOptions    *options,
                    GError          **error)
{
  char **texts[] = { &options->unknown, &options->nobody, &options->pipeline };
  gboolean is_said = options->create_stages;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char *text = *texts[i] != NULL ? vel_cli_to_utf8 (*texts[i], error) : NULL;

      if (*texts[i] == NULL)
        continue;
      if (text == NULL)
        return FALSE;
      g_free (*texts[i]);
      *texts[i] = g_strstrip (text);
      is_said = TRUE;
    }
  if (is_said && entity != &vel_deal_entity)
    return vel_cli_fail (error, _("--unknown-customers, --no-customer, --create-stages and --pipeline are for deals."));
  if (options->unknown != NULL && !g_str_equal (options->unknown, "create") && !g_str_equal (options->unknown, "reject"))
    return vel_cli_fail (error, _("“%s” is neither “create” nor “reject”."), options->unknown);
  if (options->nobody != NULL && *options->nobody == '\0')
    return vel_cli_fail (error, _("The name of the customer is missing."));
  return TRUE;
}

static gboolean
parse_separator (const char  *text,
                 char        *separator,
                 GError     **error)
{
  g_autofree char *shown = NULL;

  *separator = '\0';
  if (text == NULL)
    return TRUE;
  if (g_str_equal (text, "tab") || g_str_equal (text, "\\t"))
    *separator = '\t';
  else if (g_ascii_isprint (text[0]) && text[1] == '\0')
    *separator = text[0];
  else if (g_str_equal (text, "\t"))
    *separator = '\t';
  if (*separator != '\0')
    return TRUE;
  shown = g_utf8_make_valid (text, -1);
  return vel_cli_fail (error, _("“%s” is not one character that could part columns. Write “tab” for the tabulator."), shown);
}

/* #3=FIELD: a column by its number, from 1, whatever it is called. */
static gboolean
find_numbered (VelImport   *import,
               const char  *text,
               guint       *column,
               const char **field)
{
  const guint n_columns = g_strv_length ((GStrv) vel_import_get_columns (import));
  char *end = NULL;
  guint64 number;

  if (*text != '#' || !g_ascii_isdigit (text[1]))
    return FALSE;
  number = g_ascii_strtoull (text + 1, &end, 10);
  if (*end != '=' || number < 1 || number > n_columns)
    return FALSE;
  *column = number - 1;
  *field = end + 1;
  return TRUE;
}

/* The column that COLUMN=FIELD begins with. Names of columns may hold "=", too:
 * the longest that fits is meant. */
static gboolean
find_column (VelImport   *import,
             const char  *text,
             guint       *column,
             const char **field)
{
  const char * const *names = vel_import_get_columns (import);
  gboolean found = FALSE;
  gsize longest = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      const gsize length = strlen (names[i]);

      if (!g_str_has_prefix (text, names[i]) || text[length] != '=' || (found && length <= longest))
        continue;
      found = TRUE;
      longest = length;
      *column = i;
      *field = text + length + 1;
    }
  return found || find_numbered (import, text, column, field);
}

static gboolean
fail_column (VelImport   *import,
             const char  *text,
             GError     **error)
{
  g_autofree char *names = g_strjoinv (", ", (GStrv) vel_import_get_columns (import));

  return vel_cli_fail (error, _("“%s” does not begin with the name of a column and “=”. There are: %s."), text, names);
}

static gboolean
map_columns (VelImport  *import,
             char      **map,
             GError    **error)
{
  for (gsize i = 0; map != NULL && map[i] != NULL; i++)
    {
      g_autofree char *text = vel_cli_to_utf8 (map[i], error);
      g_autoptr(VelColumnMatch) match = NULL;
      const char *field;
      guint column;

      if (text == NULL)
        return FALSE;
      if (!find_column (import, text, &column, &field))
        return fail_column (import, text, error);
      match = vel_column_match_parse (vel_import_get_entity (import), field, error);
      if (match == NULL)
        return FALSE;
      vel_import_set_match (import, column, match);
    }
  return TRUE;
}

/* A pipeline is called by its id or its name, which only the book knows. */
static gboolean
choose (VelCli               *self,
        VelBook              *book,
        VelImport            *import,
        const ImportOptions  *options,
        GError              **error)
{
  VelImportOptions chosen = { VEL_IMPORT_UNKNOWN_REJECT, options->nobody, options->create_stages, 0 };
  VelBook *open = self->book;

  if (g_strcmp0 (options->unknown, "create") == 0)
    chosen.unknown_customers = VEL_IMPORT_UNKNOWN_CREATE;
  if (options->pipeline != NULL)
    {
      gboolean found;

      self->book = book;
      found = vel_cli_find_record (self, &vel_pipeline_entity, options->pipeline, 0, &chosen.pipeline, error);
      self->book = open;
      if (!found)
        return FALSE;
    }
  vel_import_set_options (import, &chosen);
  return TRUE;
}

/* Of products there is no place for columns that match no field. */
static void
warn_nowhere (VelImport *import)
{
  const char * const *names = vel_import_get_columns (import);

  for (guint i = 0; names[i] != NULL; i++)
    if (vel_import_get_match (import, i)->reason == VEL_MATCH_NOWHERE)
      {
        g_autofree char *sentence = g_strdup_printf (_("The column “%s” matches nothing and is left out."), names[i]);

        vel_cli_warn (sentence);
      }
}

static VelImport *
open_import (VelCli               *self,
             VelBook              *book,
             const VelEntity      *entity,
             const ImportOptions  *options,
             GError              **error)
{
  VelCsvOptions known = { options->encoding, '\0', VEL_CSV_HEADER_FIND };
  g_autoptr(GFile) file = g_file_new_for_path (self->args[0]);
  g_autoptr(VelImport) import = NULL;

  if (!parse_separator (options->separator, &known.separator, error))
    return NULL;
  import = vel_import_open (book, entity, file, &known, NULL, error);
  if (import == NULL || !map_columns (import, options->map, error) || !choose (self, book, import, options, error))
    return NULL;
  return g_steal_pointer (&import);
}

static void
add_rejection (JsonBuilder              *builder,
               const VelImportRejection *rejection)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "row");
  json_builder_add_int_value (builder, rejection->row);
  json_builder_set_member_name (builder, "column");
  json_builder_add_string_value (builder, rejection->column);
  json_builder_set_member_name (builder, "value");
  json_builder_add_string_value (builder, rejection->value);
  json_builder_set_member_name (builder, "reason");
  json_builder_add_string_value (builder, rejection->reason);
  json_builder_end_object (builder);
}

static void
add_names (JsonBuilder *builder,
           const char  *name,
           GPtrArray   *texts)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < texts->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (texts, i));
  json_builder_end_array (builder);
}

/* What deals speak of, and the book does not know. */
static void
add_unknown (JsonBuilder           *builder,
             const VelImportReport *report)
{
  json_builder_set_member_name (builder, "without_customer");
  json_builder_add_int_value (builder, report->without_customer);
  add_names (builder, "unknown_customers", report->unknown_customers);
  add_names (builder, "missing_stages", report->missing_stages);
  add_names (builder, "new_products", report->new_products);
  add_names (builder, "new_lost_reasons", report->new_reasons);
}

static JsonNode *
report_to_json (VelImport             *import,
                const VelImportReport *report)
{
  const struct { const char *name; guint n; } counts[] = {
    { "read", report->read }, { "blank", report->blank }, { "created", report->created },
    { "updated", report->updated }, { "unchanged", report->unchanged },
  };
  const char separator[] = { vel_import_get_separator (import), '\0' };
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      json_builder_set_member_name (builder, counts[i].name);
      json_builder_add_int_value (builder, counts[i].n);
    }
  json_builder_set_member_name (builder, "rejected");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->rejected->len; i++)
    add_rejection (builder, g_ptr_array_index (report->rejected, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "encoding");
  json_builder_add_string_value (builder, vel_import_get_encoding (import));
  json_builder_set_member_name (builder, "separator");
  json_builder_add_string_value (builder, separator);
  if (vel_import_get_entity (import) == &vel_deal_entity)
    add_unknown (builder, report);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static gboolean
print_report (VelImport              *import,
              const VelImportReport  *report,
              GError                **error)
{
  g_autoptr(JsonNode) root = report_to_json (import, report);

  if (report->read == 0)
    vel_cli_warn (_("There is nothing to import: below the header the file has no rows."));
  warn_nowhere (import);
  return vel_cli_print (root, error);
}

/* What would become of the table in a book that is not there yet; nothing stays of it. */
static gboolean
rehearse (VelCli               *self,
          const VelEntity      *entity,
          const ImportOptions  *options,
          GError              **error)
{
  g_autofree char *folder = g_dir_make_tmp ("velinimet-XXXXXX", error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "book.velinimet", NULL) : NULL;
  g_autofree char *lock = g_strconcat (path != NULL ? path : "", "-lock", NULL);
  g_autoptr(VelBook) book = path != NULL ? vel_book_open (path, TRUE, error) : NULL;
  g_autoptr(VelImport) import = book != NULL ? open_import (self, book, entity, options, error) : NULL;
  g_autoptr(VelImportReport) report = NULL;
  gboolean done = import != NULL;

  if (done && options->dry_run)
    {
      report = vel_import_run (import, TRUE, NULL, error);
      done = report != NULL && print_report (import, report, error);
    }
  if (book != NULL)
    vel_book_close (book);
  if (path != NULL)
    {
      g_unlink (path);
      g_unlink (lock);
      g_rmdir (folder);
    }
  return done;
}

/* import FILE */
gboolean
vel_cli_import (VelCli  *self,
                int      argc,
                char   **argv,
                GError **error)
{
  g_auto(ImportOptions) options = { NULL };
  const GOptionEntry entries[] = {
    { "entity", 0, 0, G_OPTION_ARG_FILENAME, &options.entity, N_("What its rows are; customer unless said"), N_("ENTITY") },
    { "map", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.map,
      N_("Where a column goes, nowhere if FIELD is empty; may be repeated"), N_("COLUMN=FIELD") },
    { "encoding", 0, 0, G_OPTION_ARG_FILENAME, &options.encoding, N_("Its encoding; found unless said"), N_("ENCODING") },
    { "separator", 0, 0, G_OPTION_ARG_FILENAME, &options.separator, N_("What parts its columns; found unless said"),
      N_("CHARACTER") },
    { "unknown-customers", 0, 0, G_OPTION_ARG_FILENAME, &options.unknown,
      N_("Of deals: whether customers that are not there are added (“create”), or their rows rejected (“reject”, as unless said)"),
      N_("WHAT") },
    { "no-customer", 0, 0, G_OPTION_ARG_FILENAME, &options.nobody,
      N_("Of deals: the customer under which those without one are filed, added if there is none of that name"), N_("NAME") },
    { "create-stages", 0, 0, G_OPTION_ARG_NONE, &options.create_stages,
      N_("Of deals: add stages that are not there at the end of their pipeline"), NULL },
    { "pipeline", 0, 0, G_OPTION_ARG_FILENAME, &options.pipeline, N_("Of deals: the pipeline that they go into"),
      N_("PIPELINE") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, N_("Only tell what would become of its rows"), NULL },
    { NULL }
  };
  const VelEntity *entity;
  g_autoptr(VelImport) import = NULL;
  g_autoptr(VelImportReport) report = NULL;

  if (!vel_cli_parse (self, entries, argc, argv, error))
    return FALSE;
  if (self->args[0] == NULL || *self->args[0] == '\0')
    return vel_cli_fail (error, _("The name of the file is missing."));
  if (!vel_cli_expect_end (self, 1, error))
    return FALSE;
  entity = find_entity (options.entity, error);
  if (entity == NULL || !check_deal_options (entity, &options, error))
    return FALSE;

  /* A table that cannot be read makes no book. */
  if (!vel_cli_has_book (self))
    {
      if (!rehearse (self, entity, &options, error))
        return FALSE;
      if (options.dry_run)
        return TRUE;
    }
  if (!vel_cli_open (self, TRUE, error))
    return FALSE;
  import = open_import (self, self->book, entity, &options, error);
  report = import != NULL ? vel_import_run (import, options.dry_run, NULL, error) : NULL;
  if (report == NULL)
    return FALSE;
  self->has_written = report->history != 0;
  return print_report (import, report, error);
}
