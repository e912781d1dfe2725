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
#include "vel-doing.h"
#include "vel-records-place.h"
#include "vel-sidebar-model.h"
#include "vel-sidebar.h"
#include "vel-task-zones.h"
#include "vel-task.h"
#include "vel-tasks-look.h"
#include "vel-today-page.h"
#include "vel-welcome.h"

enum { CUSTOMERS, DEALS, TASKS, N_RECORDS };

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
  GSettings        *settings;   /* (owned) */

  gboolean          sidebar_away;
  gboolean          is_empty;   /* whether there is neither a customer nor a task in the book */
  GtkWidget        *welcome;    /* (nullable): made when it is needed, as all that follows */
  GtkWidget        *today;      /* (nullable) */
  VelRecordsPlace  *records[N_RECORDS];  /* (nullable) */
  GtkWidget        *card;       /* (nullable) */
  GtkWidget        *deal_card;  /* (nullable) */
  GPtrArray        *trail;      /* (owned): what the card was opened from, the last of it last */

  AdwLeaflet       *leaflet;
  VelSidebar       *sidebar;
  GtkWidget        *place;
  GtkStack         *content;
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
add_page (VelBookView *self,
          GtkWidget   *page)
{
  g_object_bind_property (self, "sidebar-away", page, "show-sidebar-button", G_BINDING_SYNC_CREATE);
  gtk_stack_add_child (self->content, page);
}

static void
filter_saved_cb (VelBookView *self,
                 gint64       id)
{
  vel_sidebar_select_filter (self->sidebar, id);
}

static void
show_task (VelBookView *self,
           gint64       id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-task", "x", id);
}

static VelRecordsPlace *
need_records (VelBookView *self,
              guint        which)
{
  static const VelRecordsLook * const looks[N_RECORDS] = { &vel_customers_look, &vel_deals_look, &vel_tasks_look };
  static const GCallback activated[N_RECORDS] = {
    G_CALLBACK (vel_book_view_show_customer), G_CALLBACK (vel_book_view_show_deal), G_CALLBACK (show_task),
  };

  if (self->records[which] == NULL)
    {
      self->records[which] = vel_records_place_new (looks[which], self->book);
      g_signal_connect_object (self->records[which], "record-activated", activated[which], self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->records[which], "filter-saved", G_CALLBACK (filter_saved_cb), self,
                               G_CONNECT_SWAPPED);
      add_page (self, GTK_WIDGET (self->records[which]));
    }
  return self->records[which];
}

static VelRecordsPlace *
need_records_of (VelBookView     *self,
                 const VelEntity *entity)
{
  if (entity == &vel_deal_entity)
    return need_records (self, DEALS);
  return need_records (self, entity == &vel_task_entity ? TASKS : CUSTOMERS);
}

/* Shows a page, with the focus where @id is if it shows that. */
static void
show (VelBookView *self,
      GtkWidget   *page,
      gint64       id)
{
  gtk_stack_set_visible_child (self->content, page);
  adw_leaflet_set_visible_child (self->leaflet, self->place);
  /* Who walks through the sidebar by keyboard goes on walking. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->sidebar)) != NULL)
    return;
  if (VEL_IS_RECORDS_PLACE (page))
    vel_records_place_focus (VEL_RECORDS_PLACE (page), id);
  else
    gtk_widget_grab_focus (page);
}

/* A book without customers has none to list; what is to be done it may have. */
static GtkWidget *
welcome_instead (VelBookView *self,
                 GtkWidget   *page)
{
  const gboolean is_of_customers = page == GTK_WIDGET (self->records[CUSTOMERS]) &&
                                   vel_sidebar_model_get_n_customers (self->places) == 0;

  if (!is_of_customers && !(page == self->today && self->is_empty))
    return page;
  if (self->welcome == NULL)
    {
      self->welcome = vel_welcome_new (!g_settings_get_boolean (self->settings, "first-run-done"));
      add_page (self, self->welcome);
    }
  return self->welcome;
}

static void
show_place (VelBookView *self,
            GtkWidget   *page)
{
  g_ptr_array_set_size (self->trail, 0);
  show (self, welcome_instead (self, page), 0);
}

static GtkWidget *
need_today (VelBookView *self)
{
  if (self->today == NULL)
    {
      self->today = vel_today_page_new (self->book);
      add_page (self, self->today);
    }
  return self->today;
}

/* What was chosen in the sidebar, without what was searched for there. */
static GtkWidget *
need_chosen (VelBookView *self)
{
  VelSidebarItem *item = vel_sidebar_get_selected (self->sidebar);
  const char *page = item != NULL ? vel_sidebar_item_get_page (item) : "today";

  if (g_str_equal (page, "today"))
    return need_today (self);
  for (guint i = 0; i < N_RECORDS; i++)
    {
      const char *name = i == CUSTOMERS ? "customers" : i == DEALS ? "deals" : "tasks";

      if (g_str_equal (page, name))
        return GTK_WIDGET (need_records (self, i));
    }
  return need_today (self);
}

/* An empty book says what to do first, and no longer does when it is not. */
static void
counted_cb (VelBookView *self)
{
  const gint64 n_customers = vel_sidebar_model_get_n_customers (self->places);
  const gint64 n_tasks = vel_sidebar_model_get_n_tasks (self->places);
  GtkWidget *visible = gtk_stack_get_visible_child (self->content);
  GtkWidget *wanted;

  if (n_customers < 0 || n_tasks < 0)
    return;
  self->is_empty = n_customers == 0 && n_tasks == 0;
  if (n_customers > 0 && !g_settings_get_boolean (self->settings, "first-run-done"))
    g_settings_set_boolean (self->settings, "first-run-done", TRUE);
  if (visible == self->card || visible == self->deal_card)
    return;
  wanted = welcome_instead (self, need_chosen (self));
  if (visible == self->welcome || wanted == self->welcome)
    {
      gtk_stack_set_visible_child (self->content, wanted);
      /* The stack would give it to the first button of the page, where it was before. */
      if (VEL_IS_RECORDS_PLACE (wanted))
        vel_records_place_focus (VEL_RECORDS_PLACE (wanted), 0);
    }
}

/* A card goes back to where it was opened: from a deal to its customer and back
 * to the deal, from either to its list. */
static void
open_card (VelBookView *self,
           GtkWidget   *card)
{
  GtkWidget *visible = gtk_stack_get_visible_child (self->content);
  guint position;

  if (g_ptr_array_find (self->trail, card, &position))
    g_ptr_array_set_size (self->trail, position);
  else if (visible != card && visible != self->welcome && visible != NULL)
    g_ptr_array_add (self->trail, visible);
  show (self, card, 0);
}

static void
go_back (VelBookView *self,
         gint64       id)
{
  GtkWidget *behind = self->trail->len > 0 ? g_ptr_array_steal_index (self->trail, self->trail->len - 1)
                                           : need_chosen (self);

  show (self, welcome_instead (self, behind), id);
}

/* The list that a record is opened from, for next and previous. */
static gpointer
get_around (VelBookView *self,
            guint        which,
            gint64       id)
{
  return self->records[which] != NULL ? vel_records_place_get_around (self->records[which], id) : NULL;
}

static void
deal_closed_cb (VelBookView *self)
{
  go_back (self, vel_deal_card_get_id (VEL_DEAL_CARD (self->deal_card)));
}

static void
closed_cb (VelBookView *self)
{
  go_back (self, vel_customer_card_get_id (VEL_CUSTOMER_CARD (self->card)));
}

static void
chosen_cb (VelBookView    *self,
           VelSidebarItem *item)
{
  VelRecord *saved = vel_sidebar_item_get_record (item);
  GtkWidget *page = need_chosen (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(VelQuery) query = saved != NULL ? vel_sidebar_item_dup_query (item, &error) : NULL;

  if (error != NULL)
    vel_doing_tell_failed (GTK_WIDGET (self), _("This filter cannot be used"), error);
  if (query != NULL)
    vel_records_place_show_query (VEL_RECORDS_PLACE (page), query, saved);
  else if (VEL_IS_RECORDS_PLACE (page))
    vel_records_place_show_all (VEL_RECORDS_PLACE (page));
  show_place (self, page);
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

  self->places = vel_sidebar_model_new (self->book);
  g_signal_connect_object (self->places, "notify::n-customers", G_CALLBACK (counted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->places, "notify::n-tasks", G_CALLBACK (counted_cb), self, G_CONNECT_SWAPPED);
  vel_sidebar_set_model (self->sidebar, self->book, self->places);
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
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (vel_book_view_parent_class)->dispose (object);
}

static void
vel_book_view_finalize (GObject *object)
{
  g_clear_pointer (&VEL_BOOK_VIEW (object)->trail, g_ptr_array_unref);

  G_OBJECT_CLASS (vel_book_view_parent_class)->finalize (object);
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
  object_class->finalize = vel_book_view_finalize;
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
  gtk_widget_class_bind_template_child (widget_class, VelBookView, place);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
vel_book_view_init (VelBookView *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
  self->trail = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->place), vel_task_zones_new (GTK_WIDGET (self)));
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
 * @query: a query for customers, deals or tasks
 *
 * Shows the list of them with what @query finds.
 */
void
vel_book_view_show_query (VelBookView *self,
                          VelQuery    *query)
{
  g_autofree char *page = NULL;

  g_return_if_fail (VEL_IS_BOOK_VIEW (self));

  page = g_strconcat (query->entity->name, "s", NULL);
  vel_sidebar_select_page (self->sidebar, page);
  vel_records_place_show_query (need_records_of (self, query->entity), query, NULL);
  /* It may not have been counted yet that the book is no longer empty. */
  gtk_stack_set_visible_child (self->content, GTK_WIDGET (need_records_of (self, query->entity)));
}

/**
 * vel_book_view_show_customer:
 * @self: a view
 * @id: a customer of its book
 *
 * Shows the card of a customer in the place of what is shown. Next and previous
 * are those of the list, which stays as it is.
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
  vel_customer_card_show (VEL_CUSTOMER_CARD (self->card), self->book, id, get_around (self, CUSTOMERS, id));
  open_card (self, self->card);
}

/**
 * vel_book_view_show_deal:
 * @self: a view
 * @id: a deal
 *
 * Shows the card of a deal, likewise.
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
  vel_deal_card_show (VEL_DEAL_CARD (self->deal_card), self->book, id, get_around (self, DEALS, id));
  open_card (self, self->deal_card);
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
  if (adw_leaflet_get_visible_child (self->leaflet) == self->place)
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  else
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}
