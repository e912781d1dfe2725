/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "vel-entity.h"

G_BEGIN_DECLS

/**
 * VelHistoryField:
 * @entity: what the record is
 * @record: its id
 * @operation: 'i' inserted, 'u' updated, 'd' deleted
 * @field: the field
 * @before: what was there
 * @after: what was there afterwards
 *
 * One value that a change changed.
 */
typedef struct
{
  const VelEntity *entity;
  gint64           record;
  char             operation;
  const VelField  *field;
  VelValue         before;
  VelValue         after;
} VelHistoryField;

/**
 * VelHistoryEntry:
 * @id: its place in history
 * @at: when, in UTC milliseconds
 * @actor: (owned): who
 * @label: (owned): an English sentence with "%s" for each argument
 * @args: (owned): the arguments, a JSON array
 * @is_undone: whether it has been undone
 * @n_rows: how many rows it changed
 * @is_whole: whether @fields tells all of it; of many values only the first are
 *   told, and of rows that a long change has added none, unless history was
 *   asked for one of them
 * @fields: (owned) (element-type VelHistoryField): from what to what
 *
 * One change, as history tells it.
 */
typedef struct
{
  gint64     id;
  gint64     at;
  char      *actor;
  char      *label;
  char      *args;
  gboolean   is_undone;
  guint      n_rows;
  gboolean   is_whole;
  GPtrArray *fields;
} VelHistoryEntry;

void  vel_history_entry_free (VelHistoryEntry *self);
char *vel_history_say        (const char      *label,
                              const char      *args);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelHistoryEntry, vel_history_entry_free)

G_END_DECLS
