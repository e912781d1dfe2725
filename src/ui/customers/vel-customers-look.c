/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-customers-look.h"

#include <glib/gi18n.h>

#include "vel-customer-words.h"
#include "vel-customer.h"
#include "vel-index-card.h"
#include "vel-number.h"

/* How the list of customers looks. */

static const VelRecordsView views[] = {
  { "page-settings.view::list", "view-list-bullet-symbolic", N_("As a list"), N_("As a _list") },
  { "page-settings.view::cards", "view-grid-symbolic", N_("As cards"), N_("As _cards") },
  { NULL }
};

static char *
say_count (guint64 n)
{
  g_autofree char *number = vel_number_format (n);

  /* Translators: %s is a number */
  return g_strdup_printf (ngettext ("%s customer", "%s customers", n), number);
}

const VelRecordsLook vel_customers_look = {
  .entity = &vel_customer_entity,
  .settings = "customers",
  .avatar_field = "name",
  .narrow_field = "status",
  .views = views,
  .new_action = "win.new-customer",
  .new_label = N_("New customer"),
  .new_tip = N_("New customer (Ctrl+N)"),
  /* Translators: in the search entry above the customers; short */
  .search_hint = N_("Name, phone, e-mail, note…  Ctrl+F"),
  .search_label = N_("Search the customers"),
  .views_label = N_("How the customers are shown"),
  .looking_up = N_("The customers are being looked up"),
  .icon = "vel-customers-symbolic",
  .nothing = N_("No customer is like that"),
  .nothing_hint = N_("Look for something else, or show all customers again."),
  .show_all = N_("_Show all customers"),
  .none = N_("No customers yet"),
  .none_hint = N_("All whom you add or import stand here."),
  .add_first = N_("_Add the first customer"),
  .failed = N_("The customers cannot be shown"),
  .say_count = say_count,
  .caption = vel_customer_words_caption,
  .new_card = vel_index_card_new,
};
