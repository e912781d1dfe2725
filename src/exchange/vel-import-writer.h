/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-import-row.h"
#include "vel-import.h"

G_BEGIN_DECLS

/**
 * VelImportWriter:
 * @book: (not owned): the book
 * @change: (not owned): what the writes go into
 * @entity: what the rows are
 * @options: (not owned): what is to be done with what is not in the book
 * @stage_names: (not owned) (nullable) (element-type utf8): the stages that the
 *   table names, in order of appearance, where missing ones are to be added
 * @report: (not owned): what is found out on the way
 * @home: (not owned): the currency of the book
 * @custom_fields: (owned) (element-type utf8): the fields of the user's own that there are
 * @values: (owned): of the record that is looked at
 *
 * Puts what rows say into a change.
 */
typedef struct
{
  VelBook                *book;
  VelChange              *change;
  const VelEntity        *entity;
  const VelImportOptions *options;
  GPtrArray              *stage_names;
  VelImportReport        *report;
  const char             *home;
  GHashTable             *custom_fields;
  VelValue               *values;
} VelImportWriter;

gboolean vel_import_writer_init   (VelImportWriter  *self,
                                   GError          **error);
void     vel_import_writer_clear  (VelImportWriter  *self);
gboolean vel_import_writer_read   (VelImportWriter  *self,
                                   gint64            id,
                                   GError          **error);
gint64   vel_import_writer_create (VelImportWriter  *self,
                                   VelImportRow     *row);
gboolean vel_import_writer_update (VelImportWriter  *self,
                                   VelImportRow     *row,
                                   gint64            id);

G_END_DECLS
