/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-board-private.h"

#include "vel-deal-moves.h"
#include "vel-doing.h"
#include "vel-lost-reasons.h"
#include "vel-popover.h"

/* The card in the air: the figures that count it, the zones that wait for it,
 * the board that scrolls when it comes near an edge, and what happens when it
 * falls. */

/* So near to an edge the board scrolls, and so fast at the very edge. */
#define EDGE 56
#define PIXELS_A_SECOND 900.0

static void
count_in_the_air (VelBoard *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      VelBoardColumn *column = VEL_BOARD_COLUMN (child);
      VelInTheAir how = VEL_AIR_NONE;

      /* Over its own column, or over none, it counts where it came from. */
      if (self->hovered != NULL && self->hovered != self->lifted_from)
        how = column == self->lifted_from ? VEL_AIR_OUT : column == self->hovered ? VEL_AIR_IN : VEL_AIR_NONE;
      vel_board_column_set_in_the_air (column, self->deal_in_the_air, how);
    }
}

/* How fast to scroll, from -1 to 1, with the pointer at @at of @length. */
static double
get_pull (double at,
          double length)
{
  if (at < 0 || at > length)
    return 0;
  if (at < EDGE)
    return -(EDGE - at) / EDGE;
  if (at > length - EDGE)
    return (at - (length - EDGE)) / EDGE;
  return 0;
}

static void
scroll_by (GtkAdjustment *adjustment,
           double         pull,
           double         seconds)
{
  if (pull != 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + pull * PIXELS_A_SECOND * seconds);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  VelBoard *self = VEL_BOARD (widget);
  const double seconds = 1.0 / 60;
  graphene_rect_t bounds;

  if (self->pointer_x < 0)
    return G_SOURCE_CONTINUE;
  if (gtk_widget_compute_bounds (GTK_WIDGET (self->scrolled), widget, &bounds) &&
      self->pointer_y < bounds.origin.y + bounds.size.height)
    scroll_by (gtk_scrolled_window_get_hadjustment (self->scrolled),
               get_pull (self->pointer_x - bounds.origin.x, bounds.size.width), seconds);
  if (self->hovered != NULL)
    {
      GtkScrolledWindow *list = vel_board_column_get_list (self->hovered);

      if (gtk_widget_compute_bounds (GTK_WIDGET (list), widget, &bounds))
        scroll_by (gtk_scrolled_window_get_vadjustment (list),
                   get_pull (self->pointer_y - bounds.origin.y, bounds.size.height), seconds);
    }
  return G_SOURCE_CONTINUE;
}

static void
hide_zones (VelBoard *self)
{
  if (self->question == NULL && self->deal_in_the_air == NULL)
    gtk_revealer_set_reveal_child (self->zones, FALSE);
}

/* Zones that cannot be seen are not told to a screen reader either. */
static void
zones_moved_cb (VelBoard *self)
{
  if (!gtk_revealer_get_reveal_child (self->zones) && !gtk_revealer_get_child_revealed (self->zones))
    gtk_widget_set_visible (GTK_WIDGET (self->zones), FALSE);
}

/* Puts everything back to where no card is in the air. */
void
vel_board_end_drag (VelBoard *self)
{
  if (self->deal_in_the_air == NULL)
    return;
  g_clear_object (&self->deal_in_the_air);
  g_clear_weak_pointer (&self->lifted_from);
  g_clear_weak_pointer (&self->hovered);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  count_in_the_air (self);
  hide_zones (self);
}

static void
lifted_cb (VelBoardColumn *column,
           VelRecord      *deal,
           VelBoard       *self)
{
  vel_board_end_drag (self);
  self->deal_in_the_air = g_object_ref (deal);
  g_set_weak_pointer (&self->lifted_from, column);
  self->pointer_x = -1;
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  count_in_the_air (self);
  gtk_widget_set_visible (GTK_WIDGET (self->zones), TRUE);
  gtk_revealer_set_reveal_child (self->zones, TRUE);
}

static void
hovered_cb (VelBoardColumn *column,
            gboolean        over,
            VelBoard       *self)
{
  if (over)
    g_set_weak_pointer (&self->hovered, column);
  else if (self->hovered == column)
    g_clear_weak_pointer (&self->hovered);
  count_in_the_air (self);
}

static void
dropped_cb (VelBoardColumn *column,
            VelRecord      *deal,
            gint64          before,
            VelBoard       *self)
{
  vel_board_end_drag (self);
  vel_board_move (self, deal, column, before);
}

/* Listens to what a column tells. */
void
vel_board_watch_column (VelBoard       *self,
                        VelBoardColumn *column)
{
  g_signal_connect_object (column, "lifted", G_CALLBACK (lifted_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (column, "landed", G_CALLBACK (vel_board_end_drag), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "hovered", G_CALLBACK (hovered_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (column, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_DEFAULT);
}

typedef struct
{
  VelBoard  *board;  /* (owned) */
  VelRecord *deal;   /* (owned) */
} Loss;

static void
free_loss (gpointer  data,
           GClosure *closure)
{
  Loss *loss = data;

  g_object_unref (loss->board);
  g_object_unref (loss->deal);
  g_free (loss);
}

static void
reason_chosen_cb (GtkPopover *popover,
                  gint64      reason,
                  Loss       *loss)
{
  VelBoard *self = loss->board;
  g_autoptr(VelChange) change = vel_deal_lose (loss->deal, reason);

  g_clear_weak_pointer (&self->question);
  hide_zones (self);
  vel_doing_commit (GTK_WIDGET (self), self->book, change, TRUE);
  vel_popover_discard (popover);
}

/* When the board goes nobody answers any more. */
void
vel_board_forget_question (VelBoard *self)
{
  GtkWidget *question = self->question;

  if (question == NULL)
    return;
  g_clear_weak_pointer (&self->question);
  g_signal_handlers_disconnect_matched (question, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, reason_chosen_cb, NULL);
  gtk_widget_unparent (question);
}

/* Asks why the deal is lost, and then loses it. */
void
vel_board_lose (VelBoard  *self,
                VelRecord *deal,
                GtkWidget *beside)
{
  GtkWidget *popover = vel_lost_reasons_new (self->book);
  Loss *loss = g_new0 (Loss, 1);

  loss->board = g_object_ref (self);
  loss->deal = g_object_ref (deal);
  g_set_weak_pointer (&self->question, popover);
  gtk_widget_set_parent (popover, beside);
  g_signal_connect_data (popover, "chosen", G_CALLBACK (reason_chosen_cb), loss, free_loss, G_CONNECT_DEFAULT);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static gboolean
won_cb (GtkDropTarget *target,
        const GValue  *value,
        double         x,
        double         y,
        VelBoard      *self)
{
  vel_board_win (self, g_value_get_object (value));
  return TRUE;
}

static gboolean
lost_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         VelBoard      *self)
{
  vel_board_lose (self, g_value_get_object (value), self->lost_zone);
  return TRUE;
}

static void
moved_cb (VelBoard *self,
          double    x,
          double    y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static void
left_cb (VelBoard *self)
{
  self->pointer_x = -1;
}

static void
accept (VelBoard  *self,
        GtkWidget *zone,
        GCallback  dropped)
{
  GtkDropTarget *target = gtk_drop_target_new (VEL_TYPE_RECORD, GDK_ACTION_MOVE);

  g_signal_connect (target, "drop", dropped, self);
  gtk_widget_add_controller (zone, GTK_EVENT_CONTROLLER (target));
}

/* Lets cards fall on the zones, and sees where they go. */
void
vel_board_accept_cards (VelBoard *self)
{
  GtkEventController *motion = gtk_drop_controller_motion_new ();

  g_signal_connect_swapped (self->zones, "notify::child-revealed", G_CALLBACK (zones_moved_cb), self);
  accept (self, self->won_zone, G_CALLBACK (won_cb));
  accept (self, self->lost_zone, G_CALLBACK (lost_cb));
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
