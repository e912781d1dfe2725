/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-query-model.h"

G_BEGIN_DECLS

#define VEL_TYPE_CUSTOMERS_PAGE (vel_customers_page_get_type ())
G_DECLARE_FINAL_TYPE (VelCustomersPage, vel_customers_page, VEL, CUSTOMERS_PAGE, AdwBin)

VelCustomersPage *vel_customers_page_new          (VelBook          *book);
void              vel_customers_page_set_book     (VelCustomersPage *self,
                                                   VelBook          *book);
VelQueryModel    *vel_customers_page_get_model    (VelCustomersPage *self);
void              vel_customers_page_apply_query  (VelCustomersPage *self,
                                                   VelQuery         *query);
void              vel_customers_page_set_saved    (VelCustomersPage *self,
                                                   VelRecord        *saved);
void              vel_customers_page_start_search (VelCustomersPage *self);
void              vel_customers_page_focus_customer (VelCustomersPage *self,
                                                   gint64            id);

G_END_DECLS
