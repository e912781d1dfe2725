/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vel-book.h"
#include "vel-entity.h"
#include "vel-record.h"

G_BEGIN_DECLS

/**
 * VelRecordsView:
 * @action: a detailed action that chooses it, such as "page-settings.view::list"
 * @icon: the name of an icon
 * @label: what the view is called; translatable
 * @menu_label: the same with a mnemonic; translatable
 *
 * A way to show the records, of which one is chosen.
 */
typedef struct
{
  const char *action;
  const char *icon;
  const char *label;
  const char *menu_label;
} VelRecordsView;

/**
 * VelRecordsLook:
 * @entity: what the records are
 * @settings: the child of the #GSettings of the program in which their view, columns and order are kept
 * @avatar_field: the field whose first letters stand on the disc
 * @narrow_field: the field that a narrow table shows besides the name
 * @views: the ways to show them, up to one whose action is %NULL
 * @new_action: a detailed action that adds one
 * @new_label: what it says; translatable, as are all that follow
 * @new_tip: its tooltip, with its keys
 * @search_hint: what can be searched for, short
 * @search_label: what the search entry is called
 * @views_label: what the choice of the way to show them is called
 * @looking_up: told while they are being read
 * @icon: the name of the icon that stands for them
 * @nothing: that none is like what is searched for
 * @nothing_hint: what to do about it
 * @show_all: what the button says that shows all of them again
 * @none: that there are none yet
 * @none_hint: where they come from
 * @add_first: what the button says that adds the first
 * @failed: that they cannot be shown
 * @say_count: says how many there are
 * @caption: what stands under the name of one, for which (transfer full) is returned
 * @new_card: (nullable): makes a #VelRowCell that is a card of one
 * @section: (nullable): tells in which section of the list a record stands. The
 *   cards are then one below another, with a heading over the first of each section
 * @say_section: (nullable): says that heading
 * @add_deeds: (nullable): puts buttons into the bar for what else can be done with
 *   those selected, by the action "records.apply" and its target
 * @new_deeds: (nullable): makes the part of the menu of a row that does the same
 * @apply: (nullable): does it
 * @n_list_views: of the ways to show them, how many the list itself knows; they come first
 * @new_other: (nullable): makes the page for the others, which has a property "show-sidebar-button"
 * @focus_other: (nullable): goes to where that page shows a record, or 0
 * @get_around_other: (nullable): the list in which that page shows a record
 *
 * All in which one list of records differs from another. The page is the same.
 */
typedef struct
{
  const VelEntity      *entity;
  const char           *settings;
  const char           *avatar_field;
  const char           *narrow_field;
  const VelRecordsView *views;
  const char           *new_action;
  const char           *new_label;
  const char           *new_tip;
  const char           *search_hint;
  const char           *search_label;
  const char           *views_label;
  const char           *looking_up;
  const char           *icon;
  const char           *nothing;
  const char           *nothing_hint;
  const char           *show_all;
  const char           *none;
  const char           *none_hint;
  const char           *add_first;
  const char           *failed;
  char               *(*say_count) (guint64 n);
  char               *(*caption)   (VelRecord *record,
                                    gboolean   indirect);
  GtkWidget          *(*new_card)  (void);
  int                 (*section)   (VelRecord *record);
  const char         *(*say_section) (int section);
  void                (*add_deeds) (GtkActionBar *bar);
  GMenuModel         *(*new_deeds) (void);
  void                (*apply)     (GtkWidget  *page,
                                    VelBook    *book,
                                    GArray     *ids,
                                    const char *deed);
  int                   n_list_views;
  GtkWidget          *(*new_other) (VelBook    *book);
  void                (*focus_other) (GtkWidget  *other,
                                      gint64      id);
  GListModel         *(*get_around_other) (GtkWidget  *other,
                                           gint64      id);
} VelRecordsLook;

void vel_records_look_add_views      (const VelRecordsLook *self,
                                      GtkBox               *box);
void vel_records_look_insert_actions (const VelRecordsLook *self,
                                      GtkWidget            *page);

G_END_DECLS
