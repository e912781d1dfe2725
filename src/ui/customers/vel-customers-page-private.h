/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-entity-fields.h"
#include "vel-customers-grid.h"
#include "vel-customers-list.h"
#include "vel-customers-page.h"
#include "vel-filter-bar.h"
#include "vel-id-selection.h"
#include "vel-selection-bar.h"

G_BEGIN_DECLS

struct _VelCustomersPage
{
  AdwBin             parent_instance;

  VelBook           *book;         /* (owned) (nullable) */
  VelQueryModel     *model;        /* (owned) (nullable) */
  VelIdSelection    *selection;    /* (owned) (nullable) */
  VelEntityFields *fields;       /* (owned) (nullable) */
  GSettings         *settings;     /* (owned) */

  VelFilter         *filter;       /* (owned): all of what is in it holds */
  VelRecord         *saved;        /* (owned) (nullable): the saved filter that was chosen */
  char              *order;        /* (owned): the name of a field */
  gboolean           descending;

  gint64             n_all;        /* how many customers there are, -1 while nobody knows */
  GCancellable      *counting;     /* (owned) (nullable): of that number */
  GCancellable      *opening;      /* (owned) (nullable): of the search for whom Enter opens */
  char              *opening_search; /* (owned) (nullable): what that search is for */
  guint              spinner_delay;
  guint              width_idle;
  gboolean           narrow;
  gboolean           had_focus;    /* whether the rows have been given the focus once */
  gboolean           show_sidebar_button;

  GtkWidget         *over;         /* (nullable): the name under the pointer; weak */

  GtkBox            *box;
  GtkWidget         *search_entry;
  GtkWidget         *options_button;
  VelFilterBar      *filter_bar;
  GtkWidget         *spinner;
  GtkLabel          *count_label;
  GtkStack          *stack;
  VelCustomersList  *list;
  VelCustomersGrid  *grid;
  VelSelectionBar   *selection_bar; /* (nullable): made when it is needed */
  GMenuModel        *row_menu;     /* what can be done with a row */
  GtkWidget         *menu;         /* (nullable): its popover, made when it is needed */
};

/* vel-customers-page.c */
gboolean   vel_customers_page_is_cards      (VelCustomersPage *self);
gboolean   vel_customers_page_is_filtered   (VelCustomersPage *self);
const char *
           vel_customers_page_get_search    (VelCustomersPage *self);
VelQuery  *vel_customers_page_make_query    (VelCustomersPage *self);
void       vel_customers_page_ask           (VelCustomersPage *self);
void       vel_customers_page_set_order     (VelCustomersPage *self,
                                             const char       *field,
                                             gboolean          descending);
GtkWidget *vel_customers_page_get_view      (VelCustomersPage *self);
void       vel_customers_page_activate      (VelCustomersPage *self,
                                             gint64            id);

/* vel-customers-page-best.c */
void       vel_customers_page_open_best     (VelCustomersPage *self);
void       vel_customers_page_open_none     (VelCustomersPage *self);

/* vel-customers-page-filters.c */
void       vel_customers_page_watch_filters (VelCustomersPage *self);
void       vel_customers_page_set_filter    (VelCustomersPage *self,
                                             const VelFilter  *filter);
void       vel_customers_page_save_filter   (VelCustomersPage *self);
void       vel_customers_page_update_filter (VelCustomersPage *self);
gboolean   vel_customers_page_is_as_saved   (VelCustomersPage *self);

/* vel-customers-page-state.c */
void       vel_customers_page_watch_state   (VelCustomersPage *self);
void       vel_customers_page_show_state    (VelCustomersPage *self);

/* vel-customers-page-rows.c */
void       vel_customers_page_watch_rows    (VelCustomersPage *self);
void       vel_customers_page_focus_view    (VelCustomersPage *self);
void       vel_customers_page_focus_row     (VelCustomersPage *self,
                                             guint             position);

/* vel-customers-page-selection.c */
void       vel_customers_page_watch_selection (VelCustomersPage *self);
void       vel_customers_page_show_selection  (VelCustomersPage *self);
void       vel_customers_page_class_install_selection (GtkWidgetClass *widget_class);

/* vel-customers-page-menu.c */
void       vel_customers_page_watch_menu    (VelCustomersPage *self);
void       vel_customers_page_set_column    (VelCustomersPage *self,
                                             const char       *field,
                                             gboolean          shown);

/* vel-customers-page-actions.c */
void       vel_customers_page_class_install_actions (GtkWidgetClass *widget_class);
void       vel_customers_page_update_actions        (VelCustomersPage *self);
void       vel_customers_page_watch_keys            (VelCustomersPage *self);

G_END_DECLS
