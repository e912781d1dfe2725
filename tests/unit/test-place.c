/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include <json-glib/json-glib.h>

#include "vel-collator.h"
#include "vel-place.h"
#include "vel-text.h"

#include "naughty.h"

static void
assert_sorted (const char *const *names)
{
  g_autoptr (VelCollator) turkish = vel_collator_new ("tr");

  for (; names[0] != NULL && names[1] != NULL; names++)
    {
      if (vel_collator_compare (turkish, names[0], names[1]) >= 0)
        g_test_message ("%s stands before %s", names[0], names[1]);
      g_assert_cmpint (vel_collator_compare (turkish, names[0], names[1]), <, 0);
    }
}

/* The counts of the law: 81, 973, 51 with a centre, 30 without. */
static void
test_counts (void)
{
  static const char *const metropolitan[] = {
    "Adana", "Ankara", "Antalya", "Aydın", "Balıkesir", "Bursa", "Denizli", "Diyarbakır", "Erzurum",
    "Eskişehir", "Gaziantep", "Hatay", "İstanbul", "İzmir", "Kahramanmaraş", "Kayseri", "Kocaeli",
    "Konya", "Malatya", "Manisa", "Mardin", "Mersin", "Muğla", "Ordu", "Sakarya", "Samsun",
    "Şanlıurfa", "Tekirdağ", "Trabzon", "Van", NULL,
  };
  const char *const *cities = vel_place_list_cities ();
  guint n_districts = 0;
  guint n_centres = 0;

  g_assert_cmpuint (g_strv_length ((char **) cities), ==, 81);
  g_assert_cmpuint (g_strv_length ((char **) metropolitan), ==, 30);
  assert_sorted (cities);
  for (; *cities != NULL; cities++)
    {
      const char *const *districts = vel_place_list_districts (*cities);
      gboolean has_centre = g_strv_contains (districts, "Merkez");

      assert_sorted (districts);
      n_districts += g_strv_length ((char **) districts);
      n_centres += has_centre;
      g_assert_cmpint (has_centre, !=, g_strv_contains (metropolitan, *cities));
    }
  g_assert_cmpuint (n_districts, ==, 973);
  g_assert_cmpuint (n_centres, ==, 51);

  g_assert_cmpuint (g_strv_length ((char **) vel_place_list_districts ("İstanbul")), ==, 39);
  g_assert_cmpuint (g_strv_length ((char **) vel_place_list_districts ("42")), ==, 31);
  g_assert_cmpuint (g_strv_length ((char **) vel_place_list_districts ("bayburt")), ==, 3);
  g_assert_cmpuint (g_strv_length ((char **) vel_place_list_districts ("Atlantis")), ==, 0);
}

static void
test_city (void)
{
  static const struct
  {
    const char *text;
    const char *city;
  } cases[] = {
    { "İstanbul", "İstanbul" }, { "ISTANBUL", "İstanbul" }, { "istanbul", "İstanbul" },
    { "İSTANBUL ", "İstanbul" }, { "34", "İstanbul" }, { " 06 ", "Ankara" }, { "6", "Ankara" },
    { "01", "Adana" }, { "81", "Düzce" }, { "Hakkari", "Hakkâri" }, { "HAKKÂRİ", "Hakkâri" },
    { "ŞANLIURFA", "Şanlıurfa" }, { "Urfa", "Şanlıurfa" }, { "Ş.Urfa", "Şanlıurfa" },
    { "K.Maraş", "Kahramanmaraş" }, { "Afyon", "Afyonkarahisar" }, { "İçel", "Mersin" },
    { "IGDIR", "Iğdır" }, { "ısparta", "Isparta" },
    { "", NULL }, { "0", NULL }, { "00", NULL }, { "82", NULL }, { "034", NULL }, { "-34", NULL }, { "3.4", NULL }, { "3 4", NULL },
    { "Kadıköy", NULL }, { "Paris", NULL }, { "Merkez", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (vel_place_find_city (cases[i].text), ==, cases[i].city);
}

static void
test_district (void)
{
  static const struct
  {
    const char *city;
    const char *text;
    const char *district;
  } cases[] = {
    { "İstanbul", "ŞİŞLİ", "Şişli" },
    { "istanbul", "sisli", "Şişli" },
    { "34", "Kağıthane", "Kâğıthane" },
    { "İstanbul", "Eyüp", "Eyüpsultan" },
    { "Tekirdağ", "Marmara Ereğlisi", "Marmaraereğlisi" },
    { "Samsun", "Ondokuzmayıs", "19 Mayıs" },
    { "Samsun", "19mayıs", "19 Mayıs" },
    { "Ankara", "Kazan", "Kahramankazan" },
    { "Bolu", "Merkez", "Merkez" },
    { "Bolu", "Bolu", "Merkez" },
    { "Bolu", "Bolu Merkez", "Merkez" },
    { "Bursa", "Merkez", NULL },
    { "Bursa", "Bursa", NULL },
    { "Bursa", "Kadıköy", NULL },
    { "Bursa", "", NULL },
    { "Paris", "Merkez", NULL },
    { "", "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (vel_place_find_district (cases[i].city, cases[i].text), ==, cases[i].district);
}

static void
test_city_of_district (void)
{
  g_assert_cmpstr (vel_place_city_of_district ("kadikoy"), ==, "İstanbul");
  g_assert_cmpstr (vel_place_city_of_district ("İNEGÖL"), ==, "Bursa");
  g_assert_cmpstr (vel_place_city_of_district ("İzmit"), ==, "Kocaeli");
  g_assert_null (vel_place_city_of_district ("Ereğli"));
  g_assert_null (vel_place_city_of_district ("Yenişehir"));
  g_assert_null (vel_place_city_of_district ("Merkez"));
  g_assert_null (vel_place_city_of_district ("İstanbul"));
  g_assert_null (vel_place_city_of_district (""));
}

/* Every name is found as it is written, and folded. */
static void
test_all_found (void)
{
  for (const char *const *city = vel_place_list_cities (); *city != NULL; city++)
    {
      g_autofree char *folded_city = vel_text_fold (*city);

      g_assert_cmpstr (vel_place_find_city (folded_city), ==, *city);
      for (const char *const *name = vel_place_list_districts (*city); *name != NULL; name++)
        {
          g_autofree char *folded = vel_text_fold (*name);
          const char *only = vel_place_city_of_district (*name);

          g_assert_cmpstr (vel_place_find_district (*city, folded), ==, *name);
          g_assert_true (only == NULL || g_str_equal (only, *city));
        }
    }
}

/* Another list that knows of no central districts has the rest of ours. */
static void
test_against_shared (void)
{
  const char *folder = g_getenv ("VEL_SHARED_DATA");
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;
  g_autoptr (JsonNode) root = NULL;
  guint n_compared = 0;

  path = folder != NULL ? g_build_filename (folder, "tr-places", "bakbuz-turkiye_il_ilce.json", NULL) : NULL;
  if (path == NULL || !g_file_get_contents (path, &content, NULL, NULL))
    {
      g_test_skip ("no shared test data");
      return;
    }
  root = json_from_string (strstr (content, "["), NULL);
  g_assert_nonnull (root);
  for (guint i = 0; i < json_array_get_length (json_node_get_array (root)); i++)
    {
      JsonObject *city = json_array_get_object_element (json_node_get_array (root), i);
      const char *plate = json_object_get_string_member (city, "abbreviation");
      JsonArray *districts = json_object_get_array_member (city, "districts");
      const char *const *ours = vel_place_list_districts (plate);

      g_assert_cmpstr (vel_place_find_city (plate), ==,
                       vel_place_find_city (json_object_get_string_member (city, "mame")));
      g_assert_cmpuint (g_strv_length ((char **) ours), ==,
                        json_array_get_length (districts) + g_strv_contains (ours, "Merkez"));
      for (guint j = 0; j < json_array_get_length (districts); j++, n_compared++)
        g_assert_nonnull (vel_place_find_district (plate, json_array_get_string_element (districts, j)));
    }
  g_assert_cmpuint (n_compared, ==, 922);
}

static void
check_text (const char *text)
{
  const char *city = vel_place_find_city (text);

  g_assert_true (city == NULL || g_strv_contains (vel_place_list_cities (), city));
  vel_place_find_district ("Bolu", text);
  vel_place_find_district (text, text);
  vel_place_city_of_district (text);
}

static void
test_naughty (void)
{
  check_naughty (check_text);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  vel_language_set ("tr");

  g_test_add_func ("/place/counts", test_counts);
  g_test_add_func ("/place/city", test_city);
  g_test_add_func ("/place/district", test_district);
  g_test_add_func ("/place/city-of-district", test_city_of_district);
  g_test_add_func ("/place/all-found", test_all_found);
  g_test_add_func ("/place/against-shared", test_against_shared);
  g_test_add_func ("/place/naughty", test_naughty);

  return g_test_run ();
}
