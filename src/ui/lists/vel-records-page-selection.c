/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-records-page-private.h"

#include "vel-bulk-edit.h"
#include "vel-bulk-tags.h"
#include "vel-bulk.h"
#include "vel-doing.h"
#include "vel-row-cell.h"

/* What is done with the records that are selected, and the menu for it. */

static guint
get_n_selected (VelRecordsPage *self)
{
  return self->selection != NULL ? vel_id_selection_get_n_selected (self->selection) : 0;
}

static void
open_first (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  VelRecordsPage *self = VEL_RECORDS_PAGE (widget);
  g_autoptr(GArray) ids = vel_id_selection_dup_ids (self->selection);

  if (ids->len > 0)
    vel_records_page_activate (self, g_array_index (ids, gint64, 0));
}

static void
edit (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  VelRecordsPage *self = VEL_RECORDS_PAGE (widget);
  g_autoptr(GArray) ids = vel_id_selection_dup_ids (self->selection);

  vel_bulk_edit_present (widget, self->book, self->fields, ids);
}

static void
tag (GtkWidget  *widget,
     const char *action,
     GVariant   *parameter)
{
  gtk_menu_button_popup (vel_selection_bar_get_tags_button (VEL_RECORDS_PAGE (widget)->selection_bar));
}

static void
delete (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  VelRecordsPage *self = VEL_RECORDS_PAGE (widget);
  g_autoptr(GArray) ids = vel_id_selection_dup_ids (self->selection);
  g_autoptr(VelChange) change = vel_bulk_delete (self->book, self->look->entity, ids);

  vel_doing_commit (widget, self->book, change, TRUE);
}

static void
apply (GtkWidget  *widget,
       const char *action,
       GVariant   *parameter)
{
  VelRecordsPage *self = VEL_RECORDS_PAGE (widget);
  g_autoptr(GArray) ids = vel_id_selection_dup_ids (self->selection);

  self->look->apply (widget, self->book, ids, g_variant_get_string (parameter, NULL));
}

static void
select_all (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (VEL_RECORDS_PAGE (widget)->selection));
}

static void
unselect (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  VelRecordsPage *self = VEL_RECORDS_PAGE (widget);

  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  vel_records_page_focus_view (self);
}

/* Whoever has the selection when the popover opens gets the tags. */
static void
make_tags_cb (GtkMenuButton *button,
              gpointer       user_data)
{
  VelRecordsPage *self = user_data;
  g_autoptr(GArray) ids = NULL;

  if (get_n_selected (self) == 0)
    return;
  ids = vel_id_selection_dup_ids (self->selection);
  gtk_menu_button_set_popover (button, vel_bulk_tags_new (self->book, self->look->entity, ids));
}

static void
make_menu (VelRecordsPage *self)
{
  if (self->look->new_deeds != NULL)
    {
      g_autoptr(GMenuModel) deeds = self->look->new_deeds ();

      g_menu_insert_section (G_MENU (self->row_menu), 1, NULL, deeds);
    }
  self->menu = gtk_popover_menu_new_from_model (self->row_menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

static void
show_menu (VelRecordsPage *self,
           GtkWidget      *widget,
           double          x,
           double          y)
{
  VelRow *row = vel_row_cell_find_row (widget);
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);
  double menu_x;
  double menu_y;

  if (row == NULL)
    return;
  if (!gtk_selection_model_is_selected (selection, vel_row_get_position (row)))
    gtk_selection_model_select_item (selection, vel_row_get_position (row), TRUE);
  if (self->menu == NULL)
    make_menu (self);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->stack), GTK_WIDGET (self), x, y, &menu_x, &menu_y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { menu_x, menu_y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_pressed_cb (VelRecordsPage *self,
                 double          x,
                 double          y,
                 GtkGesture     *gesture)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->stack), x, y, GTK_PICK_DEFAULT);

  if (vel_row_cell_find_row (picked) == NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (self, picked, x, y);
}

static void
secondary_pressed_cb (VelRecordsPage *self,
                      int             n_press,
                      double          x,
                      double          y,
                      GtkGesture     *gesture)
{
  menu_pressed_cb (self, x, y, gesture);
}

static void
popup_menu (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  VelRecordsPage *self = VEL_RECORDS_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack)) &&
      gtk_widget_compute_bounds (focus, GTK_WIDGET (self->stack), &bounds))
    show_menu (self, gtk_widget_get_first_child (focus), bounds.origin.x + 60, bounds.origin.y + bounds.size.height);
}

/* Lets menus be opened on rows, and rows be deleted by a key. */
void
vel_records_page_watch_selection (VelRecordsPage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (secondary_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->stack), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->stack), GTK_EVENT_CONTROLLER (press));
  /* Here and not in the whole page, for in the search entry the key deletes a letter. */
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Delete|KP_Delete"),
                                                          gtk_named_action_new ("records.delete")));
  gtk_widget_add_controller (GTK_WIDGET (self->stack), keys);
}

static gboolean
has_tags (VelRecordsPage *self)
{
  return vel_entity_find_field (self->look->entity, "tags") != NULL;
}

static void
make_bar (VelRecordsPage *self)
{
  self->selection_bar = vel_selection_bar_new ();
  g_object_bind_property (self, "narrow", self->selection_bar, "narrow", G_BINDING_SYNC_CREATE);
  gtk_menu_button_set_create_popup_func (vel_selection_bar_get_tags_button (self->selection_bar), make_tags_cb,
                                         self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (vel_selection_bar_get_tags_button (self->selection_bar)), has_tags (self));
  if (self->look->add_deeds != NULL)
    self->look->add_deeds (vel_selection_bar_get_bar (self->selection_bar));
  gtk_box_append (self->box, GTK_WIDGET (self->selection_bar));
}

/**
 * vel_records_page_dup_meant:
 * @self: a page
 * @id: a record that is taken hold of
 *
 * Returns: (transfer full) (element-type gint64): those that are selected, if it
 *   is one of them, and else it alone
 */
GArray *
vel_records_page_dup_meant (VelRecordsPage *self,
                            gint64          id)
{
  guint position;
  GArray *ids;

  g_return_val_if_fail (VEL_IS_RECORDS_PAGE (self), NULL);

  if (self->selection != NULL && vel_query_model_find (self->model, id, &position) &&
      gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    return vel_id_selection_dup_ids (self->selection);
  ids = g_array_new (FALSE, FALSE, sizeof id);
  g_array_append_val (ids, id);
  return ids;
}

/* Shows how many are selected, and enables what can be done with them. */
void
vel_records_page_show_selection (VelRecordsPage *self)
{
  const guint n_selected = get_n_selected (self);
  const gboolean can_write = self->book != NULL && !vel_book_is_read_only (self->book);
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->selection_bar == NULL && n_selected > 0)
    make_bar (self);
  if (self->selection_bar != NULL)
    vel_selection_bar_show (self->selection_bar, n_selected, can_write);
  vel_records_page_add_selected (self);
  gtk_widget_action_set_enabled (widget, "records.open", n_selected > 0);
  gtk_widget_action_set_enabled (widget, "records.unselect", n_selected > 0);
  gtk_widget_action_set_enabled (widget, "records.edit", n_selected > 0 && can_write);
  gtk_widget_action_set_enabled (widget, "records.tag", n_selected > 0 && can_write && has_tags (self));
  gtk_widget_action_set_enabled (widget, "records.apply", n_selected > 0 && can_write && self->look->apply != NULL);
  gtk_widget_action_set_enabled (widget, "records.delete", n_selected > 0 && can_write);
}

void
vel_records_page_class_install_selection (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "records.open", NULL, open_first);
  gtk_widget_class_install_action (widget_class, "records.edit", NULL, edit);
  gtk_widget_class_install_action (widget_class, "records.tag", NULL, tag);
  gtk_widget_class_install_action (widget_class, "records.apply", "s", apply);
  gtk_widget_class_install_action (widget_class, "records.delete", NULL, delete);
  gtk_widget_class_install_action (widget_class, "records.select-all", NULL, select_all);
  gtk_widget_class_install_action (widget_class, "records.unselect", NULL, unselect);
  gtk_widget_class_install_action (widget_class, "menu.popup", NULL, popup_menu);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "menu.popup", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "menu.popup", NULL);
}
