/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-book.h"
#include "vel-reader.h"
#include "vel-worker.h"

G_BEGIN_DECLS

struct _VelBook
{
  GObject       parent_instance;

  char         *path;           /* (owned) */
  char         *actor;          /* (owned) (mutex mutex) */
  char         *undo_label;     /* (owned) (nullable) */
  char         *redo_label;     /* (owned) (nullable) */
  gboolean      read_only;
  GMutex        mutex;

  VelWorker    *writing;        /* (owned) (nullable): its thread owns the writer */
  VelWorker    *reading;        /* (owned) (nullable): its thread owns the reader */
  VelWriter    *writer;         /* (owned) (nullable) */
  VelReader    *reader;         /* (owned) (nullable) */

  VelDatabase  *view;           /* (owned) (nullable): reads rows on screen, on the thread that opened the book */
  GHashTable   *live;           /* (owned): gint64* -> the VelRecord that is shown, not owned */
  GHashTable   *gone;           /* (owned): gint64*: those of them that are no longer in the book */
  GFileMonitor *monitor;        /* (owned) (nullable) */
};

gboolean vel_book_check_open   (VelBook   *self,
                                GError   **error);
void     vel_book_follow       (VelBook   *self);
void     vel_book_watch_bell   (VelBook   *self);
void     vel_book_refresh_live (VelBook   *self,
                                VelDelta  *delta);
void     vel_book_forget_live  (VelBook   *self);

G_END_DECLS
