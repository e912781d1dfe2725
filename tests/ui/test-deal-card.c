/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-card-test.h"
#include "vel-composer.h"
#include "vel-customer.h"
#include "vel-deal-card.h"
#include "vel-deal-head.h"
#include "vel-deal-test.h"
#include "vel-deal.h"
#include "vel-field-row.h"
#include "vel-interaction.h"
#include "vel-item.h"
#include "vel-link-row.h"
#include "vel-lost-reasons.h"
#include "vel-product.h"
#include "vel-stage-bar.h"
#include "vel-stage.h"
#include "vel-story-row.h"
#include "vel-test-util.h"
#include "vel-text.h"

/* The stages of a new book. */
#define CALL 2
#define MEETING 3
#define OFFER 4
#define INVOICE 5

typedef struct
{
  VelBook     *book;
  GtkWindow   *window;
  VelDealCard *card;
  VelRecord   *deal;      /* (owned) */
  gint64       customer;
  VelAsked     asked;
} Fixture;

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
open_card (Fixture    *test,
           GListModel *around)
{
  gint64 id;

  if (test->book == NULL)
    test->book = vel_ui_new_book (0);
  test->customer = vel_ui_add_customer (test->book, "Işık Mimarlık");
  id = vel_deal_test_add (test->book, test->customer, "Ofis tadilatı", CALL, 15000000, "TRY");
  test->deal = vel_book_get_record (test->book, &vel_deal_entity, id, NULL);
  test->window = GTK_WINDOW (adw_application_window_new (GTK_APPLICATION (vel_ui_get_application ())));
  vel_deal_test_watch (test->window, &test->asked);
  test->card = VEL_DEAL_CARD (vel_deal_card_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (test->window), GTK_WIDGET (test->card));
  gtk_window_set_default_size (test->window, 1100, 800);
  vel_deal_card_show (test->card, test->book, id, around);
  gtk_window_present (test->window);
  vel_ui_wait (is_mapped, test->card);
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* Closes the window; nothing of the card is left then. */
static void
close_card (Fixture *test)
{
  gpointer card = test->card;

  g_object_add_weak_pointer (card, &card);
  gtk_window_destroy (test->window);
  vel_ui_wait (is_null, &card);
  g_clear_object (&test->deal);
  vel_ui_close_book (g_steal_pointer (&test->book));
}

static GtkWidget *
get_stage (Fixture    *test,
           const char *name)
{
  GtkWidget *bar = vel_ui_find_type (test->card, VEL_TYPE_STAGE_BAR);

  vel_ui_wait_label (bar, name);
  return vel_ui_find_button (bar, name);
}

/* What has just come into view has no place before the next frame. */
static gboolean
has_place (gpointer widget)
{
  return gtk_widget_get_width (widget) > 0;
}

static void
click (GtkWidget *button)
{
  g_assert_nonnull (button);
  vel_ui_wait (has_place, button);
  g_signal_emit_by_name (button, "clicked");
}

typedef struct
{
  GtkWidget  *widget;
  const char *css_class;
} Styled;

static gboolean
has_style (gpointer data)
{
  Styled *styled = data;

  return gtk_widget_has_css_class (styled->widget, styled->css_class);
}

static void
wait_style (Fixture    *test,
            const char *stage,
            const char *css_class)
{
  Styled styled = { get_stage (test, stage), css_class };

  g_test_message ("waiting for %s to be %s", stage, css_class);
  vel_ui_wait (has_style, &styled);
}

static void
undo (Fixture *test)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VelCommit) undone = vel_book_undo (test->book, 0, &error);

  g_assert_no_error (error);
}

static void
test_stage_bar (void)
{
  Fixture test = { 0 };

  open_card (&test, NULL);
  wait_style (&test, "Call", "here");
  wait_style (&test, "Offer", "ahead");
  click (get_stage (&test, "Offer"));
  wait_style (&test, "Offer", "here");
  wait_style (&test, "Call", "passed");
  wait_style (&test, "Meeting", "skipped");
  wait_style (&test, "Invoice", "ahead");
  g_assert_cmpint (vel_record_get_integer (test.deal, "stage"), ==, OFFER);

  undo (&test);
  wait_style (&test, "Call", "here");
  wait_style (&test, "Meeting", "ahead");

  /* Back to where it was skipped, it was passed after all. */
  click (get_stage (&test, "Invoice"));
  wait_style (&test, "Meeting", "skipped");
  click (get_stage (&test, "Meeting"));
  wait_style (&test, "Meeting", "here");
  click (get_stage (&test, "Offer"));
  wait_style (&test, "Meeting", "passed");
  close_card (&test);
}

static void
test_won_and_lost (void)
{
  Fixture test = { 0 };
  GtkWidget *reasons;

  open_card (&test, NULL);
  click (get_stage (&test, "Won"));
  vel_test_wait_text (test.deal, "status", "won");
  wait_style (&test, "Won", "here");
  g_assert_cmpint (vel_record_get_integer (test.deal, "stage"), ==, CALL);
  click (get_stage (&test, "Call"));
  vel_test_wait_text (test.deal, "status", "open");

  click (get_stage (&test, "Lost"));
  reasons = vel_ui_find_type (test.card, VEL_TYPE_LOST_REASONS);
  g_assert_nonnull (reasons);
  g_assert_cmpstr (vel_record_get_text (test.deal, "status"), ==, "open");
  vel_ui_wait_label (reasons, "Too expensive");
  click (vel_ui_find_button (reasons, "Too expensive"));
  vel_test_wait_text (test.deal, "status", "lost");
  g_assert_cmpstr (vel_record_get_text (test.deal, "lost_reason_name"), ==, "Too expensive");
  vel_ui_wait_label (test.card, "Lost: Too expensive");

  undo (&test);
  vel_test_wait_text (test.deal, "status", "open");
  click (get_stage (&test, "Lost"));
  gtk_popover_popdown (GTK_POPOVER (vel_ui_find_type (test.card, VEL_TYPE_LOST_REASONS)));
  vel_test_wait_text (test.deal, "status", "lost");
  g_assert_null (vel_record_get_text (test.deal, "lost_reason_name"));
  vel_test_settle ();
  close_card (&test);
}

static GtkWidget *
find_row (GtkWidget  *widget,
          const char *field)
{
  GtkWidget *found = NULL;

  if (VEL_IS_FIELD_ROW (widget) && g_str_equal (vel_field_row_get_name (VEL_FIELD_ROW (widget)), field))
    return widget;
  if (VEL_IS_LINK_ROW (widget) && g_str_equal (vel_link_row_get_name (VEL_LINK_ROW (widget)), field))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, field);
  return found;
}

/* Types into a row as a person does: goes in, types, and goes elsewhere. */
static VelInlineText *
type_into (Fixture    *test,
           const char *field,
           const char *typed)
{
  GtkWidget *row = find_row (GTK_WIDGET (test->card), field);
  VelInlineText *text = vel_edit_row_get_inline (VEL_EDIT_ROW (row));

  g_assert_true (gtk_widget_grab_focus (row));
  gtk_editable_set_text (GTK_EDITABLE (vel_ui_find_type (text, GTK_TYPE_TEXT)), typed);
  gtk_window_set_focus (test->window, NULL);
  vel_test_settle ();
  return text;
}

typedef struct
{
  VelRecord  *deal;
  const char *field;
  gint64      number;
} Number;

static gboolean
has_number (gpointer data)
{
  Number *number = data;

  return vel_record_get_integer (number->deal, number->field) == number->number;
}

static void
wait_number (Fixture    *test,
             const char *field,
             gint64      number)
{
  Number wanted = { test->deal, field, number };

  vel_ui_wait (has_number, &wanted);
}

static void
test_amount (gconstpointer language)
{
  static const struct { const char *typed; gint64 amount; const char *currency; } sums[] = {
    { "1.234,56", 123456, "TRY" }, { "1,234.57", 123457, "TRY" }, { "₺1.234", 123400, "TRY" },
    { "12 bin", 1200000, "TRY" }, { "$50", 5000, "USD" }, { "75", 7500, "USD" }, { "80 TL", 8000, "TRY" },
  };
  static const char * const wrong[] = { "-5", "a few lira", "1234567890123456", "5 TL 3 $" };
  g_autofree char *before = g_strdup (vel_language_get ());
  Fixture test = { 0 };

  vel_language_set (language);
  open_card (&test, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      g_test_message ("%s", sums[i].typed);
      type_into (&test, "amount", sums[i].typed);
      wait_number (&test, "amount", sums[i].amount);
      g_assert_cmpstr (vel_record_get_text (test.deal, "currency"), ==, sums[i].currency);
    }
  vel_ui_wait_label (vel_ui_find_type (test.card, VEL_TYPE_DEAL_HEAD), "₺80");
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      VelInlineText *text = type_into (&test, "amount", wrong[i]);

      g_test_message ("%s", wrong[i]);
      g_assert_cmpint (vel_inline_text_get_verdict (text), ==, VEL_VERDICT_WRONG);
      g_assert_nonnull (vel_ui_find_label (text, vel_inline_text_get_sentence (text)));
      g_assert_cmpint (vel_record_get_integer (test.deal, "amount"), ==, 8000);
    }
  close_card (&test);
  vel_language_set (before);
}

static void
test_values_that_do_not_fit (void)
{
  Fixture test = { 0 };
  VelInlineText *text;

  open_card (&test, NULL);
  text = type_into (&test, "expected_close", "1.1.2001");
  g_assert_cmpstr (vel_inline_text_get_sentence (text), ==, "The expected close lies before the day the deal began.");
  text = type_into (&test, "probability", "120");
  g_assert_cmpint (vel_inline_text_get_verdict (text), ==, VEL_VERDICT_WRONG);
  type_into (&test, "probability", "40");
  wait_number (&test, "probability", 40);
  /* 15,000,000 minor units at 40 %. */
  vel_ui_wait_label (vel_ui_find_type (test.card, VEL_TYPE_DEAL_HEAD), "₺60,000");
  g_assert_null (vel_record_get_text (test.deal, "expected_close"));
  close_card (&test);
}

static void
test_links (void)
{
  Fixture test = { 0 };
  gint64 person;

  open_card (&test, NULL);
  person = vel_ui_add_customer (test.book, "Işıl Gönenç");
  type_into (&test, "contact", "ışıl gönenç");
  wait_number (&test, "contact", person);
  type_into (&test, "contact", "Nobody Ever");
  g_assert_cmpint (vel_record_get_integer (test.deal, "contact"), ==, person);
  vel_inline_text_reset (vel_edit_row_get_inline (VEL_EDIT_ROW (find_row (GTK_WIDGET (test.card), "contact"))));
  type_into (&test, "contact", "");
  wait_number (&test, "contact", 0);

  /* The customer cannot be taken away; a product that is new is added. */
  g_assert_cmpint (vel_inline_text_get_verdict (type_into (&test, "customer", "")), ==, VEL_VERDICT_WRONG);
  g_assert_cmpint (vel_record_get_integer (test.deal, "customer"), ==, test.customer);
  type_into (&test, "product", "Tadilat");
  vel_test_wait_text (test.deal, "product_name", "Tadilat");

  click (vel_ui_find_button (vel_ui_find_type (test.card, VEL_TYPE_DEAL_HEAD), "Işık Mimarlık"));
  g_assert_cmpint (test.asked.customer, ==, test.customer);
  close_card (&test);
}

static void
test_checklist (void)
{
  Fixture test = { .book = vel_ui_new_book (0) };
  const char * const items[] = { "Introduce us", "Ask for the budget", NULL };
  g_autofree char *json = vel_words_to_json (items);
  g_autofree char *done = g_strdup_printf ("[\"%d/Ask for the budget\"]", CALL);
  g_autoptr(VelChange) change = vel_change_new ("Checklist", NULL);
  g_autoptr(VelCommit) commit = NULL;
  GtkWidget *row;
  GtkCheckButton *tick;

  vel_change_set_text (change, &vel_stage_entity, CALL, "checklist", json);
  commit = vel_book_commit (test.book, change, NULL, NULL);
  g_assert_nonnull (commit);
  open_card (&test, NULL);
  vel_ui_wait_label (test.card, "0 of 2 done");
  row = gtk_widget_get_ancestor (vel_ui_find_label (test.card, "Ask for the budget"), ADW_TYPE_ACTION_ROW);
  tick = GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)));
  gtk_check_button_set_active (tick, TRUE);
  vel_test_wait_text (test.deal, "checked", done);
  vel_ui_wait_label (test.card, "1 of 2 done");
  undo (&test);
  vel_ui_wait_label (test.card, "0 of 2 done");
  g_assert_false (gtk_check_button_get_active (tick));
  close_card (&test);
}

typedef struct
{
  VelDealCard *card;
  guint        n;
} Count;

static gboolean
has_bubbles (gpointer data)
{
  Count *count = data;
  g_autoptr(GPtrArray) rows = vel_card_test_find (count->card, VEL_TYPE_STORY_ROW);

  return rows->len == count->n;
}

/* What is written on the card of a deal is of the deal and of its customer; what
 * else was said with the customer is not told here. */
static void
test_story (void)
{
  Fixture test = { 0 };
  Count count = { NULL, 1 };
  g_autoptr(VelChange) change = vel_change_new ("Add", NULL);
  g_autoptr(VelCommit) commit = NULL;
  g_autoptr(VelQuery) query = vel_query_new (&vel_interaction_entity, NULL, NULL, "at", TRUE);
  g_autoptr(GArray) ids = NULL;
  g_autoptr(VelRecord) interaction = NULL;
  GtkWidget *composer;
  gint64 other;

  open_card (&test, NULL);
  other = vel_change_insert (change, &vel_interaction_entity);
  vel_change_set_integer (change, &vel_interaction_entity, other, "customer", test.customer);
  vel_change_set_text (change, &vel_interaction_entity, other, "kind", "note");
  vel_change_set_integer (change, &vel_interaction_entity, other, "at", 1000);
  vel_change_set_text (change, &vel_interaction_entity, other, "text", "about something else");
  commit = vel_book_commit (test.book, change, NULL, NULL);
  g_assert_nonnull (commit);

  composer = vel_ui_find_type (test.card, VEL_TYPE_COMPOSER);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (vel_ui_find_type (composer, GTK_TYPE_TEXT_VIEW))),
                            "They like the offer.", -1);
  gtk_widget_activate_action (composer, "composer.save", NULL);
  vel_ui_wait_label (test.card, "They like the offer.");
  count.card = test.card;
  vel_ui_wait (has_bubbles, &count);
  g_assert_null (vel_ui_find_label (test.card, "about something else"));
  ids = vel_book_find (test.book, query, NULL);
  g_assert_cmpuint (ids->len, ==, 2);
  interaction = vel_book_get_record (test.book, &vel_interaction_entity, g_array_index (ids, gint64, 0), NULL);
  g_assert_cmpint (vel_record_get_integer (interaction, "deal"), ==, vel_record_get_id (test.deal));
  g_assert_cmpint (vel_record_get_integer (interaction, "customer"), ==, test.customer);
  /* On its own card a deal is not named once more. */
  g_assert_null (vel_ui_find_button (vel_ui_find_type (test.card, VEL_TYPE_STORY_ROW), "Ofis tadilatı"));
  close_card (&test);
}

static void
closed_cb (gboolean *closed)
{
  *closed = TRUE;
}

static gboolean
is_true (gpointer flag)
{
  return *(gboolean *) flag;
}

static gboolean
has_two (gpointer model)
{
  return g_list_model_get_n_items (model) == 2;
}

static void
test_neighbours_and_delete (void)
{
  Fixture test = { .book = vel_ui_new_book (1) };
  g_autoptr(VelQuery) query = vel_query_new (&vel_deal_entity, NULL, NULL, "title", FALSE);
  g_autoptr(VelQueryModel) model = vel_query_model_new (test.book, query);
  const gint64 customer = vel_ui_add_customer (test.book, "Öztürk Peyzaj");
  const gint64 first = vel_deal_test_add (test.book, customer, "Bahçe düzeni", CALL, 0, "TRY");
  gboolean closed = FALSE;
  gint64 id;

  open_card (&test, G_LIST_MODEL (model));
  id = vel_record_get_id (test.deal);
  vel_ui_wait (has_two, model);
  gtk_widget_activate_action (GTK_WIDGET (test.card), "card.next", NULL);
  g_assert_cmpint (vel_deal_card_get_id (test.card), ==, id);
  gtk_widget_activate_action (GTK_WIDGET (test.card), "card.previous", NULL);
  g_assert_cmpint (vel_deal_card_get_id (test.card), ==, first);
  vel_ui_wait_label (vel_ui_find_type (test.card, ADW_TYPE_HEADER_BAR), "Bahçe düzeni");
  g_signal_connect_swapped (test.card, "closed", G_CALLBACK (closed_cb), &closed);
  gtk_widget_activate_action (GTK_WIDGET (test.card), "card.delete", NULL);
  vel_ui_wait (is_true, &closed);
  vel_ui_wait_label (test.card, "This deal is not in the book any more");
  undo (&test);
  wait_style (&test, "Call", "here");
  close_card (&test);
}

int
main (int    argc,
      char **argv)
{
  vel_ui_test_init (&argc, &argv);

  g_test_add_func ("/deal-card/stage-bar", test_stage_bar);
  g_test_add_func ("/deal-card/won-and-lost", test_won_and_lost);
  g_test_add_data_func ("/deal-card/amount/tr", "tr", test_amount);
  g_test_add_data_func ("/deal-card/amount/en", "en", test_amount);
  g_test_add_func ("/deal-card/values-that-do-not-fit", test_values_that_do_not_fit);
  g_test_add_func ("/deal-card/links", test_links);
  g_test_add_func ("/deal-card/checklist", test_checklist);
  g_test_add_func ("/deal-card/story", test_story);
  g_test_add_func ("/deal-card/neighbours-and-delete", test_neighbours_and_delete);

  return g_test_run ();
}
