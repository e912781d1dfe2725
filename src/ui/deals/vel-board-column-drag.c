/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-board-column-private.h"

#include "vel-drag-escape.h"

/* How cards are lifted from a column and fall on it. What is dragged is the
 * record of the deal, which other programs cannot read: a card dropped outside
 * goes back. */

#define NOT_HERE -1

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            VelBoardCard  *card)
{
  VelRecord *deal = vel_row_cell_get_record (VEL_ROW_CELL (card));
  GtkWidget *frame = vel_board_card_get_frame (card);
  g_autoptr(GdkPaintable) picture = gtk_widget_paintable_new (frame);
  /* The card as it is now: while it is in the air its row may show another. */
  g_autoptr(GdkPaintable) still = gdk_paintable_get_current_image (picture);

  if (deal == NULL)
    return NULL;
  gtk_drag_source_set_icon (source, still, (int) x, (int) y);
  return gdk_content_provider_new_typed (VEL_TYPE_RECORD, deal);
}

static void
drag_begin_cb (GtkDragSource  *source,
               GdkDrag        *drag,
               VelBoardColumn *self)
{
  GtkWidget *frame = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  GtkWidget *card = gtk_widget_get_ancestor (frame, VEL_TYPE_BOARD_CARD);
  VelRecord *deal = vel_row_cell_get_record (VEL_ROW_CELL (card));

  vel_drag_escape_watch (drag);
  if (deal != NULL)
    g_signal_emit_by_name (self, "lifted", deal);
}

static void
drag_end_cb (GtkDragSource  *source,
             GdkDrag        *drag,
             gboolean        delete_data,
             VelBoardColumn *self)
{
  g_signal_emit_by_name (self, "landed");
}

/* Lets a card be lifted. */
void
vel_board_column_watch_card (VelBoardColumn *self,
                             VelBoardCard   *card)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), card);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (vel_board_card_get_frame (card), GTK_EVENT_CONTROLLER (source));
}

static VelBoardCard *
card_of_row (GtkWidget *row)
{
  GtkWidget *child = gtk_widget_get_first_child (row);

  return VEL_IS_BOARD_CARD (child) && vel_board_card_get_id (VEL_BOARD_CARD (child)) != 0 ? VEL_BOARD_CARD (child) : NULL;
}

/* The deal that a card would stand before if it fell at @y of the list: the
 * first whose middle lies below; below all that are shown it is the first that is not. */
static gint64
find_before (VelBoardColumn *self,
             double          y)
{
  gint64 before = vel_query_model_get_found_id (self->model, g_list_model_get_n_items (G_LIST_MODEL (self->model)));
  double best = G_MAXDOUBLE;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->view)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      VelBoardCard *card = card_of_row (row);
      graphene_rect_t bounds;
      double middle;

      if (card == NULL || !gtk_widget_get_mapped (row) ||
          !gtk_widget_compute_bounds (vel_board_card_get_frame (card), GTK_WIDGET (self->scrolled), &bounds))
        continue;
      middle = bounds.origin.y + bounds.size.height / 2;
      if (middle > y && middle < best)
        {
          best = middle;
          before = vel_board_card_get_id (card);
        }
    }
  return before;
}

/* Whether the card would fall where it was lifted: its outline shows that place. */
static gboolean
is_home (VelBoardColumn *self)
{
  guint position;

  return self->deal_in_the_air != NULL &&
         vel_query_model_find (self->model, vel_record_get_id (self->deal_in_the_air), &position) &&
         (self->drop_before == vel_record_get_id (self->deal_in_the_air) ||
          self->drop_before == vel_query_model_get_found_id (self->model, position + 1));
}

static void
show_drop_place (VelBoardColumn *self,
                 VelBoardCard   *card)
{
  const gint64 id = vel_board_card_get_id (card);
  const guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  VelDropPlace place = VEL_DROP_NOT;

  if (id == 0 || is_home (self))
    place = VEL_DROP_NOT;
  else if (self->drop_before == id)
    place = VEL_DROP_ABOVE;
  else if (self->drop_before == vel_query_model_get_found_id (self->model, n_items) && vel_query_model_get_id (self->model, n_items - 1) == id)
    place = VEL_DROP_BELOW;
  vel_board_card_set_drop_place (card, place);
}

static void
set_drop_before (VelBoardColumn *self,
                 gint64          before)
{
  if (self->drop_before == before)
    return;
  if ((self->drop_before == NOT_HERE) != (before == NOT_HERE))
    g_signal_emit_by_name (self, "hovered", before != NOT_HERE);
  self->drop_before = before;
  gtk_widget_set_visible (self->empty_place,
                          before == 0 && g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0);
  vel_board_column_each_card (self, show_drop_place);
}

static GdkDragAction
motion_cb (GtkDropTarget  *target,
           double          x,
           double          y,
           VelBoardColumn *self)
{
  double list_y;

  gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (self->scrolled), x, y, NULL, &list_y);
  set_drop_before (self, find_before (self, list_y));
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget  *target,
          VelBoardColumn *self)
{
  set_drop_before (self, NOT_HERE);
}

static gboolean
drop_cb (GtkDropTarget  *target,
         const GValue   *value,
         double          x,
         double          y,
         VelBoardColumn *self)
{
  VelRecord *deal = g_value_get_object (value);
  gint64 before;
  double list_y;

  gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (self->scrolled), x, y, NULL, &list_y);
  before = find_before (self, list_y);
  set_drop_before (self, NOT_HERE);
  g_signal_emit_by_name (self, "dropped", deal, before);
  return TRUE;
}

/* Lets cards fall on the column. */
void
vel_board_column_accept_cards (VelBoardColumn *self)
{
  GtkDropTarget *target = gtk_drop_target_new (VEL_TYPE_RECORD, GDK_ACTION_MOVE);

  self->drop_before = NOT_HERE;
  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
