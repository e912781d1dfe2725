/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "vel-value.h"

G_BEGIN_DECLS

/**
 * VelFieldType:
 * @VEL_FIELD_TEXT: one line of text
 * @VEL_FIELD_LONG_TEXT: text of any length, found by search from the third letter on
 * @VEL_FIELD_CHOICE: one of the keys in #VelField.choices
 * @VEL_FIELD_BOOLEAN: 0 or 1
 * @VEL_FIELD_INTEGER: a whole number
 * @VEL_FIELD_MONEY: an integer of minor units; the currency is in the field named "currency"
 * @VEL_FIELD_DATE: an ISO 8601 day, or "--MM-DD" where the year may be unknown
 * @VEL_FIELD_DATE_TIME: an instant in UTC seconds
 * @VEL_FIELD_DUE: a day, or a day and a time by the clock on the wall, see #VelDue
 * @VEL_FIELD_PHONE: an E.164 number, or what was typed where it is none
 * @VEL_FIELD_EMAIL: an e-mail address
 * @VEL_FIELD_URL: a web address
 * @VEL_FIELD_LINK: the id of a record of #VelField.target
 * @VEL_FIELD_ITEMS: a JSON array of labelled items, see #VelItem
 * @VEL_FIELD_WORDS: a JSON array of words
 * @VEL_FIELD_CUSTOM: a JSON object: the fields that the user has added
 * @VEL_FIELD_PLACE: a whole number by which a list that the user arranges is
 *   ordered, kept by the store, see vel_change_place(); #VelField.via is the
 *   field whose equal values make up one list
 */
typedef enum
{
  VEL_FIELD_TEXT,
  VEL_FIELD_LONG_TEXT,
  VEL_FIELD_CHOICE,
  VEL_FIELD_BOOLEAN,
  VEL_FIELD_INTEGER,
  VEL_FIELD_MONEY,
  VEL_FIELD_DATE,
  VEL_FIELD_DATE_TIME,
  VEL_FIELD_DUE,
  VEL_FIELD_PHONE,
  VEL_FIELD_EMAIL,
  VEL_FIELD_URL,
  VEL_FIELD_LINK,
  VEL_FIELD_ITEMS,
  VEL_FIELD_WORDS,
  VEL_FIELD_CUSTOM,
  VEL_FIELD_PLACE
} VelFieldType;

/**
 * VelFieldFlags:
 * @VEL_FIELD_REQUIRED: a record without it is refused
 * @VEL_FIELD_READ_ONLY: computed from other records, never typed
 * @VEL_FIELD_SEARCHED: found by search from the first letter on
 * @VEL_FIELD_COLUMN: offered as a column of a list
 * @VEL_FIELD_FILTER: offered as a filter
 * @VEL_FIELD_SUGGESTED: what other records hold is suggested while typing
 * @VEL_FIELD_HIDDEN: not shown as a field of its own
 * @VEL_FIELD_BULK: can be set on many records at once
 * @VEL_FIELD_FILLED: the store fills it in where nobody says
 * @VEL_FIELD_YEARLY: a date that comes round every year, its year may be unknown:
 *   a list in its order begins with the one that comes next
 */
typedef enum
{
  VEL_FIELD_NO_FLAGS  = 0,
  VEL_FIELD_REQUIRED  = 1 << 0,
  VEL_FIELD_READ_ONLY = 1 << 1,
  VEL_FIELD_SEARCHED  = 1 << 2,
  VEL_FIELD_COLUMN    = 1 << 3,
  VEL_FIELD_FILTER    = 1 << 4,
  VEL_FIELD_SUGGESTED = 1 << 5,
  VEL_FIELD_HIDDEN    = 1 << 6,
  VEL_FIELD_BULK      = 1 << 7,
  VEL_FIELD_FILLED    = 1 << 8,
  VEL_FIELD_YEARLY    = 1 << 9
} VelFieldFlags;

/**
 * VelDerive:
 * @VEL_DERIVE_NOT: the field is stored
 * @VEL_DERIVE_FIRST: the member @to of the first item of the list field @via;
 *   setting it sets that item
 * @VEL_DERIVE_EARLIEST: the least @to among the records of @via whose link @from is this record
 * @VEL_DERIVE_LATEST: the greatest @to among the records of @via whose link @from is this record
 * @VEL_DERIVE_NEXT: the least @to among those of them that are not done
 * @VEL_DERIVE_NAMES: a JSON array: the names of the records that the link @to
 *   of @via points to, where its link @from is this record; set by names
 * @VEL_DERIVE_NAME: the first of such names; set by name
 * @VEL_DERIVE_DETAIL: the field @to of the first record of @via whose link
 *   @from is this record
 * @VEL_DERIVE_LINKED: the field @to of the record that the link @via of this
 *   record points to
 *
 * How a field that has no column of its own follows from others.
 */
typedef enum
{
  VEL_DERIVE_NOT,
  VEL_DERIVE_FIRST,
  VEL_DERIVE_EARLIEST,
  VEL_DERIVE_LATEST,
  VEL_DERIVE_NEXT,
  VEL_DERIVE_NAMES,
  VEL_DERIVE_NAME,
  VEL_DERIVE_DETAIL,
  VEL_DERIVE_LINKED
} VelDerive;

/**
 * VelChoice:
 * @key: what is stored
 * @label: its English name, marked for translation
 * @style: (nullable): the style class of its chip
 */
typedef struct
{
  const char *key;
  const char *label;
  const char *style;
} VelChoice;

/**
 * VelField:
 * @name: the column, the key in files and on the command line; the GObject
 *   property is the same with dashes
 * @type: what it holds
 * @label: its English name, marked for translation
 * @flags: what may be done with it
 * @choices: (nullable): the values of a choice, ended by a %NULL key
 * @target: (nullable): the entity that a link points to
 * @derive: how a computed field is computed
 * @via: (nullable): see #VelDerive
 * @from: (nullable): see #VelDerive
 * @to: (nullable): see #VelDerive
 *
 * One field of an entity: a line in a constant table, from which its
 * property, its SQL, its form, its column, its filter, its import and its
 * history come.
 */
typedef struct
{
  const char      *name;
  VelFieldType     type;
  const char      *label;
  VelFieldFlags    flags;
  const VelChoice *choices;
  const char      *target;
  VelDerive        derive;
  const char      *via;
  const char      *from;
  const char      *to;
} VelField;

gboolean    vel_field_is_stored    (const VelField  *self);
gboolean    vel_field_is_integer   (const VelField  *self);
const char *vel_field_get_label    (const VelField  *self);
const VelChoice *
            vel_field_find_choice  (const VelField  *self,
                                    const char      *key);
char       *vel_field_format       (const VelField  *self,
                                    const VelValue  *value);
gboolean    vel_field_parse        (const VelField  *self,
                                    const char      *text,
                                    VelValue        *value,
                                    GError         **error);
char       *vel_field_warn         (const VelField  *self,
                                    const VelValue  *value);

G_END_DECLS
