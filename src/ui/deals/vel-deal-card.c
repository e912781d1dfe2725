/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-deal-card.h"

#include <glib/gi18n.h>

#include "vel-deal-profile.h"
#include "vel-deal-way.h"
#include "vel-deal.h"
#include "vel-money.h"
#include "vel-stage-bar.h"

/**
 * VelDealCard:
 *
 * A deal on a card: its way through the stages above, what is known of it, and
 * the story.
 */
struct _VelDealCard
{
  VelCard parent_instance;
};

G_DEFINE_FINAL_TYPE (VelDealCard, vel_deal_card, VEL_TYPE_CARD)

static const VelCardWords words = {
  .previous = N_("Previous deal"),
  .previous_tip = N_("Previous deal (Alt+Up)"),
  .next = N_("Next deal"),
  .next_tip = N_("Next deal (Alt+Down)"),
  .more = N_("More for this deal"),
  .delete = N_("_Delete deal"),
  .previous_item = N_("_Previous deal"),
  .next_item = N_("_Next deal"),
  .gone = N_("This deal is not in the book any more"),
  .deleted = N_("“%s” was deleted. It can be brought back as it was, with everything written down about it."),
  .not_restored = N_("This deal could not be brought back"),
  .not_known = N_("History does not know how this deal was deleted."),
};

static VelDealProfile *
get_profile (VelCard *card)
{
  return VEL_DEAL_PROFILE (vel_card_get_profile (card));
}

static GtkWidget *
vel_deal_card_make_profile (VelCard   *card,
                            VelRecord *record)
{
  VelBook *book = vel_card_get_book (card);
  g_autoptr(VelQueryModel) passages = vel_deal_way_passages (book, record);

  vel_card_set_top (card, vel_stage_bar_new (book, record, G_LIST_MODEL (passages)));
  return vel_deal_profile_new (book, record, passages);
}

static GListModel *
vel_deal_card_get_people (VelCard *card)
{
  return vel_deal_profile_get_people (get_profile (card));
}

static void
vel_deal_card_rename (VelCard *card)
{
  vel_deal_head_rename (vel_deal_profile_get_head (get_profile (card)));
}

static char *
format (VelRecord  *deal,
        const char *field)
{
  const char *currency = vel_record_get_text (deal, "currency");
  const guint index = vel_entity_field_index (&vel_deal_entity, field);

  if (!g_str_equal (field, "amount") || currency == NULL)
    return vel_record_format (deal, field);
  return vel_record_get_value (deal, index)->kind == VEL_VALUE_INTEGER
           ? vel_money_format_short (vel_record_get_integer (deal, "amount"), currency) : g_strdup ("");
}

/* The card as somebody would write it down for another: what there is, a line each. */
static char *
vel_deal_card_dup_text (VelCard *card)
{
  static const char * const fields[] = { "title", "customer_name", "contact_name", "amount", "stage_name",
                                         "expected_close", "next_step", "product_name", "need" };
  g_autoptr(GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *line = format (vel_card_get_record (card), fields[i]);

      if (*line != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  return g_strdup (text->str);
}

static void
vel_deal_card_class_init (VelDealCardClass *klass)
{
  VelCardClass *card_class = VEL_CARD_CLASS (klass);

  card_class->entity = &vel_deal_entity;
  card_class->words = &words;
  card_class->make_profile = vel_deal_card_make_profile;
  card_class->get_people = vel_deal_card_get_people;
  card_class->rename = vel_deal_card_rename;
  card_class->dup_text = vel_deal_card_dup_text;
}

static void
vel_deal_card_init (VelDealCard *self)
{
}

/**
 * vel_deal_card_new:
 *
 * Returns: (transfer full): a card of no deal yet
 */
GtkWidget *
vel_deal_card_new (void)
{
  return g_object_new (VEL_TYPE_DEAL_CARD, NULL);
}

/**
 * vel_deal_card_show:
 * @self: a card
 * @book: a book
 * @id: the deal to show
 * @around: (nullable): the list it is opened from, for next and previous; a #VelQueryModel
 *
 * Shows another deal. What is being typed for the one before is saved, or waits
 * for it.
 */
void
vel_deal_card_show (VelDealCard *self,
                    VelBook     *book,
                    gint64       id,
                    GListModel  *around)
{
  g_return_if_fail (around == NULL || VEL_IS_QUERY_MODEL (around));

  vel_card_show (VEL_CARD (self), book, id, (VelQueryModel *) around);
}

/**
 * vel_deal_card_get_id:
 * @self: a card
 *
 * Returns: the deal it shows, or 0
 */
gint64
vel_deal_card_get_id (VelDealCard *self)
{
  return vel_card_get_id (VEL_CARD (self));
}
