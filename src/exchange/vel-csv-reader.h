/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vel-csv-row.h"
#include "vel-entity.h"

G_BEGIN_DECLS

/**
 * VEL_CSV_MAX_FILE_SIZE:
 *
 * The largest file that is read, in bytes (1 GiB).
 */
#define VEL_CSV_MAX_FILE_SIZE (G_GUINT64_CONSTANT (1) << 30)

/**
 * VEL_CSV_MAX_COLUMNS:
 *
 * The most columns that a table may have.
 */
#define VEL_CSV_MAX_COLUMNS 1000

/**
 * VEL_CSV_MAX_CELL_SIZE:
 *
 * The longest cell that is taken, in bytes of UTF-8 (1 MiB); a row with a
 * longer one is rejected.
 */
#define VEL_CSV_MAX_CELL_SIZE (1024 * 1024)

/**
 * VelCsvHeader:
 * @VEL_CSV_HEADER_FIND: find out
 * @VEL_CSV_HEADER_YES: the first row names the columns
 * @VEL_CSV_HEADER_NO: the first row is a row like the others
 */
typedef enum
{
  VEL_CSV_HEADER_FIND,
  VEL_CSV_HEADER_YES,
  VEL_CSV_HEADER_NO
} VelCsvHeader;

/**
 * VelCsvOptions:
 * @encoding: (nullable): the name of the encoding, or %NULL to find it
 * @separator: the separator, one ASCII character, or 0 to find it
 * @header: whether there is a header
 * @entity: (nullable): what the rows are, by which the names of columns are known
 *
 * What is known of a file before it is read.
 */
typedef struct
{
  const char      *encoding;
  char             separator;
  VelCsvHeader     header;
  const VelEntity *entity;
} VelCsvOptions;

#define VEL_TYPE_CSV_READER (vel_csv_reader_get_type ())
G_DECLARE_FINAL_TYPE (VelCsvReader, vel_csv_reader, VEL, CSV_READER, GObject)

VelCsvReader       *vel_csv_reader_open           (GFile                *file,
                                                   const VelCsvOptions  *options,
                                                   GCancellable         *cancellable,
                                                   GError              **error);
gboolean            vel_csv_reader_next           (VelCsvReader         *self,
                                                   const VelCsvRow     **row,
                                                   GCancellable         *cancellable,
                                                   GError              **error);
gboolean            vel_csv_reader_rewind         (VelCsvReader         *self,
                                                   GCancellable         *cancellable,
                                                   GError              **error);
const char         *vel_csv_reader_get_encoding   (VelCsvReader         *self);
char                vel_csv_reader_get_separator  (VelCsvReader         *self);
gboolean            vel_csv_reader_has_header     (VelCsvReader         *self);
guint               vel_csv_reader_get_n_columns  (VelCsvReader         *self);
const char * const *vel_csv_reader_get_columns    (VelCsvReader         *self);
guint64             vel_csv_reader_get_position   (VelCsvReader         *self);
guint64             vel_csv_reader_get_size       (VelCsvReader         *self);

G_END_DECLS
