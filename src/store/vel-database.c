/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-database.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vel-store-error.h"
#include "vel-text.h"

/* What one value may hold, and what one statement may bind: enough for any
 * honest book, a wall for a dishonest one. */
#define MAX_VALUE_BYTES (256 * 1024 * 1024)
#define CACHE_KIB 16384
#define BUSY_MS 5000

struct _VelDatabase
{
  sqlite3    *handle;      /* (owned) */
  char       *path;        /* (owned) */
  GHashTable *statements;  /* (owned): SQL text -> prepared statement */
};

static VelStoreError
code_to_error (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return VEL_STORE_ERROR_BUSY;

    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      return VEL_STORE_ERROR_CONSTRAINT;

    case SQLITE_CORRUPT:
      return VEL_STORE_ERROR_CORRUPT;

    case SQLITE_NOTADB:
      return VEL_STORE_ERROR_NOT_A_BOOK;

    case SQLITE_READONLY:
      return code == SQLITE_READONLY_DBMOVED ? VEL_STORE_ERROR_VANISHED : VEL_STORE_ERROR_READ_ONLY;

    case SQLITE_FULL:
      return VEL_STORE_ERROR_FULL;

    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return VEL_STORE_ERROR_CANNOT_OPEN;

    default:
      return VEL_STORE_ERROR_FAILED;
    }
}

/**
 * vel_database_fail:
 * @self: a connection
 * @code: the result code of the engine
 * @error: (out): what it means, in the terms of #VelStoreError
 *
 * The one place where a code of the engine becomes an error.
 *
 * Returns: %FALSE
 */
gboolean
vel_database_fail (VelDatabase  *self,
                   int           code,
                   GError      **error)
{
  const char *message = self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code);

  if ((code & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The work was cancelled."));
  else if ((code & 0xff) == SQLITE_IOERR && sqlite3_system_errno (self->handle) == ENOSPC)
    g_set_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_FULL, "%s", message);
  else
    g_set_error (error, VEL_STORE_ERROR, code_to_error (code), "%s", message);
  return FALSE;
}

static void
fold_function (sqlite3_context  *context,
               int               n_values,
               sqlite3_value   **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);

  if (text != NULL)
    sqlite3_result_text (context, vel_text_fold (text), -1, g_free);
}

/* The file is made with its final mode: personal data is never readable by
 * others, not even for a moment. */
static gboolean
create_file (const char  *path,
             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0 ||
      (fd = g_open (path, O_CREAT | O_RDWR | O_CLOEXEC, 0600)) < 0)
    {
      int saved = errno;
      g_set_error (error, VEL_STORE_ERROR,
                   saved == ENOSPC ? VEL_STORE_ERROR_FULL : VEL_STORE_ERROR_CANNOT_OPEN,
                   "%s", g_strerror (saved));
      return FALSE;
    }
  return g_close (fd, error);
}

static gboolean
check_file (const char       *path,
            VelDatabaseMode   mode,
            GError          **error)
{
  struct stat status;

  if (stat (path, &status) != 0)
    {
      int saved = errno;

      if (saved == ENOENT && mode == VEL_DATABASE_CREATE)
        return create_file (path, error);
      g_set_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_CANNOT_OPEN, "%s", g_strerror (saved));
      return FALSE;
    }
  if (!S_ISREG (status.st_mode))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "not a regular file");
      return FALSE;
    }
  return TRUE;
}

/* A reader of a log needs files of its own beside the book. Where the folder
 * cannot be written nobody else can write there either, and the book is read
 * as a thing that does not change. */
static char *
read_only_name (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, NULL);

  return g_strconcat (uri, g_access (folder, W_OK) == 0 ? "" : "?immutable=1", NULL);
}

/* Where the file or its folder is protected, the engine would fail later, and
 * say that it cannot open what it would have to make beside the book. */
static gboolean
check_writable (VelDatabase  *self,
                GError      **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (sqlite3_db_readonly (self->handle, "main") != 1 && g_access (folder, W_OK) == 0)
    return TRUE;
  g_set_error_literal (error, VEL_STORE_ERROR, VEL_STORE_ERROR_READ_ONLY, "the file or its folder cannot be written");
  return FALSE;
}

/* Counting the engine's memory would make each thread wait for the others. */
static void
configure_engine (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      g_once_init_leave (&once, 1);
    }
}

static gboolean
configure (VelDatabase  *self,
           GError      **error)
{
  static const char sql[] =
    "PRAGMA trusted_schema=OFF;"
    "PRAGMA cell_size_check=ON;"
    "PRAGMA foreign_keys=ON;"
    "PRAGMA synchronous=NORMAL;"
    "PRAGMA wal_autocheckpoint=0;"
    "PRAGMA temp_store=MEMORY;"
    "PRAGMA cache_size=-" G_STRINGIFY (CACHE_KIB) ";"
    "PRAGMA mmap_size=0;";

  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, BUSY_MS);
  sqlite3_limit (self->handle, SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_create_function (self->handle, "vel_fold", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                           NULL, fold_function, NULL, NULL);
  return vel_database_exec (self, sql, error);
}

/**
 * vel_database_open:
 * @path: the file
 * @mode: what it is opened for
 * @error: (out): a #VelStoreError
 *
 * Returns: (transfer full) (nullable): a connection
 */
VelDatabase *
vel_database_open (const char       *path,
                   VelDatabaseMode   mode,
                   GError          **error)
{
  g_autoptr(VelDatabase) self = NULL;
  g_autofree char *name = NULL;
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE;
  int code;

  if (!check_file (path, mode, error))
    return NULL;

  configure_engine ();
  self = g_new0 (VelDatabase, 1);
  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  flags |= mode == VEL_DATABASE_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  name = mode == VEL_DATABASE_READ ? read_only_name (path) : g_strdup (path);
  if (mode == VEL_DATABASE_READ)
    flags |= SQLITE_OPEN_URI;
  code = sqlite3_open_v2 (name, &self->handle, flags, NULL);
  if (code != SQLITE_OK)
    {
      vel_database_fail (self, code, error);
      return NULL;
    }
  if (mode != VEL_DATABASE_READ && !check_writable (self, error))
    return NULL;
  if (!configure (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * vel_database_close:
 * @self: (transfer full): a connection none of whose statements is lent
 */
void
vel_database_close (VelDatabase *self)
{
  GHashTableIter iter;
  gpointer statement;

  g_hash_table_iter_init (&iter, self->statements);
  while (g_hash_table_iter_next (&iter, NULL, &statement))
    sqlite3_finalize (statement);
  g_hash_table_unref (self->statements);
  sqlite3_close_v2 (self->handle);
  g_free (self->path);
  g_free (self);
}

/**
 * vel_database_get_handle:
 * @self: a connection
 *
 * Returns: (transfer none): the engine's own
 */
sqlite3 *
vel_database_get_handle (VelDatabase *self)
{
  return self->handle;
}

/**
 * vel_database_get_path:
 * @self: a connection
 *
 * Returns: (transfer none): the file
 */
const char *
vel_database_get_path (VelDatabase *self)
{
  return self->path;
}

/**
 * vel_database_exec:
 * @self: a connection
 * @sql: constant statements that return nothing
 * @error: (out): a #VelStoreError
 *
 * Returns: whether all of them were carried out
 */
gboolean
vel_database_exec (VelDatabase  *self,
                   const char   *sql,
                   GError      **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || vel_database_fail (self, code, error);
}

/**
 * vel_database_prepare:
 * @self: a connection
 * @sql: one statement, with parameters for every value
 * @error: (out): a #VelStoreError
 *
 * Lends the statement for @sql, prepared once. It may not be lent twice at a time.
 *
 * Returns: (transfer full) (nullable): the statement, to give back
 */
VelStatement *
vel_database_prepare (VelDatabase  *self,
                      const char   *sql,
                      GError      **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  int code;

  if (statement != NULL)
    return statement;

  code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      vel_database_fail (self, code, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

/**
 * vel_database_step:
 * @self: a connection
 * @statement: a statement
 * @row: (out): whether there is a further row
 * @error: (out): a #VelStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the step was carried out
 */
gboolean
vel_database_step (VelDatabase   *self,
                   VelStatement  *statement,
                   gboolean      *row,
                   GError       **error)
{
  int code = sqlite3_step (statement);

  *row = code == SQLITE_ROW;
  return code == SQLITE_ROW || code == SQLITE_DONE || vel_database_fail (self, code, error);
}

/**
 * vel_database_run:
 * @self: a connection
 * @statement: a bound statement that returns nothing
 * @error: (out): a #VelStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Carries it out and makes it ready to be bound anew.
 *
 * Returns: whether it was carried out
 */
gboolean
vel_database_run (VelDatabase   *self,
                  VelStatement  *statement,
                  GError       **error)
{
  gboolean row;
  gboolean done = vel_database_step (self, statement, &row, error);

  sqlite3_reset (statement);
  return done;
}

/**
 * vel_database_get_integer:
 * @self: a connection
 * @sql: a constant query of one number
 * @integer: (out): the number, 0 where there is no row
 * @error: (out): a #VelStoreError
 *
 * Returns: whether the query was carried out
 */
gboolean
vel_database_get_integer (VelDatabase  *self,
                          const char   *sql,
                          gint64       *integer,
                          GError      **error)
{
  g_autoptr(VelStatement) statement = vel_database_prepare (self, sql, error);
  gboolean row;

  *integer = 0;
  if (statement == NULL || !vel_database_step (self, statement, &row, error))
    return FALSE;
  if (row)
    *integer = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

static int
is_cancelled_cb (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/**
 * vel_database_watch_cancel:
 * @self: a connection
 * @cancellable: (nullable): what to ask; %NULL to ask no more
 *
 * Makes running statements fail with %G_IO_ERROR_CANCELLED soon after
 * @cancellable is cancelled.
 */
void
vel_database_watch_cancel (VelDatabase  *self,
                           GCancellable *cancellable)
{
  if (cancellable != NULL)
    sqlite3_progress_handler (self->handle, 2000, is_cancelled_cb, cancellable);
  else
    sqlite3_progress_handler (self->handle, 0, NULL, NULL);
}

/**
 * vel_statement_release:
 * @self: (transfer full): a lent statement
 */
void
vel_statement_release (VelStatement *self)
{
  sqlite3_reset (self);
  sqlite3_clear_bindings (self);
}

/**
 * vel_statement_bind:
 * @self: a statement
 * @index: the number of the parameter, from 1
 * @value: what it shall be; must outlive the next step
 */
void
vel_statement_bind (VelStatement   *self,
                    int             index,
                    const VelValue *value)
{
  switch (value->kind)
    {
    case VEL_VALUE_INTEGER:
      sqlite3_bind_int64 (self, index, value->integer);
      break;

    case VEL_VALUE_TEXT:
      sqlite3_bind_text (self, index, value->text, -1, SQLITE_STATIC);
      break;

    case VEL_VALUE_NULL:
    default:
      sqlite3_bind_null (self, index);
      break;
    }
}

/**
 * vel_statement_bind_text:
 * @self: a statement
 * @index: the number of the parameter, from 1
 * @text: (nullable): what it shall be; copied
 */
void
vel_statement_bind_text (VelStatement *self,
                         int           index,
                         const char   *text)
{
  sqlite3_bind_text (self, index, text, -1, SQLITE_TRANSIENT);
}

/**
 * vel_database_take_text:
 * @text: (nullable): what the engine gives for text
 * @value: (out caller-allocates): an initialised value that becomes that text
 *
 * A damaged book, or one that another program wrote to, may hold anything for
 * text; what goes on from here is UTF-8.
 */
void
vel_database_take_text (const guchar *text,
                        VelValue     *value)
{
  const char *chars = (const char *) text;

  if (chars == NULL || g_utf8_validate (chars, -1, NULL))
    vel_value_set_text (value, chars);
  else
    vel_value_take_text (value, g_utf8_make_valid (chars, -1));
}

/**
 * vel_statement_read:
 * @self: a statement on a row
 * @column: the number of the column, from 0
 * @value: (out caller-allocates): an initialised value that becomes what the column holds
 */
void
vel_statement_read (VelStatement *self,
                    int           column,
                    VelValue     *value)
{
  switch (sqlite3_column_type (self, column))
    {
    case SQLITE_NULL:
      vel_value_clear (value);
      break;

    case SQLITE_INTEGER:
      vel_value_set_integer (value, sqlite3_column_int64 (self, column));
      break;

    default:
      vel_database_take_text (sqlite3_column_text (self, column), value);
      break;
    }
}
