/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <json-glib/json-glib.h>

#include "vel-item.h"

static GPtrArray *
new_items (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) vel_item_free);
}

static void
test_json (void)
{
  g_autoptr(GPtrArray) items = new_items ();
  g_autofree char *json = NULL;
  VelItem *home = vel_item_new ("home", "Gül Sok. \"5\"");

  g_assert_null (vel_items_to_json (items));
  g_ptr_array_add (items, vel_item_new ("work", NULL));
  g_assert_null (vel_items_to_json (items));
  home->city = g_strdup ("İzmir");
  g_ptr_array_add (items, home);
  json = vel_items_to_json (items);
  g_assert_cmpstr (json, ==, "[{\"label\":\"home\",\"value\":\"Gül Sok. \\\"5\\\"\",\"city\":\"İzmir\"}]");
}

/* Whatever stands in an item, a reader of JSON reads it, and we read it back. */
static void
test_json_round_trip (void)
{
  for (int round = 0; round < 3000; round++)
    {
      g_autoptr(GPtrArray) items = new_items ();
      g_autoptr(GPtrArray) back = NULL;
      g_autofree char *json = NULL;
      g_autoptr(JsonNode) node = NULL;
      g_autoptr(GString) value = g_string_new ("x");
      g_autoptr(GError) error = NULL;

      for (int i = g_test_rand_int_range (0, 12); i > 0; i--)
        g_string_append_unichar (value, g_test_rand_bit () ? g_test_rand_int_range (1, 0x80)
                                                           : g_test_rand_int_range (0x80, 0xd800));
      g_ptr_array_add (items, vel_item_new (value->str, value->str));
      g_ptr_array_add (items, vel_item_new (NULL, "\\\"\n\t\x01\x1f"));
      json = vel_items_to_json (items);
      node = json_from_string (json, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==, 2);
      back = vel_items_parse (json);
      g_assert_cmpuint (back->len, ==, 2);
      g_assert_cmpstr (((VelItem *) g_ptr_array_index (back, 0))->value, ==, value->str);
      g_assert_cmpstr (((VelItem *) g_ptr_array_index (back, 0))->label, ==, value->str);
      g_assert_cmpstr (((VelItem *) g_ptr_array_index (back, 1))->value, ==, "\\\"\n\t\x01\x1f");
    }
}

static void
test_set_first (void)
{
  g_autofree char *one = vel_items_set_first (NULL, "value", "1");
  g_autofree char *two = vel_items_set_first ("[{\"label\":\"work\",\"value\":\"1\"},{\"value\":\"2\"}]", "value", "3");
  g_autofree char *gone = vel_items_set_first ("[{\"label\":\"work\",\"value\":\"1\"}]", "value", NULL);

  g_assert_cmpstr (one, ==, "[{\"value\":\"1\"}]");
  g_assert_cmpstr (two, ==, "[{\"label\":\"work\",\"value\":\"3\"},{\"value\":\"2\"}]");
  g_assert_null (gone);
}

static void
test_broken (void)
{
  static const char * const broken[] = { "", "{", "[1,2]", "{\"a\":1}", "[[]]", "null", "[{\"value\":1}]", "[{\"value\":null}]" };

  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr(GPtrArray) items = vel_items_parse (broken[i]);
      g_auto(GStrv) words = vel_words_parse (broken[i]);

      g_assert_nonnull (items);
      g_assert_nonnull (words);
    }
}

/* As deep as no stack is; but a word may look like it. */
static void
test_deep (void)
{
  const gsize depth = 4 * 1024 * 1024;
  g_autofree char *deep = g_strnfill (depth, '[');
  g_autofree char *brackets = g_strnfill (200, '[');
  g_autofree char *word = g_strdup_printf ("[\"\\\"%s\"]", brackets);
  g_autofree char *wanted = g_strconcat ("\"", brackets, NULL);
  g_auto(GStrv) none = vel_words_parse (deep);
  g_auto(GStrv) one = vel_words_parse (word);

  g_assert_null (none[0]);
  g_assert_cmpstr (one[0], ==, wanted);
}

static void
test_place (void)
{
  VelItem *item = vel_item_new ("work", "Gül Sokak 5");
  g_autofree char *text = NULL;

  item->postcode = g_strdup ("34710");
  item->district = g_strdup ("Kadıköy");
  item->city = g_strdup ("İstanbul");
  text = vel_item_format_place (item);
  g_assert_cmpstr (text, ==, "Gül Sokak 5\n34710 Kadıköy / İstanbul");
  vel_item_free (item);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/item/json", test_json);
  g_test_add_func ("/item/json-round-trip", test_json_round_trip);
  g_test_add_func ("/item/set-first", test_set_first);
  g_test_add_func ("/item/broken", test_broken);
  g_test_add_func ("/item/deep", test_deep);
  g_test_add_func ("/item/place", test_place);
  return g_test_run ();
}
