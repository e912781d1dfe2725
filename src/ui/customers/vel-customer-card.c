/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-customer-card.h"

#include <glib/gi18n.h>

#include "vel-customer.h"
#include "vel-profile.h"

/**
 * VelCustomerCard:
 *
 * A customer on a card: who they are, and the story.
 */
struct _VelCustomerCard
{
  VelCard parent_instance;
};

G_DEFINE_FINAL_TYPE (VelCustomerCard, vel_customer_card, VEL_TYPE_CARD)

static const VelCardWords words = {
  .previous = N_("Previous customer"),
  .previous_tip = N_("Previous customer (Alt+Up)"),
  .next = N_("Next customer"),
  .next_tip = N_("Next customer (Alt+Down)"),
  .more = N_("More for this customer"),
  .delete = N_("_Delete customer"),
  .previous_item = N_("_Previous customer"),
  .next_item = N_("_Next customer"),
  .gone = N_("This customer is not in the book any more"),
  .deleted = N_("“%s” was deleted. It can be brought back as it was, with everything written down with it."),
  .not_restored = N_("This customer could not be brought back"),
  .not_known = N_("History does not know how this customer was deleted."),
};

static VelProfile *
get_profile (VelCard *card)
{
  return VEL_PROFILE (vel_card_get_profile (card));
}

static void
contacted_cb (VelCard    *card,
              const char *kind)
{
  VelStory *story = vel_card_get_story (card);

  vel_composer_begin (vel_story_get_composer (story), kind);
  vel_story_show_composer (story);
}

static GtkWidget *
vel_customer_card_make_profile (VelCard   *card,
                                VelRecord *record)
{
  GtkWidget *profile = vel_profile_new (vel_card_get_book (card), record);

  g_signal_connect_object (profile, "contacted", G_CALLBACK (contacted_cb), card, G_CONNECT_SWAPPED);
  g_signal_connect_object (profile, "opened", G_CALLBACK (vel_card_open), card, G_CONNECT_SWAPPED);
  return profile;
}

static GListModel *
vel_customer_card_get_people (VelCard *card)
{
  return vel_profile_get_people (get_profile (card));
}

static void
vel_customer_card_rename (VelCard *card)
{
  vel_profile_head_rename (vel_profile_get_head (get_profile (card)));
}

static void
vel_customer_card_counted (VelCard *card,
                           guint    n_interactions)
{
  vel_profile_head_set_count (vel_profile_get_head (get_profile (card)), n_interactions);
}

/* The card as somebody would write it down for another: what there is, a line each. */
static char *
vel_customer_card_dup_text (VelCard *card)
{
  static const char * const fields[] = { "name", "title", "organisation", "phones", "emails", "addresses", "links",
                                         "tax_office", "tax_id", "iban" };
  g_autoptr(GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *line = vel_record_format (vel_card_get_record (card), fields[i]);

      if (*line != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  return g_strdup (text->str);
}

static void
vel_customer_card_class_init (VelCustomerCardClass *klass)
{
  VelCardClass *card_class = VEL_CARD_CLASS (klass);

  card_class->entity = &vel_customer_entity;
  card_class->words = &words;
  card_class->make_profile = vel_customer_card_make_profile;
  card_class->get_people = vel_customer_card_get_people;
  card_class->rename = vel_customer_card_rename;
  card_class->dup_text = vel_customer_card_dup_text;
  card_class->counted = vel_customer_card_counted;
}

static void
vel_customer_card_init (VelCustomerCard *self)
{
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
 * Shows another customer, see vel_card_show().
 */
void
vel_customer_card_show (VelCustomerCard *self,
                        VelBook         *book,
                        gint64           id,
                        VelQueryModel   *around)
{
  vel_card_show (VEL_CARD (self), book, id, around);
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
  return vel_card_get_id (VEL_CARD (self));
}
