/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-records-page-private.h"

#include "vel-row-cell.h"

/* What the pointer and the keys do to the rows of the table and to the cards. */

#define NAME_STYLE "vel-name"
#define OVER_STYLE "vel-over"
#define TICK_STYLE "vel-tick"

/* The list in a GtkColumnView is the one that knows the actions of lists. */
static GtkWidget *
find_list (GtkWidget *view)
{
  if (!GTK_IS_COLUMN_VIEW (view))
    return view;
  for (GtkWidget *child = gtk_widget_get_first_child (view); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      return child;
  return NULL;
}

/* Scrolls to a row. */
void
vel_records_page_focus_row (VelRecordsPage *self,
                            guint           position)
{
  GtkWidget *list = find_list (vel_records_page_get_view (self));

  if (list != NULL && position < g_list_model_get_n_items (G_LIST_MODEL (self->model)))
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}

/* Puts the focus where it was among the rows, or on the first. */
void
vel_records_page_focus_view (VelRecordsPage *self)
{
  GtkWidget *list = find_list (vel_records_page_get_view (self));

  if (list != NULL)
    gtk_widget_grab_focus (list);
}

static GtkWidget *
pick (VelRecordsPage *self,
      double          x,
      double          y)
{
  return gtk_widget_pick (GTK_WIDGET (self->stack), x, y, GTK_PICK_DEFAULT);
}

/* The name that is written at a place, which is where a click opens the
 * record. The widget is wider than most names. */
static GtkWidget *
pick_name (VelRecordsPage *self,
           double          x,
           double          y)
{
  GtkWidget *picked = pick (self, x, y);
  g_autoptr(PangoLayout) layout = NULL;
  double name_x;
  double name_y;
  int width;

  if (picked == NULL || !GTK_IS_INSCRIPTION (picked) || !gtk_widget_has_css_class (picked, NAME_STYLE))
    return NULL;
  layout = gtk_widget_create_pango_layout (picked, gtk_inscription_get_text (GTK_INSCRIPTION (picked)));
  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->stack), picked, x, y, &name_x, &name_y);
  if (gtk_widget_get_direction (picked) == GTK_TEXT_DIR_RTL)
    name_x = gtk_widget_get_width (picked) - name_x;
  return name_x <= width ? picked : NULL;
}

static void
show_over (VelRecordsPage *self,
           GtkWidget      *name)
{
  if (self->over == name)
    return;
  if (self->over != NULL)
    {
      gtk_widget_remove_css_class (self->over, OVER_STYLE);
      gtk_widget_set_cursor (self->over, NULL);
    }
  g_set_weak_pointer (&self->over, name);
  if (name != NULL)
    {
      gtk_widget_add_css_class (name, OVER_STYLE);
      gtk_widget_set_cursor_from_name (name, "pointer");
    }
}

static void
moved_cb (VelRecordsPage *self,
          double          x,
          double          y)
{
  show_over (self, pick_name (self, x, y));
}

static void
left_cb (VelRecordsPage *self)
{
  show_over (self, NULL);
}

/* The row whose disc, and with it the tick, is at a place. */
static VelRow *
pick_tick (VelRecordsPage *self,
           double          x,
           double          y)
{
  GtkWidget *picked = pick (self, x, y);

  while (picked != NULL && picked != GTK_WIDGET (self->stack))
    {
      if (gtk_widget_has_css_class (picked, TICK_STYLE))
        return vel_row_cell_find_row (picked);
      picked = gtk_widget_get_parent (picked);
    }
  return NULL;
}

static void
toggle (VelRecordsPage *self,
        guint           position)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);

  if (gtk_selection_model_is_selected (selection, position))
    gtk_selection_model_unselect_item (selection, position);
  else
    gtk_selection_model_select_item (selection, position, FALSE);
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             VelRecordsPage  *self)
{
  const GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *name = pick_name (self, x, y);
  VelRow *row = name != NULL ? vel_row_cell_find_row (name) : NULL;
  VelRow *tick = pick_tick (self, x, y);

  /* With Ctrl or Shift a click selects, on the name as anywhere. */
  if (n_press != 1 || (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0 || (row == NULL && tick == NULL))
    return;
  /* Else the list would select the row, and it alone. */
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (tick != NULL)
    toggle (self, vel_row_get_position (tick));
  else
    vel_records_page_activate (self, vel_row_get_id (row));
}

static void
activated_cb (VelRecordsPage *self,
              guint           position)
{
  vel_records_page_activate (self, vel_query_model_get_id (self->model, position));
}

/* Lets names be clicked and rows be activated. */
void
vel_records_page_watch_rows (VelRecordsPage *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->stack), motion);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->stack), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_object (vel_record_table_get_view (self->list), "activate", G_CALLBACK (activated_cb),
                           self, G_CONNECT_SWAPPED);
  if (self->grid != NULL)
    g_signal_connect_object (vel_record_grid_get_view (self->grid), "activate", G_CALLBACK (activated_cb),
                             self, G_CONNECT_SWAPPED);
}
