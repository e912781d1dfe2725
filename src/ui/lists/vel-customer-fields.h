/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-book.h"
#include "vel-listed-field.h"

G_BEGIN_DECLS

#define VEL_TYPE_CUSTOMER_FIELDS (vel_customer_fields_get_type ())
G_DECLARE_FINAL_TYPE (VelCustomerFields, vel_customer_fields, VEL, CUSTOMER_FIELDS, GObject)

VelCustomerFields *vel_customer_fields_new  (VelBook           *book);
VelListedField    *vel_customer_fields_find (VelCustomerFields *self,
                                             const char        *name);
GListModel        *vel_customer_fields_dup  (VelCustomerFields *self,
                                             VelFieldFlags      flag);

G_END_DECLS
