/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <string.h>

#include "vel-book.h"
#include "vel-customer.h"
#include "vel-test-util.h"

/* Whose birthday is so many days away, in the year of their birth or in none. */
static const struct
{
  const char *name;
  int         days;
  const char *format;
} born[] = {
  { "Ada", 6, "1990-%m-%d" },
  { "Berk", 0, "--%m-%d" },
  { "Cem", -1, "1956-%m-%d" },
  { "Deniz", 1, "2004-%m-%d" },
  { "Ece", 7, "--%m-%d" },
  { "Fuat", 3, "--%m-%d" },
};

static void
add_all (VelBook *book)
{
  g_autoptr(VelChange) change = vel_change_new ("Add", NULL);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(VelCommit) commit = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id = vel_change_insert (change, &vel_customer_entity);

  vel_change_set_text (change, &vel_customer_entity, id, "name", "Nobody knows");
  for (gsize i = 0; i < G_N_ELEMENTS (born); i++)
    {
      g_autoptr(GDateTime) day = g_date_time_add_days (now, born[i].days);
      g_autofree char *birthday = g_date_time_format (day, born[i].format);

      /* Few years have such a day. */
      if (g_str_has_suffix (birthday, "-02-29") && *birthday != '-')
        memcpy (birthday, "2000", 4);
      id = vel_change_insert (change, &vel_customer_entity);
      vel_change_set_text (change, &vel_customer_entity, id, "name", born[i].name);
      vel_change_set_text (change, &vel_customer_entity, id, "birthday", birthday);
    }
  commit = vel_book_commit (book, change, NULL, &error);
  g_assert_no_error (error);
}

static char *
find (VelBook    *book,
      VelFilter  *filter,
      gboolean    descending)
{
  g_autoptr(VelQuery) query = vel_query_new (&vel_customer_entity, filter, NULL, "birthday", descending);
  g_autoptr(GString) names = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = vel_book_find (book, query, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(VelRecord) record = vel_book_get_record (book, &vel_customer_entity,
                                                         g_array_index (ids, gint64, i), &error);

      g_assert_no_error (error);
      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", vel_record_get_text (record, "name"));
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
test_next_first (void)
{
  const char * const week[] = { "today", "7", NULL };
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autoptr(VelFilter) filter = vel_filter_new (VEL_FILTER_YEARLY, "birthday", week);
  g_autofree char *all = NULL;
  g_autofree char *backwards = NULL;
  g_autofree char *soon = NULL;

  add_all (book);
  all = find (book, NULL, FALSE);
  g_assert_cmpstr (all, ==, "Berk Deniz Fuat Ada Ece Cem Nobody knows");
  backwards = find (book, NULL, TRUE);
  g_assert_cmpstr (backwards, ==, "Cem Ece Ada Fuat Deniz Berk Nobody knows");
  soon = find (book, filter, FALSE);
  g_assert_cmpstr (soon, ==, "Berk Deniz Fuat Ada");
  vel_book_close (book);
}

int
main (int   argc,
      char *argv[])
{
  vel_test_init (&argc, &argv);
  g_test_add_func ("/birthdays/next-first", test_next_first);
  return g_test_run ();
}
