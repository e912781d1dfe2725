/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-customer.h"
#include "vel-interaction.h"
#include "vel-item.h"
#include "vel-json.h"
#include "vel-record-json.h"

static const VelField *
find (const VelEntity *entity,
      const char      *name)
{
  const VelField *field = vel_entity_find_field (entity, name);

  g_assert_nonnull (field);
  return field;
}

static void
check_text (const char *field,
            const char *text,
            const char *json)
{
  g_auto(VelValue) value = VEL_VALUE_INIT;
  g_autoptr(JsonNode) node = NULL;
  g_autofree char *written = NULL;

  vel_value_set_text (&value, text);
  node = vel_value_to_json (find (&vel_customer_entity, field), &value, NULL);
  written = vel_json_to_string (node, FALSE);
  g_assert_cmpstr (written, ==, json);
}

static void
check_integer (const VelEntity *entity,
               const char      *field,
               gint64           integer,
               const char      *json)
{
  g_auto(VelValue) value = VEL_VALUE_INIT;
  g_autoptr(JsonNode) node = NULL;
  g_autofree char *written = NULL;

  vel_value_set_integer (&value, integer);
  node = vel_value_to_json (find (entity, field), &value, NULL);
  written = vel_json_to_string (node, FALSE);
  g_assert_cmpstr (written, ==, json);
}

static void
test_values (void)
{
  check_text ("name", "Işık \"x\"", "\"Işık \\\"x\\\"\"");
  check_text ("name", NULL, "null");
  check_text ("name", "", "null");
  check_text ("status", "active", "\"active\"");
  check_text ("birthday", "--12-31", "\"--12-31\"");
  check_text ("phones", "[{\"value\":\"+90\"}]", "[{\"value\":\"+90\"}]");
  check_text ("tags", "[\"a\",\"b\"]", "[\"a\",\"b\"]");
  check_text ("custom", "{\"Boy\":\"1\"}", "{\"Boy\":\"1\"}");
  /* What a damaged book holds is told as it is. */
  check_text ("tags", "[\"a\"", "\"[\\\"a\\\"\"");

  check_integer (&vel_customer_entity, "size", 12, "12");
  check_integer (&vel_customer_entity, "size", 0, "0");
  check_integer (&vel_customer_entity, "created", 1767225600, "\"2026-01-01T00:00:00Z\"");
  check_integer (&vel_customer_entity, "created", G_MAXINT64, "null");
  check_integer (&vel_interaction_entity, "customer", G_MAXINT64, "\"9223372036854775807\"");
}

static void
test_record (void)
{
  g_autoptr(VelRecord) record = vel_record_new (&vel_customer_entity, 7);
  g_autofree VelValue *values = g_new0 (VelValue, vel_customer_entity.n_fields);
  g_autoptr(JsonNode) node = NULL;
  g_autoptr(GList) members = NULL;
  JsonObject *object;
  guint i = 0;

  vel_value_set_text (&values[vel_entity_field_index (&vel_customer_entity, "name")], "Ayşe");
  vel_record_take_values (record, values);
  node = vel_record_to_json (record);
  object = json_node_get_object (node);
  g_assert_cmpstr (json_object_get_string_member (object, "id"), ==, "7");
  g_assert_cmpstr (json_object_get_string_member (object, "name"), ==, "Ayşe");
  g_assert_true (json_object_get_null_member (object, "title"));

  members = json_object_get_members (object);
  g_assert_cmpstr (members->data, ==, "id");
  for (GList *member = members->next; member != NULL; member = member->next)
    g_assert_cmpstr (member->data, ==, vel_customer_entity.fields[i++].name);
  g_assert_cmpuint (i, ==, vel_customer_entity.n_fields);
}

/* Every control character is escaped, as RFC 8259 wants it and SQLite insists. */
static void
test_control_characters (void)
{
  for (char c = 1; c < 0x20; c++)
    {
      const char text[] = { 'a', c, 'b', c, '\0' };
      const char * const words[] = { text, NULL };
      g_autofree char *json = vel_words_to_json (words);
      g_auto(GStrv) back = vel_words_parse (json);

      for (const char *p = json; *p != '\0'; p++)
        g_assert_cmpint ((guchar) *p, >=, 0x20);
      g_assert_cmpstr (back[0], ==, text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record-json/values", test_values);
  g_test_add_func ("/record-json/record", test_record);
  g_test_add_func ("/record-json/control-characters", test_control_characters);
  return g_test_run ();
}
