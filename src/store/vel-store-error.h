/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VelStoreError:
 * @VEL_STORE_ERROR_FAILED: the engine failed in a way that nobody can mend from here
 * @VEL_STORE_ERROR_BUSY: another program holds the book; try again
 * @VEL_STORE_ERROR_CONSTRAINT: what was to be written breaks a rule of the book
 * @VEL_STORE_ERROR_INVALID: what was to be written, or asked, makes no sense
 * @VEL_STORE_ERROR_NOT_FOUND: there is no such record
 * @VEL_STORE_ERROR_NOT_A_BOOK: the file is something else
 * @VEL_STORE_ERROR_CORRUPT: the book is damaged
 * @VEL_STORE_ERROR_TOO_NEW: a newer version wrote the book
 * @VEL_STORE_ERROR_READ_ONLY: the book can be read but not written
 * @VEL_STORE_ERROR_FULL: the disk is full
 * @VEL_STORE_ERROR_CANNOT_OPEN: the file cannot be opened
 * @VEL_STORE_ERROR_VANISHED: the file is no longer where it was
 * @VEL_STORE_ERROR_CONFLICT: a later change has touched the same records
 * @VEL_STORE_ERROR_NOTHING: there is nothing to undo or redo
 *
 * What a caller can do about a failure of the store. A cancelled call fails
 * with %G_IO_ERROR_CANCELLED instead.
 */
typedef enum
{
  VEL_STORE_ERROR_FAILED,
  VEL_STORE_ERROR_BUSY,
  VEL_STORE_ERROR_CONSTRAINT,
  VEL_STORE_ERROR_INVALID,
  VEL_STORE_ERROR_NOT_FOUND,
  VEL_STORE_ERROR_NOT_A_BOOK,
  VEL_STORE_ERROR_CORRUPT,
  VEL_STORE_ERROR_TOO_NEW,
  VEL_STORE_ERROR_READ_ONLY,
  VEL_STORE_ERROR_FULL,
  VEL_STORE_ERROR_CANNOT_OPEN,
  VEL_STORE_ERROR_VANISHED,
  VEL_STORE_ERROR_CONFLICT,
  VEL_STORE_ERROR_NOTHING
} VelStoreError;

#define VEL_STORE_ERROR (vel_store_error_quark ())
GQuark vel_store_error_quark (void);

G_END_DECLS
