/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-entity.h"

G_BEGIN_DECLS

/**
 * VelColumnNames:
 * @target: the text of a match; with ? or ~ at its end one that depends on the other columns
 * @keys: names of columns, as vel_column_name_key() makes them, separated by spaces
 *
 * Where columns of certain names go.
 */
typedef struct
{
  const char *target;
  const char *keys;
} VelColumnNames;

/**
 * VelColumnDictionary:
 * @entity: what the rows are
 * @names: what the columns are called
 * @n_names: how many
 * @owners: (array zero-terminated=1): words that say whose a value is, which is known anyhow
 *
 * What the columns of tables of an entity are called.
 */
typedef struct
{
  const VelEntity      *entity;
  const VelColumnNames *names;
  gsize                 n_names;
  const char * const   *owners;
} VelColumnDictionary;

const VelColumnDictionary *vel_column_dictionary_find (const VelEntity *entity);

G_END_DECLS
