/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-import-writer.h"

G_BEGIN_DECLS

/**
 * VelImportKind:
 * @entity: what the rows of a table are
 * @read: reads a row; of one that cannot be imported @bad_column says which cell
 *   is to blame (past the last for the row as a whole), @error why; money that
 *   names no currency is in @home
 * @free: frees what @read has made
 * @begin: reads what is in the book already
 * @end: frees what @begin has made
 * @add: finds out what a row speaks of and writes it into the change of the
 *   writer; a row that cannot be imported sets @complaint, and nothing is written of it
 *
 * What differs between imports of customers, deals and products.
 */
typedef struct
{
  const VelEntity *entity;
  VelImportRow  *(*read)  (const VelCsvRow   *row,
                           GArray            *columns,
                           const char        *home,
                           guint             *bad_column,
                           GError           **error);
  void           (*free)  (VelImportRow      *row);
  gpointer       (*begin) (VelImportWriter   *writer,
                           GCancellable      *cancellable,
                           GError           **error);
  void           (*end)   (gpointer           state);
  gboolean       (*add)   (gpointer           state,
                           VelImportRow      *row,
                           VelImportFate     *fate,
                           guint             *bad_column,
                           GError           **complaint,
                           GError           **error);
} VelImportKind;

extern const VelImportKind vel_import_customer_kind;
extern const VelImportKind vel_import_deal_kind;
extern const VelImportKind vel_import_product_kind;

G_END_DECLS
