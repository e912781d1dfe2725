/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vel-change.h"

G_BEGIN_DECLS

/**
 * VelCommit:
 * @history: the id of the change in history; 0 where nothing was changed
 * @label: (owned): its label, as in history
 * @args: (owned): the arguments of the label, a JSON array
 * @ids: (owned) (element-type gint64): the ids of what it inserted, in the order of vel_change_insert()
 * @n_rows: how many rows it touched
 *
 * What came of a change, an undo or a redo.
 */
typedef struct
{
  gint64  history;
  char   *label;
  char   *args;
  GArray *ids;
  guint   n_rows;
} VelCommit;

void vel_commit_free (VelCommit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelCommit, vel_commit_free)

/**
 * VelWriter:
 *
 * The connection that writes, with the lock, the collator and the history.
 * Private to the store; it lives on the writing thread.
 */
typedef struct _VelWriter VelWriter;

VelWriter *vel_writer_new        (const char    *path,
                                  gboolean       create,
                                  const char    *language,
                                  GError       **error);
void       vel_writer_free       (VelWriter     *self);
VelCommit *vel_writer_commit     (VelWriter     *self,
                                  VelChange     *change,
                                  const char    *actor,
                                  GCancellable  *cancellable,
                                  GError       **error);
VelCommit *vel_writer_undo       (VelWriter     *self,
                                  gint64         history,
                                  GCancellable  *cancellable,
                                  GError       **error);
VelCommit *vel_writer_redo       (VelWriter     *self,
                                  GCancellable  *cancellable,
                                  GError       **error);
void       vel_writer_checkpoint (VelWriter     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelWriter, vel_writer_free)

G_END_DECLS
