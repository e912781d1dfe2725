/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Fills a book with very many tasks at once, which a command for each would take
 * minutes for: many-tasks BOOK NUMBER DUE */

#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <stdlib.h>

#include "vel-book.h"
#include "vel-task.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VelBook) book = NULL;
  g_autoptr(VelChange) change = vel_change_new ("Import", NULL);
  g_autoptr(VelCommit) commit = NULL;

  g_return_val_if_fail (argc == 4, 2);
  book = vel_book_open (argv[1], TRUE, &error);
  g_assert_no_error (error);
  for (int i = 0; i < atoi (argv[2]); i++)
    {
      const gint64 id = vel_change_insert (change, &vel_task_entity);
      g_autofree char *title = g_strdup_printf ("Görev %d", i);

      vel_change_set_text (change, &vel_task_entity, id, "title", title);
      vel_change_set_text (change, &vel_task_entity, id, "due", argv[3]);
    }
  commit = vel_book_commit (book, change, NULL, &error);
  g_assert_no_error (error);
  vel_book_close (book);
  return 0;
}
