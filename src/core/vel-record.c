/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-record.h"

#include <json-glib/json-glib.h>

#include "vel-json.h"
#include "vel-money.h"

/**
 * VelRecord:
 *
 * One row of the book as an object, with a property for each field of its
 * entity and the id. What it shows is what was last read from the book: views
 * bind to it, only the store fills it, and nothing but a #VelChange alters
 * the book. It lives on the thread of the interface.
 */

typedef struct
{
  gint64    id;
  VelValue *values;  /* (owned): one a field */
} VelRecordPrivate;

enum { PROP_0, PROP_ID, N_OWN_PROPS };

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (VelRecord, vel_record, G_TYPE_OBJECT)

static guint
property_to_field (guint property_id)
{
  return property_id - N_OWN_PROPS;
}

static void
vel_record_constructed (GObject *object)
{
  VelRecordPrivate *priv = vel_record_get_instance_private (VEL_RECORD (object));
  const VelEntity *entity = VEL_RECORD_GET_CLASS (object)->entity;

  G_OBJECT_CLASS (vel_record_parent_class)->constructed (object);
  priv->values = g_new0 (VelValue, entity->n_fields);
}

static void
vel_record_finalize (GObject *object)
{
  VelRecordPrivate *priv = vel_record_get_instance_private (VEL_RECORD (object));
  const VelEntity *entity = VEL_RECORD_GET_CLASS (object)->entity;

  for (guint i = 0; i < entity->n_fields; i++)
    vel_value_clear (&priv->values[i]);
  g_clear_pointer (&priv->values, g_free);

  G_OBJECT_CLASS (vel_record_parent_class)->finalize (object);
}

static void
vel_record_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  VelRecord *self = VEL_RECORD (object);
  const VelValue *held;

  if (property_id == PROP_ID)
    {
      g_value_set_int64 (value, vel_record_get_id (self));
      return;
    }

  held = vel_record_get_value (self, property_to_field (property_id));
  if (G_VALUE_HOLDS_INT64 (value))
    g_value_set_int64 (value, held->kind == VEL_VALUE_INTEGER ? held->integer : 0);
  else
    g_value_set_string (value, held->kind == VEL_VALUE_TEXT ? held->text : NULL);
}

static void
vel_record_set_property (GObject      *object,
                         guint         property_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  VelRecordPrivate *priv = vel_record_get_instance_private (VEL_RECORD (object));

  if (property_id == PROP_ID)
    priv->id = g_value_get_int64 (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
vel_record_class_init (VelRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = vel_record_constructed;
  object_class->finalize = vel_record_finalize;
  object_class->get_property = vel_record_get_property;
  object_class->set_property = vel_record_set_property;

  g_object_class_install_property (
    object_class, PROP_ID,
    g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                        (G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS)));
}

static void
vel_record_init (VelRecord *self)
{
}

/**
 * vel_record_class_describe:
 * @klass: the class of a subclass, in its class_init
 * @entity: (transfer none): its description, which lives as long as the program
 *
 * Gives @klass a read-only property for each field of @entity: an integer for
 * numbers, money, instants and links, text for the rest.
 */
void
vel_record_class_describe (VelRecordClass  *klass,
                           const VelEntity *entity)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY;

  klass->entity = entity;
  /* Not inherited: a class answers for the properties that it installs. */
  G_OBJECT_CLASS (klass)->get_property = vel_record_get_property;
  for (guint i = 0; i < entity->n_fields; i++)
    {
      const VelField *field = &entity->fields[i];
      g_autofree char *name = g_strdelimit (g_strdup (field->name), "_", '-');
      GParamSpec *pspec;

      if (vel_field_is_integer (field))
        pspec = g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
      else
        pspec = g_param_spec_string (name, NULL, NULL, NULL, flags);
      g_object_class_install_property (G_OBJECT_CLASS (klass), i + N_OWN_PROPS, pspec);
    }
}

/**
 * vel_record_new:
 * @entity: what the record is
 * @id: its id in the book
 *
 * Returns: (transfer full): a record whose fields are empty until the store fills them
 */
VelRecord *
vel_record_new (const VelEntity *entity,
                gint64           id)
{
  return g_object_new (entity->get_type (), "id", id, NULL);
}

/**
 * vel_record_get_entity:
 * @self: a record
 *
 * Returns: (transfer none): what it is
 */
const VelEntity *
vel_record_get_entity (VelRecord *self)
{
  g_return_val_if_fail (VEL_IS_RECORD (self), NULL);

  return VEL_RECORD_GET_CLASS (self)->entity;
}

/**
 * vel_record_get_id:
 * @self: a record
 *
 * Returns: its id, which never changes
 */
gint64
vel_record_get_id (VelRecord *self)
{
  VelRecordPrivate *priv = vel_record_get_instance_private (self);

  g_return_val_if_fail (VEL_IS_RECORD (self), 0);

  return priv->id;
}

/**
 * vel_record_get_value:
 * @self: a record
 * @field: the index of a field of its entity
 *
 * Returns: (transfer none): the value, valid until the record is read anew
 */
const VelValue *
vel_record_get_value (VelRecord *self,
                      guint      field)
{
  VelRecordPrivate *priv = vel_record_get_instance_private (self);

  g_return_val_if_fail (VEL_IS_RECORD (self), NULL);
  g_return_val_if_fail (field < VEL_RECORD_GET_CLASS (self)->entity->n_fields, NULL);

  return &priv->values[field];
}

/**
 * vel_record_get_text:
 * @self: a record
 * @field: the name of a field that holds text
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where there is none
 */
const char *
vel_record_get_text (VelRecord  *self,
                     const char *field)
{
  const VelValue *value;

  g_return_val_if_fail (VEL_IS_RECORD (self), NULL);

  value = vel_record_get_value (self, vel_entity_field_index (vel_record_get_entity (self), field));
  return value != NULL && value->kind == VEL_VALUE_TEXT ? value->text : NULL;
}

/**
 * vel_record_get_integer:
 * @self: a record
 * @field: the name of a field that holds a number
 *
 * Returns: the number, or 0 where there is none
 */
gint64
vel_record_get_integer (VelRecord  *self,
                        const char *field)
{
  const VelValue *value;

  g_return_val_if_fail (VEL_IS_RECORD (self), 0);

  value = vel_record_get_value (self, vel_entity_field_index (vel_record_get_entity (self), field));
  return value != NULL && value->kind == VEL_VALUE_INTEGER ? value->integer : 0;
}

/**
 * vel_record_take_values:
 * @self: a record
 * @values: (array) (transfer full): one value a field; each is moved out and left null
 *
 * Makes the record show @values, and notifies of each field that changed,
 * after all of them agree. For the store.
 */
void
vel_record_take_values (VelRecord *self,
                        VelValue  *values)
{
  VelRecordPrivate *priv = vel_record_get_instance_private (self);
  const VelEntity *entity;

  g_return_if_fail (VEL_IS_RECORD (self));

  entity = vel_record_get_entity (self);
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < entity->n_fields; i++)
    {
      g_autofree char *name = NULL;

      if (vel_value_equal (&priv->values[i], &values[i]))
        {
          vel_value_clear (&values[i]);
          continue;
        }
      vel_value_clear (&priv->values[i]);
      priv->values[i] = values[i];
      values[i] = (VelValue) VEL_VALUE_INIT;
      name = g_strdelimit (g_strdup (entity->fields[i].name), "_", '-');
      g_object_notify (G_OBJECT (self), name);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/* Money is told in the currency of its record. */
static char *
format_money (VelRecord      *self,
              const VelValue *amount)
{
  const char *currency = vel_record_get_text (self, "currency");

  if (amount->kind != VEL_VALUE_INTEGER || currency == NULL)
    return g_strdup ("");
  return vel_money_format_short (amount->integer, currency);
}

/**
 * vel_record_format:
 * @self: a record
 * @field: the name of a field, or "custom." and the name of a custom field
 *
 * Returns: (transfer full): the value as the interface shows it, "" where there is none
 */
char *
vel_record_format (VelRecord  *self,
                   const char *field)
{
  const VelEntity *entity;
  guint index;

  g_return_val_if_fail (VEL_IS_RECORD (self), NULL);

  if (g_str_has_prefix (field, "custom."))
    {
      char *text = vel_record_dup_custom (self, field + strlen ("custom."));
      return text != NULL ? text : g_strdup ("");
    }

  entity = vel_record_get_entity (self);
  index = vel_entity_field_index (entity, field);
  g_return_val_if_fail (index != VEL_NO_FIELD, NULL);
  if (entity->fields[index].type == VEL_FIELD_MONEY)
    return format_money (self, vel_record_get_value (self, index));
  return vel_field_format (&entity->fields[index], vel_record_get_value (self, index));
}

/**
 * vel_record_dup_custom:
 * @self: a record of an entity that has a field "custom"
 * @name: the name of a custom field
 *
 * Returns: (transfer full) (nullable): what the record holds there
 */
char *
vel_record_dup_custom (VelRecord  *self,
                       const char *name)
{
  const char *json;
  g_autoptr(JsonNode) node = NULL;
  JsonObject *object;

  g_return_val_if_fail (VEL_IS_RECORD (self), NULL);

  json = vel_record_get_text (self, "custom");
  node = json != NULL ? vel_json_from_string (json) : NULL;
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  object = json_node_get_object (node);
  return g_strdup (json_object_get_string_member_with_default (object, name, NULL));
}
