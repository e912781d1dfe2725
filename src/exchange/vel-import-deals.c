/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vel-customer.h"
#include "vel-deal-words.h"
#include "vel-deal.h"
#include "vel-import-customers.h"
#include "vel-import-deal.h"
#include "vel-import-error.h"
#include "vel-import-kind.h"
#include "vel-import-names.h"
#include "vel-import-stages.h"
#include "vel-lost-reason.h"
#include "vel-money.h"
#include "vel-product.h"
#include "vel-text.h"

/* The import of deals. A deal is known again by its number in the files it comes
 * from; where there is none, by its title and its customer, each deal of the
 * book once. What a row speaks of is found before anything is written of it. */

typedef struct
{
  VelImportWriter    *writer;     /* (not owned) */
  VelImportCustomers *customers;  /* (owned) */
  VelImportStages    *stages;     /* (owned) */
  VelImportNames     *products;   /* (owned) */
  VelImportNames     *reasons;    /* (owned) */
  GHashTable         *by_code;    /* (owned) (element-type utf8 gint64): below zero for rows of this file */
  GHashTable         *by_title;   /* (owned) (element-type utf8 GArray): the deals without a number of a title and a customer */
  GHashTable         *unknown;    /* (owned) (element-type utf8): customers that have been told of */
  GHashTable         *missing;    /* (owned) (element-type utf8): stages that have been told of */
  gint64              nobody;     /* the customer of deals without one; 0 as long as none was needed */
} Deals;

/* What a row speaks of. */
typedef struct
{
  gint64   id;            /* the deal, 0 for a new one */
  gint64   customer;      /* 0 for one to be added, if the row names one */
  gint64   contact;       /* the same */
  gint64   pipeline;
  gint64   stage;         /* 0 for one to be added, if the row names one */
  gboolean is_nobody;     /* whether it is filed under the customer of those without one */
} Found;

static void
end (gpointer state)
{
  Deals *self = state;

  g_clear_pointer (&self->customers, vel_import_customers_free);
  g_clear_pointer (&self->stages, vel_import_stages_free);
  g_clear_pointer (&self->products, vel_import_names_free);
  g_clear_pointer (&self->reasons, vel_import_names_free);
  g_hash_table_unref (self->by_code);
  g_hash_table_unref (self->by_title);
  g_hash_table_unref (self->unknown);
  g_hash_table_unref (self->missing);
  g_free (self);
}

static char *
make_title_key (const char *title,
                gint64      customer)
{
  g_autofree char *fold = vel_text_fold (title);

  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", customer, fold);
}

static void
remember (Deals      *self,
          const char *code,
          const char *title,
          gint64      customer,
          gint64      id)
{
  g_autofree char *key = code != NULL ? vel_text_fold (code) : make_title_key (title, customer);
  GArray *ids;

  if (code != NULL)
    {
      g_hash_table_insert (self->by_code, g_steal_pointer (&key), g_memdup2 (&id, sizeof id));
      return;
    }
  ids = g_hash_table_lookup (self->by_title, key);
  if (ids == NULL)
    {
      ids = g_array_new (FALSE, FALSE, sizeof id);
      g_hash_table_insert (self->by_title, g_steal_pointer (&key), ids);
    }
  g_array_append_val (ids, id);
}

static gboolean
load_deals (Deals         *self,
            GCancellable  *cancellable,
            GError       **error)
{
  VelImportWriter *writer = self->writer;
  g_autoptr(VelQuery) query = vel_query_new (&vel_deal_entity, NULL, NULL, "id", FALSE);
  g_autoptr(GArray) ids = vel_book_find (writer->book, query, error);
  const guint code = vel_entity_field_index (&vel_deal_entity, "code");
  const guint title = vel_entity_field_index (&vel_deal_entity, "title");
  const guint customer = vel_entity_field_index (&vel_deal_entity, "customer");

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      const gint64 id = g_array_index (ids, gint64, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !vel_import_writer_read (writer, id, error))
        return FALSE;
      remember (self, writer->values[code].text, writer->values[title].text, writer->values[customer].integer, id);
    }
  return ids != NULL;
}

static gpointer
begin (VelImportWriter  *writer,
       GCancellable     *cancellable,
       GError          **error)
{
  Deals *self = g_new0 (Deals, 1);
  const gint64 pipeline = writer->options->pipeline;

  self->writer = writer;
  self->by_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->by_title = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->missing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if ((self->customers = vel_import_customers_new (writer, TRUE, cancellable, error)) != NULL &&
      (self->stages = vel_import_stages_new (writer, error)) != NULL &&
      (self->products = vel_import_names_new (writer, &vel_product_entity, error)) != NULL &&
      (self->reasons = vel_import_names_new (writer, &vel_lost_reason_entity, error)) != NULL &&
      load_deals (self, cancellable, error))
    {
      if (pipeline == 0 || vel_import_stages_has_pipeline (self->stages, pipeline))
        return self;
      g_set_error_literal (error, VEL_STORE_ERROR, VEL_STORE_ERROR_NOT_FOUND, _("This pipeline is gone."));
    }
  end (self);
  return NULL;
}

static gboolean G_GNUC_PRINTF (2, 3)
complain (GError     **complaint,
          const char  *format,
          ...)
{
  va_list args;

  va_start (args, format);
  *complaint = g_error_new_valist (VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_ROW, format, args);
  va_end (args);
  return FALSE;
}

static void
tell_once (GHashTable *told,
           GPtrArray  *list,
           const char *name)
{
  if (g_hash_table_add (told, vel_text_fold (name)))
    g_ptr_array_add (list, g_strdup (name));
}

/* Whether the book has a customer of that id. */
static gboolean
find_id (Deals       *self,
         const char  *text,
         gint64      *id)
{
  guint64 number;
  g_autoptr(VelRecord) record = NULL;

  *id = 0;
  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &number, NULL))
    return FALSE;
  record = vel_book_get_record (self->writer->book, &vel_customer_entity, (gint64) number, NULL);
  if (record != NULL)
    *id = (gint64) number;
  return record != NULL;
}

/* Who is meant: an id that is told, an e-mail address, a number, a name, or an
 * id in the place of the name. */
static gboolean
find_party (Deals                 *self,
            const VelImportParty  *party,
            gint64                *id,
            GError               **complaint)
{
  VelImportWriter *writer = self->writer;
  const gboolean may_create = writer->options->unknown_customers == VEL_IMPORT_UNKNOWN_CREATE;
  gboolean is_shared;

  if (party->id != NULL && !find_id (self, party->id, id))
    return complain (complaint, _("There is no customer with the id %s."), party->id);
  if (party->id != NULL)
    return TRUE;
  *id = vel_import_customers_find (self->customers, party->name, party->email, party->phone, &is_shared);
  if (*id != 0 || (party->name != NULL && find_id (self, party->name, id)))
    return TRUE;
  if (is_shared)
    return complain (complaint, _("There are several customers called “%s”, and nothing tells which of them is meant."),
                     party->name);
  if (may_create)
    return TRUE;
  tell_once (self->unknown, writer->report->unknown_customers, vel_import_party_say (party));
  return complain (complaint, _("There is no customer “%s” in the book."), vel_import_party_say (party));
}

static gboolean
find_customers (Deals          *self,
                VelImportDeal  *deal,
                Found          *found,
                guint          *bad_column,
                GError        **complaint)
{
  if (vel_import_party_is_empty (&deal->customer))
    {
      self->writer->report->without_customer++;
      *bad_column = deal->customer.column;
      /* What is there already has one. */
      if (found->id != 0)
        return TRUE;
      found->is_nobody = self->writer->options->no_customer != NULL;
      return found->is_nobody || vel_import_row_fail (complaint, _("The row names no customer."));
    }
  *bad_column = deal->customer.column;
  if (!find_party (self, &deal->customer, &found->customer, complaint))
    return FALSE;
  *bad_column = deal->contact.column;
  return vel_import_party_is_empty (&deal->contact) || find_party (self, &deal->contact, &found->contact, complaint);
}

/* The pipeline that was chosen, else that of the row, that of the deal, or the first. */
static gboolean
find_pipeline (Deals          *self,
               VelImportDeal  *deal,
               Found          *found,
               GError        **complaint)
{
  const guint stage = vel_entity_field_index (&vel_deal_entity, "stage");

  if (self->writer->options->pipeline != 0)
    found->pipeline = self->writer->options->pipeline;
  else if (deal->pipeline == NULL && found->id > 0)
    found->pipeline = vel_import_stages_pipeline_of (self->stages, self->writer->values[stage].integer);
  else
    found->pipeline = vel_import_stages_find_pipeline (self->stages, deal->pipeline);
  return found->pipeline != 0 || complain (complaint, _("There is no pipeline “%s”."), deal->pipeline);
}

static gboolean
find_stage (Deals          *self,
            VelImportDeal  *deal,
            Found          *found,
            guint          *bad_column,
            GError        **complaint)
{
  const char *status = vel_import_row_text (&deal->row, "status");
  const gboolean is_open = g_str_equal (status, "open");

  *bad_column = deal->pipeline_column;
  if (!find_pipeline (self, deal, found, complaint))
    return FALSE;
  *bad_column = deal->stage_column;
  if (deal->stage != NULL)
    {
      found->stage = vel_import_stages_find (self->stages, found->pipeline, deal->stage);
      if (found->stage != 0)
        return TRUE;
      /* "Open" is no stage unless there is one that is called so. */
      if (vel_deal_words_find_status (deal->stage) == NULL)
        {
          if (self->writer->options->create_stages)
            return TRUE;
          tell_once (self->missing, self->writer->report->missing_stages, deal->stage);
          return complain (complaint, _("There is no stage “%s” in its pipeline."), deal->stage);
        }
      g_clear_pointer (&deal->stage, g_free);
    }
  if (found->id != 0)
    return TRUE;
  found->stage = is_open ? vel_import_stages_get_first (self->stages, found->pipeline)
                         : vel_import_stages_get_last (self->stages, found->pipeline);
  return found->stage != 0 || complain (complaint, _("The pipeline “%s” has no stages."),
                                        vel_import_stages_name_pipeline (self->stages, found->pipeline));
}

/* The deal of which the row speaks, whose values the writer then holds. */
static gboolean
find_deal (Deals          *self,
           VelImportDeal  *deal,
           Found          *found,
           GError        **complaint,
           GError        **error)
{
  const char *code = vel_import_row_text (&deal->row, "code");
  g_autofree char *key = code != NULL ? vel_text_fold (code) : NULL;
  const gint64 *id = key != NULL ? g_hash_table_lookup (self->by_code, key) : NULL;

  found->id = id != NULL ? *id : 0;
  if (found->id < 0)
    {
      complain (complaint, _("Another row of the table has the number “%s” already."), code);
      return TRUE;
    }
  return found->id == 0 || vel_import_writer_read (self->writer, found->id, error);
}

/* Of rows without a number: the next deal of that title and customer. */
static gboolean
find_by_title (Deals          *self,
               VelImportDeal  *deal,
               Found          *found,
               GError        **error)
{
  g_autofree char *key = NULL;
  GArray *ids;

  if (vel_import_row_text (&deal->row, "code") != NULL || found->customer <= 0)
    return TRUE;
  key = make_title_key (vel_import_row_text (&deal->row, "title"), found->customer);
  ids = g_hash_table_lookup (self->by_title, key);
  if (ids == NULL || ids->len == 0)
    return TRUE;
  found->id = g_array_index (ids, gint64, 0);
  g_array_remove_index (ids, 0);
  return vel_import_writer_read (self->writer, found->id, error);
}

/* What the deal will be must hold together, or the whole import would fail. */
static gboolean
check_update (Deals          *self,
              VelImportDeal  *deal,
              GError        **complaint)
{
  const VelEntity *entity = &vel_deal_entity;
  const VelValue *held = self->writer->values;
  const char *currency = held[vel_entity_field_index (entity, "currency")].text;
  g_autofree VelValue *merged = g_new0 (VelValue, entity->n_fields);
  VelValue *amount = vel_import_row_value (&deal->row, "amount");
  const guint64 unsaid = deal->row.unsaid;

  /* A sum without a currency is in that of the deal. */
  if (deal->amount != NULL && (unsaid & (G_GUINT64_CONSTANT (1) << vel_entity_field_index (entity, "currency"))) != 0 &&
      !vel_money_parse (deal->amount, currency, &amount->integer, NULL, complaint))
    return FALSE;
  for (guint i = 0; i < entity->n_fields; i++)
    merged[i] = deal->row.values[i].kind != VEL_VALUE_NULL && (unsaid & (G_GUINT64_CONSTANT (1) << i)) == 0
                  ? deal->row.values[i] : held[i];
  return entity->check (merged, complaint);
}

static gint64
ensure_party (Deals                *self,
              const VelImportParty *party,
              gint64                id,
              gboolean              is_organisation)
{
  if (id != 0)
    return id;
  tell_once (self->unknown, self->writer->report->unknown_customers, vel_import_party_say (party));
  return vel_import_customers_add (self->customers, party->name, party->email, party->phone, is_organisation);
}

static gint64
ensure_nobody (Deals *self)
{
  const char *name = self->writer->options->no_customer;
  gboolean is_shared;

  if (self->nobody == 0)
    self->nobody = vel_import_customers_find (self->customers, name, NULL, NULL, &is_shared);
  if (self->nobody == 0)
    self->nobody = vel_import_customers_add (self->customers, name, NULL, NULL, TRUE);
  return self->nobody;
}

/* Nothing is in the way of the row any more: what it needs is added, and the links are made. */
static void
put_links (Deals         *self,
           VelImportDeal *deal,
           const Found   *found)
{
  VelImportRow *row = &deal->row;
  VelImportReport *report = self->writer->report;
  const gboolean has_contact = !vel_import_party_is_empty (&deal->contact);

  if (found->is_nobody)
    vel_value_set_integer (vel_import_row_value (row, "customer"), ensure_nobody (self));
  else if (!vel_import_party_is_empty (&deal->customer))
    vel_value_set_integer (vel_import_row_value (row, "customer"),
                           ensure_party (self, &deal->customer, found->customer,
                                         has_contact || deal->customer.is_organisation));
  if (has_contact)
    vel_value_set_integer (vel_import_row_value (row, "contact"),
                           ensure_party (self, &deal->contact, found->contact, FALSE));
  if (deal->stage != NULL)
    vel_value_set_integer (vel_import_row_value (row, "stage"),
                           vel_import_stages_ensure (self->stages, found->pipeline, deal->stage));
  else if (found->stage != 0)
    vel_value_set_integer (vel_import_row_value (row, "stage"), found->stage);
  if (deal->product != NULL)
    vel_value_set_integer (vel_import_row_value (row, "product"),
                           vel_import_names_ensure (self->products, deal->product, report->new_products));
  if (deal->lost_reason != NULL)
    vel_value_set_integer (vel_import_row_value (row, "lost_reason"),
                           vel_import_names_ensure (self->reasons, deal->lost_reason, report->new_reasons));
}

static void
create (Deals         *self,
        VelImportDeal *deal)
{
  g_autofree char *code = g_strdup (vel_import_row_text (&deal->row, "code"));
  gint64 id;

  if (vel_value_is_empty (vel_import_row_value (&deal->row, "currency")))
    vel_value_set_text (vel_import_row_value (&deal->row, "currency"), self->writer->home);
  id = vel_import_writer_create (self->writer, &deal->row);
  if (code != NULL)
    remember (self, code, NULL, 0, id);
}

static gboolean
add (gpointer        state,
     VelImportRow   *row,
     VelImportFate  *fate,
     guint          *bad_column,
     GError        **complaint,
     GError        **error)
{
  Deals *self = state;
  VelImportDeal *deal = (VelImportDeal *) row;
  Found found = { 0 };

  if (!find_deal (self, deal, &found, complaint, error))
    return FALSE;
  if (*complaint != NULL || !find_customers (self, deal, &found, bad_column, complaint))
    return TRUE;
  if (found.id == 0 && !find_by_title (self, deal, &found, error))
    return FALSE;
  if (!find_stage (self, deal, &found, bad_column, complaint) ||
      (found.id != 0 && !check_update (self, deal, complaint)))
    return TRUE;
  put_links (self, deal, &found);
  if (found.id == 0)
    {
      create (self, deal);
      *fate = VEL_IMPORT_CREATED;
      return TRUE;
    }
  *fate = vel_import_writer_update (self->writer, row, found.id) ? VEL_IMPORT_UPDATED : VEL_IMPORT_UNCHANGED;
  return TRUE;
}

const VelImportKind vel_import_deal_kind = {
  &vel_deal_entity, vel_import_deal_read, vel_import_deal_free, begin, end, add
};
