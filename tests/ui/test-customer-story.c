/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-card-test.h"
#include "vel-composer.h"
#include "vel-customer.h"
#include "vel-records-page.h"
#include "vel-deal-test.h"
#include "vel-interaction.h"
#include "vel-profile.h"
#include "vel-story-row.h"
#include "vel-story.h"
#include "vel-test-util.h"
#include "vel-ui-test.h"

static gint64
add_interaction (VelCardTest *test,
                 const char  *text,
                 int          days_ago)
{
  g_autoptr(VelChange) change = vel_change_new ("Add", NULL);
  g_autoptr(VelCommit) commit = NULL;
  const gint64 id = vel_change_insert (change, &vel_interaction_entity);

  vel_change_set_integer (change, &vel_interaction_entity, id, "customer", test->id);
  vel_change_set_text (change, &vel_interaction_entity, id, "kind", "call");
  vel_change_set_integer (change, &vel_interaction_entity, id, "at",
                          g_get_real_time () / G_USEC_PER_SEC - days_ago * 24 * 60 * 60);
  vel_change_set_text (change, &vel_interaction_entity, id, "text", text);
  commit = vel_book_commit (test->book, change, NULL, NULL);
  g_assert_nonnull (commit);
  return g_array_index (commit->ids, gint64, 0);
}

typedef struct
{
  VelCardTest *test;
  guint    n;
} Count;

static gboolean
has_count (gpointer data)
{
  Count *count = data;
  VelStory *story = (VelStory *) vel_ui_find_type (count->test->card, VEL_TYPE_STORY);
  g_autoptr(GPtrArray) rows = vel_card_test_find (count->test->card, VEL_TYPE_STORY_ROW);

  return story != NULL && vel_story_get_count (story) == count->n && rows->len == count->n;
}

static void
wait_count (VelCardTest *test,
            guint        n)
{
  Count count = { test, n };

  vel_ui_wait (has_count, &count);
}

static double
get_y (VelCardTest *test,
       const char  *text)
{
  GtkWidget *label = vel_ui_find_label (test->card, text);
  double y;

  g_assert_nonnull (label);
  g_assert_true (gtk_widget_translate_coordinates (label, GTK_WIDGET (test->card), 0, 0, NULL, &y));
  return y;
}

static gboolean
is_settled (gpointer data)
{
  VelCardTest *test = data;

  return vel_ui_find_label (test->card, "the first") != NULL &&
         get_y (test, "the first") > get_y (test, "the last");
}

static void
test_newest_first (void)
{
  VelCardTest test = { 0 };

  test.book = vel_ui_new_book (0);
  vel_card_test_open (&test, "Ayşe Yılmaz", NULL);
  add_interaction (&test, "the second", 10);
  add_interaction (&test, "the last", 1);
  add_interaction (&test, "the first", 20);
  wait_count (&test, 3);
  vel_ui_wait (is_settled, &test);
  g_assert_cmpfloat (get_y (&test, "the last"), <, get_y (&test, "the second"));
  g_assert_cmpfloat (get_y (&test, "the second"), <, get_y (&test, "the first"));
  vel_card_test_close (&test);
}

static GtkTextBuffer *
get_composer_buffer (VelCardTest *test)
{
  GtkWidget *composer = vel_ui_find_type (test->card, VEL_TYPE_COMPOSER);

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (vel_ui_find_type (composer, GTK_TYPE_TEXT_VIEW)));
}

static char *
get_draft (VelCardTest *test)
{
  char *text;

  g_object_get (get_composer_buffer (test), "text", &text, NULL);
  return text;
}

static VelRecord *
find_interaction (VelCardTest *test)
{
  g_autoptr(VelQuery) query = vel_query_new (&vel_interaction_entity, NULL, NULL, "at", TRUE);
  g_autoptr(GArray) ids = vel_book_find (test->book, query, NULL);

  g_assert_cmpuint (ids->len, >, 0);
  return vel_book_get_record (test->book, &vel_interaction_entity, g_array_index (ids, gint64, 0), NULL);
}

static void
test_composer_saves (void)
{
  VelCardTest test = { 0 };
  GtkWidget *composer;
  g_autoptr(VelRecord) interaction = NULL;
  g_autofree char *left = NULL;

  vel_card_test_open (&test, "Ayşe Yılmaz", NULL);
  vel_ui_wait_label (test.card, "Nothing has been written down yet. What you say with them goes above, "
                     "and stands here from then on.");
  composer = vel_ui_find_type (test.card, VEL_TYPE_COMPOSER);
  gtk_text_buffer_set_text (get_composer_buffer (&test), "They like the offer.", -1);
  gtk_widget_activate_action (composer, "composer.save", NULL);
  wait_count (&test, 1);
  vel_ui_wait_label (test.card, "They like the offer.");
  interaction = find_interaction (&test);
  g_assert_cmpstr (vel_record_get_text (interaction, "kind"), ==, "call");
  g_assert_cmpstr (vel_record_get_text (interaction, "direction"), ==, "out");
  g_assert_cmpint (vel_record_get_integer (interaction, "customer"), ==, test.id);
  g_assert_cmpint (ABS (vel_record_get_integer (interaction, "at") - g_get_real_time () / G_USEC_PER_SEC), <, 60);
  g_assert_cmpint (vel_record_get_integer (test.customer, "last_contact"), ==,
                   vel_record_get_integer (interaction, "at"));
  left = get_draft (&test);
  g_assert_cmpstr (left, ==, "");

  /* Editing goes through the composer, and keeps the time to the second. */
  {
    const gint64 at = vel_record_get_integer (interaction, "at");

    gtk_widget_activate_action (vel_ui_find_type (test.card, VEL_TYPE_STORY), "story.edit", "x",
                                vel_record_get_id (interaction));
    g_assert_nonnull (vel_ui_find_label (composer, "Edit interaction"));
    gtk_text_buffer_set_text (get_composer_buffer (&test), "They love the offer.", -1);
    gtk_widget_activate_action (composer, "composer.save", NULL);
    vel_test_wait_text (interaction, "text", "They love the offer.");
    g_assert_cmpint (vel_record_get_integer (interaction, "at"), ==, at);
  }

  gtk_widget_activate_action (vel_ui_find_type (test.card, VEL_TYPE_STORY), "story.delete", "x",
                              vel_record_get_id (interaction));
  wait_count (&test, 0);
  vel_card_test_close (&test);
}

static void
wait_title (VelCardTest *test,
            const char  *name)
{
  vel_ui_wait_label (vel_ui_find_type (test->card, ADW_TYPE_HEADER_BAR), name);
}

static gboolean
is_loaded (gpointer model)
{
  return !vel_query_model_is_loading (model);
}

static void
test_neighbours_and_drafts (void)
{
  VelCardTest test = { .book = vel_ui_new_book (3) };
  g_autoptr(VelQuery) query = vel_query_new (&vel_customer_entity, NULL, NULL, NULL, FALSE);
  VelQueryModel *model = vel_query_model_new (test.book, query);
  g_autofree char *draft = NULL;
  g_autofree char *other = NULL;

  vel_ui_wait (is_loaded, model);
  vel_test_settle ();
  vel_card_test_open (&test, "Customer 2½", model);
  vel_ui_wait (is_loaded, model);
  while (g_list_model_get_n_items (G_LIST_MODEL (model)) < 4)
    g_main_context_iteration (NULL, TRUE);
  gtk_text_buffer_set_text (get_composer_buffer (&test), "half a sent", -1);

  gtk_widget_activate_action (GTK_WIDGET (test.card), "card.next", NULL);
  wait_title (&test, "Customer 3");
  other = get_draft (&test);
  g_assert_cmpstr (other, ==, "");
  gtk_widget_activate_action (GTK_WIDGET (test.card), "card.next", NULL);
  wait_title (&test, "Customer 3");
  gtk_widget_activate_action (GTK_WIDGET (test.card), "card.previous", NULL);
  wait_title (&test, "Customer 2½");
  draft = get_draft (&test);
  g_assert_cmpstr (draft, ==, "half a sent");
  gtk_widget_activate_action (GTK_WIDGET (test.card), "card.previous", NULL);
  wait_title (&test, "Customer 2");
  g_assert_cmpint (vel_customer_card_get_id (test.card), !=, test.id);
  g_object_unref (model);
  vel_card_test_close (&test);
}

static void
test_deleted_elsewhere (void)
{
  VelCardTest test = { 0 };
  g_autoptr(VelChange) change = vel_change_new ("Delete %s", "Ayşe Yılmaz", NULL);
  g_autoptr(VelCommit) commit = NULL;
  g_autoptr(VelCommit) undone = NULL;
  g_autofree char *draft = NULL;

  vel_card_test_open (&test, "Ayşe Yılmaz", NULL);
  gtk_text_buffer_set_text (get_composer_buffer (&test), "half a sent", -1);
  vel_change_delete (change, &vel_customer_entity, test.id);
  commit = vel_book_commit (test.book, change, NULL, NULL);
  vel_ui_wait_label (test.card, "This customer is not in the book any more");
  undone = vel_book_undo (test.book, commit->history, NULL);
  g_assert_nonnull (undone);
  vel_ui_wait_label (test.card, "Contact");
  draft = get_draft (&test);
  g_assert_cmpstr (draft, ==, "half a sent");
  vel_card_test_close (&test);
}

static gboolean
has_all (gpointer story)
{
  return vel_story_get_count (story) == 3000;
}

/* Of thousands only those are made that can be seen, and a few more. */
static void
test_many (void)
{
  VelCardTest test = { 0 };
  g_autoptr(VelChange) change = vel_change_new ("Fill", NULL);
  g_autoptr(VelCommit) commit = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  VelStory *story;

  vel_card_test_open (&test, "Ayşe Yılmaz", NULL);
  for (int i = 0; i < 3000; i++)
    {
      const gint64 id = vel_change_insert (change, &vel_interaction_entity);
      g_autofree char *text = g_strdup_printf ("interaction %d", i);

      vel_change_set_integer (change, &vel_interaction_entity, id, "customer", test.id);
      vel_change_set_text (change, &vel_interaction_entity, id, "kind", "note");
      vel_change_set_integer (change, &vel_interaction_entity, id, "at", now - i * 3600);
      vel_change_set_text (change, &vel_interaction_entity, id, "text", text);
    }
  commit = vel_book_commit (test.book, change, NULL, NULL);
  g_assert_nonnull (commit);
  vel_ui_wait_label (test.card, "interaction 0");
  story = (VelStory *) vel_ui_find_type (test.card, VEL_TYPE_STORY);
  vel_ui_wait (has_all, story);
  rows = vel_card_test_find (test.card, VEL_TYPE_STORY_ROW);
  g_assert_cmpuint (rows->len, >, 3);
  g_assert_cmpuint (rows->len, <, 400);
  vel_card_test_close (&test);
}

/* What was said about a deal stands in the story of its customer, and leads to the deal. */
static void
test_about_deal (void)
{
  VelCardTest test = { 0 };
  VelAsked asked = { 0 };
  g_autoptr(VelChange) change = vel_change_new ("About", NULL);
  g_autoptr(VelCommit) commit = NULL;
  GtkWidget *button;
  gint64 interaction;
  gint64 deal;

  vel_card_test_open (&test, "Işık Mimarlık", NULL);
  vel_deal_test_watch (test.window, &asked);
  deal = vel_deal_test_add (test.book, test.id, "Ofis tadilatı", 0, 0, NULL);
  interaction = add_interaction (&test, "about nothing", 2);
  wait_count (&test, 1);
  g_assert_null (vel_ui_find_button (vel_ui_find_type (test.card, VEL_TYPE_STORY), "Ofis tadilatı"));
  vel_change_set_integer (change, &vel_interaction_entity, interaction, "deal", deal);
  commit = vel_book_commit (test.book, change, NULL, NULL);
  g_assert_nonnull (commit);
  vel_ui_wait_label (vel_ui_find_type (test.card, VEL_TYPE_STORY_ROW), "Ofis tadilatı");
  button = vel_ui_find_button (vel_ui_find_type (test.card, VEL_TYPE_STORY_ROW), "Ofis tadilatı");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpint (asked.deal, ==, deal);
  vel_card_test_close (&test);
}

static gboolean
shows_card (gpointer window)
{
  GtkWidget *card = vel_ui_find_type (window, VEL_TYPE_CUSTOMER_CARD);

  return card != NULL && gtk_widget_get_mapped (card);
}

static gboolean
shows_list (gpointer window)
{
  GtkWidget *list = vel_ui_find_type (window, VEL_TYPE_RECORDS_PAGE);

  return list != NULL && gtk_widget_get_mapped (list);
}

static void
open_from_list (VelCardTest *test,
                VelWindow   *window,
                gint64       id)
{
  vel_ui_wait (shows_list, window);
  g_signal_emit_by_name (vel_ui_find_type (window, VEL_TYPE_RECORDS_PAGE), "record-activated", id);
  vel_ui_wait (shows_card, window);
  test->card = VEL_CUSTOMER_CARD (vel_ui_find_type (window, VEL_TYPE_CUSTOMER_CARD));
  g_assert_cmpint (vel_customer_card_get_id (test->card), ==, id);
}

/* What is being written outlasts a way back to the list and through another card. */
static void
test_draft_outlasts_list (void)
{
  VelCardTest test = { .book = vel_ui_new_book (0) };
  const gint64 one = vel_ui_add_customer (test.book, "Ayşe Yılmaz");
  const gint64 other = vel_ui_add_customer (test.book, "Işık Mimarlık");
  VelWindow *window = vel_ui_new_window (test.book);
  g_autofree char *empty = NULL;
  g_autofree char *draft = NULL;

  open_from_list (&test, window, one);
  gtk_text_buffer_set_text (get_composer_buffer (&test), "half a sent", -1);
  gtk_widget_activate_action (GTK_WIDGET (test.card), "card.back", NULL);
  open_from_list (&test, window, other);
  empty = get_draft (&test);
  g_assert_cmpstr (empty, ==, "");
  gtk_widget_activate_action (GTK_WIDGET (test.card), "card.back", NULL);
  open_from_list (&test, window, one);
  draft = get_draft (&test);
  g_assert_cmpstr (draft, ==, "half a sent");
  vel_ui_close_window (window);
  vel_ui_close_book (test.book);
}

/* Nor is it lost when the program ends, until it is saved or discarded. */
static void
test_draft_outlasts_program (void)
{
  VelCardTest test = { .book = vel_ui_new_book (0) };
  const gint64 one = vel_ui_add_customer (test.book, "Ayşe Yılmaz");
  g_autofree char *path = g_strdup (vel_book_get_path (test.book));

  for (int i = 0; i < 4; i++)
    {
      VelWindow *window = vel_ui_new_window (test.book);
      g_autofree char *draft = NULL;

      open_from_list (&test, window, one);
      draft = get_draft (&test);
      /* First there is none, then it is edited twice and discarded, then there is none again. */
      g_assert_cmpstr (draft, ==, i == 1 ? "half a sent" : i == 2 ? "half a sentence" : "");
      if (i < 2)
        gtk_text_buffer_set_text (get_composer_buffer (&test), i == 0 ? "half a sent" : "half a sentence", -1);
      else if (i == 2)
        gtk_widget_activate_action (vel_ui_find_type (test.card, VEL_TYPE_COMPOSER), "composer.discard", NULL);
      vel_ui_close_window (window);
      vel_ui_close_book (test.book);
      test.book = i < 3 ? vel_book_open (path, FALSE, NULL) : NULL;
      g_assert_true (i == 3 || test.book != NULL);
    }
}

/* What is being edited is told from what is new, and comes before it. */
static void
test_edit_outlasts_program (void)
{
  VelCardTest test = { .book = vel_ui_new_book (0) };
  VelWindow *window = vel_ui_new_window (test.book);
  g_autofree char *path = g_strdup (vel_book_get_path (test.book));
  g_autofree char *edited = NULL;
  g_autofree char *behind = NULL;
  gint64 interaction;

  test.id = vel_ui_add_customer (test.book, "Ayşe Yılmaz");
  interaction = add_interaction (&test, "They like it.", 3);
  open_from_list (&test, window, test.id);
  gtk_text_buffer_set_text (get_composer_buffer (&test), "half a sent", -1);
  gtk_widget_activate_action (vel_ui_find_type (test.card, VEL_TYPE_STORY), "story.edit", "x", interaction);
  gtk_text_buffer_set_text (get_composer_buffer (&test), "They love it.", -1);
  vel_ui_close_window (window);
  vel_ui_close_book (test.book);

  test.book = vel_book_open (path, FALSE, NULL);
  window = vel_ui_new_window (test.book);
  open_from_list (&test, window, test.id);
  edited = get_draft (&test);
  g_assert_cmpstr (edited, ==, "They love it.");
  g_assert_nonnull (vel_ui_find_label (test.card, "Edit interaction"));
  gtk_widget_activate_action (vel_ui_find_type (test.card, VEL_TYPE_COMPOSER), "composer.discard", NULL);
  behind = get_draft (&test);
  g_assert_cmpstr (behind, ==, "half a sent");
  gtk_widget_activate_action (vel_ui_find_type (test.card, VEL_TYPE_COMPOSER), "composer.discard", NULL);
  vel_ui_close_window (window);
  vel_ui_close_book (test.book);
}

static gboolean
shows_save (gpointer data)
{
  VelCardTest *test = data;
  GtkWidget *composer = vel_ui_find_type (test->card, VEL_TYPE_COMPOSER);
  GtkWidget *save = composer != NULL ? vel_ui_find_button (composer, "Save") : NULL;
  graphene_rect_t top;
  graphene_rect_t bottom;

  return save != NULL && gtk_widget_compute_bounds (composer, GTK_WIDGET (test->card), &top) &&
         gtk_widget_compute_bounds (save, GTK_WIDGET (test->card), &bottom) && top.origin.y >= 0 &&
         bottom.size.height > 0 &&
         bottom.origin.y + bottom.size.height <= gtk_widget_get_height (GTK_WIDGET (test->card));
}

static gboolean
is_narrow (gpointer card)
{
  return gtk_widget_get_width (card) < 400 && vel_ui_find_label (card, "Interactions") != NULL;
}

static GtkWidget *
find_write_button (VelCardTest *test)
{
  g_autoptr(GPtrArray) buttons = vel_card_test_find (test->card, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (g_ptr_array_index (buttons, i)), "card.write") == 0)
      return g_ptr_array_index (buttons, i);
  return NULL;
}

static gboolean
has_write_button (gpointer test)
{
  return find_write_button (test) != NULL;
}

/* Where the composer is below the profile, one step leads to all of it. */
static void
test_write_narrow (void)
{
  VelCardTest test = { .book = vel_ui_new_book (0) };
  VelWindow *window = vel_ui_new_window (test.book);
  GtkWidget *button;

  test.id = vel_ui_add_customer (test.book, "Ayşe Yılmaz");
  for (int i = 0; i < 12; i++)
    add_interaction (&test, "They like it.", i + 1);
  vel_ui_close_window (window);
  window = VEL_WINDOW (vel_window_new (vel_ui_get_application ()));
  vel_window_show_book (window, test.book, FALSE, "customers");
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  gtk_window_present (GTK_WINDOW (window));
  open_from_list (&test, window, test.id);
  vel_ui_wait (is_narrow, test.card);
  g_assert_false (shows_save (&test));
  vel_ui_wait (has_write_button, &test);
  button = find_write_button (&test);
  gtk_widget_activate (button);
  vel_ui_wait (shows_save, &test);
  g_assert_true (gtk_widget_has_focus (vel_ui_find_type (vel_ui_find_type (test.card, VEL_TYPE_COMPOSER),
                                                         GTK_TYPE_TEXT_VIEW)));
  vel_ui_close_window (window);
  vel_ui_close_book (test.book);
}

int
main (int    argc,
      char **argv)
{
  vel_ui_test_init (&argc, &argv);
  g_test_add_func ("/customer-story/newest-first", test_newest_first);
  g_test_add_func ("/customer-story/composer-saves", test_composer_saves);
  g_test_add_func ("/customer-story/neighbours-and-drafts", test_neighbours_and_drafts);
  g_test_add_func ("/customer-story/deleted-elsewhere", test_deleted_elsewhere);
  g_test_add_func ("/customer-story/about-deal", test_about_deal);
  g_test_add_func ("/customer-story/many", test_many);
  g_test_add_func ("/customer-story/draft-outlasts-list", test_draft_outlasts_list);
  g_test_add_func ("/customer-story/draft-outlasts-program", test_draft_outlasts_program);
  g_test_add_func ("/customer-story/edit-outlasts-program", test_edit_outlasts_program);
  g_test_add_func ("/customer-story/write-narrow", test_write_narrow);
  return g_test_run ();
}
