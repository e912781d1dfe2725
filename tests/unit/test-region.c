/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-phone.h"
#include "vel-region.h"
#include "vel-text.h"

#include <locale.h>

static void
test_names (void)
{
  g_autofree char *turkish = NULL;
  g_autofree char *english = NULL;
  g_autofree char *unknown = NULL;

  vel_language_set ("tr");
  turkish = vel_region_name ("DE");
  g_assert_cmpstr (turkish, ==, "Almanya");
  vel_language_set ("en");
  english = vel_region_name ("DE");
  g_assert_cmpstr (english, ==, "Germany");
  unknown = vel_region_name ("not a code");
  g_assert_cmpstr (unknown, ==, "not a code");
}

static guint
find (GStrv       regions,
      const char *code)
{
  for (guint i = 0; regions[i] != NULL; i++)
    if (g_str_equal (regions[i], code))
      return i;
  g_assert_not_reached ();
}

static void
test_list (void)
{
  g_auto(GStrv) regions = NULL;

  vel_language_set ("tr");
  regions = vel_region_list ();
  g_assert_cmpuint (g_strv_length (regions), >, 200);
  for (guint i = 0; regions[i] != NULL; i++)
    g_assert_true (vel_phone_has_region (regions[i]));

  /* Cezayir, Çin, Danimarka; İsveç, İtalya: in Turkish order, not that of bytes. */
  g_assert_cmpuint (find (regions, "DZ"), <, find (regions, "CN"));
  g_assert_cmpuint (find (regions, "CN"), <, find (regions, "DK"));
  g_assert_cmpuint (find (regions, "SE"), <, find (regions, "IT"));
  g_assert_cmpuint (find (regions, "IT"), <, find (regions, "JP"));
  g_assert_true (vel_phone_has_region ("TR"));
  g_assert_false (vel_phone_has_region ("tr"));
  g_assert_false (vel_phone_has_region (""));
  g_assert_false (vel_phone_has_region ("ZZ"));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/region/names", test_names);
  g_test_add_func ("/region/list", test_list);
  return g_test_run ();
}
