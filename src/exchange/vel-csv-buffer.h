/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-csv-parser.h"
#include "vel-csv-row.h"

G_BEGIN_DECLS

typedef struct _VelCsvBuffer VelCsvBuffer;

VelCsvBuffer    *vel_csv_buffer_new           (void);
void             vel_csv_buffer_free          (VelCsvBuffer *self);
const VelCsvRow *vel_csv_buffer_fill          (VelCsvBuffer *self,
                                               guint         number,
                                               VelCsvParser *parser,
                                               guint         n_columns,
                                               const char   *encoding);
const VelCsvRow *vel_csv_buffer_fill_blank    (VelCsvBuffer *self,
                                               guint         number,
                                               guint         line,
                                               guint         n_columns);
gboolean         vel_csv_buffer_is_blank_text (const char   *text);
gboolean         vel_csv_buffer_is_blank      (VelCsvParser *parser);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelCsvBuffer, vel_csv_buffer_free)

G_END_DECLS
