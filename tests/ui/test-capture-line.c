/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <string.h>

#include "vel-capture-chip.h"
#include "vel-capture-line.h"
#include "vel-customer.h"
#include "vel-new-task.h"
#include "vel-task.h"
#include "vel-test-deals.h"
#include "vel-ui-test.h"

typedef struct
{
  VelBook        *book;
  GtkWindow      *window;
  VelCaptureLine *line;
  gint64          light;
  gint64          added;
} Fixture;

static void
added_cb (Fixture *test,
          gint64   id)
{
  test->added = id;
}

static void
set_up (Fixture       *test,
        gconstpointer  data)
{
  test->book = vel_ui_new_book (0);
  test->light = vel_ui_add_customer (test->book, "Işık Mimarlık");
  test->window = GTK_WINDOW (adw_application_window_new (GTK_APPLICATION (vel_ui_get_application ())));
  test->line = VEL_CAPTURE_LINE (vel_capture_line_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (test->window), GTK_WIDGET (test->line));
  g_signal_connect_swapped (test->line, "added", G_CALLBACK (added_cb), test);
  vel_capture_line_set_book (test->line, test->book);
  gtk_window_present (test->window);
  vel_test_settle ();
}

static void
tear_down (Fixture       *test,
           gconstpointer  data)
{
  gtk_window_destroy (test->window);
  vel_test_settle ();
  vel_ui_close_book (test->book);
}

static GtkWidget *
get_entry (Fixture *test)
{
  GtkWidget *entry = vel_ui_find_type (test->line, GTK_TYPE_ENTRY);

  g_assert_nonnull (entry);
  return entry;
}

static void
type (Fixture    *test,
      const char *text)
{
  vel_capture_line_set_text (test->line, text);
}

/* Behind what stands there. */
static void
type_on (Fixture    *test,
         const char *text)
{
  int position = g_utf8_strlen (gtk_editable_get_text (GTK_EDITABLE (get_entry (test))), -1);

  gtk_editable_insert_text (GTK_EDITABLE (get_entry (test)), text, -1, &position);
}

static void
press_enter (Fixture *test)
{
  g_signal_emit_by_name (get_entry (test), "activate");
}

static void
take_off (Fixture    *test,
          const char *text)
{
  GtkWidget *label = vel_ui_find_label (test->line, text);
  GtkWidget *chip = label != NULL ? gtk_widget_get_ancestor (label, VEL_TYPE_CAPTURE_CHIP) : NULL;

  g_assert_nonnull (chip);
  g_signal_emit_by_name (gtk_widget_get_last_child (chip), "clicked");
}

static gboolean
is_added (gpointer data)
{
  return ((Fixture *) data)->added != 0;
}

static VelRecord *
get_added (Fixture *test)
{
  g_autoptr(GError) error = NULL;
  VelRecord *task;

  vel_ui_wait (is_added, test);
  task = vel_book_get_record (test->book, &vel_task_entity, test->added, &error);
  g_assert_no_error (error);
  test->added = 0;
  return task;
}

static gint64
count_tasks (Fixture *test)
{
  g_autoptr(VelQuery) query = vel_query_new (&vel_task_entity, NULL, NULL, NULL, FALSE);
  g_autoptr(GArray) ids = vel_book_find (test->book, query, NULL);

  return ids->len;
}

static void
assert_text (Fixture    *test,
             const char *expected)
{
  g_autofree char *text = vel_capture_line_dup_text (test->line);

  g_assert_cmpstr (text, ==, expected);
}

static gboolean
is_no_label (gpointer data)
{
  gpointer *search = data;

  return vel_ui_find_label (search[0], search[1]) == NULL;
}

static void
wait_no_label (Fixture    *test,
               const char *text)
{
  gpointer search[] = { test->line, (gpointer) text };

  vel_ui_wait (is_no_label, search);
}

static void
test_adds (Fixture       *test,
           gconstpointer  data)
{
  g_autoptr(VelRecord) task = NULL;

  g_assert_false (vel_capture_line_can_add (test->line));
  type (test, "5.3.2030 14:00 Işık Mimarlık'ı ara");
  g_assert_true (vel_capture_line_can_add (test->line));
  vel_ui_wait_label (test->line, "Işık Mimarlık");
  vel_ui_wait_label (test->line, "Tuesday, March 5, 2030");
  g_assert_nonnull (vel_ui_find_label (test->line, "Remind"));
  press_enter (test);
  /* The line is free for the next one at once. */
  assert_text (test, "");
  g_assert_false (vel_capture_line_can_add (test->line));
  task = get_added (test);
  g_assert_cmpstr (vel_record_get_text (task, "title"), ==, "Işık Mimarlık'ı ara");
  g_assert_cmpstr (vel_record_get_text (task, "due"), ==, "2030-03-05T14:00");
  g_assert_cmpint (vel_record_get_integer (task, "customer"), ==, test->light);
  g_assert_null (vel_record_get_text (task, "reminder"));
  wait_no_label (test, "Işık Mimarlık");
}

/* Enter is faster than the book: the task waits until it is known whose it is. */
static void
test_faster_than_the_book (Fixture       *test,
                           gconstpointer  data)
{
  g_autoptr(VelRecord) task = NULL;

  type (test, "Kahve al");
  type (test, "işık mimarlığı ara");
  press_enter (test);
  task = get_added (test);
  g_assert_cmpstr (vel_record_get_text (task, "title"), ==, "işık mimarlığı ara");
  g_assert_cmpint (vel_record_get_integer (task, "customer"), ==, test->light);
  g_assert_cmpint (count_tasks (test), ==, 1);
}

/* What is typed meanwhile drops the wish to add. */
static void
test_typed_on (Fixture       *test,
               gconstpointer  data)
{
  g_autoptr(VelRecord) task = NULL;

  type (test, "Işık Mimarlık");
  press_enter (test);
  type (test, "Su al");
  vel_test_settle ();
  assert_text (test, "Su al");
  g_assert_cmpint (count_tasks (test), ==, 0);
  press_enter (test);
  task = get_added (test);
  g_assert_cmpstr (vel_record_get_text (task, "title"), ==, "Su al");
  g_assert_cmpint (vel_record_get_integer (task, "customer"), ==, 0);
}

static void
test_taken_off (Fixture       *test,
                gconstpointer  data)
{
  g_autoptr(VelRecord) task = NULL;

  type (test, "5.3.2030 14:00 her ay Işık Mimarlık'ı ara");
  vel_ui_wait_label (test->line, "Işık Mimarlık");
  take_off (test, "Işık Mimarlık");
  wait_no_label (test, "Işık Mimarlık");
  take_off (test, "Remind");
  g_assert_null (vel_ui_find_label (test->line, "Remind"));
  take_off (test, "every month on the 5th");
  g_assert_null (vel_ui_find_label (test->line, "every month on the 5th"));
  /* What is typed on does not bring them back. */
  type_on (test, " ve sor");
  vel_test_settle ();
  g_assert_null (vel_ui_find_label (test->line, "Işık Mimarlık"));
  g_assert_null (vel_ui_find_label (test->line, "Remind"));
  take_off (test, "Tuesday, March 5, 2030");
  press_enter (test);
  task = get_added (test);
  g_assert_cmpstr (vel_record_get_text (task, "title"), ==, "5.3.2030 her ay Işık Mimarlık'ı ara ve sor");
  g_assert_cmpint (vel_record_get_integer (task, "customer"), ==, 0);
  g_assert_null (vel_record_get_text (task, "repeat"));
  g_assert_cmpstr (vel_record_get_text (task, "reminder"), ==, "none");
  g_clear_object (&task);

  /* In the next line the same words mean what they say. */
  type (test, "5.3.2030 Işık Mimarlık'ı ara");
  vel_ui_wait_label (test->line, "Işık Mimarlık");
  vel_ui_wait_label (test->line, "Tuesday, March 5, 2030");
  g_assert_nonnull (vel_ui_find_label (test->line, "Remind"));
}

/* Whose chip was taken off is named no more, not even by a part of the words; others are. */
static void
test_another (Fixture       *test,
              gconstpointer  data)
{
  g_autoptr(VelRecord) task = NULL;

  vel_ui_add_customer (test->book, "Mimarlık");
  vel_ui_add_customer (test->book, "Smith Ltd");
  type (test, "Işık Mimarlık'ı ara");
  vel_ui_wait_label (test->line, "Işık Mimarlık");
  take_off (test, "Işık Mimarlık");
  vel_test_settle ();
  g_assert_null (vel_ui_find_type (test->line, VEL_TYPE_CAPTURE_CHIP));
  type_on (test, ", Smith Ltd'yi de");
  vel_ui_wait_label (test->line, "Smith Ltd");
  take_off (test, "Smith Ltd");
  vel_test_settle ();
  g_assert_null (vel_ui_find_type (test->line, VEL_TYPE_CAPTURE_CHIP));
  press_enter (test);
  task = get_added (test);
  g_assert_cmpint (vel_record_get_integer (task, "customer"), ==, 0);
  g_assert_cmpstr (vel_record_get_text (task, "title"), ==, "Işık Mimarlık'ı ara, Smith Ltd'yi de");
}

/* A day that only a time or a repeat tells goes with those. */
static void
test_day_of_others (Fixture       *test,
                    gconstpointer  data)
{
  GtkWidget *chip;

  type (test, "14:00 ara");
  chip = vel_ui_find_type (test->line, VEL_TYPE_CAPTURE_CHIP);
  g_assert_nonnull (chip);
  g_signal_emit_by_name (gtk_widget_get_last_child (chip), "clicked");
  vel_test_settle ();
  g_assert_null (vel_ui_find_type (test->line, VEL_TYPE_CAPTURE_CHIP));
  vel_capture_line_clear (test->line);
  type (test, "her pazartesi ara");
  chip = vel_ui_find_type (test->line, VEL_TYPE_CAPTURE_CHIP);
  g_assert_nonnull (chip);
  g_signal_emit_by_name (gtk_widget_get_last_child (chip), "clicked");
  vel_test_settle ();
  g_assert_null (vel_ui_find_type (test->line, VEL_TYPE_CAPTURE_CHIP));
  g_assert_true (vel_capture_line_can_add (test->line));
}

static void
test_doubts (Fixture       *test,
             gconstpointer  data)
{
  type (test, "31 february call");
  vel_ui_wait_label (test->line, "“31 february” stays in the title: there is no such day.");
  type (test, "5.3.2030");
  g_assert_null (vel_ui_find_label (test->line, "“31 february” stays in the title: there is no such day."));
  press_enter (test);
  vel_ui_wait_label (test->line, "What is to be done is missing.");
  assert_text (test, "5.3.2030");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (get_entry (test)), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  type (test, "5.3.2030 ara");
  g_assert_null (vel_ui_find_label (test->line, "What is to be done is missing."));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (get_entry (test)), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);
  g_assert_cmpint (count_tasks (test), ==, 0);
}

static gboolean
has_choices (gpointer data)
{
  return vel_ui_find_type (((Fixture *) data)->line, GTK_TYPE_POPOVER) != NULL;
}

static void
test_namesakes (Fixture       *test,
                gconstpointer  data)
{
  const gint64 other = vel_ui_add_customer (test->book, "ışık mimarlık");
  g_autoptr(VelChange) change = vel_change_new ("Edit", NULL);
  g_autoptr(VelCommit) commit = NULL;
  g_autoptr(VelRecord) task = NULL;
  GtkWidget *popover;

  vel_change_set_text (change, &vel_customer_entity, other, "city", "Bursa");
  commit = vel_book_commit (test->book, change, NULL, NULL);
  type (test, "Işık Mimarlık'ı ara");
  vel_ui_wait_label (test->line, "Which Işık Mimarlık?");
  press_enter (test);
  vel_ui_wait (has_choices, test);
  g_assert_cmpint (count_tasks (test), ==, 0);
  popover = vel_ui_find_type (test->line, GTK_TYPE_POPOVER);
  g_assert_nonnull (vel_ui_find_button (popover, "None of them"));
  g_signal_emit_by_name (vel_ui_find_button (popover, "Bursa"), "clicked");
  vel_ui_wait_label (test->line, "ışık mimarlık · Bursa");
  /* Who was chosen stays while one types on. */
  type_on (test, " ve sor");
  vel_test_settle ();
  g_assert_nonnull (vel_ui_find_label (test->line, "ışık mimarlık · Bursa"));
  press_enter (test);
  task = get_added (test);
  g_assert_cmpint (vel_record_get_integer (task, "customer"), ==, other);
  g_clear_object (&task);

  /* The next line asks anew; none of them is an answer, too. */
  type (test, "Işık Mimarlık'a yaz");
  vel_ui_wait_label (test->line, "Which Işık Mimarlık?");
  press_enter (test);
  vel_ui_wait (has_choices, test);
  g_signal_emit_by_name (vel_ui_find_button (vel_ui_find_type (test->line, GTK_TYPE_POPOVER), "None of them"), "clicked");
  wait_no_label (test, "Which Işık Mimarlık?");
  press_enter (test);
  task = get_added (test);
  g_assert_cmpint (vel_record_get_integer (task, "customer"), ==, 0);
}

static void
test_subject (Fixture       *test,
              gconstpointer  data)
{
  const gint64 deal = vel_test_add_deal (test->book, test->light, VEL_TEST_OFFER, "Ofis", NULL, NULL);
  g_autoptr(VelRecord) task = NULL;

  vel_ui_add_customer (test->book, "Smith Ltd");
  vel_capture_line_set_subject (test->line, 0, deal);
  type (test, "call Smith Ltd");
  vel_ui_wait_label (test->line, "Işık Mimarlık · Ofis");
  press_enter (test);
  task = get_added (test);
  g_assert_cmpint (vel_record_get_integer (task, "deal"), ==, deal);
  g_assert_cmpint (vel_record_get_integer (task, "customer"), ==, test->light);
  g_clear_object (&task);

  /* Taken off, the words count; and the next line is of the deal again. */
  type (test, "call Smith Ltd");
  take_off (test, "Işık Mimarlık · Ofis");
  vel_ui_wait_label (test->line, "Smith Ltd");
  press_enter (test);
  task = get_added (test);
  g_assert_cmpint (vel_record_get_integer (task, "deal"), ==, 0);
  g_assert_cmpstr (vel_record_get_text (task, "customer_name"), ==, "Smith Ltd");
  type (test, "sor");
  vel_ui_wait_label (test->line, "Işık Mimarlık · Ofis");
  vel_capture_line_clear (test->line);

  vel_capture_line_set_subject (test->line, test->light, 0);
  type (test, "sor");
  vel_ui_wait_label (test->line, "Işık Mimarlık");
}

/* Text that nobody should type, and a book that goes while it is asked. */
static void
test_bad_input (Fixture       *test,
                gconstpointer  data)
{
  g_autofree char *many = g_strnfill (20000, 'x');
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < 400; i++)
    g_string_append (words, "yarın 25:00 her 31 şubat Işık ");
  type (test, many);
  type (test, words->str);
  type (test, "\xe2\x80\xae\xe2\x81\xa6 ara \xf0\x9f\x92\xa9");
  vel_test_settle ();
  vel_capture_line_set_book (test->line, NULL);
  g_assert_false (vel_capture_line_can_add (test->line));
  vel_capture_line_add (test->line);
  vel_capture_line_set_book (test->line, test->book);
  type (test, "Işık Mimarlık'ı ara");
  g_assert_true (vel_capture_line_can_add (test->line));
  /* And the window is closed while it is looked for whom that names. */
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
test_dialog (Fixture       *test,
             gconstpointer  data)
{
  VelNewTask *dialog = vel_new_task_present (GTK_WIDGET (test->window), test->book, test->light, 0);
  gpointer left = dialog;
  VelCaptureLine *line = VEL_CAPTURE_LINE (vel_ui_find_type (dialog, VEL_TYPE_CAPTURE_LINE));
  g_autofree char *text = NULL;
  g_autoptr(VelRecord) task = NULL;

  g_object_add_weak_pointer (left, &left);
  g_assert_nonnull (line);
  g_assert_false (gtk_widget_get_sensitive (vel_ui_find_button (dialog, "Add")));
  vel_capture_line_set_text (line, "teklif");
  g_assert_true (gtk_widget_get_sensitive (vel_ui_find_button (dialog, "Add")));
  gtk_window_close (GTK_WINDOW (dialog));
  vel_ui_wait (is_gone, &left);

  /* What was not added is there again. */
  left = dialog = vel_new_task_present (GTK_WIDGET (test->window), test->book, test->light, 0);
  g_object_add_weak_pointer (left, &left);
  g_signal_connect_swapped (dialog, "created", G_CALLBACK (added_cb), test);
  line = VEL_CAPTURE_LINE (vel_ui_find_type (dialog, VEL_TYPE_CAPTURE_LINE));
  text = vel_capture_line_dup_text (line);
  g_assert_cmpstr (text, ==, "teklif");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "new-task.add", NULL);
  task = get_added (test);
  g_assert_cmpint (vel_record_get_integer (task, "customer"), ==, test->light);
  vel_ui_wait (is_gone, &left);
}

int
main (int   argc,
      char *argv[])
{
  vel_ui_test_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/capture-line/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("adds", test_adds);
  ADD ("faster-than-the-book", test_faster_than_the_book);
  ADD ("typed-on", test_typed_on);
  ADD ("taken-off", test_taken_off);
  ADD ("another", test_another);
  ADD ("day-of-others", test_day_of_others);
  ADD ("doubts", test_doubts);
  ADD ("namesakes", test_namesakes);
  ADD ("subject", test_subject);
  ADD ("bad-input", test_bad_input);
  ADD ("dialog", test_dialog);
#undef ADD
  return g_test_run ();
}
