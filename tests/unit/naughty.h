/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/* Calls @check with hostile texts of our own, and with the lines of a public
 * list of them where the shared test data is there. */
static inline void
check_naughty (void (*check) (const char *text))
{
  static const char *const own[] = {
    "", " ", "\n", "\t\r\n", "\xff", "\xc4", "a\xe2\x82", "\xed\xa0\x80", "\xf4\x90\x80\x80",
    "\xc0\xaf", "%s%n%d", "'; DROP TABLE customer; --", "\" * AND NEAR(", "<b>&amp;</b>",
    "\xe2\x80\xae" "ters", "\xe2\x81\xa6" "a", "a\xcc\x87\xcc\x87\xcc\x87\xcc\x87\xcc\x87\xcc\x87",
    "\xef\xbb\xbf" "bom", "99999999999999999999999999999999999999", "-", "+", "--", "++", ".", ",",
    "..", ",,", "1.", ".1", "1,", ",1", "1e9", "0x10", "-0", "(", ")", "()", "((1))", "١٢٣", "１２３",
    "½", "∞", "NaN", "İ", "ı", "i\xcc\x87", "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb", "中文", "ﷺ",
    "\x01\x02\x7f", "--13-45", "0000-00-00", "9999-99-99", "1.1.1.1.1", "/", "//", "///", ":", "@",
  };
  const char *folder = g_getenv ("VEL_SHARED_DATA");
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;
  g_autofree char *large = g_strnfill (100000, '7');
  g_autofree char *large_wide = NULL;
  g_autoptr (GString) wide = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    check (own[i]);
  check (large);
  for (guint i = 0; i < 20000; i++)
    g_string_append (wide, "漢İ");
  large_wide = g_strdup (wide->str);
  check (large_wide);

  path = folder != NULL ? g_build_filename (folder, "naughty", "blns.txt", NULL) : NULL;
  if (path == NULL || !g_file_get_contents (path, &content, NULL, NULL))
    {
      g_test_message ("no shared test data: the public list of hostile texts was left out");
      return;
    }
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    check (lines[i]);
}
