/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-column-match.h"
#include "vel-csv-row.h"
#include "vel-date.h"
#include "vel-entity.h"

G_BEGIN_DECLS

/**
 * VelImportColumn:
 * @name: (not owned): what the file calls it
 * @match: (not owned): where it goes
 * @order: how its dates are written, decided from all of it
 * @labels: the column that holds, row by row, the labels of its items; -1 for none
 *
 * What is known of a column when its cells are read.
 */
typedef struct
{
  const char           *name;
  const VelColumnMatch *match;
  VelDateOrder          order;
  int                   labels;
} VelImportColumn;

/**
 * VelImportRow:
 * @entity: what it speaks of
 * @values: one a field; lists hold what the row adds to them, fields that are
 *   only shown what a preview shows
 * @custom: (nullable) (element-type utf8 utf8): fields of the user's own
 * @unsaid: a bit for each field that is not said by the row but follows from
 *   it, and stays as it is in a record that is there already
 *
 * What a row of a table says. The rows of an entity begin with it.
 */
typedef struct
{
  const VelEntity *entity;
  VelValue        *values;
  GHashTable      *custom;
  guint64          unsaid;
} VelImportRow;

void        vel_import_row_init       (VelImportRow     *self,
                                       const VelEntity  *entity);
void        vel_import_row_clear      (VelImportRow     *self);
VelValue   *vel_import_row_value      (VelImportRow     *self,
                                       const char       *field);
const char *vel_import_row_text       (VelImportRow     *self,
                                       const char       *field);
void        vel_import_row_leave      (VelImportRow     *self,
                                       const char       *field);
char       *vel_import_row_dup_custom (VelImportRow     *self);

char       *vel_import_row_cell       (const VelCsvRow  *row,
                                       GArray           *columns,
                                       guint             column);
gboolean    vel_import_row_fail       (GError          **error,
                                       const char       *sentence);
gboolean    vel_import_row_take       (VelImportRow     *self,
                                       const char       *field,
                                       VelValue         *value,
                                       GError          **error);
gboolean    vel_import_row_read       (VelImportRow     *self,
                                       const char       *field,
                                       const char       *text,
                                       GError          **error);
gboolean    vel_import_row_read_date  (VelImportRow     *self,
                                       const char       *field,
                                       const char       *text,
                                       VelDateOrder      order,
                                       GError          **error);
gboolean    vel_import_row_read_money (VelImportRow     *self,
                                       const char       *field,
                                       const char       *text,
                                       const char       *home,
                                       GError          **error);
gboolean    vel_import_row_read_currency (VelImportRow  *self,
                                       const char       *text,
                                       GError          **error);
gboolean    vel_import_row_read_own   (VelImportRow     *self,
                                       const char       *name,
                                       const char       *text,
                                       GError          **error);
void        vel_import_row_add_words  (VelImportRow     *self,
                                       const char       *field,
                                       const char       *text);
void        vel_import_row_add_text   (VelImportRow     *self,
                                       const char       *field,
                                       const char       *text);

G_END_DECLS
