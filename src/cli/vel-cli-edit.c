/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vel-cli.h"
#include "vel-deal.h"
#include "vel-find-named.h"
#include "vel-item.h"
#include "vel-money.h"
#include "vel-record-json.h"
#include "vel-saved-filter.h"
#include "vel-stage.h"
#include "vel-text.h"

/* The commands that write records. What is written wrongly is found before the
 * book is opened, so that it neither makes a book nor changes one. */

typedef enum
{
  SET,
  ADD_WORD,
  REMOVE_WORD
} Verb;

typedef struct
{
  const VelEntity *entity;
  const VelField  *field;
  char            *name;   /* (owned): the field, or "custom.NAME" */
  Verb             verb;
  char            *text;   /* (owned) (nullable): what can be read only beside the book */
  VelValue         value;
} Setting;

static void
clear_setting (gpointer data)
{
  Setting *setting = data;

  g_free (setting->name);
  g_free (setting->text);
  vel_value_clear (&setting->value);
}

static gboolean
is_custom (const char *name)
{
  return g_str_has_prefix (name, "custom.");
}

/* "tags+" adds to the words there, "tags-" takes away from them. */
static Verb
cut_verb (char *name)
{
  const gsize length = strlen (name);
  const char last = length > 1 ? name[length - 1] : '\0';

  if (is_custom (name) || (last != '+' && last != '-'))
    return SET;
  name[length - 1] = '\0';
  return last == '+' ? ADD_WORD : REMOVE_WORD;
}

static gboolean
check_value (const VelEntity  *entity,
             Setting          *setting,
             GError          **error)
{
  const VelField *field = setting->field;
  g_autofree char *warning = NULL;

  if ((field->flags & VEL_FIELD_READ_ONLY) != 0)
    return vel_cli_fail (error, _("“%s” follows from other records, or from the time, and cannot be set."), field->name);
  if (setting->verb != SET && field->type != VEL_FIELD_WORDS)
    return vel_cli_fail (error, _("“%s” is no list of words: += and -= are for those."), field->name);
  if ((field->flags & VEL_FIELD_REQUIRED) != 0 && vel_value_is_empty (&setting->value) && setting->text == NULL)
    return vel_cli_fail (error, _("“%s” cannot be left empty."), field->name);
  /* What nobody could read again is not let in. */
  if (entity == &vel_saved_filter_entity && g_str_equal (field->name, "query"))
    {
      g_autoptr(GError) local_error = NULL;
      g_autoptr(VelQuery) query = vel_query_from_json (setting->value.text, &local_error);

      if (query == NULL)
        return vel_cli_fail (error, "%s", local_error->message);
    }
  if (g_str_equal (field->name, "entity") && vel_cli_find_entity (setting->value.text, error) == NULL)
    return FALSE;
  warning = vel_field_warn (field, &setting->value);
  if (warning != NULL)
    vel_cli_warn (warning);
  return TRUE;
}

/* Reads FIELD=VALUE. Whether the book has an own field of that name is seen when it is open. */
static gboolean
parse_setting (const VelEntity  *entity,
               const char       *text,
               Setting          *setting,
               GError          **error)
{
  const char *value;

  setting->entity = entity;
  setting->name = vel_cli_split (text, &value, error);
  if (setting->name == NULL)
    return FALSE;
  setting->verb = cut_verb (setting->name);
  setting->field = vel_entity_find_field (entity, is_custom (setting->name) ? "custom" : setting->name);
  if (setting->field == NULL)
    return vel_cli_fail (error, _("“%s” is not a field of %s."), setting->name, entity->name);
  if (g_str_equal (setting->name, "custom"))
    return vel_cli_fail (error, _("Own fields are written one by one, as custom.NAME."));
  if (is_custom (setting->name))
    {
      vel_value_set_text (&setting->value, *value != '\0' ? value : NULL);
      return TRUE;
    }
  if (setting->field->type == VEL_FIELD_LINK || setting->field->type == VEL_FIELD_MONEY)
    {
      g_autofree char *trimmed = g_strstrip (g_strdup (value));

      setting->text = *trimmed != '\0' ? g_steal_pointer (&trimmed) : NULL;
    }
  else if (!vel_field_parse (setting->field, value, &setting->value, error))
    {
      g_prefix_error (error, "%s: ", setting->name);
      return FALSE;
    }
  return check_value (entity, setting, error);
}

static GArray *
parse_settings (const VelEntity  *entity,
                char            **texts,
                GError          **error)
{
  g_autoptr(GArray) settings = g_array_new (FALSE, TRUE, sizeof (Setting));

  g_array_set_clear_func (settings, clear_setting);
  if (texts[0] == NULL)
    {
      vel_cli_fail (error, _("Nothing is said of any field. Write FIELD=VALUE."));
      return NULL;
    }
  for (gsize i = 0; texts[i] != NULL; i++)
    {
      g_array_set_size (settings, i + 1);
      if (!parse_setting (entity, texts[i], &g_array_index (settings, Setting, i), error))
        return NULL;
    }
  return g_steal_pointer (&settings);
}

static gboolean
has_custom (GArray *settings)
{
  for (guint i = 0; i < settings->len; i++)
    if (is_custom (g_array_index (settings, Setting, i).name))
      return TRUE;
  return FALSE;
}

static const char *
find_text (GArray     *settings,
           const char *name)
{
  for (guint i = 0; name != NULL && i < settings->len; i++)
    if (g_str_equal (g_array_index (settings, Setting, i).name, name))
      return g_array_index (settings, Setting, i).value.text;
  return NULL;
}

/* The book fills in choices and times by itself. */
static gboolean
check_complete (const VelEntity  *entity,
                GArray           *settings,
                GError          **error)
{
  for (guint i = 0; i < entity->n_fields; i++)
    {
      const VelField *field = &entity->fields[i];
      gboolean found = (field->flags & VEL_FIELD_REQUIRED) == 0 || (field->flags & VEL_FIELD_FILLED) != 0 ||
                       field->type == VEL_FIELD_CHOICE ||
                       field->type == VEL_FIELD_DATE_TIME;

      for (guint s = 0; s < settings->len && !found; s++)
        found = g_array_index (settings, Setting, s).field == field;
      if (!found)
        return vel_cli_fail (error, _("“%s” cannot be left empty."), field->name);
    }
  return TRUE;
}

static void
put_words (VelChange        *change,
           const VelEntity  *entity,
           gint64            id,
           const Setting    *setting)
{
  g_auto(GStrv) words = vel_words_parse (setting->value.text);

  for (gsize i = 0; words[i] != NULL; i++)
    if (setting->verb == ADD_WORD)
      vel_change_add_word (change, entity, id, setting->name, words[i]);
    else
      vel_change_remove_word (change, entity, id, setting->name, words[i]);
}

/* In which a stage is looked for first: the pipeline of the deal, or that in which deals begin. */
static gboolean
find_pipeline (VelCli           *self,
               const VelEntity  *entity,
               VelRecord        *record,
               gint64           *pipeline,
               GError          **error)
{
  *pipeline = 0;
  if (entity != &vel_deal_entity)
    return TRUE;
  *pipeline = record != NULL ? vel_record_get_integer (record, "pipeline")
                             : vel_find_first_pipeline (self->book, error);
  return *pipeline != 0;
}

static gboolean
read_link (VelCli     *self,
           VelRecord  *record,
           Setting    *setting,
           GError    **error)
{
  const VelEntity *target = vel_entity_find (setting->field->target);
  gint64 pipeline = 0;
  gint64 id;

  if ((target == &vel_stage_entity && !find_pipeline (self, setting->entity, record, &pipeline, error)) ||
      !vel_cli_find_record (self, target, setting->text, pipeline, &id, error))
    return FALSE;
  vel_value_set_integer (&setting->value, id);
  return TRUE;
}

/* What money without a currency is in: that which is set beside it, that of the
 * record, or that of the book. */
static char *
find_currency (VelCli     *self,
               VelRecord  *record,
               GArray     *settings,
               GError    **error)
{
  const char *currency = find_text (settings, "currency");

  if (currency == NULL && record != NULL)
    currency = vel_record_get_text (record, "currency");
  if (currency == NULL)
    /* A book that is not there yet has none of its own. */
    return self->book != NULL ? vel_find_home_currency (self->book, error) : g_strdup ("TRY");
  if (vel_currency_is_known (currency))
    return g_strdup (currency);
  vel_text_fail (error, _("This currency is not known. Write its three letters, such as TRY, EUR or USD."));
  return NULL;
}

/* The currency follows the money, unless it is set beside it. */
static void
follow_money (VelRecord        *record,
              const VelEntity  *entity,
              GArray           *settings,
              const char       *currency)
{
  Setting setting = { entity, vel_entity_find_field (entity, "currency"), NULL, SET, NULL, VEL_VALUE_INIT };

  if (record != NULL && g_strcmp0 (vel_record_get_text (record, "currency"), currency) == 0)
    return;
  setting.name = g_strdup ("currency");
  vel_value_set_text (&setting.value, currency);
  g_array_append_val (settings, setting);
}

static gboolean
read_money (VelCli     *self,
            VelRecord  *record,
            GArray     *settings,
            guint       i,
            GError    **error)
{
  Setting *setting = &g_array_index (settings, Setting, i);
  const gboolean is_given = find_text (settings, "currency") != NULL;
  g_autofree char *usual = find_currency (self, record, settings, error);
  g_autofree char *currency = NULL;
  gint64 amount;

  if (usual == NULL)
    return FALSE;
  currency = vel_cli_parse_money (setting->text, usual, is_given, &amount, error);
  if (currency == NULL)
    {
      g_prefix_error (error, "%s: ", setting->name);
      return FALSE;
    }
  vel_value_set_integer (&setting->value, amount);
  if (!is_given)
    follow_money (record, setting->entity, settings, currency);
  return TRUE;
}

/* Reads what can be read only beside the book, or, before there is one, what
 * of it can. @record is what they are set on, or NULL for a new one. */
static gboolean
read_settings (VelCli     *self,
               VelRecord  *record,
               GArray     *settings,
               GError    **error)
{
  for (guint i = 0; i < settings->len; i++)
    {
      Setting *setting = &g_array_index (settings, Setting, i);
      gboolean done = TRUE;

      if (setting->text == NULL)
        continue;
      if (setting->field->type == VEL_FIELD_MONEY)
        done = read_money (self, record, settings, i, error);
      else if (self->book != NULL)
        done = read_link (self, record, setting, error);
      if (!done)
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_settings (VelCli           *self,
              VelChange        *change,
              const VelEntity  *entity,
              gint64            id,
              GArray           *settings,
              GError          **error)
{
  for (guint i = 0; i < settings->len; i++)
    {
      Setting *setting = &g_array_index (settings, Setting, i);

      if (is_custom (setting->name) && !vel_cli_check_field (self, entity, &setting->name, error))
        return FALSE;
      if (setting->verb != SET)
        put_words (change, entity, id, setting);
      else
        vel_change_take_value (change, entity, id, setting->name, &setting->value);
    }
  return TRUE;
}

/* A change that changes nothing has no place in history. */
static VelCommit *
commit_change (VelCli     *self,
               VelChange  *change,
               GError    **error)
{
  VelCommit *commit = vel_book_commit (self->book, change, NULL, error);

  self->has_written = commit != NULL && commit->history != 0;
  return commit;
}

static gboolean
print_record (VelCli           *self,
              const VelEntity  *entity,
              gint64            id,
              GError          **error)
{
  g_autoptr(VelRecord) record = vel_book_get_record (self->book, entity, id, error);
  g_autoptr(JsonNode) node = record != NULL ? vel_record_to_json (record) : NULL;

  return node != NULL && vel_cli_print (node, error);
}

/* What history calls the record. */
static char *
name_record (VelRecord *record)
{
  const VelEntity *entity = vel_record_get_entity (record);
  const char *name = entity->name_field != NULL ? vel_record_get_text (record, entity->name_field) : NULL;

  return name != NULL ? g_strdup (name)
                      : g_strdup_printf ("%s %" G_GINT64_FORMAT, entity->name, vel_record_get_id (record));
}

/* add ENTITY FIELD=VALUE… */
gboolean
vel_cli_add (VelCli  *self,
             int      argc,
             char   **argv,
             GError **error)
{
  const VelEntity *entity;
  g_autoptr(GArray) settings = NULL;
  g_autoptr(VelChange) change = NULL;
  g_autoptr(VelCommit) commit = NULL;
  const char *name;
  gint64 id;

  if (!vel_cli_parse (self, NULL, argc, argv, error))
    return FALSE;
  entity = vel_cli_find_entity (self->args[0], error);
  settings = entity != NULL ? parse_settings (entity, self->args + 1, error) : NULL;
  if (settings == NULL || !check_complete (entity, settings, error))
    return FALSE;

  /* Money that cannot be read makes no book. */
  if (!vel_cli_has_book (self) && !read_settings (self, NULL, settings, error))
    return FALSE;
  if (!vel_cli_open (self, !has_custom (settings), error) || !read_settings (self, NULL, settings, error))
    return FALSE;
  name = find_text (settings, entity->name_field);
  change = vel_change_new (N_("Add %s"), name != NULL ? name : entity->name, NULL);
  id = vel_change_insert (change, entity);
  if (!put_settings (self, change, entity, id, settings, error))
    return FALSE;
  commit = commit_change (self, change, error);
  return commit != NULL && print_record (self, entity, g_array_index (commit->ids, gint64, 0), error);
}

/* set ENTITY ID FIELD=VALUE… */
gboolean
vel_cli_set (VelCli  *self,
             int      argc,
             char   **argv,
             GError **error)
{
  const VelEntity *entity;
  g_autoptr(GArray) settings = NULL;
  g_autoptr(VelRecord) record = NULL;
  g_autoptr(VelChange) change = NULL;
  g_autoptr(VelCommit) commit = NULL;
  g_autofree char *name = NULL;
  gint64 id;

  if (!vel_cli_parse (self, NULL, argc, argv, error))
    return FALSE;
  entity = vel_cli_find_entity (self->args[0], error);
  if (entity == NULL || !vel_cli_parse_id (self->args[1], &id, error))
    return FALSE;
  settings = parse_settings (entity, self->args + 2, error);
  if (settings == NULL || !vel_cli_open (self, FALSE, error))
    return FALSE;

  record = vel_book_get_record (self->book, entity, id, error);
  if (record == NULL)
    return FALSE;
  if (!read_settings (self, record, settings, error))
    return FALSE;
  name = name_record (record);
  g_clear_object (&record);
  change = vel_change_new (N_("Edit %s"), name, NULL);
  if (!put_settings (self, change, entity, id, settings, error))
    return FALSE;
  commit = commit_change (self, change, error);
  return commit != NULL && print_record (self, entity, id, error);
}

static VelChange *
make_deletion (VelCli           *self,
               const VelEntity  *entity,
               GArray           *ids,
               GError          **error)
{
  g_autoptr(VelChange) change = NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      const gint64 id = g_array_index (ids, gint64, i);
      g_autoptr(VelRecord) record = vel_book_get_record (self->book, entity, id, error);
      g_autofree char *name = NULL;
      g_autofree char *count = NULL;

      if (record == NULL)
        return NULL;
      if (i == 0)
        {
          name = name_record (record);
          count = g_strdup_printf ("%u", ids->len);
          change = ids->len == 1 ? vel_change_new (N_("Delete %s"), name, NULL)
                                 : vel_change_new (N_("Delete %s records"), count, NULL);
        }
      vel_change_delete (change, entity, id);
    }
  return g_steal_pointer (&change);
}

static GArray *
parse_ids (char   **texts,
           GError **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gsize i = 0;

  do
    {
      gint64 id;

      if (!vel_cli_parse_id (texts[i], &id, error))
        return NULL;
      if (g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
        g_array_append_val (ids, id);
      i++;
    }
  while (texts[i] != NULL);
  return g_steal_pointer (&ids);
}

/* delete ENTITY ID… */
gboolean
vel_cli_delete (VelCli  *self,
                int      argc,
                char   **argv,
                GError **error)
{
  const VelEntity *entity;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(VelChange) change = NULL;
  g_autoptr(VelCommit) commit = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  if (!vel_cli_parse (self, NULL, argc, argv, error))
    return FALSE;
  entity = vel_cli_find_entity (self->args[0], error);
  ids = entity != NULL ? parse_ids (self->args + 1, error) : NULL;
  if (ids == NULL || !vel_cli_open (self, FALSE, error))
    return FALSE;
  change = make_deletion (self, entity, ids, error);
  commit = change != NULL ? commit_change (self, change, error) : NULL;
  if (commit == NULL)
    return FALSE;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "deleted");
  json_builder_begin_array (builder);
  for (guint i = 0; i < ids->len; i++)
    json_builder_add_value (builder, vel_id_to_json (g_array_index (ids, gint64, i)));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return vel_cli_print (root, error);
}
