/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include "vel-customer.h"
#include "vel-test-util.h"

/* Root may write everywhere, so a test that runs as root becomes nobody for a while. */
#define NOBODY 65534

static char *
make_book (int folder_mode,
           int file_mode)
{
  g_autofree char *inside = vel_test_new_path ();
  g_autofree char *path = g_build_filename (inside, "book.velinimet", NULL);
  g_autofree char *lock = g_strconcat (path, "-lock", NULL);
  g_autofree char *above = g_path_get_dirname (inside);
  g_autoptr(GError) error = NULL;
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, &error);
  g_autoptr(VelChange) change = vel_change_new ("Add", NULL);
  g_autoptr(VelCommit) commit = NULL;

  g_assert_no_error (error);
  vel_change_set_text (change, &vel_customer_entity, vel_change_insert (change, &vel_customer_entity), "name", "Ali");
  commit = vel_book_commit (book, change, NULL, &error);
  g_assert_no_error (error);
  vel_book_close (book);
  vel_test_settle ();

  /* Nobody must get there at all. */
  g_assert_cmpint (g_chmod (above, 0755), ==, 0);
  g_assert_cmpint (g_chmod (path, file_mode), ==, 0);
  g_assert_cmpint (g_chmod (lock, 0444), ==, 0);
  g_assert_cmpint (g_chmod (inside, folder_mode), ==, 0);
  return g_steal_pointer (&path);
}

static void
unlock (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
}

/* It opens, it can be asked, and it says that it cannot be written. */
static void
assert_reads_only (const char *path,
                   gboolean    as_nobody)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VelBook) book = NULL;
  g_autoptr(VelQuery) query = vel_query_new (&vel_customer_entity, NULL, "ali", NULL, FALSE);
  g_autoptr(GArray) found = NULL;
  g_autoptr(VelChange) change = vel_change_new ("Add", NULL);
  g_autoptr(VelCommit) commit = NULL;

  as_nobody = as_nobody && geteuid () == 0;
  if (as_nobody)
    g_assert_cmpint (setresuid (NOBODY, NOBODY, 0), ==, 0);
  book = vel_book_open (path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (vel_book_is_read_only (book));
  found = vel_book_find (book, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);

  vel_change_set_text (change, &vel_customer_entity, vel_change_insert (change, &vel_customer_entity), "name", "Veli");
  commit = vel_book_commit (book, change, NULL, &error);
  g_assert_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_READ_ONLY);
  g_assert_null (commit);
  vel_book_close (book);
  vel_test_settle ();
  if (as_nobody)
    g_assert_cmpint (setresuid (0, 0, 0), ==, 0);
}

static void
test_folder (void)
{
  g_autofree char *path = make_book (0555, 0644);

  assert_reads_only (path, TRUE);
  unlock (path);
}

static void
test_file (void)
{
  g_autofree char *path = make_book (0755, 0444);

  assert_reads_only (path, TRUE);
}

static void
test_both (void)
{
  g_autofree char *path = make_book (0555, 0444);

  assert_reads_only (path, TRUE);
  unlock (path);
}

/* As a stick with its slide closed; the engine sees no lack of rights there. */
static void
test_disk (void)
{
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      if (!g_test_trap_has_passed ())
        {
          g_test_trap_assert_stderr ("*cannot mount*");
          g_test_skip ("nothing can be mounted here");
        }
      return;
    }

  /* Before there is any other thread: each sees the mounts of the one that began it. */
  if (unshare (CLONE_NEWNS) != 0 || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0)
    {
      g_printerr ("cannot mount\n");
      g_test_skip ("nothing can be mounted here");
      return;
    }
  path = make_book (0755, 0600);
  folder = g_path_get_dirname (path);
  g_assert_cmpint (mount (folder, folder, NULL, MS_BIND, NULL), ==, 0);
  g_assert_cmpint (mount (NULL, folder, NULL, MS_REMOUNT | MS_BIND | MS_RDONLY, NULL), ==, 0);
  assert_reads_only (path, FALSE);
  g_assert_cmpint (umount (folder), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  vel_test_init (&argc, &argv);
  g_test_add_func ("/read-only/folder", test_folder);
  g_test_add_func ("/read-only/file", test_file);
  g_test_add_func ("/read-only/both", test_both);
  g_test_add_func ("/read-only/disk", test_disk);
  return g_test_run ();
}
