/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VEL_CSV_NO_SEPARATOR:
 *
 * The separator of a table with one column: a character that no text has.
 */
#define VEL_CSV_NO_SEPARATOR '\x1f'

/**
 * VelCsvDialect:
 * @separator: what stands between cells: one ASCII character
 * @skip_spaces: whether spaces and tabs around cells and outside their quotes do not count
 * @backslash_quotes: whether a quote within a quoted cell is written \" in place of ""
 *
 * How a table is written down.
 */
typedef struct
{
  char     separator;
  gboolean skip_spaces;
  gboolean backslash_quotes;
} VelCsvDialect;

/**
 * VelCsvStep:
 * @VEL_CSV_STEP_MORE: all text is used up: push more
 * @VEL_CSV_STEP_ROW: a row is complete
 * @VEL_CSV_STEP_BLANK: an empty line
 * @VEL_CSV_STEP_END: nothing follows
 * @VEL_CSV_STEP_FAILED: an error is set and nothing more can be read
 *
 * What vel_csv_parser_step() came to.
 */
typedef enum
{
  VEL_CSV_STEP_MORE,
  VEL_CSV_STEP_ROW,
  VEL_CSV_STEP_BLANK,
  VEL_CSV_STEP_END,
  VEL_CSV_STEP_FAILED
} VelCsvStep;

typedef struct _VelCsvParser VelCsvParser;

VelCsvParser *vel_csv_parser_new             (const VelCsvDialect  *dialect);
void          vel_csv_parser_free            (VelCsvParser         *self);
GString      *vel_csv_parser_get_buffer      (VelCsvParser         *self);
VelCsvStep    vel_csv_parser_step            (VelCsvParser         *self,
                                              gboolean              at_end,
                                              GError              **error);
guint         vel_csv_parser_get_n_cells     (VelCsvParser         *self);
const char   *vel_csv_parser_get_cell        (VelCsvParser         *self,
                                              guint                 cell,
                                              gsize                *length);
const char   *vel_csv_parser_get_text        (VelCsvParser         *self,
                                              gsize                *length);
guint         vel_csv_parser_get_line        (VelCsvParser         *self);
int           vel_csv_parser_get_stray_quote (VelCsvParser         *self,
                                              gboolean             *over_lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelCsvParser, vel_csv_parser_free)

G_END_DECLS
