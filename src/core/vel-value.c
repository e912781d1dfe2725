/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-value.h"

/**
 * vel_value_clear:
 * @self: a value
 *
 * Frees what @self holds and makes it null.
 */
void
vel_value_clear (VelValue *self)
{
  g_clear_pointer (&self->text, g_free);
  self->kind = VEL_VALUE_NULL;
  self->integer = 0;
}

/**
 * vel_value_set_integer:
 * @self: a value
 * @integer: the number to hold
 */
void
vel_value_set_integer (VelValue *self,
                       gint64    integer)
{
  vel_value_clear (self);
  self->kind = VEL_VALUE_INTEGER;
  self->integer = integer;
}

/**
 * vel_value_set_text:
 * @self: a value
 * @text: (nullable): UTF-8 text to copy; %NULL makes the value null
 */
void
vel_value_set_text (VelValue   *self,
                    const char *text)
{
  vel_value_take_text (self, g_strdup (text));
}

/**
 * vel_value_take_text:
 * @self: a value
 * @text: (nullable) (transfer full): UTF-8 text; %NULL makes the value null
 */
void
vel_value_take_text (VelValue *self,
                     char     *text)
{
  vel_value_clear (self);
  if (text == NULL)
    return;
  self->kind = VEL_VALUE_TEXT;
  self->text = text;
}

/**
 * vel_value_copy:
 * @self: the value to copy
 * @copy: (out caller-allocates): an initialised value that becomes equal to @self
 */
void
vel_value_copy (const VelValue *self,
                VelValue       *copy)
{
  if (self->kind == VEL_VALUE_TEXT)
    {
      vel_value_set_text (copy, self->text);
      return;
    }
  vel_value_clear (copy);
  copy->kind = self->kind;
  copy->integer = self->integer;
}

/**
 * vel_value_equal:
 * @a: a value
 * @b: another
 *
 * Returns: whether both hold the same kind and the same content
 */
gboolean
vel_value_equal (const VelValue *a,
                 const VelValue *b)
{
  if (a->kind != b->kind)
    return FALSE;
  if (a->kind == VEL_VALUE_TEXT)
    return g_str_equal (a->text, b->text);
  return a->kind == VEL_VALUE_NULL || a->integer == b->integer;
}

/**
 * vel_value_is_empty:
 * @self: a value
 *
 * Returns: whether @self is null or text without a character
 */
gboolean
vel_value_is_empty (const VelValue *self)
{
  return self->kind == VEL_VALUE_NULL || (self->kind == VEL_VALUE_TEXT && *self->text == '\0');
}
