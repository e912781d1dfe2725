/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-records-page-private.h"

#include <string.h>

#include "vel-text.h"

/* Whom Enter opens in the search entry: whoever is called so, before those who
 * are only found by an organisation, a city or a note. The list keeps its order. */

/* The book is asked rather than the list, which may still be on its way. So
 * many names are read to find the best of them. */
#define MAX_NAMES 500

/* How well a name answers what was searched for; the greater the better. */
static int
rate (const char         *name,
      const char         *search,
      const char * const *words)
{
  g_autofree char *folded = vel_text_fold (name);
  const char *found = strstr (folded, search);
  int rating = 0;

  for (gsize i = 0; words[i] != NULL; i++)
    rating += *words[i] != '\0' && strstr (folded, words[i]) != NULL;
  if (g_str_equal (folded, search))
    return rating + 4000;
  if (found == folded)
    return rating + 3000;
  if (found != NULL)
    rating += 1000;
  for (; found != NULL; found = strstr (found + 1, search))
    if (!g_ascii_isalnum (found[-1]))
      return rating + 1000;
  return rating;
}

/* The best of those found, the first of equals. */
static gint64
choose (VelRecordsPage *self,
        GArray         *ids)
{
  g_autofree char *folded = vel_text_fold (vel_records_page_get_search (self));
  const char *search = g_strstrip (folded);
  g_auto(GStrv) words = g_strsplit_set (search, " \t\n", -1);
  gint64 best = 0;
  int best_rating = -1;

  for (guint i = 0; i < MIN (ids->len, MAX_NAMES); i++)
    {
      const gint64 id = g_array_index (ids, gint64, i);
      g_autoptr(VelRecord) record = vel_book_get_record (self->book, self->look->entity, id, NULL);
      const char *name = record != NULL ? vel_record_get_text (record, self->look->entity->name_field) : NULL;
      const int rating = name != NULL ? rate (name, search, (const char * const *) words) : -1;

      if (rating > best_rating)
        {
          best = id;
          best_rating = rating;
        }
    }
  return best;
}

static void
all_found_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(VelRecordsPage) self = user_data;
  g_autoptr(GArray) ids = vel_book_find_finish (VEL_BOOK (object), result, NULL);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  if (ids != NULL && ids->len > 0)
    vel_records_page_activate (self, choose (self, ids));
  vel_records_page_open_none (self);
}

static void
names_found_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(VelRecordsPage) self = user_data;
  g_autoptr(GArray) ids = vel_book_find_finish (VEL_BOOK (object), result, NULL);
  g_autoptr(VelQuery) all = NULL;

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  if (ids != NULL && ids->len > 0)
    {
      vel_records_page_activate (self, choose (self, ids));
      vel_records_page_open_none (self);
      return;
    }
  all = vel_records_page_make_query (self);
  vel_book_find_async (self->book, all, self->opening, all_found_cb, g_object_ref (self));
}

/* What the page asks for, of those alone whose name holds every word. */
static VelQuery *
make_names_query (VelRecordsPage *self)
{
  g_autoptr(VelQuery) query = vel_records_page_make_query (self);
  g_autoptr(VelFilter) filter = vel_filter_new_join (VEL_FILTER_ALL);
  g_auto(GStrv) words = g_strsplit_set (vel_records_page_get_search (self), " \t\n", -1);

  if (query->filter != NULL)
    vel_filter_take (filter, vel_filter_copy (query->filter));
  for (gsize i = 0; words[i] != NULL; i++)
    {
      const char * const values[] = { words[i], NULL };

      if (*words[i] != '\0')
        vel_filter_take (filter, vel_filter_new (VEL_FILTER_CONTAINS, query->entity->name_field, values));
    }
  return vel_query_new (query->entity, filter, NULL, query->order, query->descending);
}

/* Opens who answers best what is searched for, as soon as that is known. */
void
vel_records_page_open_best (VelRecordsPage *self)
{
  g_autoptr(VelQuery) query = NULL;

  if (self->book == NULL)
    return;
  vel_records_page_open_none (self);
  query = make_names_query (self);
  self->opening = g_cancellable_new ();
  self->opening_search = g_strdup (vel_records_page_get_search (self));
  vel_book_find_async (self->book, query, self->opening, names_found_cb, g_object_ref (self));
}

/* Something else is searched for now, or nothing. */
void
vel_records_page_open_none (VelRecordsPage *self)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_pointer (&self->opening_search, g_free);
}
