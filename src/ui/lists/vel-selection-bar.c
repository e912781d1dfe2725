/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-selection-bar.h"

#include <glib/gi18n.h>

#include "vel-number.h"

/**
 * VelSelectionBar:
 *
 * Below a list: how many are selected, what they are worth, and what can be done
 * with them.
 */
struct _VelSelectionBar
{
  AdwBin         parent_instance;

  gboolean       narrow;

  GtkActionBar  *action_bar;
  GtkLabel      *label;
  GtkLabel      *sums;
  GtkMenuButton *tags_button;
};

enum { PROP_0, PROP_NARROW, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VelSelectionBar, vel_selection_bar, ADW_TYPE_BIN)

static void
vel_selection_bar_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), VEL_TYPE_SELECTION_BAR);

  G_OBJECT_CLASS (vel_selection_bar_parent_class)->dispose (object);
}

static void
vel_selection_bar_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  VelSelectionBar *self = VEL_SELECTION_BAR (object);

  switch (property_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_selection_bar_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  VelSelectionBar *self = VEL_SELECTION_BAR (object);

  switch (property_id)
    {
    case PROP_NARROW:
      if (self->narrow == g_value_get_boolean (value))
        return;
      self->narrow = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_selection_bar_class_init (VelSelectionBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_selection_bar_dispose;
  object_class->get_property = vel_selection_bar_get_property;
  object_class->set_property = vel_selection_bar_set_property;

  /* Whether there is room for icons only. */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/velinimet/Velinimet/lists/vel-selection-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, VelSelectionBar, action_bar);
  gtk_widget_class_bind_template_child (widget_class, VelSelectionBar, label);
  gtk_widget_class_bind_template_child (widget_class, VelSelectionBar, sums);
  gtk_widget_class_bind_template_child (widget_class, VelSelectionBar, tags_button);
}

static void
vel_selection_bar_init (VelSelectionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vel_selection_bar_new:
 *
 * Returns: (transfer floating): a bar that is hidden
 */
VelSelectionBar *
vel_selection_bar_new (void)
{
  return g_object_new (VEL_TYPE_SELECTION_BAR, NULL);
}

/**
 * vel_selection_bar_get_tags_button:
 * @self: a bar
 *
 * Returns: (transfer none): the button that is given a popover for the tags
 */
GtkMenuButton *
vel_selection_bar_get_tags_button (VelSelectionBar *self)
{
  g_return_val_if_fail (VEL_IS_SELECTION_BAR (self), NULL);

  return self->tags_button;
}

/**
 * vel_selection_bar_get_bar:
 * @self: a bar
 *
 * Returns: (transfer none): where buttons go for what can be done with these records alone
 */
GtkActionBar *
vel_selection_bar_get_bar (VelSelectionBar *self)
{
  g_return_val_if_fail (VEL_IS_SELECTION_BAR (self), NULL);

  return self->action_bar;
}

/**
 * vel_selection_bar_show:
 * @self: a bar
 * @n_selected: how many are selected; with 0 the bar goes
 * @can_write: whether they can be changed
 */
void
vel_selection_bar_show (VelSelectionBar *self,
                        guint            n_selected,
                        gboolean         can_write)
{
  g_return_if_fail (VEL_IS_SELECTION_BAR (self));

  /* While the bar goes it says what it did. */
  if (n_selected > 0)
    {
      g_autofree char *number = vel_number_format (n_selected);
      /* Translators: %s is a number */
      g_autofree char *text = g_strdup_printf (ngettext ("%s selected", "%s selected", n_selected), number);

      gtk_label_set_text (self->label, text);
    }
  gtk_action_bar_set_revealed (self->action_bar, n_selected > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->tags_button), n_selected > 0 && can_write);
}

/**
 * vel_selection_bar_set_sums:
 * @self: a bar
 * @sums: (nullable): what those that are selected are worth
 * @tooltip: (nullable): the same at greater length
 */
void
vel_selection_bar_set_sums (VelSelectionBar *self,
                            const char      *sums,
                            const char      *tooltip)
{
  g_return_if_fail (VEL_IS_SELECTION_BAR (self));

  gtk_label_set_text (self->sums, sums != NULL ? sums : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sums), tooltip);
}
