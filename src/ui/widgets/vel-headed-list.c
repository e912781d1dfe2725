/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-headed-list.h"

#include <math.h>

/**
 * VelHeadedList:
 *
 * A list view below any other widget, both of which scroll together as one
 * page. GTK has no list view with a head, and one in a viewport would make a
 * widget for every row; here the list scrolls itself as soon as the header has
 * gone up, so that it stays lazy.
 *
 * The place v of the page is that of its own vertical adjustment: up to the
 * height of the header the list moves up, beyond it the list's adjustment
 * stands at what is left.
 */
struct _VelHeadedList
{
  GtkWidget      parent_instance;

  GtkWidget     *header;
  GtkListView   *list;
  GtkAdjustment *horizontal;  /* (owned) (nullable) */
  GtkAdjustment *vertical;    /* (owned) (nullable) */
  GtkAdjustment *inner;       /* (owned): the vertical adjustment of the list */
  GtkWidget     *whole;       /* (nullable): what is seen whole while the focus is in it */
  guint          show_source; /* shows what has the focus, before the next frame */
  int            header_height;
  gboolean       syncing;     /* whether one adjustment follows the other */
};

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

G_DEFINE_FINAL_TYPE_WITH_CODE (VelHeadedList, vel_headed_list, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static double
get_value (VelHeadedList *self)
{
  return self->vertical != NULL ? gtk_adjustment_get_value (self->vertical) : 0;
}

/* The user has scrolled: the list stands where the header lets it. */
static void
outer_moved_cb (VelHeadedList *self)
{
  if (self->syncing)
    return;
  self->syncing = TRUE;
  gtk_adjustment_set_value (self->inner, MAX (get_value (self) - self->header_height, 0));
  self->syncing = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The list has scrolled by itself, to a row that got the focus or because rows
 * turned out higher than it had thought. */
static void
inner_moved_cb (VelHeadedList *self)
{
  const double inner = gtk_adjustment_get_value (self->inner);

  if (self->syncing || self->vertical == NULL)
    return;
  if (inner <= 0 && get_value (self) <= self->header_height)
    return;
  self->syncing = TRUE;
  gtk_adjustment_set_value (self->vertical, self->header_height + inner);
  self->syncing = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_vertical (VelHeadedList *self,
              GtkAdjustment *adjustment)
{
  if (self->vertical == adjustment && adjustment != NULL)
    return;
  if (self->vertical != NULL)
    g_signal_handlers_disconnect_by_data (self->vertical, self);
  g_clear_object (&self->vertical);
  self->vertical = g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (self->vertical, "value-changed", G_CALLBACK (outer_moved_cb), self, G_CONNECT_SWAPPED);
}

static int
measure_height (GtkWidget *widget,
                int        width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static void
vel_headed_list_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  VelHeadedList *self = VEL_HEADED_LIST (widget);
  int list_minimum;
  int list_natural;

  gtk_widget_measure (self->header, orientation, for_size, minimum, natural, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->list), orientation, for_size, &list_minimum, &list_natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (*minimum, list_minimum);
      *natural = MAX (*natural, list_natural);
    }
  else
    {
      *minimum = 0;
      *natural += list_natural;
    }
}

static GtkSizeRequestMode
vel_headed_list_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static gboolean
has_whole_focus (VelHeadedList *self)
{
  return self->whole != NULL && (gtk_widget_get_state_flags (self->whole) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* Whatever gets the focus comes into view. The list shows its rows by itself,
 * but does not know that its foot is cut off while the header is in view. */
static void
show_focus (VelHeadedList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const double height = gtk_widget_get_height (GTK_WIDGET (self));
  const gboolean in_list = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
  graphene_rect_t bounds;
  double move = 0;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ||
      !gtk_widget_compute_bounds (focus, GTK_WIDGET (self), &bounds))
    return;
  if (in_list && get_value (self) >= self->header_height)
    return;
  if (has_whole_focus (self))
    {
      graphene_rect_t whole;

      /* Where there is no room for all of it, there is for the part with the caret. */
      if (gtk_widget_compute_bounds (self->whole, GTK_WIDGET (self), &whole) && whole.size.height <= height)
        bounds = whole;
    }
  if (bounds.origin.y + bounds.size.height > height)
    move = bounds.origin.y + bounds.size.height - height;
  if (bounds.origin.y - move < 0)
    move = bounds.origin.y;
  if (in_list)
    move = MIN (move, self->header_height - get_value (self));
  if (move != 0)
    gtk_adjustment_set_value (self->vertical, get_value (self) + move);
}

static gboolean
show_cb (gpointer data)
{
  VelHeadedList *self = data;

  self->show_source = 0;
  show_focus (self);
  return G_SOURCE_REMOVE;
}

static void
focus_moved_cb (VelHeadedList *self)
{
  show_focus (self);
}

static void
place_list (VelHeadedList *self,
            int            y,
            int            width,
            int            height)
{
  gtk_widget_size_allocate (GTK_WIDGET (self->list), &(GtkAllocation) { 0, y, width, height }, -1);
}

static void
vel_headed_list_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  VelHeadedList *self = VEL_HEADED_LIST (widget);
  const int before = self->header_height;
  double value = get_value (self);
  int list_height;
  double upper;
  double more;

  /* A header that grows above what is read does not push it away. */
  self->header_height = measure_height (self->header, width);
  if (value > before && before > 0)
    value += self->header_height - before;
  list_height = MIN (height, measure_height (GTK_WIDGET (self->list), width));

  self->syncing = TRUE;
  gtk_adjustment_set_value (self->inner, MAX (value - self->header_height, 0));
  place_list (self, MAX (self->header_height - (int) value, 0), width, list_height);
  /* GTK 4.8 measures a list without its width, as if no text in it were wrapped. */
  more = gtk_adjustment_get_upper (self->inner) - gtk_adjustment_get_page_size (self->inner);
  if (more > 0 && list_height < height)
    {
      list_height = MIN (height, list_height + (int) ceil (more));
      place_list (self, MAX (self->header_height - (int) value, 0), width, list_height);
    }
  if (gtk_adjustment_get_value (self->inner) > 0)
    value = self->header_height + gtk_adjustment_get_value (self->inner);
  upper = self->header_height + MAX (gtk_adjustment_get_upper (self->inner), list_height);
  gtk_adjustment_configure (self->vertical, CLAMP (value, 0, MAX (upper - height, 0)), 0, MAX (upper, height),
                            height * 0.1, height * 0.9, height);
  gtk_adjustment_configure (self->horizontal, 0, 0, width, width * 0.1, width * 0.9, width);
  self->syncing = FALSE;

  gtk_widget_size_allocate (self->header,
                            &(GtkAllocation) { 0, -(int) MIN (get_value (self), self->header_height), width,
                                               self->header_height },
                            -1);
  /* It opens and grows while it is written in. Nothing can be moved while it is being placed. */
  if (self->header_height != before && has_whole_focus (self) && self->show_source == 0)
    self->show_source = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, show_cb, self, NULL);
}

static void
vel_headed_list_root (GtkWidget *widget)
{
  VelHeadedList *self = VEL_HEADED_LIST (widget);

  GTK_WIDGET_CLASS (vel_headed_list_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (focus_moved_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
vel_headed_list_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_moved_cb, widget);
  GTK_WIDGET_CLASS (vel_headed_list_parent_class)->unroot (widget);
}

static void
vel_headed_list_dispose (GObject *object)
{
  VelHeadedList *self = VEL_HEADED_LIST (object);

  g_clear_handle_id (&self->show_source, g_source_remove);
  self->whole = NULL;
  if (self->inner != NULL)
    g_signal_handlers_disconnect_by_data (self->inner, self);
  if (self->vertical != NULL)
    g_signal_handlers_disconnect_by_data (self->vertical, self);
  g_clear_pointer (&self->header, gtk_widget_unparent);
  if (self->list != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->list)));
  g_clear_object (&self->inner);
  g_clear_object (&self->vertical);
  g_clear_object (&self->horizontal);

  G_OBJECT_CLASS (vel_headed_list_parent_class)->dispose (object);
}

static void
vel_headed_list_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  VelHeadedList *self = VEL_HEADED_LIST (object);

  switch (property_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->horizontal);
      break;

    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vertical);
      break;

    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, GTK_SCROLL_MINIMUM);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_headed_list_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  VelHeadedList *self = VEL_HEADED_LIST (object);
  GtkAdjustment *adjustment;

  switch (property_id)
    {
    case PROP_HADJUSTMENT:
      adjustment = g_value_get_object (value);
      g_clear_object (&self->horizontal);
      self->horizontal = g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
      break;

    case PROP_VADJUSTMENT:
      set_vertical (self, g_value_get_object (value));
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      break;

    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      /* It is as wide as it may be, and as high as it must; there is no choice. */
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_headed_list_class_init (VelHeadedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_headed_list_dispose;
  object_class->get_property = vel_headed_list_get_property;
  object_class->set_property = vel_headed_list_set_property;
  widget_class->measure = vel_headed_list_measure;
  widget_class->get_request_mode = vel_headed_list_get_request_mode;
  widget_class->size_allocate = vel_headed_list_size_allocate;
  widget_class->root = vel_headed_list_root;
  widget_class->unroot = vel_headed_list_unroot;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
vel_headed_list_init (VelHeadedList *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->inner = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (self->inner, "value-changed", G_CALLBACK (inner_moved_cb), self, G_CONNECT_SWAPPED);
}

/**
 * vel_headed_list_new:
 * @header: (transfer floating): what stands above the list
 * @list: (transfer floating): the list, in no scrolled window
 *
 * Returns: (transfer full): both, to be put into a #GtkScrolledWindow
 */
GtkWidget *
vel_headed_list_new (GtkWidget   *header,
                     GtkListView *list)
{
  VelHeadedList *self = g_object_new (VEL_TYPE_HEADED_LIST, NULL);

  self->header = header;
  self->list = list;
  gtk_widget_set_parent (header, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (list), GTK_WIDGET (self));
  gtk_scrollable_set_vadjustment (GTK_SCROLLABLE (list), self->inner);
  return GTK_WIDGET (self);
}

/**
 * vel_headed_list_to_top:
 * @self: the list
 *
 * Scrolls to the head.
 */
void
vel_headed_list_to_top (VelHeadedList *self)
{
  g_return_if_fail (VEL_IS_HEADED_LIST (self));

  if (self->vertical != NULL)
    gtk_adjustment_set_value (self->vertical, 0);
}

/**
 * vel_headed_list_keep_whole:
 * @self: a list below a header
 * @part: (nullable): a part of the header, which lasts as long as it
 *
 * Lets @part be seen whole while the focus is in it, where there is room.
 */
void
vel_headed_list_keep_whole (VelHeadedList *self,
                            GtkWidget     *part)
{
  g_return_if_fail (VEL_IS_HEADED_LIST (self));

  self->whole = part;
}

/**
 * vel_headed_list_show_focus:
 * @self: a list below a header
 *
 * Scrolls to what has the focus, wherever the user has scrolled since.
 */
void
vel_headed_list_show_focus (VelHeadedList *self)
{
  g_return_if_fail (VEL_IS_HEADED_LIST (self));

  show_focus (self);
}
