/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-error-text.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "vel-store-error.h"

/* The one place where an error becomes what a user reads. A sentence says what
 * happened, and what can be done about it. */

static char *
store_text (const GError *error)
{
  switch ((VelStoreError) error->code)
    {
    case VEL_STORE_ERROR_FAILED:
      return g_strdup_printf (_("Something went wrong in the customer book, and nothing was changed. Try again; "
                                "if it happens again, close Velinimet and open it anew. (%s)"), error->message);

    case VEL_STORE_ERROR_BUSY:
      return g_strdup (_("Another program is writing to the customer book. Wait a moment and try again."));

    case VEL_STORE_ERROR_CONSTRAINT:
      return g_strdup_printf (_("The customer book cannot hold this, and nothing was changed. (%s)"),
                              error->message);

    case VEL_STORE_ERROR_NOT_FOUND:
      return g_strdup (_("This is no longer in the customer book: it has been deleted in the meantime."));

    case VEL_STORE_ERROR_NOT_A_BOOK:
      return g_strdup (_("This file is not a customer book. Customers from a spreadsheet are imported, not opened."));

    case VEL_STORE_ERROR_CORRUPT:
      return g_strdup (_("The customer book is damaged. Copy the file to a safe place before anything else, "
                         "then open the newest backup of it."));

    case VEL_STORE_ERROR_TOO_NEW:
      return g_strdup (_("A newer version of Velinimet has written this customer book, and this one leaves it "
                         "untouched. Install the newer version to open it."));

    case VEL_STORE_ERROR_READ_ONLY:
      return g_strdup (_("The customer book can only be read: the file or its folder is protected from writing. "
                         "Change that, or copy the book to another folder."));

    case VEL_STORE_ERROR_FULL:
      return g_strdup (_("The disk is full, and nothing was changed. Make room on it and try again."));

    case VEL_STORE_ERROR_CANNOT_OPEN:
      return g_strdup_printf (_("The file cannot be opened (%s). See whether it is there and whether you may "
                                "read it."), error->message);

    case VEL_STORE_ERROR_VANISHED:
      return g_strdup (_("The customer book is no longer where it was: the file was moved or deleted, or its "
                         "disk was taken out. Put it back and try again."));

    case VEL_STORE_ERROR_CONFLICT:
      return g_strdup (_("A later change has touched the same records. Undo that one first."));

    case VEL_STORE_ERROR_INVALID:
    case VEL_STORE_ERROR_NOTHING:
    default:
      /* The store says what is wrong, in the user's language. */
      return g_strdup (error->message);
    }
}

static char *
io_text (const GError *error)
{
  switch (error->code)
    {
    case G_IO_ERROR_NOT_FOUND:
      return g_strdup (_("The file or folder is not there. It may have been moved or deleted."));

    case G_IO_ERROR_EXISTS:
      return g_strdup (_("There is a file of this name already. Choose another name."));

    case G_IO_ERROR_IS_DIRECTORY:
    case G_IO_ERROR_NOT_REGULAR_FILE:
      return g_strdup (_("This is a folder or a device, not a file. Choose a file."));

    case G_IO_ERROR_NOT_DIRECTORY:
      return g_strdup (_("This is a file, not a folder. Choose a folder."));

    case G_IO_ERROR_FILENAME_TOO_LONG:
    case G_IO_ERROR_INVALID_FILENAME:
      return g_strdup (_("A file cannot have this name. Choose a shorter or simpler one."));

    case G_IO_ERROR_NO_SPACE:
      return g_strdup (_("The disk is full. Make room on it and try again."));

    case G_IO_ERROR_PERMISSION_DENIED:
      return g_strdup (_("You may not read or write this file. Change its permissions, or choose another folder."));

    case G_IO_ERROR_READ_ONLY:
      return g_strdup (_("This disk or folder is protected from writing. Choose another folder."));

    case G_IO_ERROR_TOO_MANY_OPEN_FILES:
      return g_strdup (_("Too many files are open. Close other programs and try again."));

    case G_IO_ERROR_BUSY:
    case G_IO_ERROR_WOULD_BLOCK:
      return g_strdup (_("Another program is using the file. Wait a moment and try again."));

    case G_IO_ERROR_TIMED_OUT:
      return g_strdup (_("It took too long and was given up. Try again."));

    case G_IO_ERROR_CANCELLED:
      return g_strdup (_("The work was cancelled."));

    case G_IO_ERROR_NOT_MOUNTED:
    case G_IO_ERROR_HOST_NOT_FOUND:
    case G_IO_ERROR_HOST_UNREACHABLE:
    case G_IO_ERROR_NETWORK_UNREACHABLE:
    case G_IO_ERROR_CONNECTION_REFUSED:
    case G_IO_ERROR_CONNECTION_CLOSED:
      return g_strdup (_("The place where the file lies cannot be reached. Connect it, or copy the file to this computer."));

    case G_IO_ERROR_NOT_SUPPORTED:
      return g_strdup (_("This computer has no program or service for that."));

    default:
      return g_strdup_printf (_("The file could not be read or written. (%s)"), error->message);
    }
}

/* What GLib's older calls say, in the terms of the newer ones. */
static int
file_code_to_io (int code)
{
  switch ((GFileError) code)
    {
    case G_FILE_ERROR_NOENT:
    case G_FILE_ERROR_NXIO:
    case G_FILE_ERROR_NODEV:
      return G_IO_ERROR_NOT_FOUND;

    case G_FILE_ERROR_EXIST:
      return G_IO_ERROR_EXISTS;

    case G_FILE_ERROR_ISDIR:
      return G_IO_ERROR_IS_DIRECTORY;

    case G_FILE_ERROR_NOTDIR:
      return G_IO_ERROR_NOT_DIRECTORY;

    case G_FILE_ERROR_ACCES:
    case G_FILE_ERROR_PERM:
      return G_IO_ERROR_PERMISSION_DENIED;

    case G_FILE_ERROR_NAMETOOLONG:
    case G_FILE_ERROR_LOOP:
      return G_IO_ERROR_FILENAME_TOO_LONG;

    case G_FILE_ERROR_ROFS:
      return G_IO_ERROR_READ_ONLY;

    case G_FILE_ERROR_TXTBSY:
    case G_FILE_ERROR_AGAIN:
      return G_IO_ERROR_BUSY;

    case G_FILE_ERROR_NOSPC:
      return G_IO_ERROR_NO_SPACE;

    case G_FILE_ERROR_MFILE:
    case G_FILE_ERROR_NFILE:
      return G_IO_ERROR_TOO_MANY_OPEN_FILES;

    case G_FILE_ERROR_NOSYS:
      return G_IO_ERROR_NOT_SUPPORTED;

    case G_FILE_ERROR_FAULT:
    case G_FILE_ERROR_NOMEM:
    case G_FILE_ERROR_BADF:
    case G_FILE_ERROR_INVAL:
    case G_FILE_ERROR_PIPE:
    case G_FILE_ERROR_INTR:
    case G_FILE_ERROR_IO:
    case G_FILE_ERROR_FAILED:
    default:
      return G_IO_ERROR_FAILED;
    }
}

/**
 * vel_error_text:
 * @error: an error
 *
 * What a user reads about @error: what happened and what can be done, in the
 * language of the interface. Errors whose message is such a sentence already
 * (%VEL_TEXT_ERROR, %VEL_IMPORT_ERROR) are told as they are. Needs no display.
 *
 * Returns: (transfer full): one or two sentences, plain text
 */
char *
vel_error_text (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == VEL_STORE_ERROR)
    return store_text (error);
  if (error->domain == G_IO_ERROR)
    return io_text (error);
  if (error->domain == G_FILE_ERROR)
    {
      const GError same = { G_IO_ERROR, file_code_to_io (error->code), error->message };

      return io_text (&same);
    }
  return g_strdup (error->message);
}

/**
 * vel_error_may_pass:
 * @error: an error
 *
 * Returns: whether the same may succeed when it is tried once more, at once or
 *   after the user has done what vel_error_text() says
 */
gboolean
vel_error_may_pass (const GError *error)
{
  g_return_val_if_fail (error != NULL, FALSE);

  if (error->domain == VEL_STORE_ERROR)
    switch ((VelStoreError) error->code)
      {
      case VEL_STORE_ERROR_FAILED:
      case VEL_STORE_ERROR_BUSY:
      case VEL_STORE_ERROR_FULL:
      case VEL_STORE_ERROR_CANNOT_OPEN:
      case VEL_STORE_ERROR_VANISHED:
      case VEL_STORE_ERROR_READ_ONLY:
        return TRUE;

      case VEL_STORE_ERROR_CONSTRAINT:
      case VEL_STORE_ERROR_INVALID:
      case VEL_STORE_ERROR_NOT_FOUND:
      case VEL_STORE_ERROR_NOT_A_BOOK:
      case VEL_STORE_ERROR_CORRUPT:
      case VEL_STORE_ERROR_TOO_NEW:
      case VEL_STORE_ERROR_CONFLICT:
      case VEL_STORE_ERROR_NOTHING:
      default:
        return FALSE;
      }
  return error->domain == G_IO_ERROR || error->domain == G_FILE_ERROR;
}
