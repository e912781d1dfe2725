/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-entity-fields.h"

G_BEGIN_DECLS

#define VEL_TYPE_CUSTOMERS_LIST (vel_customers_list_get_type ())
G_DECLARE_FINAL_TYPE (VelCustomersList, vel_customers_list, VEL, CUSTOMERS_LIST, AdwBin)

void       vel_customers_list_set_fields (VelCustomersList  *self,
                                          VelEntityFields *fields);
void       vel_customers_list_set_model  (VelCustomersList  *self,
                                          GtkSelectionModel *model);
void       vel_customers_list_set_order  (VelCustomersList  *self,
                                          const char        *field,
                                          gboolean           descending);
void       vel_customers_list_set_narrow (VelCustomersList  *self,
                                          gboolean           narrow);
GtkWidget *vel_customers_list_get_view   (VelCustomersList  *self);

G_END_DECLS
