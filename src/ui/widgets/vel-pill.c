/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-pill.h"

/**
 * VelPill:
 *
 * One word on a tinted ground. It asks for no room according to its text,
 * unlike a label: whoever holds it asks it for its width and gives it so much,
 * so that a list which scrolls is not laid out anew with every row.
 */
struct _VelPill
{
  GtkWidget    parent_instance;

  PangoLayout *layout;  /* (owned) (nullable): made with the first text */
  const char  *style;   /* (nullable) interned: its style class */
};

G_DEFINE_FINAL_TYPE (VelPill, vel_pill, GTK_TYPE_WIDGET)

static void
vel_pill_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      PangoContext *context = gtk_widget_get_pango_context (widget);
      PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

      *minimum = *natural = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
      pango_font_metrics_unref (metrics);
    }
}

static void
vel_pill_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  VelPill *self = VEL_PILL (widget);
  int height;

  if (self->layout == NULL)
    return;
  pango_layout_set_width (self->layout, MAX (gtk_widget_get_width (widget), 0) * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget),
                              0, (gtk_widget_get_height (widget) - height) / 2.0, self->layout);
}

static void
vel_pill_dispose (GObject *object)
{
  g_clear_object (&VEL_PILL (object)->layout);

  G_OBJECT_CLASS (vel_pill_parent_class)->dispose (object);
}

static void
vel_pill_class_init (VelPillClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vel_pill_dispose;
  widget_class->measure = vel_pill_measure;
  widget_class->snapshot = vel_pill_snapshot;

  gtk_widget_class_set_css_name (widget_class, "pill");
  /* Whoever holds it says what all of its pills say. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
vel_pill_init (VelPill *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "vel-chip");
}

/**
 * vel_pill_new:
 *
 * Returns: (transfer full): a pill without a word
 */
GtkWidget *
vel_pill_new (void)
{
  return g_object_new (VEL_TYPE_PILL, NULL);
}

/**
 * vel_pill_set:
 * @self: a pill
 * @text: what it says
 * @style: (nullable): the style class of its tint
 */
void
vel_pill_set (VelPill    *self,
              const char *text,
              const char *style)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (VEL_IS_PILL (self));

  style = g_intern_string (style);
  if (self->style != style)
    {
      if (self->style != NULL)
        gtk_widget_remove_css_class (widget, self->style);
      if (style != NULL)
        gtk_widget_add_css_class (widget, style);
      self->style = style;
    }
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (widget, NULL);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_single_paragraph_mode (self->layout, TRUE);
    }
  if (g_str_equal (pango_layout_get_text (self->layout), text))
    return;
  pango_layout_set_text (self->layout, text, -1);
  gtk_widget_queue_draw (widget);
}

/**
 * vel_pill_get_text:
 * @self: a pill
 *
 * Returns: (transfer none): what it says
 */
const char *
vel_pill_get_text (VelPill *self)
{
  g_return_val_if_fail (VEL_IS_PILL (self), NULL);

  return self->layout != NULL ? pango_layout_get_text (self->layout) : "";
}

/**
 * vel_pill_get_width:
 * @self: a pill
 *
 * Returns: how wide it would have to be to show all it says, in pixels
 */
int
vel_pill_get_width (VelPill *self)
{
  GtkStyleContext *style;
  GtkBorder padding;
  GtkBorder border;
  int width = 0;

  g_return_val_if_fail (VEL_IS_PILL (self), 0);

  style = gtk_widget_get_style_context (GTK_WIDGET (self));
  gtk_style_context_get_padding (style, &padding);
  gtk_style_context_get_border (style, &border);
  if (self->layout != NULL)
    {
      pango_layout_set_width (self->layout, -1);
      pango_layout_get_pixel_size (self->layout, &width, NULL);
    }
  return width + padding.left + padding.right + border.left + border.right;
}
