/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-change.h"
#include "vel-collator.h"
#include "vel-database.h"

G_BEGIN_DECLS

/**
 * VelApply:
 * @database: the connection, in a transaction
 * @collator: the order of names
 * @last_id: the id given last
 * @now: when the change is made, in UTC seconds
 * @ids: (owned): the ids of the rows that the change has inserted, the one for -1 first
 * @session: (nullable): what records the change; rows that a long change adds
 *   are not recorded, since its ids tell which they are
 * @is_long: whether the change is a long one
 * @n_added: how many rows a long change has added
 * @inserts: (owned): VelEntity -> the statement that inserts one
 *
 * What is known while the writes of one change are carried out.
 */
typedef struct
{
  VelDatabase *database;
  VelCollator *collator;
  gint64       last_id;
  gint64       now;
  GArray      *ids;
  struct sqlite3_session *session;
  gboolean     is_long;
  guint        n_added;
  GHashTable  *inserts;
} VelApply;

gboolean vel_apply_change (VelApply   *self,
                           VelChange  *change,
                           GError    **error);
gint64   vel_apply_new_id (VelApply   *self);

G_END_DECLS
