/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <gio/gio.h>
#include <locale.h>
#include <string.h>

#include "vel-error-text.h"
#include "vel-store-error.h"
#include "vel-text.h"

/* What an engine says, which no user can do anything with alone. */
#define RAW "disk I/O error #42"

static void
assert_sentence (GQuark domain,
                 int    code)
{
  g_autoptr(GError) error = g_error_new_literal (domain, code, RAW);
  g_autofree char *text = vel_error_text (error);

  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpstr (text, !=, RAW);
  g_assert_cmpint (strlen (text), >, 20);
  g_assert_null (strchr (text, '%'));
  g_assert_true (g_str_has_suffix (text, ".") || g_str_has_suffix (text, ")"));
}

static void
test_store (void)
{
  for (int code = VEL_STORE_ERROR_FAILED; code <= VEL_STORE_ERROR_NOTHING; code++)
    if (code != VEL_STORE_ERROR_INVALID && code != VEL_STORE_ERROR_NOTHING)
      assert_sentence (VEL_STORE_ERROR, code);
}

static void
test_files (void)
{
  /* Each call of the system that can fail, as either kind of GLib's calls tells it. */
  for (int number = 1; number < 134; number++)
    {
      assert_sentence (G_IO_ERROR, g_io_error_from_errno (number));
      assert_sentence (G_FILE_ERROR, g_file_error_from_errno (number));
    }
}

static void
assert_same (int io_code,
             int file_code)
{
  const GError io_error = { G_IO_ERROR, io_code, (char *) RAW };
  const GError file_error = { G_FILE_ERROR, file_code, (char *) RAW };
  g_autofree char *io_text = vel_error_text (&io_error);
  g_autofree char *file_text = vel_error_text (&file_error);

  g_assert_cmpstr (io_text, ==, file_text);
}

static void
test_both_kinds_agree (void)
{
  assert_same (G_IO_ERROR_NOT_FOUND, G_FILE_ERROR_NOENT);
  assert_same (G_IO_ERROR_PERMISSION_DENIED, G_FILE_ERROR_ACCES);
  assert_same (G_IO_ERROR_NO_SPACE, G_FILE_ERROR_NOSPC);
  assert_same (G_IO_ERROR_IS_DIRECTORY, G_FILE_ERROR_ISDIR);
  assert_same (G_IO_ERROR_READ_ONLY, G_FILE_ERROR_ROFS);
}

/* Sentences that are made where the mistake is found pass as they are. */
static void
test_sentences_pass (void)
{
  const GQuark domains[] = { VEL_TEXT_ERROR, VEL_STORE_ERROR };
  const int codes[] = { VEL_TEXT_ERROR_INVALID, VEL_STORE_ERROR_INVALID };

  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    {
      g_autoptr(GError) error = g_error_new_literal (domains[i], codes[i], "“ab” is not a date.");
      g_autofree char *text = vel_error_text (error);

      g_assert_cmpstr (text, ==, "“ab” is not a date.");
    }
}

static void
test_may_pass (void)
{
  const GError busy = { VEL_STORE_ERROR, VEL_STORE_ERROR_BUSY, (char *) RAW };
  const GError full = { VEL_STORE_ERROR, VEL_STORE_ERROR_FULL, (char *) RAW };
  const GError invalid = { VEL_STORE_ERROR, VEL_STORE_ERROR_INVALID, (char *) RAW };
  const GError too_new = { VEL_STORE_ERROR, VEL_STORE_ERROR_TOO_NEW, (char *) RAW };
  const GError text = { VEL_TEXT_ERROR, VEL_TEXT_ERROR_EMPTY, (char *) RAW };
  const GError file = { G_IO_ERROR, G_IO_ERROR_NO_SPACE, (char *) RAW };

  g_assert_true (vel_error_may_pass (&busy));
  g_assert_true (vel_error_may_pass (&full));
  g_assert_true (vel_error_may_pass (&file));
  g_assert_false (vel_error_may_pass (&invalid));
  g_assert_false (vel_error_may_pass (&too_new));
  g_assert_false (vel_error_may_pass (&text));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error-text/store", test_store);
  g_test_add_func ("/error-text/files", test_files);
  g_test_add_func ("/error-text/both-kinds-agree", test_both_kinds_agree);
  g_test_add_func ("/error-text/sentences-pass", test_sentences_pass);
  g_test_add_func ("/error-text/may-pass", test_may_pass);
  return g_test_run ();
}
