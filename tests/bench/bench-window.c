/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From exec to the first painted list with many customers, and the memory of
 * the program at rest, beside a bare window; the two are started in turn. Then,
 * how soon all rows follow, and the work before a frame while they are scrolled. */

#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "vel-bench-util.h"
#include "vel-book.h"
#include "vel-customer.h"
#include "vel-text.h"

#define N_RUNS 11
#define BATCH 512

/* What the program tells beyond its time and its size. */
#define N_MORE 4

static const char * const more_names[N_MORE] = {
  "customers: from that to all rows, ms (goal: 500)",
  "customers: the longest frame until then, ms",
  "customers: work before a frame of a list that glides by, 95 of 100, ms (goal: 16.7)",
  "customers: work before a frame of a list dragged to anywhere, 95 of 100, ms",
};

typedef struct
{
  guint next;
  guint n;
} Feed;

static gboolean
feed (VelChange  *change,
      gpointer    user_data,
      GError    **error)
{
  Feed *self = user_data;

  for (guint i = 0; i < BATCH && self->next < self->n; i++, self->next++)
    {
      const gint64 id = vel_change_insert (change, &vel_customer_entity);
      VelBenchCustomer made;

      vel_bench_customer (self->next, &made);
      for (guint f = 0; f < G_N_ELEMENTS (made.values); f++)
        if (made.values[f] != NULL)
          vel_change_set_text (change, &vel_customer_entity, id, vel_bench_fields[f], made.values[f]);
      vel_bench_customer_clear (&made);
    }
  return TRUE;
}

static void
make_book (const char *path,
           guint       n)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, &error);
  g_autoptr(VelChange) change = vel_change_new ("Import", NULL);
  g_autoptr(VelCommit) commit = NULL;
  Feed self = { 0, n };

  g_assert_no_error (error);
  vel_change_set_source (change, feed, &self, NULL);
  commit = vel_book_commit (book, change, NULL, &error);
  g_assert_no_error (error);
  vel_book_close (book);
}

static void
run_once (const char * const *argv,
          GArray             *times,
          GArray             *sizes,
          GArray            **more)
{
  g_auto(GStrv) environment = g_get_environ ();
  g_autofree char *start = NULL;
  g_autofree char *output = NULL;
  g_autoptr(GError) error = NULL;
  char *rest;
  double ms;
  double mib;

  start = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  environment = g_environ_setenv (environment, "VEL_BENCH_START", start, TRUE);
  g_spawn_sync (NULL, (char **) argv, environment, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  ms = g_ascii_strtoll (output, &rest, 10) / 1e3;
  mib = g_ascii_strtoll (rest, &rest, 10) / 1024.0;
  if (ms <= 0)
    {
      fprintf (stderr, "%s painted nothing\n", argv[0]);
      exit (1);
    }
  g_array_append_val (times, ms);
  g_array_append_val (sizes, mib);
  for (int i = 0; more != NULL && i < N_MORE; i++)
    {
      const double figure = g_ascii_strtoll (rest, &rest, 10) / 1e3;

      g_array_append_val (more[i], figure);
    }
}

static double
median (GArray *figures)
{
  return g_array_index (figures, double, figures->len / 2);
}

int
main (int   argc,
      char *argv[])
{
  const guint n = argc > 3 ? atoi (argv[3]) : 100000;
  g_autofree char *folder = g_dir_make_tmp ("velinimet-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "book.velinimet", NULL);
  const char * const floor_argv[] = { argv[1], NULL };
  const char * const list_argv[] = { argv[2], "--book", path, "--page", "customers", NULL };
  g_autoptr(GArray) floor_times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) floor_sizes = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) sizes = g_array_new (FALSE, FALSE, sizeof (double));

  GArray *more[N_MORE];

  for (int i = 0; i < N_MORE; i++)
    more[i] = g_array_new (FALSE, FALSE, sizeof (double));
  vel_language_set ("tr");
  make_book (path, n);
  for (int i = 0; i < N_RUNS; i++)
    {
      run_once (floor_argv, floor_times, floor_sizes, NULL);
      run_once (list_argv, times, sizes, more);
    }
  printf ("%u customers, %d runs of each\n", n, N_RUNS);
  vel_bench_print_times ("bare window: exec to first frame, ms", floor_times);
  vel_bench_print_times ("customers: exec to first painted list, ms", times);
  vel_bench_print_times ("bare window: resident, MiB", floor_sizes);
  vel_bench_print_times ("customers: resident, MiB", sizes);
  printf ("ratio of times %.2f (goal: 1.3), of memory %.2f (goal: 1.5)\n",
          median (times) / median (floor_times), median (sizes) / median (floor_sizes));
  for (int i = 0; i < N_MORE; i++)
    {
      vel_bench_print_times (more_names[i], more[i]);
      g_array_unref (more[i]);
    }
  vel_bench_remove (folder);
  return 0;
}
