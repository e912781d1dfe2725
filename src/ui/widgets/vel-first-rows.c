/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-first-rows.h"

/* GTK makes some two hundred rows for a list of any length before it is first
 * drawn. So a list begins with as many as fill a screen, and more follow, some
 * with each frame, until GTK would make no more of them. */

#define N_FIRST 16
#define N_MORE  16
#define N_MADE  256

/* A list that stands beside many others keeps fewer, and more follow when the
 * end of those comes near, so many screens before it is reached. */
#define N_KEPT  48
#define N_AHEAD 3

typedef struct
{
  VelQueryModel *model;  /* (owned) */
  guint          limit;
} Growth;

static void
growth_free (gpointer data)
{
  Growth *growth = data;

  g_object_unref (growth->model);
  g_free (growth);
}

static gboolean
tick_cb (GtkWidget     *view,
         GdkFrameClock *clock,
         gpointer       data)
{
  Growth *growth = data;

  /* The first tick comes before the first frame is drawn. */
  if (growth->limit == 0)
    {
      growth->limit = N_FIRST;
      return G_SOURCE_CONTINUE;
    }
  /* The second asks for the rest, which comes later. */
  if (growth->limit > N_FIRST && vel_query_model_is_loading (growth->model))
    return G_SOURCE_CONTINUE;
  growth->limit += N_MORE;
  if (growth->limit < N_MADE &&
      (growth->limit < vel_query_model_get_total (growth->model) || vel_query_model_is_loading (growth->model)))
    {
      vel_query_model_set_limit (growth->model, growth->limit);
      return G_SOURCE_CONTINUE;
    }
  vel_query_model_set_limit (growth->model, 0);
  return G_SOURCE_REMOVE;
}

static void
shown_cb (VelQueryModel *model,
          GtkWidget     *view)
{
  Growth *growth = g_new0 (Growth, 1);

  g_signal_handlers_disconnect_by_func (model, shown_cb, view);
  growth->model = g_object_ref (model);
  gtk_widget_add_tick_callback (view, tick_cb, growth, growth_free);
}

/**
 * vel_first_rows_new_model:
 * @view: the view that is going to show it
 * @book: an open book
 * @query: what to show
 *
 * Makes a list with which the view draws its first frame soon, for it begins
 * with the first rows only.
 *
 * Returns: (transfer full): the list
 */
VelQueryModel *
vel_first_rows_new_model (GtkWidget *view,
                          VelBook   *book,
                          VelQuery  *query)
{
  VelQueryModel *model;

  g_return_val_if_fail (GTK_IS_WIDGET (view), NULL);

  model = vel_query_model_new_limited (book, query, N_FIRST);
  g_signal_connect_object (model, "shown", G_CALLBACK (shown_cb), view, G_CONNECT_DEFAULT);
  return model;
}

/* Near the end of what there is, there is more. */
static void
scrolled_cb (GtkAdjustment *adjustment,
             VelQueryModel *model)
{
  const guint n_items = g_list_model_get_n_items (G_LIST_MODEL (model));

  if (n_items < vel_query_model_get_total (model) &&
      gtk_adjustment_get_value (adjustment) + N_AHEAD * gtk_adjustment_get_page_size (adjustment) >
        gtk_adjustment_get_upper (adjustment))
    vel_query_model_set_limit (model, MAX (n_items, N_KEPT) + N_KEPT);
}

static gboolean
keep_cb (GtkWidget     *view,
         GdkFrameClock *clock,
         gpointer       data)
{
  Growth *growth = data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  /* The first tick comes before the first frame is drawn. */
  if (growth->limit++ == 0)
    return G_SOURCE_CONTINUE;
  vel_query_model_set_limit (growth->model, N_KEPT);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), growth->model, G_CONNECT_DEFAULT);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled_cb), growth->model, G_CONNECT_DEFAULT);
  return G_SOURCE_REMOVE;
}

static void
shown_growing_cb (VelQueryModel *model,
                  GtkWidget     *view)
{
  Growth *growth = g_new0 (Growth, 1);

  g_signal_handlers_disconnect_by_func (model, shown_growing_cb, view);
  growth->model = g_object_ref (model);
  gtk_widget_add_tick_callback (view, keep_cb, growth, growth_free);
}

/**
 * vel_first_rows_new_growing:
 * @view: the view that is going to show it, in a scrolled window
 * @book: an open book
 * @query: what to show
 *
 * As vel_first_rows_new_model(), for one of many lists side by side: it has a
 * limit for good, which grows as the user scrolls towards its end.
 *
 * Returns: (transfer full): the list
 */
VelQueryModel *
vel_first_rows_new_growing (GtkWidget *view,
                            VelBook   *book,
                            VelQuery  *query)
{
  VelQueryModel *model;

  g_return_val_if_fail (GTK_IS_SCROLLABLE (view), NULL);

  model = vel_query_model_new_limited (book, query, N_FIRST);
  g_signal_connect_object (model, "shown", G_CALLBACK (shown_growing_cb), view, G_CONNECT_DEFAULT);
  return model;
}
