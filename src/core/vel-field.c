/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-field.h"

#include <glib/gi18n-lib.h>

/**
 * vel_field_is_stored:
 * @self: a field
 *
 * Returns: whether the field has a column of its own
 */
gboolean
vel_field_is_stored (const VelField *self)
{
  return self->derive == VEL_DERIVE_NOT;
}

/**
 * vel_field_is_integer:
 * @self: a field
 *
 * Returns: whether its values are integers; they are text otherwise
 */
gboolean
vel_field_is_integer (const VelField *self)
{
  switch (self->type)
    {
    case VEL_FIELD_BOOLEAN:
    case VEL_FIELD_INTEGER:
    case VEL_FIELD_MONEY:
    case VEL_FIELD_DATE_TIME:
    case VEL_FIELD_LINK:
    case VEL_FIELD_PLACE:
      return TRUE;

    case VEL_FIELD_TEXT:
    case VEL_FIELD_LONG_TEXT:
    case VEL_FIELD_CHOICE:
    case VEL_FIELD_DATE:
    case VEL_FIELD_DUE:
    case VEL_FIELD_PHONE:
    case VEL_FIELD_EMAIL:
    case VEL_FIELD_URL:
    case VEL_FIELD_ITEMS:
    case VEL_FIELD_WORDS:
    case VEL_FIELD_CUSTOM:
      return FALSE;

    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * vel_field_get_label:
 * @self: a field
 *
 * Returns: (transfer none): its name in the language of the interface
 */
const char *
vel_field_get_label (const VelField *self)
{
  return _(self->label);
}

/**
 * vel_field_find_choice:
 * @self: a field of choices
 * @key: (nullable): what is stored
 *
 * Returns: (transfer none) (nullable): the choice
 */
const VelChoice *
vel_field_find_choice (const VelField *self,
                       const char     *key)
{
  if (self->choices == NULL || key == NULL)
    return NULL;
  for (const VelChoice *choice = self->choices; choice->key != NULL; choice++)
    if (g_str_equal (choice->key, key))
      return choice;
  return NULL;
}
