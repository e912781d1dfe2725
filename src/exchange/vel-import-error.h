/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VEL_IMPORT_ERROR (vel_import_error_quark ())

/**
 * VelImportError:
 * @VEL_IMPORT_ERROR_UNREADABLE: the file cannot be opened or read: choose another, or mend its permissions
 * @VEL_IMPORT_ERROR_NOT_TEXT: the file is no table of text: save it as CSV in the program that made it
 * @VEL_IMPORT_ERROR_EMPTY: there is nothing in the file
 * @VEL_IMPORT_ERROR_TOO_LARGE: the file, a row or the number of columns is beyond a limit: split it
 * @VEL_IMPORT_ERROR_BROKEN: the file cannot be understood from a line on, which the message names: mend that line
 * @VEL_IMPORT_ERROR_ARGUMENT: an encoding, a separator or a mapping that was asked for does not exist
 * @VEL_IMPORT_ERROR_ROW: one row is rejected; the rows after it can be read
 *
 * What went wrong while reading a file, by what can be done about it. Messages
 * are whole sentences in the language of the interface and name the place.
 * Cancelling is always %G_IO_ERROR_CANCELLED.
 */
typedef enum
{
  VEL_IMPORT_ERROR_UNREADABLE,
  VEL_IMPORT_ERROR_NOT_TEXT,
  VEL_IMPORT_ERROR_EMPTY,
  VEL_IMPORT_ERROR_TOO_LARGE,
  VEL_IMPORT_ERROR_BROKEN,
  VEL_IMPORT_ERROR_ARGUMENT,
  VEL_IMPORT_ERROR_ROW
} VelImportError;

GQuark vel_import_error_quark (void);

G_END_DECLS
