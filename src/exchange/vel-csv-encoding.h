/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _VelEncodingProbe VelEncodingProbe;

VelEncodingProbe *vel_encoding_probe_new     (void);
void              vel_encoding_probe_free    (VelEncodingProbe  *self);
void              vel_encoding_probe_feed    (VelEncodingProbe  *self,
                                              const guint8      *data,
                                              gsize              length);
gboolean          vel_encoding_probe_is_sure (VelEncodingProbe  *self);
const char       *vel_encoding_probe_decide  (VelEncodingProbe  *self,
                                              GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelEncodingProbe, vel_encoding_probe_free)

G_END_DECLS
