/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-suggestions.h"

#include <glib/gi18n.h>

#include "vel-customer.h"
#include "vel-place.h"

/* What the book suggests: what others hold in the same field, and in a young
 * book what is usual; or the records whose name is being typed. */

#define MAX_RECORDS 8

static const struct
{
  const char *field;
  const char *words[9];
} usual[] = {
  { "source", { N_("Recommendation"), N_("Website"), N_("Search engine"), N_("Social media"), N_("Fair"),
                N_("Advertisement"), N_("Came by"), NULL } },
  { "type", { N_("Sole trader"), N_("Limited company"), N_("Joint-stock company"), N_("Cooperative"),
              N_("Association"), N_("Foundation"), N_("Public body"), NULL } },
  { "language", { N_("Turkish"), N_("English"), N_("German"), N_("Arabic"), N_("Russian"), N_("French"), NULL } },
  { "reason", { N_("Getting to know"), N_("Offer"), N_("Order"), N_("Payment"), N_("Question"), N_("Complaint"),
                N_("Appointment"), N_("After the sale"), NULL } },
  { "outcome", { N_("Positive"), N_("Negative"), N_("Not reached"), N_("Will think about it"),
                 N_("Will call back"), N_("Agreed"), N_("Solved"), NULL } },
};

/* What a suggestion asks the book for, for as long as it lives. */
typedef struct
{
  VelSuggest      *suggest;      /* not owned: it owns this */
  VelBook         *book;         /* (owned) */
  const VelEntity *entity;
  char            *field;        /* (owned) (nullable): where values are suggested */
  char            *kind;         /* (owned) (nullable): of the customers that are suggested */
  GCancellable    *cancellable;  /* (owned) (nullable): the search that runs */
  VelSuggestionsLead lead;       /* (nullable) */
  gpointer         lead_data;
} Source;

static void
free_source (gpointer  data,
             GClosure *closure)
{
  Source *source = data;

  g_cancellable_cancel (source->cancellable);
  g_clear_object (&source->cancellable);
  g_object_unref (source->book);
  g_free (source->field);
  g_free (source->kind);
  g_free (source);
}

/* Whether whoever asked is no more: an answer may have been on its way then. */
static gboolean
is_late (GAsyncResult *result)
{
  return g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)));
}

static void
offer_usual (Source              *source,
             const char * const *words)
{
  for (gsize i = 0; i < G_N_ELEMENTS (usual); i++)
    for (gsize j = 0; g_str_equal (usual[i].field, source->field) && usual[i].words[j] != NULL; j++)
      if (!g_strv_contains (words, _(usual[i].words[j])))
        vel_suggest_offer (source->suggest, _(usual[i].words[j]), NULL, 0);
  if (g_str_equal (source->field, "city"))
    for (const char * const *city = vel_place_list_cities (); *city != NULL; city++)
      if (!g_strv_contains (words, *city))
        vel_suggest_offer (source->suggest, *city, NULL, 0);
}

static void
values_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) words = vel_book_values_finish (VEL_BOOK (object), result, &error);
  Source *source = user_data;

  if (is_late (result))
    return;
  /* Nobody misses suggestions that did not come; the book tells by itself what is wrong with it. */
  if (words == NULL)
    words = g_new0 (char *, 1);
  vel_suggest_clear (source->suggest);
  if (source->lead != NULL)
    source->lead (source->suggest, source->lead_data);
  for (gsize i = 0; words[i] != NULL; i++)
    vel_suggest_offer (source->suggest, words[i], NULL, 0);
  offer_usual (source, (const char * const *) words);
  vel_suggest_update (source->suggest);
}

static void
ask_values_cb (VelSuggest *suggest,
               const char *text,
               Source     *source)
{
  vel_book_values_async (source->book, source->entity, source->field, source->cancellable, values_read_cb, source);
}

/**
 * vel_suggestions_follow:
 * @suggest: what suggests
 * @book: a book
 * @entity: an entity
 * @field: a field of it
 * @lead: (nullable): offers what comes before all others
 * @user_data: given to @lead
 *
 * Lets @suggest offer what other records hold in @field, the most frequent first.
 */
void
vel_suggestions_follow (VelSuggest         *suggest,
                        VelBook            *book,
                        const VelEntity    *entity,
                        const char         *field,
                        VelSuggestionsLead  lead,
                        gpointer            user_data)
{
  Source *source = g_new0 (Source, 1);

  source->suggest = suggest;
  source->book = g_object_ref (book);
  source->entity = entity;
  source->field = g_strdup (field);
  source->lead = lead;
  source->lead_data = user_data;
  source->cancellable = g_cancellable_new ();
  g_signal_connect_data (suggest, "asked", G_CALLBACK (ask_values_cb), source, free_source, G_CONNECT_DEFAULT);
}

/* What tells a record from others of its name. */
static char *
say_detail (VelRecord *record)
{
  static const char * const of_customer[] = { "city", "title", "phone", NULL };
  static const char * const of_product[] = { "category", NULL };
  const VelEntity *entity = vel_record_get_entity (record);
  const char * const *fields = entity == &vel_customer_entity ? of_customer : of_product;

  for (; *fields != NULL; fields++)
    {
      g_autofree char *detail = vel_entity_find_field (entity, *fields) != NULL ? vel_record_format (record, *fields) : NULL;

      if (detail != NULL && *detail != '\0')
        return g_steal_pointer (&detail);
    }
  return NULL;
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = vel_book_find_finish (VEL_BOOK (object), result, &error);
  Source *source = user_data;

  if (is_late (result) || ids == NULL)
    return;
  vel_suggest_clear (source->suggest);
  if (source->lead != NULL)
    source->lead (source->suggest, source->lead_data);
  for (guint i = 0; i < ids->len && i < MAX_RECORDS; i++)
    {
      const gint64 id = g_array_index (ids, gint64, i);
      g_autoptr(VelRecord) record = vel_book_get_record (VEL_BOOK (object), source->entity, id, NULL);
      g_autofree char *detail = record != NULL ? say_detail (record) : NULL;

      if (record != NULL)
        vel_suggest_offer (source->suggest, vel_record_get_text (record, source->entity->name_field), detail, id);
    }
  vel_suggest_update (source->suggest);
}

static void
ask_records_cb (VelSuggest *suggest,
                const char *text,
                Source     *source)
{
  const char * const values[] = { source->kind, NULL };
  g_autoptr(VelFilter) filter = source->kind != NULL ? vel_filter_new (VEL_FILTER_IS, "kind", values) : NULL;
  g_autoptr(VelQuery) query = vel_query_new (source->entity, filter, text, NULL, FALSE);

  g_cancellable_cancel (source->cancellable);
  g_clear_object (&source->cancellable);
  source->cancellable = g_cancellable_new ();
  vel_book_find_async (source->book, query, source->cancellable, found_cb, source);
}

/**
 * vel_suggestions_search:
 * @suggest: what suggests, without a filter of its own
 * @book: a book
 * @entity: an entity whose records have names
 * @kind: (nullable): of customers, "person" or "organisation"
 * @lead: (nullable): offers what comes before all others
 * @user_data: given to @lead
 *
 * Lets @suggest offer the records that a search for the typed text finds; the
 * number given with each is its id.
 */
void
vel_suggestions_search (VelSuggest         *suggest,
                        VelBook            *book,
                        const VelEntity    *entity,
                        const char         *kind,
                        VelSuggestionsLead  lead,
                        gpointer            user_data)
{
  Source *source = g_new0 (Source, 1);

  source->suggest = suggest;
  source->book = g_object_ref (book);
  source->entity = entity;
  source->kind = g_strdup (kind);
  source->lead = lead;
  source->lead_data = user_data;
  source->cancellable = g_cancellable_new ();
  g_signal_connect_data (suggest, "asked", G_CALLBACK (ask_records_cb), source, free_source, G_CONNECT_DEFAULT);
}
