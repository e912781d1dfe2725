/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-customer-card-private.h"

#include <glib/gi18n.h>

#include "vel-customer.h"
#include "vel-doing.h"
#include "vel-fold.h"

/**
 * VelCustomerCard:
 *
 * A customer on a card: who they are at the left, the story at the right, one
 * below the other where there is no room. It knows the list it was opened
 * from, and goes to the next and the previous customer there.
 */

enum { PROP_0, PROP_SHOW_TITLE_BUTTONS, N_PROPS };
enum { CLOSED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelCustomerCard, vel_customer_card, ADW_TYPE_BIN)

static void
refresh_title (VelCustomerCard *self)
{
  const char *name = self->customer != NULL ? vel_record_get_text (self->customer, "name") : NULL;

  adw_window_title_set_title (self->title, name != NULL ? name : "");
}

/* The profile stands in the first pane, or above the composer where there is only one. */
static void
place_profile (VelCustomerCard *self)
{
  const gboolean folded = vel_fold_get_folded (VEL_FOLD (self->fold));

  /* Where there is little room, the menu has the neighbours. */
  gtk_widget_set_visible (self->previous, !folded);
  gtk_widget_set_visible (self->next, !folded);
  gtk_widget_set_visible (self->write, folded);
  if (self->profile == NULL)
    return;
  vel_story_set_top (self->story, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->side), NULL);
  if (folded)
    vel_story_set_top (self->story, self->profile);
  else
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->side), self->profile);
}

static void
count_changed_cb (VelCustomerCard *self)
{
  if (self->profile != NULL)
    vel_profile_head_set_count (vel_profile_get_head (VEL_PROFILE (self->profile)),
                                vel_story_get_count (self->story));
}

static void
contacted_cb (VelCustomerCard *self,
              const char      *kind)
{
  vel_composer_begin (vel_story_get_composer (self->story), kind);
  vel_story_show_composer (self->story);
}

static void
opened_cb (VelCustomerCard *self,
           gint64           id)
{
  vel_customer_card_show (self, self->book, id, self->around);
}

/* What is being typed is saved; what cannot be is at least told again. */
static void
leave_profile (VelCustomerCard *self)
{
  g_autofree char *unsaved = NULL;

  if (self->profile == NULL)
    return;
  unsaved = vel_profile_finish (VEL_PROFILE (self->profile));
  if (unsaved != NULL)
    {
      const char *name = vel_record_get_text (self->customer, "name");
      g_autofree char *sentence = g_strdup_printf (_("“%s” could not be kept for %s."), unsaved,
                                                   name != NULL ? name : "");

      vel_doing_tell (GTK_WIDGET (self), sentence);
    }
  vel_story_set_top (self->story, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->side), NULL);
  g_clear_object (&self->profile);
}

static void
show_customer (VelCustomerCard *self,
               VelRecord       *customer)
{
  leave_profile (self);
  if (self->customer != NULL)
    g_signal_handlers_disconnect_by_data (self->customer, self);
  g_set_object (&self->customer, customer);
  if (customer != NULL)
    {
      g_signal_connect_object (customer, "notify::name", G_CALLBACK (refresh_title), self, G_CONNECT_SWAPPED);
      self->profile = g_object_ref_sink (vel_profile_new (self->book, customer));
      g_signal_connect_object (self->profile, "contacted", G_CALLBACK (contacted_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->profile, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
      place_profile (self);
    }
  vel_story_set_about (self->story, customer,
                       customer != NULL ? vel_profile_get_people (VEL_PROFILE (self->profile)) : NULL);
  count_changed_cb (self);
  refresh_title (self);
}

/* The customer may be deleted elsewhere while it is shown, and come back by an undo. */
static void
here_changed_cb (VelCustomerCard *self)
{
  const gboolean is_here = g_list_model_get_n_items (G_LIST_MODEL (self->here)) > 0;

  if (vel_query_model_is_loading (self->here) || vel_query_model_get_error (self->here) != NULL)
    return;
  if (!is_here && self->customer != NULL)
    {
      const char *name = vel_record_get_text (self->customer, "name");
      g_autofree char *said = g_markup_printf_escaped (_("“%s” was deleted. It can be brought back as it was, "
                                                         "with everything written down with it."),
                                                       name != NULL ? name : "");

      adw_status_page_set_description (self->gone, said);
    }
  gtk_stack_set_visible_child_name (self->stack, is_here ? "card" : "gone");
  vel_customer_card_refresh_actions (self);
}

static void
around_changed_cb (VelCustomerCard *self)
{
  guint position;

  if (self->around != NULL && self->customer != NULL &&
      vel_query_model_find (self->around, vel_record_get_id (self->customer), &position))
    self->position = position;
  vel_customer_card_refresh_actions (self);
}

static void
set_around (VelCustomerCard *self,
            VelQueryModel   *around)
{
  if (self->around != around)
    {
      if (self->around != NULL)
        g_signal_handlers_disconnect_by_func (self->around, around_changed_cb, self);
      g_set_object (&self->around, around);
      if (around != NULL)
        g_signal_connect_object (around, "items-changed", G_CALLBACK (around_changed_cb), self, G_CONNECT_SWAPPED);
    }
  around_changed_cb (self);
}

static void
watch (VelCustomerCard *self,
       gint64           id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  const char * const values[] = { text, NULL };
  g_autoptr(VelFilter) filter = vel_filter_new (VEL_FILTER_IS, "id", values);
  g_autoptr(VelQuery) query = vel_query_new (&vel_customer_entity, filter, NULL, "id", FALSE);

  if (self->here != NULL)
    g_signal_handlers_disconnect_by_data (self->here, self);
  g_clear_object (&self->here);
  self->here = vel_query_model_new (self->book, query);
  g_signal_connect_object (self->here, "notify::loading", G_CALLBACK (here_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->here, "notify::n-items", G_CALLBACK (here_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
set_book (VelCustomerCard *self,
          VelBook         *book)
{
  GtkWidget *side;

  if (self->book == book)
    return;
  g_set_object (&self->book, book);

  side = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (side), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  self->side = side;
  self->story = VEL_STORY (vel_story_new (book));
  g_signal_connect_object (self->story, "notify::count", G_CALLBACK (count_changed_cb), self, G_CONNECT_SWAPPED);
  self->fold = vel_fold_new (side, GTK_WIDGET (self->story));
  g_signal_connect_object (self->fold, "notify::folded", G_CALLBACK (place_profile), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->place, self->fold);
}

static void
vel_customer_card_dispose (GObject *object)
{
  VelCustomerCard *self = VEL_CUSTOMER_CARD (object);

  g_clear_object (&self->profile);
  g_clear_object (&self->here);
  g_clear_object (&self->around);
  g_clear_object (&self->customer);
  g_clear_object (&self->book);
  gtk_widget_dispose_template (GTK_WIDGET (self), VEL_TYPE_CUSTOMER_CARD);

  G_OBJECT_CLASS (vel_customer_card_parent_class)->dispose (object);
}

static void
vel_customer_card_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  VelCustomerCard *self = VEL_CUSTOMER_CARD (object);

  switch (property_id)
    {
    case PROP_SHOW_TITLE_BUTTONS:
      g_value_set_boolean (value, adw_header_bar_get_show_start_title_buttons (self->header));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_customer_card_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  VelCustomerCard *self = VEL_CUSTOMER_CARD (object);

  switch (property_id)
    {
    case PROP_SHOW_TITLE_BUTTONS:
      adw_header_bar_set_show_start_title_buttons (self->header, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_customer_card_class_init (VelCustomerCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_customer_card_dispose;
  object_class->get_property = vel_customer_card_get_property;
  object_class->set_property = vel_customer_card_set_property;

  /* Whether the buttons of the window that stand at its beginning stand here. */
  properties[PROP_SHOW_TITLE_BUTTONS] =
    g_param_spec_boolean ("show-title-buttons", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * VelCustomerCard::closed:
   * @self: a card
   *
   * The user wants back to the list.
   */
  signals[CLOSED] = g_signal_new ("closed", VEL_TYPE_CUSTOMER_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/velinimet/Velinimet/customers/vel-customer-card.ui");
  gtk_widget_class_bind_template_child (widget_class, VelCustomerCard, header);
  gtk_widget_class_bind_template_child (widget_class, VelCustomerCard, title);
  gtk_widget_class_bind_template_child (widget_class, VelCustomerCard, previous);
  gtk_widget_class_bind_template_child (widget_class, VelCustomerCard, next);
  gtk_widget_class_bind_template_child (widget_class, VelCustomerCard, write);
  gtk_widget_class_bind_template_child (widget_class, VelCustomerCard, stack);
  gtk_widget_class_bind_template_child (widget_class, VelCustomerCard, place);
  gtk_widget_class_bind_template_child (widget_class, VelCustomerCard, gone);
  vel_customer_card_class_install_actions (widget_class);
}

static void
vel_customer_card_init (VelCustomerCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  vel_customer_card_refresh_actions (self);
}

/**
 * vel_customer_card_new:
 *
 * Returns: (transfer full): a card of nobody yet
 */
GtkWidget *
vel_customer_card_new (void)
{
  return g_object_new (VEL_TYPE_CUSTOMER_CARD, NULL);
}

/**
 * vel_customer_card_show:
 * @self: a card
 * @book: a book
 * @id: the customer to show
 * @around: (nullable): the list it is opened from, for next and previous
 *
 * Shows another customer. What is being typed for the one before is saved, or
 * waits for them.
 */
void
vel_customer_card_show (VelCustomerCard *self,
                        VelBook         *book,
                        gint64           id,
                        VelQueryModel   *around)
{
  g_autoptr(VelRecord) customer = NULL;
  g_autoptr(VelQueryModel) keep = around != NULL ? g_object_ref (around) : NULL;

  g_return_if_fail (VEL_IS_CUSTOMER_CARD (self));
  g_return_if_fail (VEL_IS_BOOK (book));

  set_book (self, book);
  customer = vel_book_get_record (book, &vel_customer_entity, id, NULL);
  if (customer != self->customer || customer == NULL)
    {
      show_customer (self, customer);
      watch (self, id);
    }
  gtk_stack_set_visible_child_name (self->stack, customer != NULL ? "card" : "gone");
  set_around (self, around);
}

/**
 * vel_customer_card_get_id:
 * @self: a card
 *
 * Returns: the customer it shows, or 0
 */
gint64
vel_customer_card_get_id (VelCustomerCard *self)
{
  g_return_val_if_fail (VEL_IS_CUSTOMER_CARD (self), 0);

  return self->customer != NULL ? vel_record_get_id (self->customer) : 0;
}
