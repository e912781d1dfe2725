/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-composer.h"
#include "vel-drafts.h"
#include "vel-suggest.h"

G_BEGIN_DECLS

struct _VelComposer
{
  AdwBin           parent_instance;

  VelBook         *book;      /* (owned) */
  VelRecord       *about;     /* (owned) (nullable): the customer or deal of whose story it writes */
  GListModel      *people;    /* (owned) (nullable): who belongs to the customer, as affiliations */
  VelDrafts       *drafts;    /* of the book */
  VelDraft        *put_off;   /* (owned) (nullable): what waits while an interaction is edited */
  gint64           edited;    /* the interaction that is edited, or 0 */
  gint64           edited_at;
  gboolean         showing;   /* whether the program fills it */
  gboolean         saving;
  GtkWidget       *calendar;  /* the popover */

  GtkWidget       *heading;
  GtkWidget       *kinds;
  GtkWidget       *text;
  GtkTextBuffer   *buffer;
  GtkWidget       *hint;
  GtkRevealer     *revealer;
  GtkWidget       *directions;
  GtkToggleButton *outgoing;
  GtkToggleButton *incoming;
  GtkEditable     *when;
  GtkEditable     *minutes;
  GtkEditable     *with_whom;
  GtkEditable     *reason;
  GtkEditable     *outcome;
  GtkLabel        *note;
  GtkWidget       *discard;
  VelSuggest      *suggestions[3];
};

void        vel_composer_build_kinds    (VelComposer          *self,
                                         GCallback             changed_cb);
void        vel_composer_build_calendar (VelComposer          *self);
const char *vel_composer_get_kind       (VelComposer          *self);
void        vel_composer_set_kind       (VelComposer          *self,
                                         const char           *key);
void        vel_composer_show_calendar  (VelComposer          *self,
                                         GtkEntryIconPosition  position,
                                         GtkEntry             *entry);
void        vel_composer_offer_people   (VelSuggest           *suggest,
                                         gpointer              user_data);

G_END_DECLS
