/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-capture-chip.h"

#include <glib/gi18n.h>

/**
 * VelCaptureChip:
 *
 * What was understood of a captured line, with a button that takes it off. Where
 * it is not known which of several is meant, its text is a button that opens the
 * choices. It hides while it says nothing.
 */
struct _VelCaptureChip
{
  GtkWidget   parent_instance;

  const char *style;   /* interned: the style class of its tint */
  char       *text;    /* (owned) (nullable) */
  GtkWidget  *label;
  GtkWidget  *menu;
  GtkWidget  *menu_label;
  GtkWidget  *close;
};

enum { REMOVED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelCaptureChip, vel_capture_chip, GTK_TYPE_WIDGET)

static void
close_cb (VelCaptureChip *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
vel_capture_chip_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (vel_capture_chip_parent_class)->dispose (object);
}

static void
vel_capture_chip_finalize (GObject *object)
{
  g_free (VEL_CAPTURE_CHIP (object)->text);

  G_OBJECT_CLASS (vel_capture_chip_parent_class)->finalize (object);
}

static void
vel_capture_chip_class_init (VelCaptureChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vel_capture_chip_dispose;
  object_class->finalize = vel_capture_chip_finalize;

  /**
   * VelCaptureChip::removed:
   * @self: a chip
   *
   * Somebody takes it off; whoever holds it empties it.
   */
  signals[REMOVED] = g_signal_new ("removed", VEL_TYPE_CAPTURE_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
vel_capture_chip_init (VelCaptureChip *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "vel-chip");
  gtk_widget_add_css_class (GTK_WIDGET (self), "removable");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));

  self->menu = gtk_menu_button_new ();
  self->menu_label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->menu_label), PANGO_ELLIPSIZE_END);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->menu), self->menu_label);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->menu), TRUE);
  gtk_widget_set_visible (self->menu, FALSE);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));

  self->close = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_set_valign (self->close, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->close, GTK_WIDGET (self));
  g_signal_connect_swapped (self->close, "clicked", G_CALLBACK (close_cb), self);
}

/**
 * vel_capture_chip_new:
 * @style: the style class of its tint
 *
 * Returns: (transfer full): a chip that says nothing
 */
GtkWidget *
vel_capture_chip_new (const char *style)
{
  VelCaptureChip *self = g_object_new (VEL_TYPE_CAPTURE_CHIP, NULL);

  self->style = g_intern_string (style);
  gtk_widget_add_css_class (GTK_WIDGET (self), self->style);
  return GTK_WIDGET (self);
}

/**
 * vel_capture_chip_set:
 * @self: a chip
 * @text: (nullable): what it says; %NULL hides it
 * @choices: (nullable) (transfer floating): a popover with what may be meant
 */
void
vel_capture_chip_set (VelCaptureChip *self,
                      const char     *text,
                      GtkWidget      *choices)
{
  const gboolean had_choices = gtk_widget_get_visible (self->menu);
  g_autofree char *tip = NULL;

  g_return_if_fail (VEL_IS_CAPTURE_CHIP (self));

  if (choices == NULL && !had_choices && g_strcmp0 (self->text, text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  gtk_widget_set_visible (self->label, choices == NULL);
  gtk_widget_set_visible (self->menu, choices != NULL);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->menu), choices);
  if (choices != NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), self->style);
      gtk_widget_add_css_class (GTK_WIDGET (self), "vel-amber");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "vel-amber");
      gtk_widget_add_css_class (GTK_WIDGET (self), self->style);
    }
  if (text == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_label_set_label (GTK_LABEL (self->menu_label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  tip = g_strdup_printf (_("Take off “%s”"), text);
  gtk_widget_set_tooltip_text (self->close, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->close), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
}

/**
 * vel_capture_chip_get_text:
 * @self: a chip
 *
 * Returns: (transfer none) (nullable): what it says
 */
const char *
vel_capture_chip_get_text (VelCaptureChip *self)
{
  g_return_val_if_fail (VEL_IS_CAPTURE_CHIP (self), NULL);

  return self->text;
}

/**
 * vel_capture_chip_open:
 * @self: a chip with choices
 *
 * Opens them.
 */
void
vel_capture_chip_open (VelCaptureChip *self)
{
  g_return_if_fail (VEL_IS_CAPTURE_CHIP (self));

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->menu));
}
