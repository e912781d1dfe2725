/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VelItem:
 * @label: what it is called: one of the keys of vel_item_labels(), or the user's own word; "" for none
 * @value: the phone, the address of mail or web; the street of a postal address
 * @city: (nullable): il, of a postal address
 * @district: (nullable): ilçe, of a postal address
 * @postcode: (nullable): of a postal address
 * @country: (nullable): of a postal address
 *
 * One item of a list field: a phone, an e-mail, a postal address or a link,
 * with its label. The order of the list is the user's; the first counts as
 * the main one. In the book a list is a JSON array of objects with these
 * members, empty ones left out, in this order.
 */
typedef struct
{
  char *label;
  char *value;
  char *district;
  char *city;
  char *postcode;
  char *country;
} VelItem;

VelItem    *vel_item_new          (const char    *label,
                                   const char    *value);
VelItem    *vel_item_copy         (const VelItem *self);
void        vel_item_free         (VelItem       *self);
gboolean    vel_item_is_empty     (const VelItem *self);
char      **vel_item_member       (VelItem       *self,
                                   const char    *name);
char       *vel_item_format_place (const VelItem *self);
const char *vel_item_label_text   (const char    *label);
const char * const *
            vel_item_labels       (const char    *field);

GPtrArray  *vel_items_parse       (const char    *json);
char       *vel_items_to_json     (GPtrArray     *items);
char       *vel_items_set_first   (const char    *json,
                                   const char    *member,
                                   const char    *value);

GStrv       vel_words_parse       (const char         *json);
char       *vel_words_to_json     (const char * const *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelItem, vel_item_free)

G_END_DECLS
