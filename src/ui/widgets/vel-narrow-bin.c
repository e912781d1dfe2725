/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-narrow-bin.h"

/**
 * VelNarrowBin:
 *
 * A page that knows whether it is narrow: whether fewer letters fit side by
 * side than a page wants. What has no room then hides by a binding to "narrow".
 */
typedef struct
{
  int      chars;
  gboolean narrow;
  guint    idle;
} VelNarrowBinPrivate;

/* With fewer letters than this side by side, a page is narrow, unless it says otherwise. */
#define NARROW_CHARS 75

/* No screen is narrower, in pixels. */
#define MIN_WIDTH 360

enum { PROP_0, PROP_NARROW, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_TYPE_WITH_PRIVATE (VelNarrowBin, vel_narrow_bin, ADW_TYPE_BIN)

/* Widgets may not come and go while places are being given out, so they do right after. */
static gboolean
idle_cb (gpointer data)
{
  VelNarrowBinPrivate *priv = vel_narrow_bin_get_instance_private (data);

  priv->idle = 0;
  priv->narrow = !priv->narrow;
  g_object_notify_by_pspec (data, properties[PROP_NARROW]);
  return G_SOURCE_REMOVE;
}

static void
vel_narrow_bin_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  if (child != NULL)
    gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
  /* With less room than it needs now it becomes narrow, and needs less. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, MIN_WIDTH);
}

static void
vel_narrow_bin_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  VelNarrowBinPrivate *priv = vel_narrow_bin_get_instance_private (VEL_NARROW_BIN (widget));
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  const int chars = width * PANGO_SCALE / MAX (pango_font_metrics_get_approximate_char_width (metrics), 1);
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  int minimum;

  pango_font_metrics_unref (metrics);
  if (child != NULL)
    {
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_size_allocate (child, &(GtkAllocation) { 0, 0, MAX (width, minimum), height }, baseline);
    }
  if ((chars < priv->chars) == priv->narrow)
    g_clear_handle_id (&priv->idle, g_source_remove);
  else if (priv->idle == 0)
    priv->idle = g_idle_add_full (GDK_PRIORITY_EVENTS, idle_cb, widget, NULL);
}

static void
vel_narrow_bin_dispose (GObject *object)
{
  VelNarrowBinPrivate *priv = vel_narrow_bin_get_instance_private (VEL_NARROW_BIN (object));

  g_clear_handle_id (&priv->idle, g_source_remove);

  G_OBJECT_CLASS (vel_narrow_bin_parent_class)->dispose (object);
}

static void
vel_narrow_bin_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (property_id == PROP_NARROW)
    g_value_set_boolean (value, vel_narrow_bin_is_narrow (VEL_NARROW_BIN (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
vel_narrow_bin_class_init (VelNarrowBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_narrow_bin_dispose;
  object_class->get_property = vel_narrow_bin_get_property;
  widget_class->measure = vel_narrow_bin_measure;
  widget_class->size_allocate = vel_narrow_bin_size_allocate;

  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vel_narrow_bin_init (VelNarrowBin *self)
{
  VelNarrowBinPrivate *priv = vel_narrow_bin_get_instance_private (self);

  priv->chars = NARROW_CHARS;
  /* It would be asked in place of the functions above. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

/**
 * vel_narrow_bin_set_chars:
 * @self: a page
 * @chars: with fewer letters than this side by side it is narrow
 */
void
vel_narrow_bin_set_chars (VelNarrowBin *self,
                          int           chars)
{
  VelNarrowBinPrivate *priv = vel_narrow_bin_get_instance_private (self);

  g_return_if_fail (VEL_IS_NARROW_BIN (self));

  priv->chars = chars;
}

/**
 * vel_narrow_bin_is_narrow:
 * @self: a page
 *
 * Returns: whether it has less room than it wants
 */
gboolean
vel_narrow_bin_is_narrow (VelNarrowBin *self)
{
  VelNarrowBinPrivate *priv = vel_narrow_bin_get_instance_private (self);

  g_return_val_if_fail (VEL_IS_NARROW_BIN (self), FALSE);

  return priv->narrow;
}
