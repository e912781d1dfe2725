/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-import-row.h"

G_BEGIN_DECLS

/**
 * VelImportCustomer:
 * @row: what it says; lists hold what the row adds to them
 * @phones: (nullable) (element-type VelItem): the phones
 * @emails: (nullable) (element-type VelItem): the e-mail addresses
 * @city: (nullable): the city of the first address, as the lists have it
 *
 * What a row says of a customer.
 */
typedef struct
{
  VelImportRow  row;
  GPtrArray    *phones;
  GPtrArray    *emails;
  char         *city;
} VelImportCustomer;

VelImportRow *vel_import_customer_read (const VelCsvRow    *row,
                                        GArray             *columns,
                                        const char         *home,
                                        guint              *bad_column,
                                        GError            **error);
void          vel_import_customer_free (VelImportRow       *row);

static inline void
vel_import_customer_cleanup (VelImportCustomer *self)
{
  vel_import_customer_free (&self->row);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelImportCustomer, vel_import_customer_cleanup)

G_END_DECLS
