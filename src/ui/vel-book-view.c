/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-book-view.h"

#include <glib/gi18n.h>

#include "vel-customer-card.h"
#include "vel-customers-look.h"
#include "vel-deal-card.h"
#include "vel-deal.h"
#include "vel-deals-look.h"
#include "vel-deals-page.h"
#include "vel-doing.h"
#include "vel-records-page.h"
#include "vel-sidebar.h"
#include "vel-sidebar-model.h"
#include "vel-welcome.h"

/**
 * VelBookView:
 *
 * A book in the window: the sidebar, and beside it the page that was chosen
 * there. It lasts as long as its book is shown.
 */
struct _VelBookView
{
  AdwBin            parent_instance;

  VelBook          *book;       /* (owned) */
  VelSidebarModel  *places;     /* (owned) */

  gboolean          sidebar_away;
  GtkWidget        *welcome;    /* (nullable): made when it is needed */
  GtkWidget        *card;       /* (nullable): likewise */
  GtkWidget        *board;      /* (nullable): likewise */
  GtkWidget        *deals;      /* (nullable): likewise; the list of them */
  GtkWidget        *deal_card;  /* (nullable): likewise */
  GtkWidget        *behind;     /* (nullable): what a card was opened from, and goes back to */
  GSettings        *settings;   /* (owned) */
  GSettings        *deals_settings;   /* (owned) */

  AdwLeaflet       *leaflet;
  VelSidebar       *sidebar;
  GtkStack         *content;
  VelRecordsPage *customers;
};

enum { PROP_0, PROP_BOOK, PROP_SIDEBAR_AWAY, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VelBookView, vel_book_view, ADW_TYPE_BIN)

static void
sidebar_moved_cb (VelBookView *self)
{
  const gboolean away = adw_leaflet_get_folded (self->leaflet) ||
                        !gtk_widget_get_visible (GTK_WIDGET (self->sidebar));

  if (self->sidebar_away == away)
    return;
  self->sidebar_away = away;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_AWAY]);
}

static void
show_welcome (VelBookView *self)
{
  if (self->welcome == NULL)
    {
      self->welcome = vel_welcome_new (!g_settings_get_boolean (self->settings, "first-run-done"));
      g_object_bind_property (self, "sidebar-away", self->welcome, "show-sidebar-button", G_BINDING_SYNC_CREATE);
      gtk_stack_add_child (self->content, self->welcome);
    }
  gtk_stack_set_visible_child (self->content, self->welcome);
}

static gboolean
is_welcoming (VelBookView *self)
{
  return self->welcome != NULL && gtk_stack_get_visible_child (self->content) == self->welcome;
}

/* A book without customers has nothing to list. */
static void
counted_cb (VelBookView *self)
{
  const gint64 n_customers = vel_sidebar_model_get_n_customers (self->places);

  if (n_customers == 0)
    {
      show_welcome (self);
      return;
    }
  if (n_customers > 0 && !g_settings_get_boolean (self->settings, "first-run-done"))
    g_settings_set_boolean (self->settings, "first-run-done", TRUE);
  if (is_welcoming (self))
    {
      gtk_stack_set_visible_child (self->content, GTK_WIDGET (self->customers));
      /* The stack would give it to the first button of the page, where it was before. */
      vel_records_page_focus_record (self->customers, 0);
    }
}

/* The list knows first whether there is anybody in the book. */
static void
first_shown_cb (VelBookView   *self,
                VelQueryModel *model)
{
  g_signal_handlers_disconnect_by_func (model, first_shown_cb, self);
  if (vel_query_model_get_total (model) == 0 && vel_query_model_get_error (model) == NULL)
    show_welcome (self);
}

static void
filter_saved_cb (VelBookView *self,
                 gint64       id)
{
  vel_sidebar_select_filter (self->sidebar, id);
}

static VelRecordsPage *
add_records_page (VelBookView          *self,
                  const VelRecordsLook *look,
                  GCallback             activated)
{
  VelRecordsPage *page = vel_records_page_new (look, NULL);

  g_object_bind_property (self, "sidebar-away", page, "show-sidebar-button", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (page, "record-activated", activated, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "filter-saved", G_CALLBACK (filter_saved_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_child (self->content, GTK_WIDGET (page));
  return page;
}

static VelDealsPage *
need_board (VelBookView *self)
{
  if (self->board == NULL)
    {
      self->board = g_object_new (VEL_TYPE_DEALS_PAGE, NULL);
      g_object_bind_property (self, "sidebar-away", self->board, "show-sidebar-button", G_BINDING_SYNC_CREATE);
      gtk_stack_add_child (self->content, self->board);
      vel_deals_page_set_book (VEL_DEALS_PAGE (self->board), self->book);
    }
  return VEL_DEALS_PAGE (self->board);
}

static VelRecordsPage *
need_deals (VelBookView *self)
{
  if (self->deals == NULL)
    {
      self->deals = GTK_WIDGET (add_records_page (self, &vel_deals_look, G_CALLBACK (vel_book_view_show_deal)));
      vel_records_page_set_book (VEL_RECORDS_PAGE (self->deals), self->book);
    }
  return VEL_RECORDS_PAGE (self->deals);
}

/* The deals as the user wants to see them: on the board or as a list. */
static GtkWidget *
need_deals_view (VelBookView *self)
{
  const gboolean list = g_settings_get_enum (self->deals_settings, "view") == 0;

  return list ? GTK_WIDGET (need_deals (self)) : GTK_WIDGET (need_board (self));
}

static gboolean
is_deals_view (VelBookView *self,
               GtkWidget   *page)
{
  return page != NULL && (page == self->board || page == self->deals);
}

static void
deals_view_changed_cb (VelBookView *self)
{
  GtkWidget *visible = gtk_stack_get_visible_child (self->content);

  if (!is_deals_view (self, visible) || visible == need_deals_view (self))
    return;
  gtk_stack_set_visible_child (self->content, need_deals_view (self));
  gtk_widget_grab_focus (need_deals_view (self));
}

static void
focus_deal (VelBookView *self,
            gint64       id)
{
  if (gtk_stack_get_visible_child (self->content) == self->deals)
    vel_records_page_focus_record (VEL_RECORDS_PAGE (self->deals), id);
  else
    vel_deals_page_focus_deal (VEL_DEALS_PAGE (self->board), id);
}

/* A card goes back to where it was opened: from a deal to its customer and back
 * to the deal, from either to its list. */
static void
remember_behind (VelBookView *self,
                 GtkWidget   *card)
{
  GtkWidget *visible = gtk_stack_get_visible_child (self->content);

  if (visible != card && visible != self->welcome)
    self->behind = visible;
}

static void
deal_closed_cb (VelBookView *self)
{
  const gint64 id = vel_deal_card_get_id (VEL_DEAL_CARD (self->deal_card));

  if (self->behind == self->card && self->card != NULL)
    {
      self->behind = GTK_WIDGET (self->customers);
      gtk_stack_set_visible_child (self->content, self->card);
      gtk_widget_grab_focus (self->card);
      return;
    }
  gtk_stack_set_visible_child (self->content, need_deals_view (self));
  focus_deal (self, id);
}

static void
closed_cb (VelBookView *self)
{
  if (self->behind != NULL && self->behind == self->deal_card)
    {
      self->behind = need_deals_view (self);
      gtk_stack_set_visible_child (self->content, self->deal_card);
      gtk_widget_grab_focus (self->deal_card);
      return;
    }
  if (vel_sidebar_model_get_n_customers (self->places) == 0)
    {
      show_welcome (self);
      return;
    }
  gtk_stack_set_visible_child (self->content, GTK_WIDGET (self->customers));
  vel_records_page_focus_record (self->customers, vel_customer_card_get_id (VEL_CUSTOMER_CARD (self->card)));
}

static void
show_deals (VelBookView *self)
{
  gtk_stack_set_visible_child (self->content, need_deals_view (self));
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content));
  /* Who walks through the sidebar by keyboard goes on walking. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->sidebar)) == NULL)
    focus_deal (self, 0);
}

/* A filter of deals is shown by their list. */
static void
show_deals_query (VelBookView *self,
                  VelQuery    *query,
                  VelRecord   *saved)
{
  g_settings_set_enum (self->deals_settings, "view", 0);
  vel_records_page_apply_query (need_deals (self), query);
  vel_records_page_set_saved (need_deals (self), saved);
  show_deals (self);
}

static void
show_all_deals (VelBookView *self)
{
  g_autoptr(VelQuery) all = vel_query_new (&vel_deal_entity, NULL, NULL, NULL, FALSE);

  if (self->deals != NULL)
    {
      vel_records_page_apply_query (VEL_RECORDS_PAGE (self->deals), all);
      vel_records_page_set_saved (VEL_RECORDS_PAGE (self->deals), NULL);
    }
  show_deals (self);
}

static void
show_customers (VelBookView *self)
{
  if (!is_welcoming (self))
    gtk_stack_set_visible_child (self->content, GTK_WIDGET (self->customers));
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content));
}

static void
chosen_cb (VelBookView    *self,
           VelSidebarItem *item)
{
  VelRecord *saved = vel_sidebar_item_get_record (item);
  g_autoptr(GError) error = NULL;
  g_autoptr(VelQuery) query = NULL;

  if (saved == NULL && g_str_equal (vel_sidebar_item_get_page (item), "deals"))
    {
      show_all_deals (self);
      return;
    }
  query = vel_sidebar_item_dup_query (item, &error);
  if (query != NULL && query->entity == &vel_deal_entity)
    {
      show_deals_query (self, query, saved);
      return;
    }
  if (query == NULL)
    vel_doing_tell_failed (GTK_WIDGET (self), _("This filter cannot be used"), error);
  else
    vel_records_page_apply_query (self->customers, query);
  vel_records_page_set_saved (self->customers, query != NULL ? saved : NULL);
  show_customers (self);
}

static gboolean
start_places_cb (gpointer data)
{
  vel_sidebar_model_start (VEL_BOOK_VIEW (data)->places);
  return G_SOURCE_REMOVE;
}

static void
vel_book_view_constructed (GObject *object)
{
  VelBookView *self = VEL_BOOK_VIEW (object);

  G_OBJECT_CLASS (vel_book_view_parent_class)->constructed (object);

  self->customers = add_records_page (self, &vel_customers_look, G_CALLBACK (vel_book_view_show_customer));
  vel_records_page_set_book (self->customers, self->book);
  self->places = vel_sidebar_model_new (self->book);
  g_signal_connect_object (self->places, "notify::n-customers", G_CALLBACK (counted_cb), self, G_CONNECT_SWAPPED);
  vel_sidebar_set_model (self->sidebar, self->book, self->places);
  vel_sidebar_select_page (self->sidebar, "customers");
  g_signal_connect_object (vel_records_page_get_model (self->customers), "shown", G_CALLBACK (first_shown_cb),
                           self, G_CONNECT_SWAPPED);
  /* What is in the list comes first. */
  g_idle_add_full (G_PRIORITY_LOW, start_places_cb, g_object_ref (self), g_object_unref);
}

static void
vel_book_view_dispose (GObject *object)
{
  VelBookView *self = VEL_BOOK_VIEW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), VEL_TYPE_BOOK_VIEW);
  g_clear_object (&self->places);
  g_clear_object (&self->book);
  g_clear_object (&self->deals_settings);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (vel_book_view_parent_class)->dispose (object);
}

static void
vel_book_view_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  VelBookView *self = VEL_BOOK_VIEW (object);

  switch (property_id)
    {
    case PROP_BOOK:
      g_value_set_object (value, self->book);
      break;

    case PROP_SIDEBAR_AWAY:
      g_value_set_boolean (value, self->sidebar_away);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_book_view_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  VelBookView *self = VEL_BOOK_VIEW (object);

  switch (property_id)
    {
    case PROP_BOOK:
      self->book = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_book_view_class_init (VelBookViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = vel_book_view_constructed;
  object_class->dispose = vel_book_view_dispose;
  object_class->get_property = vel_book_view_get_property;
  object_class->set_property = vel_book_view_set_property;

  properties[PROP_BOOK] =
    g_param_spec_object ("book", NULL, NULL, VEL_TYPE_BOOK,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /* Whether a page offers to show the sidebar, which is folded away or hidden. */
  properties[PROP_SIDEBAR_AWAY] =
    g_param_spec_boolean ("sidebar-away", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (VEL_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/velinimet/Velinimet/vel-book-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VelBookView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, VelBookView, sidebar);
  gtk_widget_class_bind_template_child (widget_class, VelBookView, content);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
vel_book_view_init (VelBookView *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
  self->deals_settings = g_settings_get_child (self->settings, vel_deals_look.settings);
  g_signal_connect_object (self->deals_settings, "changed::view", G_CALLBACK (deals_view_changed_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vel_book_view_new:
 * @book: a book
 *
 * Returns: (transfer floating): what shows it
 */
VelBookView *
vel_book_view_new (VelBook *book)
{
  return g_object_new (VEL_TYPE_BOOK_VIEW, "book", book, NULL);
}

/**
 * vel_book_view_get_book:
 * @self: a view
 *
 * Returns: (transfer none): the book that it shows
 */
VelBook *
vel_book_view_get_book (VelBookView *self)
{
  g_return_val_if_fail (VEL_IS_BOOK_VIEW (self), NULL);

  return self->book;
}

/**
 * vel_book_view_show_page:
 * @self: a view
 * @page: the name of a place, such as "customers"
 */
void
vel_book_view_show_page (VelBookView *self,
                         const char  *page)
{
  g_return_if_fail (VEL_IS_BOOK_VIEW (self));

  vel_sidebar_select_page (self->sidebar, page);
}

/**
 * vel_book_view_show_query:
 * @self: a view
 * @query: a query for customers or deals
 *
 * Shows the list of them with what @query finds.
 */
void
vel_book_view_show_query (VelBookView *self,
                          VelQuery    *query)
{
  g_return_if_fail (VEL_IS_BOOK_VIEW (self));

  if (query->entity == &vel_deal_entity)
    {
      vel_sidebar_select_page (self->sidebar, "deals");
      show_deals_query (self, query, NULL);
      return;
    }
  vel_sidebar_select_page (self->sidebar, "customers");
  vel_records_page_apply_query (self->customers, query);
  /* It may not have been counted yet that the book is no longer empty. */
  gtk_stack_set_visible_child (self->content, GTK_WIDGET (self->customers));
}

/**
 * vel_book_view_show_customer:
 * @self: a view
 * @id: a customer of its book
 *
 * Shows the card of a customer in the place of the list. Next and previous are
 * those of the list, which stays as it is.
 */
void
vel_book_view_show_customer (VelBookView *self,
                             gint64       id)
{
  g_return_if_fail (VEL_IS_BOOK_VIEW (self));

  if (self->card == NULL)
    {
      self->card = vel_customer_card_new ();
      g_object_bind_property (self, "sidebar-away", self->card, "show-title-buttons", G_BINDING_SYNC_CREATE);
      g_signal_connect_object (self->card, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
      gtk_stack_add_child (self->content, self->card);
    }
  remember_behind (self, self->card);
  vel_customer_card_show (VEL_CUSTOMER_CARD (self->card), self->book, id,
                          vel_records_page_get_model (self->customers));
  gtk_stack_set_visible_child (self->content, self->card);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content));
  gtk_widget_grab_focus (self->card);
}

/* The list that a deal is opened from, for next and previous. */
static GListModel *
get_around_deal (VelBookView *self,
                 gint64       id)
{
  if (self->behind != NULL && self->behind == self->deals)
    return G_LIST_MODEL (vel_records_page_get_model (VEL_RECORDS_PAGE (self->deals)));
  return self->board != NULL ? vel_deals_page_get_around (VEL_DEALS_PAGE (self->board), id) : NULL;
}

/**
 * vel_book_view_show_deal:
 * @self: a view
 * @id: a deal
 *
 * Shows the card of a deal.
 */
void
vel_book_view_show_deal (VelBookView *self,
                         gint64       id)
{
  g_return_if_fail (VEL_IS_BOOK_VIEW (self));

  if (self->deal_card == NULL)
    {
      self->deal_card = vel_deal_card_new ();
      g_object_bind_property (self, "sidebar-away", self->deal_card, "show-title-buttons", G_BINDING_SYNC_CREATE);
      g_signal_connect_object (self->deal_card, "closed", G_CALLBACK (deal_closed_cb), self, G_CONNECT_SWAPPED);
      gtk_stack_add_child (self->content, self->deal_card);
    }
  remember_behind (self, self->deal_card);
  vel_deal_card_show (VEL_DEAL_CARD (self->deal_card), self->book, id,
                      get_around_deal (self, id));
  gtk_stack_set_visible_child (self->content, self->deal_card);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content));
  gtk_widget_grab_focus (self->deal_card);
}

/**
 * vel_book_view_toggle_sidebar:
 * @self: a view
 *
 * Shows the sidebar or hides it; in a narrow window, goes there or back.
 */
void
vel_book_view_toggle_sidebar (VelBookView *self)
{
  g_return_if_fail (VEL_IS_BOOK_VIEW (self));

  if (!adw_leaflet_get_folded (self->leaflet))
    {
      gtk_widget_set_visible (GTK_WIDGET (self->sidebar), !gtk_widget_get_visible (GTK_WIDGET (self->sidebar)));
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar), TRUE);
  if (adw_leaflet_get_visible_child (self->leaflet) == GTK_WIDGET (self->content))
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  else
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}
