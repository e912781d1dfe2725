/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-csv-row.h"

/**
 * vel_csv_row_copy:
 * @self: a row
 *
 * Copies a row, which else lives only until the next one is read.
 *
 * Returns: (transfer full): a copy; free it with vel_csv_row_free()
 */
VelCsvRow *
vel_csv_row_copy (const VelCsvRow *self)
{
  VelCsvRow *copy = g_new (VelCsvRow, 1);

  *copy = *self;
  copy->cells = (const char **) g_strdupv ((char **) self->cells);
  copy->problem = self->problem != NULL ? g_error_copy (self->problem) : NULL;

  return copy;
}

/**
 * vel_csv_row_free:
 * @self: (nullable) (transfer full): a copy of a row
 *
 * Frees what vel_csv_row_copy() made.
 */
void
vel_csv_row_free (VelCsvRow *self)
{
  if (self == NULL)
    return;

  g_strfreev ((char **) self->cells);
  g_clear_error (&self->problem);
  g_free (self);
}
