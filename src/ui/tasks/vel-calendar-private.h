/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-calendar-day.h"
#include "vel-calendar.h"
#include "vel-feasts.h"
#include "vel-query-model.h"
#include "vel-task-group.h"

G_BEGIN_DECLS

/* Six weeks hold any month. */
#define N_DAYS 42

struct _VelCalendar
{
  VelNarrowBin     parent_instance;

  VelBook         *book;         /* (owned) */
  GSettings       *settings;     /* (owned): of the tasks */
  VelFeasts       *feasts;       /* (owned) */
  VelQueryModel   *deals;        /* (owned) (nullable): those expected to close in the time that is shown */
  VelQueryModel   *birthdays;    /* (owned) (nullable): likewise */
  char            *first;        /* (owned) (nullable): the day of the first cell */
  char            *chosen;       /* (owned): the day where the user is */
  guint            room;
  guint            idle;         /* until the days are told their room */
  gboolean         show_sidebar_button;

  AdwHeaderBar    *header;
  GtkWidget       *steps;        /* (owned): from month to month */
  AdwWindowTitle  *title;
  GtkBox          *content;
  GtkWidget       *grid;
  VelCalendarDay  *days[N_DAYS];
  GtkWidget       *scrolled;     /* (nullable): what is on the chosen day, in a narrow window */
  VelTaskGroup    *list;         /* (nullable): the tasks of it */
};

/* vel-calendar.c */
char *vel_calendar_dup_later (const char *day,
                              int         days);

/* vel-calendar-parts.c */
void  vel_calendar_build      (VelCalendar *self);
void  vel_calendar_be_narrow  (VelCalendar *self,
                               gboolean     narrow);

/* vel-calendar-others.c */
void  vel_calendar_ask_others (VelCalendar *self,
                               guint        n_days);

G_END_DECLS
