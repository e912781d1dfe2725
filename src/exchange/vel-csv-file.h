/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vel-csv-parser.h"

G_BEGIN_DECLS

gboolean      vel_csv_file_check         (GFile          *file,
                                          guint64        *size,
                                          GCancellable   *cancellable,
                                          GError        **error);
GInputStream *vel_csv_file_open          (GFile          *file,
                                          GCancellable   *cancellable,
                                          GError        **error);
const char   *vel_csv_file_find_encoding (GFile          *file,
                                          GCancellable   *cancellable,
                                          GError        **error);
gboolean      vel_csv_file_find_dialect  (GFile          *file,
                                          const char     *encoding,
                                          char            separator,
                                          VelCsvDialect  *dialect,
                                          gboolean       *has_hint,
                                          GCancellable   *cancellable,
                                          GError        **error);

G_END_DECLS
