/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-book.h"
#include "vel-capture.h"

G_BEGIN_DECLS

/**
 * VelCaptured:
 * @name: (owned): what the customer is called, as the book writes it
 * @start: the first byte of the words in the line that name them
 * @end: the byte after them
 * @ids: (owned) (element-type gint64): who is called so; of several none is meant
 *   until somebody says which
 *
 * Whom a captured line names.
 */
typedef struct
{
  char   *name;
  gsize   start;
  gsize   end;
  GArray *ids;
} VelCaptured;

void         vel_captured_free              (VelCaptured          *self);

void         vel_book_find_captured_async   (VelBook              *book,
                                             const VelCapture     *capture,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean     vel_book_find_captured_finish  (VelBook              *book,
                                             GAsyncResult         *result,
                                             VelCaptured         **captured,
                                             GError              **error);
gboolean     vel_book_find_captured         (VelBook              *book,
                                             const VelCapture     *capture,
                                             VelCaptured         **captured,
                                             GError              **error);

VelChange   *vel_task_from_capture          (const VelCapture     *capture,
                                             gint64                customer,
                                             gint64                deal,
                                             gint64               *task);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelCaptured, vel_captured_free)

G_END_DECLS
