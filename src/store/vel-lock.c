/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#define _GNU_SOURCE  /* open file description locks */

#include "config.h"

#include "vel-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "vel-store-error.h"

/* How long to sleep between two tries. Only the writing thread waits here. */
#define RETRY_US 2000

struct _VelLock
{
  int fd;
};

/**
 * vel_lock_path:
 * @book_path: the file of a book
 *
 * Returns: (transfer full): the lock file beside it
 */
char *
vel_lock_path (const char *book_path)
{
  return g_strconcat (book_path, "-lock", NULL);
}

/**
 * vel_lock_new:
 * @book_path: the file of a book
 * @error: (out): %VEL_STORE_ERROR_READ_ONLY where the folder cannot be written,
 *   %VEL_STORE_ERROR_FULL or %VEL_STORE_ERROR_CANNOT_OPEN
 *
 * Returns: (transfer full) (nullable): the lock of the book, not held
 */
VelLock *
vel_lock_new (const char  *book_path,
              GError     **error)
{
  g_autofree char *path = vel_lock_path (book_path);
  VelLock *self;
  int fd = g_open (path, O_CREAT | O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      int saved = errno;
      VelStoreError code = VEL_STORE_ERROR_CANNOT_OPEN;

      if (saved == EACCES || saved == EROFS || saved == EPERM)
        code = VEL_STORE_ERROR_READ_ONLY;
      else if (saved == ENOSPC || saved == EDQUOT)
        code = VEL_STORE_ERROR_FULL;
      g_set_error (error, VEL_STORE_ERROR, code, "%s: %s", path, g_strerror (saved));
      return NULL;
    }
  self = g_new0 (VelLock, 1);
  self->fd = fd;
  return self;
}

/**
 * vel_lock_free:
 * @self: (transfer full): a lock; given back if it is held
 */
void
vel_lock_free (VelLock *self)
{
  close (self->fd);
  g_free (self);
}

/**
 * vel_lock_acquire:
 * @self: a lock
 * @patience_ms: how long to wait for another program
 * @error: (out): %VEL_STORE_ERROR_BUSY
 *
 * Returns: whether the lock is now held
 */
gboolean
vel_lock_acquire (VelLock  *self,
                  guint     patience_ms,
                  GError  **error)
{
  const gint64 deadline = g_get_monotonic_time () + (gint64) patience_ms * 1000;
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

  while (fcntl (self->fd, F_OFD_SETLK, &lock) != 0)
    {
      int saved = errno;

      if (saved != EAGAIN && saved != EACCES && saved != EINTR)
        {
          g_set_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_FAILED, "lock: %s", g_strerror (saved));
          return FALSE;
        }
      if (g_get_monotonic_time () >= deadline)
        {
          g_set_error_literal (error, VEL_STORE_ERROR, VEL_STORE_ERROR_BUSY,
                               _("Another program is writing to the customer book."));
          return FALSE;
        }
      g_usleep (RETRY_US);
    }
  return TRUE;
}

/**
 * vel_lock_release:
 * @self: a held lock
 */
void
vel_lock_release (VelLock *self)
{
  struct flock lock = { .l_type = F_UNLCK, .l_whence = SEEK_SET };

  fcntl (self->fd, F_OFD_SETLK, &lock);
}

/**
 * vel_lock_ring:
 * @self: a lock
 * @counter: the number of the newest change
 *
 * Tells the other programs that the book has changed.
 */
void
vel_lock_ring (VelLock *self,
               gint64   counter)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT "\n", counter);

  /* A bell that fails to ring loses nothing: the others see the change at
   * their own next write. */
  if (pwrite (self->fd, text, strlen (text), 0) < 0)
    g_debug ("the bell did not ring: %s", g_strerror (errno));
}
