/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-import-kind.h"
#include "vel-import.h"

G_BEGIN_DECLS

struct _VelImport
{
  GObject              parent_instance;

  const VelImportKind *kind;
  VelImportOptions     options;        /* no_customer is (owned) */
  VelBook             *book;           /* (owned) */
  GFile               *file;           /* (owned) */
  VelCsvReader        *reader;         /* (owned) */
  GPtrArray           *matches;        /* (owned) (element-type VelColumnMatch): one a column */
  GPtrArray           *examples;       /* (owned) (element-type GPtrArray): cells of each column, NULL behind them */
  GArray              *orders;         /* (owned) (element-type VelDateOrder): one a column */
  char                *shape;          /* (owned) */
  gint64               mapping;        /* what is remembered of the shape; 0 for nothing */
  gboolean             is_remembered;
  guint                n_rows;
  int                  permille;       /* (atomic) */
};

VelImportReport *vel_import_report_new    (void);
void             vel_import_tell_progress (VelImport *self);
char            *vel_import_dup_mapping   (VelImport *self);

G_END_DECLS
