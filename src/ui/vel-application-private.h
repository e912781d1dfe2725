/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-application.h"
#include "vel-reminders.h"
#include "vel-window.h"

G_BEGIN_DECLS

struct _VelApplication
{
  AdwApplication  parent_instance;

  GSettings      *settings;  /* (owned) (nullable): once the program has started */
  VelWindow      *window;    /* (weak) (nullable) */
  VelBook        *book;      /* (owned) (nullable): the one that is open */

  char           *path;      /* (owned) (nullable): what was last to be opened */
  VelBookOrigin   origin;    /* and how that came */
  VelBookOrigin   shown;     /* how the book that is open came */
  guint           opening;   /* which attempt that is; earlier ones are dropped */
  gboolean        is_open;   /* whether it came to an end */
  GError         *error;     /* (owned) (nullable): why it failed */

  char           *given;     /* (owned) (nullable): the book named on the command line */
  char           *page;      /* (owned) (nullable): the page named there */
  VelReminders   *reminders; /* (owned) (nullable): once the window has had time to appear */
  guint           waking;    /* until then */
  GSList         *tables;    /* (owned) (element-type GFile): opened, to be imported once there is a book */
};

void  vel_application_add_actions    (VelApplication *self);
void  vel_application_update_actions (VelApplication *self);
char *vel_application_dup_own_path   (VelApplication *self);

G_END_DECLS
