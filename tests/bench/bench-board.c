/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From exec to the first painted board, and its frames while it is scrolled,
 * while a card is dragged over it and when a deal moves, beside a bare window
 * with seven empty lists. */

#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "vel-bench-util.h"
#include "vel-book.h"
#include "vel-customer.h"
#include "vel-deal.h"
#include "vel-stage.h"
#include "vel-text.h"

#define N_RUNS 7
#define N_STAGES 7
#define N_CUSTOMERS 500
#define N_MORE 8

static const char * const more_names[N_MORE] = {
  "board: work before a frame of a column that glides by, 95 of 100, ms (goal: 16.7)",
  "board: the same, the worst, ms (goal: 33)",
  "board: work before a frame while a card is dragged, 95 of 100, ms (goal: 16.7)",
  "board: the same, the worst, ms (goal: 33)",
  "board: a move, from its commit to the list that has it and the work of the frame, 95 of 100, ms (goal: 16)",
  "board: the same, the worst, ms",
  "board: the same with the wait for the next frame of the display, 95 of 100, ms",
  "board: the same, the worst, ms",
};

static void
make_book (const char *path,
           guint       n)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, &error);
  g_autoptr(VelChange) change = vel_change_new ("Import", NULL);
  g_autoptr(VelCommit) commit = NULL;
  gint64 customers[N_CUSTOMERS];
  gint64 stages[N_STAGES];

  g_assert_no_error (error);
  for (guint i = 0; i < N_STAGES; i++)
    {
      g_autofree char *name = g_strdup_printf ("Aşama %u", i);

      stages[i] = VEL_STAGE_STARTER_FIRST + i;
      if (stages[i] <= VEL_STAGE_STARTER_LAST)
        continue;
      stages[i] = vel_change_insert (change, &vel_stage_entity);
      vel_change_set_text (change, &vel_stage_entity, stages[i], "name", name);
      vel_change_set_integer (change, &vel_stage_entity, stages[i], "pipeline", 1);
    }
  for (guint i = 0; i < N_CUSTOMERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Müşteri %u", i);

      customers[i] = vel_change_insert (change, &vel_customer_entity);
      vel_change_set_text (change, &vel_customer_entity, customers[i], "name", name);
    }
  for (guint i = 0; i < n; i++)
    {
      const gint64 id = vel_change_insert (change, &vel_deal_entity);
      g_autofree char *title = g_strdup_printf ("Satış fırsatı %u", i);

      vel_change_set_text (change, &vel_deal_entity, id, "title", title);
      vel_change_set_integer (change, &vel_deal_entity, id, "customer", customers[i % N_CUSTOMERS]);
      vel_change_set_integer (change, &vel_deal_entity, id, "stage", stages[i % N_STAGES]);
      vel_change_set_integer (change, &vel_deal_entity, id, "amount", 100000 + i * 137);
      vel_change_set_text (change, &vel_deal_entity, id, "currency", i % 9 == 0 ? "EUR" : "TRY");
      vel_change_set_text (change, &vel_deal_entity, id, "next_step", i % 4 != 0 ? "Teklifi gönder" : NULL);
    }
  commit = vel_book_commit (book, change, NULL, &error);
  g_assert_no_error (error);
  vel_book_close (book);
}

static void
run_once (const char * const *argv,
          GArray             *times,
          GArray            **more)
{
  g_auto(GStrv) environment = g_get_environ ();
  g_autofree char *start = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  g_autofree char *output = NULL;
  g_autoptr(GError) error = NULL;
  char *rest;
  double ms;

  environment = g_environ_setenv (environment, "VEL_BENCH_START", start, TRUE);
  g_spawn_sync (NULL, (char **) argv, environment, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  ms = g_ascii_strtoll (output, &rest, 10) / 1e3;
  if (ms <= 0)
    {
      fprintf (stderr, "%s painted nothing\n", argv[0]);
      exit (1);
    }
  g_array_append_val (times, ms);
  for (int i = 0; more != NULL && i < N_MORE; i++)
    {
      const double figure = g_ascii_strtoll (rest, &rest, 10) / 1e3;

      g_array_append_val (more[i], figure);
    }
}

int
main (int   argc,
      char *argv[])
{
  const guint n = argc > 3 ? atoi (argv[3]) : 10000;
  g_autofree char *folder = g_dir_make_tmp ("velinimet-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "book.velinimet", NULL);
  const char * const floor_argv[] = { argv[1], NULL };
  const char * const board_argv[] = { argv[2], "--book", path, "--page", "deals", NULL };
  g_autoptr(GArray) floor_times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  GArray *more[N_MORE];

  for (int i = 0; i < N_MORE; i++)
    more[i] = g_array_new (FALSE, FALSE, sizeof (double));
  vel_language_set ("tr");
  make_book (path, n);
  for (int i = 0; i < N_RUNS; i++)
    {
      run_once (floor_argv, floor_times, NULL);
      run_once (board_argv, times, more);
    }
  printf ("%u deals in %u stages, %d runs of each\n", n, N_STAGES, N_RUNS);
  vel_bench_print_times ("bare window with seven empty lists: exec to first frame, ms", floor_times);
  vel_bench_print_times ("board: exec to first painted board, ms", times);
  printf ("ratio of times %.2f (goal: 2)\n", g_array_index (times, double, times->len / 2) /
                                               g_array_index (floor_times, double, floor_times->len / 2));
  for (int i = 0; i < N_MORE; i++)
    {
      vel_bench_print_times (more_names[i], more[i]);
      g_array_unref (more[i]);
    }
  vel_bench_remove (folder);
  return 0;
}
