/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-import-words.h"

#include <glib/gi18n.h>

#include "vel-customer.h"
#include "vel-deal.h"
#include "vel-product.h"

static const char *
say_customers (guint n)
{
  return ngettext ("new customer", "new customers", n);
}

static const char *
say_deals (guint n)
{
  return ngettext ("new deal", "new deals", n);
}

static const char *
say_products (guint n)
{
  return ngettext ("new product", "new products", n);
}

static const VelImportWords words[] = {
  { &vel_customer_entity, N_("Your customers are here"),
    N_("No row of the file can become a customer. See whether the columns go to the right fields."), say_customers },
  { &vel_deal_entity, N_("Your deals are here"),
    N_("No row of the file can become a deal. See what is said of each below, and whether the columns go to the right fields."),
    say_deals },
  { &vel_product_entity, N_("Your products are here"),
    N_("No row of the file can become a product. See whether the columns go to the right fields."), say_products },
};

/**
 * vel_import_words_list:
 * @n_words: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_words): the words for all that can be imported
 */
const VelImportWords *
vel_import_words_list (guint *n_words)
{
  *n_words = G_N_ELEMENTS (words);
  return words;
}

/**
 * vel_import_words_of:
 * @entity: what is imported
 *
 * Returns: (transfer none): what is said of it
 */
const VelImportWords *
vel_import_words_of (const VelEntity *entity)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].entity == entity)
      return &words[i];
  g_return_val_if_reached (&words[0]);
}
