/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-entity.h"

G_BEGIN_DECLS

/**
 * VelImportWords:
 * @entity: what is imported
 * @here: said when they are in the book; translatable, as are those that follow
 * @nothing: said when no row can become one
 * @say_new: what stands under the number of those that are new
 *
 * What the import says of customers, of deals or of products.
 */
typedef struct
{
  const VelEntity *entity;
  const char      *here;
  const char      *nothing;
  const char    *(*say_new) (guint n);
} VelImportWords;

const VelImportWords *vel_import_words_list (guint           *n_words);
const VelImportWords *vel_import_words_of   (const VelEntity *entity);

G_END_DECLS
