/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VelCollator:
 *
 * The order of names. It belongs to who made it, never changes, and may be used
 * from several threads at once.
 */
typedef struct _VelCollator VelCollator;

VelCollator *vel_collator_new     (const char  *language);
void         vel_collator_free    (VelCollator *self);
guint8      *vel_collator_key     (VelCollator *self,
                                   const char  *text,
                                   gsize       *length);
int          vel_collator_compare (VelCollator *self,
                                   const char  *a,
                                   const char  *b);
char        *vel_collator_version (VelCollator *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelCollator, vel_collator_free)

G_END_DECLS
