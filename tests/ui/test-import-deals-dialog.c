/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-customer.h"
#include "vel-deal.h"
#include "vel-import-test.h"
#include "vel-product.h"
#include "vel-stage.h"
#include "vel-test-util.h"

/* Deals through the assistant: what is chosen in the preview, and what becomes of each row. */

static const char table[] =
  "Başlık;Müşteri;Aşama;Tutar;Ürün\n"
  "Ofis;Işık Mimarlık;Offer;12.500,00;Danışmanlık\n"
  "Depo;Öztürk Peyzaj;Keşif;4.000,00;\n"
  "Sera;;Call;1.000,00;\n"
  "Kötü;Işık Mimarlık;Call;on iki bin;\n";

static guint
count (VelBook         *book,
       const VelEntity *entity)
{
  g_autoptr(VelQuery) query = vel_query_new (entity, NULL, NULL, "id", FALSE);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = vel_book_find (book, query, &error);

  g_assert_no_error (error);
  return ids->len;
}

static VelRecord *
find_deal (VelBook    *book,
           const char *title)
{
  const char * const values[] = { title, NULL };
  g_autoptr(VelFilter) filter = vel_filter_new (VEL_FILTER_IS, "title", values);
  g_autoptr(VelQuery) query = vel_query_new (&vel_deal_entity, filter, NULL, "id", FALSE);
  g_autoptr(GArray) ids = vel_book_find (book, query, NULL);

  g_assert_cmpuint (ids->len, ==, 1);
  return vel_book_get_record (book, &vel_deal_entity, g_array_index (ids, gint64, 0), NULL);
}

static void
begin (VelImportTest *fixture)
{
  fixture->book = vel_ui_new_book (0);
  vel_ui_add_customer (fixture->book, "Işık Mimarlık");
  vel_import_test_start_text (fixture, table);
  /* The columns say what the rows are. */
  vel_ui_wait_label (fixture->dialog, "Deals");
  vel_ui_wait_label (fixture->dialog, "Name of the customer");
  vel_import_test_press (fixture, "Continue");
  vel_ui_wait_label (fixture->dialog, "What the deals speak of");
}

/* The combo row that has a title. */
static AdwComboRow *
find_row (VelImportTest *fixture,
          const char    *title)
{
  GtkWidget *label = vel_ui_find_label (fixture->dialog, title);

  g_assert_nonnull (label);
  return ADW_COMBO_ROW (gtk_widget_get_ancestor (label, ADW_TYPE_COMBO_ROW));
}

/* All that can be kept is kept unless the user chooses otherwise. */
static void
test_kept (void)
{
  VelImportTest fixture = { 0 };
  g_autoptr(VelRecord) ofis = NULL;
  g_autoptr(VelRecord) depo = NULL;
  g_autoptr(VelRecord) sera = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  begin (&fixture);
  before = vel_test_dump (vel_book_get_path (fixture.book));
  vel_ui_wait_label (fixture.dialog, "new deals");
  vel_ui_wait_label (fixture.dialog, "Öztürk Peyzaj");
  vel_ui_wait_label (fixture.dialog, "Keşif");
  vel_ui_wait_label (fixture.dialog, "1 row, kept under “Unknown customer” or rejected");
  vel_ui_wait_label (fixture.dialog, "Row 5, “Tutar”");
  vel_ui_wait_label (fixture.dialog, "₺12,500");
  vel_import_test_go_on (&fixture, "Import");
  vel_ui_wait_label (fixture.dialog, "Your deals are here");
  g_assert_cmpuint (count (fixture.book, &vel_deal_entity), ==, 3);
  ofis = find_deal (fixture.book, "Ofis");
  depo = find_deal (fixture.book, "Depo");
  sera = find_deal (fixture.book, "Sera");
  g_assert_cmpint (vel_record_get_integer (ofis, "amount"), ==, 1250000);
  g_assert_cmpstr (vel_record_get_text (ofis, "product_name"), ==, "Danışmanlık");
  g_assert_cmpstr (vel_record_get_text (ofis, "customer_name"), ==, "Işık Mimarlık");
  g_assert_cmpstr (vel_record_get_text (depo, "customer_name"), ==, "Öztürk Peyzaj");
  g_assert_cmpstr (vel_record_get_text (depo, "stage_name"), ==, "Keşif");
  g_assert_cmpstr (vel_record_get_text (sera, "customer_name"), ==, "Unknown customer");
  g_assert_cmpuint (count (fixture.book, &vel_customer_entity), ==, 3);

  vel_import_test_press (&fixture, "Undo");
  vel_ui_wait_label (fixture.dialog, "The import was taken back");
  after = vel_test_dump (vel_book_get_path (fixture.book));
  g_assert_cmpstr (after, ==, before);
  vel_import_test_go_on (&fixture, "Close");
  vel_import_test_finish (&fixture);
}

/* What is rejected is told, row by row; the figures follow each choice. */
static void
test_rejected (void)
{
  VelImportTest fixture = { 0 };
  const guint n_stages = 5;

  begin (&fixture);
  adw_combo_row_set_selected (find_row (&fixture, "Customers that are not in the book"), 1);
  vel_ui_wait_label (fixture.dialog, "Row 3, “Müşteri”");
  adw_combo_row_set_selected (find_row (&fixture, "Deals without a customer"), 1);
  vel_ui_wait_label (fixture.dialog, "Row 4, “Müşteri”");
  vel_ui_wait_label (fixture.dialog, "new deal");
  /* What was rejected can still be taken. */
  adw_combo_row_set_selected (find_row (&fixture, "Customers that are not in the book"), 0);
  vel_ui_wait_label (fixture.dialog, "new deals");
  adw_combo_row_set_selected (find_row (&fixture, "Stages that are missing"), 1);
  vel_ui_wait_label (fixture.dialog, "Row 3, “Aşama”");
  vel_import_test_press (&fixture, "Import");
  vel_ui_wait_label (fixture.dialog, "Your deals are here");
  g_assert_cmpuint (count (fixture.book, &vel_deal_entity), ==, 1);
  g_assert_cmpuint (count (fixture.book, &vel_customer_entity), ==, 1);
  g_assert_cmpuint (count (fixture.book, &vel_stage_entity), ==, n_stages);
  vel_import_test_finish (&fixture);
}

/* A file of customers is one of customers still, and the user may say otherwise. */
static void
test_said_otherwise (void)
{
  VelImportTest fixture = { 0 };

  vel_import_test_start_text (&fixture, "Ad;Telefon;Fiyat\nKalem;0532 123 45 67;12,50\n");
  vel_ui_wait_label (fixture.dialog, "Customers");
  vel_ui_wait_label (fixture.dialog, "Own field “Fiyat”");
  adw_combo_row_set_selected (find_row (&fixture, "The rows are"), 2);
  vel_ui_wait_label (fixture.dialog, "Products");
  vel_ui_wait_label (fixture.dialog, "Price");
  vel_import_test_press (&fixture, "Continue");
  vel_ui_wait_label (fixture.dialog, "new product");
  vel_import_test_press (&fixture, "Import");
  vel_ui_wait_label (fixture.dialog, "Your products are here");
  g_assert_cmpuint (count (fixture.book, &vel_product_entity), ==, 1);
  g_assert_cmpuint (count (fixture.book, &vel_customer_entity), ==, 0);
  vel_import_test_press (&fixture, "Close");
  vel_ui_wait (vel_import_test_is_gone, &fixture.dialog);

  /* The next file of this shape is one of products too. */
  vel_import_test_start_text (&fixture, "Ad;Telefon;Fiyat\nDefter;0532 123 45 68;20\n");
  vel_ui_wait_label (fixture.dialog, "Products");
  vel_ui_wait_label (fixture.dialog, "They go where those of the last file of this shape went.");
  vel_import_test_finish (&fixture);
}

int
main (int    argc,
      char **argv)
{
  vel_ui_test_init (&argc, &argv);

  g_test_add_func ("/import-deals-dialog/kept", test_kept);
  g_test_add_func ("/import-deals-dialog/rejected", test_rejected);
  g_test_add_func ("/import-deals-dialog/said-otherwise", test_said_otherwise);

  return g_test_run ();
}
