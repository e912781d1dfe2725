/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-book.h"
#include "vel-column-match.h"
#include "vel-csv-row.h"
#include "vel-date.h"

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
 * VelImportCustomer:
 * @values: one a field of the customer; lists hold what the row adds to them
 * @phones: (nullable) (element-type VelItem): the phones
 * @emails: (nullable) (element-type VelItem): the e-mail addresses
 * @city: (nullable): the city of the first address, as the lists have it
 * @custom: (nullable) (element-type utf8 utf8): fields of the user's own
 * @has_kind: whether the row says if it is a person or an organisation
 * @has_status: whether the row tells a status
 *
 * What a row says of a customer.
 */
typedef struct
{
  VelValue   *values;
  GPtrArray  *phones;
  GPtrArray  *emails;
  char       *city;
  GHashTable *custom;
  gboolean    has_kind;
  gboolean    has_status;
} VelImportCustomer;

VelImportCustomer *vel_import_customer_read (const VelCsvRow    *row,
                                             GArray             *columns,
                                             guint              *bad_column,
                                             GError            **error);
void               vel_import_customer_free (VelImportCustomer  *self);
const char        *vel_import_customer_get  (VelImportCustomer  *self,
                                             const char         *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelImportCustomer, vel_import_customer_free)

G_END_DECLS
