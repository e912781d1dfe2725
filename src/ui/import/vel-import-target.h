/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-import.h"

G_BEGIN_DECLS

/**
 * VelImportTarget:
 * @group: (not owned): under which heading it stands, in the language of the interface; "" for none
 * @text: (owned): what it is called there
 * @fold: (owned): heading and name as they are searched, folded
 * @match: (owned): the match
 *
 * One place to which a column can be sent.
 */
typedef struct
{
  const char     *group;
  char           *text;
  char           *fold;
  VelColumnMatch *match;
} VelImportTarget;

GPtrArray *vel_import_targets_list    (VelImport            *import,
                                       guint                 column,
                                       const char * const   *own_fields);
char      *vel_import_target_say      (const VelEntity      *entity,
                                       const VelColumnMatch *match);
char      *vel_import_target_conflict (VelImport            *import,
                                       guint                 column);

G_END_DECLS
