/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-customer-fields.h"
#include "vel-customers-grid.h"
#include "vel-customers-list.h"
#include "vel-customers-page.h"
#include "vel-id-selection.h"

G_BEGIN_DECLS

struct _VelCustomersPage
{
  AdwBin             parent_instance;

  VelBook           *book;         /* (owned) (nullable) */
  VelQueryModel     *model;        /* (owned) (nullable) */
  VelIdSelection    *selection;    /* (owned) (nullable) */
  VelCustomerFields *fields;       /* (owned) (nullable) */
  GSettings         *settings;     /* (owned) */

  VelFilter         *filter;       /* (owned): all of what is in it holds */
  char              *order;        /* (owned): the name of a field */
  gboolean           descending;

  gint64             n_all;        /* how many customers there are, -1 while nobody knows */
  GCancellable      *counting;     /* (owned) (nullable): of that number */
  guint              spinner_delay;
  guint              growing;      /* the tick in which more rows are shown */
  guint              n_ticks;
  guint              width_idle;
  gboolean           narrow;
  gboolean           show_sidebar_button;

  GtkWidget         *over;         /* (nullable): the name under the pointer; weak */

  GtkWidget         *search_entry;
  GtkWidget         *options_button;
  GtkWidget         *spinner;
  GtkLabel          *count_label;
  GtkStack          *stack;
  VelCustomersList  *list;
  VelCustomersGrid  *grid;
  AdwStatusPage     *error_page;
};

/* vel-customers-page.c */
void       vel_customers_page_ask           (VelCustomersPage *self);
void       vel_customers_page_set_order     (VelCustomersPage *self,
                                             const char       *field,
                                             gboolean          descending);
GtkWidget *vel_customers_page_get_view      (VelCustomersPage *self);
void       vel_customers_page_activate      (VelCustomersPage *self,
                                             gint64            id);

/* vel-customers-page-rows.c */
void       vel_customers_page_watch_rows    (VelCustomersPage *self);
void       vel_customers_page_focus_row     (VelCustomersPage *self,
                                             guint             position);

/* vel-customers-page-actions.c */
void       vel_customers_page_class_install_actions (GtkWidgetClass *widget_class);
void       vel_customers_page_update_actions        (VelCustomersPage *self);

G_END_DECLS
