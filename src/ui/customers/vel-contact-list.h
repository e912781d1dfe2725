/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_CONTACT_LIST (vel_contact_list_get_type ())
G_DECLARE_FINAL_TYPE (VelContactList, vel_contact_list, VEL, CONTACT_LIST, AdwBin)

GtkWidget *vel_contact_list_new (VelBook        *book,
                                 VelRecord      *customer);
void       vel_contact_list_add (VelContactList *self,
                                 const char     *field);

G_END_DECLS
