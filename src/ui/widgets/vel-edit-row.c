/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-edit-row.h"

/**
 * VelEditRow:
 *
 * A row of a card: what is known, in the letters of the card and not of a
 * form, with its name below; it is edited where it stands (#VelInlineText).
 * Buttons stand at its end, and before them a mark that says whether what was
 * checked is right.
 */
typedef struct
{
  GtkBox        *box;
  GtkBox        *lines;
  VelInlineText *text;
  GtkImage      *mark;
  char          *good;  /* (owned) (nullable): what is said of what is right */
} VelEditRowPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (VelEditRow, vel_edit_row, ADW_TYPE_PREFERENCES_ROW)

static void
refresh_mark (VelEditRow *self)
{
  VelEditRowPrivate *priv = vel_edit_row_get_instance_private (self);
  const VelVerdict verdict = vel_inline_text_get_verdict (priv->text);
  const gboolean doubtful = verdict == VEL_VERDICT_DOUBTFUL;
  const char *said = doubtful ? vel_inline_text_get_sentence (priv->text) : priv->good;

  gtk_image_set_from_icon_name (priv->mark, doubtful ? "dialog-warning-symbolic" : "object-select-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (priv->mark), said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  said != NULL ? said : "", -1);
  gtk_widget_set_visible (GTK_WIDGET (priv->mark),
                          doubtful || (verdict == VEL_VERDICT_GOOD && priv->good != NULL));
  if (doubtful)
    gtk_widget_add_css_class (GTK_WIDGET (priv->mark), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (priv->mark), "warning");
}

static void
editing_cb (VelEditRow *self)
{
  VelEditRowPrivate *priv = vel_edit_row_get_instance_private (self);

  if (vel_inline_text_is_editing (priv->text))
    gtk_widget_add_css_class (GTK_WIDGET (self), "editing");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "editing");
}

static gboolean
vel_edit_row_focus (GtkWidget        *widget,
                    GtkDirectionType  direction)
{
  VelEditRowPrivate *priv = vel_edit_row_get_instance_private (VEL_EDIT_ROW (widget));

  /* The row itself takes no focus: Tab and the arrows go into its text. */
  return gtk_widget_child_focus (GTK_WIDGET (priv->box), direction);
}

static gboolean
vel_edit_row_grab_focus (GtkWidget *widget)
{
  VelEditRowPrivate *priv = vel_edit_row_get_instance_private (VEL_EDIT_ROW (widget));

  return gtk_widget_grab_focus (GTK_WIDGET (priv->text));
}

static void
vel_edit_row_finalize (GObject *object)
{
  VelEditRowPrivate *priv = vel_edit_row_get_instance_private (VEL_EDIT_ROW (object));

  g_clear_pointer (&priv->good, g_free);

  G_OBJECT_CLASS (vel_edit_row_parent_class)->finalize (object);
}

static void
vel_edit_row_class_init (VelEditRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = vel_edit_row_finalize;
  widget_class->focus = vel_edit_row_focus;
  widget_class->grab_focus = vel_edit_row_grab_focus;
}

static void
vel_edit_row_init (VelEditRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "vel-edit-row");
}

/**
 * vel_edit_row_build:
 * @self: a row of a subclass, being made
 * @multiline: whether its text may have several lines
 *
 * Fills the row; called once.
 *
 * Returns: (transfer none): its text
 */
VelInlineText *
vel_edit_row_build (VelEditRow *self,
                    gboolean    multiline)
{
  VelEditRowPrivate *priv = vel_edit_row_get_instance_private (self);

  g_return_val_if_fail (VEL_IS_EDIT_ROW (self), NULL);

  priv->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (priv->box), "vel-row-box");
  priv->text = VEL_INLINE_TEXT (vel_inline_text_new (multiline));
  priv->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_set_hexpand (GTK_WIDGET (priv->lines), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (priv->lines), GTK_ALIGN_CENTER);
  gtk_box_append (priv->lines, GTK_WIDGET (priv->text));
  gtk_box_append (priv->box, GTK_WIDGET (priv->lines));
  priv->mark = GTK_IMAGE (gtk_image_new ());
  gtk_widget_set_visible (GTK_WIDGET (priv->mark), FALSE);
  gtk_box_append (priv->box, GTK_WIDGET (priv->mark));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (priv->box));

  g_signal_connect_object (priv->text, "notify::editing", G_CALLBACK (editing_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->text, "notify::verdict", G_CALLBACK (refresh_mark), self, G_CONNECT_SWAPPED);
  return priv->text;
}

/**
 * vel_edit_row_get_inline:
 * @self: a row
 *
 * Returns: (transfer none): its text
 */
VelInlineText *
vel_edit_row_get_inline (VelEditRow *self)
{
  VelEditRowPrivate *priv = vel_edit_row_get_instance_private (self);

  g_return_val_if_fail (VEL_IS_EDIT_ROW (self), NULL);

  return priv->text;
}

/**
 * vel_edit_row_add_below:
 * @self: a row
 * @widget: (transfer floating): what stands below its text
 */
void
vel_edit_row_add_below (VelEditRow *self,
                        GtkWidget  *widget)
{
  VelEditRowPrivate *priv = vel_edit_row_get_instance_private (self);

  g_return_if_fail (VEL_IS_EDIT_ROW (self));

  gtk_widget_set_halign (widget, GTK_ALIGN_START);
  gtk_box_append (priv->lines, widget);
}

/**
 * vel_edit_row_add_suffix:
 * @self: a row
 * @widget: (transfer floating): a button to stand at its end
 */
void
vel_edit_row_add_suffix (VelEditRow *self,
                         GtkWidget  *widget)
{
  VelEditRowPrivate *priv = vel_edit_row_get_instance_private (self);

  g_return_if_fail (VEL_IS_EDIT_ROW (self));

  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_box_append (priv->box, widget);
}

/**
 * vel_edit_row_set_marks:
 * @self: a row
 * @good: (nullable): what its mark says of a text that has been checked and is right
 */
void
vel_edit_row_set_marks (VelEditRow *self,
                        const char *good)
{
  VelEditRowPrivate *priv = vel_edit_row_get_instance_private (self);

  g_return_if_fail (VEL_IS_EDIT_ROW (self));

  g_free (priv->good);
  priv->good = g_strdup (good);
  refresh_mark (self);
}
