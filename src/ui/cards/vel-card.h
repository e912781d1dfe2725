/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-query-model.h"
#include "vel-story.h"

G_BEGIN_DECLS

#define VEL_TYPE_CARD (vel_card_get_type ())
G_DECLARE_DERIVABLE_TYPE (VelCard, vel_card, VEL, CARD, AdwBin)

/**
 * VelCardWords:
 * @previous: the one before in the list
 * @previous_tip: the same, with its key
 * @next: the next one in the list
 * @next_tip: the same, with its key
 * @more: what the menu is called
 * @delete: what deletes it
 * @previous_item: @previous as an item of a menu
 * @next_item: @next as an item of a menu
 * @gone: that it is not in the book any more
 * @deleted: that the one with the name %s was deleted, and comes back whole
 * @not_restored: that it could not be brought back
 * @not_known: that history does not know how it was deleted
 *
 * What a card says that depends on what it is of. In English, marked for
 * translation.
 */
typedef struct
{
  const char *previous;
  const char *previous_tip;
  const char *next;
  const char *next_tip;
  const char *more;
  const char *delete;
  const char *previous_item;
  const char *next_item;
  const char *gone;
  const char *deleted;
  const char *not_restored;
  const char *not_known;
} VelCardWords;

/**
 * VelCardClass:
 * @entity: of what it is a card
 * @words: what it says of that
 * @make_profile: makes what stands beside the story, for one record
 * @get_people: (nullable): the affiliations of the customer, from whom the composer suggests
 * @rename: puts the caret into the name
 * @dup_text: the card as text, for the clipboard
 * @counted: (nullable): told how many interactions there are
 */
struct _VelCardClass
{
  AdwBinClass         parent_class;

  const VelEntity    *entity;
  const VelCardWords *words;
  GtkWidget        *(*make_profile) (VelCard   *self,
                                     VelRecord *record);
  GListModel       *(*get_people)   (VelCard   *self);
  void              (*rename)       (VelCard   *self);
  char             *(*dup_text)     (VelCard   *self);
  void              (*counted)      (VelCard   *self,
                                     guint      n_interactions);
};

void       vel_card_show        (VelCard       *self,
                                 VelBook       *book,
                                 gint64         id,
                                 VelQueryModel *around);
gint64     vel_card_get_id      (VelCard       *self);
VelRecord *vel_card_get_record  (VelCard       *self);
VelBook   *vel_card_get_book    (VelCard       *self);
GtkWidget *vel_card_get_profile (VelCard       *self);
VelStory  *vel_card_get_story   (VelCard       *self);
void       vel_card_set_top     (VelCard       *self,
                                 GtkWidget     *top);
void       vel_card_open        (VelCard       *self,
                                 gint64         id);

G_END_DECLS
