/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-arranged-list.h"

#include <glib/gi18n.h>

#include "vel-doing.h"
#include "vel-drag-escape.h"

/**
 * VelArrangedList:
 *
 * A short list of records, a row each, in which what is being typed stays where
 * it is when others come, go and move. Where the records are ordered by a place,
 * the user arranges them: with the pointer by the handle, with Alt and the arrows,
 * or from the menu of the row.
 */
struct _VelArrangedList
{
  AdwBin           parent_instance;

  VelBook         *book;        /* (owned) (nullable) */
  VelQueryModel   *model;       /* (owned) (nullable) */
  VelArrangedMake  make;
  GHashTable      *rows;        /* (owned) (element-type gint64 VelArrangedRow): not owned */
  gboolean         arrangeable;

  GtkListBox      *list;
  VelArrangedRow  *lifted;      /* (nullable): not owned, the row that is in the air */
  guint            scrolling;   /* the tick that scrolls while something is dragged */
  double           drag_y;
};

G_DEFINE_FINAL_TYPE (VelArrangedList, vel_arranged_list, ADW_TYPE_BIN)

/* How near to the edge a drag scrolls, and how far each frame, in pixels. */
#define EDGE 36
#define STEP 8

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  VelArrangedList *self = user_data;
  guint left = G_MAXUINT;
  guint right = G_MAXUINT;

  vel_query_model_find (self->model, vel_arranged_row_get_id (VEL_ARRANGED_ROW (a)), &left);
  vel_query_model_find (self->model, vel_arranged_row_get_id (VEL_ARRANGED_ROW (b)), &right);
  return left < right ? -1 : left > right;
}

static void
clear_mark (VelArrangedList *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      gtk_widget_remove_css_class (row, "vel-drop-above");
      gtk_widget_remove_css_class (row, "vel-drop-below");
    }
}

static void watch_handle (VelArrangedList *self, VelArrangedRow *row);

/* Takes the focus out of a row that goes, to one beside it. */
static void
leave_row (VelArrangedList *self,
           GtkWidget       *row)
{
  GtkRoot *root = gtk_widget_get_root (row);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *beside = gtk_widget_get_next_sibling (row);

  if (focus == NULL || !gtk_widget_is_ancestor (focus, row))
    return;
  if (beside == NULL)
    beside = gtk_widget_get_prev_sibling (row);
  gtk_root_set_focus (root, NULL);
  if (beside != NULL)
    gtk_widget_child_focus (beside, GTK_DIR_TAB_FORWARD);
}

static void
shown_cb (VelArrangedList *self)
{
  const guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  GHashTableIter iter;
  gpointer row;
  gpointer id;
  guint position;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    if (!vel_query_model_find (self->model, *(gint64 *) id, &position))
      {
        if (self->lifted == row)
          self->lifted = NULL;
        leave_row (self, row);
        gtk_list_box_remove (self->list, row);
        g_hash_table_iter_remove (&iter);
      }
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr(VelRow) slot = g_list_model_get_item (G_LIST_MODEL (self->model), i);
      const gint64 found = vel_row_get_id (slot);

      row = g_hash_table_lookup (self->rows, &found);
      if (row == NULL && vel_row_get_record (slot) != NULL)
        {
          row = self->make (self->book, vel_row_get_record (slot));
          g_hash_table_insert (self->rows, g_memdup2 (&found, sizeof found), row);
          gtk_list_box_append (self->list, row);
          if (self->arrangeable)
            watch_handle (self, row);
        }
      if (row != NULL)
        vel_arranged_row_set_place (row, i, n_rows, self->arrangeable);
    }
  gtk_list_box_invalidate_sort (self->list);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_rows > 0);
}

/* The row that one would fall before at @y of the list; %NULL for the end. */
static VelArrangedRow *
find_row_below (VelArrangedList *self,
                double           y)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds) &&
          y < bounds.origin.y + bounds.size.height / 2)
        return VEL_ARRANGED_ROW (row);
    }
  return NULL;
}

/* The row as it is, on a ground of its own: that of the list stays where it is. */
static GdkPaintable *
draw_row (GtkWidget *row)
{
  g_autoptr(GdkPaintable) picture = gtk_widget_paintable_new (row);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  const float width = (float) gtk_widget_get_width (row);
  const float height = (float) gtk_widget_get_height (row);
  GdkRGBA ground = { 1, 1, 1, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (row), "popover_bg_color", &ground);
  gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_paintable_snapshot (picture, snapshot, width, height);
  return gtk_snapshot_free_to_paintable (snapshot, NULL);
}

static GdkContentProvider *
prepare_cb (GtkDragSource  *source,
            double          x,
            double          y,
            VelArrangedRow *row)
{
  g_autoptr(GdkPaintable) still = draw_row (GTK_WIDGET (row));
  GtkWidget *handle = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  gtk_widget_translate_coordinates (handle, GTK_WIDGET (row), x, y, &x, &y);
  gtk_drag_source_set_icon (source, still, (int) x, (int) y);
  return gdk_content_provider_new_typed (VEL_TYPE_RECORD, vel_arranged_row_get_record (row));
}

static void
drag_begin_cb (GtkDragSource   *source,
               GdkDrag         *drag,
               VelArrangedList *self)
{
  GtkWidget *handle = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  self->lifted = VEL_ARRANGED_ROW (gtk_widget_get_ancestor (handle, VEL_TYPE_ARRANGED_ROW));
  vel_drag_escape_watch (drag);
  gtk_widget_add_css_class (GTK_WIDGET (self->lifted), "vel-lifted");
}

static void
drag_end_cb (GtkDragSource   *source,
             GdkDrag         *drag,
             gboolean         delete_data,
             VelArrangedList *self)
{
  if (self->lifted != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->lifted), "vel-lifted");
  self->lifted = NULL;
}

static void
watch_handle (VelArrangedList *self,
              VelArrangedRow  *row)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), row);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (vel_arranged_row_get_handle (row), GTK_EVENT_CONTROLLER (source));
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  VelArrangedList *self = VEL_ARRANGED_LIST (widget);
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  double x;
  double y;

  if (scrolled == NULL || !gtk_widget_translate_coordinates (GTK_WIDGET (self->list), scrolled, 0, self->drag_y, &x, &y))
    return G_SOURCE_CONTINUE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  if (y < EDGE)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) - STEP);
  else if (y > gtk_widget_get_height (scrolled) - EDGE)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + STEP);
  return G_SOURCE_CONTINUE;
}

static void
leave_cb (VelArrangedList *self)
{
  clear_mark (self);
  if (self->scrolling != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scrolling);
  self->scrolling = 0;
}

static GdkDragAction
motion_cb (GtkDropTarget   *target,
           double           x,
           double           y,
           VelArrangedList *self)
{
  VelArrangedRow *below = find_row_below (self, y);

  clear_mark (self);
  /* Only what was lifted here can fall here. */
  if (self->lifted == NULL)
    return 0;
  self->drag_y = y;
  if (self->scrolling == 0)
    self->scrolling = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
  if (below != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (below), "vel-drop-above");
  else
    gtk_widget_add_css_class (gtk_widget_get_last_child (GTK_WIDGET (self->list)), "vel-drop-below");
  return GDK_ACTION_MOVE;
}

static gboolean
drop_cb (GtkDropTarget   *target,
         const GValue    *value,
         double           x,
         double           y,
         VelArrangedList *self)
{
  VelArrangedRow *below = find_row_below (self, y);

  leave_cb (self);
  if (self->lifted == NULL)
    return FALSE;
  vel_arranged_list_place (self, self->lifted, below != NULL ? vel_arranged_row_get_id (below) : 0);
  return TRUE;
}

static void
vel_arranged_list_dispose (GObject *object)
{
  VelArrangedList *self = VEL_ARRANGED_LIST (object);

  if (self->list != NULL)
    leave_cb (self);
  self->list = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->model);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_arranged_list_parent_class)->dispose (object);
}

static void
vel_arranged_list_finalize (GObject *object)
{
  g_clear_pointer (&VEL_ARRANGED_LIST (object)->rows, g_hash_table_unref);

  G_OBJECT_CLASS (vel_arranged_list_parent_class)->finalize (object);
}

static void
vel_arranged_list_class_init (VelArrangedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vel_arranged_list_dispose;
  object_class->finalize = vel_arranged_list_finalize;
}

static void
vel_arranged_list_init (VelArrangedList *self)
{
  GtkDropTarget *target = gtk_drop_target_new (VEL_TYPE_RECORD, GDK_ACTION_MOVE);

  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));

  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));
}

/**
 * vel_arranged_list_follow:
 * @self: a list
 * @book: a book, always the same
 * @query: what to show; ordered by "position", the user arranges it
 * @make: makes a row of what is shown
 */
void
vel_arranged_list_follow (VelArrangedList *self,
                          VelBook         *book,
                          VelQuery        *query,
                          VelArrangedMake  make)
{
  g_return_if_fail (VEL_IS_ARRANGED_LIST (self));

  self->make = make;
  self->arrangeable = g_strcmp0 (query->order, "position") == 0 && !vel_book_is_read_only (book);
  if (self->model != NULL)
    {
      vel_query_model_set_query (self->model, query);
      return;
    }
  self->book = g_object_ref (book);
  self->model = vel_query_model_new (book, query);
  gtk_list_box_set_sort_func (self->list, compare_rows, self, NULL);
  g_signal_connect_object (self->model, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
}

/**
 * vel_arranged_list_get_model:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): what it shows
 */
VelQueryModel *
vel_arranged_list_get_model (VelArrangedList *self)
{
  g_return_val_if_fail (VEL_IS_ARRANGED_LIST (self), NULL);

  return self->model;
}

/**
 * vel_arranged_list_get_row:
 * @self: a list
 * @position: a place in it, from 0 on
 *
 * Returns: (transfer none) (nullable): the row there
 */
VelArrangedRow *
vel_arranged_list_get_row (VelArrangedList *self,
                           guint            position)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (VEL_IS_ARRANGED_LIST (self), NULL);

  row = gtk_list_box_get_row_at_index (self->list, (int) position);
  return row != NULL ? VEL_ARRANGED_ROW (row) : NULL;
}

/**
 * vel_arranged_list_place:
 * @self: a list
 * @row: a row of it
 * @before: the record that it shall stand before, or 0 for the end
 *
 * Does nothing where it stands there already.
 */
void
vel_arranged_list_place (VelArrangedList *self,
                         VelArrangedRow  *row,
                         gint64           before)
{
  VelRecord *record = vel_arranged_row_get_record (row);
  const VelEntity *entity = vel_record_get_entity (record);
  g_autoptr(VelChange) change = NULL;
  guint position;

  g_return_if_fail (VEL_IS_ARRANGED_LIST (self));

  if (before == vel_record_get_id (record) || !vel_query_model_find (self->model, vel_record_get_id (record), &position) ||
      before == vel_query_model_get_id (self->model, position + 1))
    return;
  change = vel_change_new (N_("Move %s"), vel_record_get_text (record, entity->name_field), NULL);
  vel_change_place (change, entity, vel_record_get_id (record), before);
  vel_doing_commit (GTK_WIDGET (self), self->book, change, TRUE);
}

/**
 * vel_arranged_list_move:
 * @self: a list
 * @row: a row of it
 * @steps: how far down, below 0 for up
 */
void
vel_arranged_list_move (VelArrangedList *self,
                        VelArrangedRow  *row,
                        int              steps)
{
  const int n_rows = (int) g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint position;
  int wanted;

  g_return_if_fail (VEL_IS_ARRANGED_LIST (self));

  if (!self->arrangeable || !vel_query_model_find (self->model, vel_arranged_row_get_id (row), &position))
    return;
  wanted = (int) position + steps;
  if (wanted < 0 || wanted >= n_rows)
    return;
  if (steps > 0)
    wanted++;
  vel_arranged_list_place (self, row, wanted < n_rows ? vel_query_model_get_id (self->model, (guint) wanted) : 0);
}
