/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-import-row.h"

G_BEGIN_DECLS

/**
 * VelImportParty:
 * @id: (owned) (nullable): the id that the row tells
 * @name: (owned) (nullable): the name, which may be an id
 * @email: (owned) (nullable): the e-mail address
 * @phone: (owned) (nullable): the telephone number
 * @is_organisation: whether it is one for certain
 * @column: the column that tells the first of these; of a customer of whom
 *   nothing is told, the one that could have
 *
 * Somebody of whom a row of a deal speaks.
 */
typedef struct
{
  char     *id;
  char     *name;
  char     *email;
  char     *phone;
  gboolean  is_organisation;
  guint     column;
} VelImportParty;

/**
 * VelImportDeal:
 * @row: what it says
 * @customer: whose it is
 * @contact: the contact person
 * @pipeline: (owned) (nullable): the name of the pipeline
 * @pipeline_column: where that stands
 * @stage: (owned) (nullable): the name of the stage; %NULL of a deal that is closed and tells none
 * @stage_column: where that stands
 * @product: (owned) (nullable): the name of the product
 * @lost_reason: (owned) (nullable): why it is lost
 * @amount: (owned) (nullable): the amount as it stands there
 *
 * What a row says of a deal.
 */
typedef struct
{
  VelImportRow    row;
  VelImportParty  customer;
  VelImportParty  contact;
  char           *pipeline;
  guint           pipeline_column;
  char           *stage;
  guint           stage_column;
  char           *product;
  char           *lost_reason;
  char           *amount;
} VelImportDeal;

VelImportRow *vel_import_deal_read      (const VelCsvRow       *row,
                                         GArray                *columns,
                                         const char            *home,
                                         guint                 *bad_column,
                                         GError               **error);
void          vel_import_deal_free      (VelImportRow          *row);
gboolean      vel_import_party_is_empty (const VelImportParty  *self);
const char   *vel_import_party_say      (const VelImportParty  *self);

G_END_DECLS
