/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-entity-fields.h"
#include "vel-filter-bar.h"
#include "vel-id-selection.h"
#include "vel-record-grid.h"
#include "vel-record-table.h"
#include "vel-records-page.h"
#include "vel-selection-bar.h"
#include "vel-totals.h"

G_BEGIN_DECLS

struct _VelRecordsPage
{
  VelNarrowBin       parent_instance;

  const VelRecordsLook *look;
  VelBook           *book;         /* (owned) (nullable) */
  VelQueryModel     *model;        /* (owned) (nullable) */
  VelIdSelection    *selection;    /* (owned) (nullable) */
  VelEntityFields   *fields;       /* (owned) (nullable) */
  GSettings         *settings;     /* (owned): of these records alone */

  VelFilter         *filter;       /* (owned): all of what is in it holds */
  VelRecord         *saved;        /* (owned) (nullable): the saved filter that was chosen */
  char              *order;        /* (owned): the name of a field */
  gboolean           descending;

  gint64             n_all;        /* how many records there are, -1 while nobody knows */
  GCancellable      *counting;     /* (owned) (nullable): of that number */
  VelTotals         *totals;       /* (owned) (nullable): of what is shown, where that has sums */
  GCancellable      *adding;       /* (owned) (nullable): of those sums */
  GCancellable      *adding_selected; /* (owned) (nullable): of the sums of what is selected */
  guint              adding_soon;  /* until those are asked for */
  GCancellable      *opening;      /* (owned) (nullable): of the search for whom Enter opens */
  char              *opening_search; /* (owned) (nullable): what that search is for */
  guint              spinner_delay;
  gboolean           had_focus;    /* whether the rows have been given the focus once */
  gboolean           show_sidebar_button;

  GtkWidget         *over;         /* (nullable): the name under the pointer; weak */

  GtkBox            *box;
  GtkWidget         *search_entry;
  GtkWidget         *options_button;
  VelFilterBar      *filter_bar;
  GtkWidget         *spinner;
  GtkOrientable     *bar;          /* the filters and the count */
  GtkLabel          *count_label;
  GtkWidget         *new_button;
  GtkLabel          *new_label;
  GtkBox            *views;
  GtkStack          *stack;
  VelRecordTable    *list;
  VelRecordGrid     *grid;         /* (nullable): where they can be shown as cards */
  VelSelectionBar   *selection_bar; /* (nullable): made when it is needed */
  GMenuModel        *row_menu;     /* what can be done with a row */
  GtkWidget         *menu;         /* (nullable): its popover, made when it is needed */
};

/* vel-records-page.c */
gboolean   vel_records_page_is_cards (VelRecordsPage *self);
gboolean   vel_records_page_is_filtered (VelRecordsPage *self);
const char *vel_records_page_get_search (VelRecordsPage *self);
VelQuery * vel_records_page_make_query (VelRecordsPage *self);
void       vel_records_page_ask (VelRecordsPage *self);
void       vel_records_page_set_order (VelRecordsPage *self,
                                       const char     *field,
                                       gboolean        descending);
GtkWidget *vel_records_page_get_view (VelRecordsPage *self);
void       vel_records_page_activate (VelRecordsPage *self,
                                      gint64          id);

/* vel-records-page-best.c */
void       vel_records_page_open_best (VelRecordsPage *self);
void       vel_records_page_open_none (VelRecordsPage *self);

/* vel-records-page-filters.c */
void       vel_records_page_watch_filters (VelRecordsPage *self);
void       vel_records_page_set_filter (VelRecordsPage  *self,
                                        const VelFilter *filter);
void       vel_records_page_save_filter (VelRecordsPage *self);
void       vel_records_page_update_filter (VelRecordsPage *self);
gboolean   vel_records_page_is_as_saved (VelRecordsPage *self);

/* vel-records-page-state.c */
void       vel_records_page_watch_state (VelRecordsPage *self);
void       vel_records_page_show_count (VelRecordsPage *self);
void       vel_records_page_show_state (VelRecordsPage *self);

/* vel-records-page-totals.c */
gboolean   vel_records_page_has_sums (VelRecordsPage *self);
void       vel_records_page_watch_totals (VelRecordsPage *self);
void       vel_records_page_add_selected (VelRecordsPage *self);

/* vel-records-page-rows.c */
void       vel_records_page_watch_rows (VelRecordsPage *self);
void       vel_records_page_focus_view (VelRecordsPage *self);
void       vel_records_page_focus_row (VelRecordsPage *self,
                                       guint           position);

/* vel-records-page-selection.c */
void       vel_records_page_watch_selection (VelRecordsPage *self);
void       vel_records_page_show_selection (VelRecordsPage *self);
void       vel_records_page_class_install_selection (GtkWidgetClass *widget_class);

/* vel-records-page-menu.c */
void       vel_records_page_watch_menu (VelRecordsPage *self);
void       vel_records_page_set_column (VelRecordsPage *self,
                                        const char     *field,
                                        gboolean        shown);

/* vel-records-page-actions.c */
void       vel_records_page_class_install_actions (GtkWidgetClass *widget_class);
void       vel_records_page_update_actions (VelRecordsPage *self);
void       vel_records_page_watch_keys (VelRecordsPage *self);

G_END_DECLS
