/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-book.h"

G_BEGIN_DECLS

/**
 * VelRing:
 * @task: the task
 * @at: (owned): when it rings, by the clock on the wall, see #VelDue
 *
 * That a task rings, and nobody has been told yet.
 */
typedef struct
{
  gint64  task;
  char   *at;
  /*< private >*/
  char   *base;
} VelRing;

VelRing   *vel_ring_copy              (const VelRing  *self);
void       vel_ring_free              (VelRing        *self);

GPtrArray *vel_book_find_rings        (VelBook        *self,
                                       const char     *until,
                                       guint           limit,
                                       GError        **error);
gint64     vel_book_count_rings       (VelBook        *self,
                                       const char     *until,
                                       GError        **error);
gboolean   vel_book_tell_rings        (VelBook        *self,
                                       GPtrArray      *rings,
                                       GError        **error);
GPtrArray *vel_book_find_waiting      (VelBook        *self,
                                       GPtrArray      *rings,
                                       GError        **error);
char      *vel_book_get_reminder_hour (VelBook        *self,
                                       GError        **error);
GArray    *vel_book_find_due          (VelBook        *self,
                                       const char     *until,
                                       guint           limit,
                                       GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelRing, vel_ring_free)

G_END_DECLS
