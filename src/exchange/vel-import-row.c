/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-import-row.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "vel-column-words.h"
#include "vel-import-error.h"
#include "vel-item.h"
#include "vel-json.h"
#include "vel-money.h"
#include "vel-text.h"

/* What reading a row of any entity has in common. A cell that fits nothing is
 * an error with a sentence for the user; nothing is guessed and nothing dropped. */

/**
 * vel_import_row_init:
 * @self: a row to be filled
 * @entity: what it speaks of
 */
void
vel_import_row_init (VelImportRow    *self,
                     const VelEntity *entity)
{
  self->entity = entity;
  self->values = g_new0 (VelValue, entity->n_fields);
}

/**
 * vel_import_row_clear:
 * @self: a row
 *
 * Frees what is in it.
 */
void
vel_import_row_clear (VelImportRow *self)
{
  for (guint i = 0; i < self->entity->n_fields; i++)
    if (self->values[i].kind != VEL_VALUE_NULL)
      vel_value_clear (&self->values[i]);
  g_clear_pointer (&self->values, g_free);
  g_clear_pointer (&self->custom, g_hash_table_unref);
}

/**
 * vel_import_row_value:
 * @self: a row
 * @field: a field
 *
 * Returns: (transfer none): what the row says of it
 */
VelValue *
vel_import_row_value (VelImportRow *self,
                      const char   *field)
{
  return &self->values[vel_entity_field_index (self->entity, field)];
}

/**
 * vel_import_row_text:
 * @self: a row
 * @field: a field that holds text
 *
 * Returns: (transfer none) (nullable): what the row says of it
 */
const char *
vel_import_row_text (VelImportRow *self,
                     const char   *field)
{
  return vel_import_row_value (self, field)->text;
}

/**
 * vel_import_row_leave:
 * @self: a row
 * @field: a field that it does not tell, but that follows
 *
 * Leaves the field as it is in a record that is there already.
 */
void
vel_import_row_leave (VelImportRow *self,
                      const char   *field)
{
  self->unsaid |= G_GUINT64_CONSTANT (1) << vel_entity_field_index (self->entity, field);
}

/**
 * vel_import_row_dup_custom:
 * @self: a row
 *
 * Returns: (transfer full) (nullable): the fields of the user's own as the book
 *   holds them, one JSON object
 */
char *
vel_import_row_dup_custom (VelImportRow *self)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr(GList) names = NULL;

  if (self->custom == NULL || g_hash_table_size (self->custom) == 0)
    return NULL;
  names = g_list_sort (g_hash_table_get_keys (self->custom), (GCompareFunc) strcmp);
  for (GList *l = names; l != NULL; l = l->next)
    json_object_set_string_member (object, l->data, g_hash_table_lookup (self->custom, l->data));
  json_node_set_object (node, object);
  return vel_json_to_string (node, FALSE);
}

/**
 * vel_import_row_cell:
 * @row: a row of a table
 * @columns: (element-type VelImportColumn): where its cells go
 * @column: one of them
 *
 * Returns: (transfer full) (nullable): what stands there, without blanks around
 *   it; %NULL for nothing, and where the column goes nowhere
 */
char *
vel_import_row_cell (const VelCsvRow *row,
                     GArray          *columns,
                     guint            column)
{
  const char *text = row->cells[column];
  char *cell;

  if (*g_array_index (columns, VelImportColumn, column).match->field == '\0' || *text == '\0')
    return NULL;
  cell = g_strstrip (g_strdup (text));
  if (*cell != '\0')
    return cell;
  g_free (cell);
  return NULL;
}

/**
 * vel_import_row_fail:
 * @error: (out): a #VelImportError
 * @sentence: why the row cannot be imported
 *
 * Returns: %FALSE
 */
gboolean
vel_import_row_fail (GError     **error,
                     const char  *sentence)
{
  g_set_error_literal (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_ROW, sentence);
  return FALSE;
}

static gboolean
fail_taken (const char  *label,
            GError     **error)
{
  g_set_error (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_ROW,
               /* Translators: %s is what a customer has one of, such as "Job title". */
               _("There is room for one “%s” only, and another column says something else."), label);
  return FALSE;
}

/**
 * vel_import_row_take:
 * @self: a row
 * @field: a field of which there is one
 * @value: what a cell says of it; copied
 * @error: (out): that another column says something else
 *
 * Where two columns tell of it they must agree, or one of them would be lost.
 *
 * Returns: whether it is taken
 */
gboolean
vel_import_row_take (VelImportRow  *self,
                     const char    *field,
                     VelValue      *value,
                     GError       **error)
{
  VelValue *held = vel_import_row_value (self, field);

  if (vel_value_is_empty (held))
    {
      vel_value_clear (held);
      vel_value_copy (value, held);
      return TRUE;
    }
  return vel_value_is_empty (value) || vel_value_equal (value, held) ||
         fail_taken (vel_field_get_label (vel_entity_find_field (self->entity, field)), error);
}

/**
 * vel_import_row_read:
 * @self: a row
 * @field: a field of which there is one
 * @text: what a cell says of it
 * @error: (out): a #VelTextError or a #VelImportError
 *
 * Returns: whether it could be read
 */
gboolean
vel_import_row_read (VelImportRow  *self,
                     const char    *field,
                     const char    *text,
                     GError       **error)
{
  g_auto(VelValue) value = VEL_VALUE_INIT;

  return vel_field_parse (vel_entity_find_field (self->entity, field), text, &value, error) &&
         vel_import_row_take (self, field, &value, error);
}

/**
 * vel_import_row_read_date:
 * @self: a row
 * @field: a field that holds a day
 * @text: what a cell says of it
 * @order: how dates are written there
 * @error: (out): a #VelTextError or a #VelImportError
 *
 * Some programs write a day of zeros where they know none.
 *
 * Returns: whether it could be read
 */
gboolean
vel_import_row_read_date (VelImportRow  *self,
                          const char    *field,
                          const char    *text,
                          VelDateOrder   order,
                          GError       **error)
{
  g_auto(VelValue) value = VEL_VALUE_INIT;
  g_autoptr(GError) local_error = NULL;
  char *iso = NULL;

  if (!vel_date_parse (text, order, &iso, &local_error))
    {
      if (g_error_matches (local_error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_EMPTY))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  vel_value_take_text (&value, iso);
  return vel_import_row_take (self, field, &value, error);
}

/**
 * vel_import_row_read_currency:
 * @self: a row
 * @text: a currency as people write it: TRY, TL, ₺, dolar
 * @error: (out): a #VelTextError or a #VelImportError
 *
 * Returns: whether it is one
 */
gboolean
vel_import_row_read_currency (VelImportRow  *self,
                              const char    *text,
                              GError       **error)
{
  g_autofree char *sum = g_strconcat ("1 ", text, NULL);
  g_auto(VelValue) value = VEL_VALUE_INIT;
  char *currency = NULL;

  /* Of a text without a currency it is that which nothing is in. */
  if (!vel_money_parse (sum, "XXX", NULL, &currency, NULL) || g_str_equal (currency, "XXX"))
    {
      g_free (currency);
      return vel_import_row_fail (error, _("This currency is not known. Write its three letters, such as TRY, EUR or USD."));
    }
  vel_value_take_text (&value, currency);
  return vel_import_row_take (self, "currency", &value, error);
}

/**
 * vel_import_row_read_money:
 * @self: a row whose currency, if it tells one, has been read
 * @field: a field that holds money
 * @text: what a cell says of it
 * @home: the currency of what names none
 * @error: (out): a #VelTextError or a #VelImportError
 *
 * Reads a sum, and the currency unless the row tells it elsewhere. That which
 * follows from nothing but @home is marked as unsaid.
 *
 * Returns: whether it could be read
 */
gboolean
vel_import_row_read_money (VelImportRow  *self,
                           const char    *field,
                           const char    *text,
                           const char    *home,
                           GError       **error)
{
  VelValue *currency = vel_import_row_value (self, "currency");
  g_autofree char *named = NULL;
  gint64 amount;

  if (!vel_money_parse (text, currency->text != NULL ? currency->text : home, &amount, &named, error))
    return FALSE;
  if (amount < 0)
    return vel_import_row_fail (error, _("A sum of money cannot be negative here."));
  if (currency->text != NULL && !g_str_equal (currency->text, named))
    return fail_taken (vel_field_get_label (vel_entity_find_field (self->entity, "currency")), error);
  vel_value_set_integer (vel_import_row_value (self, field), amount);
  if (currency->text == NULL && g_str_equal (named, home))
    vel_import_row_leave (self, "currency");
  vel_value_set_text (currency, named);
  return TRUE;
}

/**
 * vel_import_row_read_own:
 * @self: a row
 * @name: a field of the user's own
 * @text: what a cell says of it
 * @error: (out): that another column says something else
 *
 * Returns: whether it is taken
 */
gboolean
vel_import_row_read_own (VelImportRow  *self,
                         const char    *name,
                         const char    *text,
                         GError       **error)
{
  const char *held;

  if (self->custom == NULL)
    self->custom = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  held = g_hash_table_lookup (self->custom, name);
  if (held != NULL)
    return g_str_equal (held, text) || fail_taken (name, error);
  g_hash_table_insert (self->custom, g_strdup (name), g_strdup (text));
  return TRUE;
}

/**
 * vel_import_row_add_words:
 * @self: a row
 * @field: a field of words
 * @text: more of them
 */
void
vel_import_row_add_words (VelImportRow *self,
                          const char   *field,
                          const char   *text)
{
  VelValue *value = vel_import_row_value (self, field);
  g_auto(GStrv) old = vel_words_parse (value->text);
  g_auto(GStrv) more = vel_column_words_split (field, text);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;

  g_strv_builder_addv (builder, (const char **) old);
  g_strv_builder_addv (builder, (const char **) more);
  all = g_strv_builder_end (builder);
  vel_value_take_text (value, vel_words_to_json ((const char * const *) all));
}

/**
 * vel_import_row_add_text:
 * @self: a row
 * @field: a field of long text
 * @text: one more paragraph
 */
void
vel_import_row_add_text (VelImportRow *self,
                         const char   *field,
                         const char   *text)
{
  VelValue *value = vel_import_row_value (self, field);

  vel_value_take_text (value, vel_value_is_empty (value) ? g_strdup (text) : g_strconcat (value->text, "\n", text, NULL));
}
