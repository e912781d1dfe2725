/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-customer-card.h"
#include "vel-customer.h"
#include "vel-records-page.h"
#include "vel-field-row.h"
#include "vel-new-customer.h"
#include "vel-test-util.h"
#include "vel-twins.h"
#include "vel-ui-test.h"
#include "vel-welcome.h"

typedef struct
{
  VelBook        *book;
  VelWindow      *window;
  VelNewCustomer *dialog;
  gint64          opened;  /* the customer that it gave */
} Fixture;

static void
opened_cb (Fixture *fixture,
           gint64   id)
{
  fixture->opened = id;
  fixture->dialog = NULL;
}

static void
open_dialog (Fixture *fixture)
{
  fixture->dialog = vel_new_customer_present (GTK_WIDGET (fixture->window), fixture->book);
  g_signal_connect_swapped (fixture->dialog, "opened", G_CALLBACK (opened_cb), fixture);
  vel_test_settle ();
}

static void
set_up (Fixture *fixture,
        int      n_customers)
{
  fixture->book = vel_ui_new_book (n_customers);
  fixture->window = vel_ui_new_window (fixture->book);
}

static void
tear_down (Fixture *fixture)
{
  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  vel_ui_close_window (fixture->window);
  vel_ui_close_book (fixture->book);
}

static GtkEditable *
find_entry (gpointer    widget,
            const char *title)
{
  GtkEditable *found = NULL;

  if (ADW_IS_ENTRY_ROW (widget) && g_str_equal (adw_preferences_row_get_title (widget), title))
    return GTK_EDITABLE (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child, title);
  return found;
}

static void
type_text (gpointer    dialog,
           const char *title,
           const char *text)
{
  GtkEditable *entry = find_entry (dialog, title);

  g_assert_nonnull (entry);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_text (entry, text);
}

static void
press_add (gpointer dialog)
{
  gtk_widget_activate_action (dialog, "new-customer.add", NULL);
}

static gboolean
has_opened (gpointer data)
{
  return ((Fixture *) data)->opened != 0;
}

static void
test_adds (void)
{
  Fixture fixture = { 0 };
  g_autoptr(VelRecord) record = NULL;
  g_autoptr(VelQuery) query = vel_query_new (&vel_customer_entity, NULL, NULL, NULL, FALSE);
  g_autoptr(GArray) all = NULL;
  g_autoptr(VelCommit) undone = NULL;
  g_autoptr(GError) error = NULL;

  set_up (&fixture, 1);
  open_dialog (&fixture);
  /* Without a name there is nobody to add. */
  press_add (fixture.dialog);
  type_text (fixture.dialog, "Name", "  Ayşe Yılmaz ");
  type_text (fixture.dialog, "Organisation", "Işık Mimarlık");
  type_text (fixture.dialog, "Phone", "0532 123 45 67");
  type_text (fixture.dialog, "City", "kadıköy");
  press_add (fixture.dialog);
  vel_ui_wait (has_opened, &fixture);

  record = vel_book_get_record (fixture.book, &vel_customer_entity, fixture.opened, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vel_record_get_text (record, "name"), ==, "Ayşe Yılmaz");
  g_assert_cmpstr (vel_record_get_text (record, "kind"), ==, "person");
  g_assert_cmpstr (vel_record_get_text (record, "status"), ==, "potential");
  g_assert_cmpstr (vel_record_get_text (record, "organisation"), ==, "Işık Mimarlık");
  g_assert_cmpstr (vel_record_get_text (record, "phone"), ==, "+905321234567");
  g_assert_cmpstr (vel_record_get_text (record, "city"), ==, "İstanbul");
  g_assert_cmpstr (vel_record_get_text (record, "district"), ==, "Kadıköy");

  /* All of it is one change. */
  undone = vel_book_undo (fixture.book, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone->label, ==, "Add %s");
  all = vel_book_find (fixture.book, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 1);
  tear_down (&fixture);
}

/* What an organisation calls itself tells that it is one, until somebody knows better. */
static void
test_knows_organisations (void)
{
  Fixture fixture = { 0 };
  GtkEditable *organisation;
  GtkWidget *person;
  g_autoptr(VelRecord) record = NULL;

  set_up (&fixture, 1);
  open_dialog (&fixture);
  organisation = find_entry (fixture.dialog, "Organisation");
  type_text (fixture.dialog, "Name", "Yıldız Optik Ltd. Şti.");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (organisation)));
  type_text (fixture.dialog, "Name", "Yıldız");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (organisation)));

  person = vel_ui_find_button (fixture.dialog, "Person");
  g_signal_emit_by_name (person, "clicked");
  type_text (fixture.dialog, "Name", "Yıldız Optik Ltd. Şti.");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (organisation)));
  press_add (fixture.dialog);
  vel_ui_wait (has_opened, &fixture);
  record = vel_book_get_record (fixture.book, &vel_customer_entity, fixture.opened, NULL);
  g_assert_cmpstr (vel_record_get_text (record, "kind"), ==, "person");
  tear_down (&fixture);
}

static void
test_invalid_stays (void)
{
  Fixture fixture = { 0 };
  GtkEditable *email;
  g_autofree char *sentence = NULL;

  set_up (&fixture, 1);
  open_dialog (&fixture);
  type_text (fixture.dialog, "Name", "Ayşe Yılmaz");
  type_text (fixture.dialog, "E-mail", "ayse@");
  email = find_entry (fixture.dialog, "E-mail");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (email), "error"));
  /* Going on tells it, in words; and nothing is added. */
  type_text (fixture.dialog, "City", "İzmir");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (email), "error"));
  press_add (fixture.dialog);
  vel_test_settle ();
  g_assert_cmpint (fixture.opened, ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (email), ==, "ayse@");
  vel_field_row_judge (vel_entity_find_field (&vel_customer_entity, "email"), "ayse@", &sentence);
  g_assert_nonnull (vel_ui_find_label (fixture.dialog, sentence));

  type_text (fixture.dialog, "E-mail", "ayse@ornek.example");
  press_add (fixture.dialog);
  vel_ui_wait (has_opened, &fixture);
  tear_down (&fixture);
}

static gint64
add_with_phone (VelBook    *book,
                const char *name,
                const char *phone)
{
  const gint64 id = vel_ui_add_customer (book, name);
  g_autoptr(VelChange) change = vel_change_new ("Change", NULL);
  g_autoptr(VelCommit) commit = NULL;

  vel_change_set_text (change, &vel_customer_entity, id, "phone", phone);
  commit = vel_book_commit (book, change, NULL, NULL);
  g_assert_nonnull (commit);
  return id;
}

static gboolean
shows_no_twin (gpointer dialog)
{
  return vel_ui_find_type (dialog, VEL_TYPE_TWINS) == NULL;
}

static void
test_twins (void)
{
  Fixture fixture = { 0 };
  GtkWidget *row;
  gint64 id;

  set_up (&fixture, 3);
  id = add_with_phone (fixture.book, "Işık Mimarlık", "+905321234567");
  vel_test_settle ();
  open_dialog (&fixture);
  type_text (fixture.dialog, "Name", "ISIK MIMARLIK LTD");
  vel_ui_wait_label (fixture.dialog, "Similar name");
  type_text (fixture.dialog, "Name", "ışık mimarlık");
  vel_ui_wait_label (fixture.dialog, "Same name");
  type_text (fixture.dialog, "Name", "Somebody else");
  vel_ui_wait (shows_no_twin, fixture.dialog);
  type_text (fixture.dialog, "Phone", "(0532) 123 45 67");
  vel_ui_wait_label (fixture.dialog, "Same phone number");

  row = gtk_widget_get_ancestor (vel_ui_find_label (fixture.dialog, "Same phone number"), GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (row, "activate");
  g_assert_cmpint (fixture.opened, ==, id);
  tear_down (&fixture);
}

static void
test_draft_stays (void)
{
  Fixture fixture = { 0 };

  set_up (&fixture, 1);
  open_dialog (&fixture);
  type_text (fixture.dialog, "Name", "Ayşe");
  type_text (fixture.dialog, "Phone", "0532");
  gtk_window_close (GTK_WINDOW (fixture.dialog));
  vel_test_settle ();

  open_dialog (&fixture);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (fixture.dialog, "Name")), ==, "Ayşe");
  g_assert_cmpstr (gtk_editable_get_text (find_entry (fixture.dialog, "Phone")), ==, "0532");
  type_text (fixture.dialog, "Phone", "");
  press_add (fixture.dialog);
  vel_ui_wait (has_opened, &fixture);

  /* What has been added does not come back. */
  open_dialog (&fixture);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (fixture.dialog, "Name")), ==, "");
  tear_down (&fixture);
}

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (VEL_IS_NEW_CUSTOMER (window))
        return window;
    }
  return NULL;
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

static gboolean
shows_welcome (gpointer window)
{
  GtkWidget *welcome = vel_ui_find_type (window, VEL_TYPE_WELCOME);

  return welcome != NULL && gtk_widget_get_mapped (welcome);
}

/* From an empty book to the first card, back to the list, and to nothing again. */
static void
test_first_customer (void)
{
  Fixture fixture = { 0 };
  GtkWindow *dialog;
  g_autoptr(VelCommit) undone = NULL;

  set_up (&fixture, 0);
  vel_ui_wait_label (fixture.window, "Add the first customer");
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.new-customer", NULL);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  type_text (dialog, "Name", "Ayşe Yılmaz");
  press_add (dialog);
  vel_ui_wait (shows_card, fixture.window);
  vel_ui_wait_label (fixture.window, "Nothing has been written down yet. What you say with them goes above, "
                     "and stands here from then on.");
  vel_ui_wait_label (fixture.window, "Add Ayşe Yılmaz");
  gtk_widget_activate_action (vel_ui_find_type (fixture.window, VEL_TYPE_CUSTOMER_CARD), "card.back", NULL);
  vel_ui_wait (shows_list, fixture.window);
  undone = vel_book_undo (fixture.book, 0, NULL);
  g_assert_nonnull (undone);
  vel_ui_wait (shows_welcome, fixture.window);
  tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  vel_ui_test_init (&argc, &argv);
  g_test_add_func ("/new-customer/adds", test_adds);
  g_test_add_func ("/new-customer/knows-organisations", test_knows_organisations);
  g_test_add_func ("/new-customer/invalid-stays", test_invalid_stays);
  g_test_add_func ("/new-customer/twins", test_twins);
  g_test_add_func ("/new-customer/draft-stays", test_draft_stays);
  g_test_add_func ("/new-customer/first-customer", test_first_customer);
  return g_test_run ();
}
