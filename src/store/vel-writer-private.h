/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sys/types.h>

#include "vel-changeset.h"
#include "vel-lock.h"
#include "vel-writer.h"

G_BEGIN_DECLS

struct _VelWriter
{
  VelDatabase *database;  /* (owned) */
  VelLock     *lock;      /* (owned) */
  VelCollator *collator;  /* (owned) */
  dev_t        device;    /* where the file was when it was opened */
  ino_t        inode;
  int          wal_pages; /* after the last commit */
};

typedef struct
{
  void *data;  /* (owned): by the engine's allocator */
  int   size;
} VelBlob;

void vel_blob_clear (VelBlob *self);

typedef sqlite3_session VelSession;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VelBlob, vel_blob_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelSession, sqlite3session_delete)

typedef struct
{
  VelWriter *writer;
  gint64     history;    /* 0 to count only */
  guint      n_rows;
  gint64     first_id;   /* of what does not count as outside */
  gint64     last_id;
  guint      n_outside;
} VelTouch;

gboolean    vel_writer_begin    (VelWriter           *self,
                                 GError             **error);
gboolean    vel_writer_end      (VelWriter           *self,
                                 gboolean             done,
                                 gint64               seq,
                                 GError             **error);
VelSession *vel_writer_record   (VelWriter           *self,
                                 GError             **error);
gboolean    vel_writer_read     (VelWriter           *self,
                                 VelSession          *session,
                                 VelBlob             *changeset,
                                 GError             **error);
gboolean    vel_writer_touch    (const VelRowChange  *row,
                                 gpointer             user_data,
                                 GError             **error);
gboolean    vel_writer_next_seq (VelWriter           *self,
                                 gint64              *seq,
                                 GError             **error);

G_END_DECLS
