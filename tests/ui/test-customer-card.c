/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-address-row.h"
#include "vel-affiliation.h"
#include "vel-composer.h"
#include "vel-customer-card.h"
#include "vel-customer.h"
#include "vel-field-row.h"
#include "vel-interaction.h"
#include "vel-item-row.h"
#include "vel-item.h"
#include "vel-profile-head.h"
#include "vel-profile.h"
#include "vel-record-history.h"
#include "vel-story-row.h"
#include "vel-story.h"
#include "vel-test-util.h"
#include "vel-ui-test.h"

typedef struct
{
  VelBook         *book;
  GtkWindow       *window;
  VelCustomerCard *card;
  VelRecord       *customer;
  gint64           id;
} Fixture;

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static VelRecord *
get_customer (VelBook *book,
              gint64   id)
{
  g_autoptr(GError) error = NULL;
  VelRecord *record = vel_book_get_record (book, &vel_customer_entity, id, &error);

  g_assert_no_error (error);
  return record;
}

static void
open_card (Fixture       *fixture,
           const char    *name,
           VelQueryModel *around)
{
  if (fixture->book == NULL)
    fixture->book = vel_ui_new_book (0);
  fixture->id = vel_ui_add_customer (fixture->book, name);
  fixture->customer = get_customer (fixture->book, fixture->id);
  fixture->window = GTK_WINDOW (adw_application_window_new (GTK_APPLICATION (vel_ui_get_application ())));
  fixture->card = VEL_CUSTOMER_CARD (vel_customer_card_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (fixture->window), GTK_WIDGET (fixture->card));
  gtk_window_set_default_size (fixture->window, 1100, 800);
  vel_customer_card_show (fixture->card, fixture->book, fixture->id, around);
  gtk_window_present (fixture->window);
  vel_ui_wait (is_mapped, fixture->card);
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* Closes the window; nothing of the card is left then. */
static void
close_card (Fixture *fixture)
{
  gpointer card = fixture->card;

  g_object_add_weak_pointer (card, &card);
  gtk_window_destroy (fixture->window);
  vel_ui_wait (is_null, &card);
  g_clear_object (&fixture->customer);
  vel_ui_close_book (g_steal_pointer (&fixture->book));
}

static VelFieldRow *
find_field_row (GtkWidget  *widget,
                const char *field)
{
  VelFieldRow *found = NULL;

  if (VEL_IS_FIELD_ROW (widget))
    return g_str_equal (vel_field_row_get_name (VEL_FIELD_ROW (widget)), field) ? VEL_FIELD_ROW (widget) : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_field_row (child, field);
  return found;
}

static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
find_all (gpointer root,
          GType    type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (root, type, found);
  return found;
}

static GtkEditable *
get_editable (gpointer row)
{
  VelInlineText *text = vel_edit_row_get_inline (VEL_EDIT_ROW (row));

  return GTK_EDITABLE (vel_ui_find_type (text, GTK_TYPE_TEXT));
}

/* Types into a row as a person does: goes in, types, and goes elsewhere. */
static void
type_into (Fixture    *fixture,
           gpointer    row,
           const char *text)
{
  g_assert_true (gtk_widget_grab_focus (row));
  gtk_editable_set_text (get_editable (row), text);
}

static void
leave (Fixture *fixture)
{
  gtk_window_set_focus (fixture->window, NULL);
  vel_test_settle ();
}

static void
wait_items (VelRecord  *record,
            const char *field,
            const char *json)
{
  vel_test_wait_text (record, field, json);
}

static void
test_field_is_saved (void)
{
  Fixture fixture = { 0 };
  VelFieldRow *row;
  g_autoptr(GError) error = NULL;
  g_autoptr(VelCommit) undone = NULL;

  open_card (&fixture, "Ayşe Yılmaz", NULL);
  row = find_field_row (GTK_WIDGET (fixture.card), "title");
  g_assert_nonnull (row);
  type_into (&fixture, row, "  Mimar ");
  g_assert_null (vel_record_get_text (fixture.customer, "title"));
  leave (&fixture);
  vel_test_wait_text (fixture.customer, "title", "Mimar");
  vel_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (get_editable (row)), ==, "Mimar");

  /* One change, which undo takes back, also where it stands. */
  undone = vel_book_undo (fixture.book, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone->label, ==, "Change job title of %s");
  vel_test_wait_text (fixture.customer, "title", NULL);
  g_assert_cmpstr (gtk_editable_get_text (get_editable (row)), ==, "");
  close_card (&fixture);
}

/* What changes meanwhile does not take away what somebody types. */
static void
test_typing_survives (void)
{
  Fixture fixture = { 0 };
  VelFieldRow *row;
  g_autoptr(VelChange) change = vel_change_new ("Elsewhere", NULL);
  g_autoptr(VelCommit) commit = NULL;

  open_card (&fixture, "Ayşe Yılmaz", NULL);
  row = find_field_row (GTK_WIDGET (fixture.card), "source");
  type_into (&fixture, row, "Tavs");
  vel_change_set_text (change, &vel_customer_entity, fixture.id, "source", "Fuar");
  commit = vel_book_commit (fixture.book, change, NULL, NULL);
  g_assert_nonnull (commit);
  vel_test_wait_text (fixture.customer, "source", "Fuar");
  g_assert_cmpstr (gtk_editable_get_text (get_editable (row)), ==, "Tavs");
  vel_inline_text_reset (vel_edit_row_get_inline (VEL_EDIT_ROW (row)));
  g_assert_cmpstr (gtk_editable_get_text (get_editable (row)), ==, "Fuar");
  close_card (&fixture);
}

static VelItemRow *
get_item_row (Fixture *fixture,
              guint    index)
{
  g_autoptr(GPtrArray) rows = find_all (fixture->card, VEL_TYPE_ITEM_ROW);

  g_assert_cmpuint (rows->len, >, index);
  return g_ptr_array_index (rows, index);
}

static void
test_invalid_is_not_saved (void)
{
  Fixture fixture = { 0 };
  VelItemRow *row;
  VelInlineText *text;

  open_card (&fixture, "Ayşe Yılmaz", NULL);
  row = get_item_row (&fixture, 1);
  text = vel_edit_row_get_inline (VEL_EDIT_ROW (row));
  type_into (&fixture, row, "ayse@");
  g_assert_cmpint (vel_inline_text_get_verdict (text), ==, VEL_VERDICT_WRONG);
  leave (&fixture);
  g_assert_null (vel_record_get_text (fixture.customer, "emails"));
  /* The text stays, and the sentence stands below it. */
  g_assert_cmpstr (gtk_editable_get_text (get_editable (row)), ==, "ayse@");
  g_assert_nonnull (vel_ui_find_label (text, vel_inline_text_get_sentence (text)));

  type_into (&fixture, row, "ayse@ornek.example");
  g_assert_cmpint (vel_inline_text_get_verdict (text), ==, VEL_VERDICT_NONE);
  leave (&fixture);
  wait_items (fixture.customer, "emails", "[{\"value\":\"ayse@ornek.example\"}]");
  close_card (&fixture);
}

/* A name is not left empty, and a doubtful number is kept. */
static void
test_verdicts (void)
{
  Fixture fixture = { 0 };
  VelFieldRow *row;
  VelInlineText *text;

  open_card (&fixture, "Ayşe Yılmaz", NULL);
  gtk_widget_activate_action (vel_ui_find_type (fixture.card, VEL_TYPE_PROFILE), "profile.add-field", "s", "tax_id");
  row = find_field_row (GTK_WIDGET (fixture.card), "tax_id");
  text = vel_edit_row_get_inline (VEL_EDIT_ROW (row));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (row)));
  type_into (&fixture, row, "4540536921");
  g_assert_cmpint (vel_inline_text_get_verdict (text), ==, VEL_VERDICT_DOUBTFUL);
  leave (&fixture);
  vel_test_wait_text (fixture.customer, "tax_id", "4540536921");
  type_into (&fixture, row, "454 053 6920");
  g_assert_cmpint (vel_inline_text_get_verdict (text), ==, VEL_VERDICT_GOOD);
  leave (&fixture);
  vel_test_wait_text (fixture.customer, "tax_id", "4540536920");

  text = VEL_INLINE_TEXT (vel_ui_find_type (vel_ui_find_type (fixture.card, VEL_TYPE_PROFILE_HEAD),
                                            VEL_TYPE_INLINE_TEXT));
  gtk_widget_grab_focus (GTK_WIDGET (text));
  gtk_editable_set_text (GTK_EDITABLE (vel_ui_find_type (text, GTK_TYPE_TEXT)), "  ");
  g_assert_cmpint (vel_inline_text_get_verdict (text), ==, VEL_VERDICT_WRONG);
  leave (&fixture);
  g_assert_cmpstr (vel_record_get_text (fixture.customer, "name"), ==, "Ayşe Yılmaz");
  close_card (&fixture);
}

static void
activate_item (gpointer    row,
               const char *action,
               const char *target)
{
  g_autofree char *name = g_strconcat ("item.", action, NULL);

  g_assert_true (gtk_widget_activate_action (row, name, target != NULL ? "s" : NULL, target));
}

static void
test_phones (void)
{
  Fixture fixture = { 0 };
  GtkWidget *profile;

  open_card (&fixture, "Ayşe Yılmaz", NULL);
  profile = vel_ui_find_type (fixture.card, VEL_TYPE_PROFILE);
  type_into (&fixture, get_item_row (&fixture, 0), "0532 123 45 67");
  leave (&fixture);
  wait_items (fixture.customer, "phones", "[{\"label\":\"mobile\",\"value\":\"+905321234567\"}]");
  vel_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (get_editable (get_item_row (&fixture, 0))), ==, "0532 123 45 67");

  /* The same number in another writing is no change. */
  type_into (&fixture, get_item_row (&fixture, 0), "+90 (532) 1234567");
  leave (&fixture);
  g_assert_cmpstr (gtk_editable_get_text (get_editable (get_item_row (&fixture, 0))), ==, "0532 123 45 67");

  gtk_widget_activate_action (profile, "profile.add-field", "s", "phones");
  vel_test_settle ();
  type_into (&fixture, get_item_row (&fixture, 1), "0212 555 01 01");
  leave (&fixture);
  wait_items (fixture.customer, "phones", "[{\"label\":\"mobile\",\"value\":\"+905321234567\"},"
              "{\"label\":\"work\",\"value\":\"+902125550101\"}]");
  vel_test_settle ();

  activate_item (get_item_row (&fixture, 1), "label", "home");
  wait_items (fixture.customer, "phones", "[{\"label\":\"mobile\",\"value\":\"+905321234567\"},"
              "{\"label\":\"home\",\"value\":\"+902125550101\"}]");
  activate_item (get_item_row (&fixture, 1), "up", NULL);
  wait_items (fixture.customer, "phones", "[{\"label\":\"home\",\"value\":\"+902125550101\"},"
              "{\"label\":\"mobile\",\"value\":\"+905321234567\"}]");
  activate_item (get_item_row (&fixture, 0), "remove", NULL);
  wait_items (fixture.customer, "phones", "[{\"label\":\"mobile\",\"value\":\"+905321234567\"}]");

  /* An emptied number goes. */
  vel_test_settle ();
  type_into (&fixture, get_item_row (&fixture, 0), "");
  leave (&fixture);
  wait_items (fixture.customer, "phones", NULL);
  close_card (&fixture);
}

/* A row that was asked for and left alone is gone again. */
static void
test_unfilled_row_goes (void)
{
  Fixture fixture = { 0 };
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) during = NULL;
  g_autoptr(GPtrArray) after = NULL;

  open_card (&fixture, "Ayşe Yılmaz", NULL);
  before = find_all (fixture.card, VEL_TYPE_ITEM_ROW);
  gtk_widget_activate_action (vel_ui_find_type (fixture.card, VEL_TYPE_PROFILE), "profile.add-field", "s", "links");
  vel_test_settle ();
  during = find_all (fixture.card, VEL_TYPE_ITEM_ROW);
  g_assert_cmpuint (during->len, ==, before->len + 1);
  leave (&fixture);
  vel_test_settle ();
  after = find_all (fixture.card, VEL_TYPE_ITEM_ROW);
  g_assert_cmpuint (after->len, ==, before->len);
  close_card (&fixture);
}

static void
test_address (void)
{
  Fixture fixture = { 0 };
  GtkWidget *row;
  g_autoptr(GPtrArray) texts = NULL;

  open_card (&fixture, "Ayşe Yılmaz", NULL);
  row = vel_ui_find_type (fixture.card, VEL_TYPE_ADDRESS_ROW);
  gtk_widget_grab_focus (row);
  vel_test_settle ();
  texts = find_all (row, GTK_TYPE_TEXT);
  g_assert_cmpuint (texts->len, ==, 4);

  /* A district that only one city has tells the city. */
  gtk_widget_grab_focus (g_ptr_array_index (texts, 1));
  gtk_editable_set_text (g_ptr_array_index (texts, 1), "kadikoy");
  leave (&fixture);
  vel_test_wait_text (fixture.customer, "district", "Kadıköy");
  g_assert_cmpstr (vel_record_get_text (fixture.customer, "city"), ==, "İstanbul");
  close_card (&fixture);
}

static gint64
add_interaction (Fixture    *fixture,
                 const char *text,
                 int         days_ago)
{
  g_autoptr(VelChange) change = vel_change_new ("Add", NULL);
  g_autoptr(VelCommit) commit = NULL;
  const gint64 id = vel_change_insert (change, &vel_interaction_entity);

  vel_change_set_integer (change, &vel_interaction_entity, id, "customer", fixture->id);
  vel_change_set_text (change, &vel_interaction_entity, id, "kind", "call");
  vel_change_set_integer (change, &vel_interaction_entity, id, "at",
                          g_get_real_time () / G_USEC_PER_SEC - days_ago * 24 * 60 * 60);
  vel_change_set_text (change, &vel_interaction_entity, id, "text", text);
  commit = vel_book_commit (fixture->book, change, NULL, NULL);
  g_assert_nonnull (commit);
  return g_array_index (commit->ids, gint64, 0);
}

typedef struct
{
  Fixture *fixture;
  guint    n;
} Count;

static gboolean
has_count (gpointer data)
{
  Count *count = data;
  VelStory *story = (VelStory *) vel_ui_find_type (count->fixture->card, VEL_TYPE_STORY);
  g_autoptr(GPtrArray) rows = find_all (count->fixture->card, VEL_TYPE_STORY_ROW);

  return story != NULL && vel_story_get_count (story) == count->n && rows->len == count->n;
}

static void
wait_count (Fixture *fixture,
            guint    n)
{
  Count count = { fixture, n };

  vel_ui_wait (has_count, &count);
}

static double
get_y (Fixture    *fixture,
       const char *text)
{
  GtkWidget *label = vel_ui_find_label (fixture->card, text);
  double y;

  g_assert_nonnull (label);
  g_assert_true (gtk_widget_translate_coordinates (label, GTK_WIDGET (fixture->card), 0, 0, NULL, &y));
  return y;
}

static gboolean
is_settled (gpointer data)
{
  Fixture *fixture = data;

  return vel_ui_find_label (fixture->card, "the first") != NULL &&
         get_y (fixture, "the first") > get_y (fixture, "the last");
}

static void
test_newest_first (void)
{
  Fixture fixture = { 0 };

  fixture.book = vel_ui_new_book (0);
  open_card (&fixture, "Ayşe Yılmaz", NULL);
  add_interaction (&fixture, "the second", 10);
  add_interaction (&fixture, "the last", 1);
  add_interaction (&fixture, "the first", 20);
  wait_count (&fixture, 3);
  vel_ui_wait (is_settled, &fixture);
  g_assert_cmpfloat (get_y (&fixture, "the last"), <, get_y (&fixture, "the second"));
  g_assert_cmpfloat (get_y (&fixture, "the second"), <, get_y (&fixture, "the first"));
  close_card (&fixture);
}

static GtkTextBuffer *
get_composer_buffer (Fixture *fixture)
{
  GtkWidget *composer = vel_ui_find_type (fixture->card, VEL_TYPE_COMPOSER);

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (vel_ui_find_type (composer, GTK_TYPE_TEXT_VIEW)));
}

static char *
get_draft (Fixture *fixture)
{
  char *text;

  g_object_get (get_composer_buffer (fixture), "text", &text, NULL);
  return text;
}

static VelRecord *
find_interaction (Fixture *fixture)
{
  g_autoptr(VelQuery) query = vel_query_new (&vel_interaction_entity, NULL, NULL, "at", TRUE);
  g_autoptr(GArray) ids = vel_book_find (fixture->book, query, NULL);

  g_assert_cmpuint (ids->len, >, 0);
  return vel_book_get_record (fixture->book, &vel_interaction_entity, g_array_index (ids, gint64, 0), NULL);
}

static void
test_composer_saves (void)
{
  Fixture fixture = { 0 };
  GtkWidget *composer;
  g_autoptr(VelRecord) interaction = NULL;
  g_autofree char *left = NULL;

  open_card (&fixture, "Ayşe Yılmaz", NULL);
  vel_ui_wait_label (fixture.card, "Nothing has been written down yet. What you say with them goes above, "
                     "and stands here from then on.");
  composer = vel_ui_find_type (fixture.card, VEL_TYPE_COMPOSER);
  gtk_text_buffer_set_text (get_composer_buffer (&fixture), "They like the offer.", -1);
  gtk_widget_activate_action (composer, "composer.save", NULL);
  wait_count (&fixture, 1);
  vel_ui_wait_label (fixture.card, "They like the offer.");
  interaction = find_interaction (&fixture);
  g_assert_cmpstr (vel_record_get_text (interaction, "kind"), ==, "call");
  g_assert_cmpstr (vel_record_get_text (interaction, "direction"), ==, "out");
  g_assert_cmpint (vel_record_get_integer (interaction, "customer"), ==, fixture.id);
  g_assert_cmpint (ABS (vel_record_get_integer (interaction, "at") - g_get_real_time () / G_USEC_PER_SEC), <, 60);
  g_assert_cmpint (vel_record_get_integer (fixture.customer, "last_contact"), ==,
                   vel_record_get_integer (interaction, "at"));
  left = get_draft (&fixture);
  g_assert_cmpstr (left, ==, "");

  /* Editing goes through the composer, and keeps the time to the second. */
  {
    const gint64 at = vel_record_get_integer (interaction, "at");

    gtk_widget_activate_action (vel_ui_find_type (fixture.card, VEL_TYPE_STORY), "story.edit", "x",
                                vel_record_get_id (interaction));
    g_assert_nonnull (vel_ui_find_label (composer, "Edit interaction"));
    gtk_text_buffer_set_text (get_composer_buffer (&fixture), "They love the offer.", -1);
    gtk_widget_activate_action (composer, "composer.save", NULL);
    vel_test_wait_text (interaction, "text", "They love the offer.");
    g_assert_cmpint (vel_record_get_integer (interaction, "at"), ==, at);
  }

  gtk_widget_activate_action (vel_ui_find_type (fixture.card, VEL_TYPE_STORY), "story.delete", "x",
                              vel_record_get_id (interaction));
  wait_count (&fixture, 0);
  close_card (&fixture);
}

static void
wait_title (Fixture    *fixture,
            const char *name)
{
  vel_ui_wait_label (vel_ui_find_type (fixture->card, ADW_TYPE_HEADER_BAR), name);
}

static gboolean
is_loaded (gpointer model)
{
  return !vel_query_model_is_loading (model);
}

static void
test_neighbours_and_drafts (void)
{
  Fixture fixture = { .book = vel_ui_new_book (3) };
  g_autoptr(VelQuery) query = vel_query_new (&vel_customer_entity, NULL, NULL, NULL, FALSE);
  VelQueryModel *model = vel_query_model_new (fixture.book, query);
  g_autofree char *draft = NULL;
  g_autofree char *other = NULL;

  vel_ui_wait (is_loaded, model);
  vel_test_settle ();
  open_card (&fixture, "Customer 2½", model);
  vel_ui_wait (is_loaded, model);
  while (g_list_model_get_n_items (G_LIST_MODEL (model)) < 4)
    g_main_context_iteration (NULL, TRUE);
  gtk_text_buffer_set_text (get_composer_buffer (&fixture), "half a sent", -1);

  gtk_widget_activate_action (GTK_WIDGET (fixture.card), "card.next", NULL);
  wait_title (&fixture, "Customer 3");
  other = get_draft (&fixture);
  g_assert_cmpstr (other, ==, "");
  gtk_widget_activate_action (GTK_WIDGET (fixture.card), "card.next", NULL);
  wait_title (&fixture, "Customer 3");
  gtk_widget_activate_action (GTK_WIDGET (fixture.card), "card.previous", NULL);
  wait_title (&fixture, "Customer 2½");
  draft = get_draft (&fixture);
  g_assert_cmpstr (draft, ==, "half a sent");
  gtk_widget_activate_action (GTK_WIDGET (fixture.card), "card.previous", NULL);
  wait_title (&fixture, "Customer 2");
  g_assert_cmpint (vel_customer_card_get_id (fixture.card), !=, fixture.id);
  g_object_unref (model);
  close_card (&fixture);
}

static void
test_deleted_elsewhere (void)
{
  Fixture fixture = { 0 };
  g_autoptr(VelChange) change = vel_change_new ("Delete %s", "Ayşe Yılmaz", NULL);
  g_autoptr(VelCommit) commit = NULL;
  g_autoptr(VelCommit) undone = NULL;
  g_autofree char *draft = NULL;

  open_card (&fixture, "Ayşe Yılmaz", NULL);
  gtk_text_buffer_set_text (get_composer_buffer (&fixture), "half a sent", -1);
  vel_change_delete (change, &vel_customer_entity, fixture.id);
  commit = vel_book_commit (fixture.book, change, NULL, NULL);
  vel_ui_wait_label (fixture.card, "This customer is not in the book any more");
  undone = vel_book_undo (fixture.book, commit->history, NULL);
  g_assert_nonnull (undone);
  vel_ui_wait_label (fixture.card, "Contact");
  draft = get_draft (&fixture);
  g_assert_cmpstr (draft, ==, "half a sent");
  close_card (&fixture);
}

/* Another program has the book open too. */
static void
test_changed_elsewhere (void)
{
  Fixture fixture = { 0 };
  g_autoptr(GError) error = NULL;
  g_autoptr(VelChange) change = vel_change_new ("Elsewhere", NULL);
  g_autoptr(VelCommit) commit = NULL;
  VelBook *other;
  gint64 interaction;

  open_card (&fixture, "Ayşe Yılmaz", NULL);
  other = vel_book_open (vel_book_get_path (fixture.book), FALSE, &error);
  g_assert_no_error (error);
  vel_change_set_text (change, &vel_customer_entity, fixture.id, "source", "Fuar");
  vel_change_set_text (change, &vel_customer_entity, fixture.id, "phone", "+905321234567");
  interaction = vel_change_insert (change, &vel_interaction_entity);
  vel_change_set_integer (change, &vel_interaction_entity, interaction, "customer", fixture.id);
  vel_change_set_text (change, &vel_interaction_entity, interaction, "kind", "note");
  vel_change_set_integer (change, &vel_interaction_entity, interaction, "at", g_get_real_time () / G_USEC_PER_SEC);
  vel_change_set_text (change, &vel_interaction_entity, interaction, "text", "from another room");
  commit = vel_book_commit (other, change, NULL, &error);
  g_assert_no_error (error);

  vel_ui_wait_label (fixture.card, "from another room");
  vel_test_wait_text (fixture.customer, "source", "Fuar");
  g_assert_cmpstr (gtk_editable_get_text (get_editable (find_field_row (GTK_WIDGET (fixture.card), "source"))), ==,
                   "Fuar");
  g_assert_cmpstr (gtk_editable_get_text (get_editable (get_item_row (&fixture, 0))), ==, "0532 123 45 67");
  vel_ui_close_book (other);
  close_card (&fixture);
}

static void
test_history (void)
{
  Fixture fixture = { 0 };
  VelRecordHistory *history;
  g_autoptr(VelChange) change = vel_change_new ("Change source of %s", "Ayşe Yılmaz", NULL);
  g_autoptr(VelCommit) commit = NULL;

  open_card (&fixture, "Ayşe Yılmaz", NULL);
  vel_change_set_text (change, &vel_customer_entity, fixture.id, "source", "Fuar");
  commit = vel_book_commit (fixture.book, change, NULL, NULL);
  g_assert_nonnull (commit);
  history = vel_record_history_present (GTK_WIDGET (fixture.card), fixture.book, fixture.customer);
  vel_ui_wait_label (history, "Change source of Ayşe Yılmaz");
  g_assert_nonnull (vel_ui_find_label (history, "Source: Fuar"));
  gtk_window_destroy (GTK_WINDOW (history));
  close_card (&fixture);
}

static gboolean
is_one_column (gpointer card)
{
  GtkWidget *profile = vel_ui_find_type (card, VEL_TYPE_PROFILE);

  return profile != NULL && gtk_widget_get_ancestor (profile, VEL_TYPE_STORY) != NULL;
}

/* Fills a card with as much as there may be. */
static void
fill (Fixture *fixture)
{
  static const char * const values[][2] = {
    { "kind", "organisation" }, { "status", "active" }, { "phone", "+905321234567" },
    { "email", "cok.uzun.bir.adres.ama.gercekten.uzun@alt.alan.uzunbiralanadi.example" },
    { "city", "Afyonkarahisar" }, { "district", "Sultandağı" }, { "website", "https://ornek.example/uzun/bir/yol" },
    { "iban", "TR330006100519786457841326" }, { "tax_id", "4540536920" }, { "source", "Tavsiye" },
    { "notes", "Uzun bir not" },
  };
  g_autoptr(VelChange) change = vel_change_new ("Fill", NULL);
  g_autoptr(VelCommit) commit = NULL;
  gint64 interaction;
  gint64 person;
  gint64 affiliation;

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    vel_change_set_text (change, &vel_customer_entity, fixture->id, values[i][0], values[i][1]);
  vel_change_add_word (change, &vel_customer_entity, fixture->id, "tags", "oldukça uzun bir etiket adı");
  vel_change_add_word (change, &vel_customer_entity, fixture->id, "interests", "oldukça uzun bir ürün adı");
  person = vel_change_insert (change, &vel_customer_entity);
  vel_change_set_text (change, &vel_customer_entity, person, "name", "Ayşe Nurhayat Karaosmanoğlu Yılmazer");
  affiliation = vel_change_insert (change, &vel_affiliation_entity);
  vel_change_set_integer (change, &vel_affiliation_entity, affiliation, "person", person);
  vel_change_set_integer (change, &vel_affiliation_entity, affiliation, "organisation", fixture->id);
  vel_change_set_text (change, &vel_affiliation_entity, affiliation, "role", "Bölge müdür yardımcısı vekili");
  interaction = vel_change_insert (change, &vel_interaction_entity);
  vel_change_set_integer (change, &vel_interaction_entity, interaction, "customer", fixture->id);
  vel_change_set_text (change, &vel_interaction_entity, interaction, "kind", "meeting");
  vel_change_set_integer (change, &vel_interaction_entity, interaction, "at",
                          g_get_real_time () / G_USEC_PER_SEC - 90 * 24 * 3600);
  vel_change_set_text (change, &vel_interaction_entity, interaction, "reason", "Uzun uzun anlatılan bir neden");
  vel_change_set_text (change, &vel_interaction_entity, interaction, "outcome", "Uzun uzun anlatılan bir sonuç");
  vel_change_set_text (change, &vel_interaction_entity, interaction, "with_whom", "Ayşe Nurhayat Karaosmanoğlu");
  vel_change_set_text (change, &vel_interaction_entity, interaction, "text", "Ne konuşulduysa, uzun uzun.");
  commit = vel_book_commit (fixture->book, change, NULL, NULL);
  g_assert_nonnull (commit);
}

/* In a narrow window all of it is one column. */
static void
test_narrow (void)
{
  Fixture fixture = { 0 };
  int minimum;

  open_card (&fixture, "Ayşe Yılmaz", NULL);
  g_assert_false (is_one_column (fixture.card));
  close_card (&fixture);

  fixture.book = vel_ui_new_book (0);
  fixture.id = vel_ui_add_customer (fixture.book, "Anadolu Trakya Tarımsal Kooperatifçilik Pazarlama Sanayi Anonim Şirketi");
  fill (&fixture);
  fixture.window = GTK_WINDOW (adw_application_window_new (GTK_APPLICATION (vel_ui_get_application ())));
  fixture.card = VEL_CUSTOMER_CARD (vel_customer_card_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (fixture.window), GTK_WIDGET (fixture.card));
  gtk_window_set_default_size (fixture.window, 360, 700);
  vel_customer_card_show (fixture.card, fixture.book, fixture.id, NULL);
  gtk_window_present (fixture.window);
  vel_ui_wait (is_one_column, fixture.card);
  vel_test_settle ();
  gtk_widget_measure (GTK_WIDGET (fixture.card), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  /* Nor has it been wider on the way there, for a window stays as wide as that. */
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture.card)), <=, 360);
  close_card (&fixture);
}

int
main (int    argc,
      char **argv)
{
  vel_ui_test_init (&argc, &argv);
  g_test_add_func ("/customer-card/field-is-saved", test_field_is_saved);
  g_test_add_func ("/customer-card/typing-survives", test_typing_survives);
  g_test_add_func ("/customer-card/invalid-is-not-saved", test_invalid_is_not_saved);
  g_test_add_func ("/customer-card/verdicts", test_verdicts);
  g_test_add_func ("/customer-card/phones", test_phones);
  g_test_add_func ("/customer-card/unfilled-row-goes", test_unfilled_row_goes);
  g_test_add_func ("/customer-card/address", test_address);
  g_test_add_func ("/customer-card/newest-first", test_newest_first);
  g_test_add_func ("/customer-card/composer-saves", test_composer_saves);
  g_test_add_func ("/customer-card/neighbours-and-drafts", test_neighbours_and_drafts);
  g_test_add_func ("/customer-card/deleted-elsewhere", test_deleted_elsewhere);
  g_test_add_func ("/customer-card/changed-elsewhere", test_changed_elsewhere);
  g_test_add_func ("/customer-card/history", test_history);
  g_test_add_func ("/customer-card/narrow", test_narrow);
  return g_test_run ();
}
