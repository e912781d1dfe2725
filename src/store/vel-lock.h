/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VelLock:
 *
 * The lock file beside a book, "NAME-lock". It says two things between the
 * programs that have the book open: who holds it exclusively may write or
 * checkpoint; and whenever its content changes, the book has. Its counter is
 * only a bell: what changed stands in the book.
 */
typedef struct _VelLock VelLock;

VelLock  *vel_lock_new      (const char  *book_path,
                             GError     **error);
void      vel_lock_free     (VelLock     *self);
char     *vel_lock_path     (const char  *book_path);
gboolean  vel_lock_acquire  (VelLock     *self,
                             guint        patience_ms,
                             GError     **error);
void      vel_lock_release  (VelLock     *self);
void      vel_lock_ring     (VelLock     *self,
                             gint64       counter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelLock, vel_lock_free)

G_END_DECLS
