/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-contact-list.h"
#include "vel-item.h"

G_BEGIN_DECLS

enum { PHONES, EMAILS, ADDRESSES, LINKS, N_FIELDS };

struct _VelContactList
{
  AdwBin      parent_instance;

  GtkListBox *box;
  VelBook    *book;      /* (owned) */
  VelRecord  *customer;  /* (owned) */
  GPtrArray  *lines;     /* (owned) (element-type VelContactLine): in the order of the rows */
  char       *written[N_FIELDS];  /* (owned) (nullable): a list that is on its way to the book */
  guint       tidy;      /* the source that removes rows nobody has filled */
  guint       label_field;
  guint       label_index;  /* the item whose label the dialog asks for */
};

typedef struct
{
  VelContactList     *list;
  guint               field;    /* which of the fields */
  guint               index;    /* which of its items */
  gboolean            fresh;    /* whether the book does not hold it yet */
  gboolean            saving;   /* whether a fresh one is on its way there */
  GtkWidget          *row;
  GSimpleActionGroup *actions;  /* (owned) */
} VelContactLine;

GPtrArray *vel_contact_list_read             (VelContactList *self,
                                              guint           field);
void       vel_contact_list_write            (VelContactList *self,
                                              guint           field,
                                              GPtrArray      *items);
void       vel_contact_line_add_actions      (VelContactLine *line);
void       vel_contact_line_refresh_actions  (VelContactLine *line,
                                              const VelItem  *item,
                                              guint           n_items);

G_END_DECLS
