/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VelWorker:
 *
 * A thread that owns something, and does one job after the other in the order
 * they came.
 */
typedef struct _VelWorker VelWorker;

/**
 * VelWorkerFunc:
 * @data: what was given with the job
 * @cancellable: (nullable): to be asked in long work
 * @error: (out): why it could not be done
 *
 * A job, called on the worker's thread.
 *
 * Returns: (transfer full) (nullable): its result; %NULL exactly when @error is set
 */
typedef gpointer (*VelWorkerFunc) (gpointer       data,
                                   GCancellable  *cancellable,
                                   GError       **error);

VelWorker *vel_worker_new       (void);
void       vel_worker_free      (VelWorker      *self);
void       vel_worker_run_async (VelWorker      *self,
                                 GTask          *task,
                                 VelWorkerFunc   func,
                                 gpointer        data,
                                 GDestroyNotify  free_data,
                                 GDestroyNotify  free_result);
gpointer   vel_worker_run       (VelWorker      *self,
                                 VelWorkerFunc   func,
                                 gpointer        data,
                                 GCancellable   *cancellable,
                                 GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelWorker, vel_worker_free)

G_END_DECLS
