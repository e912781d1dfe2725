/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-fold.h"

/**
 * VelFold:
 *
 * Two panes beside each other, of which the first goes where there is no room
 * for both; #VelFold:folded tells, so that its content can move into the
 * second. Widths are counted in the letters of the font, so that a font of
 * twice the size folds at twice the width. (AdwLeaflet shows one of the two
 * and slides between them, AdwBreakpoint is newer than what we build on.)
 */
struct _VelFold
{
  GtkWidget  parent_instance;

  GtkWidget *start;
  GtkWidget *separator;
  GtkWidget *end;
  gboolean   folded;
  gboolean   wants_folded;
  guint      source;
};

/* In widths of the font's em. At the usual size of 11 points these are 352, 440 and 700 pixels. */
#define START_EM 24.0
#define START_MAX_EM 30.0
#define FOLD_EM 47.7
#define START_SHARE 0.38

enum { PROP_0, PROP_FOLDED, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VelFold, vel_fold, GTK_TYPE_WIDGET)

static double
get_em (VelFold *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  const double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (pango_font_description_get_size_is_absolute (font))
    return size;
  return size * pango_cairo_context_get_resolution (context) / 72;
}

static void
vel_fold_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  VelFold *self = VEL_FOLD (widget);
  int start_minimum = 0;
  int start_natural = 0;

  gtk_widget_measure (self->end, orientation, -1, minimum, natural, NULL, NULL);
  gtk_widget_measure (self->start, orientation, -1, &start_minimum, &start_natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = MAX (*natural + (int) (START_EM * get_em (self)), *minimum);
    }
  else
    {
      *minimum = MAX (*minimum, start_minimum);
      *natural = MAX (*natural, start_natural);
    }
}

static gboolean
fold_cb (gpointer data)
{
  VelFold *self = data;

  self->source = 0;
  if (self->folded != self->wants_folded)
    {
      self->folded = self->wants_folded;
      gtk_widget_set_child_visible (self->start, !self->folded);
      gtk_widget_set_child_visible (self->separator, !self->folded);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
    }
  return G_SOURCE_REMOVE;
}

static void
vel_fold_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  VelFold *self = VEL_FOLD (widget);
  const double em = get_em (self);
  const gboolean mirror = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int start_width = 0;
  int line_width = 0;

  /* Children cannot move while they are being placed: that is done before the next frame. */
  self->wants_folded = width < FOLD_EM * em;
  if (self->wants_folded != self->folded && self->source == 0)
    self->source = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, fold_cb, self, NULL);

  if (!self->folded)
    {
      const double share = CLAMP (width * START_SHARE, START_EM * em, START_MAX_EM * em + MAX (width - 1280, 0) / 8.0);
      int minimum;

      gtk_widget_measure (self->start, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_measure (self->separator, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &line_width, NULL, NULL);
      start_width = MAX (minimum, MIN ((int) share, width / 2));
      gtk_widget_size_allocate (self->start,
                                &(GtkAllocation) { mirror ? width - start_width : 0, 0, start_width, height }, -1);
      gtk_widget_size_allocate (self->separator,
                                &(GtkAllocation) { mirror ? width - start_width - line_width : start_width, 0,
                                                   line_width, height }, -1);
    }
  start_width += line_width;
  gtk_widget_measure (self->end, GTK_ORIENTATION_HORIZONTAL, -1, &line_width, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->end,
                            &(GtkAllocation) { mirror ? 0 : start_width, 0, MAX (width - start_width, line_width),
                                               height }, -1);
}

static void
vel_fold_dispose (GObject *object)
{
  VelFold *self = VEL_FOLD (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->separator, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);

  G_OBJECT_CLASS (vel_fold_parent_class)->dispose (object);
}

static void
vel_fold_get_property (GObject    *object,
                       guint       property_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, VEL_FOLD (object)->folded);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_fold_class_init (VelFoldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_fold_dispose;
  object_class->get_property = vel_fold_get_property;
  widget_class->measure = vel_fold_measure;
  widget_class->size_allocate = vel_fold_size_allocate;

  properties[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vel_fold_init (VelFold *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_parent (self->separator, GTK_WIDGET (self));
}

/**
 * vel_fold_new:
 * @start: (transfer floating): the pane that goes
 * @end: (transfer floating): the pane that stays
 *
 * Returns: (transfer full): both
 */
GtkWidget *
vel_fold_new (GtkWidget *start,
              GtkWidget *end)
{
  VelFold *self = g_object_new (VEL_TYPE_FOLD, NULL);

  self->start = start;
  self->end = end;
  gtk_widget_insert_before (start, GTK_WIDGET (self), self->separator);
  gtk_widget_insert_after (end, GTK_WIDGET (self), self->separator);
  return GTK_WIDGET (self);
}

/**
 * vel_fold_get_folded:
 * @self: a fold
 *
 * Returns: whether only the second pane shows
 */
gboolean
vel_fold_get_folded (VelFold *self)
{
  g_return_val_if_fail (VEL_IS_FOLD (self), FALSE);

  return self->folded;
}
