/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-board-face.h"

/**
 * VelBoardFace:
 *
 * What is written on a card of the board, drawn by one widget: GTK keeps some
 * two hundred cards for each column, and a widget for each text would be ten
 * thousand of them to be styled and placed whenever a card moves.
 */
struct _VelBoardFace
{
  GtkWidget     parent_instance;

  char         *texts[VEL_N_FACE_TEXTS];    /* (owned) (nullable) */
  PangoLayout  *layouts[VEL_N_FACE_TEXTS];  /* (owned) (nullable): made when it is drawn */
  VelDealMarks  marks;
  guint         stamp;                      /* of what is written */
};

#define N_LINES 4
#define SPACING 2
#define GAP 6
#define ICON_SIZE 14
#define SMALL 0.83

/* Where a text stands, and how it is written. */
static const struct
{
  int      line;
  gboolean at_end;
  gboolean small;
  gboolean bold;
} styles[VEL_N_FACE_TEXTS] = {
  [VEL_FACE_TITLE]     = { 0, FALSE, FALSE, TRUE },
  [VEL_FACE_CUSTOMER]  = { 1, FALSE, TRUE, FALSE },
  [VEL_FACE_CLOSE]     = { 1, TRUE, TRUE, FALSE },
  [VEL_FACE_AMOUNT]    = { 2, FALSE, FALSE, FALSE },
  [VEL_FACE_DAYS]      = { 2, TRUE, TRUE, FALSE },
  [VEL_FACE_NEXT_STEP] = { 3, FALSE, TRUE, FALSE },
};

G_DEFINE_FINAL_TYPE (VelBoardFace, vel_board_face, GTK_TYPE_WIDGET)

/* Something else is written from now on. */
static void
changed (VelBoardFace *self)
{
  static guint n_changes = 0;

  self->stamp = ++n_changes;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
forget_layouts (VelBoardFace *self)
{
  for (guint i = 0; i < VEL_N_FACE_TEXTS; i++)
    g_clear_object (&self->layouts[i]);
}

static gboolean
is_marked (VelBoardFace *self,
           guint         which)
{
  return (which == VEL_FACE_CLOSE && (self->marks & VEL_DEAL_OVERDUE) != 0) ||
         (which == VEL_FACE_DAYS && (self->marks & VEL_DEAL_STALE) != 0);
}

static PangoLayout *
get_layout (VelBoardFace *self,
            guint         which)
{
  g_autoptr(PangoAttrList) attributes = NULL;

  if (self->layouts[which] != NULL)
    return self->layouts[which];
  attributes = pango_attr_list_new ();
  self->layouts[which] = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->texts[which]);
  if (styles[which].small)
    pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL));
  if (styles[which].bold || is_marked (self, which))
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (which != VEL_FACE_TITLE)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (self->layouts[which], attributes);
  pango_layout_set_ellipsize (self->layouts[which], PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (self->layouts[which], TRUE);
  return self->layouts[which];
}

static int
get_line_height (VelBoardFace *self,
                 int           line)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  return line % 2 == 0 ? height : MAX ((int) (height * SMALL + 0.5), line == N_LINES - 1 ? ICON_SIZE : 0);
}

static void
vel_board_face_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  VelBoardFace *self = VEL_BOARD_FACE (widget);
  int height = (N_LINES - 1) * SPACING;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 60;
      *natural = 180;
      return;
    }
  for (int i = 0; i < N_LINES; i++)
    height += get_line_height (self, i);
  *minimum = *natural = height;
}

static GdkRGBA
look_up (GtkStyleContext *context,
         const char      *name,
         const GdkRGBA   *otherwise)
{
  GdkRGBA colour;

  return gtk_style_context_lookup_color (context, name, &colour) ? colour : *otherwise;
}

static GdkRGBA
get_colour (VelBoardFace *self,
            guint         which)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA plain;

  gtk_style_context_get_color (context, &plain);
  if (which == VEL_FACE_CLOSE && is_marked (self, which))
    return look_up (context, "error_color", &plain);
  if (is_marked (self, which) ||
      (which == VEL_FACE_NEXT_STEP && (self->marks & VEL_DEAL_NO_NEXT_STEP) != 0))
    return look_up (context, "warning_color", &plain);
  if (which == VEL_FACE_CUSTOMER || which == VEL_FACE_CLOSE || which == VEL_FACE_DAYS)
    plain.alpha *= 0.65;
  return plain;
}

static void
draw_text (VelBoardFace *self,
           GtkSnapshot  *snapshot,
           guint         which,
           int           x,
           int           y,
           int           width)
{
  PangoLayout *layout = get_layout (self, which);
  const GdkRGBA colour = get_colour (self, which);

  pango_layout_set_width (layout, MAX (width, 0) * PANGO_SCALE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

/* The mark before the next step: an arrow, or a warning that there is none. */
static void
draw_mark (VelBoardFace *self,
           GtkSnapshot  *snapshot,
           int           x,
           int           y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  const gboolean missing = (self->marks & VEL_DEAL_NO_NEXT_STEP) != 0;
  g_autoptr(GtkIconPaintable) icon =
    gtk_icon_theme_lookup_icon (theme, missing ? "dialog-warning-symbolic" : "go-next-symbolic", NULL, ICON_SIZE,
                                gtk_widget_get_scale_factor (widget), gtk_widget_get_direction (widget), 0);
  const GdkRGBA colour = get_colour (self, VEL_FACE_NEXT_STEP);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), GDK_SNAPSHOT (snapshot),
                                            ICON_SIZE, ICON_SIZE, &colour, 1);
  gtk_snapshot_restore (snapshot);
}

static void
draw_lines (VelBoardFace *self,
            GtkSnapshot  *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const int width = gtk_widget_get_width (widget);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int ends[N_LINES] = { 0 };  /* how much of a line its end takes */
  int y = 0;

  for (int line = 0; line < N_LINES; line++)
    {
      const int height = get_line_height (self, line);
      const int mark = line == N_LINES - 1 ? ICON_SIZE + GAP : 0;

      for (guint i = VEL_N_FACE_TEXTS; i-- > 0;)
        {
          int text_width;

          if (styles[i].line != line || self->texts[i] == NULL)
            continue;
          if (styles[i].at_end)
            {
              PangoLayout *layout = get_layout (self, i);

              pango_layout_set_width (layout, -1);
              pango_layout_get_pixel_size (layout, &text_width, NULL);
              ends[line] = MIN (text_width, width / 2) + GAP;
              draw_text (self, snapshot, i, rtl ? 0 : width - ends[line] + GAP, y, ends[line] - GAP);
            }
          else
            {
              text_width = width - ends[line] - mark;
              draw_text (self, snapshot, i, rtl ? ends[line] : mark, y, text_width);
            }
        }
      if (mark > 0)
        draw_mark (self, snapshot, rtl ? width - ICON_SIZE : 0, y + (height - ICON_SIZE) / 2);
      y += height + SPACING;
    }
}

/* GTK paints anew where one frame differs from the last, text by text, and gives
 * up at thirty such places: then it paints the whole board. A face counts as one
 * place, for a clip of another size is never compared text by text; it is larger
 * than the face by less than a pixel, and cuts nothing off. */
static void
vel_board_face_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  VelBoardFace *self = VEL_BOARD_FACE (widget);
  GtkSnapshot *lines = gtk_snapshot_new ();
  const float more = (self->stamp % 1000) / 1000.0f;
  g_autoptr(GskRenderNode) node = NULL;
  g_autoptr(GskRenderNode) clip = NULL;

  draw_lines (self, lines);
  node = gtk_snapshot_free_to_node (lines);
  if (node == NULL)
    return;
  clip = gsk_clip_node_new (node, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget) + more,
                                                       gtk_widget_get_height (widget) + more));
  gtk_snapshot_append_node (snapshot, clip);
}

static void
vel_board_face_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (vel_board_face_parent_class)->css_changed (widget, change);
  /* Another font, perhaps; the colours are asked for when it is drawn. */
  forget_layouts (VEL_BOARD_FACE (widget));
}

static void
vel_board_face_direction_changed (GtkWidget        *widget,
                                  GtkTextDirection  previous)
{
  forget_layouts (VEL_BOARD_FACE (widget));
  GTK_WIDGET_CLASS (vel_board_face_parent_class)->direction_changed (widget, previous);
}

static void
vel_board_face_finalize (GObject *object)
{
  VelBoardFace *self = VEL_BOARD_FACE (object);

  forget_layouts (self);
  for (guint i = 0; i < VEL_N_FACE_TEXTS; i++)
    g_clear_pointer (&self->texts[i], g_free);

  G_OBJECT_CLASS (vel_board_face_parent_class)->finalize (object);
}

static void
vel_board_face_class_init (VelBoardFaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vel_board_face_finalize;
  widget_class->measure = vel_board_face_measure;
  widget_class->snapshot = vel_board_face_snapshot;
  widget_class->css_changed = vel_board_face_css_changed;
  widget_class->direction_changed = vel_board_face_direction_changed;
}

static void
vel_board_face_init (VelBoardFace *self)
{
}

/**
 * vel_board_face_new:
 *
 * Returns: (transfer floating): a face with nothing on it
 */
GtkWidget *
vel_board_face_new (void)
{
  return g_object_new (VEL_TYPE_BOARD_FACE, NULL);
}

/**
 * vel_board_face_set_text:
 * @self: a face
 * @which: where
 * @text: (nullable): what shall stand there
 */
void
vel_board_face_set_text (VelBoardFace *self,
                         VelFaceText   which,
                         const char   *text)
{
  g_return_if_fail (VEL_IS_BOARD_FACE (self));

  if (g_strcmp0 (self->texts[which], text) == 0)
    return;
  g_free (self->texts[which]);
  self->texts[which] = g_strdup (text);
  g_clear_object (&self->layouts[which]);
  changed (self);
}

/**
 * vel_board_face_set_marks:
 * @self: a face
 * @marks: what is wrong with the deal
 */
void
vel_board_face_set_marks (VelBoardFace *self,
                          VelDealMarks  marks)
{
  g_return_if_fail (VEL_IS_BOARD_FACE (self));

  if (self->marks == marks)
    return;
  self->marks = marks;
  forget_layouts (self);
  changed (self);
}
