/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VelBenchReady:
 * @window: a window
 *
 * Returns: whether the frame just painted is the one that counts
 */
typedef gboolean (*VelBenchReady) (GtkWindow *window);

/**
 * VelBenchScroll:
 * @window: a window
 *
 * Returns: (transfer none) (nullable): what scrolls its list, once the list has all of its rows
 */
typedef GtkAdjustment *(*VelBenchScroll) (GtkWindow *window);

void vel_bench_frame_watch (GtkWindow      *window,
                            VelBenchReady   is_ready,
                            VelBenchScroll  find_scroll);

G_END_DECLS
