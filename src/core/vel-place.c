/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The provinces (il, here "city") and districts (ilçe) of Turkey. All of it lies
 * in the program; every string that is returned lives as long as the program.
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-place.h"

#include <stdlib.h>
#include <string.h>

#include "vel-collator.h"
#include "vel-place-data.h"
#include "vel-text.h"

#define CENTRE "Merkez"

/* What a place is called besides its name of today: the short names that people
 * write, and the names that were changed within memory. */
static const struct
{
  const char *alias; /* as a key */
  const char *name;
} aliases[] = {
  { "afyon", "Afyonkarahisar" },
  { "antep", "Gaziantep" },
  { "gantep", "Gaziantep" },
  { "icel", "Mersin" },
  { "maras", "Kahramanmaraş" },
  { "kmaras", "Kahramanmaraş" },
  { "urfa", "Şanlıurfa" },
  { "surfa", "Şanlıurfa" },
  { "aydinlar", "Tillo" },
  { "eyup", "Eyüpsultan" },
  { "kazan", "Kahramankazan" },
  { "ondokuzmayis", "19 Mayıs" },
};

typedef struct
{
  const char *sorted[VEL_PLACE_N_CITIES + 1];
  GHashTable *cities;    /* key of a name (owned) to VelPlaceCity */
  GHashTable *districts; /* key of a name (owned) to VelPlaceCity, NULL where several have one */
} Index;

/* The letters and digits of a folded text: "Marmara Ereğlisi" and
 * "MARMARAEREĞLİSİ" have one key. */
static char *
make_key (const char *text)
{
  char *key = vel_text_fold (text);
  char *to = key;

  for (const char *p = key; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      *to++ = *p;
  *to = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (g_str_equal (aliases[i].alias, key))
      {
        g_free (key);
        return make_key (aliases[i].name);
      }
  return key;
}

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      collator)
{
  return vel_collator_compare (collator, *(const char *const *) a, *(const char *const *) b);
}

static const Index *
get_index (void)
{
  static gsize once;
  static Index index;

  if (g_once_init_enter (&once))
    {
      g_autoptr (VelCollator) turkish = vel_collator_new ("tr");

      index.cities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      index.districts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < VEL_PLACE_N_CITIES; i++)
        {
          const VelPlaceCity *city = &vel_place_cities[i];

          index.sorted[i] = city->name;
          g_hash_table_insert (index.cities, make_key (city->name), (gpointer) city);
          for (const char *const *name = city->districts; *name != NULL; name++)
            {
              g_autofree char *key = make_key (*name);
              gboolean shared = g_hash_table_contains (index.districts, key);

              g_hash_table_insert (index.districts, g_steal_pointer (&key),
                                   shared ? NULL : (gpointer) city);
            }
        }
      g_qsort_with_data (index.sorted, VEL_PLACE_N_CITIES, sizeof index.sorted[0], compare_names, turkish);
      g_once_init_leave (&once, 1);
    }
  return &index;
}

/* The plate code that a text is, with or without its leading zero; else 0. */
static int
read_plate (const char *text)
{
  gsize start = strspn (text, " ");
  gsize length = strspn (text + start, "0123456789");
  gsize end = start + length + strspn (text + start + length, " ");

  return length >= 1 && length <= 2 && text[end] == '\0' ? atoi (text + start) : 0;
}

static const VelPlaceCity *
find_city (const char *text)
{
  g_autofree char *key = NULL;
  int plate = read_plate (text);

  if (plate >= 1 && plate <= VEL_PLACE_N_CITIES)
    return &vel_place_cities[plate - 1];
  key = make_key (text);
  return g_hash_table_lookup (get_index ()->cities, key);
}

/**
 * vel_place_list_cities:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of the 81 provinces
 *   in Turkish order
 */
const char *const *
vel_place_list_cities (void)
{
  return get_index ()->sorted;
}

/**
 * vel_place_list_districts:
 * @city: a province, as for vel_place_find_city()
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of its districts in
 *   Turkish order, none if there is no such province
 */
const char *const *
vel_place_list_districts (const char *city)
{
  static const char *const none[] = { NULL };
  const VelPlaceCity *found;

  g_return_val_if_fail (city != NULL, none);

  found = find_city (city);
  return found != NULL ? found->districts : none;
}

/**
 * vel_place_find_city:
 * @text: the name of a province in any case, with or without Turkish letters, or
 *   its plate code ("34", "6")
 *
 * Finds a province, also by a name of everyday use ("Antep", "Urfa").
 *
 * Returns: (transfer none) (nullable): its name, or %NULL
 */
const char *
vel_place_find_city (const char *text)
{
  const VelPlaceCity *city;

  g_return_val_if_fail (text != NULL, NULL);

  city = find_city (text);
  return city != NULL ? city->name : NULL;
}

/**
 * vel_place_find_district:
 * @city: a province, as for vel_place_find_city()
 * @text: the name of a district in any case, with or without Turkish letters
 *
 * Finds a district of a province. The central one is also found by the name of
 * the province, with or without "Merkez" after it.
 *
 * Returns: (transfer none) (nullable): its name, or %NULL
 */
const char *
vel_place_find_district (const char *city,
                         const char *text)
{
  const VelPlaceCity *found;
  g_autofree char *key = NULL;
  g_autofree char *centre = NULL;
  g_autofree char *city_key = NULL;
  gboolean wants_centre;

  g_return_val_if_fail (city != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  found = find_city (city);
  if (found == NULL)
    return NULL;

  key = make_key (text);
  city_key = make_key (found->name);
  centre = g_strconcat (city_key, "merkez", NULL);
  wants_centre = g_str_equal (key, city_key) || g_str_equal (key, centre);
  for (const char *const *name = found->districts; *name != NULL; name++)
    {
      g_autofree char *name_key = make_key (*name);

      if (g_str_equal (name_key, key) || (wants_centre && g_str_equal (*name, CENTRE)))
        return *name;
    }
  return NULL;
}

/**
 * vel_place_city_of_district:
 * @text: the name of a district in any case, with or without Turkish letters
 *
 * Tells the province of a district, where only one has a district of that name:
 * "Kadıköy" is of İstanbul, but Ereğli may be of Konya or of Zonguldak.
 *
 * Returns: (transfer none) (nullable): the name of the province, or %NULL
 */
const char *
vel_place_city_of_district (const char *text)
{
  g_autofree char *key = NULL;
  const VelPlaceCity *city;

  g_return_val_if_fail (text != NULL, NULL);

  key = make_key (text);
  city = g_hash_table_lookup (get_index ()->districts, key);
  return city != NULL ? city->name : NULL;
}
