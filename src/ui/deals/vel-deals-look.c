/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-deals-look.h"

#include <glib/gi18n.h>

#include "vel-deal.h"
#include "vel-deals-page.h"
#include "vel-number.h"

/* How the list of deals looks. */

static const VelRecordsView views[] = {
  { "page-settings.view::board", "vel-deals-symbolic", N_("As a board"), N_("As a _board") },
  { "page-settings.view::list", "view-list-bullet-symbolic", N_("As a list"), N_("As a _list") },
  { NULL }
};

static char *
say_count (guint64 n)
{
  g_autofree char *number = vel_number_format (n);

  /* Translators: %s is a number */
  return g_strdup_printf (ngettext ("%s deal", "%s deals", n), number);
}

/* Whose deal it is. */
static char *
dup_caption (VelRecord *record,
             gboolean   indirect)
{
  const char *customer = vel_record_get_text (record, "customer_name");

  if (customer == NULL)
    customer = "";
  if (indirect)
    /* Translators: a deal that the search found only in its interactions; %s is the customer */
    return g_strdup_printf (_("In notes · %s"), customer);
  return g_strdup (customer);
}

static GtkWidget *
new_board (VelBook *book)
{
  VelDealsPage *board = g_object_new (VEL_TYPE_DEALS_PAGE, NULL);

  vel_deals_page_set_book (board, book);
  return GTK_WIDGET (board);
}

static void
focus_board (GtkWidget *board,
             gint64     id)
{
  vel_deals_page_focus_deal (VEL_DEALS_PAGE (board), id);
}

static GListModel *
get_around_board (GtkWidget *board,
                  gint64     id)
{
  return vel_deals_page_get_around (VEL_DEALS_PAGE (board), id);
}

const VelRecordsLook vel_deals_look = {
  .entity = &vel_deal_entity,
  .settings = "deals",
  .avatar_field = "customer_name",
  .narrow_field = "amount",
  .views = views,
  .new_action = "win.new-deal((int64 0, int64 0))",
  .new_label = N_("New deal"),
  .new_tip = N_("New deal (Ctrl+Shift+N)"),
  /* Translators: in the search entry above the list of deals; short */
  .search_hint = N_("Title, customer, tag…  Ctrl+F"),
  .search_label = N_("Search the deals"),
  .views_label = N_("How the deals are shown"),
  .looking_up = N_("The deals are being looked up"),
  .icon = "vel-deals-symbolic",
  .nothing = N_("No deal is like that"),
  .nothing_hint = N_("Look for something else, or show all deals again."),
  .show_all = N_("_Show all deals"),
  .none = N_("No deals yet"),
  .none_hint = N_("All that you add or import stand here."),
  .add_first = N_("_Add the first deal"),
  .failed = N_("The deals cannot be shown"),
  .say_count = say_count,
  .caption = dup_caption,
  .n_list_views = 1,
  .new_other = new_board,
  .focus_other = focus_board,
  .get_around_other = get_around_board,
};
