/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-money-page.h"

#include <glib/gi18n.h>

#include "vel-arranged-list.h"
#include "vel-currency.h"
#include "vel-doing.h"
#include "vel-rate-row.h"
#include "vel-rate.h"
#include "vel-setting.h"
#include "vel-text.h"

/**
 * VelMoneyPage:
 *
 * The currency of the book, and what others are worth in it.
 */
struct _VelMoneyPage
{
  AdwPreferencesPage  parent_instance;

  VelBook            *book;         /* (owned) (nullable) */
  VelQueryModel      *settings;     /* (owned) (nullable): the setting of the currency, or nothing */
  GStrv               currencies;   /* (owned): the codes, as they stand in the lists */
  gboolean            showing;      /* whether the program chooses in the lists */
  gulong              follows;
  VelRecord          *setting;      /* (owned) (nullable) */

  GtkDropDown        *home;
  VelArrangedList    *rates;
  GtkDropDown        *currency;
  GtkEditable        *rate;
  GtkEditable        *date;
  GtkLabel           *note;
};

G_DEFINE_FINAL_TYPE (VelMoneyPage, vel_money_page, ADW_TYPE_PREFERENCES_PAGE)

/* What the store takes it for while nothing is settled. */
#define HOME_DEFAULT "TRY"

static const char *
get_home (VelMoneyPage *self)
{
  const char *value = self->setting != NULL ? vel_record_get_text (self->setting, "value") : NULL;

  return value != NULL ? value : HOME_DEFAULT;
}

static void
choose (VelMoneyPage *self,
        GtkDropDown  *list,
        const char   *currency)
{
  for (guint i = 0; self->currencies[i] != NULL; i++)
    if (g_str_equal (self->currencies[i], currency))
      gtk_drop_down_set_selected (list, i);
}

static const char *
get_chosen (VelMoneyPage *self,
            GtkDropDown  *list)
{
  const guint position = gtk_drop_down_get_selected (list);

  return position != GTK_INVALID_LIST_POSITION ? self->currencies[position] : HOME_DEFAULT;
}

static void
refresh (VelMoneyPage *self)
{
  self->showing = TRUE;
  choose (self, self->home, get_home (self));
  self->showing = FALSE;
}

static void
settings_shown_cb (VelMoneyPage *self)
{
  g_autoptr(VelRow) row = g_list_model_get_item (G_LIST_MODEL (self->settings), 0);
  VelRecord *setting = row != NULL ? vel_row_get_record (row) : NULL;

  if (self->setting != setting)
    {
      if (self->setting != NULL)
        g_clear_signal_handler (&self->follows, self->setting);
      g_set_object (&self->setting, setting);
      if (setting != NULL)
        self->follows = g_signal_connect_object (setting, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
    }
  refresh (self);
}

static void
home_chosen_cb (VelMoneyPage *self)
{
  const char *chosen = get_chosen (self, self->home);
  g_autoptr(VelChange) change = NULL;
  gint64 id;

  if (self->showing || vel_query_model_is_loading (self->settings) || g_str_equal (chosen, get_home (self)))
    return;
  change = vel_change_new (N_("Make %s the currency of the book"), chosen, NULL);
  id = self->setting != NULL ? vel_record_get_id (self->setting) : vel_change_insert (change, &vel_setting_entity);
  if (self->setting == NULL)
    vel_change_set_text (change, &vel_setting_entity, id, "name", "currency");
  vel_change_set_text (change, &vel_setting_entity, id, "value", chosen);
  vel_doing_commit (GTK_WIDGET (self), self->book, change, TRUE);
}

static void
tell (VelMoneyPage *self,
      GtkWidget    *entry,
      const char   *sentence)
{
  gtk_label_set_label (self->note, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), sentence != NULL);
  if (entry == NULL)
    return;
  gtk_widget_add_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_widget_grab_focus (entry);
}

static void
changed_cb (VelMoneyPage *self,
            GtkWidget    *entry)
{
  g_autofree char *rate = vel_text_clean_line (gtk_editable_get_text (self->rate));

  gtk_widget_remove_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE, -1);
  tell (self, NULL, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "money.add-rate", *rate != '\0');
}

static void
show_today (VelMoneyPage *self)
{
  const VelField *field = vel_entity_find_field (&vel_rate_entity, "date");
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *iso = g_date_time_format (now, "%Y-%m-%d");
  g_auto(VelValue) value = VEL_VALUE_INIT;
  g_autofree char *shown = NULL;

  vel_value_set_text (&value, iso);
  shown = vel_field_format (field, &value);
  gtk_editable_set_text (self->date, shown);
}

/* The rate of a currency that was told for that very day already, or 0. */
static gint64
find_rate (VelMoneyPage *self,
           const char   *currency,
           const char   *date)
{
  VelArrangedRow *row;

  for (guint i = 0; (row = vel_arranged_list_get_row (self->rates, i)) != NULL; i++)
    {
      VelRecord *record = vel_arranged_row_get_record (row);

      if (g_strcmp0 (vel_record_get_text (record, "currency"), currency) == 0 &&
          g_strcmp0 (vel_record_get_text (record, "home"), get_home (self)) == 0 &&
          g_strcmp0 (vel_record_get_text (record, "date"), date) == 0)
        return vel_record_get_id (record);
    }
  return 0;
}

static void
add_cb (VelMoneyPage *self)
{
  const char *currency = get_chosen (self, self->currency);
  g_auto(VelValue) date = VEL_VALUE_INIT;
  g_autoptr(GError) error = NULL;
  g_autoptr(VelChange) change = NULL;
  gint64 rate;
  gint64 id;

  if (g_str_equal (currency, get_home (self)))
    {
      tell (self, NULL, _("This is the currency of the book. It needs no rate."));
      gtk_widget_grab_focus (GTK_WIDGET (self->currency));
      return;
    }
  if (!vel_exchange_parse (gtk_editable_get_text (self->rate), &rate, &error))
    {
      tell (self, GTK_WIDGET (self->rate), error->message);
      return;
    }
  if (!vel_field_parse (vel_entity_find_field (&vel_rate_entity, "date"), gtk_editable_get_text (self->date), &date, &error))
    {
      tell (self, GTK_WIDGET (self->date), error->message);
      return;
    }
  if (date.kind != VEL_VALUE_TEXT)
    {
      tell (self, GTK_WIDGET (self->date), _("This cannot be left empty."));
      return;
    }
  id = find_rate (self, currency, date.text);
  change = vel_change_new (id != 0 ? N_("Change the rate of %s") : N_("Add the rate of %s"), currency, NULL);
  if (id == 0)
    {
      id = vel_change_insert (change, &vel_rate_entity);
      vel_change_set_text (change, &vel_rate_entity, id, "currency", currency);
      vel_change_set_text (change, &vel_rate_entity, id, "home", get_home (self));
      vel_change_set_text (change, &vel_rate_entity, id, "date", date.text);
    }
  vel_change_set_integer (change, &vel_rate_entity, id, "rate", rate);
  gtk_editable_set_text (self->rate, "");
  show_today (self);
  vel_doing_commit (GTK_WIDGET (self), self->book, change, TRUE);
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  add_cb (VEL_MONEY_PAGE (widget));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  is_button)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), is_button != NULL ? 4 : 24);
  gtk_label_set_max_width_chars (GTK_LABEL (label), is_button != NULL ? 18 : 40);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkListItemFactory *
make_factory (gboolean is_button)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (is_button));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}

/* The names of some currencies are longer than a narrow window is wide. */
static void
shorten (GtkDropDown *list)
{
  g_autoptr(GtkListItemFactory) of_button = make_factory (TRUE);
  g_autoptr(GtkListItemFactory) of_list = make_factory (FALSE);

  gtk_drop_down_set_factory (list, of_button);
  gtk_drop_down_set_list_factory (list, of_list);
}

static void
fill_lists (VelMoneyPage *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  shorten (self->home);
  shorten (self->currency);
  self->currencies = vel_currency_list ();
  for (guint i = 0; self->currencies[i] != NULL; i++)
    {
      g_autofree char *name = vel_currency_name (self->currencies[i]);

      /* The search of the list is for beginnings. */
      gtk_string_list_take (names, g_strdup_printf ("%s – %s", self->currencies[i], name));
    }
  self->showing = TRUE;
  gtk_drop_down_set_model (self->home, G_LIST_MODEL (names));
  gtk_drop_down_set_model (self->currency, G_LIST_MODEL (names));
  choose (self, self->currency, "USD");
  self->showing = FALSE;
}

static void
vel_money_page_dispose (GObject *object)
{
  VelMoneyPage *self = VEL_MONEY_PAGE (object);

  if (self->setting != NULL)
    g_clear_signal_handler (&self->follows, self->setting);
  gtk_widget_dispose_template (GTK_WIDGET (self), VEL_TYPE_MONEY_PAGE);
  g_clear_object (&self->setting);
  g_clear_object (&self->settings);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_money_page_parent_class)->dispose (object);
}

static void
vel_money_page_finalize (GObject *object)
{
  g_clear_pointer (&VEL_MONEY_PAGE (object)->currencies, g_strfreev);

  G_OBJECT_CLASS (vel_money_page_parent_class)->finalize (object);
}

static void
vel_money_page_class_init (VelMoneyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vel_money_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = vel_money_page_finalize;

  g_type_ensure (VEL_TYPE_ARRANGED_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/velinimet/Velinimet/deals/vel-money-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VelMoneyPage, home);
  gtk_widget_class_bind_template_child (widget_class, VelMoneyPage, rates);
  gtk_widget_class_bind_template_child (widget_class, VelMoneyPage, currency);
  gtk_widget_class_bind_template_child (widget_class, VelMoneyPage, rate);
  gtk_widget_class_bind_template_child (widget_class, VelMoneyPage, date);
  gtk_widget_class_bind_template_child (widget_class, VelMoneyPage, note);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "money.add-rate", NULL, add_action);
}

static void
vel_money_page_init (VelMoneyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_lists (self);
  show_today (self);
}

/**
 * vel_money_page_set_book:
 * @self: a page that has no book yet
 * @book: an open book
 */
void
vel_money_page_set_book (VelMoneyPage *self,
                         VelBook      *book)
{
  const char * const names[] = { "currency", NULL };
  g_autoptr(VelFilter) filter = vel_filter_new (VEL_FILTER_IS, "name", names);
  g_autoptr(VelQuery) settings = vel_query_new (&vel_setting_entity, filter, NULL, "name", FALSE);
  g_autoptr(VelQuery) rates = vel_query_new (&vel_rate_entity, NULL, NULL, "date", TRUE);

  g_return_if_fail (VEL_IS_MONEY_PAGE (self));
  g_return_if_fail (self->book == NULL);

  self->book = g_object_ref (book);
  self->settings = vel_query_model_new (book, settings);
  g_signal_connect_object (self->settings, "shown", G_CALLBACK (settings_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->home, "notify::selected", G_CALLBACK (home_chosen_cb), self, G_CONNECT_SWAPPED);
  vel_arranged_list_follow (self->rates, book, rates, vel_rate_row_new);
}
