/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "vel-affiliation.h"
#include "vel-book.h"
#include "vel-custom-field.h"
#include "vel-customer.h"
#include "vel-interaction.h"
#include "vel-item.h"
#include "vel-phone.h"
#include "vel-place.h"
#include "vel-sample-book.h"
#include "vel-saved-filter.h"
#include "vel-tag.h"
#include "vel-task-agenda.h"
#include "vel-task.h"
#include "vel-test-util.h"
#include "vel-text.h"

static GArray *
find_all (VelBook         *book,
          const VelEntity *entity)
{
  g_autoptr(VelQuery) query = vel_query_new (entity, NULL, NULL, NULL, FALSE);
  g_autoptr(GError) error = NULL;
  GArray *ids = vel_book_find (book, query, &error);

  g_assert_no_error (error);
  return ids;
}

static VelRecord *
get_nth (VelBook         *book,
         const VelEntity *entity,
         GArray          *ids,
         guint            i)
{
  g_autoptr(GError) error = NULL;
  VelRecord *record = vel_book_get_record (book, entity, g_array_index (ids, gint64, i), &error);

  g_assert_no_error (error);
  return record;
}

static VelBook *
make_book (const char *language)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(GError) error = NULL;
  VelBook *book;

  vel_language_set (language);
  g_assert_true (vel_sample_book_create (path, &error));
  g_assert_no_error (error);
  book = vel_book_open (path, FALSE, &error);
  g_assert_no_error (error);
  return book;
}

/* Every text of the record stands as it would if somebody had typed it. */
static void
check_texts (VelRecord *record)
{
  const VelEntity *entity = vel_record_get_entity (record);

  for (guint i = 0; i < entity->n_fields; i++)
    {
      const VelField *field = &entity->fields[i];
      const VelValue *value = vel_record_get_value (record, i);
      g_auto(VelValue) again = VEL_VALUE_INIT;
      g_autofree char *warning = NULL;
      g_autoptr(GError) error = NULL;

      if (value->kind != VEL_VALUE_TEXT || field->type == VEL_FIELD_CUSTOM)
        continue;
      g_assert_null (strchr (value->text, '@') != NULL && *value->text == '@' ? value->text : NULL);
      g_assert_true (vel_field_parse (field, value->text, &again, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (again.text, ==, value->text);
      warning = vel_field_warn (field, value);
      g_assert_cmpstr (warning, ==, NULL);
    }
}

/* Nobody's: addresses and numbers that cannot belong to anyone. */
static void
check_nobody (VelRecord *record)
{
  g_autoptr(GPtrArray) phones = vel_items_parse (vel_record_get_text (record, "phones"));
  g_autoptr(GPtrArray) emails = vel_items_parse (vel_record_get_text (record, "emails"));
  g_autoptr(GPtrArray) links = vel_items_parse (vel_record_get_text (record, "links"));
  const char *iban = vel_record_get_text (record, "iban");

  for (guint i = 0; i < phones->len; i++)
    {
      const VelItem *item = g_ptr_array_index (phones, i);
      g_autofree char *number = vel_phone_normalise (item->value, NULL, NULL);

      g_assert_cmpstr (number, ==, item->value);
      g_assert_true (g_regex_match_simple ("^\\+(90\\d{3}000\\d{4}|493023125\\d{3}|442079460\\d{3})$", item->value, 0, 0));
    }
  for (guint i = 0; i < emails->len; i++)
    g_assert_true (g_str_has_suffix (((VelItem *) g_ptr_array_index (emails, i))->value, ".example"));
  for (guint i = 0; i < links->len; i++)
    g_assert_true (g_regex_match_simple ("^https://[a-z0-9.-]+\\.example(/|$)", ((VelItem *) g_ptr_array_index (links, i))->value, 0, 0));
  g_assert_true (iban == NULL || g_str_has_prefix (iban + 4, "99999"));
}

static void
check_place (VelRecord *record)
{
  g_autoptr(GPtrArray) addresses = vel_items_parse (vel_record_get_text (record, "addresses"));

  for (guint i = 0; i < addresses->len; i++)
    {
      const VelItem *item = g_ptr_array_index (addresses, i);

      if (item->country != NULL)
        continue;
      g_assert_cmpstr (vel_place_find_city (item->city), ==, item->city);
      if (item->district != NULL)
        g_assert_cmpstr (vel_place_find_district (item->city, item->district), ==, item->district);
    }
}

static void
test_customers (gconstpointer language)
{
  g_autoptr(VelBook) book = make_book (language);
  g_autoptr(GArray) ids = find_all (book, &vel_customer_entity);
  g_autoptr(GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_organisations = 0;
  guint n_affiliated = 0;

  g_assert_cmpuint (ids->len, >=, 60);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(VelRecord) record = get_nth (book, &vel_customer_entity, ids, i);
      const char *phone = vel_record_get_text (record, "phone");

      check_texts (record);
      check_nobody (record);
      check_place (record);
      n_organisations += g_str_equal (vel_record_get_text (record, "kind"), "organisation");
      n_affiliated += vel_record_get_text (record, "organisation") != NULL;
      g_assert_true (phone == NULL || g_hash_table_add (numbers, g_strdup (phone)));
      g_assert_cmpint (vel_record_get_integer (record, "created"), <=, g_get_real_time () / G_USEC_PER_SEC);
    }
  g_assert_cmpuint (n_organisations, >=, 25);
  g_assert_cmpuint (n_affiliated, >=, 25);
  vel_book_close (book);
}

static void
test_story (gconstpointer language)
{
  g_autoptr(VelBook) book = make_book (language);
  g_autoptr(GArray) ids = find_all (book, &vel_interaction_entity);
  g_autoptr(GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const gint64 day = 24 * 60 * 60;
  guint n_recent = 0;

  g_assert_cmpuint (ids->len, >=, 350);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(VelRecord) record = get_nth (book, &vel_interaction_entity, ids, i);
      const gint64 at = vel_record_get_integer (record, "at");

      check_texts (record);
      g_assert_cmpint (at, <, now);
      g_assert_cmpint (at, >, now - 370 * day);
      n_recent += at > now - 2 * day;
      g_hash_table_add (texts, g_strdup (vel_record_get_text (record, "text")));
    }
  g_assert_cmpuint (n_recent, >=, 3);
  /* Hardly anything is said twice. */
  g_assert_cmpuint (g_hash_table_size (texts), >=, ids->len * 9 / 10);
  vel_book_close (book);
}

/* How many customers have each value of the field; one of a list counts for itself. */
static GHashTable *
count_values (VelBook    *book,
              const char *field)
{
  g_autoptr(GArray) ids = find_all (book, &vel_customer_entity);
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(VelRecord) record = get_nth (book, &vel_customer_entity, ids, i);
      const char *text = vel_record_get_text (record, field);
      g_auto(GStrv) words = NULL;

      if (text == NULL)
        continue;
      words = *text == '[' ? vel_words_parse (text) : g_strsplit (text, "\n", 1);
      for (guint w = 0; words[w] != NULL; w++)
        g_hash_table_insert (counts, g_strdup (words[w]),
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, words[w])) + 1));
    }
  return counts;
}

/* There is something to see wherever somebody looks. */
static void
test_variety (gconstpointer language)
{
  static const char * const statuses[] = { "potential", "active", "passive", "lost" };
  g_autoptr(VelBook) book = make_book (language);
  g_autoptr(GHashTable) by_status = count_values (book, "status");
  g_autoptr(GHashTable) by_tag = count_values (book, "tags");
  g_autoptr(GHashTable) by_city = count_values (book, "city");
  g_autoptr(GHashTable) by_source = count_values (book, "source");
  g_autoptr(GHashTable) by_interest = count_values (book, "interests");
  g_autoptr(GArray) tags = find_all (book, &vel_tag_entity);

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (by_status, statuses[i])), >=, 3);
  g_assert_cmpuint (g_hash_table_size (by_status), ==, G_N_ELEMENTS (statuses));
  for (guint i = 0; i < tags->len; i++)
    {
      g_autoptr(VelRecord) tag = get_nth (book, &vel_tag_entity, tags, i);

      g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (by_tag, vel_record_get_text (tag, "name"))), >=, 3);
      g_assert_nonnull (vel_record_get_text (tag, "colour"));
    }
  g_assert_cmpuint (g_hash_table_size (by_tag), ==, tags->len);
  g_assert_cmpuint (g_hash_table_size (by_city), >=, 12);
  g_assert_cmpuint (g_hash_table_size (by_source), >=, 7);
  g_assert_cmpuint (g_hash_table_size (by_interest), >=, 10);
  vel_book_close (book);
}

/* Who belongs to whom, and what hangs on whom. */
static void
test_links (gconstpointer language)
{
  g_autoptr(VelBook) book = make_book (language);
  g_autoptr(GArray) affiliations = find_all (book, &vel_affiliation_entity);
  g_autoptr(GArray) interactions = find_all (book, &vel_interaction_entity);
  g_autoptr(GArray) customers = find_all (book, &vel_customer_entity);
  g_autoptr(GHashTable) persons = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GHashTable) told = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_phones = 0;
  guint n_births = 0;
  guint n_yearless = 0;

  for (guint i = 0; i < affiliations->len; i++)
    {
      g_autoptr(VelRecord) record = get_nth (book, &vel_affiliation_entity, affiliations, i);
      const gint64 person = vel_record_get_integer (record, "person");
      const gint64 organisation = vel_record_get_integer (record, "organisation");
      g_autoptr(VelRecord) one = vel_book_get_record (book, &vel_customer_entity, person, NULL);
      g_autoptr(VelRecord) other = vel_book_get_record (book, &vel_customer_entity, organisation, NULL);

      g_assert_cmpstr (vel_record_get_text (one, "kind"), ==, "person");
      g_assert_cmpstr (vel_record_get_text (other, "kind"), ==, "organisation");
      g_assert_nonnull (vel_record_get_text (record, "role"));
      g_hash_table_add (persons, g_memdup2 (&person, sizeof person));
    }
  /* Two of them belong to more than one. */
  g_assert_cmpuint (g_hash_table_size (persons), <=, affiliations->len - 2);

  for (guint i = 0; i < interactions->len; i++)
    {
      g_autoptr(VelRecord) record = get_nth (book, &vel_interaction_entity, interactions, i);
      const gint64 customer = vel_record_get_integer (record, "customer");

      g_hash_table_add (told, g_memdup2 (&customer, sizeof customer));
      g_hash_table_add (kinds, g_strdup (vel_record_get_text (record, "kind")));
    }
  g_assert_cmpuint (g_hash_table_size (told), >=, customers->len - 2);
  g_assert_cmpuint (g_hash_table_size (kinds), ==, 6);

  for (guint i = 0; i < customers->len; i++)
    {
      g_autoptr(VelRecord) record = get_nth (book, &vel_customer_entity, customers, i);
      g_autoptr(GPtrArray) phones = vel_items_parse (vel_record_get_text (record, "phones"));
      const char *birthday = vel_record_get_text (record, "birthday");

      n_phones += phones->len > 1;
      n_births += birthday != NULL;
      n_yearless += birthday != NULL && g_str_has_prefix (birthday, "--");
    }
  g_assert_cmpuint (n_phones, >=, 8);
  g_assert_cmpuint (n_births, >=, 15);
  g_assert_cmpuint (n_yearless, >=, 2);
  vel_book_close (book);
}

static void
test_filters (gconstpointer language)
{
  g_autoptr(VelBook) book = make_book (language);
  g_autoptr(GArray) customers = find_all (book, &vel_customer_entity);
  g_autoptr(GArray) ids = find_all (book, &vel_saved_filter_entity);
  g_autoptr(GArray) tags = find_all (book, &vel_tag_entity);

  g_assert_cmpuint (ids->len, >=, 2);
  g_assert_cmpuint (tags->len, >=, 5);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(VelRecord) record = get_nth (book, &vel_saved_filter_entity, ids, i);
      g_autoptr(GError) error = NULL;
      g_autoptr(VelQuery) query = vel_query_from_json (vel_record_get_text (record, "query"), &error);
      g_autoptr(GArray) found = NULL;

      g_assert_no_error (error);
      found = vel_book_find (book, query, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (found->len, >, 1);
      g_assert_cmpuint (found->len, <, customers->len / 2);
    }
  vel_book_close (book);
}

static void
test_history (void)
{
  g_autoptr(VelBook) book = make_book ("tr");
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) history = vel_book_history (book, 0, 0, &error);
  g_auto(GStrv) complaints = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 1);
  g_assert_cmpstr (((VelHistoryEntry *) g_ptr_array_index (history, 0))->label, ==, "Sample book");
  complaints = vel_book_check (book, &error);
  g_assert_no_error (error);
  g_assert_null (complaints[0]);
  vel_book_close (book);
}

/* The same people, told in two languages. */
static void
test_languages (void)
{
  g_autoptr(VelBook) turkish = make_book ("tr");
  g_autoptr(VelBook) english = make_book ("en");
  g_autoptr(GArray) left = find_all (turkish, &vel_customer_entity);
  g_autoptr(GArray) right = find_all (english, &vel_customer_entity);
  guint n_other = 0;

  g_assert_cmpuint (left->len, ==, right->len);
  for (guint i = 0; i < left->len; i++)
    {
      g_autoptr(VelRecord) one = get_nth (turkish, &vel_customer_entity, left, i);
      g_autoptr(VelRecord) other = get_nth (english, &vel_customer_entity, right, i);

      g_assert_cmpstr (vel_record_get_text (one, "name"), ==, vel_record_get_text (other, "name"));
      n_other += g_strcmp0 (vel_record_get_text (one, "tags"), vel_record_get_text (other, "tags")) != 0;
    }
  g_assert_cmpuint (n_other, >, 10);
  vel_book_close (turkish);
  vel_book_close (english);
}

static void
test_refusals (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *nowhere = g_build_filename (path, "book", NULL);
  g_autofree char *content = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = NULL;
  const char *name;

  /* What is there stays as it is. */
  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  g_assert_false (vel_sample_book_create (path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");

  g_assert_false (vel_sample_book_create (nowhere, &error));
  g_assert_nonnull (error);

  /* Nothing half made lies about. */
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_true (g_str_has_suffix (name, ".velinimet") || g_str_has_suffix (name, ".velinimet-lock"));
}

/* Something in each section of the list of tasks, but for the rest of a week that is over. */
static void
test_tasks (gconstpointer language)
{
  g_autoptr(VelBook) book = make_book (language);
  g_autoptr(GArray) tasks = find_all (book, &vel_task_entity);
  g_autofree char *today = vel_task_dup_today ();
  guint n_sections[VEL_TASK_N_SECTIONS] = { 0 };
  guint n_repeated = 0;
  guint n_of_deals = 0;

  for (guint i = 0; i < tasks->len; i++)
    {
      g_autoptr(VelRecord) task = get_nth (book, &vel_task_entity, tasks, i);
      const gint64 done = vel_record_get_integer (task, "done");

      n_sections[vel_task_find_section (vel_record_get_text (task, "due"), done != 0, today)]++;
      n_repeated += vel_record_get_text (task, "repeat") != NULL;
      n_of_deals += vel_record_get_integer (task, "deal") != 0 && vel_record_get_integer (task, "customer") != 0;
      g_assert_cmpint (done, <, g_get_real_time () / G_USEC_PER_SEC);
    }
  g_assert_cmpuint (n_sections[VEL_TASK_OVERDUE], >=, 2);
  g_assert_cmpuint (n_sections[VEL_TASK_TODAY], >=, 4);
  g_assert_cmpuint (n_sections[VEL_TASK_TOMORROW], >=, 2);
  g_assert_cmpuint (n_sections[VEL_TASK_LATER], >=, 5);
  g_assert_cmpuint (n_sections[VEL_TASK_NO_DATE], ==, 2);
  g_assert_cmpuint (n_sections[VEL_TASK_DONE], ==, 4);
  g_assert_cmpuint (n_repeated, ==, 3);
  g_assert_cmpuint (n_of_deals, ==, 4);
  vel_book_close (book);
}

int
main (int    argc,
      char **argv)
{
  vel_test_init (&argc, &argv);

  g_test_add_data_func ("/sample-book/customers/turkish", "tr", test_customers);
  g_test_add_data_func ("/sample-book/customers/english", "en", test_customers);
  g_test_add_data_func ("/sample-book/story/turkish", "tr", test_story);
  g_test_add_data_func ("/sample-book/story/english", "en", test_story);
  g_test_add_data_func ("/sample-book/variety/turkish", "tr", test_variety);
  g_test_add_data_func ("/sample-book/variety/english", "en", test_variety);
  g_test_add_data_func ("/sample-book/links/turkish", "tr", test_links);
  g_test_add_data_func ("/sample-book/links/english", "en", test_links);
  g_test_add_data_func ("/sample-book/filters/turkish", "tr", test_filters);
  g_test_add_data_func ("/sample-book/filters/english", "en", test_filters);
  g_test_add_data_func ("/sample-book/tasks/turkish", "tr", test_tasks);
  g_test_add_data_func ("/sample-book/tasks/english", "en", test_tasks);
  g_test_add_func ("/sample-book/history", test_history);
  g_test_add_func ("/sample-book/languages", test_languages);
  g_test_add_func ("/sample-book/refusals", test_refusals);
  return g_test_run ();
}
