/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-customer.h"
#include "vel-deal-test.h"
#include "vel-deal.h"
#include "vel-new-deal.h"
#include "vel-test-util.h"
#include "vel-text.h"

#define OFFER 4

typedef struct
{
  VelBook    *book;
  GtkWindow  *window;
  VelNewDeal *dialog;   /* not owned, NULL when it has gone */
  gint64      created;
} Fixture;

static void
created_cb (Fixture *test,
            gint64   id)
{
  test->created = id;
}

static void
open_dialog (Fixture *test,
             gint64   customer,
             gint64   stage)
{
  if (test->book == NULL)
    test->book = vel_ui_new_book (0);
  if (test->window == NULL)
    {
      test->window = GTK_WINDOW (adw_application_window_new (GTK_APPLICATION (vel_ui_get_application ())));
      gtk_window_present (test->window);
    }
  test->dialog = vel_new_deal_present (GTK_WIDGET (test->window), test->book, customer, stage);
  g_object_add_weak_pointer (G_OBJECT (test->dialog), (gpointer *) &test->dialog);
  g_signal_connect_swapped (test->dialog, "created", G_CALLBACK (created_cb), test);
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
close_all (Fixture *test)
{
  if (test->dialog != NULL)
    gtk_window_close (GTK_WINDOW (test->dialog));
  vel_ui_wait (is_null, &test->dialog);
  gtk_window_destroy (test->window);
  vel_test_settle ();
  vel_ui_close_book (test->book);
}

static GtkEditable *
get_entry (Fixture    *test,
           const char *title)
{
  GtkWidget *label = vel_ui_find_label (test->dialog, title);
  GtkWidget *row = label != NULL ? gtk_widget_get_ancestor (label, ADW_TYPE_ENTRY_ROW) : NULL;

  g_assert_nonnull (row);
  return GTK_EDITABLE (row);
}

static void
type (Fixture    *test,
      const char *title,
      const char *text)
{
  gtk_editable_set_text (get_entry (test, title), text);
}

/* Enter, in one of the entries. */
static void
press_enter (Fixture    *test,
             const char *title)
{
  g_signal_emit_by_name (get_entry (test, title), "entry-activated");
}

static VelRecord *
get_created (Fixture *test)
{
  g_autoptr(GError) error = NULL;
  VelRecord *deal;

  vel_ui_wait (is_null, &test->dialog);
  g_assert_cmpint (test->created, !=, 0);
  deal = vel_book_get_record (test->book, &vel_deal_entity, test->created, &error);
  g_assert_no_error (error);
  return deal;
}

static guint
count (Fixture         *test,
       const VelEntity *entity)
{
  g_autoptr(VelQuery) query = vel_query_new (entity, NULL, NULL, NULL, FALSE);
  g_autoptr(GArray) ids = vel_book_find (test->book, query, NULL);

  return ids->len;
}

static void
test_whole (gconstpointer language)
{
  g_autofree char *before = g_strdup (vel_language_get ());
  Fixture test = { .book = vel_ui_new_book (0) };
  const gint64 customer = vel_ui_add_customer (test.book, "Işık Mimarlık");
  g_autoptr(VelRecord) deal = NULL;

  vel_language_set (language);
  open_dialog (&test, 0, OFFER);
  vel_ui_wait_label (test.dialog, "Offer");
  type (&test, "Title", "  Ofis tadilatı ");
  type (&test, "Customer", "isik mimarlik");
  type (&test, "Amount", "12 bin $");
  type (&test, "Expected close", "31.12.2099");
  type (&test, "Next step", "Sunum");
  press_enter (&test, "Next step");
  deal = get_created (&test);
  g_assert_cmpstr (vel_record_get_text (deal, "title"), ==, "Ofis tadilatı");
  g_assert_cmpint (vel_record_get_integer (deal, "customer"), ==, customer);
  g_assert_cmpint (vel_record_get_integer (deal, "stage"), ==, OFFER);
  g_assert_cmpint (vel_record_get_integer (deal, "amount"), ==, 1200000);
  g_assert_cmpstr (vel_record_get_text (deal, "currency"), ==, "USD");
  g_assert_cmpstr (vel_record_get_text (deal, "expected_close"), ==, "2099-12-31");
  g_assert_cmpstr (vel_record_get_text (deal, "next_step"), ==, "Sunum");
  g_assert_cmpuint (count (&test, &vel_customer_entity), ==, 1);
  close_all (&test);
  vel_language_set (before);
}

/* Who is not in the book yet comes with the deal, and goes with it. */
static void
test_new_customer (void)
{
  Fixture test = { 0 };
  g_autoptr(VelRecord) deal = NULL;
  g_autoptr(VelRecord) customer = NULL;
  g_autoptr(VelCommit) undone = NULL;

  open_dialog (&test, 0, 0);
  type (&test, "Title", "Depo otomasyonu");
  type (&test, "Customer", "Gökırmak Lojistik A.Ş.");
  vel_ui_wait_label (test.dialog, "“Gökırmak Lojistik A.Ş.” is not in the book yet, and will be added with the deal.");
  gtk_widget_activate_action (GTK_WIDGET (test.dialog), "new-deal.add", NULL);
  deal = get_created (&test);
  customer = vel_book_get_record (test.book, &vel_customer_entity, vel_record_get_integer (deal, "customer"), NULL);
  g_assert_nonnull (customer);
  g_assert_cmpstr (vel_record_get_text (customer, "name"), ==, "Gökırmak Lojistik A.Ş.");
  g_assert_cmpstr (vel_record_get_text (customer, "kind"), ==, "organisation");
  undone = vel_book_undo (test.book, 0, NULL);
  g_assert_nonnull (undone);
  g_assert_cmpuint (count (&test, &vel_customer_entity), ==, 0);
  g_assert_cmpuint (count (&test, &vel_deal_entity), ==, 0);
  close_all (&test);
}

static void
test_namesakes (void)
{
  Fixture test = { .book = vel_ui_new_book (0) };
  gint64 second;
  g_autoptr(VelRecord) deal = NULL;

  vel_ui_add_customer (test.book, "Ali Kaya");
  second = vel_ui_add_customer (test.book, "Ali Kaya");
  open_dialog (&test, 0, 0);
  type (&test, "Title", "Tabela");
  type (&test, "Customer", "Ali Kaya");
  press_enter (&test, "Title");
  vel_ui_wait_label (test.dialog, "More than one is called “Ali Kaya”. Choose one from the list.");
  g_assert_cmpuint (count (&test, &vel_deal_entity), ==, 0);
  gtk_window_close (GTK_WINDOW (test.dialog));
  vel_ui_wait (is_null, &test.dialog);

  /* From the card of one of them it is plain who is meant, and the rest is still there. */
  open_dialog (&test, second, 0);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (&test, "Title")), ==, "Tabela");
  press_enter (&test, "Title");
  deal = get_created (&test);
  g_assert_cmpint (vel_record_get_integer (deal, "customer"), ==, second);
  close_all (&test);
}

static void
test_wrong (void)
{
  Fixture test = { 0 };

  open_dialog (&test, 0, 0);
  gtk_widget_activate_action (GTK_WIDGET (test.dialog), "new-deal.add", NULL);
  g_assert_cmpuint (count (&test, &vel_deal_entity), ==, 0);
  type (&test, "Title", "Tabela");
  type (&test, "Customer", "Yıldız Optik");
  type (&test, "Amount", "-3");
  press_enter (&test, "Amount");
  vel_ui_wait_label (test.dialog, "The amount of a deal cannot be negative.");
  type (&test, "Amount", "");
  type (&test, "Expected close", "31.2.2030");
  press_enter (&test, "Expected close");
  vel_test_settle ();
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_entry (&test, "Expected close")), "error"));
  g_assert_cmpuint (count (&test, &vel_deal_entity), ==, 0);
  g_assert_cmpuint (count (&test, &vel_customer_entity), ==, 0);
  close_all (&test);
}

int
main (int    argc,
      char **argv)
{
  vel_ui_test_init (&argc, &argv);

  g_test_add_data_func ("/new-deal/whole/tr", "tr", test_whole);
  g_test_add_data_func ("/new-deal/whole/en", "en", test_whole);
  g_test_add_func ("/new-deal/new-customer", test_new_customer);
  g_test_add_func ("/new-deal/namesakes", test_namesakes);
  g_test_add_func ("/new-deal/wrong", test_wrong);

  return g_test_run ();
}
