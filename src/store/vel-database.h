/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

#include "vel-value.h"

G_BEGIN_DECLS

/**
 * VelDatabaseMode:
 * @VEL_DATABASE_READ: only read
 * @VEL_DATABASE_WRITE: read and write a file that is there
 * @VEL_DATABASE_CREATE: read and write, and make the file where there is none
 */
typedef enum
{
  VEL_DATABASE_READ,
  VEL_DATABASE_WRITE,
  VEL_DATABASE_CREATE
} VelDatabaseMode;

/**
 * VelDatabase:
 *
 * One connection to the file of a book, with its prepared statements. Private
 * to the store; used by one thread at a time.
 */
typedef struct _VelDatabase VelDatabase;

/**
 * VelStatement:
 *
 * A prepared statement lent by a #VelDatabase, ready to be bound. Giving it
 * back resets it.
 */
typedef struct sqlite3_stmt VelStatement;

VelDatabase  *vel_database_open         (const char       *path,
                                         VelDatabaseMode   mode,
                                         GError          **error);
void          vel_database_close        (VelDatabase      *self);
sqlite3      *vel_database_get_handle   (VelDatabase      *self);
const char   *vel_database_get_path     (VelDatabase      *self);
gboolean      vel_database_exec         (VelDatabase      *self,
                                         const char       *sql,
                                         GError          **error);
VelStatement *vel_database_prepare      (VelDatabase      *self,
                                         const char       *sql,
                                         GError          **error);
gboolean      vel_database_step         (VelDatabase      *self,
                                         VelStatement     *statement,
                                         gboolean         *row,
                                         GError          **error);
gboolean      vel_database_run          (VelDatabase      *self,
                                         VelStatement     *statement,
                                         GError          **error);
gboolean      vel_database_get_integer  (VelDatabase      *self,
                                         const char       *sql,
                                         gint64           *integer,
                                         GError          **error);
gboolean      vel_database_fail         (VelDatabase      *self,
                                         int               code,
                                         GError          **error);
void          vel_database_watch_cancel (VelDatabase      *self,
                                         GCancellable     *cancellable);

void          vel_database_take_text    (const guchar     *text,
                                         VelValue         *value);

void          vel_statement_release     (VelStatement     *self);
void          vel_statement_bind        (VelStatement     *self,
                                         int               index,
                                         const VelValue   *value);
void          vel_statement_bind_text   (VelStatement     *self,
                                         int               index,
                                         const char       *text);
void          vel_statement_read        (VelStatement     *self,
                                         int               column,
                                         VelValue         *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelDatabase, vel_database_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelStatement, vel_statement_release)

G_END_DECLS
