/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VelCsvRow:
 * @number: the row's number as a spreadsheet program shows it: every record
 *   counts as one, the header and empty ones too, so the row below a header in
 *   the first row is 2
 * @line: the line of the file on which it begins, from 1
 * @cells: (array zero-terminated=1): the cells as they are in the file, UTF-8:
 *   at least one for each column, "" where the row is short; more where it is
 *   too long, which is a @problem
 * @n_cells: how many
 * @is_blank: whether no cell holds more than spaces
 * @problem: (nullable): why the row cannot be taken, %VEL_IMPORT_ERROR_ROW
 * @problem_column: the column that @problem is about, from 0, or -1 for the row
 *
 * One row of a table. Zero bytes and bytes that mean nothing in the file's
 * encoding are U+FFFD in @cells, and a @problem.
 */
typedef struct
{
  guint        number;
  guint        line;
  const char **cells;
  guint        n_cells;
  gboolean     is_blank;
  GError      *problem;
  int          problem_column;
} VelCsvRow;

VelCsvRow *vel_csv_row_copy (const VelCsvRow *self);
void       vel_csv_row_free (VelCsvRow       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelCsvRow, vel_csv_row_free)

G_END_DECLS
