/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "vel-collator.h"

#include "naughty.h"

static int
compare_keys (VelCollator *collator,
              const char  *a,
              const char  *b)
{
  gsize a_length;
  gsize b_length;
  g_autofree guint8 *a_key = vel_collator_key (collator, a, &a_length);
  g_autofree guint8 *b_key = vel_collator_key (collator, b, &b_length);
  int order = memcmp (a_key, b_key, MIN (a_length, b_length));

  if (order != 0)
    return order;
  return a_length < b_length ? -1 : a_length > b_length;
}

static void
check_order (const char        *language,
             const char *const *words)
{
  g_autoptr (VelCollator) collator = vel_collator_new (language);

  for (guint i = 0; words[i] != NULL; i++)
    for (guint j = 0; words[j] != NULL; j++)
      {
        int order = vel_collator_compare (collator, words[i], words[j]);
        int by_key = compare_keys (collator, words[i], words[j]);

        if ((order < 0) != (i < j) || (order > 0) != (i > j))
          g_test_message ("in %s, \"%s\" and \"%s\" are in the wrong order",
                          language, words[i], words[j]);
        g_assert_true ((order < 0) == (i < j) && (order > 0) == (i > j));
        g_assert_true ((order < 0) == (by_key < 0) && (order > 0) == (by_key > 0));
      }
}

static void
test_order (gconstpointer language)
{
  static const char *const names[] = {
    "", "3M", "Ali", "Can", "Çağla", "Çiçek", "Dağ", "Dilek", "Gül", "Ğ", "Han", "Ilgaz", "IŞIK",
    "İbrahim", "İlker", "Jale", "Oya", "Ömer", "Pelin", "Sarp", "Sıla", "Sinan", "Şule", "Tan",
    "Uğur", "Ümit", "Veli", "Yıldız", "Zeki", NULL,
  };
  static const char *const letters[] = {
    "a", "A", "â", "b", "c", "C", "ç", "Ç", "d", "g", "ğ", "h", "ı", "I", "i", "İ", "j", "o", "ö",
    "p", "q", "r", "s", "ş", "t", "u", "ü", "v", "w", "x", "y", "z", NULL,
  };

  check_order (language, names);
  check_order (language, letters);
}

static void
test_decomposed (void)
{
  g_autoptr (VelCollator) collator = vel_collator_new ("tr");

  g_assert_cmpint (vel_collator_compare (collator, "Çelik", "C\xcc\xa7" "elik"), ==, 0);
  g_assert_cmpint (compare_keys (collator, "Çelik", "C\xcc\xa7" "elik"), ==, 0);
  g_assert_cmpint (compare_keys (collator, "İnci", "I\xcc\x87nci"), ==, 0);
}

static void
test_own_rules (void)
{
  g_autoptr (VelCollator) swedish = vel_collator_new ("sv");
  g_autoptr (VelCollator) english = vel_collator_new ("en");
  g_autoptr (VelCollator) turkish = vel_collator_new ("tr");
  g_autoptr (VelCollator) unknown = vel_collator_new ("C");
  g_autofree char *swedish_version = vel_collator_version (swedish);
  g_autofree char *english_version = vel_collator_version (english);
  g_autofree char *turkish_version = vel_collator_version (turkish);
  g_autofree char *unknown_version = vel_collator_version (unknown);

  g_assert_cmpint (vel_collator_compare (swedish, "Z", "Ö"), <, 0);
  g_assert_cmpint (vel_collator_compare (english, "Z", "Ö"), >, 0);
  g_assert_cmpstr (swedish_version, !=, turkish_version);
  g_assert_cmpstr (english_version, ==, turkish_version);
  g_assert_cmpstr (unknown_version, ==, turkish_version);
  g_assert_true (g_str_has_prefix (turkish_version, "tr-"));
}

static void
test_long (void)
{
  g_autoptr (VelCollator) collator = vel_collator_new ("tr");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree guint8 *key = NULL;
  gsize length;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "漢ş");
  key = vel_collator_key (collator, text->str, &length);
  g_assert_cmpuint (length, <, 4096);
  g_assert_cmpint (vel_collator_compare (collator, text->str, text->str), ==, 0);
}

static void
check_key (const char *text)
{
  g_autoptr (VelCollator) collator = vel_collator_new ("tr");
  gsize length;
  g_autofree guint8 *key = vel_collator_key (collator, text, &length);

  g_assert_nonnull (key);
  g_assert_null (memchr (key, 0, length));
  g_assert_cmpint (vel_collator_compare (collator, text, text), ==, 0);
}

static void
test_naughty (void)
{
  check_naughty (check_key);
}

static void
test_size (void)
{
  g_autoptr (VelCollator) collator = vel_collator_new ("tr");
  gsize length;
  g_autofree guint8 *key = vel_collator_key (collator, "Işık Mimarlık", &length);

  g_test_message ("the key of \"Işık Mimarlık\" has %" G_GSIZE_FORMAT " bytes", length);
  g_assert_nonnull (key);
  g_assert_cmpuint (length, <=, 2 * strlen ("Işık Mimarlık"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/collator/order/tr", "tr", test_order);
  g_test_add_data_func ("/collator/order/en", "en", test_order);
  g_test_add_data_func ("/collator/order/C", "C", test_order);
  g_test_add_func ("/collator/decomposed", test_decomposed);
  g_test_add_func ("/collator/own-rules", test_own_rules);
  g_test_add_func ("/collator/long", test_long);
  g_test_add_func ("/collator/naughty", test_naughty);
  g_test_add_func ("/collator/size", test_size);

  return g_test_run ();
}
