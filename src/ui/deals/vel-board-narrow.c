/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-board-private.h"

/* The board where there is room for one stage: a column is as wide as the
 * board, but for an edge of the next one, and a row of buttons above goes from
 * stage to stage. */

#define WIDE 232
#define EDGE 40
#define SPACING 12

static guint
count_columns (VelBoard *self)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/* The stage that is before the eyes. */
static void
scrolled_cb (VelBoard *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scrolled);
  const double step = MAX (gtk_adjustment_get_page_size (adjustment) - EDGE, WIDE) + SPACING;
  const guint shown = (guint) (gtk_adjustment_get_value (adjustment) / step + 0.5);
  guint i = 0;

  self->switching = TRUE;
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->switcher)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i++ == shown);
  self->switching = FALSE;
}

static void
toggled_cb (GtkToggleButton *button,
            VelBoard        *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scrolled);
  const double step = MAX (gtk_adjustment_get_page_size (adjustment) - EDGE, WIDE) + SPACING;
  guint index = 0;

  if (self->switching)
    return;
  for (GtkWidget *before = gtk_widget_get_prev_sibling (GTK_WIDGET (button)); before != NULL;
       before = gtk_widget_get_prev_sibling (before))
    index++;
  gtk_adjustment_set_value (adjustment, index * step);
  scrolled_cb (self);
}

static void
fill_switcher (VelBoard *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->switcher))) != NULL)
    gtk_box_remove (self->switcher, child);
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      VelRecord *stage = vel_board_column_get_stage (VEL_BOARD_COLUMN (child));
      GtkWidget *button = gtk_toggle_button_new ();

      g_object_bind_property (stage, "name", button, "label", G_BINDING_SYNC_CREATE);
      gtk_widget_add_css_class (button, "flat");
      g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
      gtk_box_append (self->switcher, button);
    }
}

static void
set_widths (VelBoard *self)
{
  const double page = gtk_adjustment_get_page_size (gtk_scrolled_window_get_hadjustment (self->scrolled));
  const int width = self->is_narrow ? MAX ((int) page - EDGE, WIDE) : WIDE;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_size_request (child, width, -1);
}

static gboolean
fit_cb (gpointer data)
{
  VelBoard *self = data;

  self->fitting = 0;
  set_widths (self);
  scrolled_cb (self);
  return G_SOURCE_REMOVE;
}

/* Sizes may not be asked for while places are being given out, so right after. */
static void
room_changed_cb (VelBoard *self)
{
  if (self->is_narrow && self->fitting == 0)
    self->fitting = g_idle_add (fit_cb, self);
}

/* After columns have come or gone. */
void
vel_board_fit_columns (VelBoard *self)
{
  if (self->is_narrow)
    fill_switcher (self);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher_scrolled), self->is_narrow && count_columns (self) > 1);
  set_widths (self);
  if (self->is_narrow)
    scrolled_cb (self);
}

/**
 * vel_board_set_narrow:
 * @self: a board
 * @narrow: whether there is room for one stage at a time
 */
void
vel_board_set_narrow (VelBoard *self,
                      gboolean  narrow)
{
  g_return_if_fail (VEL_IS_BOARD (self));

  if (self->is_narrow == narrow)
    return;
  self->is_narrow = narrow;
  vel_board_fit_columns (self);
}

/* In the making of the board. */
void
vel_board_watch_room (VelBoard *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scrolled);

  g_signal_connect_object (adjustment, "notify::page-size", G_CALLBACK (room_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}
