/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vel-change.h"
#include "vel-delta.h"
#include "vel-history.h"
#include "vel-query.h"
#include "vel-record.h"
#include "vel-store-error.h"
#include "vel-writer.h"

G_BEGIN_DECLS

#define VEL_TYPE_BOOK (vel_book_get_type ())
G_DECLARE_FINAL_TYPE (VelBook, vel_book, VEL, BOOK, GObject)

char       *vel_book_default_path  (void);

void        vel_book_open_async    (const char           *path,
                                    gboolean              create,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
VelBook    *vel_book_open_finish   (GAsyncResult         *result,
                                    GError              **error);
VelBook    *vel_book_open          (const char           *path,
                                    gboolean              create,
                                    GError              **error);
void        vel_book_close         (VelBook              *self);

const char *vel_book_get_path      (VelBook              *self);
gboolean    vel_book_is_read_only  (VelBook              *self);
void        vel_book_set_actor     (VelBook              *self,
                                    const char           *actor);
const char *vel_book_get_undo_label (VelBook             *self);
const char *vel_book_get_redo_label (VelBook             *self);

void        vel_book_commit_async  (VelBook              *self,
                                    VelChange            *change,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
VelCommit  *vel_book_commit_finish (VelBook              *self,
                                    GAsyncResult         *result,
                                    GError              **error);
VelCommit  *vel_book_commit        (VelBook              *self,
                                    VelChange            *change,
                                    GCancellable         *cancellable,
                                    GError              **error);

void        vel_book_undo_async    (VelBook              *self,
                                    gint64                history,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
VelCommit  *vel_book_undo_finish   (VelBook              *self,
                                    GAsyncResult         *result,
                                    GError              **error);
VelCommit  *vel_book_undo          (VelBook              *self,
                                    gint64                history,
                                    GError              **error);
void        vel_book_redo_async    (VelBook              *self,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
VelCommit  *vel_book_redo_finish   (VelBook              *self,
                                    GAsyncResult         *result,
                                    GError              **error);
VelCommit  *vel_book_redo          (VelBook              *self,
                                    GError              **error);

VelRecord  *vel_book_get_record    (VelBook              *self,
                                    const VelEntity      *entity,
                                    gint64                id,
                                    GError              **error);

void        vel_book_find_async    (VelBook              *self,
                                    VelQuery             *query,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
GArray     *vel_book_find_finish   (VelBook              *self,
                                    GAsyncResult         *result,
                                    GError              **error);
GArray     *vel_book_find          (VelBook              *self,
                                    VelQuery             *query,
                                    GError              **error);

void        vel_book_count_async   (VelBook              *self,
                                    VelQuery             *query,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
gint64      vel_book_count_finish  (VelBook              *self,
                                    GAsyncResult         *result,
                                    GError              **error);

void        vel_book_values_async  (VelBook              *self,
                                    const VelEntity      *entity,
                                    const char           *field,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
GStrv       vel_book_values_finish (VelBook              *self,
                                    GAsyncResult         *result,
                                    GError              **error);
GStrv       vel_book_values        (VelBook              *self,
                                    const VelEntity      *entity,
                                    const char           *field,
                                    GError              **error);

gboolean    vel_book_read_values   (VelBook              *self,
                                    const VelEntity      *entity,
                                    gint64                id,
                                    VelValue             *values,
                                    GError              **error);

void        vel_book_history_async (VelBook              *self,
                                    gint64                record,
                                    guint                 limit,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
GPtrArray  *vel_book_history_finish (VelBook             *self,
                                    GAsyncResult         *result,
                                    GError              **error);
GPtrArray  *vel_book_history       (VelBook              *self,
                                    gint64                record,
                                    guint                 limit,
                                    GError              **error);

GStrv       vel_book_check         (VelBook              *self,
                                    GError              **error);

G_END_DECLS
