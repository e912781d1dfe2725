/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-csv-parser.h"

G_BEGIN_DECLS

gboolean vel_csv_dialect_find_hint (const char    *sample,
                                    gsize          length,
                                    char          *separator);
void     vel_csv_dialect_find      (const char    *sample,
                                    gsize          length,
                                    gboolean       whole,
                                    char           separator,
                                    VelCsvDialect *dialect);

G_END_DECLS
