/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-listed-field.h"

#include <string.h>

/**
 * VelListedField:
 *
 * A field that a list of records can show, filter or set: one of the entity's
 * own, or one that the user has added.
 */
struct _VelListedField
{
  GObject         parent_instance;

  char           *name;   /* (owned): of the field, or "custom." and what the user calls it */
  const VelField *field;  /* (nullable): none for a field that the user has added */
};

enum { PROP_0, PROP_NAME, PROP_LABEL, N_PROPS };

static GParamSpec *properties[N_PROPS];

#define CUSTOM "custom."

G_DEFINE_FINAL_TYPE (VelListedField, vel_listed_field, G_TYPE_OBJECT)

static void
vel_listed_field_finalize (GObject *object)
{
  g_free (VEL_LISTED_FIELD (object)->name);

  G_OBJECT_CLASS (vel_listed_field_parent_class)->finalize (object);
}

static void
vel_listed_field_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  VelListedField *self = VEL_LISTED_FIELD (object);

  switch (property_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;

    case PROP_LABEL:
      g_value_set_string (value, vel_listed_field_get_label (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_listed_field_class_init (VelListedFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vel_listed_field_finalize;
  object_class->get_property = vel_listed_field_get_property;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vel_listed_field_init (VelListedField *self)
{
}

/**
 * vel_listed_field_new:
 * @field: a field of an entity
 *
 * Returns: (transfer full): it, in a list
 */
VelListedField *
vel_listed_field_new (const VelField *field)
{
  VelListedField *self = g_object_new (VEL_TYPE_LISTED_FIELD, NULL);

  self->name = g_strdup (field->name);
  self->field = field;
  return self;
}

/**
 * vel_listed_field_new_custom:
 * @name: what the user calls a field that they have added
 *
 * Returns: (transfer full): it, in a list
 */
VelListedField *
vel_listed_field_new_custom (const char *name)
{
  VelListedField *self = g_object_new (VEL_TYPE_LISTED_FIELD, NULL);

  self->name = g_strconcat (CUSTOM, name, NULL);
  return self;
}

/**
 * vel_listed_field_get_name:
 * @self: a field
 *
 * Returns: (transfer none): what queries, changes and settings call it
 */
const char *
vel_listed_field_get_name (VelListedField *self)
{
  g_return_val_if_fail (VEL_IS_LISTED_FIELD (self), NULL);

  return self->name;
}

/**
 * vel_listed_field_get_label:
 * @self: a field
 *
 * Returns: (transfer none): what the user calls it
 */
const char *
vel_listed_field_get_label (VelListedField *self)
{
  g_return_val_if_fail (VEL_IS_LISTED_FIELD (self), NULL);

  return self->field != NULL ? vel_field_get_label (self->field) : self->name + strlen (CUSTOM);
}

/**
 * vel_listed_field_get_field:
 * @self: a field
 *
 * Returns: (transfer none) (nullable): its description, or %NULL where the
 *   user has added it, and it holds text
 */
const VelField *
vel_listed_field_get_field (VelListedField *self)
{
  g_return_val_if_fail (VEL_IS_LISTED_FIELD (self), NULL);

  return self->field;
}

/**
 * vel_listed_field_has:
 * @self: a field
 * @flag: one of what may be done with a field
 *
 * Returns: whether that may be done; with a field of the user's own, it may
 *   be a column and a filter
 */
gboolean
vel_listed_field_has (VelListedField *self,
                      VelFieldFlags   flag)
{
  g_return_val_if_fail (VEL_IS_LISTED_FIELD (self), FALSE);

  return (self->field != NULL ? self->field->flags : VEL_FIELD_COLUMN | VEL_FIELD_FILTER) & flag;
}
