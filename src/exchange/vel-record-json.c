/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-record-json.h"

#include "vel-date.h"
#include "vel-json.h"
#include "vel-money.h"

/* Records as other programs read them. Nothing in it depends on a language or
 * on the settings of a machine. */

static JsonNode *
new_string (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

static JsonNode *
new_null (void)
{
  return json_node_init_null (json_node_alloc ());
}

/**
 * vel_id_to_json:
 * @id: the id of a record, or of a change in history; 0 for none
 *
 * Ids have up to 63 bits, and many programs read the numbers of JSON as
 * floating point with 53: so an id is text.
 *
 * Returns: (transfer full): a string, or null for none
 */
JsonNode *
vel_id_to_json (gint64 id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return id != 0 ? new_string (text) : new_null ();
}

/* Lists and objects lie in the book as JSON already. */
static JsonNode *
parse_stored (const char *json)
{
  JsonNode *node = vel_json_from_string (json);

  return node != NULL ? node : new_string (json);
}

/**
 * vel_value_to_json:
 * @field: a field
 * @value: what it holds
 * @currency: (nullable): of money, what it is in
 *
 * Numbers are numbers, yes and no are true and false, ids and choices' keys are
 * strings, money is a string with a decimal point ("1234.56", see
 * vel_money_to_decimal()), beside which stands its currency, instants and days are ISO 8601 (instants in UTC), lists are arrays
 * of objects, words are arrays of strings, own fields are one object.
 *
 * Returns: (transfer full): the value; null where there is none
 */
JsonNode *
vel_value_to_json (const VelField *field,
                   const VelValue *value,
                   const char     *currency)
{
  g_autofree char *decimal = NULL;
  g_autofree char *iso = NULL;

  if (vel_value_is_empty (value))
    return new_null ();

  switch (field->type)
    {
    case VEL_FIELD_ITEMS:
    case VEL_FIELD_WORDS:
    case VEL_FIELD_CUSTOM:
      return parse_stored (value->text);

    case VEL_FIELD_LINK:
      return vel_id_to_json (value->integer);

    case VEL_FIELD_BOOLEAN:
      return json_node_init_boolean (json_node_alloc (), value->integer != 0);

    case VEL_FIELD_DATE_TIME:
      iso = vel_date_time_to_iso (value->integer);
      return *iso != '\0' ? new_string (iso) : new_null ();

    case VEL_FIELD_INTEGER:
    case VEL_FIELD_PLACE:
      return json_node_init_int (json_node_alloc (), value->integer);

    case VEL_FIELD_MONEY:
      decimal = vel_money_to_decimal (value->integer, currency != NULL ? currency : "");
      return new_string (decimal);

    case VEL_FIELD_TEXT:
    case VEL_FIELD_LONG_TEXT:
    case VEL_FIELD_CHOICE:
    case VEL_FIELD_DATE:
    case VEL_FIELD_DUE:
    case VEL_FIELD_PHONE:
    case VEL_FIELD_EMAIL:
    case VEL_FIELD_URL:
      return new_string (value->text);

    default:
      g_return_val_if_reached (new_null ());
    }
}

/**
 * vel_record_to_json:
 * @record: a record
 *
 * Returns: (transfer full): an object: the id, then every field in the order
 *   of the field table
 */
JsonNode *
vel_record_to_json (VelRecord *record)
{
  const VelEntity *entity = vel_record_get_entity (record);
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  const char *currency = vel_entity_find_field (entity, "currency") != NULL ? vel_record_get_text (record, "currency") : NULL;

  json_object_set_member (object, "id", vel_id_to_json (vel_record_get_id (record)));
  for (guint i = 0; i < entity->n_fields; i++)
    json_object_set_member (object, entity->fields[i].name,
                            vel_value_to_json (&entity->fields[i], vel_record_get_value (record, i), currency));
  json_node_take_object (node, object);
  return node;
}
