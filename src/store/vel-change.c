/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-change.h"

#include <json-glib/json-glib.h>

#include "vel-change-private.h"
#include "vel-json.h"

/**
 * VelChange:
 *
 * A unit of work: a label and the writes that belong together. It is made by
 * whoever wants something changed, given to vel_book_commit_async(), and from
 * then on belongs to the store. All of it is done, or nothing.
 *
 * The label is an English sentence marked for translation, with "%s" for each
 * argument: history keeps both and says them in the language of its reader.
 */
struct _VelChange
{
  GObject          parent_instance;

  char            *label;        /* (owned) */
  GPtrArray       *args;         /* (owned) (element-type utf8) */
  GPtrArray       *writes;       /* (owned) (element-type VelWrite) */
  GPtrArray       *spent;        /* (owned) (nullable) (element-type VelWrite): carried out, and of no more use */
  gint64           last_local;   /* the local id given last */
  VelChangeSource  source;
  gpointer         source_data;
  GDestroyNotify   source_destroy;
};

G_DEFINE_FINAL_TYPE (VelChange, vel_change, G_TYPE_OBJECT)

static void
clear_setting (gpointer data)
{
  VelSetting *setting = data;

  g_free (setting->custom);
  vel_value_clear (&setting->value);
}

static void
free_write (gpointer data)
{
  VelWrite *write = data;

  for (guint i = 0; write->values != NULL && i < write->entity->n_fields; i++)
    if (write->values[i].kind != VEL_VALUE_NULL)
      vel_value_clear (&write->values[i]);
  g_free (write->values);
  g_clear_pointer (&write->settings, g_array_unref);
  g_free (write);
}

static VelWrite *
add_write (VelChange       *self,
           VelWriteKind     kind,
           const VelEntity *entity,
           gint64           id)
{
  VelWrite *write = g_new0 (VelWrite, 1);

  write->kind = kind;
  write->entity = entity;
  write->id = id;
  g_ptr_array_add (self->writes, write);
  return write;
}

static VelSetting *
append_setting (VelWrite         *write,
                const VelSetting *setting)
{
  if (write->settings == NULL)
    {
      write->settings = g_array_new (FALSE, TRUE, sizeof (VelSetting));
      g_array_set_clear_func (write->settings, clear_setting);
    }
  g_array_append_vals (write->settings, setting, 1);
  return &g_array_index (write->settings, VelSetting, write->settings->len - 1);
}

/* Settings of one row that follow each other become one write. */
static VelSetting *
add_setting (VelChange       *self,
             VelSettingKind   kind,
             const VelEntity *entity,
             gint64           id,
             const char      *field)
{
  VelSetting setting = { .kind = kind };
  VelWrite *write = NULL;

  if (self->writes->len > 0)
    write = g_ptr_array_index (self->writes, self->writes->len - 1);
  if (write == NULL || write->entity != entity || write->id != id || write->kind == VEL_WRITE_DELETE)
    write = add_write (self, VEL_WRITE_UPDATE, entity, id);

  if (g_str_has_prefix (field, "custom."))
    {
      setting.custom = g_strdup (field + strlen ("custom."));
      field = "custom";
    }
  setting.field = vel_entity_field_index (entity, field);
  g_return_val_if_fail (setting.field != VEL_NO_FIELD, NULL);
  return append_setting (write, &setting);
}

static void
vel_change_finalize (GObject *object)
{
  VelChange *self = VEL_CHANGE (object);

  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->args, g_ptr_array_unref);
  g_clear_pointer (&self->writes, g_ptr_array_unref);
  g_clear_pointer (&self->spent, g_ptr_array_unref);
  if (self->source_destroy != NULL)
    self->source_destroy (self->source_data);

  G_OBJECT_CLASS (vel_change_parent_class)->finalize (object);
}

static void
vel_change_class_init (VelChangeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vel_change_finalize;
}

static void
vel_change_init (VelChange *self)
{
  self->args = g_ptr_array_new_with_free_func (g_free);
  self->writes = g_ptr_array_new_with_free_func (free_write);
}

/**
 * vel_change_new:
 * @label: an English sentence marked with N_()
 * @...: the texts that stand for each "%s" in it, ended by %NULL
 *
 * Returns: (transfer full): a change that does nothing yet
 */
VelChange *
vel_change_new (const char *label,
                ...)
{
  VelChange *self = g_object_new (VEL_TYPE_CHANGE, NULL);
  va_list args;
  const char *arg;

  self->label = g_strdup (label);
  va_start (args, label);
  while ((arg = va_arg (args, const char *)) != NULL)
    g_ptr_array_add (self->args, g_strdup (arg));
  va_end (args);
  return self;
}

/**
 * vel_change_insert:
 * @self: a change
 * @entity: what to add
 *
 * Returns: a number below zero that stands for the new record within this
 *   change; the commit tells its id
 */
gint64
vel_change_insert (VelChange       *self,
                   const VelEntity *entity)
{
  g_return_val_if_fail (VEL_IS_CHANGE (self), 0);

  self->last_local--;
  add_write (self, VEL_WRITE_INSERT, entity, self->last_local);
  return self->last_local;
}

/**
 * vel_change_insert_values:
 * @self: a change
 * @entity: what to add
 * @values: (array): what it holds, one a field; moved out and left null
 *
 * As vel_change_insert() and vel_change_take_value() for each field that is
 * not null, for whoever adds many.
 *
 * Returns: a number below zero, as of vel_change_insert()
 */
gint64
vel_change_insert_values (VelChange       *self,
                          const VelEntity *entity,
                          VelValue        *values)
{
  VelWrite *write;

  g_return_val_if_fail (VEL_IS_CHANGE (self), 0);

  self->last_local--;
  write = add_write (self, VEL_WRITE_INSERT, entity, self->last_local);
  write->values = g_new0 (VelValue, entity->n_fields);
  for (guint i = 0; i < entity->n_fields; i++)
    {
      if (vel_field_is_stored (&entity->fields[i]))
        {
          write->values[i] = values[i];
        }
      else if (values[i].kind != VEL_VALUE_NULL)
        {
          const VelSetting setting = { .kind = VEL_SETTING_SET, .field = i, .value = values[i] };

          append_setting (write, &setting);
        }
      values[i] = (VelValue) VEL_VALUE_INIT;
    }
  return self->last_local;
}

/**
 * vel_change_delete:
 * @self: a change
 * @entity: what it is
 * @id: the record to delete; what belongs to it goes with it
 */
void
vel_change_delete (VelChange       *self,
                   const VelEntity *entity,
                   gint64           id)
{
  g_return_if_fail (VEL_IS_CHANGE (self));

  add_write (self, VEL_WRITE_DELETE, entity, id);
}

/**
 * vel_change_take_value:
 * @self: a change
 * @entity: what the record is
 * @id: the record, or what stands for it in this change
 * @field: the name of a field, or "custom." and the name of a custom field
 * @value: (transfer full): what it shall hold; moved out and left null
 *
 * A field that is the first of a list sets that item; a field that names other
 * records points to them, and those that are not there are added.
 */
void
vel_change_take_value (VelChange       *self,
                       const VelEntity *entity,
                       gint64           id,
                       const char      *field,
                       VelValue        *value)
{
  VelSetting *setting;

  g_return_if_fail (VEL_IS_CHANGE (self));

  setting = add_setting (self, VEL_SETTING_SET, entity, id, field);
  g_return_if_fail (setting != NULL);
  setting->value = *value;
  *value = (VelValue) VEL_VALUE_INIT;
}

/**
 * vel_change_set_text:
 * @self: a change
 * @entity: what the record is
 * @id: the record, or what stands for it in this change
 * @field: see vel_change_take_value()
 * @text: (nullable): what it shall hold
 */
void
vel_change_set_text (VelChange       *self,
                     const VelEntity *entity,
                     gint64           id,
                     const char      *field,
                     const char      *text)
{
  g_auto(VelValue) value = VEL_VALUE_INIT;

  vel_value_set_text (&value, text);
  vel_change_take_value (self, entity, id, field, &value);
}

/**
 * vel_change_set_integer:
 * @self: a change
 * @entity: what the record is
 * @id: the record, or what stands for it in this change
 * @field: see vel_change_take_value()
 * @integer: what it shall hold; for a link, a record or what stands for it in this change
 */
void
vel_change_set_integer (VelChange       *self,
                        const VelEntity *entity,
                        gint64           id,
                        const char      *field,
                        gint64           integer)
{
  g_auto(VelValue) value = VEL_VALUE_INIT;

  vel_value_set_integer (&value, integer);
  vel_change_take_value (self, entity, id, field, &value);
}

/**
 * vel_change_add_word:
 * @self: a change
 * @entity: what the record is
 * @id: the record, or what stands for it in this change
 * @field: a field of words
 * @word: the word that shall be among them
 */
void
vel_change_add_word (VelChange       *self,
                     const VelEntity *entity,
                     gint64           id,
                     const char      *field,
                     const char      *word)
{
  VelSetting *setting;

  g_return_if_fail (VEL_IS_CHANGE (self));

  setting = add_setting (self, VEL_SETTING_ADD_WORD, entity, id, field);
  g_return_if_fail (setting != NULL);
  vel_value_set_text (&setting->value, word);
}

/**
 * vel_change_remove_word:
 * @self: a change
 * @entity: what the record is
 * @id: the record
 * @field: a field of words
 * @word: the word that shall not be among them
 */
void
vel_change_remove_word (VelChange       *self,
                        const VelEntity *entity,
                        gint64           id,
                        const char      *field,
                        const char      *word)
{
  VelSetting *setting;

  g_return_if_fail (VEL_IS_CHANGE (self));

  setting = add_setting (self, VEL_SETTING_REMOVE_WORD, entity, id, field);
  g_return_if_fail (setting != NULL);
  vel_value_set_text (&setting->value, word);
}

/**
 * vel_change_add_to:
 * @self: a change
 * @entity: what the record is
 * @id: the record, or what stands for it in this change
 * @field: a field of labelled items, or of long text
 * @text: a JSON array of the items, or the paragraph, that shall be there
 *   beside what is there already; what is there in the same words adds nothing
 */
void
vel_change_add_to (VelChange       *self,
                   const VelEntity *entity,
                   gint64           id,
                   const char      *field,
                   const char      *text)
{
  VelSetting *setting;

  g_return_if_fail (VEL_IS_CHANGE (self));

  setting = add_setting (self, VEL_SETTING_ADD, entity, id, field);
  g_return_if_fail (setting != NULL);
  vel_value_set_text (&setting->value, text);
}

/**
 * vel_change_place:
 * @self: a change
 * @entity: an entity whose records the user arranges
 * @id: the record, or what stands for it in this change
 * @before: the record that it shall stand before, or 0 for the end of its list
 *
 * Moves the record to a place in its list; that is the list that it belongs to
 * after the change. Where @before is no longer in it, the end is meant.
 */
void
vel_change_place (VelChange       *self,
                  const VelEntity *entity,
                  gint64           id,
                  gint64           before)
{
  VelSetting *setting;

  g_return_if_fail (VEL_IS_CHANGE (self));

  setting = add_setting (self, VEL_SETTING_PLACE, entity, id, "position");
  g_return_if_fail (setting != NULL);
  vel_value_set_integer (&setting->value, before);
}

/**
 * vel_change_move_writes:
 * @self: a change
 * @other: a change whose writes become those of @self
 *
 * Lets another thread make the writes that a source hands over. All of them
 * must come from one change, so that its local ids tell the records apart.
 */
void
vel_change_move_writes (VelChange *self,
                        VelChange *other)
{
  g_return_if_fail (VEL_IS_CHANGE (self));
  g_return_if_fail (VEL_IS_CHANGE (other));

  g_ptr_array_extend_and_steal (self->writes, g_steal_pointer (&other->writes));
  other->writes = g_ptr_array_new_with_free_func (free_write);
}

/**
 * vel_change_steal_spent:
 * @self: a change that asks its source for more
 *
 * Writes cost as much to free as to make: a source whose writes were made by
 * another thread can have that thread free them.
 *
 * Returns: (transfer full) (nullable): the writes that have been carried out
 *   since the source was last asked
 */
GPtrArray *
vel_change_steal_spent (VelChange *self)
{
  g_return_val_if_fail (VEL_IS_CHANGE (self), NULL);

  return g_steal_pointer (&self->spent);
}

/**
 * vel_change_set_source:
 * @self: a change
 * @source: (scope notified): what feeds it
 * @user_data: given to @source
 * @destroy: (nullable): frees @user_data
 */
void
vel_change_set_source (VelChange       *self,
                       VelChangeSource  source,
                       gpointer         user_data,
                       GDestroyNotify   destroy)
{
  g_return_if_fail (VEL_IS_CHANGE (self));
  g_return_if_fail (self->source == NULL);

  self->source = source;
  self->source_data = user_data;
  self->source_destroy = destroy;
}

/**
 * vel_change_clear:
 * @self: a change
 *
 * Forgets the writes, but not which local ids have been given.
 */
void
vel_change_clear (VelChange *self)
{
  g_return_if_fail (VEL_IS_CHANGE (self));

  g_ptr_array_set_size (self->writes, 0);
}

/**
 * vel_change_is_empty:
 * @self: a change
 *
 * Returns: whether it would do nothing
 */
gboolean
vel_change_is_empty (VelChange *self)
{
  g_return_val_if_fail (VEL_IS_CHANGE (self), TRUE);

  return self->writes->len == 0 && self->source == NULL;
}

/* For the store: */

const char *
vel_change_get_label (VelChange *self)
{
  return self->label;
}

/* The arguments of the label as a JSON array. */
char *
vel_change_dup_args (VelChange *self)
{
  g_autoptr(JsonArray) array = json_array_new ();
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < self->args->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (self->args, i));
  json_node_set_array (node, array);
  return vel_json_to_string (node, FALSE);
}

GPtrArray *
vel_change_get_writes (VelChange *self)
{
  return self->writes;
}

gboolean
vel_change_has_source (VelChange *self)
{
  return self->source != NULL;
}

/* Asks the source for the next writes, in the place of those there are; none means that it has no more. */
gboolean
vel_change_pull (VelChange  *self,
                 GError    **error)
{
  g_clear_pointer (&self->spent, g_ptr_array_unref);
  self->spent = g_steal_pointer (&self->writes);
  self->writes = g_ptr_array_new_with_free_func (free_write);
  return self->source (self, self->source_data, error);
}
