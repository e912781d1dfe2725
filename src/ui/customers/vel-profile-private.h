/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-affiliations.h"
#include "vel-chips.h"
#include "vel-contact-list.h"
#include "vel-field-row.h"
#include "vel-profile.h"
#include "vel-query-model.h"

G_BEGIN_DECLS

struct _VelProfile
{
  AdwBin           parent_instance;

  VelBook         *book;      /* (owned) */
  VelRecord       *customer;  /* (owned) */
  VelQueryModel   *own;       /* (owned): the fields that the user has added */
  GHashTable      *wanted;    /* (owned) (element-type utf8): fields that were asked for */
  GPtrArray       *rows;      /* (owned) (element-type VelFieldRow): not owned */

  VelProfileHead  *head;
  VelContactList  *contact;
  VelAffiliations *affiliations;
  VelChips        *interests;
  GtkWidget       *belonging_group;
  GtkWidget       *identity_group;
  GtkWidget       *interests_group;
  GtkWidget       *notes_group;
  GtkWidget       *own_group;
  GtkMenuButton   *add;
};

void         vel_profile_refresh      (VelProfile    *self);
gboolean     vel_profile_is_offered   (VelProfile    *self,
                                       const char    *name);
VelFieldRow *vel_profile_find_row     (VelProfile    *self,
                                       const char    *name);
char        *vel_profile_dup_own_name (VelProfile    *self,
                                       guint          position);
void         vel_profile_add_field    (GtkWidget     *widget,
                                       const char    *action,
                                       GVariant      *parameter);
void         vel_profile_make_menu    (GtkMenuButton *button,
                                       gpointer       user_data);

G_END_DECLS
