/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A book with very many open tasks: how soon it is known what rings next, what
 * finishing one costs, and from exec to the first painted Today beside a bare
 * window; the two are started in turn. */

#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "vel-bench-util.h"
#include "vel-book-rings.h"
#include "vel-customer.h"
#include "vel-task-moves.h"
#include "vel-task.h"
#include "vel-text.h"

#define N_RUNS 9
#define N_ASKED 500
#define N_FINISHED 100
#define N_CUSTOMERS 2000
#define BATCH 512

/* A third of them are late, and the others spread over so many days. */
#define DAYS_BACK 60
#define DAYS_AHEAD 120

typedef struct
{
  guint      next;
  guint      n;
  gint64     customers[N_CUSTOMERS];
  GDateTime *today;
} Feed;

static char *
dup_due (const Feed *self,
         guint       number)
{
  const int days = (int) (number * 7919 % (DAYS_BACK + DAYS_AHEAD)) - DAYS_BACK;
  g_autoptr(GDateTime) day = g_date_time_add_days (self->today, days);
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

  return number % 3 == 0 ? g_steal_pointer (&text)
                         : g_strdup_printf ("%sT%02u:%02u", text, 8 + number % 11, number % 4 * 15);
}

static gboolean
feed (VelChange  *change,
      gpointer    user_data,
      GError    **error)
{
  Feed *self = user_data;

  for (guint i = 0; i < N_CUSTOMERS && self->next == 0; i++)
    {
      g_autofree char *name = g_strdup_printf ("Müşteri %u", i);

      self->customers[i] = vel_change_insert (change, &vel_customer_entity);
      vel_change_set_text (change, &vel_customer_entity, self->customers[i], "name", name);
    }
  for (guint i = 0; i < BATCH && self->next < self->n; i++, self->next++)
    {
      const gint64 id = vel_change_insert (change, &vel_task_entity);
      g_autofree char *title = g_strdup_printf ("Görev %u", self->next);
      g_autofree char *due = dup_due (self, self->next);

      vel_change_set_text (change, &vel_task_entity, id, "title", title);
      vel_change_set_text (change, &vel_task_entity, id, "due", due);
      vel_change_set_integer (change, &vel_task_entity, id, "customer", self->customers[self->next % N_CUSTOMERS]);
    }
  return TRUE;
}

static VelBook *
make_book (const char *path,
           guint       n)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, &error);
  g_autoptr(VelChange) change = vel_change_new ("Import", NULL);
  g_autoptr(VelCommit) commit = NULL;
  Feed self = { .n = n, .today = g_date_time_new_now_local () };

  g_assert_no_error (error);
  vel_change_set_source (change, feed, &self, NULL);
  commit = vel_book_commit (book, change, NULL, &error);
  g_assert_no_error (error);
  g_date_time_unref (self.today);
  return g_steal_pointer (&book);
}

static void
take_time (GArray *times,
           gint64  since)
{
  const double ms = (g_get_monotonic_time () - since) / 1e3;

  g_array_append_val (times, ms);
}

/* What rings next; and the fifty that are due first. */
static void
ask (VelBook *book)
{
  g_autoptr(GArray) rings = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) dues = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GError) error = NULL;

  for (int i = 0; i < N_ASKED; i++)
    {
      gint64 since = g_get_monotonic_time ();
      g_autoptr(GPtrArray) next = vel_book_find_rings (book, NULL, 1, &error);
      g_autoptr(GArray) due = NULL;

      g_assert_no_error (error);
      g_assert_cmpuint (next->len, ==, 1);
      take_time (rings, since);
      since = g_get_monotonic_time ();
      due = vel_book_find_due (book, NULL, 50, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (due->len, ==, 50);
      take_time (dues, since);
    }
  vel_bench_print_times ("what rings next, ms (goal: 1)", rings);
  vel_bench_print_times ("the fifty that are due first, ms", dues);
}

static void
finish_some (VelBook *book)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) due = vel_book_find_due (book, NULL, N_FINISHED, &error);

  for (guint i = 0; i < due->len; i++)
    {
      g_autoptr(GPtrArray) tasks = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr(VelChange) change = NULL;
      g_autoptr(VelCommit) commit = NULL;
      gint64 since;

      g_ptr_array_add (tasks, vel_book_get_record (book, &vel_task_entity, g_array_index (due, gint64, i), &error));
      change = vel_task_finish (tasks, g_get_real_time () / G_USEC_PER_SEC);
      since = g_get_monotonic_time ();
      commit = vel_book_commit (book, change, NULL, &error);
      g_assert_no_error (error);
      take_time (times, since);
    }
  vel_bench_print_times ("one task finished, ms", times);
}

static void
run_once (const char * const *argv,
          GArray             *times)
{
  g_auto(GStrv) environment = g_get_environ ();
  g_autofree char *start = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  g_autofree char *output = NULL;
  g_autoptr(GError) error = NULL;
  double ms;

  environment = g_environ_setenv (environment, "VEL_BENCH_START", start, TRUE);
  g_spawn_sync (NULL, (char **) argv, environment, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  ms = g_ascii_strtoll (output, NULL, 10) / 1e3;
  if (ms <= 0)
    {
      fprintf (stderr, "%s painted nothing\n", argv[0]);
      exit (1);
    }
  g_array_append_val (times, ms);
}

int
main (int   argc,
      char *argv[])
{
  const guint n = argc > 3 ? atoi (argv[3]) : 100000;
  g_autofree char *folder = g_dir_make_tmp ("velinimet-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "book.velinimet", NULL);
  const char * const floor_argv[] = { argv[1], NULL };
  const char * const today_argv[] = { argv[2], "--book", path, "--page", "today", NULL };
  g_autoptr(GArray) floor_times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(VelBook) book = NULL;

  vel_language_set ("tr");
  book = make_book (path, n);
  printf ("%u open tasks, %d runs of each\n", n, N_RUNS);
  ask (book);
  finish_some (book);
  vel_book_close (book);
  for (int i = 0; i < N_RUNS; i++)
    {
      run_once (floor_argv, floor_times);
      run_once (today_argv, times);
    }
  vel_bench_print_times ("bare window: exec to first frame, ms", floor_times);
  vel_bench_print_times ("today: exec to first painted tasks, ms", times);
  printf ("ratio of times %.2f (goal: 2)\n", g_array_index (times, double, times->len / 2) /
                                               g_array_index (floor_times, double, floor_times->len / 2));
  vel_bench_remove (folder);
  return 0;
}
