/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-bench-frame.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How long the program stays after its first frame, so that its memory is that
 * of a program at rest. */
#define REST_MS 1500

typedef struct
{
  GtkWindow     *window;
  VelBenchReady  is_ready;
  gint64         painted;
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

static gboolean
report_cb (gpointer data)
{
  Watch *watch = data;
  const char *start = g_getenv ("VEL_BENCH_START");

  printf ("%" G_GINT64_FORMAT " %ld\n",
          watch->painted - (start != NULL ? g_ascii_strtoll (start, NULL, 10) : 0), resident_kib ());
  fflush (stdout);
  /* What follows is not measured, and a killed program costs nobody. */
  _exit (0);
}

static void
after_paint_cb (GdkFrameClock *clock,
                Watch         *watch)
{
  if (watch->painted != 0 || !watch->is_ready (watch->window))
    return;
  watch->painted = g_get_monotonic_time ();
  g_timeout_add (REST_MS, report_cb, watch);
}

static void
realized_cb (GtkWidget *widget,
             Watch     *watch)
{
  g_signal_connect (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (after_paint_cb), watch);
}

/* Waits for the frame that counts, prints the microseconds since the program
 * was started and its resident KiB, and ends it. */
void
vel_bench_frame_watch (GtkWindow     *window,
                       VelBenchReady  is_ready)
{
  Watch *watch = g_new0 (Watch, 1);

  watch->window = window;
  watch->is_ready = is_ready;
  if (gtk_widget_get_realized (GTK_WIDGET (window)))
    realized_cb (GTK_WIDGET (window), watch);
  else
    g_signal_connect (window, "realize", G_CALLBACK (realized_cb), watch);
}
