/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-records-page-private.h"

#include "vel-book-totals.h"
#include "vel-deal.h"
#include "vel-totals-words.h"

/* The sums of what the page shows, and of what is selected on it, where the
 * records are worth money: each currency by itself. */

/* So long after the last change of the selection its sums are asked for, in milliseconds. */
#define DELAY_MS 60

/* Whether what the page shows is worth money. */
gboolean
vel_records_page_has_sums (VelRecordsPage *self)
{
  return self->look->entity == &vel_deal_entity;
}

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(VelRecordsPage) self = user_data;
  g_autoptr(VelTotals) totals = vel_book_totals_finish (VEL_BOOK (object), result, NULL);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  /* Sums that cannot be had are not shown; the list itself says why. */
  g_clear_pointer (&self->totals, vel_totals_unref);
  self->totals = g_steal_pointer (&totals);
  if (self->model != NULL)
    vel_records_page_show_count (self);
}

/* What a search has found is known by the list alone. */
static GArray *
dup_found (VelRecordsPage *self)
{
  GArray *ids = vel_query_model_get_ids (self->model);

  return *vel_records_page_get_search (self) != '\0' && ids != NULL ? g_array_ref (ids) : NULL;
}

static void
add_shown (VelRecordsPage *self)
{
  g_autoptr(GArray) found = dup_found (self);

  if (self->adding != NULL)
    g_cancellable_cancel (self->adding);
  g_clear_object (&self->adding);
  self->adding = g_cancellable_new ();
  vel_book_totals_async (self->book, vel_query_model_get_query (self->model), found, self->adding, added_cb,
                         g_object_ref (self));
}

static void
selected_added_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(VelRecordsPage) self = user_data;
  g_autoptr(VelTotals) totals = vel_book_totals_finish (VEL_BOOK (object), result, NULL);
  g_autofree char *sums = NULL;
  g_autofree char *all = NULL;

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))) || self->selection_bar == NULL)
    return;
  sums = totals != NULL ? vel_totals_format_sum (totals) : NULL;
  all = totals != NULL ? vel_totals_words_say (totals) : NULL;
  vel_selection_bar_set_sums (self->selection_bar, sums, all);
}

static gboolean
add_selected_cb (gpointer data)
{
  VelRecordsPage *self = data;
  g_autoptr(GArray) ids = vel_id_selection_dup_ids (self->selection);

  self->adding_soon = 0;
  self->adding_selected = g_cancellable_new ();
  vel_book_totals_async (self->book, vel_query_model_get_query (self->model), ids, self->adding_selected,
                         selected_added_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/* Brings the sums of what is selected up to date. */
void
vel_records_page_add_selected (VelRecordsPage *self)
{
  g_clear_handle_id (&self->adding_soon, g_source_remove);
  if (self->adding_selected != NULL)
    g_cancellable_cancel (self->adding_selected);
  g_clear_object (&self->adding_selected);
  if (self->selection != NULL && vel_records_page_has_sums (self) && vel_id_selection_get_n_selected (self->selection) > 0)
    self->adding_soon = g_timeout_add (DELAY_MS, add_selected_cb, self);
}

static void
shown_cb (VelRecordsPage *self)
{
  add_shown (self);
  vel_records_page_add_selected (self);
}

/* Keeps the sums of what is shown up to date. */
void
vel_records_page_watch_totals (VelRecordsPage *self)
{
  if (vel_records_page_has_sums (self))
    g_signal_connect_object (self->model, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
}
