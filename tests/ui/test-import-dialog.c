/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "vel-customer.h"
#include "vel-import-column-row.h"
#include "vel-import-columns.h"
#include "vel-import-target-popover.h"
#include "vel-import-test.h"
#include "vel-records-page.h"
#include "vel-test-util.h"

/* The window of a type that is on the screen, or NULL. */
static gpointer
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

static gboolean
has_window (gpointer type)
{
  return find_window (*(const GType *) type) != NULL;
}

static gpointer
wait_window (GType type)
{
  vel_ui_wait (has_window, &type);
  return find_window (type);
}

static VelImportColumnRow *
find_row (GtkWidget  *widget,
          const char *column)
{
  VelImportColumnRow *found = NULL;

  if (VEL_IS_IMPORT_COLUMN_ROW (widget))
    return vel_ui_find_label (widget, column) != NULL ? VEL_IMPORT_COLUMN_ROW (widget) : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, column);
  return found;
}

static gboolean
has_popover (gpointer row)
{
  return vel_ui_find_type (row, VEL_TYPE_IMPORT_TARGET_POPOVER) != NULL;
}

/* Opens the list of fields of a column, types, and takes the first that is left with Enter. */
static void
send_column (VelImportTest *fixture,
             const char    *column,
             const char    *typed,
             const char    *shown)
{
  VelImportColumnRow *row = find_row (GTK_WIDGET (fixture->dialog), column);
  GtkWidget *button;
  GtkWidget *entry;

  g_assert_nonnull (row);
  button = vel_ui_find_type (row, GTK_TYPE_MENU_BUTTON);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  vel_ui_wait (has_popover, row);
  entry = vel_ui_find_type (vel_ui_find_type (row, VEL_TYPE_IMPORT_TARGET_POPOVER), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), typed);
  g_signal_emit_by_name (entry, "activate");
  vel_ui_wait_label (button, shown);
}

static GArray *
find_customers (VelBook    *book,
                const char *search)
{
  g_autoptr(VelQuery) query = vel_query_new (&vel_customer_entity, NULL, search, NULL, FALSE);
  g_autoptr(GError) error = NULL;
  GArray *ids = vel_book_find (book, query, &error);

  g_assert_no_error (error);
  return ids;
}

static guint
count_customers (VelBook *book)
{
  g_autoptr(GArray) ids = find_customers (book, NULL);

  return ids->len;
}

static VelRecord *
find_customer (VelBook    *book,
               const char *search)
{
  g_autoptr(GArray) ids = find_customers (book, search);
  VelRecord *record;

  g_assert_cmpuint (ids->len, ==, 1);
  record = vel_book_get_record (book, &vel_customer_entity, g_array_index (ids, gint64, 0), NULL);
  g_assert_nonnull (record);
  return record;
}

#define HEADER "Ad Soyad;Cep Telefonu;E-posta;İl;Kod\n"
#define ROWS \
  "Ayşe Yılmaz;0532 123 45 67;ayse@ornek.example;İstanbul;K-7\n" \
  "Öztürk Peyzaj;0252 111 22 33;;Muğla;K-8\n" \
  "Cem;;cem at ornek;Ankara;K-9\n"

static const char table[] = HEADER ROWS;

static void
test_all_the_way (void)
{
  VelImportTest fixture = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fixture.book = vel_ui_new_book (1);
  before = vel_test_dump (vel_book_get_path (fixture.book));
  vel_import_test_start_text (&fixture, HEADER ";;;;\n" ROWS);

  /* What was understood. A blank row is none. */
  vel_ui_wait_label (fixture.dialog, "3 rows, 5 columns");
  vel_ui_wait_label (fixture.dialog, "Unicode (UTF-8)");
  vel_ui_wait_label (fixture.dialog, "Semicolon (;)");
  vel_ui_wait_label (fixture.dialog, "Ayşe Yılmaz · Öztürk Peyzaj · Cem");
  vel_ui_wait_label (fixture.dialog, "Phone (Mobile)");
  vel_ui_wait_label (fixture.dialog, "Own field “Kod”");

  /* What will be written, and nothing written yet. */
  vel_import_test_go_on (&fixture, "Continue");
  vel_ui_wait_label (fixture.dialog, "Nothing has been written yet. 1 blank row is left out.");
  vel_ui_wait_label (fixture.dialog, "new customers");
  vel_ui_wait_label (fixture.dialog, "rejected row");
  vel_ui_wait_label (fixture.dialog, "Row 5, “E-posta”");
  vel_ui_wait_label (fixture.dialog, "cem at ornek");
  vel_ui_wait_label (fixture.dialog, "K-7");
  after = vel_test_dump (vel_book_get_path (fixture.book));
  g_assert_true (g_str_equal (after, before));

  vel_import_test_go_on (&fixture, "Import");
  vel_ui_wait_label (fixture.dialog, "Your customers are here");
  g_assert_cmpuint (count_customers (fixture.book), ==, 3);
  {
    g_autoptr(VelRecord) ayse = find_customer (fixture.book, "ayse");
    g_autofree char *code = vel_record_dup_custom (ayse, "Kod");

    g_assert_cmpstr (vel_record_get_text (ayse, "phone"), ==, "+905321234567");
    g_assert_cmpstr (code, ==, "K-7");
  }

  /* And all of it back. */
  vel_import_test_press (&fixture, "Undo");
  vel_ui_wait_label (fixture.dialog, "The import was taken back");
  g_free (after);
  after = vel_test_dump (vel_book_get_path (fixture.book));
  g_assert_true (g_str_equal (after, before));
  vel_import_test_go_on (&fixture, "Close");
  vel_import_test_finish (&fixture);
}

static void
test_columns_sent_elsewhere (void)
{
  VelImportTest fixture = { 0 };
  g_autoptr(VelRecord) ayse = NULL;
  g_autofree char *code = NULL;
  g_autofree char *colour = NULL;

  vel_import_test_start_text (&fixture, table);
  vel_ui_wait_label (fixture.dialog, "Own field “Kod”");
  send_column (&fixture, "Kod", "job tit", "Job title");
  send_column (&fixture, "İl", "leave", "Left out");
  vel_import_test_press (&fixture, "Continue");
  vel_ui_wait_label (fixture.dialog, "Job title");
  g_assert_null (vel_ui_find_label (fixture.dialog, "İstanbul"));

  /* Back, and into a field that there is not yet. */
  vel_import_test_press (&fixture, "Back");
  vel_ui_wait_label (fixture.dialog, "What was understood");
  vel_ui_wait_label (find_row (GTK_WIDGET (fixture.dialog), "Kod"), "Job title");
  send_column (&fixture, "Kod", "Gizli renk", "Own field “Gizli renk”");
  vel_import_test_press (&fixture, "Continue");
  vel_ui_wait_label (fixture.dialog, "Gizli renk");
  vel_import_test_go_on (&fixture, "Import");
  vel_ui_wait_label (fixture.dialog, "Your customers are here");

  ayse = find_customer (fixture.book, "ayse");
  colour = vel_record_dup_custom (ayse, "Gizli renk");
  code = vel_record_dup_custom (ayse, "Kod");
  g_assert_cmpstr (colour, ==, "K-7");
  g_assert_null (code);
  g_assert_null (vel_record_get_text (ayse, "city"));
  g_assert_null (vel_record_get_text (ayse, "title"));
  vel_import_test_press (&fixture, "Close");
  vel_ui_wait (vel_import_test_is_gone, &fixture.dialog);

  /* The next file of this shape goes the same way, and brings nobody new. */
  vel_import_test_start_text (&fixture, table);
  vel_ui_wait_label (fixture.dialog, "They go where those of the last file of this shape went.");
  vel_ui_wait_label (fixture.dialog, "Own field “Gizli renk”");
  vel_import_test_go_on (&fixture, "Continue");
  vel_ui_wait_label (fixture.dialog, "All that can be read of the file is in your customer book already.");
  g_assert_false (gtk_widget_is_sensitive (vel_ui_find_button (fixture.dialog, "Import")));
  vel_import_test_finish (&fixture);
}

static void
test_same_place (void)
{
  VelImportTest fixture = { 0 };

  vel_import_test_start_text (&fixture, table);
  vel_ui_wait_label (fixture.dialog, "Own field “Kod”");
  send_column (&fixture, "Kod", "city", "City");
  vel_ui_wait_label (fixture.dialog, "“İl” goes to the same place, which has room for only one of the two.");
  send_column (&fixture, "İl", "leave", "Left out");
  g_assert_null (vel_ui_find_label (fixture.dialog,
                                    "“İl” goes to the same place, which has room for only one of the two."));
  vel_import_test_finish (&fixture);
}

static void
test_read_otherwise (void)
{
  VelImportTest fixture = { 0 };
  GtkWidget *header;

  vel_import_test_start_text (&fixture, table);
  vel_ui_wait_label (fixture.dialog, "3 rows, 5 columns");
  send_column (&fixture, "Kod", "sector", "Sector");
  header = vel_ui_find_type (fixture.dialog, GTK_TYPE_SWITCH);
  gtk_switch_set_active (GTK_SWITCH (header), FALSE);
  vel_ui_wait_label (fixture.dialog, "4 rows, 5 columns");
  gtk_switch_set_active (GTK_SWITCH (header), TRUE);
  vel_ui_wait_label (fixture.dialog, "3 rows, 5 columns");

  /* What was changed by hand is not forgotten on the way. */
  vel_ui_wait_label (find_row (GTK_WIDGET (fixture.dialog), "Kod"), "Sector");
  vel_import_test_finish (&fixture);
}

static void
test_leaving_asks (void)
{
  VelImportTest fixture = { 0 };
  GtkWindow *question;

  /* Where nothing would be lost, it does not ask. */
  vel_import_test_start_text (&fixture, table);
  vel_ui_wait_label (fixture.dialog, "3 rows, 5 columns");
  gtk_window_close (GTK_WINDOW (fixture.dialog));
  vel_ui_wait (vel_import_test_is_gone, &fixture.dialog);

  vel_import_test_start_text (&fixture, table);
  vel_ui_wait_label (fixture.dialog, "3 rows, 5 columns");
  send_column (&fixture, "Kod", "sector", "Sector");
  gtk_window_close (GTK_WINDOW (fixture.dialog));
  question = wait_window (ADW_TYPE_MESSAGE_DIALOG);
  gtk_window_close (question);
  vel_test_settle ();
  g_assert_nonnull (fixture.dialog);
  vel_ui_wait_label (fixture.dialog, "Sector");

  gtk_window_close (GTK_WINDOW (fixture.dialog));
  question = wait_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_true (gtk_widget_activate (vel_ui_find_button (question, "Leave")));
  vel_ui_wait (vel_import_test_is_gone, &fixture.dialog);
  g_assert_cmpuint (count_customers (fixture.book), ==, 0);
  vel_import_test_finish (&fixture);
}

/* So many that an import of them can be stopped on its way. */
static GFile *
write_many (guint n)
{
  g_autoptr(GString) text = g_string_new ("Ad Soyad,E-posta,Telefon\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "Müşteri %u,m%u@ornek.example,0532 %03u %04u\n", i, i, i / 10000, i % 10000);
  return vel_import_test_write (text->str, text->len);
}

static gboolean
is_moving (gpointer data)
{
  VelImportTest *fixture = data;
  GtkWidget *bar = vel_ui_find_type (fixture->dialog, GTK_TYPE_PROGRESS_BAR);

  return bar != NULL && vel_ui_find_label (fixture->dialog, "Importing…") != NULL &&
         gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)) > 0.05;
}

/* Sanitizers make each row so much slower that a fraction of them does. */
#if defined (__SANITIZE_ADDRESS__)
#define N_MANY 10000
#else
#define N_MANY 100000
#endif

static void
test_cancelled_on_the_way (void)
{
  VelImportTest fixture = { 0 };
  g_autoptr(GFile) file = write_many (N_MANY);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fixture.book = vel_ui_new_book (2);
  before = vel_test_dump (vel_book_get_path (fixture.book));
  vel_import_test_start (&fixture, file);
  vel_import_test_go_on (&fixture, "Continue");
  vel_import_test_go_on (&fixture, "Import");
  vel_ui_wait (is_moving, &fixture);
  vel_import_test_press (&fixture, "Cancel");
  vel_ui_wait_label (fixture.dialog, "Nothing has been written yet.");
  after = vel_test_dump (vel_book_get_path (fixture.book));
  g_assert_true (g_str_equal (after, before));

  /* The same when the window goes in the middle of it. */
  vel_import_test_go_on (&fixture, "Import");
  vel_ui_wait (is_moving, &fixture);
  gtk_window_destroy (GTK_WINDOW (fixture.dialog));
  vel_ui_wait (vel_import_test_is_gone, &fixture.dialog);
  g_free (after);
  after = vel_test_dump (vel_book_get_path (fixture.book));
  g_assert_true (g_str_equal (after, before));
  vel_import_test_finish (&fixture);
}

static void
title_changed_cb (gboolean *changed)
{
  *changed = TRUE;
}

/* The main window goes while an import is being taken back, which nothing
 * stops: it ends, and shows nothing in the window that it began in. */
static void
test_closed_on_the_way_back (void)
{
  VelImportTest fixture = { 0 };
  gboolean changed = FALSE;
  GObject *title;

  vel_import_test_start_text (&fixture, table);
  vel_import_test_go_on (&fixture, "Continue");
  vel_import_test_go_on (&fixture, "Import");
  vel_ui_wait_label (fixture.dialog, "Your customers are here");
  title = gtk_widget_get_template_child (GTK_WIDGET (fixture.dialog), VEL_TYPE_IMPORT_DIALOG, "title");
  g_signal_connect_swapped (title, "notify::title", G_CALLBACK (title_changed_cb), &changed);
  /* The button would wait a moment, to be seen going down. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.dialog), "import.undo", NULL));
  gtk_window_destroy (GTK_WINDOW (fixture.dialog));
  g_assert_nonnull (fixture.dialog);
  vel_ui_wait (vel_import_test_is_gone, &fixture.dialog);
  g_assert_cmpuint (count_customers (fixture.book), ==, 0);
  g_assert_false (changed);
  vel_import_test_finish (&fixture);
}

static void
see_refused (GFile      *file,
             const char *sentence)
{
  VelImportTest fixture = { 0 };

  vel_import_test_start (&fixture, file);
  vel_ui_wait_label (fixture.dialog, "This file cannot be imported");
  vel_ui_wait_label (fixture.dialog, sentence);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture.dialog)) ==
                 vel_ui_find_button (fixture.dialog, "Choose another file…"));

  /* Another file goes in the same window. */
  {
    g_autoptr(GFile) good = vel_import_test_write (table, -1);

    vel_import_dialog_open (fixture.dialog, good);
    vel_ui_wait_label (fixture.dialog, "3 rows, 5 columns");
  }
  vel_import_test_finish (&fixture);
}

static void
test_bad_files (void)
{
  g_autoptr(GFile) folder = g_file_new_for_path (g_get_home_dir ());
  g_autoptr(GFile) nowhere = g_file_new_for_path ("/nowhere/at all.csv");
  g_autoptr(GFile) empty = vel_import_test_write ("", 0);
  g_autoptr(GFile) rubbish = vel_import_test_write ("\x00\x01\x02\xff\xfe\x00\x00\x13\x00\x00\x7f\x00", 12);
  g_autoptr(GFile) large = vel_import_test_write ("Ad\n", -1);

  g_assert_cmpint (truncate (g_file_peek_path (large), (off_t) 2 << 30), ==, 0);
  see_refused (folder, "This is a folder. Choose a file in it.");
  see_refused (nowhere, "There is no such file.");
  see_refused (empty, "The file is empty.");
  see_refused (rubbish, "This is no text: the file holds bytes that no CSV file has.");
  see_refused (large, "The file is 2.0\xc2\xa0GiB large, and files up to 1.0\xc2\xa0GiB are read. Split it into several files.");
}

static void
test_header_only (void)
{
  VelImportTest fixture = { 0 };
  g_autofree char *path = g_build_filename (g_getenv ("VEL_TEST_DATA"), "csv", "header-only.csv", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  vel_import_test_start (&fixture, file);
  vel_ui_wait_label (fixture.dialog, "0 rows, 3 columns");
  vel_import_test_go_on (&fixture, "Continue");
  vel_ui_wait_label (fixture.dialog, "The file names its columns, and no row follows.");
  g_assert_false (gtk_widget_is_sensitive (vel_ui_find_button (fixture.dialog, "Import")));
  vel_import_test_finish (&fixture);
}

static void
test_file_vanishes (void)
{
  VelImportTest fixture = { 0 };
  g_autoptr(GFile) file = vel_import_test_write (table, -1);
  g_autoptr(GError) error = NULL;

  vel_import_test_start (&fixture, file);
  vel_ui_wait_label (fixture.dialog, "3 rows, 5 columns");
  g_assert_true (g_file_delete (file, NULL, &error));
  vel_import_test_go_on (&fixture, "Continue");
  vel_ui_wait_label (fixture.dialog, "Nothing was imported");

  /* Put back, it goes on from where it was. */
  g_assert_true (g_file_set_contents (g_file_peek_path (file), table, -1, NULL));
  vel_import_test_press (&fixture, "Back");
  vel_import_test_go_on (&fixture, "Continue");
  vel_ui_wait_label (fixture.dialog, "Nothing has been written yet.");
  vel_import_test_finish (&fixture);
}

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
has_proposal (gpointer chooser)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (chooser);

  return file != NULL;
}

static void
test_rejected_are_saved (void)
{
  VelImportTest fixture = { 0 };
  g_autoptr(GFile) file = vel_import_test_write (table, -1);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_auto(GStrv) halves = g_strsplit (g_file_peek_path (file), ".velinimet", 2);
  GtkFileChooser *chooser;

  path = g_strconcat (halves[0], " - rejected rows.csv", NULL);
  vel_import_test_start (&fixture, file);
  vel_import_test_go_on (&fixture, "Continue");
  vel_import_test_press (&fixture, "Save as CSV…");
  /* Beside the file itself, unless one says otherwise. */
  chooser = wait_window (GTK_TYPE_FILE_CHOOSER);
  vel_ui_wait (has_proposal, chooser);
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
  vel_ui_wait (is_there, path);
  vel_import_test_wait_button (&fixture, "Import");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\"Cem\";\"\";\"cem at ornek\";\"Ankara\";\"K-9\""));
  g_assert_null (strstr (text, "Öztürk"));
  vel_import_test_go_on (&fixture, "Import");
  vel_ui_wait_label (fixture.dialog, "Your customers are here");
  vel_import_test_finish (&fixture);
}

static gboolean
bring (VelWindow *window,
       GFile     *one,
       GFile     *two)
{
  g_autoptr(GSList) files = two != NULL ? g_slist_prepend (NULL, two) : NULL;

  if (one != NULL)
    files = g_slist_prepend (files, one);
  return vel_window_import_files (window, files);
}

/* Whether the list has the two that were imported, and says why only these. */
static gboolean
shows_imported (gpointer window)
{
  GtkWidget *page = vel_ui_find_type (window, VEL_TYPE_RECORDS_PAGE);
  VelQueryModel *model = page != NULL ? vel_records_page_get_model (VEL_RECORDS_PAGE (page)) : NULL;
  g_autoptr(VelQuery) query = NULL;
  g_autofree char *json = NULL;

  if (model == NULL || g_list_model_get_n_items (G_LIST_MODEL (model)) != 2)
    return FALSE;
  g_object_get (model, "query", &query, NULL);
  json = vel_query_to_json (query);
  return strstr (json, "\"created\"") != NULL;
}

static void
test_from_outside (void)
{
  VelImportTest fixture = { 0 };
  g_autoptr(GFile) file = vel_import_test_write (table, -1);

  fixture.book = vel_ui_new_book (0);
  fixture.window = vel_ui_new_window (fixture.book);
  g_assert_false (bring (fixture.window, file, file));
  vel_ui_wait_label (fixture.window, "Files are imported one at a time. Choose only one.");
  g_assert_null (find_window (VEL_TYPE_IMPORT_DIALOG));

  g_assert_true (bring (fixture.window, file, NULL));
  fixture.dialog = wait_window (VEL_TYPE_IMPORT_DIALOG);
  g_object_add_weak_pointer (G_OBJECT (fixture.dialog), (gpointer *) &fixture.dialog);
  vel_import_test_go_on (&fixture, "Continue");
  vel_import_test_go_on (&fixture, "Import");
  vel_import_test_go_on (&fixture, "Show them");
  vel_ui_wait (vel_import_test_is_gone, &fixture.dialog);
  vel_ui_wait (shows_imported, fixture.window);
  vel_import_test_finish (&fixture);
}

static void
test_unreadable_from_outside (void)
{
  VelBook *book = vel_ui_new_book (0);
  VelWindow *window = vel_ui_new_window (book);

  g_assert_false (bring (window, NULL, NULL));
  vel_ui_wait_label (window, "What was dropped cannot be read. Choose the file in the menu, by “Import…”.");
  g_assert_null (find_window (VEL_TYPE_IMPORT_DIALOG));
  vel_ui_close_window (window);
  vel_ui_close_book (book);
}

static void
test_narrow (void)
{
  VelImportTest fixture = { 0 };
  int minimum;

  vel_import_test_start_text (&fixture, table);
  vel_import_test_go_on (&fixture, "Continue");
  vel_ui_wait_label (fixture.dialog, "Nothing has been written yet.");
  gtk_widget_measure (GTK_WIDGET (fixture.dialog), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  vel_import_test_finish (&fixture);
}

int
main (int    argc,
      char **argv)
{
  vel_ui_test_init (&argc, &argv);
  g_test_add_func ("/import-dialog/all-the-way", test_all_the_way);
  g_test_add_func ("/import-dialog/columns-sent-elsewhere", test_columns_sent_elsewhere);
  g_test_add_func ("/import-dialog/same-place", test_same_place);
  g_test_add_func ("/import-dialog/read-otherwise", test_read_otherwise);
  g_test_add_func ("/import-dialog/leaving-asks", test_leaving_asks);
  g_test_add_func ("/import-dialog/cancelled-on-the-way", test_cancelled_on_the_way);
  g_test_add_func ("/import-dialog/closed-on-the-way-back", test_closed_on_the_way_back);
  g_test_add_func ("/import-dialog/bad-files", test_bad_files);
  g_test_add_func ("/import-dialog/header-only", test_header_only);
  g_test_add_func ("/import-dialog/file-vanishes", test_file_vanishes);
  g_test_add_func ("/import-dialog/rejected-are-saved", test_rejected_are_saved);
  g_test_add_func ("/import-dialog/from-outside", test_from_outside);
  g_test_add_func ("/import-dialog/unreadable-from-outside", test_unreadable_from_outside);
  g_test_add_func ("/import-dialog/narrow", test_narrow);
  return g_test_run ();
}
