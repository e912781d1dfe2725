/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-deal-head.h"

#include <glib/gi18n.h>

#include "vel-card-words.h"
#include "vel-chips.h"
#include "vel-deal-marks.h"
#include "vel-deal.h"
#include "vel-doing.h"
#include "vel-field-row.h"
#include "vel-inline-text.h"
#include "vel-item.h"
#include "vel-money.h"
#include "vel-stage.h"
#include "vel-suggestions.h"
#include "vel-wrap-layout.h"

/**
 * VelDealHead:
 *
 * The head of the card of a deal: its title, for whom it is, what is wrong with
 * it, its tags, and the figures by which it is judged.
 */

enum { AMOUNT, WEIGHTED, DAYS, N_FIGURES };

struct _VelDealHead
{
  AdwBin         parent_instance;

  VelBook       *book;      /* (owned) */
  VelRecord     *deal;      /* (owned) */
  VelRecord     *stage;     /* (owned) (nullable) */

  VelInlineText *title;
  GtkLabel      *customer;
  VelChips      *tags;
  GtkLabel      *status;
  GtkLabel      *marks;
  GtkLabel      *figures[N_FIGURES];
  GtkLabel      *captions[N_FIGURES];
};

G_DEFINE_FINAL_TYPE (VelDealHead, vel_deal_head, ADW_TYPE_BIN)

static const VelField *
get_field (const char *name)
{
  return vel_entity_find_field (&vel_deal_entity, name);
}

static gboolean
holds_number (VelRecord  *record,
              const char *field)
{
  const guint index = vel_entity_field_index (vel_record_get_entity (record), field);

  return vel_record_get_value (record, index)->kind == VEL_VALUE_INTEGER;
}

/* How likely it is, in percent; that of its stage, unless it has its own. */
static int
get_probability (VelDealHead *self)
{
  const char *status = vel_record_get_text (self->deal, "status");

  if (g_strcmp0 (status, "won") == 0)
    return 100;
  if (g_strcmp0 (status, "lost") == 0)
    return 0;
  if (holds_number (self->deal, "probability"))
    return (int) vel_record_get_integer (self->deal, "probability");
  return self->stage != NULL ? (int) vel_record_get_integer (self->stage, "probability") : 0;
}

static void
show_money (VelDealHead *self)
{
  const char *currency = vel_record_get_text (self->deal, "currency");
  const gint64 amount = vel_record_get_integer (self->deal, "amount");
  const int probability = get_probability (self);
  g_autofree char *sum = NULL;
  g_autofree char *weighted = NULL;
  /* Translators: a sum by the probability of the deal, as at 50 % */
  g_autofree char *caption = g_strdup_printf (_("at %d %%"), probability);

  if (currency != NULL && holds_number (self->deal, "amount"))
    {
      sum = vel_money_format_short (amount, currency);
      /* An amount has fifteen digits at most, so nothing overflows. */
      weighted = vel_money_format_short ((amount * probability + 50) / 100, currency);
    }
  gtk_label_set_label (self->figures[AMOUNT], sum != NULL ? sum : "—");
  gtk_label_set_label (self->figures[WEIGHTED], weighted != NULL ? weighted : "—");
  gtk_label_set_label (self->captions[WEIGHTED], caption);
}

static void
show_days (VelDealHead *self)
{
  const int days = vel_deal_marks_days (self->deal);
  g_autofree char *number = g_strdup_printf ("%d", days);

  gtk_label_set_label (self->figures[DAYS], number);
  /* Translators: below the number itself */
  gtk_label_set_label (self->captions[DAYS], ngettext ("day in this stage", "days in this stage", days));
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->figures[DAYS])),
                          g_strcmp0 (vel_record_get_text (self->deal, "status"), "open") == 0);
}

static void
show_status (VelDealHead *self)
{
  const char *key = vel_record_get_text (self->deal, "status");
  const char *reason = vel_record_get_text (self->deal, "lost_reason_name");
  const VelChoice *choices = get_field ("status")->choices;
  g_autofree char *said = vel_record_format (self->deal, "status");
  g_autofree char *whole = reason != NULL ? g_strdup_printf ("%s: %s", said, reason) : g_strdup (said);
  const VelDealMarks marks = vel_deal_marks_find (self->deal, self->stage);
  g_autofree char *wrong = vel_deal_marks_say (marks);

  for (const VelChoice *choice = choices; choice->key != NULL; choice++)
    if (g_strcmp0 (choice->key, key) == 0)
      gtk_widget_add_css_class (GTK_WIDGET (self->status), choice->style);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self->status), choice->style);
  gtk_label_set_label (self->status, whole);
  gtk_label_set_label (self->marks, wrong);
  gtk_widget_set_visible (GTK_WIDGET (self->marks), *wrong != '\0');
  if ((marks & VEL_DEAL_OVERDUE) != 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->marks), "vel-red");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->marks), "vel-red");
}

static void
refresh (VelDealHead *self)
{
  g_auto(GStrv) tags = vel_words_parse (vel_record_get_text (self->deal, "tags"));
  const char *customer = vel_record_get_text (self->deal, "customer_name");
  g_autoptr(VelRecord) stage = vel_book_get_record (self->book, &vel_stage_entity,
                                                    vel_record_get_integer (self->deal, "stage"), NULL);

  if (self->stage != stage)
    {
      if (self->stage != NULL)
        g_signal_handlers_disconnect_by_data (self->stage, self);
      g_set_object (&self->stage, stage);
      if (stage != NULL)
        g_signal_connect_object (stage, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
    }
  vel_inline_text_set_value (self->title, vel_record_get_text (self->deal, "title"));
  gtk_label_set_label (self->customer, customer != NULL ? customer : "");
  vel_chips_set_words (self->tags, (const char * const *) tags);
  show_money (self);
  show_days (self);
  show_status (self);
}

static void
title_saved_cb (VelDealHead *self,
                const char  *typed)
{
  g_autoptr(VelChange) change = NULL;
  g_auto(VelValue) value = VEL_VALUE_INIT;

  if (!vel_field_parse (get_field ("title"), typed, &value, NULL) || value.kind != VEL_VALUE_TEXT)
    return;
  if (g_strcmp0 (value.text, vel_record_get_text (self->deal, "title")) == 0)
    {
      vel_inline_text_reset (self->title);
      return;
    }
  change = vel_card_change_new (self->deal, "title");
  vel_change_set_text (change, &vel_deal_entity, vel_record_get_id (self->deal), "title", value.text);
  vel_doing_commit (GTK_WIDGET (self), self->book, change, FALSE);
}

static VelVerdict
check_title_cb (const char *text,
                char      **sentence,
                gpointer    user_data)
{
  return vel_field_row_judge (get_field ("title"), text, sentence);
}

static void
tag_added_cb (VelDealHead *self,
              const char  *tag)
{
  g_autoptr(VelChange) change = vel_card_change_new (self->deal, "tags");

  vel_change_add_word (change, &vel_deal_entity, vel_record_get_id (self->deal), "tags", tag);
  vel_doing_commit (GTK_WIDGET (self), self->book, change, FALSE);
}

static void
tag_removed_cb (VelDealHead *self,
                const char  *tag)
{
  g_autoptr(VelChange) change = vel_card_change_new (self->deal, "tags");

  vel_change_remove_word (change, &vel_deal_entity, vel_record_get_id (self->deal), "tags", tag);
  vel_doing_commit (GTK_WIDGET (self), self->book, change, FALSE);
}

static void
customer_clicked_cb (VelDealHead *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-customer", "x",
                              vel_record_get_integer (self->deal, "customer"));
}

static void
vel_deal_head_dispose (GObject *object)
{
  VelDealHead *self = VEL_DEAL_HEAD (object);

  g_clear_object (&self->stage);
  g_clear_object (&self->deal);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_deal_head_parent_class)->dispose (object);
}

static void
vel_deal_head_class_init (VelDealHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vel_deal_head_dispose;
}

static GtkWidget *
make_customer (VelDealHead *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("vel-customers-symbolic");

  self->customer = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->customer, PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->customer));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("Open the card of the customer"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "vel-to-customer");
  g_signal_connect_object (button, "clicked", G_CALLBACK (customer_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkLabel *
make_chip (VelDealHead *self)
{
  GtkWidget *chip = gtk_label_new (NULL);

  gtk_widget_add_css_class (chip, "vel-chip");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (chip), PANGO_ELLIPSIZE_END);
  vel_chips_add_lead (self->tags, chip);
  return GTK_LABEL (chip);
}

static GtkWidget *
make_figures (VelDealHead *self)
{
  GtkWidget *figures = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (figures, vel_wrap_layout_new (18, 12));
  for (guint i = 0; i < N_FIGURES; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      self->figures[i] = GTK_LABEL (gtk_label_new (NULL));
      gtk_label_set_xalign (self->figures[i], 0);
      gtk_label_set_ellipsize (self->figures[i], PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (GTK_WIDGET (self->figures[i]), "vel-figure");
      self->captions[i] = GTK_LABEL (gtk_label_new (NULL));
      gtk_label_set_xalign (self->captions[i], 0);
      gtk_widget_add_css_class (GTK_WIDGET (self->captions[i]), "caption");
      gtk_widget_add_css_class (GTK_WIDGET (self->captions[i]), "dim-label");
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->figures[i]));
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->captions[i]));
      gtk_widget_set_hexpand (box, TRUE);
      gtk_box_append (GTK_BOX (figures), box);
    }
  /* Translators: below the sum itself */
  gtk_label_set_label (self->captions[AMOUNT], _("amount"));
  return figures;
}

static void
vel_deal_head_init (VelDealHead *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->title = VEL_INLINE_TEXT (vel_inline_text_new (FALSE));
  vel_inline_text_set_title (self->title, vel_field_get_label (get_field ("title")), FALSE);
  vel_inline_text_set_hint (self->title, vel_card_words_add (&vel_deal_entity, "title"));
  vel_inline_text_set_check (self->title, check_title_cb, NULL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "vel-name");
  g_signal_connect_swapped (self->title, "saved", G_CALLBACK (title_saved_cb), self);
  self->tags = VEL_CHIPS (vel_chips_new (vel_card_words_add (&vel_deal_entity, "tags")));
  g_signal_connect_swapped (self->tags, "added", G_CALLBACK (tag_added_cb), self);
  g_signal_connect_swapped (self->tags, "removed", G_CALLBACK (tag_removed_cb), self);
  self->status = make_chip (self);
  self->marks = make_chip (self);
  gtk_widget_add_css_class (GTK_WIDGET (self->marks), "vel-amber");

  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (lines), make_customer (self));
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->tags));
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), make_figures (self));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * vel_deal_head_new:
 * @book: a book
 * @deal: a deal of it
 *
 * Returns: (transfer full): the head of a card
 */
GtkWidget *
vel_deal_head_new (VelBook   *book,
                   VelRecord *deal)
{
  VelDealHead *self = g_object_new (VEL_TYPE_DEAL_HEAD, NULL);

  self->book = g_object_ref (book);
  self->deal = g_object_ref (deal);
  vel_suggestions_follow (vel_chips_get_suggest (self->tags), book, &vel_deal_entity, "tags", NULL, NULL);
  g_signal_connect_object (deal, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

/**
 * vel_deal_head_rename:
 * @self: a head
 *
 * Puts the caret into the title.
 */
void
vel_deal_head_rename (VelDealHead *self)
{
  g_return_if_fail (VEL_IS_DEAL_HEAD (self));

  vel_inline_text_start (self->title);
}
