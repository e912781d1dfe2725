/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-database.h"
#include "vel-entity.h"

G_BEGIN_DECLS

char     *vel_entity_sql_field   (const VelEntity *entity,
                                  const char      *field);
char     *vel_entity_sql_select  (const VelEntity *entity);
char     *vel_entity_sql_insert  (const VelEntity *entity);
gboolean  vel_entity_sql_read    (VelDatabase     *database,
                                  const VelEntity *entity,
                                  gint64           id,
                                  VelValue        *values,
                                  GError         **error);

G_END_DECLS
