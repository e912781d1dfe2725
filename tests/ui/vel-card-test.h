/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-customer-card.h"
#include "vel-ui-test.h"

G_BEGIN_DECLS

/**
 * VelCardTest:
 * @book: (owned) (nullable): the book, made with the card unless it is there
 * @window: the window of the card
 * @card: the card
 * @customer: (owned): whom it shows
 * @id: their id
 *
 * The card of a customer in a window of its own.
 */
typedef struct
{
  VelBook         *book;
  GtkWindow       *window;
  VelCustomerCard *card;
  VelRecord       *customer;
  gint64           id;
} VelCardTest;

void       vel_card_test_open  (VelCardTest   *test,
                                const char    *name,
                                VelQueryModel *around);
void       vel_card_test_close (VelCardTest   *test);
GPtrArray *vel_card_test_find  (gpointer       root,
                                GType          type);

G_END_DECLS
