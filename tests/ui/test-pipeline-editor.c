/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-arranged-list.h"
#include "vel-deal-test.h"
#include "vel-deal.h"
#include "vel-edit-row.h"
#include "vel-item.h"
#include "vel-new-pipeline.h"
#include "vel-pipeline-editor.h"
#include "vel-pipeline.h"
#include "vel-stage-row.h"
#include "vel-stage.h"
#include "vel-test-util.h"

#define CALL 2
#define OFFER 4
#define PAYMENT 6

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

static VelArrangedList *
get_list (Fixture *test)
{
  GtkWidget *list = vel_ui_find_type (test->editor, VEL_TYPE_ARRANGED_LIST);

  g_assert_nonnull (list);
  return VEL_ARRANGED_LIST (list);
}

/* The names of the stages as they stand on the screen, "Call Meeting Offer". */
static char *
get_names (Fixture *test)
{
  g_autoptr(GString) names = g_string_new (NULL);
  VelArrangedRow *row;

  for (guint i = 0; (row = vel_arranged_list_get_row (get_list (test), i)) != NULL; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            vel_record_get_text (vel_arranged_row_get_record (row), "name"));
  return g_strdup (names->str);
}

typedef struct
{
  Fixture    *test;
  const char *names;
} Names;

static gboolean
has_names (gpointer data)
{
  Names *wanted = data;
  g_autofree char *names = get_names (wanted->test);

  return g_str_equal (names, wanted->names);
}

static void
wait_names (Fixture    *test,
            const char *names)
{
  Names wanted = { test, names };

  g_test_message ("waiting for the stages %s", names);
  vel_ui_wait (has_names, &wanted);
}

static void
open_editor (Fixture *test)
{
  if (test->book == NULL)
    test->book = vel_ui_new_book (0);
  test->window = GTK_WINDOW (adw_application_window_new (GTK_APPLICATION (vel_ui_get_application ())));
  gtk_window_present (test->window);
  test->editor = vel_pipeline_editor_present (GTK_WIDGET (test->window), test->book, 1);
  g_object_add_weak_pointer (G_OBJECT (test->editor), (gpointer *) &test->editor);
  vel_ui_wait_label (test->editor, "Stages");
  wait_names (test, "Call Meeting Offer Invoice Payment");
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

static VelRecord *
get_stage (Fixture *test,
           gint64   id)
{
  return vel_book_get_record (test->book, &vel_stage_entity, id, NULL);
}

static void
act (Fixture    *test,
     guint       position,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (vel_arranged_list_get_row (get_list (test), position)), action, NULL));
}

/* Types into the text that is edited in place and saves it. */
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

static VelInlineText *
find_text (gpointer    root,
           const char *title)
{
  GtkWidget *label = vel_ui_find_label (root, title);
  GtkWidget *row = label != NULL ? gtk_widget_get_ancestor (label, VEL_TYPE_EDIT_ROW) : NULL;

  g_assert_nonnull (row);
  return vel_edit_row_get_inline (VEL_EDIT_ROW (row));
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

/* Alt with the arrows, and what the menu of a row does; the first cannot go up. */
static void
test_arrange (void)
{
  Fixture test = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  open_editor (&test);
  before = vel_test_dump (vel_book_get_path (test.book));
  act (&test, 0, "row.down");
  wait_names (&test, "Meeting Call Offer Invoice Payment");
  act (&test, 4, "row.up");
  wait_names (&test, "Meeting Call Offer Payment Invoice");
  act (&test, 3, "row.down");
  wait_names (&test, "Meeting Call Offer Invoice Payment");
  /* The first goes no further up, the last no further down. */
  act (&test, 0, "row.up");
  act (&test, 4, "row.down");
  vel_test_settle ();
  wait_names (&test, "Meeting Call Offer Invoice Payment");
  /* What is dropped falls before the row below it. */
  vel_arranged_list_place (get_list (&test), vel_arranged_list_get_row (get_list (&test), 4), CALL);
  wait_names (&test, "Meeting Payment Call Offer Invoice");

  /* Each is one change, taken back in the window itself. */
  for (int i = 0; i < 4; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (test.editor), "win.undo", NULL);
      if (i == 0)
        wait_names (&test, "Meeting Call Offer Invoice Payment");
      if (i == 1)
        wait_names (&test, "Meeting Call Offer Payment Invoice");
      if (i == 2)
        wait_names (&test, "Meeting Call Offer Invoice Payment");
    }
  wait_names (&test, "Call Meeting Offer Invoice Payment");
  after = vel_test_dump (vel_book_get_path (test.book));
  g_assert_cmpstr (after, ==, before);
  close_all (&test);
}

/* Name, probability, days, in place; what cannot be is not written. */
static void
test_fields (void)
{
  Fixture test = { 0 };
  g_autoptr(VelRecord) offer = NULL;
  VelArrangedRow *row;
  VelInlineText *probability;

  open_editor (&test);
  offer = get_stage (&test, OFFER);
  row = vel_arranged_list_get_row (get_list (&test), 2);
  vel_arranged_row_open (row);
  type (VEL_INLINE_TEXT (vel_ui_find_type (row, VEL_TYPE_INLINE_TEXT)), " Teklif & fiyat ");
  vel_test_wait_text (offer, "name", "Teklif & fiyat");
  vel_ui_wait_label (test.editor, "Days until a deal grows stale");
  probability = find_text (row, "Probability (%)");
  type (probability, "%65");
  vel_ui_wait_label (row, "65% · stale after 14 days");
  g_assert_cmpint (vel_record_get_integer (offer, "probability"), ==, 65);

  type (probability, "650");
  g_assert_cmpint (vel_inline_text_get_verdict (probability), ==, VEL_VERDICT_WRONG);
  g_assert_nonnull (vel_ui_find_label (row, "A probability lies between 0 and 100 %."));
  vel_inline_text_reset (probability);

  type (find_text (row, "Days until a deal grows stale"), "");
  vel_ui_wait_label (row, "65%");
  g_assert_cmpint (vel_record_get_integer (offer, "probability"), ==, 65);
  close_all (&test);
}

static void
test_checklist (void)
{
  Fixture test = { 0 };
  g_autoptr(VelRecord) offer = NULL;
  GtkEditable *entry;
  VelArrangedRow *row;
  GtkWidget *item;

  open_editor (&test);
  offer = get_stage (&test, OFFER);
  row = vel_arranged_list_get_row (get_list (&test), 2);
  vel_arranged_row_open (row);
  vel_ui_wait_label (row, "Add to the checklist");
  entry = find_entry (row, "Add to the checklist");
  gtk_editable_set_text (entry, "Fiyat");
  g_signal_emit_by_name (entry, "entry-activated");
  vel_ui_wait_label (row, "Fiyat");
  gtk_editable_set_text (entry, "Süre");
  g_signal_emit_by_name (entry, "entry-activated");
  vel_ui_wait_label (row, "50% · stale after 14 days · 2 things to do");
  g_assert_cmpstr (vel_record_get_text (offer, "checklist"), ==, "[\"Fiyat\",\"Süre\"]");

  /* What is there already is told, and not added again. */
  gtk_editable_set_text (entry, " fiyat");
  g_signal_emit_by_name (entry, "entry-activated");
  vel_ui_wait_label (test.editor, "“Fiyat” is on the checklist already.");

  item = gtk_widget_get_ancestor (vel_ui_find_label (row, "Fiyat"), ADW_TYPE_ACTION_ROW);
  g_signal_emit_by_name (vel_ui_find_type (item, GTK_TYPE_BUTTON), "clicked");
  vel_ui_wait_label (row, "50% · stale after 14 days · 1 thing to do");
  g_assert_cmpstr (vel_record_get_text (offer, "checklist"), ==, "[\"Süre\"]");
  close_all (&test);
}

static void
test_colour (void)
{
  Fixture test = { 0 };
  g_autoptr(VelRecord) call = NULL;
  GtkWidget *button;
  GtkPopover *popover;
  GtkWidget *red;

  open_editor (&test);
  call = get_stage (&test, CALL);
  button = vel_ui_find_type (vel_arranged_list_get_row (get_list (&test), 0), GTK_TYPE_MENU_BUTTON);
  popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));
  red = gtk_grid_get_child_at (GTK_GRID (gtk_popover_get_child (popover)), 1, 1);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (red), ==, "Red");
  g_signal_emit_by_name (red, "clicked");
  vel_test_wait_text (call, "colour", "red");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (red)));
  close_all (&test);
}

static void
test_add (void)
{
  Fixture test = { 0 };
  GtkEditable *entry;

  open_editor (&test);
  entry = find_entry (test.editor, "New stage");
  gtk_editable_set_text (entry, "  ");
  g_signal_emit_by_name (entry, "apply");
  gtk_editable_set_text (entry, "Teslim");
  g_signal_emit_by_name (entry, "apply");
  wait_names (&test, "Call Meeting Offer Invoice Payment Teslim");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  g_assert_cmpstr (vel_record_get_text (vel_arranged_row_get_record (vel_arranged_list_get_row (get_list (&test), 5)), "colour"),
                   ==, "red");
  close_all (&test);
}

static gboolean
has_dialog (gpointer data)
{
  GtkWindow **dialog = data;
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        *dialog = window;
    }
  return *dialog != NULL;
}

/* As a button of the dialog does. */
static void
answer (GtkWindow  **dialog,
        const char  *response)
{
  g_object_add_weak_pointer (G_OBJECT (*dialog), (gpointer *) dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (*dialog), response);
  gtk_window_destroy (*dialog);
  vel_ui_wait (is_null, dialog);
}

/* Its deals, the lost one too, go where they are sent, and come back with it. */
static void
test_remove (void)
{
  Fixture test = { .book = vel_ui_new_book (0) };
  const gint64 customer = vel_ui_add_customer (test.book, "Ada");
  const gint64 open = vel_deal_test_add (test.book, customer, "Tabela", OFFER, 1000, "TRY");
  const gint64 lost = vel_deal_test_add (test.book, customer, "Broşür", OFFER, 1000, "TRY");
  g_autoptr(VelChange) change = vel_change_new ("Lose", NULL);
  g_autoptr(VelRecord) first = vel_book_get_record (test.book, &vel_deal_entity, open, NULL);
  g_autoptr(VelRecord) second = vel_book_get_record (test.book, &vel_deal_entity, lost, NULL);
  GtkWindow *dialog = NULL;
  GtkWidget *choice;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  vel_change_set_text (change, &vel_deal_entity, lost, "status", "lost");
  vel_commit_free (vel_book_commit (test.book, change, NULL, NULL));
  before = vel_test_dump (vel_book_get_path (test.book));
  open_editor (&test);

  act (&test, 2, "stage.remove");
  vel_ui_wait (has_dialog, &dialog);
  g_assert_nonnull (vel_ui_find_label (dialog, "Remove “Offer”?"));
  answer (&dialog, "cancel");
  wait_names (&test, "Call Meeting Offer Invoice Payment");

  act (&test, 2, "stage.remove");
  vel_ui_wait (has_dialog, &dialog);
  choice = adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog));
  /* The stage before it is meant unless somebody says otherwise. */
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (choice)), ==, 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 3);
  answer (&dialog, "remove");
  wait_names (&test, "Call Meeting Invoice Payment");
  g_assert_cmpint (vel_record_get_integer (first, "stage"), ==, PAYMENT);
  g_assert_cmpint (vel_record_get_integer (second, "stage"), ==, PAYMENT);
  g_assert_cmpstr (vel_record_get_text (second, "status"), ==, "lost");

  gtk_widget_activate_action (GTK_WIDGET (test.editor), "win.undo", NULL);
  wait_names (&test, "Call Meeting Offer Invoice Payment");
  after = vel_test_dump (vel_book_get_path (test.book));
  g_assert_cmpstr (after, ==, before);
  close_all (&test);
}

/* An empty stage goes at once; the last one stays, and that is told. */
static void
test_remove_last (void)
{
  Fixture test = { 0 };

  open_editor (&test);
  act (&test, 4, "stage.remove");
  wait_names (&test, "Call Meeting Offer Invoice");
  act (&test, 3, "stage.remove");
  wait_names (&test, "Call Meeting Offer");
  act (&test, 0, "stage.remove");
  wait_names (&test, "Meeting Offer");
  act (&test, 0, "stage.remove");
  wait_names (&test, "Offer");
  act (&test, 0, "stage.remove");
  vel_ui_wait_label (test.editor, "This is the last stage of its pipeline. A pipeline needs one.");
  wait_names (&test, "Offer");
  close_all (&test);
}

static gboolean
is_archived (gpointer pipeline)
{
  return vel_record_get_integer (pipeline, "archived") != 0;
}

static gboolean
is_in_use (gpointer pipeline)
{
  return vel_record_get_integer (pipeline, "archived") == 0;
}

static VelNewPipeline *
open_new (Fixture *test)
{
  GListModel *windows = gtk_window_get_toplevels ();

  gtk_widget_activate_action (GTK_WIDGET (get_list (test)), "pipeline.new", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (VEL_IS_NEW_PIPELINE (window))
        return VEL_NEW_PIPELINE (window);
    }
  g_assert_not_reached ();
}

/* A pipeline from a template; then the first can go into the archive and out of it. */
static void
test_pipelines (void)
{
  Fixture test = { 0 };
  g_autoptr(VelRecord) sales = NULL;
  VelNewPipeline *dialog;
  GtkWidget *row;
  GtkWidget *archived;

  open_editor (&test);
  sales = vel_book_get_record (test.book, &vel_pipeline_entity, 1, NULL);
  type (find_text (test.editor, "Name"), "Satışlar");
  vel_test_wait_text (sales, "name", "Satışlar");

  /* The only one in use stays in use. */
  archived = vel_ui_find_type (test.editor, GTK_TYPE_SWITCH);
  gtk_widget_activate (archived);
  vel_test_settle ();
  g_assert_false (is_archived (sales));
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (archived)));

  dialog = open_new (&test);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  vel_ui_wait_label (dialog, "Dental practice");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "new-pipeline.add", NULL);
  vel_test_settle ();
  g_assert_nonnull (dialog);
  row = gtk_widget_get_ancestor (vel_ui_find_label (dialog, "Dental practice"), ADW_TYPE_ACTION_ROW);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row))), TRUE);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (dialog, "Name")), ==, "Dental practice");
  gtk_editable_set_text (find_entry (dialog, "Name"), "Klinik");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "new-pipeline.add", NULL));
  vel_ui_wait (is_null, &dialog);
  wait_names (&test, "First contact Examination Treatment plan Appointment Treatment Payment");

  gtk_widget_activate_action (GTK_WIDGET (get_list (&test)), "pipeline.show", "x", (gint64) 1);
  wait_names (&test, "Call Meeting Offer Invoice Payment");
  gtk_widget_activate (archived);
  vel_ui_wait (is_archived, sales);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (archived)));
  gtk_widget_activate (archived);
  vel_ui_wait (is_in_use, sales);
  close_all (&test);
}

int
main (int   argc,
      char *argv[])
{
  vel_ui_test_init (&argc, &argv);

  g_test_add_func ("/pipeline-editor/arrange", test_arrange);
  g_test_add_func ("/pipeline-editor/fields", test_fields);
  g_test_add_func ("/pipeline-editor/checklist", test_checklist);
  g_test_add_func ("/pipeline-editor/colour", test_colour);
  g_test_add_func ("/pipeline-editor/add", test_add);
  g_test_add_func ("/pipeline-editor/remove", test_remove);
  g_test_add_func ("/pipeline-editor/remove-last", test_remove_last);
  g_test_add_func ("/pipeline-editor/pipelines", test_pipelines);

  return g_test_run ();
}
