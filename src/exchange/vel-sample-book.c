/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-sample-book.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#include "vel-affiliation.h"
#include "vel-book.h"
#include "vel-custom-field.h"
#include "vel-customer.h"
#include "vel-deal.h"
#include "vel-exchange-resources.h"
#include "vel-interaction.h"
#include "vel-item.h"
#include "vel-json.h"
#include "vel-money.h"
#include "vel-saved-filter.h"
#include "vel-stage.h"
#include "vel-tag.h"
#include "vel-task.h"
#include "vel-text.h"

/* A year of somebody who draws logos and makes websites in İzmir. Who and what
 * is in vel-sample-book.json, all of it invented:
 *
 * - A text is a string, or ["Turkish", "English"], or "@key" of such a pair in "words".
 * - A customer has the members of the field table; beside them "key", by which
 *   others point to it, "of": [[key, role], ...], the organisations it belongs
 *   to, "born": [year, days from today], "added": days ago, and "story".
 * - A line of a story: [days ago, "HH:MM", kind, direction, minutes, with whom,
 *   why, outcome, what was said].
 * - A saved filter has a "name" and a "query", as vel_query_to_json() writes it,
 *   whose values are texts in the sense above. */

#define RESOURCE "/org/velinimet/exchange/vel-sample-book.json"

/* What lies at one day follows itself by no less than this. */
#define PAUSE_S (10 * 60)

typedef struct
{
  VelChange  *change;
  guint       language;   /* 0 for Turkish, 1 for English: the place in a pair */
  JsonObject *words;      /* pairs by key */
  GHashTable *keys;       /* (owned): the key of a customer -> its local id, a gint64 */
  GDateTime  *today;      /* (owned): its first moment */
  gint64      now;        /* UTC seconds */
} Sample;

enum { LINE_DAYS, LINE_TIME, LINE_KIND, LINE_DIRECTION, LINE_MINUTES, LINE_WITH, LINE_WHY, LINE_OUTCOME, LINE_TEXT };

static const char *
read_text (const Sample *self,
           JsonNode     *node)
{
  const char *text;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_array_get_string_element (json_node_get_array (node), self->language);
  text = json_node_get_string (node);
  return *text == '@' ? read_text (self, json_object_get_member (self->words, text + 1)) : text;
}

static JsonArray *
get_array (JsonObject *object,
           const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL ? json_node_get_array (node) : NULL;
}

static guint
count (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

static char *
read_items (const Sample *self,
            JsonArray    *array)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) vel_item_free);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      VelItem *item = vel_item_new (NULL, NULL);
      JsonObjectIter iter;
      const char *name;
      JsonNode *node;

      json_object_iter_init (&iter, json_array_get_object_element (array, i));
      while (json_object_iter_next (&iter, &name, &node))
        *vel_item_member (item, name) = g_strdup (read_text (self, node));
      g_ptr_array_add (items, item);
    }
  return vel_items_to_json (items);
}

static char *
read_words (const Sample *self,
            JsonArray    *array)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) words = NULL;

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_strv_builder_add (builder, read_text (self, json_array_get_element (array, i)));
  words = g_strv_builder_end (builder);
  return vel_words_to_json ((const char * const *) words);
}

static void
set_custom (Sample     *self,
            gint64      id,
            JsonObject *custom)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, custom);
  while (json_object_iter_next (&iter, &name, &node))
    {
      g_autoptr(JsonNode) key = json_node_init_string (json_node_alloc (), name);
      g_autofree char *field = g_strconcat ("custom.", read_text (self, key), NULL);

      vel_change_set_text (self->change, &vel_customer_entity, id, field, read_text (self, node));
    }
}

static void
set_field (Sample          *self,
           const VelEntity *entity,
           gint64           id,
           const VelField  *field,
           JsonNode        *node)
{
  g_autofree char *list = NULL;

  switch (field->type)
    {
    case VEL_FIELD_INTEGER:
    case VEL_FIELD_BOOLEAN:
      vel_change_set_integer (self->change, entity, id, field->name, json_node_get_int (node));
      return;

    case VEL_FIELD_CUSTOM:
      set_custom (self, id, json_node_get_object (node));
      return;

    case VEL_FIELD_ITEMS:
      list = read_items (self, json_node_get_array (node));
      break;

    case VEL_FIELD_WORDS:
      list = read_words (self, json_node_get_array (node));
      break;

    default:
      break;
    }
  vel_change_set_text (self->change, entity, id, field->name, list != NULL ? list : read_text (self, node));
}

/* Members that are no fields are read elsewhere. */
static gint64
add_record (Sample          *self,
            const VelEntity *entity,
            JsonObject      *object)
{
  const gint64 id = vel_change_insert (self->change, entity);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    {
      const VelField *field = vel_entity_find_field (entity, name);

      if (field != NULL)
        set_field (self, entity, id, field, node);
    }
  return id;
}

/* An instant so many days ago, never one to come and, but for today and
 * yesterday, none at a weekend. */
static gint64
find_instant (const Sample *self,
              gint64        days,
              const char   *time)
{
  g_autoptr(GDateTime) day = g_date_time_add_days (self->today, -(int) days);
  g_autoptr(GDateTime) instant = NULL;

  if (days > 1 && g_date_time_get_day_of_week (day) > 5)
    {
      GDateTime *friday = g_date_time_add_days (day, 5 - g_date_time_get_day_of_week (day));

      g_date_time_unref (day);
      day = friday;
    }
  instant = g_date_time_new (g_date_time_get_timezone (day), g_date_time_get_year (day), g_date_time_get_month (day),
                             g_date_time_get_day_of_month (day), g_ascii_strtoll (time, NULL, 10),
                             g_ascii_strtoll (time + 3, NULL, 10), 0);
  return g_date_time_to_unix (instant);
}

/* From the oldest line to the newest, each after the one before. What would
 * lie in the future is told as of the last hours. */
static gint64
add_story (Sample    *self,
           gint64     customer,
           JsonArray *story)
{
  static const struct { guint index; const char *field; } texts[] = {
    { LINE_KIND, "kind" }, { LINE_DIRECTION, "direction" }, { LINE_WITH, "with_whom" }, { LINE_WHY, "reason" },
    { LINE_OUTCOME, "outcome" }, { LINE_TEXT, "text" },
  };
  const guint n_lines = count (story);
  gint64 first = 0;
  gint64 last = 0;

  for (guint i = 0; i < n_lines; i++)
    {
      JsonArray *line = json_array_get_array_element (story, i);
      const gint64 id = vel_change_insert (self->change, &vel_interaction_entity);
      const gint64 minutes = json_array_get_int_element (line, LINE_MINUTES);
      gint64 at = find_instant (self, json_array_get_int_element (line, LINE_DAYS),
                                json_array_get_string_element (line, LINE_TIME));

      at = MIN (MAX (at, last + PAUSE_S), self->now - (n_lines - i) * PAUSE_S);
      vel_change_set_integer (self->change, &vel_interaction_entity, id, "customer", customer);
      vel_change_set_integer (self->change, &vel_interaction_entity, id, "at", at);
      vel_change_set_integer (self->change, &vel_interaction_entity, id, "created", at);
      if (minutes > 0)
        vel_change_set_integer (self->change, &vel_interaction_entity, id, "minutes", minutes);
      for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
        vel_change_set_text (self->change, &vel_interaction_entity, id, texts[t].field,
                             read_text (self, json_array_get_element (line, texts[t].index)));
      if (i == 0)
        first = at;
      last = at;
    }
  return first;
}

/* A birthday so many days from today, in the year given. */
static void
set_birthday (Sample    *self,
              gint64     customer,
              JsonArray *born)
{
  g_autoptr(GDateTime) day = g_date_time_add_days (self->today, json_array_get_int_element (born, 1));
  const int month = g_date_time_get_month (day);
  /* The 29th of February is in few years only. */
  const int number = MIN (g_date_time_get_day_of_month (day), month == 2 ? 28 : 31);
  const int year = json_array_get_int_element (born, 0);
  g_autofree char *iso = year > 0 ? g_strdup_printf ("%04d-%02d-%02d", year, month, number)
                                  : g_strdup_printf ("--%02d-%02d", month, number);

  vel_change_set_text (self->change, &vel_customer_entity, customer, "birthday", iso);
}

static void
add_affiliations (Sample    *self,
                  gint64     person,
                  JsonArray *of)
{
  for (guint i = 0; i < count (of); i++)
    {
      JsonArray *pair = json_array_get_array_element (of, i);
      const gint64 *organisation = g_hash_table_lookup (self->keys, json_array_get_string_element (pair, 0));
      const gint64 id = vel_change_insert (self->change, &vel_affiliation_entity);

      vel_change_set_integer (self->change, &vel_affiliation_entity, id, "person", person);
      vel_change_set_integer (self->change, &vel_affiliation_entity, id, "organisation", *organisation);
      vel_change_set_integer (self->change, &vel_affiliation_entity, id, "position", i);
      vel_change_set_text (self->change, &vel_affiliation_entity, id, "role",
                           read_text (self, json_array_get_element (pair, 1)));
    }
}

static void
add_customer (Sample     *self,
              JsonObject *object)
{
  const gint64 id = add_record (self, &vel_customer_entity, object);
  const char *key = json_object_get_string_member_with_default (object, "key", NULL);
  const gint64 added = json_object_get_int_member_with_default (object, "added", -1);
  JsonArray *born = get_array (object, "born");
  gint64 first;

  if (key != NULL)
    g_hash_table_insert (self->keys, (gpointer) key, g_memdup2 (&id, sizeof id));
  if (born != NULL)
    set_birthday (self, id, born);
  add_affiliations (self, id, get_array (object, "of"));
  first = add_story (self, id, get_array (object, "story"));
  if (added >= 0)
    first = find_instant (self, added, "09:30");
  if (first != 0)
    vel_change_set_integer (self->change, &vel_customer_entity, id, "created", MIN (first, self->now));
}

/* The values of a query are texts of either language, too. */
static void
translate (const Sample *self,
           JsonNode     *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      JsonNode *member;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, NULL, &member))
        translate (self, member);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        translate (self, json_array_get_element (array, i));
    }
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      g_autofree char *text = g_strdup (read_text (self, node));

      json_node_set_string (node, text);
    }
}

static void
add_filter (Sample     *self,
            JsonObject *object,
            guint       position)
{
  const gint64 id = vel_change_insert (self->change, &vel_saved_filter_entity);
  JsonNode *query = json_object_get_member (object, "query");
  g_autofree char *json = NULL;

  translate (self, query);
  json = vel_json_to_string (query, FALSE);
  vel_change_set_text (self->change, &vel_saved_filter_entity, id, "name",
                       read_text (self, json_object_get_member (object, "name")));
  vel_change_set_text (self->change, &vel_saved_filter_entity, id, "entity", vel_customer_entity.name);
  vel_change_set_text (self->change, &vel_saved_filter_entity, id, "query", json);
  vel_change_set_integer (self->change, &vel_saved_filter_entity, id, "position", position);
}

/* A day so many days from today. */
static char *
find_day (const Sample *self,
          gint64        days)
{
  g_autoptr(GDateTime) day = g_date_time_add_days (self->today, (int) days);

  return g_date_time_format (day, "%Y-%m-%d");
}

static void
set_link (Sample          *self,
          const VelEntity *entity,
          gint64           record,
          const char      *field,
          const char      *key)
{
  const gint64 *id = key != NULL ? g_hash_table_lookup (self->keys, key) : NULL;

  if (id != NULL)
    vel_change_set_integer (self->change, entity, record, field, *id);
}

/* "at" is the number of the stage in the pipeline that every book begins with, or how the deal ended. */
static void
set_way (Sample     *self,
         gint64      deal,
         JsonObject *object)
{
  const char *currency = json_object_get_string_member (object, "currency");
  JsonNode *at = json_object_get_member (object, "at");
  const gboolean is_open = json_node_get_value_type (at) == G_TYPE_INT64;
  g_autofree char *close = find_day (self, json_object_get_int_member (object, "close"));
  g_autofree char *began = find_day (self, -json_object_get_int_member (object, "began"));
  gint64 amount;

  if (vel_money_parse (json_object_get_string_member (object, "money"), currency, &amount, NULL, NULL))
    vel_change_set_integer (self->change, &vel_deal_entity, deal, "amount", amount);
  vel_change_set_text (self->change, &vel_deal_entity, deal, "opened", began);
  vel_change_set_text (self->change, &vel_deal_entity, deal, is_open ? "expected_close" : "closed", close);
  vel_change_set_integer (self->change, &vel_deal_entity, deal, "stage",
                          is_open ? VEL_STAGE_STARTER_FIRST + json_node_get_int (at) - 1 : VEL_STAGE_STARTER_LAST);
  if (is_open)
    return;
  vel_change_set_text (self->change, &vel_deal_entity, deal, "status", json_node_get_string (at));
  if (json_object_has_member (object, "why"))
    vel_change_set_integer (self->change, &vel_deal_entity, deal, "lost_reason", json_object_get_int_member (object, "why"));
}

static void
add_deal (Sample     *self,
          JsonObject *object)
{
  const gint64 id = add_record (self, &vel_deal_entity, object);

  set_link (self, &vel_deal_entity, id, "customer", json_object_get_string_member (object, "of"));
  set_link (self, &vel_deal_entity, id, "contact", json_object_get_string_member_with_default (object, "with", NULL));
  set_way (self, id, object);
  if (json_object_has_member (object, "key"))
    g_hash_table_insert (self->keys, (gpointer) json_object_get_string_member (object, "key"),
                         g_memdup2 (&id, sizeof id));
}

/* "in" so many days from today, at a "time" or on the day, or never; done so many days "ago". */
static void
add_task (Sample     *self,
          JsonObject *object)
{
  const gint64 id = add_record (self, &vel_task_entity, object);
  const char *time = json_object_get_string_member_with_default (object, "time", NULL);
  const gint64 done = json_object_get_int_member_with_default (object, "ago", -1);
  g_autofree char *day = json_object_has_member (object, "in")
                           ? find_day (self, json_object_get_int_member (object, "in")) : NULL;
  g_autofree char *due = day != NULL && time != NULL ? g_strconcat (day, "T", time, NULL) : g_strdup (day);

  set_link (self, &vel_task_entity, id, "customer", json_object_get_string_member_with_default (object, "of", NULL));
  set_link (self, &vel_task_entity, id, "deal", json_object_get_string_member_with_default (object, "sale", NULL));
  if (due != NULL)
    vel_change_set_text (self->change, &vel_task_entity, id, "due", due);
  if (done >= 0)
    vel_change_set_integer (self->change, &vel_task_entity, id, "done", self->now - PAUSE_S - done * 24 * 60 * 60);
}

static VelChange *
make_change (JsonObject *root)
{
  g_autoptr(VelChange) change = vel_change_new (N_("Sample book"), NULL);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) today = g_date_time_new (g_date_time_get_timezone (now), g_date_time_get_year (now),
                                                g_date_time_get_month (now), g_date_time_get_day_of_month (now), 0, 0, 0);
  g_autoptr(GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  Sample self = {
    change, g_str_equal (vel_language_get (), "tr") ? 0 : 1, json_object_get_object_member (root, "words"),
    keys, today, g_date_time_to_unix (now)
  };
  JsonArray *tags = get_array (root, "tags");
  JsonArray *own_fields = get_array (root, "own_fields");
  JsonArray *customers = get_array (root, "customers");
  JsonArray *deals = get_array (root, "deals");
  JsonArray *tasks = get_array (root, "tasks");
  JsonArray *filters = get_array (root, "filters");

  for (guint i = 0; i < count (tags); i++)
    add_record (&self, &vel_tag_entity, json_array_get_object_element (tags, i));
  for (guint i = 0; i < count (own_fields); i++)
    add_record (&self, &vel_custom_field_entity, json_array_get_object_element (own_fields, i));
  for (guint i = 0; i < count (customers); i++)
    add_customer (&self, json_array_get_object_element (customers, i));
  for (guint i = 0; i < count (deals); i++)
    add_deal (&self, json_array_get_object_element (deals, i));
  for (guint i = 0; i < count (tasks); i++)
    add_task (&self, json_array_get_object_element (tasks, i));
  for (guint i = 0; i < count (filters); i++)
    add_filter (&self, json_array_get_object_element (filters, i), i);
  return g_steal_pointer (&change);
}

static gboolean
fill_book (const char  *path,
           VelChange   *change,
           GError     **error)
{
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, error);
  g_autoptr(VelCommit) commit = NULL;

  if (book == NULL)
    return FALSE;
  commit = vel_book_commit (book, change, NULL, error);
  vel_book_close (book);
  return commit != NULL;
}

static void
remove_book (const char *path)
{
  static const char * const ends[] = { "", "-lock", "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *file = g_strconcat (path, ends[i], NULL);

      g_unlink (file);
    }
}

/**
 * vel_sample_book_create:
 * @path: where there is no file yet
 * @error: (out): %G_IO_ERROR_EXISTS where there is one, a #VelStoreError, or
 *   another #GIOErrorEnum
 *
 * Makes a book to look around in: the year of somebody who works alone, with
 * its dates counted from today, in the language of the interface. Its history
 * begins with one change. The file appears when it is complete, or not at all.
 *
 * Takes some tenths of a second; may be called on any thread.
 *
 * Returns: whether the book is there
 */
gboolean
vel_sample_book_create (const char  *path,
                        GError     **error)
{
  g_autofree char *absolute = NULL;
  g_autofree char *making = NULL;
  g_autoptr(GFile) from = NULL;
  g_autoptr(GFile) to = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(VelChange) change = NULL;
  gboolean done;

  g_return_val_if_fail (path != NULL, FALSE);

  absolute = g_canonicalize_filename (path, NULL);
  if (g_file_test (absolute, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _("There is a file at %s already."), absolute);
      return FALSE;
    }
  bytes = g_resource_lookup_data (vel_exchange_get_resource (), RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  root = bytes != NULL ? json_from_string (g_bytes_get_data (bytes, NULL), error) : NULL;
  if (root == NULL)
    return FALSE;
  change = make_change (json_node_get_object (root));

  making = g_strdup_printf ("%s.%08x", absolute, g_random_int ());
  from = g_file_new_for_path (making);
  to = g_file_new_for_path (absolute);
  done = fill_book (making, change, error) &&
         g_file_move (from, to, G_FILE_COPY_NO_FALLBACK_FOR_MOVE, NULL, NULL, NULL, error);
  remove_book (making);
  return done;
}
