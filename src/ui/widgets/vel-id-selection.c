/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-id-selection.h"

/**
 * VelIdSelection:
 *
 * Which of the records in a #VelQueryModel are selected; any number may be.
 * What is selected is a record, not a place: it stays selected when its row
 * moves, and is no longer when the list does not show it any more, so that
 * nothing is ever done to what nobody sees. No row is made and no record read
 * to select it, so to select a million takes no longer than to select one.
 *
 * GtkMultiSelection would read every row, and lose those that move.
 */
struct _VelIdSelection
{
  GObject        parent_instance;

  VelQueryModel *model;       /* (owned) */
  GtkBitset     *selected;    /* (owned): places in the list as it is now */
  GArray        *ids;         /* (owned): what was in the list when it last stood still */
  GtkBitset     *before;      /* (owned) (nullable): places in @ids, while the list changes */
  guint          n_selected;  /* as was last told */
};

enum { PROP_0, PROP_MODEL, PROP_N_SELECTED, N_PROPS };

static GParamSpec *properties[N_PROPS];

static void list_model_iface_init (GListModelInterface *iface);
static void selection_model_iface_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VelIdSelection, vel_id_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_iface_init))

static void
tell_n_selected (VelIdSelection *self)
{
  const guint n_selected = gtk_bitset_get_size (self->selected);

  if (self->n_selected == n_selected)
    return;
  self->n_selected = n_selected;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
}

/* Selects these places and no others, and tells the views which differ. */
static void
take_selected (VelIdSelection *self,
               GtkBitset      *selected)
{
  g_autoptr(GtkBitset) differ = gtk_bitset_copy (self->selected);

  gtk_bitset_difference (differ, selected);
  gtk_bitset_unref (self->selected);
  self->selected = selected;
  if (!gtk_bitset_is_empty (differ))
    {
      const guint first = gtk_bitset_get_minimum (differ);

      gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first,
                                             gtk_bitset_get_maximum (differ) - first + 1);
    }
  tell_n_selected (self);
}

/* The places in NOW of those records that stand in WAS at the places in SELECTED. */
static GtkBitset *
find_places (GArray    *was,
             GtkBitset *selected,
             GArray    *now,
             guint      n_now)
{
  GtkBitset *places = gtk_bitset_new_empty ();
  g_autoptr(GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  GtkBitsetIter iter;
  guint position;

  for (gboolean ok = gtk_bitset_iter_init_first (&iter, selected, &position);
       ok && position < was->len;
       ok = gtk_bitset_iter_next (&iter, &position))
    g_hash_table_add (ids, &g_array_index (was, gint64, position));
  for (guint i = 0; i < n_now; i++)
    if (g_hash_table_contains (ids, &g_array_index (now, gint64, i)))
      gtk_bitset_add (places, i);
  return places;
}

/* The list shows another answer: what is selected is found again in it. */
static void
shown_cb (VelIdSelection *self)
{
  g_autoptr(GtkBitset) before = g_steal_pointer (&self->before);
  g_autoptr(GArray) was = self->ids;

  self->ids = g_array_ref (vel_query_model_get_ids (self->model));
  if (before == NULL)
    before = gtk_bitset_ref (self->selected);
  if (!gtk_bitset_is_empty (before))
    take_selected (self, find_places (was, before, self->ids, g_list_model_get_n_items (G_LIST_MODEL (self->model))));
}

/* What does not move with the list is found again when the list stands still. */
static void
items_changed_cb (VelIdSelection *self,
                  guint           position,
                  guint           removed,
                  guint           added)
{
  if (self->before == NULL && vel_query_model_get_ids (self->model) != self->ids)
    self->before = gtk_bitset_copy (self->selected);
  gtk_bitset_splice (self->selected, position, removed, added);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  /* More or fewer of the same are shown, and nothing else will be told. */
  if (self->before == NULL)
    tell_n_selected (self);
}

static GType
vel_id_selection_get_item_type (GListModel *list)
{
  return g_list_model_get_item_type (G_LIST_MODEL (VEL_ID_SELECTION (list)->model));
}

static guint
vel_id_selection_get_n_items (GListModel *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (VEL_ID_SELECTION (list)->model));
}

static gpointer
vel_id_selection_get_item (GListModel *list,
                           guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (VEL_ID_SELECTION (list)->model), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = vel_id_selection_get_item_type;
  iface->get_n_items = vel_id_selection_get_n_items;
  iface->get_item = vel_id_selection_get_item;
}

static gboolean
vel_id_selection_is_selected (GtkSelectionModel *model,
                              guint              position)
{
  return gtk_bitset_contains (VEL_ID_SELECTION (model)->selected, position);
}

static GtkBitset *
vel_id_selection_get_selection_in_range (GtkSelectionModel *model,
                                         guint              position,
                                         guint              n_items)
{
  return gtk_bitset_ref (VEL_ID_SELECTION (model)->selected);
}

/* All other ways to select end here. */
static gboolean
vel_id_selection_set_selection (GtkSelectionModel *model,
                                GtkBitset         *selected,
                                GtkBitset         *mask)
{
  VelIdSelection *self = VEL_ID_SELECTION (model);
  const guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  GtkBitset *after = gtk_bitset_copy (self->selected);
  g_autoptr(GtkBitset) asked = gtk_bitset_copy (selected);

  gtk_bitset_intersect (asked, mask);
  gtk_bitset_subtract (after, mask);
  gtk_bitset_union (after, asked);
  if (!gtk_bitset_is_empty (after) && gtk_bitset_get_maximum (after) >= n_items)
    gtk_bitset_remove_range_closed (after, n_items, G_MAXUINT);
  take_selected (self, after);
  return TRUE;
}

static void
selection_model_iface_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = vel_id_selection_is_selected;
  iface->get_selection_in_range = vel_id_selection_get_selection_in_range;
  iface->set_selection = vel_id_selection_set_selection;
}

static void
vel_id_selection_dispose (GObject *object)
{
  VelIdSelection *self = VEL_ID_SELECTION (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (vel_id_selection_parent_class)->dispose (object);
}

static void
vel_id_selection_finalize (GObject *object)
{
  VelIdSelection *self = VEL_ID_SELECTION (object);

  g_clear_pointer (&self->selected, gtk_bitset_unref);
  g_clear_pointer (&self->before, gtk_bitset_unref);
  g_clear_pointer (&self->ids, g_array_unref);

  G_OBJECT_CLASS (vel_id_selection_parent_class)->finalize (object);
}

static void
vel_id_selection_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  VelIdSelection *self = VEL_ID_SELECTION (object);

  switch (property_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;

    case PROP_N_SELECTED:
      g_value_set_uint (value, self->n_selected);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_id_selection_class_init (VelIdSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = vel_id_selection_dispose;
  object_class->finalize = vel_id_selection_finalize;
  object_class->get_property = vel_id_selection_get_property;

  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, VEL_TYPE_QUERY_MODEL, flags);
  properties[PROP_N_SELECTED] = g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vel_id_selection_init (VelIdSelection *self)
{
  self->selected = gtk_bitset_new_empty ();
}

/**
 * vel_id_selection_new:
 * @model: a list
 *
 * Returns: (transfer full): the same list, of which nothing is selected yet
 */
VelIdSelection *
vel_id_selection_new (VelQueryModel *model)
{
  VelIdSelection *self = g_object_new (VEL_TYPE_ID_SELECTION, NULL);

  self->model = g_object_ref (model);
  self->ids = g_array_ref (vel_query_model_get_ids (model));
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_signal_connect_swapped (model, "shown", G_CALLBACK (shown_cb), self);
  return self;
}

/**
 * vel_id_selection_get_model:
 * @self: a selection
 *
 * Returns: (transfer none): the list it selects from
 */
VelQueryModel *
vel_id_selection_get_model (VelIdSelection *self)
{
  g_return_val_if_fail (VEL_IS_ID_SELECTION (self), NULL);

  return self->model;
}

/**
 * vel_id_selection_get_n_selected:
 * @self: a selection
 *
 * Returns: how many records are selected
 */
guint
vel_id_selection_get_n_selected (VelIdSelection *self)
{
  g_return_val_if_fail (VEL_IS_ID_SELECTION (self), 0);

  return self->n_selected;
}

/**
 * vel_id_selection_dup_ids:
 * @self: a selection
 *
 * Returns: (transfer full) (element-type gint64): the records that are
 *   selected, in the order of the list
 */
GArray *
vel_id_selection_dup_ids (VelIdSelection *self)
{
  GArray *ids;
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (VEL_IS_ID_SELECTION (self), NULL);

  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), gtk_bitset_get_size (self->selected));
  for (gboolean ok = gtk_bitset_iter_init_first (&iter, self->selected, &position);
       ok;
       ok = gtk_bitset_iter_next (&iter, &position))
    {
      const gint64 id = vel_query_model_get_id (self->model, position);

      g_array_append_val (ids, id);
    }
  return ids;
}
