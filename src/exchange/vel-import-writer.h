/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-import-customer.h"
#include "vel-import.h"
#include "vel-matcher.h"

G_BEGIN_DECLS

/**
 * VelImportWriter:
 *
 * Finds out who a row speaks of, and writes what it says into a change.
 */
typedef struct _VelImportWriter VelImportWriter;

VelImportWriter *vel_import_writer_new  (VelBook            *book,
                                         VelChange          *change,
                                         GCancellable       *cancellable,
                                         GError            **error);
void             vel_import_writer_free (VelImportWriter    *self);
gboolean         vel_import_writer_add  (VelImportWriter    *self,
                                         VelImportCustomer  *customer,
                                         VelImportFate      *fate,
                                         GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelImportWriter, vel_import_writer_free)

G_END_DECLS
