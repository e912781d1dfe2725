/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-book.h"
#include "vel-column-match.h"
#include "vel-csv-reader.h"
#include "vel-import-error.h"

G_BEGIN_DECLS

/**
 * VelImportRejection:
 * @row: the number of the row, as a spreadsheet shows it
 * @column: (owned): the name of the column, "" where it is about the whole row
 * @value: (owned): what stands there
 * @reason: (owned): a sentence for the user
 * @cells: (owned): the whole row
 *
 * A row that cannot be imported, and why.
 */
typedef struct
{
  guint  row;
  char  *column;
  char  *value;
  char  *reason;
  GStrv  cells;
} VelImportRejection;

/**
 * VelImportFate:
 * @VEL_IMPORT_CREATED: becomes a new customer
 * @VEL_IMPORT_UPDATED: is here already and learns something
 * @VEL_IMPORT_UNCHANGED: is here already, just so
 *
 * What becomes of a row that is not rejected.
 */
typedef enum
{
  VEL_IMPORT_CREATED,
  VEL_IMPORT_UPDATED,
  VEL_IMPORT_UNCHANGED
} VelImportFate;

/**
 * VelImportSample:
 * @row: the number of the row
 * @fate: what becomes of it
 * @values: (owned): one a field of the customer, as the book would hold them
 *
 * One of the first rows, as it will be.
 */
typedef struct
{
  guint          row;
  VelImportFate  fate;
  VelValue      *values;
} VelImportSample;

/**
 * VelImportReport:
 * @read: rows that were read, blank ones apart
 * @blank: rows between others in which nothing stands, and which are left out
 * @created: new customers
 * @updated: customers that were here and learned something
 * @unchanged: customers that were here just so
 * @rejected: (owned) (element-type VelImportRejection): rows that cannot be imported
 * @samples: (owned) (element-type VelImportSample): the first rows that can
 * @history: the change in history; 0 for a dry run, and where nothing was changed
 *
 * What an import did, or would do.
 */
typedef struct
{
  guint      read;
  guint      blank;
  guint      created;
  guint      updated;
  guint      unchanged;
  GPtrArray *rejected;
  GPtrArray *samples;
  gint64     history;
} VelImportReport;

void vel_import_report_free (VelImportReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelImportReport, vel_import_report_free)

#define VEL_TYPE_IMPORT (vel_import_get_type ())
G_DECLARE_FINAL_TYPE (VelImport, vel_import, VEL, IMPORT, GObject)

VelImport           *vel_import_open           (VelBook              *book,
                                                GFile                *file,
                                                const VelCsvOptions  *options,
                                                GCancellable         *cancellable,
                                                GError              **error);
void                 vel_import_open_async     (VelBook              *book,
                                                GFile                *file,
                                                const VelCsvOptions  *options,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
VelImport           *vel_import_open_finish    (GAsyncResult         *result,
                                                GError              **error);

GFile               *vel_import_get_file       (VelImport            *self);
const char          *vel_import_get_encoding   (VelImport            *self);
char                 vel_import_get_separator  (VelImport            *self);
gboolean             vel_import_has_header     (VelImport            *self);
guint                vel_import_get_n_rows     (VelImport            *self);
const char * const  *vel_import_get_columns    (VelImport            *self);
const char * const  *vel_import_get_examples   (VelImport            *self,
                                                guint                 column);
gboolean             vel_import_is_remembered  (VelImport            *self);
const VelColumnMatch *vel_import_get_match     (VelImport            *self,
                                                guint                 column);
void                 vel_import_set_match      (VelImport            *self,
                                                guint                 column,
                                                const VelColumnMatch *match);
double               vel_import_get_progress   (VelImport            *self);

VelImportReport     *vel_import_run            (VelImport            *self,
                                                gboolean              dry_run,
                                                GCancellable         *cancellable,
                                                GError              **error);
void                 vel_import_run_async      (VelImport            *self,
                                                gboolean              dry_run,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
VelImportReport     *vel_import_run_finish     (VelImport            *self,
                                                GAsyncResult         *result,
                                                GError              **error);
gboolean             vel_import_save_rejected  (VelImport            *self,
                                                VelImportReport      *report,
                                                GFile                *file,
                                                GError              **error);

G_END_DECLS
