/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-entity.h"

G_BEGIN_DECLS

gboolean    vel_column_name_is_latin (const char       *text);
char       *vel_column_name_key      (const char       *name,
                                      guint            *number);
const char *vel_column_name_lookup   (const VelEntity  *entity,
                                      const char       *name,
                                      const char      **label,
                                      guint            *number);
gboolean    vel_column_name_is_known (const VelEntity  *entity,
                                      const char       *name);
guint       vel_column_names_fit     (const VelEntity    *entity,
                                      const char * const *names);
const char *vel_column_label_key     (const char       *word);

G_END_DECLS
