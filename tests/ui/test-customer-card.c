/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-address-row.h"
#include "vel-affiliation.h"
#include "vel-card-test.h"
#include "vel-customer-deals.h"
#include "vel-customer.h"
#include "vel-deal-test.h"
#include "vel-deal.h"
#include "vel-field-row.h"
#include "vel-interaction.h"
#include "vel-item-row.h"
#include "vel-item.h"
#include "vel-profile-head.h"
#include "vel-profile.h"
#include "vel-record-history.h"
#include "vel-story.h"
#include "vel-test-util.h"
#include "vel-ui-test.h"

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

static GtkEditable *
get_editable (gpointer row)
{
  VelInlineText *text = vel_edit_row_get_inline (VEL_EDIT_ROW (row));

  return GTK_EDITABLE (vel_ui_find_type (text, GTK_TYPE_TEXT));
}

/* Types into a row as a person does: goes in, types, and goes elsewhere. */
static void
type_into (VelCardTest *test,
           gpointer     row,
           const char  *text)
{
  g_assert_true (gtk_widget_grab_focus (row));
  gtk_editable_set_text (get_editable (row), text);
}

static void
leave (VelCardTest *test)
{
  gtk_window_set_focus (test->window, NULL);
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
  VelCardTest test = { 0 };
  VelFieldRow *row;
  g_autoptr(GError) error = NULL;
  g_autoptr(VelCommit) undone = NULL;

  vel_card_test_open (&test, "Ayşe Yılmaz", NULL);
  row = find_field_row (GTK_WIDGET (test.card), "title");
  g_assert_nonnull (row);
  type_into (&test, row, "  Mimar ");
  g_assert_null (vel_record_get_text (test.customer, "title"));
  leave (&test);
  vel_test_wait_text (test.customer, "title", "Mimar");
  vel_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (get_editable (row)), ==, "Mimar");

  /* One change, which undo takes back, also where it stands. */
  undone = vel_book_undo (test.book, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone->label, ==, "Change job title of %s");
  vel_test_wait_text (test.customer, "title", NULL);
  g_assert_cmpstr (gtk_editable_get_text (get_editable (row)), ==, "");
  vel_card_test_close (&test);
}

/* What changes meanwhile does not take away what somebody types. */
static void
test_typing_survives (void)
{
  VelCardTest test = { 0 };
  VelFieldRow *row;
  g_autoptr(VelChange) change = vel_change_new ("Elsewhere", NULL);
  g_autoptr(VelCommit) commit = NULL;

  vel_card_test_open (&test, "Ayşe Yılmaz", NULL);
  row = find_field_row (GTK_WIDGET (test.card), "source");
  type_into (&test, row, "Tavs");
  vel_change_set_text (change, &vel_customer_entity, test.id, "source", "Fuar");
  commit = vel_book_commit (test.book, change, NULL, NULL);
  g_assert_nonnull (commit);
  vel_test_wait_text (test.customer, "source", "Fuar");
  g_assert_cmpstr (gtk_editable_get_text (get_editable (row)), ==, "Tavs");
  vel_inline_text_reset (vel_edit_row_get_inline (VEL_EDIT_ROW (row)));
  g_assert_cmpstr (gtk_editable_get_text (get_editable (row)), ==, "Fuar");
  vel_card_test_close (&test);
}

static VelItemRow *
get_item_row (VelCardTest *test,
              guint        index)
{
  g_autoptr(GPtrArray) rows = vel_card_test_find (test->card, VEL_TYPE_ITEM_ROW);

  g_assert_cmpuint (rows->len, >, index);
  return g_ptr_array_index (rows, index);
}

static void
test_invalid_is_not_saved (void)
{
  VelCardTest test = { 0 };
  VelItemRow *row;
  VelInlineText *text;

  vel_card_test_open (&test, "Ayşe Yılmaz", NULL);
  row = get_item_row (&test, 1);
  text = vel_edit_row_get_inline (VEL_EDIT_ROW (row));
  type_into (&test, row, "ayse@");
  g_assert_cmpint (vel_inline_text_get_verdict (text), ==, VEL_VERDICT_WRONG);
  leave (&test);
  g_assert_null (vel_record_get_text (test.customer, "emails"));
  /* The text stays, and the sentence stands below it. */
  g_assert_cmpstr (gtk_editable_get_text (get_editable (row)), ==, "ayse@");
  g_assert_nonnull (vel_ui_find_label (text, vel_inline_text_get_sentence (text)));

  type_into (&test, row, "ayse@ornek.example");
  g_assert_cmpint (vel_inline_text_get_verdict (text), ==, VEL_VERDICT_NONE);
  leave (&test);
  wait_items (test.customer, "emails", "[{\"value\":\"ayse@ornek.example\"}]");
  vel_card_test_close (&test);
}

/* A name is not left empty, and a doubtful number is kept. */
static void
test_verdicts (void)
{
  VelCardTest test = { 0 };
  VelFieldRow *row;
  VelInlineText *text;

  vel_card_test_open (&test, "Ayşe Yılmaz", NULL);
  gtk_widget_activate_action (vel_ui_find_type (test.card, VEL_TYPE_PROFILE), "profile.add-field", "s", "tax_id");
  row = find_field_row (GTK_WIDGET (test.card), "tax_id");
  text = vel_edit_row_get_inline (VEL_EDIT_ROW (row));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (row)));
  type_into (&test, row, "4540536921");
  g_assert_cmpint (vel_inline_text_get_verdict (text), ==, VEL_VERDICT_DOUBTFUL);
  leave (&test);
  vel_test_wait_text (test.customer, "tax_id", "4540536921");
  type_into (&test, row, "454 053 6920");
  g_assert_cmpint (vel_inline_text_get_verdict (text), ==, VEL_VERDICT_GOOD);
  leave (&test);
  vel_test_wait_text (test.customer, "tax_id", "4540536920");

  text = VEL_INLINE_TEXT (vel_ui_find_type (vel_ui_find_type (test.card, VEL_TYPE_PROFILE_HEAD),
                                            VEL_TYPE_INLINE_TEXT));
  gtk_widget_grab_focus (GTK_WIDGET (text));
  gtk_editable_set_text (GTK_EDITABLE (vel_ui_find_type (text, GTK_TYPE_TEXT)), "  ");
  g_assert_cmpint (vel_inline_text_get_verdict (text), ==, VEL_VERDICT_WRONG);
  leave (&test);
  g_assert_cmpstr (vel_record_get_text (test.customer, "name"), ==, "Ayşe Yılmaz");
  vel_card_test_close (&test);
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
  VelCardTest test = { 0 };
  GtkWidget *profile;

  vel_card_test_open (&test, "Ayşe Yılmaz", NULL);
  profile = vel_ui_find_type (test.card, VEL_TYPE_PROFILE);
  type_into (&test, get_item_row (&test, 0), "0532 123 45 67");
  leave (&test);
  wait_items (test.customer, "phones", "[{\"label\":\"mobile\",\"value\":\"+905321234567\"}]");
  vel_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (get_editable (get_item_row (&test, 0))), ==, "0532 123 45 67");

  /* The same number in another writing is no change. */
  type_into (&test, get_item_row (&test, 0), "+90 (532) 1234567");
  leave (&test);
  g_assert_cmpstr (gtk_editable_get_text (get_editable (get_item_row (&test, 0))), ==, "0532 123 45 67");

  gtk_widget_activate_action (profile, "profile.add-field", "s", "phones");
  vel_test_settle ();
  type_into (&test, get_item_row (&test, 1), "0212 555 01 01");
  leave (&test);
  wait_items (test.customer, "phones", "[{\"label\":\"mobile\",\"value\":\"+905321234567\"},"
              "{\"label\":\"work\",\"value\":\"+902125550101\"}]");
  vel_test_settle ();

  activate_item (get_item_row (&test, 1), "label", "home");
  wait_items (test.customer, "phones", "[{\"label\":\"mobile\",\"value\":\"+905321234567\"},"
              "{\"label\":\"home\",\"value\":\"+902125550101\"}]");
  activate_item (get_item_row (&test, 1), "up", NULL);
  wait_items (test.customer, "phones", "[{\"label\":\"home\",\"value\":\"+902125550101\"},"
              "{\"label\":\"mobile\",\"value\":\"+905321234567\"}]");
  activate_item (get_item_row (&test, 0), "remove", NULL);
  wait_items (test.customer, "phones", "[{\"label\":\"mobile\",\"value\":\"+905321234567\"}]");

  /* An emptied number goes. */
  vel_test_settle ();
  type_into (&test, get_item_row (&test, 0), "");
  leave (&test);
  wait_items (test.customer, "phones", NULL);
  vel_card_test_close (&test);
}

/* A row that was asked for and left alone is gone again. */
static void
test_unfilled_row_goes (void)
{
  VelCardTest test = { 0 };
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) during = NULL;
  g_autoptr(GPtrArray) after = NULL;

  vel_card_test_open (&test, "Ayşe Yılmaz", NULL);
  before = vel_card_test_find (test.card, VEL_TYPE_ITEM_ROW);
  gtk_widget_activate_action (vel_ui_find_type (test.card, VEL_TYPE_PROFILE), "profile.add-field", "s", "links");
  vel_test_settle ();
  during = vel_card_test_find (test.card, VEL_TYPE_ITEM_ROW);
  g_assert_cmpuint (during->len, ==, before->len + 1);
  leave (&test);
  vel_test_settle ();
  after = vel_card_test_find (test.card, VEL_TYPE_ITEM_ROW);
  g_assert_cmpuint (after->len, ==, before->len);
  vel_card_test_close (&test);
}

static void
test_address (void)
{
  VelCardTest test = { 0 };
  GtkWidget *row;
  g_autoptr(GPtrArray) texts = NULL;

  vel_card_test_open (&test, "Ayşe Yılmaz", NULL);
  row = vel_ui_find_type (test.card, VEL_TYPE_ADDRESS_ROW);
  gtk_widget_grab_focus (row);
  vel_test_settle ();
  texts = vel_card_test_find (row, GTK_TYPE_TEXT);
  g_assert_cmpuint (texts->len, ==, 4);

  /* A district that only one city has tells the city. */
  gtk_widget_grab_focus (g_ptr_array_index (texts, 1));
  gtk_editable_set_text (g_ptr_array_index (texts, 1), "kadikoy");
  leave (&test);
  vel_test_wait_text (test.customer, "district", "Kadıköy");
  g_assert_cmpstr (vel_record_get_text (test.customer, "city"), ==, "İstanbul");
  vel_card_test_close (&test);
}

/* Another program has the book open too. */
static void
test_changed_elsewhere (void)
{
  VelCardTest test = { 0 };
  g_autoptr(GError) error = NULL;
  g_autoptr(VelChange) change = vel_change_new ("Elsewhere", NULL);
  g_autoptr(VelCommit) commit = NULL;
  VelBook *other;
  gint64 interaction;

  vel_card_test_open (&test, "Ayşe Yılmaz", NULL);
  other = vel_book_open (vel_book_get_path (test.book), FALSE, &error);
  g_assert_no_error (error);
  vel_change_set_text (change, &vel_customer_entity, test.id, "source", "Fuar");
  vel_change_set_text (change, &vel_customer_entity, test.id, "phone", "+905321234567");
  interaction = vel_change_insert (change, &vel_interaction_entity);
  vel_change_set_integer (change, &vel_interaction_entity, interaction, "customer", test.id);
  vel_change_set_text (change, &vel_interaction_entity, interaction, "kind", "note");
  vel_change_set_integer (change, &vel_interaction_entity, interaction, "at", g_get_real_time () / G_USEC_PER_SEC);
  vel_change_set_text (change, &vel_interaction_entity, interaction, "text", "from another room");
  commit = vel_book_commit (other, change, NULL, &error);
  g_assert_no_error (error);

  vel_ui_wait_label (test.card, "from another room");
  vel_test_wait_text (test.customer, "source", "Fuar");
  g_assert_cmpstr (gtk_editable_get_text (get_editable (find_field_row (GTK_WIDGET (test.card), "source"))), ==,
                   "Fuar");
  g_assert_cmpstr (gtk_editable_get_text (get_editable (get_item_row (&test, 0))), ==, "0532 123 45 67");
  vel_ui_close_book (other);
  vel_card_test_close (&test);
}

static void
test_history (void)
{
  VelCardTest test = { 0 };
  VelRecordHistory *history;
  g_autoptr(VelChange) change = vel_change_new ("Change source of %s", "Ayşe Yılmaz", NULL);
  g_autoptr(VelCommit) commit = NULL;

  vel_card_test_open (&test, "Ayşe Yılmaz", NULL);
  vel_change_set_text (change, &vel_customer_entity, test.id, "source", "Fuar");
  commit = vel_book_commit (test.book, change, NULL, NULL);
  g_assert_nonnull (commit);
  history = vel_record_history_present (GTK_WIDGET (test.card), test.book, test.customer);
  vel_ui_wait_label (history, "Change source of Ayşe Yılmaz");
  g_assert_nonnull (vel_ui_find_label (history, "Source: Fuar"));
  gtk_window_destroy (GTK_WINDOW (history));
  vel_card_test_close (&test);
}

/* Gives one customer, then no more. */
static gboolean
feed_cb (VelChange  *change,
         gpointer    user_data,
         GError    **error)
{
  gboolean *fed = user_data;

  if (!*fed)
    {
      const gint64 id = vel_change_insert (change, &vel_customer_entity);

      vel_change_set_text (change, &vel_customer_entity, id, "name", "Cem Demir");
      vel_change_set_text (change, &vel_customer_entity, id, "source", "Rehber");
    }
  *fed = TRUE;
  return TRUE;
}

/* Of an imported customer it tells with what he came, whatever has changed since. */
static void
test_history_of_imported (void)
{
  VelCardTest test = { 0 };
  VelRecordHistory *history;
  g_autoptr(VelChange) import = vel_change_new ("Import %s", "x.csv", NULL);
  g_autoptr(VelChange) edit = vel_change_new ("Change source of %s", "Cem Demir", NULL);
  g_autoptr(VelCommit) imported = NULL;
  g_autoptr(VelCommit) edited = NULL;
  g_autoptr(VelRecord) record = NULL;
  gboolean fed = FALSE;
  gint64 id;

  vel_card_test_open (&test, "Ayşe Yılmaz", NULL);
  vel_change_set_source (import, feed_cb, &fed, NULL);
  imported = vel_book_commit (test.book, import, NULL, NULL);
  g_assert_nonnull (imported);
  id = g_array_index (imported->ids, gint64, 0);
  vel_change_set_text (edit, &vel_customer_entity, id, "source", "Fuar");
  edited = vel_book_commit (test.book, edit, NULL, NULL);
  g_assert_nonnull (edited);
  record = vel_book_get_record (test.book, &vel_customer_entity, id, NULL);
  history = vel_record_history_present (GTK_WIDGET (test.card), test.book, record);
  vel_ui_wait_label (history, "Change source of Cem Demir");
  g_assert_nonnull (vel_ui_find_label (history, "Source: Rehber → Fuar"));
  g_assert_nonnull (vel_ui_find_label (history, "Import x.csv"));
  g_assert_nonnull (vel_ui_find_label (history, "Name: Cem Demir\nKind: Person\nStatus: Potential\nSource: Rehber"));
  gtk_window_destroy (GTK_WINDOW (history));
  vel_card_test_close (&test);
}

static gboolean
is_one_column (gpointer card)
{
  GtkWidget *profile = vel_ui_find_type (card, VEL_TYPE_PROFILE);

  return profile != NULL && gtk_widget_get_ancestor (profile, VEL_TYPE_STORY) != NULL;
}

/* Fills a card with as much as there may be. */
static void
fill (VelCardTest *test)
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
    vel_change_set_text (change, &vel_customer_entity, test->id, values[i][0], values[i][1]);
  vel_change_add_word (change, &vel_customer_entity, test->id, "tags", "oldukça uzun bir etiket adı");
  vel_change_add_word (change, &vel_customer_entity, test->id, "interests", "oldukça uzun bir ürün adı");
  person = vel_change_insert (change, &vel_customer_entity);
  vel_change_set_text (change, &vel_customer_entity, person, "name", "Ayşe Nurhayat Karaosmanoğlu Yılmazer");
  affiliation = vel_change_insert (change, &vel_affiliation_entity);
  vel_change_set_integer (change, &vel_affiliation_entity, affiliation, "person", person);
  vel_change_set_integer (change, &vel_affiliation_entity, affiliation, "organisation", test->id);
  vel_change_set_text (change, &vel_affiliation_entity, affiliation, "role", "Bölge müdür yardımcısı vekili");
  interaction = vel_change_insert (change, &vel_interaction_entity);
  vel_change_set_integer (change, &vel_interaction_entity, interaction, "customer", test->id);
  vel_change_set_text (change, &vel_interaction_entity, interaction, "kind", "meeting");
  vel_change_set_integer (change, &vel_interaction_entity, interaction, "at",
                          g_get_real_time () / G_USEC_PER_SEC - 90 * 24 * 3600);
  vel_change_set_text (change, &vel_interaction_entity, interaction, "reason", "Uzun uzun anlatılan bir neden");
  vel_change_set_text (change, &vel_interaction_entity, interaction, "outcome", "Uzun uzun anlatılan bir sonuç");
  vel_change_set_text (change, &vel_interaction_entity, interaction, "with_whom", "Ayşe Nurhayat Karaosmanoğlu");
  vel_change_set_text (change, &vel_interaction_entity, interaction, "text", "Ne konuşulduysa, uzun uzun.");
  commit = vel_book_commit (test->book, change, NULL, NULL);
  g_assert_nonnull (commit);
}

/* In a narrow window all of it is one column. */
static void
test_narrow (void)
{
  VelCardTest test = { 0 };
  int minimum;

  vel_card_test_open (&test, "Ayşe Yılmaz", NULL);
  g_assert_false (is_one_column (test.card));
  vel_card_test_close (&test);

  test.book = vel_ui_new_book (0);
  test.id = vel_ui_add_customer (test.book, "Anadolu Trakya Tarımsal Kooperatifçilik Pazarlama Sanayi Anonim Şirketi");
  fill (&test);
  test.window = GTK_WINDOW (adw_application_window_new (GTK_APPLICATION (vel_ui_get_application ())));
  test.card = VEL_CUSTOMER_CARD (vel_customer_card_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (test.window), GTK_WIDGET (test.card));
  gtk_window_set_default_size (test.window, 360, 700);
  vel_customer_card_show (test.card, test.book, test.id, NULL);
  gtk_window_present (test.window);
  vel_ui_wait (is_one_column, test.card);
  vel_test_settle ();
  gtk_widget_measure (GTK_WIDGET (test.card), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  /* Nor has it been wider on the way there, for a window stays as wide as that. */
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (test.card)), <=, 360);
  vel_card_test_close (&test);
}

static void
close_deal (VelCardTest *test,
            gint64       deal,
            const char  *status)
{
  g_autoptr(VelChange) change = vel_change_new ("Close", NULL);
  g_autoptr(VelCommit) commit = NULL;

  vel_change_set_text (change, &vel_deal_entity, deal, "status", status);
  commit = vel_book_commit (test->book, change, NULL, NULL);
  g_assert_nonnull (commit);
}

static double
get_y (GtkWidget  *section,
       const char *text)
{
  GtkWidget *label;
  double y;

  vel_ui_wait_label (section, text);
  label = vel_ui_find_label (section, text);
  g_assert_true (gtk_widget_translate_coordinates (label, section, 0, 0, NULL, &y));
  return y;
}

static gboolean
is_in_order (gpointer section)
{
  return get_y (section, "Açık iş") < get_y (section, "Kazanılan iş") &&
         get_y (section, "Kazanılan iş") < get_y (section, "Kaybedilen iş");
}

/* Open deals first, then those that were won and lost, each with its total; another's are not among them. */
static void
test_deals (void)
{
  VelCardTest test = { 0 };
  VelAsked asked = { 0 };
  GtkWidget *section;
  GtkWidget *row;
  gint64 open;
  gint64 other;

  vel_card_test_open (&test, "Işık Mimarlık", NULL);
  vel_deal_test_watch (test.window, &asked);
  other = vel_ui_add_customer (test.book, "Öztürk Peyzaj");
  vel_deal_test_add (test.book, other, "Başkasının işi", 0, 990000, "TRY");
  section = vel_ui_find_type (test.card, VEL_TYPE_CUSTOMER_DEALS);
  close_deal (&test, vel_deal_test_add (test.book, test.id, "Kaybedilen iş", 0, 10000, "EUR"), "lost");
  close_deal (&test, vel_deal_test_add (test.book, test.id, "Kazanılan iş", 0, 250000, "TRY"), "won");
  open = vel_deal_test_add (test.book, test.id, "Açık iş", 0, 150000, "TRY");
  vel_deal_test_add (test.book, test.id, "Açık ikinci iş", 0, 20000, "USD");

  vel_ui_wait (is_in_order, section);
  vel_ui_wait_label (section, "2 open deals");
  vel_ui_wait_label (section, "₺1,500 + $200");
  vel_ui_wait_label (section, "1 won");
  vel_ui_wait_label (section, "1 lost");
  g_assert_null (vel_ui_find_label (section, "Başkasının işi"));

  row = gtk_widget_get_ancestor (vel_ui_find_label (section, "Açık iş"), ADW_TYPE_ACTION_ROW);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_cmpint (asked.deal, ==, open);
  g_signal_emit_by_name (vel_ui_find_button (section, "New deal"), "clicked");
  g_assert_cmpint (asked.new_for, ==, test.id);

  /* What is won goes down among those, and its sum with it. */
  close_deal (&test, open, "won");
  vel_ui_wait_label (section, "1 open deal");
  vel_ui_wait_label (section, "₺4,000");
  vel_card_test_close (&test);
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
  g_test_add_func ("/customer-card/changed-elsewhere", test_changed_elsewhere);
  g_test_add_func ("/customer-card/history", test_history);
  g_test_add_func ("/customer-card/history-of-imported", test_history_of_imported);
  g_test_add_func ("/customer-card/narrow", test_narrow);
  g_test_add_func ("/customer-card/deals", test_deals);

  return g_test_run ();
}
