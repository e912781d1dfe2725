/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-database.h"
#include "vel-entity.h"

G_BEGIN_DECLS

/**
 * VelRowChange:
 * @entity: what the row is
 * @id: its id
 * @operation: %SQLITE_INSERT, %SQLITE_UPDATE or %SQLITE_DELETE
 * @iter: where to read the old and the new values
 * @database: a connection to the book
 *
 * One row in a changeset.
 */
typedef struct
{
  const VelEntity          *entity;
  gint64                    id;
  int                       operation;
  sqlite3_changeset_iter   *iter;
  VelDatabase              *database;
} VelRowChange;

typedef gboolean (*VelRowChangeFunc) (const VelRowChange  *row,
                                      gpointer             user_data,
                                      GError             **error);

gboolean vel_changeset_each   (VelDatabase         *database,
                               gconstpointer        changeset,
                               int                  size,
                               VelRowChangeFunc     func,
                               gpointer             user_data,
                               GError             **error);
gboolean vel_row_change_field (const VelRowChange  *row,
                               guint                field,
                               gboolean             after,
                               VelValue            *value);

G_END_DECLS
