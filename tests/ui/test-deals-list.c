/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-deal-test.h"
#include "vel-deal.h"
#include "vel-deals-look.h"
#include "vel-record-table.h"
#include "vel-records-page.h"

/* The stages of a new book. */
#define CALL 2
#define OFFER 4

typedef struct
{
  VelBook        *book;
  GtkWindow      *window;
  VelRecordsPage *page;
  gint64          ids[3];
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  with_deals)
{
  fixture->book = vel_ui_new_book (0);
  if (with_deals != NULL)
    {
      const gint64 customer = vel_ui_add_customer (fixture->book, "Işık Mimarlık");

      fixture->ids[0] = vel_deal_test_add (fixture->book, customer, "Ofis", CALL, 1000000, "TRY");
      fixture->ids[1] = vel_deal_test_add (fixture->book, customer, "Depo", OFFER, 200000, "EUR");
      fixture->ids[2] = vel_deal_test_add (fixture->book, customer, "Sera", OFFER, 4000000, "TRY");
    }
  fixture->page = vel_records_page_new (&vel_deals_look, fixture->book);
  fixture->window = GTK_WINDOW (adw_application_window_new (GTK_APPLICATION (vel_ui_get_application ())));
  gtk_window_set_default_size (fixture->window, 1280, 600);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (fixture->window);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  with_deals)
{
  gpointer page = fixture->page;

  g_object_add_weak_pointer (G_OBJECT (fixture->page), &page);
  gtk_window_destroy (fixture->window);
  vel_ui_wait (is_gone, &page);
  vel_ui_close_book (fixture->book);
}

static GtkSelectionModel *
get_selection (Fixture *fixture)
{
  GtkWidget *table = vel_ui_find_type (fixture->page, VEL_TYPE_RECORD_TABLE);

  return gtk_column_view_get_model (GTK_COLUMN_VIEW (vel_record_table_get_view (VEL_RECORD_TABLE (table))));
}

static void
search (Fixture    *fixture,
        const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (vel_ui_find_type (fixture->page, GTK_TYPE_SEARCH_ENTRY)), text);
}

/* Each currency by itself; what is searched for is what is added up. */
static void
test_sums (Fixture       *fixture,
           gconstpointer  data)
{
  vel_ui_wait_label (fixture->page, "3 deals  ·  total ₺50,000 + €2,000  ·  weighted ₺21,000 + €1,000");
  search (fixture, "sera");
  vel_ui_wait_label (fixture->page, "1 of 3  ·  total ₺40,000  ·  weighted ₺20,000");
  search (fixture, "");
  vel_ui_wait_label (fixture->page, "3 deals  ·  total ₺50,000 + €2,000  ·  weighted ₺21,000 + €1,000");
}

/* What is selected is added up too, and again when it changes in the book. */
static void
test_selected (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(VelChange) change = vel_change_new ("Another amount", NULL);

  vel_ui_wait_label (fixture->page, "3 deals  ·  total ₺50,000 + €2,000  ·  weighted ₺21,000 + €1,000");
  gtk_selection_model_select_all (get_selection (fixture));
  vel_ui_wait_label (fixture->page, "₺50,000 + €2,000");
  vel_change_set_integer (change, &vel_deal_entity, fixture->ids[0], "amount", 1500000);
  vel_commit_free (vel_book_commit (fixture->book, change, NULL, NULL));
  vel_ui_wait_label (fixture->page, "₺55,000 + €2,000");
  vel_ui_wait_label (fixture->page, "3 deals  ·  total ₺55,000 + €2,000  ·  weighted ₺21,500 + €1,000");
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  vel_ui_wait_label (fixture->page, "No deals yet");
  g_assert_nonnull (vel_ui_find_button (fixture->page, "Add the first deal"));
}

int
main (int    argc,
      char **argv)
{
  vel_ui_test_init (&argc, &argv);

  g_test_add ("/deals-list/sums", Fixture, GINT_TO_POINTER (1), set_up, test_sums, tear_down);
  g_test_add ("/deals-list/selected", Fixture, GINT_TO_POINTER (1), set_up, test_selected, tear_down);
  g_test_add ("/deals-list/empty", Fixture, NULL, set_up, test_empty, tear_down);

  return g_test_run ();
}
