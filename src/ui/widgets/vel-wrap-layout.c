/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-wrap-layout.h"

/**
 * VelWrapLayout:
 *
 * Sets children beside each other like words in a line, and goes on in the
 * next line where there is no more room. GtkFlowBox aligns its children in
 * columns, which chips and buttons of different widths do not want; AdwWrapBox
 * is newer than what we build on.
 */
struct _VelWrapLayout
{
  GtkLayoutManager parent_instance;

  int              spacing;       /* px between two children of a line */
  int              line_spacing;  /* px between two lines */
};

enum { PROP_0, PROP_SPACING, PROP_LINE_SPACING, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VelWrapLayout, vel_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct
{
  GtkWidget *first;
  GtkWidget *end;     /* (nullable): the first that is no more of the line */
  int        height;
  int        room;    /* px left over */
  guint      n_expand;
} Line;

static int
measure_width (GtkWidget *child,
               int        width)
{
  int minimum;
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, width));
}

static int
measure_height (GtkWidget *child,
                int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static Line
find_line (VelWrapLayout *self,
           GtkWidget     *first,
           int            width)
{
  Line line = { .first = first, .room = width };
  GtkWidget *child;
  gboolean empty = TRUE;

  for (child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_width;

      if (!gtk_widget_should_layout (child))
        continue;
      child_width = measure_width (child, width);
      if (!empty && line.room < child_width + self->spacing)
        break;
      line.room -= child_width + (empty ? 0 : self->spacing);
      line.height = MAX (line.height, measure_height (child, child_width));
      line.n_expand += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
      empty = FALSE;
    }
  line.end = child;
  line.room = MAX (line.room, 0);
  return line;
}

static GtkSizeRequestMode
vel_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
vel_wrap_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  VelWrapLayout *self = VEL_WRAP_LAYOUT (manager);
  gboolean empty = TRUE;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);

      while (child != NULL)
        {
          const Line line = find_line (self, child, for_size < 0 ? G_MAXINT / 2 : for_size);

          *natural += line.height + (empty || line.height == 0 ? 0 : self->line_spacing);
          empty = FALSE;
          child = line.end;
        }
      *minimum = *natural;
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;
      int child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (empty ? 0 : self->spacing);
      empty = FALSE;
    }
}

/* What is left over goes to the children of the line that want it. */
static void
allocate_line (VelWrapLayout *self,
               const Line    *line,
               gboolean       mirror,
               int            width,
               int            y)
{
  int x = 0;
  int share = line->n_expand > 0 ? line->room / (int) line->n_expand : 0;

  for (GtkWidget *child = line->first; child != line->end; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place;

      if (!gtk_widget_should_layout (child))
        continue;
      place.width = measure_width (child, width);
      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        place.width += share;
      place.height = line->height;
      place.x = mirror ? width - x - place.width : x;
      place.y = y;
      gtk_widget_size_allocate (child, &place, -1);
      x += place.width + self->spacing;
    }
}

static void
vel_wrap_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  VelWrapLayout *self = VEL_WRAP_LAYOUT (manager);
  const gboolean mirror = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      const Line line = find_line (self, child, width);

      allocate_line (self, &line, mirror, width, y);
      y += line.height + self->line_spacing;
      child = line.end;
    }
}

static void
vel_wrap_layout_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  VelWrapLayout *self = VEL_WRAP_LAYOUT (object);

  switch (property_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;

    case PROP_LINE_SPACING:
      g_value_set_int (value, self->line_spacing);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_wrap_layout_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  VelWrapLayout *self = VEL_WRAP_LAYOUT (object);

  switch (property_id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;

    case PROP_LINE_SPACING:
      self->line_spacing = g_value_get_int (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_wrap_layout_class_init (VelWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = vel_wrap_layout_get_property;
  object_class->set_property = vel_wrap_layout_set_property;
  layout_class->get_request_mode = vel_wrap_layout_get_request_mode;
  layout_class->measure = vel_wrap_layout_measure;
  layout_class->allocate = vel_wrap_layout_allocate;

  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 6, flags);
  properties[PROP_LINE_SPACING] = g_param_spec_int ("line-spacing", NULL, NULL, 0, G_MAXINT16, 6, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vel_wrap_layout_init (VelWrapLayout *self)
{
}

/**
 * vel_wrap_layout_new:
 * @spacing: pixels between two children of a line
 * @line_spacing: pixels between two lines
 *
 * Returns: (transfer full): a layout
 */
GtkLayoutManager *
vel_wrap_layout_new (int spacing,
                     int line_spacing)
{
  return g_object_new (VEL_TYPE_WRAP_LAYOUT, "spacing", spacing, "line-spacing", line_spacing, NULL);
}
