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
 * VelImportUnknown:
 * @VEL_IMPORT_UNKNOWN_REJECT: their rows are rejected
 * @VEL_IMPORT_UNKNOWN_CREATE: they are added
 *
 * What is done with customers that are not in the book and that deals are of.
 */
typedef enum
{
  VEL_IMPORT_UNKNOWN_REJECT,
  VEL_IMPORT_UNKNOWN_CREATE
} VelImportUnknown;

/**
 * VelImportOptions:
 * @unknown_customers: what is done with customers that are not in the book
 * @no_customer: (nullable): the name of the customer under which deals without
 *   one are filed, added if there is none of that name; %NULL to reject their rows
 * @create_stages: whether stages that are not there are added at the end of
 *   their pipeline, in order of appearance; else their rows are rejected
 * @pipeline: the pipeline that all deals go into, whatever a column says; 0 for
 *   that which the column says, or the first
 *
 * What is to be done with what deals speak of and is not in the book. Filled
 * with zeros, nothing is added.
 */
typedef struct
{
  VelImportUnknown  unknown_customers;
  const char       *no_customer;
  gboolean          create_stages;
  gint64            pipeline;
} VelImportOptions;

/**
 * VelImportFate:
 * @VEL_IMPORT_CREATED: becomes a new record
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
 * @entity: what it is
 * @values: (owned): one a field, as the book would hold them; of links there
 *   are the names only, in the fields that show them
 *
 * One of the first rows, as it will be.
 */
typedef struct
{
  guint            row;
  VelImportFate    fate;
  const VelEntity *entity;
  VelValue        *values;
} VelImportSample;

/**
 * VelImportReport:
 * @read: rows that were read, blank ones apart
 * @blank: rows between others in which nothing stands, and which are left out
 * @created: new records
 * @updated: records that were here and learned something
 * @unchanged: records that were here just so
 * @rejected: (owned) (element-type VelImportRejection): rows that cannot be imported
 * @samples: (owned) (element-type VelImportSample): the first rows that can
 * @without_customer: rows of deals that name no customer
 * @unknown_customers: (owned) (element-type utf8): customers that deals name
 *   and that are not in the book, each once: added, or the reason of a
 *   rejection, as the options say
 * @missing_stages: (owned) (element-type utf8): the same of stages
 * @new_products: (owned) (element-type utf8): products that are added
 * @new_reasons: (owned) (element-type utf8): lost reasons that are added
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
  guint      without_customer;
  GPtrArray *unknown_customers;
  GPtrArray *missing_stages;
  GPtrArray *new_products;
  GPtrArray *new_reasons;
  gint64     history;
} VelImportReport;

void vel_import_report_free (VelImportReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelImportReport, vel_import_report_free)

#define VEL_TYPE_IMPORT (vel_import_get_type ())
G_DECLARE_FINAL_TYPE (VelImport, vel_import, VEL, IMPORT, GObject)

VelImport           *vel_import_open           (VelBook              *book,
                                                const VelEntity      *entity,
                                                GFile                *file,
                                                const VelCsvOptions  *options,
                                                GCancellable         *cancellable,
                                                GError              **error);
void                 vel_import_open_async     (VelBook              *book,
                                                const VelEntity      *entity,
                                                GFile                *file,
                                                const VelCsvOptions  *options,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
VelImport           *vel_import_open_finish    (GAsyncResult         *result,
                                                GError              **error);

gboolean             vel_import_is_possible    (const VelEntity      *entity);
const VelEntity     *vel_import_get_entity     (VelImport            *self);
const VelImportOptions *vel_import_get_options (VelImport            *self);
void                 vel_import_set_options    (VelImport            *self,
                                                const VelImportOptions *options);
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
