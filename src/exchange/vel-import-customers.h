/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-import-writer.h"

G_BEGIN_DECLS

/**
 * VelImportCustomers:
 *
 * Who is in the book, and who an import itself adds.
 */
typedef struct _VelImportCustomers VelImportCustomers;

VelImportCustomers *vel_import_customers_new     (VelImportWriter     *writer,
                                                  gboolean             by_name,
                                                  GCancellable        *cancellable,
                                                  GError             **error);
void                vel_import_customers_free    (VelImportCustomers  *self);
gint64              vel_import_customers_find    (VelImportCustomers  *self,
                                                  const char          *name,
                                                  const char          *email,
                                                  const char          *phone,
                                                  gboolean            *is_shared);
gint64              vel_import_customers_add     (VelImportCustomers  *self,
                                                  const char          *name,
                                                  const char          *email,
                                                  const char          *phone,
                                                  gboolean             is_organisation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelImportCustomers, vel_import_customers_free)

G_END_DECLS
