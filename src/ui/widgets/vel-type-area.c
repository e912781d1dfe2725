/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-type-area.h"

/**
 * VelTypeArea:
 *
 * Where text is typed without a frame around it: a line, which is shown in
 * full by a label that wraps while it is not edited, or several lines. An
 * empty one shows a hint. The label lies below what is typed into, so that the
 * focus goes in without anything being swapped, and says how large both are:
 * a GtkTextView alone has no height until it has been drawn, and after a change
 * of the font none at all (GTK 4.8).
 */
struct _VelTypeArea
{
  GtkWidget  parent_instance;

  GtkWidget *overlay;
  GtkWidget *text;      /* a GtkText or a GtkTextView */
  GtkLabel  *label;     /* the same text, or the hint */
  char      *hint;      /* (owned) (nullable) */
  gboolean   multiline;
  gboolean   putting;   /* whether the program changes the text */
};

enum { TYPED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelTypeArea, vel_type_area, GTK_TYPE_WIDGET)

static GtkTextBuffer *
get_buffer (VelTypeArea *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
}

static void
refresh (VelTypeArea *self)
{
  g_autofree char *text = vel_type_area_dup_text (self);
  const gboolean empty = *text == '\0';

  if (empty)
    {
      gtk_label_set_label (self->label, self->hint != NULL ? self->hint : "");
    }
  else if (self->multiline)
    {
      /* A line break at the end begins a line, which a label leaves out. */
      g_autofree char *all = g_strconcat (text, "\u200b", NULL);

      gtk_label_set_label (self->label, all);
    }
  else
    {
      gtk_label_set_label (self->label, text);
    }
  if (empty)
    gtk_widget_add_css_class (GTK_WIDGET (self), "empty");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "empty");
}

static void
changed_cb (VelTypeArea *self)
{
  refresh (self);
  if (!self->putting)
    g_signal_emit (self, signals[TYPED], 0);
}

static void
build_line (VelTypeArea *self)
{
  /* Of itself it is no one to a screen reader, for it mostly is a part of an entry. */
  self->text = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->text), 1);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->text), 1);
  gtk_widget_set_valign (self->text, GTK_ALIGN_START);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->text);
  gtk_overlay_set_measure_overlay (GTK_OVERLAY (self->overlay), self->text, TRUE);
  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (changed_cb), self);
}

static void
build_lines (VelTypeArea *self)
{
  self->text = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->text);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
build (VelTypeArea *self)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  /* Addresses of mail and web are broken where they must be, without a hyphen that is not theirs. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_attributes (self->label, attributes);
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (GTK_WIDGET (self->label), GTK_ALIGN_START);
  gtk_widget_set_can_target (GTK_WIDGET (self->label), FALSE);
  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->label));
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  if (self->multiline)
    build_lines (self);
  else
    build_line (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), self->multiline ? "lines" : "line");
  refresh (self);
}

static gboolean
vel_type_area_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VEL_TYPE_AREA (widget)->text);
}

static void
vel_type_area_dispose (GObject *object)
{
  VelTypeArea *self = VEL_TYPE_AREA (object);
  GtkWidget *child;

  /* Suggestions may hang on it besides the overlay. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (vel_type_area_parent_class)->dispose (object);
}

static void
vel_type_area_finalize (GObject *object)
{
  VelTypeArea *self = VEL_TYPE_AREA (object);

  g_clear_pointer (&self->hint, g_free);

  G_OBJECT_CLASS (vel_type_area_parent_class)->finalize (object);
}

static void
vel_type_area_class_init (VelTypeAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_type_area_dispose;
  object_class->finalize = vel_type_area_finalize;
  widget_class->grab_focus = vel_type_area_grab_focus;

  /**
   * VelTypeArea::typed:
   * @self: the area
   *
   * The text was changed, and not by the program.
   */
  signals[TYPED] = g_signal_new ("typed", VEL_TYPE_TYPE_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "vel-type-area");
}

static void
vel_type_area_init (VelTypeArea *self)
{
}

/**
 * vel_type_area_new:
 * @multiline: whether it may have several lines
 *
 * Returns: (transfer full): an empty area
 */
GtkWidget *
vel_type_area_new (gboolean multiline)
{
  VelTypeArea *self = g_object_new (VEL_TYPE_TYPE_AREA, NULL);

  self->multiline = multiline;
  build (self);
  return GTK_WIDGET (self);
}

/**
 * vel_type_area_get_text_widget:
 * @self: an area
 *
 * Returns: (transfer none): the #GtkText or #GtkTextView in it, to which the keys go
 */
GtkWidget *
vel_type_area_get_text_widget (VelTypeArea *self)
{
  g_return_val_if_fail (VEL_IS_TYPE_AREA (self), NULL);

  return self->text;
}

/**
 * vel_type_area_dup_text:
 * @self: an area
 *
 * Returns: (transfer full): what stands there
 */
char *
vel_type_area_dup_text (VelTypeArea *self)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (VEL_IS_TYPE_AREA (self), NULL);

  if (!self->multiline)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));
  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);
}

/**
 * vel_type_area_put_text:
 * @self: an area
 * @text: what shall stand there
 *
 * Replaces the text, in a way that its own undo does not go behind.
 */
void
vel_type_area_put_text (VelTypeArea *self,
                        const char  *text)
{
  g_return_if_fail (VEL_IS_TYPE_AREA (self));

  self->putting = TRUE;
  if (self->multiline)
    {
      gtk_text_buffer_begin_irreversible_action (get_buffer (self));
      gtk_text_buffer_set_text (get_buffer (self), text, -1);
      gtk_text_buffer_end_irreversible_action (get_buffer (self));
    }
  else
    {
      gtk_editable_set_text (GTK_EDITABLE (self->text), text);
      if (gtk_widget_has_focus (self->text))
        gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
    }
  self->putting = FALSE;
  refresh (self);
}

/**
 * vel_type_area_set_hint:
 * @self: an area
 * @hint: (nullable): what stands there while it is empty
 */
void
vel_type_area_set_hint (VelTypeArea *self,
                        const char  *hint)
{
  g_return_if_fail (VEL_IS_TYPE_AREA (self));

  g_free (self->hint);
  self->hint = g_strdup (hint);
  refresh (self);
}

/**
 * vel_type_area_forget:
 * @self: an area
 *
 * Makes its own undo end here: what lies before is the book's to undo.
 */
void
vel_type_area_forget (VelTypeArea *self)
{
  g_return_if_fail (VEL_IS_TYPE_AREA (self));

  if (self->multiline)
    {
      gtk_text_buffer_begin_irreversible_action (get_buffer (self));
      gtk_text_buffer_end_irreversible_action (get_buffer (self));
    }
  else
    {
      gtk_editable_set_enable_undo (GTK_EDITABLE (self->text), FALSE);
      gtk_editable_set_enable_undo (GTK_EDITABLE (self->text), TRUE);
    }
}
