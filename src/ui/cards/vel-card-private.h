/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-card.h"

G_BEGIN_DECLS

typedef struct
{
  VelBook        *book;      /* (owned) (nullable) */
  VelRecord      *record;    /* (owned) (nullable) */
  VelQueryModel  *here;      /* (owned) (nullable): the record, for as long as there is one */
  VelQueryModel  *around;    /* (owned) (nullable): the list it came from */
  guint           position;  /* where in that list it was last */

  AdwHeaderBar   *header;
  AdwWindowTitle *title;
  GtkWidget      *previous;
  GtkWidget      *next;
  GtkWidget      *write;     /* goes to the composer where it is below the profile */
  GtkMenuButton  *more;
  GtkStack       *stack;
  AdwBin         *top_place;
  AdwBin         *place;     /* holds the two panes */
  AdwStatusPage  *gone;
  GtkWidget      *fold;      /* (nullable) */
  GtkWidget      *side;      /* (nullable): the scrolled window of the first pane */
  GtkWidget      *profile;   /* (owned) (nullable) */
  GtkWidget      *top;       /* (owned) (nullable): what stands above both panes */
  GtkBox         *column;    /* (owned): @top and @profile, where there is one pane */
  VelStory       *story;     /* (nullable) */
} VelCardPrivate;

VelCardPrivate *vel_card_get_private           (VelCard        *self);
void            vel_card_class_install_actions (GtkWidgetClass *widget_class);
void            vel_card_refresh_actions       (VelCard        *self);

G_END_DECLS
