/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vel-cli.h"

/* What the program says about itself. Entities and fields come from the field
 * tables, so that none can be forgotten. */

/* How the type of a field is called, in help and for programs. */
const char *
vel_cli_type_name (const VelField *field)
{
  static const char * const names[] = {
    [VEL_FIELD_TEXT] = "text", [VEL_FIELD_LONG_TEXT] = "long-text", [VEL_FIELD_CHOICE] = "choice",
    [VEL_FIELD_BOOLEAN] = "boolean", [VEL_FIELD_INTEGER] = "integer", [VEL_FIELD_MONEY] = "money",
    [VEL_FIELD_DATE] = "date", [VEL_FIELD_DATE_TIME] = "date-time", [VEL_FIELD_DUE] = "due", [VEL_FIELD_PHONE] = "phone",
    [VEL_FIELD_EMAIL] = "email", [VEL_FIELD_URL] = "url", [VEL_FIELD_LINK] = "link",
    [VEL_FIELD_ITEMS] = "items", [VEL_FIELD_WORDS] = "words", [VEL_FIELD_CUSTOM] = "custom",
    [VEL_FIELD_PLACE] = "place",
  };

  return names[field->type];
}

/* gettext has an answer to the empty text, too: its header. */
static const char *
get_arguments (const VelCliCommand *command)
{
  return *command->arguments != '\0' ? _(command->arguments) : "";
}

/* A word in a column of so many letters, and what it means. */
static void
append_line (GString    *text,
             const char *word,
             int         width,
             const char *meaning)
{
  const int length = (int) g_utf8_strlen (word, -1);

  g_string_append_printf (text, "  %s%*s  %s\n", word, MAX (width - length, 0), "", meaning);
}

static void
append_options (GString *text)
{
  g_autofree char *book = g_strdup_printf ("--book %s", _("FILE"));

  g_string_append_printf (text, "%s\n", _("Options:"));
  append_line (text, book, 12, _("The file of the book, instead of the user’s own"));
  append_line (text, "-h, --help", 12, _("Show this help"));
  append_line (text, "--version", 12, _("Show the version"));
}

static void
append_commands (GString *text)
{
  g_string_append_printf (text, "%s\n", _("Commands:"));
  for (const VelCliCommand *command = vel_cli_commands; command->name != NULL; command++)
    {
      g_autofree char *usage = g_strdup_printf ("%s %s", command->name, get_arguments (command));

      append_line (text, usage, 30, _(command->summary));
    }
}

static void
append_field (GString        *text,
              const VelField *field)
{
  g_string_append_printf (text, "    %-16s %-10s %s", field->name, vel_cli_type_name (field),
                          vel_field_get_label (field));
  for (const VelChoice *choice = field->choices; choice != NULL && choice->key != NULL; choice++)
    g_string_append_printf (text, "%s%s", choice == field->choices ? ": " : ", ", choice->key);
  if ((field->flags & (VEL_FIELD_REQUIRED | VEL_FIELD_FILLED)) == VEL_FIELD_REQUIRED)
    g_string_append_printf (text, " (%s)", _("required"));
  if ((field->flags & VEL_FIELD_READ_ONLY) != 0)
    g_string_append_printf (text, " (%s)", _("only shown"));
  g_string_append_c (text, '\n');
}

static void
append_entities (GString *text)
{
  guint n_entities;
  const VelEntity * const *entities = vel_entity_list (&n_entities);

  g_string_append_printf (text, "%s\n", _("Entities and their fields:"));
  for (guint i = 0; i < n_entities; i++)
    {
      g_string_append_printf (text, "  %s (%s)\n", entities[i]->name, _(entities[i]->label));
      for (guint f = 0; f < entities[i]->n_fields; f++)
        append_field (text, &entities[i]->fields[f]);
    }
}

static void
append_values (GString *text)
{
  g_string_append_printf (
    text, "%s\n",
    _("Values are written as one would type them: choices by key or by name, days as 2026-12-31 or 31.12.2026,\n"
      "times as 2026-12-31 14:30, telephone numbers in any writing. An empty value empties the field. Lists are\n"
      "parted by semicolons (“work: 0212 …; mobile: 0532 …”), words by commas; tags+=NEW and tags-=OLD add and\n"
      "remove words. A field of your own is custom.NAME. A link is an id or a name. Money is written in any way\n"
      "(1.234,56, 1,234.56, $50, 12 bin). In all output ids and money are strings (“1234.56”)."));
  g_string_append_printf (
    text, "%s\n",
    _("A task can also be added by one line in Turkish or English, such as add task 'tomorrow 2pm call Smith Ltd': its day,\n"
      "time, repeat and customer are found in it. What is doubtful is told, and FIELD=VALUE after it counts."));
}

/* The help of the program itself. */
char *
vel_cli_help (void)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n  velinimet-cli [--book %s] %s …\n\n%s\n\n", _("Usage:"), _("FILE"), _("COMMAND"),
                          _("Reads and changes a Velinimet customer book. The answer is JSON on the standard output,\n"
                            "messages go to the standard error. It ends with 0 when it is done, with 1 when it could\n"
                            "not be done, and with 2 when the command is written wrongly."));
  append_commands (text);
  g_string_append_c (text, '\n');
  append_options (text);
  g_string_append_c (text, '\n');
  append_entities (text);
  g_string_append_c (text, '\n');
  append_values (text);
  g_string_append_printf (text, "\n%s\n", _("“velinimet-cli COMMAND --help” tells the options of a command."));
  return g_strdup (text->str);
}

/* The help of one command. */
char *
vel_cli_command_help (const VelCliCommand *command,
                      GOptionContext      *context)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GString) about = g_string_new (NULL);
  g_autofree char *options = NULL;
  const char *rest;

  append_entities (about);
  g_string_append_c (about, '\n');
  append_values (about);
  g_option_context_set_description (context, about->str);
  options = g_option_context_get_help (context, TRUE, NULL);

  /* GOption names the program alone. */
  g_string_append_printf (text, "%s\n  velinimet-cli [--book %s] %s [%s] %s\n\n%s.\n\n", _("Usage:"), _("FILE"),
                          command->name, _("OPTION…"), get_arguments (command), _(command->summary));
  rest = g_strstr_len (options, -1, "\n\n");
  g_string_append (text, rest != NULL ? rest + 2 : options);
  return g_strdup (text->str);
}

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_boolean (JsonBuilder *builder,
             const char  *name,
             gboolean     yes)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, yes);
}

static void
add_field (JsonBuilder    *builder,
           const VelField *field)
{
  json_builder_begin_object (builder);
  add_string (builder, "name", field->name);
  add_string (builder, "type", vel_cli_type_name (field));
  add_string (builder, "label", vel_field_get_label (field));
  json_builder_set_member_name (builder, "choices");
  if (field->choices != NULL)
    {
      json_builder_begin_array (builder);
      for (const VelChoice *choice = field->choices; choice->key != NULL; choice++)
        json_builder_add_string_value (builder, choice->key);
      json_builder_end_array (builder);
    }
  else
    {
      json_builder_add_null_value (builder);
    }
  add_string (builder, "target", field->target);
  add_boolean (builder, "required", (field->flags & (VEL_FIELD_REQUIRED | VEL_FIELD_FILLED)) == VEL_FIELD_REQUIRED);
  add_boolean (builder, "read_only", (field->flags & VEL_FIELD_READ_ONLY) != 0);
  json_builder_end_object (builder);
}

static JsonNode *
describe (const VelEntity *entity)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_string (builder, "name", entity->name);
  add_string (builder, "label", _(entity->label));
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entity->n_fields; i++)
    add_field (builder, &entity->fields[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

/* fields [ENTITY] */
gboolean
vel_cli_fields (VelCli  *self,
                int      argc,
                char   **argv,
                GError **error)
{
  const VelEntity *only = NULL;
  guint n_entities;
  const VelEntity * const *entities = vel_entity_list (&n_entities);
  gboolean first = TRUE;

  if (!vel_cli_parse (self, NULL, argc, argv, error))
    return FALSE;
  if (self->args[0] != NULL && (only = vel_cli_find_entity (self->args[0], error)) == NULL)
    return FALSE;
  if (!vel_cli_expect_end (self, 1, error))
    return FALSE;

  vel_cli_begin_array ();
  for (guint i = 0; i < n_entities; i++)
    if (only == NULL || only == entities[i])
      {
        g_autoptr(JsonNode) node = describe (entities[i]);

        vel_cli_print_element (node, first);
        first = FALSE;
      }
  return vel_cli_end_array (first, error);
}
