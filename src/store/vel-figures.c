/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-figures.h"

#include "vel-deal.h"
#include "vel-rate.h"
#include "vel-setting.h"
#include "vel-stage.h"

/**
 * VelFigures:
 *
 * The totals of some deals, always as they stand in the book. It lives on the
 * thread that opened the book.
 */
struct _VelFigures
{
  GObject       parent_instance;

  VelBook      *book;         /* (owned) */
  VelQuery     *query;        /* (owned) */
  GArray       *ids;          /* (owned) (nullable) (element-type gint64) */
  VelTotals    *totals;       /* (owned) (nullable): not known yet */
  GError       *error;        /* (owned) (nullable) */
  GCancellable *cancellable;  /* (owned) (nullable): of the question under way */
  guint         idle;         /* until the question is asked */
  gboolean      follows;      /* whether a list tells when deals have changed */
  gboolean      is_stale;     /* whether some have, and perhaps these */
};

enum { PROP_0, PROP_TOTALS, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VelFigures, vel_figures, G_TYPE_OBJECT)

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(VelFigures) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VelTotals) totals = vel_book_totals_finish (VEL_BOOK (object), result, &error);

  if (self->cancellable != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  if (totals != NULL)
    {
      g_clear_pointer (&self->totals, vel_totals_unref);
      self->totals = g_steal_pointer (&totals);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTALS]);
}

static void
load (VelFigures *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  vel_book_totals_async (self->book, self->query, self->ids, self->cancellable, answered_cb, g_object_ref (self));
}

static gboolean
idle_cb (gpointer data)
{
  VelFigures *self = data;

  self->idle = 0;
  load (self);
  return G_SOURCE_REMOVE;
}

static void
load_soon (VelFigures *self)
{
  self->is_stale = FALSE;
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT, idle_cb, self, NULL);
}

/* After the lists, which ask as soon as they hear of a change: what moved is seen before what it adds up to. */
static void
book_changed_cb (VelBook    *book,
                 VelDelta   *delta,
                 VelFigures *self)
{
  if (vel_delta_has_entity (delta, &vel_stage_entity) || vel_delta_has_entity (delta, &vel_rate_entity) ||
      vel_delta_has_entity (delta, &vel_setting_entity) ||
      (vel_delta_has_entity (delta, &vel_deal_entity) && !self->follows))
    load_soon (self);
  else if (vel_delta_has_entity (delta, &vel_deal_entity))
    self->is_stale = TRUE;
}

static void
list_shown_cb (VelFigures *self)
{
  if (self->is_stale)
    load_soon (self);
}

static void
vel_figures_dispose (GObject *object)
{
  VelFigures *self = VEL_FIGURES (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_figures_parent_class)->dispose (object);
}

static void
vel_figures_finalize (GObject *object)
{
  VelFigures *self = VEL_FIGURES (object);

  g_clear_pointer (&self->query, vel_query_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->totals, vel_totals_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (vel_figures_parent_class)->finalize (object);
}

static void
vel_figures_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  if (property_id == PROP_TOTALS)
    g_value_set_boxed (value, VEL_FIGURES (object)->totals);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
vel_figures_class_init (VelFiguresClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vel_figures_dispose;
  object_class->finalize = vel_figures_finalize;
  object_class->get_property = vel_figures_get_property;

  properties[PROP_TOTALS] =
    g_param_spec_boxed ("totals", NULL, NULL, VEL_TYPE_TOTALS,
                        (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vel_figures_init (VelFigures *self)
{
}

/**
 * vel_figures_new:
 * @book: an open book
 * @query: which deals
 *
 * Returns: (transfer full): figures that are not known until the book has answered
 */
VelFigures *
vel_figures_new (VelBook  *book,
                 VelQuery *query)
{
  VelFigures *self = g_object_new (VEL_TYPE_FIGURES, NULL);

  self->book = g_object_ref (book);
  self->query = vel_query_ref (query);
  g_signal_connect_object (book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_DEFAULT);
  load (self);
  return self;
}

/**
 * vel_figures_follow:
 * @self: figures
 * @list: a list of the same deals
 *
 * Lets @list tell when deals of @self have changed: it finds that out in any
 * case, and what does not concern it is not added up anew.
 */
void
vel_figures_follow (VelFigures    *self,
                    VelQueryModel *list)
{
  g_return_if_fail (VEL_IS_FIGURES (self));

  self->follows = TRUE;
  g_signal_connect_object (list, "shown", G_CALLBACK (list_shown_cb), self, G_CONNECT_SWAPPED);
}

/**
 * vel_figures_set_query:
 * @self: figures
 * @query: which deals from now on
 * @ids: (nullable) (element-type gint64): just these, see vel_book_totals_async()
 */
void
vel_figures_set_query (VelFigures *self,
                       VelQuery   *query,
                       GArray     *ids)
{
  g_return_if_fail (VEL_IS_FIGURES (self));

  vel_query_ref (query);
  vel_query_unref (self->query);
  self->query = query;
  g_clear_pointer (&self->ids, g_array_unref);
  self->ids = ids != NULL ? g_array_ref (ids) : NULL;
  load (self);
}

/**
 * vel_figures_get_totals:
 * @self: figures
 *
 * Returns: (transfer none) (nullable): the totals, or %NULL while they are not known
 */
VelTotals *
vel_figures_get_totals (VelFigures *self)
{
  g_return_val_if_fail (VEL_IS_FIGURES (self), NULL);

  return self->totals;
}

/**
 * vel_figures_get_error:
 * @self: figures
 *
 * Returns: (transfer none) (nullable): why the book could not answer
 */
const GError *
vel_figures_get_error (VelFigures *self)
{
  g_return_val_if_fail (VEL_IS_FIGURES (self), NULL);

  return self->error;
}
