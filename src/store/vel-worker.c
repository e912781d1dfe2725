/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-worker.h"

struct _VelWorker
{
  GThreadPool *pool;  /* (owned): of one thread */
};

typedef struct
{
  VelWorkerFunc   func;
  gpointer        data;
  GDestroyNotify  free_data;    /* (nullable) */
  GDestroyNotify  free_result;  /* (nullable) */
  GTask          *task;         /* (owned) (nullable): of a job that nobody waits for */
  /* Of a job that a thread waits for: */
  GCancellable   *cancellable;
  GMutex          mutex;
  GCond           done;
  gboolean        is_done;      /* (mutex mutex) */
  gpointer        result;
  GError         *error;        /* (owned) (nullable) */
} Job;

static void
run_task (Job *job)
{
  g_autoptr(GError) error = NULL;
  gpointer result = job->func (job->data, g_task_get_cancellable (job->task), &error);

  if (error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&error));
  else
    g_task_return_pointer (job->task, result, job->free_result);
  if (job->free_data != NULL)
    job->free_data (job->data);
  g_object_unref (job->task);
  g_free (job);
}

static void
run_job (gpointer data,
         gpointer user_data)
{
  Job *job = data;

  if (job->task != NULL)
    {
      run_task (job);
      return;
    }
  job->result = job->func (job->data, job->cancellable, &job->error);
  g_mutex_lock (&job->mutex);
  job->is_done = TRUE;
  g_cond_signal (&job->done);
  g_mutex_unlock (&job->mutex);
}

/**
 * vel_worker_new:
 *
 * Returns: (transfer full): a worker with a thread of its own
 */
VelWorker *
vel_worker_new (void)
{
  VelWorker *self = g_new0 (VelWorker, 1);

  self->pool = g_thread_pool_new (run_job, NULL, 1, TRUE, NULL);
  return self;
}

/**
 * vel_worker_free:
 * @self: (transfer full): a worker
 *
 * Waits until every job is done. Not to be called on the worker's own thread.
 */
void
vel_worker_free (VelWorker *self)
{
  g_thread_pool_free (self->pool, FALSE, TRUE);
  g_free (self);
}

/**
 * vel_worker_run_async:
 * @self: a worker
 * @task: (transfer full): returns the result where it was made
 * @func: the job
 * @data: given to @func
 * @free_data: (nullable): frees @data, on the worker's thread
 * @free_result: (nullable): frees a result that nobody took
 */
void
vel_worker_run_async (VelWorker      *self,
                      GTask          *task,
                      VelWorkerFunc   func,
                      gpointer        data,
                      GDestroyNotify  free_data,
                      GDestroyNotify  free_result)
{
  Job *job = g_new0 (Job, 1);

  /* A change that was committed was not cancelled: the job itself decides. */
  g_task_set_check_cancellable (task, FALSE);
  job->task = task;
  job->func = func;
  job->data = data;
  job->free_data = free_data;
  job->free_result = free_result;
  g_thread_pool_push (self->pool, job, NULL);
}

/**
 * vel_worker_run:
 * @self: a worker
 * @func: the job
 * @data: given to @func
 * @cancellable: (nullable): given to @func
 * @error: (out): what @func reports
 *
 * Waits for the job. Not for the thread of the interface, nor the worker's own.
 *
 * Returns: (transfer full) (nullable): its result
 */
gpointer
vel_worker_run (VelWorker      *self,
                VelWorkerFunc   func,
                gpointer        data,
                GCancellable   *cancellable,
                GError        **error)
{
  Job job = { .func = func, .data = data, .cancellable = cancellable };

  g_mutex_init (&job.mutex);
  g_cond_init (&job.done);
  g_thread_pool_push (self->pool, &job, NULL);
  g_mutex_lock (&job.mutex);
  while (!job.is_done)
    g_cond_wait (&job.done, &job.mutex);
  g_mutex_unlock (&job.mutex);
  g_mutex_clear (&job.mutex);
  g_cond_clear (&job.done);
  if (job.error != NULL)
    g_propagate_error (error, job.error);
  return job.result;
}
