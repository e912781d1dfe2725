/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-bench-frame.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How long the program stays after its first frame, so that its memory is that
 * of a program at rest. */
#define REST_MS 1500

/* Frames of a list that glides by, and of one that is dragged to anywhere. */
#define N_GLIDES 180
#define GLIDE_PX 40
#define N_JUMPS 60

typedef struct
{
  GtkWindow      *window;
  VelBenchReady   is_ready;
  VelBenchScroll  find_scroll;  /* (nullable) */
  GtkAdjustment  *scroll;       /* (nullable) */
  gint64          began;        /* when the frame at hand did */
  gint64          painted;
  gint64          filled;       /* when the list had all of its rows */
  gint64          longest;      /* of the frames between the two */
  long            resident;
  GArray         *works;        /* (element-type gint64): of each frame while the list is scrolled */
} Watch;

static long
resident_kib (void)
{
  g_autofree char *text = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &text, NULL, NULL));
  line = strstr (text, "VmRSS:");
  g_assert_nonnull (line);
  return atol (line + strlen ("VmRSS:"));
}

static int
compare (const void *a,
         const void *b)
{
  const gint64 left = *(const gint64 *) a;
  const gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

/* What 95 of 100 frames do not exceed. */
static gint64
most (GArray *works,
      guint   first,
      guint   n)
{
  gint64 *some = &g_array_index (works, gint64, first);

  qsort (some, n, sizeof *some, compare);
  return some[n * 95 / 100];
}

static void
report (Watch *watch)
{
  const char *start = g_getenv ("VEL_BENCH_START");

  printf ("%" G_GINT64_FORMAT " %ld", watch->painted - (start != NULL ? g_ascii_strtoll (start, NULL, 10) : 0),
          watch->resident);
  if (watch->works != NULL)
    printf (" %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
            watch->filled - watch->painted, watch->longest,
            most (watch->works, 0, N_GLIDES), most (watch->works, N_GLIDES, N_JUMPS));
  printf ("\n");
  fflush (stdout);
  /* What follows is not measured, and a killed program costs nobody. */
  _exit (0);
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  Watch *watch = data;
  const double page = gtk_adjustment_get_page_size (watch->scroll);
  const double room = gtk_adjustment_get_upper (watch->scroll) - page;

  if (watch->works->len >= N_GLIDES + N_JUMPS)
    report (watch);
  if (watch->works->len < N_GLIDES)
    gtk_adjustment_set_value (watch->scroll, gtk_adjustment_get_value (watch->scroll) + GLIDE_PX);
  else
    /* Steps of the golden section come everywhere, and nowhere twice. */
    gtk_adjustment_set_value (watch->scroll, room * fmod (watch->works->len * 0.6180339887, 1));
  return G_SOURCE_CONTINUE;
}

static gboolean
rested_cb (gpointer data)
{
  Watch *watch = data;

  watch->resident = resident_kib ();
  if (watch->scroll == NULL)
    report (watch);
  watch->works = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_add_tick_callback (GTK_WIDGET (watch->window), scroll_cb, watch, NULL);
  return G_SOURCE_REMOVE;
}

static void
before_paint_cb (GdkFrameClock *clock,
                 Watch         *watch)
{
  watch->began = g_get_monotonic_time ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                Watch         *watch)
{
  const gint64 now = g_get_monotonic_time ();
  const gint64 work = now - watch->began;

  if (watch->works != NULL)
    {
      g_array_append_val (watch->works, work);
    }
  else if (watch->painted == 0)
    {
      if (!watch->is_ready (watch->window))
        return;
      watch->painted = now;
      g_timeout_add (REST_MS, rested_cb, watch);
    }
  else if (watch->find_scroll != NULL && watch->scroll == NULL)
    {
      watch->longest = MAX (watch->longest, work);
      watch->scroll = watch->find_scroll (watch->window);
      watch->filled = now;
    }
}

static void
realized_cb (GtkWidget *widget,
             Watch     *watch)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), watch);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), watch);
}

/* Waits for the frame that counts, and prints the microseconds since the
 * program was started and its resident KiB at rest. Of a list that can be
 * scrolled it prints more, all in microseconds: how long after that frame it
 * has all rows, the work of the longest frame until then, and the work before a
 * frame, 95 of 100 of them, while the list glides by, and while it is dragged to
 * anywhere. Then it ends the program. */
void
vel_bench_frame_watch (GtkWindow      *window,
                       VelBenchReady   is_ready,
                       VelBenchScroll  find_scroll)
{
  Watch *watch = g_new0 (Watch, 1);

  watch->window = window;
  watch->is_ready = is_ready;
  watch->find_scroll = find_scroll;
  if (gtk_widget_get_realized (GTK_WIDGET (window)))
    realized_cb (GTK_WIDGET (window), watch);
  else
    g_signal_connect (window, "realize", G_CALLBACK (realized_cb), watch);
}
