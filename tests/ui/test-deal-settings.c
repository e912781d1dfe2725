/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-arranged-list.h"
#include "vel-deal-test.h"
#include "vel-edit-row.h"
#include "vel-lost-reason.h"
#include "vel-money-page.h"
#include "vel-pipeline-editor.h"
#include "vel-rate.h"
#include "vel-reasons-page.h"
#include "vel-test-util.h"
#include "vel-text.h"

#define TOO_EXPENSIVE 101

typedef struct
{
  VelBook           *book;
  GtkWindow         *window;
  VelPipelineEditor *editor;    /* not owned, NULL when it has gone */
} Fixture;

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
open_editor (Fixture    *test,
             const char *page)
{
  test->book = vel_ui_new_book (0);
  test->window = GTK_WINDOW (adw_application_window_new (GTK_APPLICATION (vel_ui_get_application ())));
  gtk_window_present (test->window);
  test->editor = vel_pipeline_editor_present (GTK_WIDGET (test->window), test->book, 1);
  g_object_add_weak_pointer (G_OBJECT (test->editor), (gpointer *) &test->editor);
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (test->editor), page);
}

static void
close_all (Fixture *test)
{
  gtk_window_close (GTK_WINDOW (test->editor));
  vel_ui_wait (is_null, &test->editor);
  gtk_window_destroy (test->window);
  vel_test_settle ();
  vel_ui_close_book (test->book);
}

static GtkEditable *
find_entry (gpointer    root,
            const char *title)
{
  GtkWidget *label = vel_ui_find_label (root, title);
  GtkWidget *row = label != NULL ? gtk_widget_get_ancestor (label, ADW_TYPE_ENTRY_ROW) : NULL;

  g_assert_nonnull (row);
  return GTK_EDITABLE (row);
}

static VelArrangedList *
get_list (Fixture *test)
{
  return VEL_ARRANGED_LIST (vel_ui_find_type (test->editor, VEL_TYPE_ARRANGED_LIST));
}

static void
type (VelInlineText *text,
      const char    *typed)
{
  GtkWidget *area = vel_ui_find_type (text, GTK_TYPE_TEXT);

  g_assert_nonnull (area);
  vel_inline_text_start (text);
  gtk_editable_set_text (GTK_EDITABLE (area), typed);
  vel_inline_text_save (text);
}

typedef struct
{
  VelArrangedList *list;
  guint            n_rows;
} Rows;

static gboolean
has_rows (gpointer data)
{
  Rows *rows = data;

  return vel_arranged_list_get_row (rows->list, rows->n_rows) == NULL &&
         (rows->n_rows == 0 || vel_arranged_list_get_row (rows->list, rows->n_rows - 1) != NULL);
}

static void
wait_rows (VelArrangedList *list,
           guint            n_rows)
{
  Rows rows = { list, n_rows };

  g_test_message ("waiting for %u rows", n_rows);
  vel_ui_wait (has_rows, &rows);
}

static const char *
get_name (Fixture *test,
          guint    position)
{
  return vel_record_get_text (vel_arranged_row_get_record (vel_arranged_list_get_row (get_list (test), position)), "name");
}

static guint
count (Fixture         *test,
       const VelEntity *entity)
{
  g_autoptr(VelQuery) query = vel_query_new (entity, NULL, NULL, NULL, FALSE);
  g_autoptr(GArray) ids = vel_book_find (test->book, query, NULL);

  return ids->len;
}

/* Added, renamed, arranged, archived and taken out of it; never deleted, never twice. */
static void
test_reasons (void)
{
  Fixture test = { 0 };
  g_autoptr(VelRecord) first = NULL;
  GtkEditable *entry;

  open_editor (&test, "reasons");
  vel_ui_wait_label (test.editor, "New reason");
  wait_rows (get_list (&test), 6);
  first = vel_book_get_record (test.book, &vel_lost_reason_entity, TOO_EXPENSIVE, NULL);
  entry = find_entry (test.editor, "New reason");
  gtk_editable_set_text (entry, " Bütçe kesildi ");
  g_signal_emit_by_name (entry, "apply");
  wait_rows (get_list (&test), 7);
  g_assert_cmpstr (get_name (&test, 6), ==, "Bütçe kesildi");

  gtk_editable_set_text (entry, "butce kesildi");
  g_signal_emit_by_name (entry, "apply");
  vel_ui_wait_label (test.editor, "“Bütçe kesildi” is on the list already.");
  g_assert_cmpuint (count (&test, &vel_lost_reason_entity), ==, 7);

  type (VEL_INLINE_TEXT (vel_ui_find_type (vel_arranged_list_get_row (get_list (&test), 0), VEL_TYPE_INLINE_TEXT)), "Pahalı");
  vel_test_wait_text (first, "name", "Pahalı");
  gtk_widget_activate_action (GTK_WIDGET (vel_arranged_list_get_row (get_list (&test), 0)), "row.down", NULL);
  while (!g_str_equal (get_name (&test, 1), "Pahalı"))
    g_main_context_iteration (NULL, TRUE);

  gtk_widget_activate_action (GTK_WIDGET (vel_arranged_list_get_row (get_list (&test), 1)), "reason.archive", NULL);
  vel_ui_wait_label (test.editor, "Archive");
  wait_rows (get_list (&test), 6);
  g_assert_cmpint (vel_record_get_integer (first, "archived"), ==, 1);

  /* Who adds it again means the one in the archive, which comes back to its place. */
  gtk_editable_set_text (entry, "pahalı");
  g_signal_emit_by_name (entry, "apply");
  wait_rows (get_list (&test), 7);
  g_assert_cmpstr (get_name (&test, 1), ==, "Pahalı");
  g_assert_cmpuint (count (&test, &vel_lost_reason_entity), ==, 7);
  close_all (&test);
}

static void
choose (Fixture    *test,
        guint       list,
        const char *currency)
{
  GtkWidget *page = vel_ui_find_type (test->editor, VEL_TYPE_MONEY_PAGE);
  GtkWidget *label = vel_ui_find_label (page, list == 0 ? "Currency of the book" : "New rate");
  GtkWidget *group = gtk_widget_get_ancestor (label, ADW_TYPE_PREFERENCES_GROUP);
  GtkDropDown *choice = GTK_DROP_DOWN (vel_ui_find_type (group, GTK_TYPE_DROP_DOWN));
  GListModel *names = gtk_drop_down_get_model (choice);

  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    {
      g_autoptr(GtkStringObject) name = g_list_model_get_item (names, i);

      if (g_str_has_prefix (gtk_string_object_get_string (name), currency))
        {
          gtk_drop_down_set_selected (choice, i);
          return;
        }
    }
  g_assert_not_reached ();
}

static char *
ask_home (Fixture *test)
{
  return vel_test_ask (vel_book_get_path (test->book), "SELECT value FROM setting WHERE name = 'currency'");
}

static gboolean
is_home_dollar (gpointer data)
{
  g_autofree char *home = ask_home (data);

  return g_str_has_prefix (home, "USD");
}

static void
test_home (void)
{
  Fixture test = { 0 };
  g_autofree char *euro = NULL;

  open_editor (&test, "money");
  vel_ui_wait_label (test.editor, "Currency of the book");
  vel_test_settle ();
  choose (&test, 0, "EUR");
  vel_ui_wait_label (test.editor, "Make EUR the currency of the book");
  euro = ask_home (&test);
  g_assert_true (g_str_has_prefix (euro, "EUR"));
  vel_test_settle ();
  choose (&test, 0, "USD");
  vel_ui_wait (is_home_dollar, &test);
  close_all (&test);
}

static void
test_rates (void)
{
  Fixture test = { 0 };
  g_autofree char *before = g_strdup (vel_language_get ());
  GtkEditable *rate;
  GtkEditable *date;
  VelArrangedRow *row;
  GtkWidget *label;

  vel_language_set ("tr");
  open_editor (&test, "money");
  vel_ui_wait_label (test.editor, "What one is worth");
  rate = find_entry (test.editor, "What one is worth");
  date = find_entry (test.editor, "Date");
  g_assert_cmpstr (gtk_editable_get_text (date), !=, "");

  gtk_editable_set_text (rate, "otuz");
  g_signal_emit_by_name (rate, "entry-activated");
  vel_ui_wait_label (test.editor, "This is not a number, such as 1,234.56.");
  g_assert_cmpstr (gtk_editable_get_text (rate), ==, "otuz");
  gtk_editable_set_text (rate, "34,52");
  gtk_editable_set_text (date, "31.2.2026");
  g_signal_emit_by_name (date, "entry-activated");
  vel_test_settle ();
  g_assert_cmpuint (count (&test, &vel_rate_entity), ==, 0);
  gtk_editable_set_text (date, "22.11.2026");
  g_signal_emit_by_name (date, "entry-activated");
  vel_ui_wait_label (test.editor, "1 USD = ₺34,52 · 22.11.2026");

  /* The same day is told again: one rate. */
  gtk_editable_set_text (rate, "35");
  gtk_editable_set_text (date, "22.11.2026");
  g_signal_emit_by_name (rate, "entry-activated");
  vel_ui_wait_label (test.editor, "1 USD = ₺35,00 · 22.11.2026");
  g_assert_cmpuint (count (&test, &vel_rate_entity), ==, 1);

  choose (&test, 1, "TRY");
  gtk_editable_set_text (rate, "1");
  g_signal_emit_by_name (rate, "entry-activated");
  vel_ui_wait_label (test.editor, "This is the currency of the book. It needs no rate.");

  row = vel_arranged_list_get_row (get_list (&test), 0);
  vel_arranged_row_open (row);
  vel_ui_wait_label (row, "Rate");
  label = vel_ui_find_label (row, "Rate");
  type (vel_edit_row_get_inline (VEL_EDIT_ROW (gtk_widget_get_ancestor (label, VEL_TYPE_EDIT_ROW))), "36,125");
  vel_ui_wait_label (test.editor, "1 USD = ₺36,125 · 22.11.2026");
  label = vel_ui_find_label (row, "Date");
  type (vel_edit_row_get_inline (VEL_EDIT_ROW (gtk_widget_get_ancestor (label, VEL_TYPE_EDIT_ROW))), "23.11.2026");
  vel_ui_wait_label (test.editor, "1 USD = ₺36,125 · 23.11.2026");

  gtk_widget_activate_action (GTK_WIDGET (row), "rate.remove", NULL);
  wait_rows (get_list (&test), 0);
  gtk_widget_activate_action (GTK_WIDGET (test.editor), "win.undo", NULL);
  vel_ui_wait_label (test.editor, "1 USD = ₺36,125 · 23.11.2026");
  close_all (&test);
  vel_language_set (before);
}

int
main (int   argc,
      char *argv[])
{
  vel_ui_test_init (&argc, &argv);

  g_test_add_func ("/deal-settings/reasons", test_reasons);
  g_test_add_func ("/deal-settings/home", test_home);
  g_test_add_func ("/deal-settings/rates", test_rates);

  return g_test_run ();
}
