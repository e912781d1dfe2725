/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-entity.h"

G_BEGIN_DECLS

/**
 * VelMatchReason:
 * @VEL_MATCH_GIVEN: somebody said so
 * @VEL_MATCH_BY_NAME: the column's name is known
 * @VEL_MATCH_BY_VALUES: its cells look like it
 * @VEL_MATCH_CUSTOM: it matches nothing and becomes a field of its own
 * @VEL_MATCH_EMPTY: it is left out, for all its cells are empty
 * @VEL_MATCH_SAME: it is left out, for another column has the same cells
 * @VEL_MATCH_NOWHERE: it is left out, for it matches nothing, and what the rows
 *   are has no fields of the user's own
 *
 * Why a column is matched as it is. Empty and same hold for this file alone: they
 * are not to be remembered for the next one of its shape.
 */
typedef enum
{
  VEL_MATCH_GIVEN,
  VEL_MATCH_BY_NAME,
  VEL_MATCH_BY_VALUES,
  VEL_MATCH_CUSTOM,
  VEL_MATCH_EMPTY,
  VEL_MATCH_SAME,
  VEL_MATCH_NOWHERE
} VelMatchReason;

/**
 * VelColumnMatch:
 * @field: the field of the customer, deal or product, "custom" for a field of the user's own,
 *   "" if the column is left out
 * @part: which part of it, "" for all
 * @label: the label of a phone, an e-mail address, an address or a link; the
 *   name of a custom field; else ""
 * @index: the number that tells apart items of one list with one label, 0 for none
 * @reason: why
 * @confidence: how sure that is, from 0 to 1: which part of the cells says so
 *   where the values decided, 1 where the name did, 0 where nothing did
 *
 * Where the cells of a column go. Columns with one field, label and index make
 * one item; a column with the part "label" has, row by row, the labels for the
 * item of its field and index, whatever label that has itself. As text: FIELD, FIELD:LABEL, FIELD:LABEL#INDEX, each with .PART behind
 * it; "custom:NAME"; "" for left out.
 *
 * Parts: of name: first, middle, last, prefix, suffix, organisation (the
 * customer is one, and this is its name). Of addresses: street, extra (more
 * lines of it), formatted (all of it, for rows where nothing else of it is
 * filled), district, city, region (a province of Turkey, or else a part of
 * another country), postcode, country. Of birthday: day, month, year. Of
 * phones, emails, addresses and links: label. Of the customer and the contact of
 * a deal: id, email, phone (without a part it is the name, or the id); of the
 * customer also organisation (it is one, and this is its name). Of the
 * day on which a deal closed: expected (of a deal that is open, this is when it
 * is expected to).
 */
typedef struct
{
  char           *field;
  char           *part;
  char           *label;
  guint           index;
  VelMatchReason  reason;
  double          confidence;
} VelColumnMatch;

VelColumnMatch *vel_column_match_new         (const char            *field,
                                              const char            *part,
                                              const char            *label,
                                              guint                  index);
VelColumnMatch *vel_column_match_copy        (const VelColumnMatch  *self);
void            vel_column_match_free        (VelColumnMatch        *self);
gboolean        vel_column_match_equal       (const VelColumnMatch  *a,
                                              const VelColumnMatch  *b);
gboolean        vel_column_match_is          (const VelColumnMatch  *self,
                                              const char            *field,
                                              const char            *part);
char           *vel_column_match_to_string   (const VelColumnMatch  *self);
VelColumnMatch *vel_column_match_parse       (const VelEntity       *entity,
                                              const char            *text,
                                              GError               **error);

char           *vel_column_match_shape       (const VelEntity       *entity,
                                              const char * const    *names,
                                              gboolean               has_header);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelColumnMatch, vel_column_match_free)

G_END_DECLS
