/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-cli-setting.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vel-deal.h"
#include "vel-find-named.h"
#include "vel-item.h"
#include "vel-money.h"
#include "vel-saved-filter.h"
#include "vel-stage.h"
#include "vel-text.h"

/* FIELD=VALUE, as it is read and goes into a change. */

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
  return TRUE;
}

/* Which of two sayings counts nobody could know; words can be added and taken away at once. */
static gboolean
check_once (GArray   *settings,
            guint     last,
            GError  **error)
{
  const Setting *setting = &g_array_index (settings, Setting, last);

  for (guint i = 0; i < last; i++)
    {
      const Setting *other = &g_array_index (settings, Setting, i);

      if (g_str_equal (other->name, setting->name) && (other->verb == SET || setting->verb == SET))
        return vel_cli_fail (error, _("“%s” is given twice."), setting->name);
    }
  return TRUE;
}

/* What is doubtful is told once it is known that all can be read. */
static void
warn_of (GArray *settings)
{
  for (guint i = 0; i < settings->len; i++)
    {
      const Setting *setting = &g_array_index (settings, Setting, i);
      g_autofree char *warning = is_custom (setting->name) ? NULL : vel_field_warn (setting->field, &setting->value);

      if (warning != NULL)
        vel_cli_warn (warning);
    }
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

/**
 * vel_cli_settings_new:
 *
 * Returns: (transfer full): no settings
 */
GArray *
vel_cli_settings_new (void)
{
  GArray *settings = g_array_new (FALSE, TRUE, sizeof (Setting));

  g_array_set_clear_func (settings, clear_setting);
  return settings;
}

/**
 * vel_cli_settings_parse:
 * @entity: what is written
 * @texts: (array zero-terminated=1): FIELD=VALUE, each
 * @error: (out): wrong usage, or a #VelTextError
 *
 * Reads what can be read without the book. What is written wrongly is found
 * before the book is opened, so that it neither makes a book nor changes one.
 *
 * Returns: (transfer full) (nullable): the settings
 */
GArray *
vel_cli_settings_parse (const VelEntity  *entity,
                        char            **texts,
                        GError          **error)
{
  g_autoptr(GArray) settings = vel_cli_settings_new ();

  if (texts[0] == NULL)
    {
      vel_cli_fail (error, _("Nothing is said of any field. Write FIELD=VALUE."));
      return NULL;
    }
  for (gsize i = 0; texts[i] != NULL; i++)
    {
      g_array_set_size (settings, i + 1);
      if (!parse_setting (entity, texts[i], &g_array_index (settings, Setting, i), error) ||
          !check_once (settings, i, error))
        return NULL;
    }
  warn_of (settings);
  return g_steal_pointer (&settings);
}

/**
 * vel_cli_settings_have_custom:
 * @settings: settings
 *
 * Returns: whether one is of a field of the user's own, which only a book has
 */
gboolean
vel_cli_settings_have_custom (GArray *settings)
{
  for (guint i = 0; i < settings->len; i++)
    if (is_custom (g_array_index (settings, Setting, i).name))
      return TRUE;
  return FALSE;
}

/**
 * vel_cli_settings_have:
 * @settings: settings
 * @name: a field
 *
 * Returns: whether anything is said of it
 */
gboolean
vel_cli_settings_have (GArray     *settings,
                       const char *name)
{
  for (guint i = 0; i < settings->len; i++)
    if (g_str_equal (g_array_index (settings, Setting, i).name, name))
      return TRUE;
  return FALSE;
}

/**
 * vel_cli_settings_text:
 * @settings: settings
 * @name: (nullable): a field that holds text
 *
 * Returns: (transfer none) (nullable): what it is set to
 */
const char *
vel_cli_settings_text (GArray     *settings,
                       const char *name)
{
  for (guint i = 0; name != NULL && i < settings->len; i++)
    if (g_str_equal (g_array_index (settings, Setting, i).name, name))
      return g_array_index (settings, Setting, i).value.text;
  return NULL;
}

/**
 * vel_cli_settings_check_complete:
 * @entity: what is added
 * @settings: all that is said of it
 * @error: (out): wrong usage
 *
 * The book fills in choices and times by itself.
 *
 * Returns: whether nothing is missing
 */
gboolean
vel_cli_settings_check_complete (const VelEntity  *entity,
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
  const char *currency = vel_cli_settings_text (settings, "currency");

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
  const gboolean is_given = vel_cli_settings_text (settings, "currency") != NULL;
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

/* What the book would leave out without a word: it has no place while a deal is open. */
static gboolean
check_deal (const VelEntity  *entity,
            VelRecord        *record,
            GArray           *settings,
            GError          **error)
{
  const char *status = vel_cli_settings_text (settings, "status");

  if (entity != &vel_deal_entity)
    return TRUE;
  if (status == NULL)
    status = record != NULL ? vel_record_get_text (record, "status") : "open";
  for (guint i = 0; i < settings->len; i++)
    {
      const Setting *setting = &g_array_index (settings, Setting, i);

      if (vel_value_is_empty (&setting->value))
        continue;
      if (g_str_equal (setting->name, "lost_reason") && g_strcmp0 (status, "lost") != 0)
        return vel_cli_fail (error, _("A reason is told only of a deal that is lost."));
      if (g_str_equal (setting->name, "closed") && g_strcmp0 (status, "open") == 0)
        return vel_cli_fail (error, _("The deal is open, and yet there is a day on which it closed."));
    }
  return TRUE;
}

/**
 * vel_cli_settings_read:
 * @self: a run; its book need not be open
 * @entity: what is written
 * @record: (nullable): the record that they are set on, or %NULL for a new one
 * @settings: settings; the currency of money is added to them
 * @error: (out): wrong usage, a #VelTextError, or a #VelStoreError
 *
 * Reads what can be read only beside the book, or, before there is one, what
 * of it can.
 *
 * Returns: whether all of it means something
 */
gboolean
vel_cli_settings_read (VelCli           *self,
                       const VelEntity  *entity,
                       VelRecord        *record,
                       GArray           *settings,
                       GError          **error)
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
  return check_deal (entity, record, settings, error);
}

/**
 * vel_cli_settings_put:
 * @self: a run, with its book open
 * @change: what they go into
 * @entity: what is written
 * @id: the record, or what stands for it in @change
 * @settings: settings that have been read; their values are moved out
 * @error: (out): wrong usage
 *
 * Returns: whether all of them are fields
 */
gboolean
vel_cli_settings_put (VelCli           *self,
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
