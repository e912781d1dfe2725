/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VEL_CSV_BAD_BYTE:
 *
 * What stands in the text where bytes mean nothing in the file's encoding: the
 * noncharacter U+FDD0, which no text may hold, in UTF-8.
 */
#define VEL_CSV_BAD_BYTE "\xef\xb7\x90"

typedef struct _VelCsvDecoder VelCsvDecoder;

VelCsvDecoder *vel_csv_decoder_new          (GInputStream   *stream,
                                             const char     *encoding,
                                             GError        **error);
void           vel_csv_decoder_free         (VelCsvDecoder  *self);
gboolean       vel_csv_decoder_read         (VelCsvDecoder  *self,
                                             GString        *text,
                                             GCancellable   *cancellable,
                                             GError        **error);
gboolean       vel_csv_decoder_is_at_end    (VelCsvDecoder  *self);
guint64        vel_csv_decoder_get_position (VelCsvDecoder  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelCsvDecoder, vel_csv_decoder_free)

G_END_DECLS
