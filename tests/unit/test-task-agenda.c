/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-customer.h"
#include "vel-task-query.h"
#include "vel-task.h"
#include "vel-test-deals.h"
#include "vel-text.h"

/* Monday; the week ends on the 29th. */
#define TODAY "2026-11-23"

static void
test_sections (void)
{
  static const struct
  {
    const char     *due;
    gboolean        is_done;
    VelTaskSection  section;
  } cases[] = {
    { NULL, FALSE, VEL_TASK_NO_DATE },
    { "", FALSE, VEL_TASK_NO_DATE },
    { NULL, TRUE, VEL_TASK_DONE },
    { "2026-11-22", TRUE, VEL_TASK_DONE },
    { "0001-01-01", FALSE, VEL_TASK_OVERDUE },
    { "2026-11-22T23:59", FALSE, VEL_TASK_OVERDUE },
    { "2026-11-23", FALSE, VEL_TASK_TODAY },
    { "2026-11-23T00:00", FALSE, VEL_TASK_TODAY },
    { "2026-11-23T23:59", FALSE, VEL_TASK_TODAY },
    { "2026-11-24T09:00", FALSE, VEL_TASK_TOMORROW },
    { "2026-11-25", FALSE, VEL_TASK_THIS_WEEK },
    { "2026-11-29T20:00", FALSE, VEL_TASK_THIS_WEEK },
    { "2026-11-30", FALSE, VEL_TASK_LATER },
    { "9999-12-31", FALSE, VEL_TASK_LATER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (vel_task_find_section (cases[i].due, cases[i].is_done, TODAY), ==, cases[i].section);
  /* On a Sunday the week is over: tomorrow is of the next. */
  g_assert_cmpint (vel_task_find_section ("2026-11-30", FALSE, "2026-11-29"), ==, VEL_TASK_TOMORROW);
  g_assert_cmpint (vel_task_find_section ("2026-12-01", FALSE, "2026-11-29"), ==, VEL_TASK_LATER);
  /* The last day of all has no tomorrow. */
  g_assert_cmpint (vel_task_find_section ("9999-12-31", FALSE, "9999-12-31"), ==, VEL_TASK_TODAY);
}

static void
test_late (void)
{
  g_assert_false (vel_task_is_late (NULL, "2026-11-24T14:00"));
  g_assert_false (vel_task_is_late ("", "2026-11-24T14:00"));
  g_assert_false (vel_task_is_late ("2026-11-24", "2026-11-24T14:00"));
  g_assert_false (vel_task_is_late ("2026-11-24T14:00", "2026-11-24T14:00"));
  g_assert_true (vel_task_is_late ("2026-11-24T13:59", "2026-11-24T14:00"));
  g_assert_true (vel_task_is_late ("2026-11-23", "2026-11-24T00:00"));
  g_assert_true (vel_task_is_late ("2026-11-23T23:59", "2026-11-24T00:00"));
}

static void
test_say_due (void)
{
  static const struct
  {
    const char *due;
    const char *said;
  } cases[] = {
    { "2026-11-23", "" },
    { "2026-11-23T14:00", "14:00" },
    { "2026-11-24T09:30", "09:30" },
    { "2026-11-22", "1 day late" },
    { "2026-11-13T10:00", "10 days late" },
  }, alone[] = {
    { "2026-11-23", "today" },
    { "2026-11-23T14:00", "today, 14:00" },
    { "2026-11-24T09:30", "tomorrow, 09:30" },
    { "2026-11-22T09:30", "1 day late" },
  };
  g_autofree char *american = NULL;

  vel_language_set ("tr");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = vel_task_say_due (cases[i].due, TODAY "T10:00", TRUE);

      g_assert_cmpstr (said, ==, cases[i].said);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (alone); i++)
    {
      g_autofree char *said = vel_task_say_due (alone[i].due, TODAY "T10:00", FALSE);

      g_assert_cmpstr (said, ==, alone[i].said);
    }
  vel_language_set ("en");
  american = vel_task_say_due ("2026-11-24T14:05", TODAY "T10:00", TRUE);
  g_assert_true (g_regex_match_simple ("^2:05\\sPM$", american, 0, 0));
}

static char *
dup_day (int days)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) day = g_date_time_add_days (now, days);

  return g_date_time_format (day, "%Y-%m-%d");
}

/* The ids of a query stand for the titles, as "a b c". */
static char *
ask (VelBook  *book,
     VelQuery *query)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = vel_book_find (book, query, &error);
  g_autoptr(GString) titles = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(VelRecord) record = vel_book_get_record (book, query->entity, g_array_index (ids, gint64, i), NULL);

      g_string_append_printf (titles, "%s%s", i > 0 ? " " : "",
                              vel_record_get_text (record, query->entity->name_field));
    }
  return g_strdup (titles->str);
}

static void
check_query (VelBook    *book,
             VelQuery   *query,
             const char *titles)
{
  g_autoptr(VelQuery) owned = query;
  g_autofree char *found = ask (book, owned);

  g_assert_cmpstr (found, ==, titles);
}

static void
test_queries (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  const gint64 customer = vel_test_add (book, &vel_customer_entity, "name", "Ada", NULL);
  g_autofree char *about = g_strdup_printf ("%" G_GINT64_FORMAT, customer);
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_real_time () / G_USEC_PER_SEC);
  g_autofree char *yesterday = dup_day (-1);
  g_autofree char *today = dup_day (0);
  g_autofree char *noon = g_strconcat (today, "T12:00", NULL);
  g_autofree char *tomorrow = dup_day (1);
  g_autofree char *later = dup_day (40);
  g_autoptr(VelQuery) all = vel_query_new (&vel_task_entity, NULL, NULL, "due", FALSE);
  g_autoptr(VelRecord) ada = NULL;

  vel_test_add (book, &vel_task_entity, "title", "someday", NULL);
  vel_test_add (book, &vel_task_entity, "title", "later", "due", later, NULL);
  vel_test_add (book, &vel_task_entity, "title", "noon", "due", noon, NULL);
  vel_test_add (book, &vel_task_entity, "title", "today", "due", today, "customer", about, NULL);
  vel_test_add (book, &vel_task_entity, "title", "tomorrow", "due", tomorrow, "customer", about, NULL);
  vel_test_add (book, &vel_task_entity, "title", "late", "due", yesterday, NULL);
  vel_test_add (book, &vel_task_entity, "title", "long-ago", "due", yesterday, "done", "1", NULL);
  vel_test_add (book, &vel_task_entity, "title", "done", "done", now, "customer", about, NULL);

  /* What is open by when it is due, then what has no day, then what was done, the latest first. */
  check_query (book, vel_query_ref (all), "late today noon tomorrow later someday done long-ago");
  check_query (book, vel_task_query_section (VEL_TASK_OVERDUE), "late");
  check_query (book, vel_task_query_section (VEL_TASK_TODAY), "today noon");
  check_query (book, vel_task_query_section (VEL_TASK_TOMORROW), "tomorrow");
  check_query (book, vel_task_query_section (VEL_TASK_NO_DATE), "someday");
  check_query (book, vel_task_query_section (VEL_TASK_DONE), "done");
  check_query (book, vel_task_query_due (), "late today noon");
  check_query (book, vel_task_query_open (NULL, 0), "late today noon tomorrow later someday");
  check_query (book, vel_task_query_open ("customer", customer), "today tomorrow");
  check_query (book, vel_task_query_done_of ("customer", customer), "done");

  /* What comes next is seen on the customer, and only while it is open. */
  ada = vel_book_get_record (book, &vel_customer_entity, customer, NULL);
  g_assert_cmpstr (vel_record_get_text (ada, "next_task"), ==, today);
  vel_book_close (book);
}

static VelQuery *
new_yearly (const char *from,
            const char *days)
{
  const char * const values[] = { from, days, NULL };
  g_autoptr(VelFilter) filter = vel_filter_new (VEL_FILTER_YEARLY, "birthday", values);

  return vel_query_new (&vel_customer_entity, filter, NULL, NULL, FALSE);
}

static void
test_birthdays (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);

  vel_test_add (book, &vel_customer_entity, "name", "A", "birthday", "1980-12-30", NULL);
  vel_test_add (book, &vel_customer_entity, "name", "B", "birthday", "--01-02", NULL);
  vel_test_add (book, &vel_customer_entity, "name", "C", "birthday", "2000-02-29", NULL);
  vel_test_add (book, &vel_customer_entity, "name", "D", NULL);
  check_query (book, new_yearly ("2026-12-29", "7"), "A B");
  check_query (book, new_yearly ("2026-12-31", "7"), "B");
  check_query (book, new_yearly ("2027-02-28", "1"), "C");
  check_query (book, new_yearly ("2028-02-28", "1"), "");
  check_query (book, new_yearly ("2028-02-29", "1"), "C");
  check_query (book, new_yearly ("2027-01-01", "366"), "A B C");
  check_query (book, new_yearly ("no day", "7"), "");
  vel_book_close (book);
}

int
main (int    argc,
      char **argv)
{
  vel_test_init (&argc, &argv);

  g_test_add_func ("/task-agenda/sections", test_sections);
  g_test_add_func ("/task-agenda/late", test_late);
  g_test_add_func ("/task-agenda/say-due", test_say_due);
  g_test_add_func ("/task-agenda/queries", test_queries);
  g_test_add_func ("/task-agenda/birthdays", test_birthdays);

  return g_test_run ();
}
