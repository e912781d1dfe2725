/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-customer-deals.h"

#include <glib/gi18n.h>

#include "vel-date-format.h"
#include "vel-deal.h"
#include "vel-figures.h"
#include "vel-money.h"
#include "vel-query-model.h"
#include "vel-wrap-layout.h"

/**
 * VelCustomerDeals:
 *
 * The deals of a customer: those that are open first, then those that were won
 * and those that were lost, and for how much, by currency. A click opens the
 * deal; a button begins a new one.
 */

enum { OPEN, WON, LOST, N_STATUSES };

/* Of those that are closed only the latest matter, until somebody asks for all. */
static const struct
{
  const char *status;
  const char *order;
  guint       limit;
} parts[N_STATUSES] = {
  { "open", "expected_close", 20 },
  { "won", "closed", 5 },
  { "lost", "closed", 5 },
};

struct _VelCustomerDeals
{
  AdwBin               parent_instance;

  VelBook             *book;                 /* (owned) */
  VelRecord           *customer;             /* (owned) */
  VelQueryModel       *models[N_STATUSES];   /* (owned) */
  VelFigures          *figures[N_STATUSES];  /* (owned) */

  AdwPreferencesGroup *group;
  GtkWidget           *sums;
  GtkLabel            *sum[N_STATUSES];
  GtkLabel            *caption[N_STATUSES];
  GtkListBox          *box;
  GtkWidget           *all;                  /* shows all of them */
};

G_DEFINE_FINAL_TYPE (VelCustomerDeals, vel_customer_deals, ADW_TYPE_BIN)

static char *
format_amount (VelRecord *deal)
{
  const char *currency = vel_record_get_text (deal, "currency");
  const guint index = vel_entity_field_index (&vel_deal_entity, "amount");

  if (currency == NULL || vel_record_get_value (deal, index)->kind != VEL_VALUE_INTEGER)
    return g_strdup ("—");
  return vel_money_format_short (vel_record_get_integer (deal, "amount"), currency);
}

/* "Offer · 10 December", or of what is closed "Lost · 4 March · Too expensive". */
static char *
say_where (VelRecord *deal)
{
  const gboolean is_open = g_strcmp0 (vel_record_get_text (deal, "status"), "open") == 0;
  const char *day = vel_record_get_text (deal, is_open ? "expected_close" : "closed");
  const char *reason = vel_record_get_text (deal, "lost_reason_name");
  g_autofree char *state = vel_record_format (deal, is_open ? "stage_name" : "status");
  g_autofree char *date = day != NULL ? vel_date_format_short (day) : NULL;
  g_autoptr(GString) said = g_string_new (state);

  if (date != NULL)
    g_string_append_printf (said, " · %s", date);
  if (!is_open && reason != NULL)
    g_string_append_printf (said, " · %s", reason);
  return g_strdup (said->str);
}

static void
add_row (VelCustomerDeals *self,
         VelRecord        *deal)
{
  static const char * const icons[] = { "vel-deals-symbolic", "object-select-symbolic", "window-close-symbolic" };
  static const char * const styles[] = { "accent", "success", "dim-label" };
  GtkWidget *row = adw_action_row_new ();
  const gint64 id = vel_record_get_id (deal);
  g_autofree char *where = say_where (deal);
  g_autofree char *amount = format_amount (deal);
  GtkWidget *label = gtk_label_new (amount);
  GtkWidget *icon;
  guint status = OPEN;

  for (guint i = 0; i < N_STATUSES; i++)
    if (g_strcmp0 (vel_record_get_text (deal, "status"), parts[i].status) == 0)
      status = i;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), vel_record_get_text (deal, "title"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), where);
  icon = gtk_image_new_from_icon_name (icons[status]);
  gtk_widget_add_css_class (icon, styles[status]);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_widget_add_css_class (label, "numeric");
  if (status == LOST)
    gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "vel-deal", g_memdup2 (&id, sizeof id), g_free);
  gtk_list_box_append (self->box, row);
}

static void
refresh (VelCustomerDeals *self)
{
  GtkWidget *row;
  guint n_shown = 0;
  guint n_all = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_list_box_remove (self->box, row);
  for (guint i = 0; i < N_STATUSES; i++)
    {
      const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->models[i]));

      n_shown += n;
      n_all += vel_query_model_get_total (self->models[i]);
      for (guint j = 0; j < n; j++)
        {
          g_autoptr(VelRow) item = g_list_model_get_item (G_LIST_MODEL (self->models[i]), j);

          if (vel_row_get_record (item) != NULL)
            add_row (self, vel_row_get_record (item));
        }
    }
  gtk_widget_set_visible (GTK_WIDGET (self->box), n_shown > 0);
  gtk_widget_set_visible (self->sums, n_all > 0);
  gtk_widget_set_visible (self->all, n_all > n_shown);
}

static void
book_changed_cb (VelCustomerDeals *self,
                 VelDelta         *delta)
{
  if (vel_delta_has_entity (delta, &vel_deal_entity))
    refresh (self);
}

static char *
say_count (guint   status,
           guint64 n)
{
  const guint number = (guint) MIN (n, G_MAXUINT);

  switch (status)
    {
    case OPEN:
      return g_strdup_printf (ngettext ("%u open deal", "%u open deals", number), number);
    case WON:
      return g_strdup_printf (ngettext ("%u won", "%u won", number), number);
    default:
      return g_strdup_printf (ngettext ("%u lost", "%u lost", number), number);
    }
}

static void
figures_changed_cb (VelCustomerDeals *self)
{
  for (guint i = 0; i < N_STATUSES; i++)
    {
      VelTotals *totals = vel_figures_get_totals (self->figures[i]);
      const guint64 n = totals != NULL ? vel_totals_get_count (totals) : 0;
      g_autofree char *sum = n > 0 ? vel_totals_format_sum (totals) : g_strdup ("");
      g_autofree char *caption = say_count (i, n);

      gtk_label_set_label (self->sum[i], sum);
      gtk_label_set_label (self->caption[i], caption);
      gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->sum[i])), n > 0);
    }
}

static void
activated_cb (VelCustomerDeals *self,
              GtkListBoxRow    *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "vel-deal");

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-deal", "x", *id);
}

static void
new_deal_cb (VelCustomerDeals *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.new-deal", "(xx)", vel_record_get_id (self->customer),
                              (gint64) 0);
}

static void
all_cb (VelCustomerDeals *self)
{
  for (guint i = 0; i < N_STATUSES; i++)
    vel_query_model_set_limit (self->models[i], 0);
}

static void
vel_customer_deals_dispose (GObject *object)
{
  VelCustomerDeals *self = VEL_CUSTOMER_DEALS (object);

  for (guint i = 0; i < N_STATUSES; i++)
    {
      g_clear_object (&self->models[i]);
      g_clear_object (&self->figures[i]);
    }
  g_clear_object (&self->customer);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_customer_deals_parent_class)->dispose (object);
}

static void
vel_customer_deals_class_init (VelCustomerDealsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vel_customer_deals_dispose;
}

static GtkWidget *
make_sums (VelCustomerDeals *self)
{
  GtkWidget *sums = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (sums, vel_wrap_layout_new (18, 9));
  for (guint i = 0; i < N_STATUSES; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      self->sum[i] = GTK_LABEL (gtk_label_new (NULL));
      self->caption[i] = GTK_LABEL (gtk_label_new (NULL));
      gtk_label_set_xalign (self->sum[i], 0);
      gtk_label_set_wrap (self->sum[i], TRUE);
      gtk_label_set_xalign (self->caption[i], 0);
      gtk_widget_add_css_class (GTK_WIDGET (self->sum[i]), "vel-figure");
      gtk_widget_add_css_class (GTK_WIDGET (self->caption[i]), "caption");
      gtk_widget_add_css_class (GTK_WIDGET (self->caption[i]), "dim-label");
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sum[i]));
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->caption[i]));
      gtk_widget_set_hexpand (box, TRUE);
      gtk_box_append (GTK_BOX (sums), box);
    }
  return sums;
}

static GtkWidget *
make_new_button (VelCustomerDeals *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _("New deal"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (new_deal_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
vel_customer_deals_init (VelCustomerDeals *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Deals"));
  adw_preferences_group_set_header_suffix (self->group, make_new_button (self));
  self->sums = make_sums (self);
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Deals"), -1);
  g_signal_connect_object (self->box, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  self->all = gtk_button_new_with_mnemonic (_("Show _all"));
  gtk_widget_add_css_class (self->all, "flat");
  g_signal_connect_object (self->all, "clicked", G_CALLBACK (all_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->sums);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->box));
  gtk_box_append (GTK_BOX (box), self->all);
  adw_preferences_group_add (self->group, box);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

static VelQuery *
make_query (VelCustomerDeals *self,
            guint             status)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, vel_record_get_id (self->customer));
  const char * const ids[] = { id, NULL };
  const char * const statuses[] = { parts[status].status, NULL };
  g_autoptr(VelFilter) both = vel_filter_new_join (VEL_FILTER_ALL);

  vel_filter_take (both, vel_filter_new (VEL_FILTER_IS, "customer", ids));
  vel_filter_take (both, vel_filter_new (VEL_FILTER_IS, "status", statuses));
  return vel_query_new (&vel_deal_entity, both, NULL, parts[status].order, status != OPEN);
}

/**
 * vel_customer_deals_new:
 * @book: a book
 * @customer: a customer of it
 *
 * Returns: (transfer full): the deals of @customer
 */
GtkWidget *
vel_customer_deals_new (VelBook   *book,
                        VelRecord *customer)
{
  VelCustomerDeals *self = g_object_new (VEL_TYPE_CUSTOMER_DEALS, NULL);

  self->book = g_object_ref (book);
  self->customer = g_object_ref (customer);
  for (guint i = 0; i < N_STATUSES; i++)
    {
      g_autoptr(VelQuery) query = make_query (self, i);

      self->models[i] = vel_query_model_new_limited (book, query, parts[i].limit);
      self->figures[i] = vel_figures_new (book, query);
    }
  for (guint i = 0; i < N_STATUSES; i++)
    {
      g_signal_connect_object (self->models[i], "shown", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->models[i], "notify::total", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->figures[i], "notify::totals", G_CALLBACK (figures_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
  figures_changed_cb (self);
  return GTK_WIDGET (self);
}
