/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-new-deal-private.h"

#include "vel-customer.h"
#include "vel-pipeline.h"
#include "vel-stage.h"
#include "vel-suggestions.h"
#include "vel-text.h"

/* For whom a new deal is, and where it begins. */

/* Whether it is known who is meant by what stands there. */
gboolean
vel_new_deal_knows_who (VelNewDeal *self)
{
  return g_strcmp0 (self->customer_name, vel_new_deal_get_text (self, CUSTOMER)) == 0;
}

static void
stop_looking (VelNewDeal *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

static void
know (VelNewDeal *self,
      gint64      customer,
      guint       n_namesakes)
{
  g_free (self->customer_name);
  self->customer_name = g_strdup (vel_new_deal_get_text (self, CUSTOMER));
  self->customer = customer;
  self->n_namesakes = n_namesakes;
  vel_new_deal_refresh_note (self);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(VelNewDeal) self = user_data;
  g_autoptr(GArray) ids = vel_book_find_finish (VEL_BOOK (object), result, NULL);
  g_autofree char *wanted = NULL;
  gint64 customer = 0;
  guint n = 0;

  if (self->looking == NULL || self->looking != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->looking);
  wanted = vel_text_fold (vel_new_deal_get_text (self, CUSTOMER));
  g_strstrip (wanted);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr(VelRecord) record = vel_book_get_record (self->book, &vel_customer_entity,
                                                         g_array_index (ids, gint64, i), NULL);
      const char *name = record != NULL ? vel_record_get_text (record, "name") : NULL;
      g_autofree char *fold = name != NULL ? vel_text_fold (name) : NULL;

      if (g_strcmp0 (fold, wanted) == 0 && n++ == 0)
        customer = vel_record_get_id (record);
    }
  know (self, n == 1 ? customer : 0, n);
  if (self->adds_then)
    vel_new_deal_add (self);
}

/* Looks who is called what stands there; the answer comes later. */
void
vel_new_deal_look (VelNewDeal *self)
{
  const char *text = vel_new_deal_get_text (self, CUSTOMER);
  g_autofree char *name = g_strstrip (g_strdup (text));
  g_autoptr(VelQuery) query = NULL;

  stop_looking (self);
  if (*name == '\0' || vel_new_deal_knows_who (self))
    {
      vel_new_deal_refresh_note (self);
      return;
    }
  query = vel_query_new (&vel_customer_entity, NULL, name, NULL, FALSE);
  self->looking = g_cancellable_new ();
  vel_book_find_async (self->book, query, self->looking, found_cb, g_object_ref (self));
}

static void
picked_cb (VelNewDeal *self,
           const char *text,
           gint64      id)
{
  stop_looking (self);
  know (self, id, 1);
}

void
vel_new_deal_bind_customer (VelNewDeal *self)
{
  GtkWidget *entry = self->entries[CUSTOMER];

  self->suggestions = vel_suggest_new (entry, GTK_EDITABLE (entry), FALSE);
  vel_suggestions_search (self->suggestions, self->book, &vel_customer_entity, NULL, NULL, NULL);
  g_signal_connect_object (self->suggestions, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
}

/* Puts in a customer who is in the book. */
void
vel_new_deal_set_customer (VelNewDeal *self,
                           gint64      customer)
{
  g_autoptr(VelRecord) record = vel_book_get_record (self->book, &vel_customer_entity, customer, NULL);
  const char *name = record != NULL ? vel_record_get_text (record, "name") : NULL;

  if (name == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entries[CUSTOMER]), name);
  picked_cb (self, name, customer);
}

static void
offer_stages_of (VelNewDeal    *self,
                 gint64         pipeline,
                 GtkStringList *names)
{
  const gboolean several = g_list_model_get_n_items (G_LIST_MODEL (self->pipelines)) > 1;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->stages)); i++)
    {
      g_autoptr(VelRow) row = g_list_model_get_item (G_LIST_MODEL (self->stages), i);
      VelRecord *stage = vel_row_get_record (row);
      const gint64 id = vel_row_get_id (row);
      g_autofree char *name = NULL;

      if (stage == NULL || vel_record_get_integer (stage, "pipeline") != pipeline)
        continue;
      name = several ? g_strdup_printf ("%s · %s", vel_record_get_text (stage, "pipeline_name"),
                                        vel_record_get_text (stage, "name"))
                     : g_strdup (vel_record_get_text (stage, "name"));
      gtk_string_list_append (names, name);
      g_array_append_val (self->stage_ids, id);
    }
}

static void
shown_cb (VelNewDeal *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  const gint64 chosen = self->stage_ids->len > 0 ? vel_new_deal_get_stage (self) : self->wanted_stage;
  guint position = 0;

  g_array_set_size (self->stage_ids, 0);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->pipelines)); i++)
    offer_stages_of (self, vel_query_model_get_id (self->pipelines, i), names);
  for (guint i = 0; i < self->stage_ids->len; i++)
    if (g_array_index (self->stage_ids, gint64, i) == chosen)
      position = i;
  adw_combo_row_set_model (self->stage, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->stage, position);
}

void
vel_new_deal_follow_stages (VelNewDeal *self)
{
  const char * const archived[] = { "1", NULL };
  g_autoptr(VelFilter) in_use = vel_filter_new (VEL_FILTER_IS_NOT, "archived", archived);
  g_autoptr(VelQuery) pipelines = vel_query_new (&vel_pipeline_entity, in_use, NULL, "position", FALSE);
  g_autoptr(VelQuery) stages = vel_query_new (&vel_stage_entity, NULL, NULL, "position", FALSE);

  self->pipelines = vel_query_model_new (self->book, pipelines);
  self->stages = vel_query_model_new (self->book, stages);
  g_signal_connect_object (self->pipelines, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stages, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
}

/* The stage that is chosen, or 0 for the first one that there is. */
gint64
vel_new_deal_get_stage (VelNewDeal *self)
{
  const guint position = adw_combo_row_get_selected (self->stage);

  if (position >= self->stage_ids->len)
    return self->wanted_stage;
  return g_array_index (self->stage_ids, gint64, position);
}
