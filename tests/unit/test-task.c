/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <string.h>

#include "vel-book-rings.h"
#include "vel-customer.h"
#include "vel-due.h"
#include "vel-setting.h"
#include "vel-task-moves.h"
#include "vel-task.h"
#include "vel-test-deals.h"

typedef struct
{
  char    *path;
  VelBook *book;
  gint64   customer;
  char    *about;    /* the same as text */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->path = vel_test_new_path ();
  self->book = vel_book_open (self->path, TRUE, NULL);
  self->customer = vel_test_add (self->book, &vel_customer_entity, "name", "Işık Mimarlık", NULL);
  self->about = g_strdup_printf ("%" G_GINT64_FORMAT, self->customer);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_auto(GStrv) complaints = vel_book_check (self->book, NULL);

  g_assert_cmpuint (g_strv_length (complaints), ==, 0);
  vel_book_close (self->book);
  g_clear_object (&self->book);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->about, g_free);
}

static void
assert_answer (Fixture    *self,
               const char *sql,
               const char *expected)
{
  g_autofree char *answer = vel_test_ask (self->path, sql);

  g_assert_cmpstr (g_strchomp (answer), ==, expected);
}

static char *
from_now (int minutes)
{
  g_autofree char *now = vel_due_from_utc (g_get_real_time () / G_USEC_PER_SEC);

  return vel_due_add_minutes (now, minutes);
}

static gint64
instant_of (const char *due)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  gint64 utc;

  g_assert_true (vel_due_to_utc (due, "09:00", zone, &utc));
  return utc;
}

/* Finishes a task at a moment of the local clock. */
static void
finish_at (Fixture    *self,
           gint64      task,
           const char *moment)
{
  g_autoptr(VelRecord) record = vel_book_get_record (self->book, &vel_task_entity, task, NULL);
  g_autoptr(GPtrArray) tasks = g_ptr_array_new ();

  g_assert_nonnull (record);
  g_ptr_array_add (tasks, record);
  vel_test_commit (self->book, vel_task_finish (tasks, instant_of (moment)));
}

static void
fail_to_set (Fixture    *self,
             gint64      task,
             const char *field,
             const char *text)
{
  g_autoptr(VelChange) change = vel_change_new ("Edit", NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *before = vel_test_dump (self->path);
  g_autofree char *after = NULL;

  vel_change_set_text (change, &vel_task_entity, task, field, text);
  g_assert_null (vel_book_commit (self->book, change, NULL, &error));
  g_assert_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_INVALID);
  after = vel_test_dump (self->path);
  g_assert_cmpstr (after, ==, before);
}

static void
test_fields (Fixture       *self,
             gconstpointer  data)
{
  const gint64 task = vel_test_add (self->book, &vel_task_entity, "title", "Ara", "customer", self->about,
                                    "due", "2026-11-24T14:00", NULL);
  g_autoptr(VelRecord) record = vel_book_get_record (self->book, &vel_task_entity, task, NULL);

  g_assert_true (VEL_IS_TASK (record));
  g_assert_cmpstr (vel_record_get_text (record, "customer_name"), ==, "Işık Mimarlık");
  g_assert_cmpstr (vel_record_get_text (record, "priority"), ==, "none");
  g_assert_cmpstr (vel_record_get_text (record, "repeat_from"), ==, "due");
  g_assert_cmpint (vel_record_get_integer (record, "created"), >, 0);
  g_clear_object (&record);

  fail_to_set (self, task, "title", "");
  fail_to_set (self, task, "due", "2026-02-31");
  fail_to_set (self, task, "due", "2026-11-24T25:00");
  fail_to_set (self, task, "due", "0001-01-01");
  fail_to_set (self, task, "reminder", "soon");
  fail_to_set (self, task, "reminder", "2h");
  fail_to_set (self, task, "snoozed", "2026-11-24");
  fail_to_set (self, task, "repeat", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30");
  fail_to_set (self, task, "repeat", "now and then");
  vel_test_edit (self->book, &vel_task_entity, task, "due", NULL, NULL);
  fail_to_set (self, task, "repeat", "FREQ=DAILY");
}

static void
test_of_deal (Fixture       *self,
              gconstpointer  data)
{
  const gint64 other = vel_test_add (self->book, &vel_customer_entity, "name", "Smith", NULL);
  const gint64 first = vel_test_add_deal (self->book, self->customer, VEL_TEST_CALL, "Logo", "100", "TRY");
  const gint64 second = vel_test_add_deal (self->book, other, VEL_TEST_CALL, "Web", "100", "TRY");
  g_autofree char *of_first = g_strdup_printf ("%" G_GINT64_FORMAT, first);
  g_autofree char *of_second = g_strdup_printf ("%" G_GINT64_FORMAT, second);
  g_autofree char *of_other = g_strdup_printf ("%" G_GINT64_FORMAT, other);
  const gint64 task = vel_test_add (self->book, &vel_task_entity, "title", "Teklif", "deal", of_first, NULL);
  const gint64 apart = vel_test_add (self->book, &vel_task_entity, "title", "Sor", "deal", of_first, "customer", of_other, NULL);

  assert_answer (self, "SELECT group_concat (c.name) FROM task t JOIN customer c ON c.id = t.customer", "Işık Mimarlık,Smith");
  vel_test_edit (self->book, &vel_task_entity, task, "deal", of_second, NULL);
  vel_test_edit (self->book, &vel_task_entity, apart, "deal", of_second, NULL);
  assert_answer (self, "SELECT group_concat (c.name) FROM task t JOIN customer c ON c.id = t.customer", "Smith,Smith");
  /* Without the deal it is still the customer's; and with it, never nobody's. */
  vel_test_edit (self->book, &vel_task_entity, task, "deal", NULL, NULL);
  vel_test_edit (self->book, &vel_task_entity, apart, "customer", NULL, NULL);
  assert_answer (self, "SELECT group_concat (c.name) FROM task t JOIN customer c ON c.id = t.customer", "Smith,Smith");
  vel_test_edit (self->book, &vel_task_entity, task, "customer", NULL, NULL);
  assert_answer (self, "SELECT count (*), count (customer) FROM task", "2|1");
}

/* They go with their customer or deal, and come back with them. */
static void
test_goes_along (Fixture       *self,
                 gconstpointer  data)
{
  const gint64 deal = vel_test_add_deal (self->book, self->customer, VEL_TEST_CALL, "Logo", "100", "TRY");
  g_autofree char *of_deal = g_strdup_printf ("%" G_GINT64_FORMAT, deal);
  g_autofree char *soon = from_now (60);
  const gint64 daily = vel_test_add (self->book, &vel_task_entity, "title", "Günlük", "customer", self->about, "due", soon,
                                     "repeat", "FREQ=DAILY", "notes", "uzun bir not", NULL);
  g_autofree char *all = NULL;
  g_autofree char *less = NULL;
  g_autofree char *back = NULL;
  g_autofree char *rings = NULL;
  g_autofree char *rings_back = NULL;

  vel_test_add (self->book, &vel_task_entity, "title", "Teklif", "deal", of_deal, "due", soon, NULL);
  vel_test_add (self->book, &vel_task_entity, "title", "Kimsesiz", "due", soon, NULL);
  finish_at (self, daily, soon);
  all = vel_test_dump (self->path);
  rings = vel_test_ask (self->path, "SELECT * FROM task_ring WHERE at IS NOT NULL");

  vel_test_delete (self->book, &vel_deal_entity, deal);
  assert_answer (self, "SELECT count (*) FROM task", "3");
  vel_test_undo (self->book);
  vel_test_delete (self->book, &vel_customer_entity, self->customer);
  assert_answer (self, "SELECT group_concat (title) FROM task", "Kimsesiz");
  assert_answer (self, "SELECT count (*) FROM task_ring WHERE at IS NOT NULL", "1");
  less = vel_test_dump (self->path);
  vel_test_undo (self->book);
  back = vel_test_dump (self->path);
  rings_back = vel_test_ask (self->path, "SELECT * FROM task_ring WHERE at IS NOT NULL");
  g_assert_cmpstr (back, ==, all);
  g_assert_cmpstr (rings_back, ==, rings);
  vel_test_redo (self->book);
  g_free (back);
  back = vel_test_dump (self->path);
  g_assert_cmpstr (back, ==, less);
}

typedef struct
{
  const char *due;
  const char *repeat;
  const char *from;
  const char *done;
  const char *next;  /* of each task: when it is due, and its repeat */
} Next;

static void
test_next (Fixture       *self,
           gconstpointer  data)
{
  static const Next rows[] = {
    { "2026-11-23", "FREQ=DAILY", "due", "2026-11-23T10:00", "2026-11-24|FREQ=DAILY" },
    { "2026-11-23T09:00", "FREQ=WEEKLY;BYDAY=MO,WE", "due", "2026-11-23T10:00", "2026-11-25T09:00|FREQ=WEEKLY;BYDAY=MO,WE" },
    /* Late: what was missed is left out. */
    { "2026-11-20T09:00", "FREQ=DAILY", "due", "2026-11-23T08:00", "2026-11-23T09:00|FREQ=DAILY" },
    { "2026-11-20T09:00", "FREQ=DAILY", "due", "2026-11-23T10:00", "2026-11-24T09:00|FREQ=DAILY" },
    { "2026-08-05", "FREQ=MONTHLY;BYMONTHDAY=5", "due", "2026-11-23T10:00", "2026-12-05|FREQ=MONTHLY;BYMONTHDAY=5" },
    /* Early. */
    { "2026-11-27", "FREQ=WEEKLY", "due", "2026-11-23T10:00", "2026-12-04|FREQ=WEEKLY" },
    /* From the day it was done. */
    { "2026-11-20T09:00", "FREQ=DAILY;INTERVAL=3", "done", "2026-11-23T22:00", "2026-11-26T09:00|FREQ=DAILY;INTERVAL=3" },
    { "2026-11-27", "FREQ=WEEKLY", "done", "2026-11-23T10:00", "2026-11-30|FREQ=WEEKLY" },
    /* Counted: those left out count, too. */
    { "2026-11-23", "FREQ=DAILY;COUNT=3", "due", "2026-11-23T10:00", "2026-11-24|FREQ=DAILY;COUNT=2" },
    { "2026-11-20", "FREQ=DAILY;COUNT=6", "due", "2026-11-23T10:00", "2026-11-24|FREQ=DAILY;COUNT=2" },
    { "2026-11-23", "FREQ=DAILY;COUNT=1", "due", "2026-11-23T10:00", "" },
    { "2026-11-23", "FREQ=DAILY;UNTIL=20261123", "due", "2026-11-23T10:00", "" },
    { "9999-12-31", "FREQ=DAILY", "due", "2026-11-23T10:00", "" },
    { "2026-11-23", NULL, "due", "2026-11-23T10:00", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const gint64 task = vel_test_add (self->book, &vel_task_entity, "title", "Fatura kes", "customer", self->about,
                                        "notes", "iki nüsha", "priority", "high", "reminder", "30", "due", rows[i].due,
                                        "repeat", rows[i].repeat, "repeat_from", rows[i].from, NULL);
      g_autofree char *sql = g_strdup_printf (
        "SELECT due, repeat FROM task WHERE id = (SELECT next FROM task WHERE id = %" G_GINT64_FORMAT ")"
        " AND title = 'Fatura kes' AND notes = 'iki nüsha' AND priority = 'high' AND reminder = '30' AND done IS NULL"
        " AND customer = %s AND next IS NULL AND snoozed IS NULL", task, self->about);
      g_autofree char *before = vel_test_dump (self->path);
      g_autofree char *after = NULL;
      g_autofree char *back = NULL;
      g_autofree char *again = NULL;

      g_test_message ("%s %s %s", rows[i].due, rows[i].repeat, rows[i].done);
      finish_at (self, task, rows[i].done);
      after = vel_test_dump (self->path);
      assert_answer (self, sql, rows[i].next);
      /* One undo takes both back, one redo makes both again. */
      vel_test_undo (self->book);
      back = vel_test_dump (self->path);
      g_assert_cmpstr (back, ==, before);
      vel_test_redo (self->book);
      again = vel_test_dump (self->path);
      g_assert_cmpstr (again, ==, after);
    }
}

/* Whichever way it is done: with the very change that adds it, or among many. */
static void
test_any_way (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *done = g_strdup_printf ("%" G_GINT64_FORMAT, instant_of ("2026-11-23T10:00"));
  VelChange *change;
  gint64 first;
  gint64 second;

  vel_test_add (self->book, &vel_task_entity, "title", "Geçmiş", "due", "2026-11-20", "repeat", "FREQ=DAILY", "done", done, NULL);
  assert_answer (self, "SELECT group_concat (due || coalesce (' ' || (next IS NOT NULL), '')) FROM task", "2026-11-20 1,2026-11-24 0");
  first = vel_test_add (self->book, &vel_task_entity, "title", "a", "due", "2026-11-23", "repeat", "FREQ=WEEKLY", NULL);
  second = vel_test_add (self->book, &vel_task_entity, "title", "b", "due", "2026-11-23", NULL);
  change = vel_change_new ("Edit", NULL);
  vel_test_set (change, &vel_task_entity, first, "done", done, NULL);
  vel_test_set (change, &vel_task_entity, second, "done", done, NULL);
  vel_test_commit (self->book, change);
  assert_answer (self, "SELECT group_concat (due) FROM task WHERE title = 'a'", "2026-11-23,2026-11-30");
  assert_answer (self, "SELECT count (*) FROM task WHERE title = 'b'", "1");
  /* Edited while it is done, it makes no second one. */
  vel_test_edit (self->book, &vel_task_entity, first, "notes", "bitti", "done", done, NULL);
  assert_answer (self, "SELECT count (*) FROM task WHERE title = 'a'", "2");
}

static void
reopen (Fixture *self,
        gint64   task)
{
  g_autoptr(VelRecord) record = vel_book_get_record (self->book, &vel_task_entity, task, NULL);

  vel_test_commit (self->book, vel_task_reopen (record));
}

/* Opened again by hand, it takes its next one back, unless that has been worked on. */
static void
test_reopen (Fixture       *self,
             gconstpointer  data)
{
  const gint64 task = vel_test_add (self->book, &vel_task_entity, "title", "a", "due", "2026-11-23", "repeat", "FREQ=DAILY;COUNT=5",
                                    NULL);
  g_autofree char *answer = NULL;

  finish_at (self, task, "2026-11-23T10:00");
  reopen (self, task);
  assert_answer (self, "SELECT count (*), max (next), max (done) FROM task", "1||");
  vel_test_undo (self->book);
  assert_answer (self, "SELECT count (*), count (next), count (done) FROM task", "2|1|1");
  vel_test_redo (self->book);

  finish_at (self, task, "2026-11-23T10:00");
  answer = vel_test_ask (self->path, "SELECT next FROM task WHERE next IS NOT NULL");
  vel_test_edit (self->book, &vel_task_entity, g_ascii_strtoll (answer, NULL, 10), "notes", "önemli", NULL);
  reopen (self, task);
  assert_answer (self, "SELECT count (*), count (next), count (done) FROM task", "2|1|0");
  finish_at (self, task, "2026-11-25T10:00");
  assert_answer (self, "SELECT group_concat (due) FROM task", "2026-11-23,2026-11-24");
  /* That one deleted, there is again room for a next one. */
  vel_test_delete (self->book, &vel_task_entity, g_ascii_strtoll (answer, NULL, 10));
  reopen (self, task);
  finish_at (self, task, "2026-11-25T10:00");
  assert_answer (self, "SELECT group_concat (due || ' ' || repeat) FROM task", "2026-11-23 FREQ=DAILY;COUNT=5,2026-11-26 FREQ=DAILY;COUNT=2");
}

static void
test_begins (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *today = from_now (0);
  g_autofree char *expected = NULL;

  today[strcspn (today, "T")] = '\0';
  expected = g_strdup (today);
  vel_test_add (self->book, &vel_task_entity, "title", "her gün", "repeat", "FREQ=DAILY", NULL);
  assert_answer (self, "SELECT due FROM task", expected);
}

static void
test_snooze (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *soon = from_now (60);
  g_autofree char *later = from_now (90);
  const gint64 task = vel_test_add (self->book, &vel_task_entity, "title", "a", "due", soon, NULL);
  g_autofree char *snoozed = g_strdup_printf ("%s|%s", soon, later);
  g_autofree char *plain = g_strdup_printf ("%s|", later);

  vel_test_edit (self->book, &vel_task_entity, task, "snoozed", later, NULL);
  assert_answer (self, "SELECT due, snoozed FROM task", snoozed);
  vel_test_edit (self->book, &vel_task_entity, task, "notes", "x", NULL);
  assert_answer (self, "SELECT due, snoozed FROM task", snoozed);
  vel_test_edit (self->book, &vel_task_entity, task, "due", later, NULL);
  assert_answer (self, "SELECT due, snoozed FROM task", plain);
  vel_test_edit (self->book, &vel_task_entity, task, "snoozed", later, NULL);
  finish_at (self, task, later);
  assert_answer (self, "SELECT due, snoozed FROM task", plain);
  vel_test_undo (self->book);
  vel_test_undo (self->book);
  vel_test_undo (self->book);
  assert_answer (self, "SELECT due, snoozed FROM task", snoozed);
}

/* The rings that wait, as "title at", with the distance from now in minutes. */
static char *
list_rings (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rings = vel_book_find_rings (self->book, NULL, 0, &error);
  g_autoptr(GString) list = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpint (vel_book_count_rings (self->book, NULL, NULL), ==, rings->len);
  for (guint i = 0; i < rings->len; i++)
    {
      const VelRing *ring = g_ptr_array_index (rings, i);
      g_autoptr(VelRecord) task = vel_book_get_record (self->book, &vel_task_entity, ring->task, NULL);

      g_string_append_printf (list, "%s%s %s", i > 0 ? ", " : "", vel_record_get_text (task, "title"), ring->at);
    }
  return g_strdup (list->str);
}

static void
assert_rings (Fixture    *self,
              const char *format,
              ...)
{
  g_autofree char *rings = list_rings (self);
  g_autofree char *expected = NULL;
  va_list args;

  va_start (args, format);
  expected = g_strdup_vprintf (format, args);
  va_end (args);
  g_assert_cmpstr (rings, ==, expected);
}

static void
tell_first (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rings = vel_book_find_rings (self->book, NULL, 1, &error);

  g_assert_cmpuint (rings->len, ==, 1);
  g_assert_true (vel_book_tell_rings (self->book, rings, &error));
  g_assert_no_error (error);
}

static void
test_rings (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *past = from_now (-60);
  g_autofree char *soon = from_now (60);
  g_autofree char *early = from_now (30);
  g_autofree char *later = from_now (90);
  const gint64 task = vel_test_add (self->book, &vel_task_entity, "title", "a", "due", soon, NULL);
  const gint64 day = vel_test_add (self->book, &vel_task_entity, "title", "gün", "due", "9000-01-01", NULL);
  gint64 setting;

  vel_test_add (self->book, &vel_task_entity, "title", "none", "due", soon, "reminder", "none", NULL);
  vel_test_add (self->book, &vel_task_entity, "title", "no date", NULL);
  /* That it was over when it was written, whoever wrote it knew. */
  vel_test_add (self->book, &vel_task_entity, "title", "past", "due", past, NULL);
  vel_test_add (self->book, &vel_task_entity, "title", "past day", "due", "2020-01-01", NULL);
  assert_rings (self, "a %s, gün 9000-01-01T09:00", soon);
  vel_test_edit (self->book, &vel_task_entity, task, "reminder", "30", NULL);
  vel_test_edit (self->book, &vel_task_entity, day, "reminder", "1440", NULL);
  assert_rings (self, "a %s, gün 8999-12-31T09:00", early);
  setting = vel_test_add (self->book, &vel_setting_entity, "name", VEL_TASK_HOUR_SETTING, "value", "17:30", NULL);
  assert_rings (self, "a %s, gün 8999-12-31T17:30", early);
  vel_test_edit (self->book, &vel_setting_entity, setting, "value", "whenever", NULL);
  assert_rings (self, "a %s, gün 8999-12-31T09:00", early);

  /* Told once; for another moment again, and for the former not a second time. */
  tell_first (self);
  assert_rings (self, "gün 8999-12-31T09:00");
  vel_test_edit (self->book, &vel_task_entity, task, "title", "b", NULL);
  assert_rings (self, "gün 8999-12-31T09:00");
  vel_test_edit (self->book, &vel_task_entity, task, "snoozed", later, NULL);
  assert_rings (self, "b %s, gün 8999-12-31T09:00", later);
  vel_test_undo (self->book);
  assert_rings (self, "gün 8999-12-31T09:00");

  /* What was told is no change: undo knows nothing of it, and a deletion forgets nothing. */
  vel_test_delete (self->book, &vel_task_entity, task);
  vel_test_undo (self->book);
  assert_rings (self, "gün 8999-12-31T09:00");
  finish_at (self, day, soon);
  assert_rings (self, "%s", "");
  vel_test_undo (self->book);
  assert_rings (self, "gün 8999-12-31T09:00");
}

static void
test_told_outlives (Fixture       *self,
                    gconstpointer  data)
{
  g_autofree char *soon = from_now (60);

  vel_test_add (self->book, &vel_task_entity, "title", "a", "due", soon, NULL);
  tell_first (self);
  vel_book_close (self->book);
  g_clear_object (&self->book);
  self->book = vel_book_open (self->path, FALSE, NULL);
  assert_rings (self, "%s", "");
  /* The very change that added it is undone although it has rung since. */
  vel_test_undo (self->book);
  assert_answer (self, "SELECT count (*) FROM task", "0");
  vel_test_redo (self->book);
  assert_rings (self, "%s", "");
}

static char *
list_due (Fixture    *self,
          const char *until)
{
  g_autoptr(GArray) ids = vel_book_find_due (self->book, until, 0, NULL);
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(VelRecord) task = vel_book_get_record (self->book, &vel_task_entity, g_array_index (ids, gint64, i), NULL);

      g_string_append (list, vel_record_get_text (task, "title"));
    }
  return g_strdup (list->str);
}

static void
test_due (Fixture       *self,
          gconstpointer  data)
{
  static const char * const rows[][2] = {
    { NULL, "abcdefg" }, { "2026-11-24", "abcde" }, { "2026-11-24T09:00", "abc" }, { "2026-11-23", "a" }, { "2020-01-01", "" },
    { "9999-12-31", "abcdefg" },
  };

  vel_test_add (self->book, &vel_task_entity, "title", "g", "due", "9999-12-31", NULL);
  vel_test_add (self->book, &vel_task_entity, "title", "e", "due", "2026-11-24T23:59", NULL);
  vel_test_add (self->book, &vel_task_entity, "title", "c", "due", "2026-11-24T09:00", NULL);
  vel_test_add (self->book, &vel_task_entity, "title", "d", "due", "2026-11-24T09:01", NULL);
  vel_test_add (self->book, &vel_task_entity, "title", "b", "due", "2026-11-24", NULL);
  vel_test_add (self->book, &vel_task_entity, "title", "f", "due", "2026-11-25", NULL);
  vel_test_add (self->book, &vel_task_entity, "title", "a", "due", "2026-11-23T10:00", NULL);
  vel_test_add (self->book, &vel_task_entity, "title", "x", NULL);
  vel_test_add (self->book, &vel_task_entity, "title", "y", "due", "2026-11-23", "done", "1795417200", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *list = list_due (self, rows[i][0]);

      g_assert_cmpstr (list, ==, rows[i][1]);
    }
}

#define N_MANY 10000

/* Of however many are open, one is found where one is asked for; tests/bench tells how soon. */
static void
test_many (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) overdue = NULL;
  VelChange *change = vel_change_new ("Add", NULL);
  g_autoptr(GPtrArray) rings = NULL;
  g_autoptr(GArray) due_first = NULL;

  for (int i = 0; i < N_MANY; i++)
    {
      const gint64 id = vel_change_insert (change, &vel_task_entity);
      g_autofree char *due = g_strdup_printf ("%04d-%02d-%02d%s", 2100 + i % 100, i / 100 % 12 + 1, i / 1200 % 28 + 1,
                                              i % 3 == 0 ? "T10:30" : "");

      vel_change_set_text (change, &vel_task_entity, id, "title", "Ara");
      vel_change_set_text (change, &vel_task_entity, id, "due", due);
    }
  vel_test_commit (self->book, change);
  rings = vel_book_find_rings (self->book, NULL, 1, &error);
  due_first = vel_book_find_due (self->book, "2100-01-01", 1, &error);
  g_assert_cmpuint (rings->len, ==, 1);
  g_assert_cmpuint (due_first->len, ==, 1);
  /* Told all at once, and then none waits. */
  overdue = vel_book_find_rings (self->book, NULL, 0, &error);
  g_assert_cmpuint (overdue->len, ==, N_MANY);
  g_assert_true (vel_book_tell_rings (self->book, overdue, &error));
  assert_rings (self, "%s", "");
  vel_test_undo (self->book);
  assert_answer (self, "SELECT count (*) FROM task", "0");
}

int
main (int   argc,
      char *argv[])
{
  vel_test_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/task/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("fields", test_fields);
  ADD ("of-deal", test_of_deal);
  ADD ("goes-along", test_goes_along);
  ADD ("next", test_next);
  ADD ("any-way", test_any_way);
  ADD ("reopen", test_reopen);
  ADD ("begins", test_begins);
  ADD ("snooze", test_snooze);
  ADD ("rings", test_rings);
  ADD ("told-outlives", test_told_outlives);
  ADD ("due", test_due);
  ADD ("many", test_many);
#undef ADD
  return g_test_run ();
}
