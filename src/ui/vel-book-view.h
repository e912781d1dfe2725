/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_BOOK_VIEW (vel_book_view_get_type ())
G_DECLARE_FINAL_TYPE (VelBookView, vel_book_view, VEL, BOOK_VIEW, AdwBin)

VelBookView *vel_book_view_new            (VelBook     *book);
VelBook     *vel_book_view_get_book       (VelBookView *self);
void         vel_book_view_show_page      (VelBookView *self,
                                           const char  *page);
void         vel_book_view_show_query     (VelBookView *self,
                                           VelQuery    *query);
void         vel_book_view_show_customer  (VelBookView *self,
                                           gint64       id);
void         vel_book_view_toggle_sidebar (VelBookView *self);

void         vel_book_view_show_deal     (VelBookView *self,
                                          gint64       id);

G_END_DECLS
