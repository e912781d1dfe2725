/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-customer-card.h"
#include "vel-profile.h"
#include "vel-story.h"

G_BEGIN_DECLS

struct _VelCustomerCard
{
  AdwBin          parent_instance;

  VelBook        *book;      /* (owned) (nullable) */
  VelRecord      *customer;  /* (owned) (nullable) */
  VelQueryModel  *here;      /* (owned) (nullable): the customer, for as long as there is one */
  VelQueryModel  *around;    /* (owned) (nullable): the list it came from */
  guint           position;  /* where in that list it was last */

  AdwHeaderBar   *header;
  AdwWindowTitle *title;
  GtkWidget      *previous;
  GtkWidget      *next;
  GtkWidget      *write;     /* goes to the composer where it is below the profile */
  GtkStack       *stack;
  AdwBin         *place;     /* holds the two panes */
  AdwStatusPage  *gone;
  GtkWidget      *fold;      /* (nullable) */
  GtkWidget      *side;      /* (nullable): the scrolled window of the first pane */
  GtkWidget      *profile;   /* (owned) (nullable) */
  VelStory       *story;     /* (nullable) */
};

void vel_customer_card_class_install_actions (GtkWidgetClass  *widget_class);
void vel_customer_card_refresh_actions       (VelCustomerCard *self);

G_END_DECLS
