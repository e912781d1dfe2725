/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-board-private.h"

#include <glib/gi18n.h>

#include "vel-board-card.h"
#include "vel-deal.h"
#include "vel-doing.h"
#include "vel-popover.h"

/* The board by keyboard, and the menu of a card: the arrows walk, with Ctrl and
 * Shift they move, Enter opens. */

static VelBoardColumn *
neighbour (VelBoardColumn *column,
           gboolean        right)
{
  GtkWidget *widget = GTK_WIDGET (column);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    right = !right;
  widget = right ? gtk_widget_get_next_sibling (widget) : gtk_widget_get_prev_sibling (widget);
  return widget != NULL ? VEL_BOARD_COLUMN (widget) : NULL;
}

/* The column that the focus is in, on a card or beside one. */
static VelBoardColumn *
find_focus_column (VelBoard *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->columns));

  return VEL_IS_BOARD_COLUMN (focus) ? VEL_BOARD_COLUMN (focus) : NULL;
}

/* Brings a column into view. */
static void
show_column (VelBoard       *self,
             VelBoardColumn *column)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scrolled);
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (column), GTK_WIDGET (self->columns), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.x - 12, bounds.origin.x + bounds.size.width + 12);
}

static gboolean
walk (VelBoard *self,
      gboolean  right)
{
  VelBoardColumn *column = find_focus_column (self);
  VelBoardColumn *next = column != NULL ? neighbour (column, right) : NULL;
  guint position = 0;

  if (column == NULL)
    return FALSE;
  if (next == NULL)
    return TRUE;
  vel_board_column_get_focus (column, &position);
  vel_board_column_focus (next, position);
  show_column (self, next);
  return TRUE;
}

static void
move_across (VelBoard *self,
             gboolean  right)
{
  guint position;
  VelBoardColumn *column = vel_board_get_focus_column (self, &position);
  VelBoardColumn *next = column != NULL ? neighbour (column, right) : NULL;
  g_autoptr(VelRecord) deal = vel_board_dup_focus_deal (self);

  if (next == NULL || deal == NULL)
    return;
  vel_board_move (self, deal, next, vel_query_model_get_found_id (vel_board_column_get_model (next), position));
  vel_board_column_focus_deal (next, vel_record_get_id (deal));
  show_column (self, next);
}

static void
move_along (VelBoard *self,
            int       step)
{
  guint position;
  VelBoardColumn *column = vel_board_get_focus_column (self, &position);
  g_autoptr(VelRecord) deal = vel_board_dup_focus_deal (self);
  VelQueryModel *model;

  if (deal == NULL || (step < 0 && position == 0))
    return;
  model = vel_board_column_get_model (column);
  if (position + 1 == vel_query_model_get_total (model) && step > 0)
    return;
  vel_board_move (self, deal, column, vel_query_model_get_found_id (model, step < 0 ? position - 1 : position + 2));
  vel_board_column_focus_deal (column, vel_record_get_id (deal));
}

static gboolean
pressed_cb (GtkEventControllerKey *controller,
            guint                  key,
            guint                  code,
            GdkModifierType        state,
            VelBoard              *self)
{
  const GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (modifiers == 0 && (key == GDK_KEY_Left || key == GDK_KEY_Right))
    return walk (self, key == GDK_KEY_Right);
  if (modifiers != (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      move_across (self, key == GDK_KEY_Right);
      return TRUE;

    case GDK_KEY_Up:
    case GDK_KEY_Down:
      move_along (self, key == GDK_KEY_Down ? 1 : -1);
      return TRUE;

    default:
      return FALSE;
    }
}

/* The card that has the focus, or had it before a menu took it. */
static GtkWidget *
find_focus_card (VelBoard *self)
{
  guint position;
  VelBoardColumn *column = vel_board_get_focus_column (self, &position);

  return column != NULL ? vel_board_column_get_focus_card (column) : NULL;
}

static void
win (GtkWidget  *widget,
     const char *action,
     GVariant   *parameter)
{
  g_autoptr(VelRecord) deal = vel_board_dup_focus_deal (VEL_BOARD (widget));

  if (deal != NULL)
    vel_board_win (VEL_BOARD (widget), deal);
}

static void
lose (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  g_autoptr(VelRecord) deal = vel_board_dup_focus_deal (VEL_BOARD (widget));

  if (deal != NULL)
    vel_board_lose (VEL_BOARD (widget), deal, find_focus_card (VEL_BOARD (widget)));
}

static void
open_deal (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  g_autoptr(VelRecord) deal = vel_board_dup_focus_deal (VEL_BOARD (widget));

  if (deal != NULL)
    gtk_widget_activate_action (widget, "win.show-deal", "x", vel_record_get_id (deal));
}

static void
show_customer (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  g_autoptr(VelRecord) deal = vel_board_dup_focus_deal (VEL_BOARD (widget));

  if (deal != NULL)
    gtk_widget_activate_action (widget, "win.show-customer", "x", vel_record_get_integer (deal, "customer"));
}

static void
move_to_stage (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  VelBoard *self = VEL_BOARD (widget);
  VelBoardColumn *column = vel_board_get_column (self, g_variant_get_int64 (parameter));
  g_autoptr(VelRecord) deal = vel_board_dup_focus_deal (self);

  if (deal == NULL || column == NULL)
    return;
  vel_board_move (self, deal, column, vel_query_model_get_id (vel_board_column_get_model (column), 0));
  vel_board_column_focus_deal (column, vel_record_get_id (deal));
  show_column (self, column);
}

static void
delete_deal (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  VelBoard *self = VEL_BOARD (widget);
  g_autoptr(VelRecord) deal = vel_board_dup_focus_deal (self);
  g_autoptr(VelChange) change = NULL;

  if (deal == NULL)
    return;
  change = vel_change_new (N_("Delete %s"), vel_record_get_text (deal, "title"), NULL);
  vel_change_delete (change, &vel_deal_entity, vel_record_get_id (deal));
  vel_doing_commit (widget, self->book, change, TRUE);
}

static GMenu *
make_stage_menu (VelBoard  *self,
                 VelRecord *deal)
{
  GMenu *menu = g_menu_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      VelRecord *stage = vel_board_column_get_stage (VEL_BOARD_COLUMN (child));
      g_autoptr(GMenuItem) item = g_menu_item_new (vel_record_get_text (stage, "name"), NULL);

      if (vel_record_get_id (stage) == vel_record_get_integer (deal, "stage"))
        continue;
      g_menu_item_set_action_and_target (item, "board.move-to", "x", vel_record_get_id (stage));
      g_menu_append_item (menu, item);
    }
  return menu;
}

static GMenuModel *
make_menu (VelBoard  *self,
           VelRecord *deal)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) go = g_menu_new ();
  g_autoptr(GMenu) stages = make_stage_menu (self, deal);
  g_autoptr(GMenu) way = g_menu_new ();
  g_autoptr(GMenu) end = g_menu_new ();

  g_menu_append (go, _("_Open"), "board.open");
  g_menu_append (go, _("Go to the _customer"), "board.customer");
  g_menu_append_submenu (way, _("_Move to"), G_MENU_MODEL (stages));
  g_menu_append (way, _("_Won"), "board.win");
  g_menu_append (way, _("_Lost…"), "board.lose");
  g_menu_append (end, _("_Delete"), "board.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (go));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (way));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
  return G_MENU_MODEL (menu);
}

static void
show_menu (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  VelBoard *self = VEL_BOARD (widget);
  g_autoptr(VelRecord) deal = vel_board_dup_focus_deal (self);
  GtkWidget *card = find_focus_card (self);
  g_autoptr(GMenuModel) menu = NULL;

  if (deal == NULL || card == NULL)
    return;
  menu = make_menu (self, deal);
  vel_popover_show_once (GTK_POPOVER (gtk_popover_menu_new_from_model (menu)), card);
}

static void
clicked_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            VelBoard        *self)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *card = picked != NULL ? gtk_widget_get_ancestor (picked, VEL_TYPE_BOARD_CARD) : NULL;

  if (card == NULL)
    return;
  gtk_widget_grab_focus (gtk_widget_get_parent (card));
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (GTK_WIDGET (self), NULL, NULL);
}

/* In the making of the class of the board. */
void
vel_board_install_keys (GtkWidgetClass *widget_class)
{
  const GdkModifierType both = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  gtk_widget_class_install_action (widget_class, "board.open", NULL, open_deal);
  gtk_widget_class_install_action (widget_class, "board.customer", NULL, show_customer);
  gtk_widget_class_install_action (widget_class, "board.move-to", "x", move_to_stage);
  gtk_widget_class_install_action (widget_class, "board.win", NULL, win);
  gtk_widget_class_install_action (widget_class, "board.lose", NULL, lose);
  gtk_widget_class_install_action (widget_class, "board.delete", NULL, delete_deal);
  gtk_widget_class_install_action (widget_class, "board.menu", NULL, show_menu);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, both, "board.win", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, both, "board.win", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, both, "board.lose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "board.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "board.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "board.menu", NULL);
}

void
vel_board_listen_to_keys (VelBoard *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  /* Before the lists, which know Ctrl and the arrows in their own way. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->columns), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
