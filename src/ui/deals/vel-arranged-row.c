/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-arranged-row.h"

#include <glib/gi18n.h>

#include "vel-arranged-list.h"

/**
 * VelArrangedRow:
 *
 * A row of a #VelArrangedList: a handle to drag it by, what its record is, a
 * menu of what can be done with it and, below, details that open and close.
 */
typedef struct
{
  VelRecord *record;    /* (owned) */
  GMenu     *menu;      /* (owned) */
  GMenu     *moves;     /* (owned) */
  GMenu     *choices;   /* (owned) */

  GtkBox    *line;
  GtkBox    *rest;
  GtkWidget *handle;
  GtkWidget *menu_button;
  GtkWidget *toggle;    /* (nullable) */
} VelArrangedRowPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (VelArrangedRow, vel_arranged_row, GTK_TYPE_LIST_BOX_ROW)

static void
move (GtkWidget *widget,
      int        steps)
{
  GtkWidget *list = gtk_widget_get_ancestor (widget, VEL_TYPE_ARRANGED_LIST);

  if (list != NULL)
    vel_arranged_list_move (VEL_ARRANGED_LIST (list), VEL_ARRANGED_ROW (widget), steps);
}

static void
move_up (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  move (widget, -1);
}

static void
move_down (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  move (widget, 1);
}

static gboolean
vel_arranged_row_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  GtkWidget *child = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget));

  /* The row itself takes no focus: Tab and the arrows go to what is in it. */
  return child != NULL && gtk_widget_child_focus (child, direction);
}

static void
vel_arranged_row_dispose (GObject *object)
{
  VelArrangedRowPrivate *priv = vel_arranged_row_get_instance_private (VEL_ARRANGED_ROW (object));

  g_clear_object (&priv->menu);
  g_clear_object (&priv->moves);
  g_clear_object (&priv->choices);

  G_OBJECT_CLASS (vel_arranged_row_parent_class)->dispose (object);
}

static void
vel_arranged_row_finalize (GObject *object)
{
  VelArrangedRowPrivate *priv = vel_arranged_row_get_instance_private (VEL_ARRANGED_ROW (object));

  g_clear_object (&priv->record);

  G_OBJECT_CLASS (vel_arranged_row_parent_class)->finalize (object);
}

static void
vel_arranged_row_class_init (VelArrangedRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_arranged_row_dispose;
  object_class->finalize = vel_arranged_row_finalize;
  widget_class->focus = vel_arranged_row_focus;

  gtk_widget_class_install_action (widget_class, "row.up", NULL, move_up);
  gtk_widget_class_install_action (widget_class, "row.down", NULL, move_down);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "row.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Up, GDK_ALT_MASK, "row.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "row.down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Down, GDK_ALT_MASK, "row.down", NULL);
}

static void
vel_arranged_row_init (VelArrangedRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "vel-arranged-row");
}

/**
 * vel_arranged_row_build:
 * @self: a row of a subclass, being made
 * @record: what it shows
 * @content: (transfer floating): how
 *
 * Fills the row; called once.
 */
void
vel_arranged_row_build (VelArrangedRow *self,
                        VelRecord      *record,
                        GtkWidget      *content)
{
  VelArrangedRowPrivate *priv = vel_arranged_row_get_instance_private (self);

  g_return_if_fail (VEL_IS_ARRANGED_ROW (self));
  g_return_if_fail (priv->record == NULL);

  priv->record = g_object_ref (record);
  priv->rest = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  priv->line = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (priv->line), "vel-arranged-line");
  gtk_box_append (priv->rest, GTK_WIDGET (priv->line));

  priv->handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  gtk_widget_set_tooltip_text (priv->handle, _("Drag to arrange (Alt+↑, Alt+↓)"));
  gtk_widget_set_cursor_from_name (priv->handle, "grab");
  gtk_widget_add_css_class (priv->handle, "vel-handle");
  gtk_box_append (priv->line, priv->handle);

  gtk_widget_set_hexpand (content, TRUE);
  gtk_widget_set_valign (content, GTK_ALIGN_CENTER);
  gtk_box_append (priv->line, content);

  priv->menu = g_menu_new ();
  priv->moves = g_menu_new ();
  priv->choices = g_menu_new ();
  g_menu_append_section (priv->menu, NULL, G_MENU_MODEL (priv->moves));
  g_menu_append_section (priv->menu, NULL, G_MENU_MODEL (priv->choices));
  priv->menu_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (priv->menu_button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (priv->menu_button), G_MENU_MODEL (priv->menu));
  gtk_widget_set_tooltip_text (priv->menu_button, _("More"));
  gtk_widget_set_valign (priv->menu_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (priv->menu_button, "flat");
  gtk_box_append (priv->line, priv->menu_button);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (priv->rest));
}

/**
 * vel_arranged_row_get_record:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
VelRecord *
vel_arranged_row_get_record (VelArrangedRow *self)
{
  VelArrangedRowPrivate *priv = vel_arranged_row_get_instance_private (self);

  g_return_val_if_fail (VEL_IS_ARRANGED_ROW (self), NULL);

  return priv->record;
}

/**
 * vel_arranged_row_get_id:
 * @self: a row
 *
 * Returns: the id of what it shows
 */
gint64
vel_arranged_row_get_id (VelArrangedRow *self)
{
  return vel_record_get_id (vel_arranged_row_get_record (self));
}

/**
 * vel_arranged_row_get_handle:
 * @self: a row
 *
 * Returns: (transfer none): what it is dragged by
 */
GtkWidget *
vel_arranged_row_get_handle (VelArrangedRow *self)
{
  VelArrangedRowPrivate *priv = vel_arranged_row_get_instance_private (self);

  g_return_val_if_fail (VEL_IS_ARRANGED_ROW (self), NULL);

  return priv->handle;
}

/**
 * vel_arranged_row_add_prefix:
 * @self: a row
 * @widget: (transfer floating): what stands between the handle and the rest
 */
void
vel_arranged_row_add_prefix (VelArrangedRow *self,
                             GtkWidget      *widget)
{
  VelArrangedRowPrivate *priv = vel_arranged_row_get_instance_private (self);

  g_return_if_fail (VEL_IS_ARRANGED_ROW (self));

  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_box_insert_child_after (priv->line, widget, priv->handle);
}

/**
 * vel_arranged_row_add_choice:
 * @self: a row
 * @label: what can be done with it, in the language of the interface
 * @action: the action of the row that does it
 */
void
vel_arranged_row_add_choice (VelArrangedRow *self,
                             const char     *label,
                             const char     *action)
{
  VelArrangedRowPrivate *priv = vel_arranged_row_get_instance_private (self);

  g_return_if_fail (VEL_IS_ARRANGED_ROW (self));

  g_menu_append (priv->choices, label, action);
}

/**
 * vel_arranged_row_set_details:
 * @self: a row that has none yet
 * @details: (transfer floating): what opens below it
 * @label: what the button says that opens and closes it
 */
void
vel_arranged_row_set_details (VelArrangedRow *self,
                              GtkWidget      *details,
                              const char     *label)
{
  VelArrangedRowPrivate *priv = vel_arranged_row_get_instance_private (self);
  GtkWidget *revealer = gtk_revealer_new ();

  g_return_if_fail (VEL_IS_ARRANGED_ROW (self));
  g_return_if_fail (priv->toggle == NULL);

  gtk_revealer_set_child (GTK_REVEALER (revealer), details);
  gtk_box_append (priv->rest, revealer);

  priv->toggle = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (priv->toggle), "pan-down-symbolic");
  gtk_widget_set_tooltip_text (priv->toggle, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (priv->toggle, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (priv->toggle, "flat");
  gtk_widget_add_css_class (priv->toggle, "vel-opener");
  gtk_box_insert_child_after (priv->line, priv->toggle, gtk_widget_get_prev_sibling (priv->menu_button));
  g_object_bind_property (priv->toggle, "active", revealer, "reveal-child", G_BINDING_SYNC_CREATE);
}

/**
 * vel_arranged_row_open:
 * @self: a row with details
 *
 * Shows the details.
 */
void
vel_arranged_row_open (VelArrangedRow *self)
{
  VelArrangedRowPrivate *priv = vel_arranged_row_get_instance_private (self);

  g_return_if_fail (VEL_IS_ARRANGED_ROW (self));
  g_return_if_fail (priv->toggle != NULL);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (priv->toggle), TRUE);
}

/**
 * vel_arranged_row_name:
 * @self: a row
 * @name: what its record is called
 *
 * Tells those who do not see it which row it is, and whose menu the menu is.
 */
void
vel_arranged_row_name (VelArrangedRow *self,
                       const char     *name)
{
  VelArrangedRowPrivate *priv = vel_arranged_row_get_instance_private (self);
  g_autofree char *more = NULL;

  g_return_if_fail (VEL_IS_ARRANGED_ROW (self));

  /* Translators: %s is a stage, a lost reason or a rate; the button opens its menu */
  more = g_strdup_printf (_("More for %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, more, -1);
}

/**
 * vel_arranged_row_set_place:
 * @self: a row
 * @position: where it stands, from 0 on
 * @n_rows: how many there are
 * @arrangeable: whether it may be moved
 */
void
vel_arranged_row_set_place (VelArrangedRow *self,
                            guint           position,
                            guint           n_rows,
                            gboolean        arrangeable)
{
  VelArrangedRowPrivate *priv = vel_arranged_row_get_instance_private (self);

  g_return_if_fail (VEL_IS_ARRANGED_ROW (self));

  if (arrangeable && g_menu_model_get_n_items (G_MENU_MODEL (priv->moves)) == 0)
    {
      g_menu_append (priv->moves, _("Move up"), "row.up");
      g_menu_append (priv->moves, _("Move down"), "row.down");
    }
  gtk_widget_set_visible (priv->handle, arrangeable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.up", arrangeable && position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.down", arrangeable && position + 1 < n_rows);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) position + 1,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n_rows, -1);
}
